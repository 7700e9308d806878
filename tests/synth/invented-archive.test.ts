import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { inventedMarker, writeInventedArchive } from '../../src/synth/invented-archive.ts';
import { inventedSentence } from '../../src/synth/sentences.ts';

const folders: string[] = [];
function invented(reports: number, seed = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  folders.push(folder);
  const counts = [...writeInventedArchive({ reports, seed, sentence: inventedSentence, register: 'content', folder })];
  expect(counts.at(-1)).toBe(reports);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const digests = (folder: string): Map<string, string> =>
  new Map(
    globSync('{reports,sources,regions}/**/*.*', { cwd: folder })
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );

const archive = invented(300);
const files = globSync('reports/**/*.md', { cwd: archive }).sort();
const reports = files.map((file) => {
  const read = readReportFile(readFileSync(join(archive, file), 'utf8'), file);
  if (!read.report) throw new Error(`${file} is no report`);
  return { file, ...read };
});
const bodies = reports.map(({ body }) => body);

describe('an invented archive', () => {
  it('passes the content check', async () => {
    expect((await contentIssues(archive)).issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
  it('says of itself that it is invented, in every file', () => {
    expect(readFileSync(join(archive, inventedMarker), 'utf8')).toContain('虚构');
    for (const { report, body } of reports) {
      expect(report.title).toMatch(/^（虚构）/);
      expect(body).toContain('均属虚构');
      expect(report.sources[0]?.url).toContain('synth.invalid');
    }
    for (const file of globSync('sources/*', { cwd: archive }))
      expect(readFileSync(join(archive, file), 'utf8')).toContain('均属虚构');
  });
  it('is the same for the same seed, another for another', () => {
    const first = digests(invented(25));
    expect(digests(invented(25))).toEqual(first);
    expect(digests(invented(25, 'other'))).not.toEqual(first);
  });
  it('holds the shorter archive of its seed byte for byte', () => {
    const longer = digests(archive);
    for (const [file, digest] of digests(invented(40))) expect([file, longer.get(file)]).toEqual([file, digest]);
  });
  it('shows all kinds of issuers, levels, outlines and blocks', () => {
    const kinds = new Set(reports.map(({ report }) => report.issuerKind));
    expect([...kinds].sort()).toEqual(['department', 'government', 'party', 'party-and-government', 'township']);
    expect(new Set(reports.map(({ report }) => report.year)).size).toBe(9);
    expect(new Set(reports.map(({ report }) => report.sections.map(({ role }) => role).join())).size).toBeGreaterThan(
      6,
    );
    const states = new Set(
      reports.flatMap(({ report }) => report.sections.map(({ role, where }) => `${role} ${where}`)),
    );
    expect([...states]).toEqual(
      expect.arrayContaining([
        'first-responsible own',
        'first-responsible inside',
        'first-responsible absent',
        'other own',
      ]),
    );
    expect(bodies.some((body) => /^\| --- \|/m.test(body))).toBe(true);
    expect(bodies.some((body) => /^\[\^1\]: /m.test(body) && /\[\^1\]$/m.test(body))).toBe(true);
    expect(bodies.some((body) => /[\u{20000}-\u{3FFFF}]/u.test(body))).toBe(true);
    expect(reports.filter(({ report }) => report.notes.length > 0).length).toBeGreaterThan(10);
    expect(reports.some(({ report }) => report.titleBasis === 'inferred')).toBe(true);
    expect(reports.some(({ report }) => report.signed?.precision === 'month')).toBe(true);
  });
  it('has reports of about the length of real ones', () => {
    const lengths = bodies.map((body) => body.length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(5500);
    expect(mean).toBeLessThan(8500);
  });
  it('says in the capture, chrome and title apart, what the body says', () => {
    const letters = (text: string): string => text.replace(/\s/g, '');
    for (const { report, body } of reports) {
      const [source] = report.sources;
      const excluded = new Set(source?.excluded.map(({ from }) => from));
      const lines = readFileSync(join(archive, 'sources', `${source?.sha256}.txt`), 'utf8').split('\n');
      const kept = lines.filter((_, index) => !excluded.has(index + 1)).join('');
      const said = reportBlocks(body).map((block) => {
        if (block.kind === 'table')
          return block.rows
            .flat()
            .map(({ text }) => text)
            .join('');
        return block.text;
      });
      expect(letters(said.join(''))).toBe(letters(kept));
    }
  });
  it('goes on finding new words', () => {
    const pairs = (texts: readonly string[]): number => {
      const seen = new Set<string>();
      for (const text of texts) for (let at = 0; at < text.length - 1; at++) seen.add(text.slice(at, at + 2));
      return seen.size;
    };
    expect(pairs(bodies)).toBeGreaterThan(1.3 * pairs(bodies.slice(0, 75)));
  });
});
