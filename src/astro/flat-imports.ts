import type { Plugin } from 'vite';

/**
 * Has the scripts that pages name import all that what they import does, so that a browser asks for everything at once
 * instead of file after file. What is evaluated, and in which order, stays as it was.
 */
export function flatImports(): Plugin {
  return {
    name: 'flat-imports',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const entry of Object.values(bundle)) {
        if (entry.type !== 'chunk' || !entry.isEntry) continue;
        const needed = new Set<string>();
        const need = (file: string): void => {
          const chunk = bundle[file];
          if (chunk?.type !== 'chunk' || chunk === entry || needed.has(file)) return;
          for (const other of chunk.imports) need(other);
          needed.add(file);
        };
        for (const file of entry.imports) need(file);
        for (const file of entry.imports) needed.delete(file);
        const folder = entry.fileName.slice(0, entry.fileName.lastIndexOf('/') + 1);
        const beside = [...needed].filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
        entry.code = beside.map((file) => `import"./${file}";`).join('') + entry.code;
      }
    },
  };
}
