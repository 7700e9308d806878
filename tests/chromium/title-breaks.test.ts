import { globSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { regionTree } from '../../src/archive/region-tree.ts';
import { titlePhrases } from '../../src/archive/title-phrases.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { inventedReport } from '../../src/synth/invented-report.ts';
import { reportPlan } from '../../src/synth/report-plan.ts';
import { siteTest } from './site-test.ts';

/** A title, and the names in it that no line may break inside of. */
interface Title {
  readonly title: string;
  readonly issuers: readonly string[];
  readonly regionPath: readonly string[];
}

function* inventedTitles(): Generator<Title> {
  const tree = regionTree(readRegionRegister('content').regions);
  // The sentences do not matter here.
  const invention = { tree, seed: 'titles', sentence: () => '。' };
  for (const plan of reportPlan(tree, 'titles')) {
    const { title, issuers, regionPath } = inventedReport({ plan, version: null }, invention).report;
    yield { title, issuers: issuers.map(({ name }) => name), regionPath };
  }
}

const heldTitles = globSync('content/reports/*/*/*.md').map((file): Title => {
  const { title, issuers, regionPath } = parse(readFileSync(file, 'utf8').split('\n---\n')[0] ?? '');
  return { title, issuers: issuers.map(({ name }: { name: string }) => name), regionPath };
});

siteTest(
  'titles break inside no issuer, place, year or word of the genre, from 260 to 720 px, in a report’s head and in lists',
  async ({ page, server }) => {
    const titles = [...heldTitles, ...inventedTitles().take(300)];
    expect(titles.length).toBeGreaterThan(300);
    const written = titles.map(({ title, issuers, regionPath }) => ({
      phrases: titlePhrases(title, issuers, regionPath),
      kept: [...issuers, ...regionPath, '人民政府', '法治政府', '报告', ...(title.match(/20\d\d年(?:度)?/g) ?? [])],
    }));
    const broken: unknown[] = [];
    for (const [path, selector] of [
      ['reports/140404/2024/', '.r h1'],
      ['newest/', '.list a:first-child'],
    ] as const) {
      await page.goto(`${server.home}${path}`);
      broken.push(
        ...(await page.evaluate(
          ({ titles, selector }) => {
            const holder = document.querySelector(selector);
            if (!holder) throw new Error(`no ${selector}`);
            const box = document.createElement('div');
            const isList = selector.startsWith('.list');
            box.className = isList ? 'list' : 'r';
            box.style.display = 'block';
            document.body.replaceChildren(box);
            const shown = titles.map(({ phrases, kept }) => {
              const own = holder.cloneNode();
              if (!(own instanceof HTMLElement)) throw new Error(`no ${selector}`);
              for (const [at, phrase] of phrases.entries())
                own.append(...(at > 0 ? [document.createElement('wbr')] : []), phrase);
              const row = document.createElement('div');
              row.append(own);
              box.append(row);
              const words = kept.flatMap((word) => {
                const found: [number, number][] = [];
                const text = own.textContent ?? '';
                for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
                  found.push([at, at + word.length]);
                return found;
              });
              return { own, words };
            });
            const bad: string[] = [];
            for (const width of [260, 300, 335, 400, 480, 560, 640, 720]) {
              box.style.width = `${width}px`;
              for (const { own, words } of shown) {
                const places: { top: number; width: number }[] = [];
                for (const node of own.childNodes)
                  if (node instanceof Text)
                    for (let at = 0; at < node.length; at++) {
                      const range = new Range();
                      range.setStart(node, at);
                      range.setEnd(node, at + 1);
                      const { top, width } = range.getBoundingClientRect();
                      places.push({ top: Math.round(top), width });
                    }
                for (const [from, to] of words) {
                  const held = places.slice(from, to);
                  const long = held.reduce((sum, { width }) => sum + width, 0);
                  if (long <= width && new Set(held.map(({ top }) => top)).size > 1)
                    bad.push(`${width}: ${own.textContent} ${(own.textContent ?? '').slice(from, to)}`);
                }
              }
            }
            return bad;
          },
          { titles: written, selector },
        )),
      );
    }
    expect(broken).toEqual([]);
  },
);
