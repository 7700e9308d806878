import type { Pattern, PatternNode } from './pattern.ts';
import { nodeWordings } from './pattern-need.ts';

/** One of several wordings, and how many characters of any kind stand between it and what follows. */
export interface ChainLink {
  readonly wordings: readonly string[];
  /** Null behind the last. */
  readonly gap: { readonly least: number; readonly most: number } | null;
}

/** Wordings of one link, at most: each has places of its own to be read. */
const mostOfLink = 12;

interface Gap {
  readonly least: number;
  readonly most: number;
}

/** What a node leaves open: any characters, so many; null where it says which. */
function gapOf(node: PatternNode): Gap | null {
  if (node.kind === 'class') return node.source === '[^]' || node.source === '.' ? { least: 1, most: 1 } : null;
  if (node.kind !== 'repeat') return null;
  const one = gapOf(node.of);
  return one?.least === 1 && one.most === 1 ? { least: node.least, most: node.most } : null;
}

/**
 * A pattern as wordings with any characters between them, each link as long as can be; null where it is more than
 * that. A sequence begins and ends with a wording.
 */
export function patternChain({ node }: Pattern): ChainLink[] | null {
  const links: { wordings: string[]; gap: Gap | null }[] = [];
  for (const part of node.kind === 'sequence' ? node.of : [node]) {
    const gap = gapOf(part);
    const last = links.at(-1);
    if (gap) {
      if (!last) return null;
      last.gap = { least: (last.gap?.least ?? 0) + gap.least, most: (last.gap?.most ?? 0) + gap.most };
      continue;
    }
    const own = nodeWordings(part, mostOfLink);
    if (!own) return null;
    if (!last || last.gap) links.push({ wordings: own, gap: null });
    else last.wordings = [...new Set(last.wordings.flatMap((head) => own.map((tail) => head + tail)))];
    if ((links.at(-1)?.wordings.length ?? 0) > mostOfLink) return null;
  }
  const isSound = links.length > 0 && links.at(-1)?.gap === null;
  return isSound && links.every(({ wordings }) => !wordings.includes('')) ? links : null;
}
