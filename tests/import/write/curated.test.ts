import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import type { Report } from '../../../src/archive/report-schema.ts';
import { readIssuerRegister } from '../../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { readReportFile, reportFileText } from '../../../src/content-files/report-file.ts';
import { redactName } from '../../../src/forgetting/redaction.ts';
import { soughtText } from '../../../src/forgetting/sought-text.ts';
import { type ImportSetting, importInput } from '../../../src/import/import-input.ts';
import type { ImportOutcome } from '../../../src/import/import-outcome.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { curatedReport } from '../../../src/import/write/curated-report.ts';
import { importedDigests, importedText, partDigests } from '../../../src/import/write/imported-parts.ts';
import { repairedFile } from '../../../src/import/write/repaired-file.ts';
import { shuozhou } from '../five-expectations.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const issuers = readIssuerRegister('content');
/** A capture with much damage, no title, no dates: many notes and doubts. */
const capture = `content/sources/${shuozhou.sha256}.txt`;
const file = 'reports/14/140600/2024.md';

let content = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

const imported = (more: Partial<ImportSetting> = {}): Promise<ImportOutcome> =>
  importInput(capture, {
    content,
    names,
    issuers,
    today: '2026-01-01',
    isDry: false,
    mode: 'new',
    overrules: {},
    ...more,
  });
const text = (): string => readFileSync(join(content, file), 'utf8');
function held(): { report: Report; body: string } {
  const read = readReportFile(text(), file);
  if (!read.report) throw new Error(JSON.stringify(read.issues));
  return { report: read.report, body: read.body };
}
/** What a curator does with an editor: the file is another one now, `imported` is not touched. */
function edit(change: (report: Report) => Report, body: (text: string) => string = (same) => same): void {
  const { report, body: before } = held();
  writeFileSync(join(content, file), reportFileText(change(report), body(before)));
}
const codes = ({ record }: ImportOutcome): string[] => record.issues.map(({ code }) => code);

describe.each(['new', 'replace'] as const)('imported again (%s)', (mode) => {
  it('a note that was taken out does not come back', async () => {
    await imported();
    const [first] = held().report.notes;
    edit((report) => ({ ...report, notes: report.notes.slice(1) }));
    const before = text();
    expect((await imported({ mode })).state).toBe('unchanged');
    expect(text()).toBe(before);
    expect(held().report.notes).not.toContainEqual(first);
  });

  it('a note whose reading and reason were rewritten stays so', async () => {
    await imported();
    edit((report) => ({
      ...report,
      notes: report.notes.map((note, at) => (at === 2 ? { ...note, reading: '改定', reason: '编者核对过。' } : note)),
    }));
    const before = text();
    await imported({ mode });
    expect(text()).toBe(before);
  });

  it('a doubt that was answered does not come back, one that was rewritten stays so', async () => {
    await imported();
    edit((report) => ({
      ...report,
      doubts: report.doubts
        .filter(({ code }) => code !== 'date/signed-unknown')
        .map((doubt) => (doubt.code === 'title/missing' ? { ...doubt, message: '原件确无标题' } : doubt)),
    }));
    const before = text();
    await imported({ mode });
    expect(text()).toBe(before);
  });

  it('fields stay although their basis was left as it was, and headings set by hand stay', async () => {
    await imported();
    edit(
      (report) => ({
        ...report,
        title: '朔州市人民政府关于2024年度法治政府建设情况的报告',
        published: { value: '2025-03-01', precision: 'day', basis: 'page' },
      }),
      (body) => body.replace('## 二、存在问题', '### 二、存在问题'),
    );
    await imported({ mode });
    expect(held().report.title).toBe('朔州市人民政府关于2024年度法治政府建设情况的报告');
    expect(held().report.published?.value).toBe('2025-03-01');
    expect(held().report.doubts.map(({ code }) => code)).not.toContain('date/published-unknown');
    expect(held().body).toContain('### 二、存在问题');
    const before = text();
    expect((await imported({ mode })).state).toBe('unchanged');
    expect(text()).toBe(before);
  });

  it('what stays the curator’s is said when something else changes', async () => {
    await imported();
    edit(
      (report) => ({ ...report, notes: report.notes.slice(1), transformations: [] }),
      (body) => body.replace('二、存在问题', '二、存在的问题'),
    );
    const again = await imported({ mode });
    expect(again.state).toBe('written');
    expect(codes(again)).toEqual(expect.arrayContaining(['report/curated', 'report/text-curated']));
    expect(held().body).toContain('二、存在的问题');
  });
});

describe('what no curator touched', () => {
  it('follows recognition when an older import wrote it otherwise', async () => {
    await imported();
    const fresh = text();
    const { report, body } = held();
    const older: Report = { ...report, title: '旧题', notes: report.notes.slice(3), signed: null };
    const olderBody = body.replace('## 二、', '### 二、');
    writeFileSync(
      join(content, file),
      reportFileText({ ...older, imported: importedText(partDigests(older, olderBody)) }, olderBody),
    );
    expect((await imported()).state).toBe('written');
    expect(text()).toBe(fresh);
  });

  it('a file of before `imported` stays as it is', async () => {
    await imported();
    const { report, body } = held();
    const { imported: _, ...rest } = report;
    const plain = reportFileText({ ...rest, notes: rest.notes.slice(1) }, body);
    writeFileSync(join(content, file), plain);
    expect((await imported()).state).toBe('unchanged');
    expect(text()).toBe(plain);
  });
});

describe('`imported` itself', () => {
  it('is kept by repair and may be taken out', async () => {
    await imported();
    expect(repairedFile(text().replaceAll('\n', '\r\n'), file)).toEqual({ text: text(), issues: [] });
    const without = text().replace(/^imported: .*\n/m, '');
    expect(without).not.toBe(text());
    expect(repairedFile(without, file)).toEqual({ text: without, issues: [] });
  });

  it('goes with a redaction, which is no curator’s overrule', async () => {
    await imported();
    const name = soughtText(held().report.notes[0]?.quote ?? '');
    if (!name) throw new Error('no note to take out');
    const order = { content, id: '140600/2024', name, reason: '应本人请求', today: '2026-01-02' };
    await redactName({ ...order, isDry: false, withVariants: false });
    const { report, body } = held();
    const kept = curatedReport({ report, body }, { report, body }, true).kept;
    expect([report.redactions.length, kept]).toEqual([1, []]);
    expect(importedDigests(report)).toEqual(partDigests(report, body));
  });
});

it('takes a joint report’s bodies from the command line and from the file', async () => {
  const joint = '中共朔州市委、朔州市人民政府';
  const said = await imported({ overrules: { issuer: joint } });
  expect([said.record.issuerKind, said.record.reportId]).toEqual(['party-and-government', '140600/2024']);
  expect(said.record.issuers.map(({ basis }) => basis)).toEqual(['curator', 'curator']);
  expect((await imported()).state).toBe('unchanged');
});

it('whatever notes and doubts were taken out or rewritten, they stay so and all others come back', async () => {
  await imported();
  const { report, body } = held();
  const choice = fc.constantFrom('keep', 'delete', 'rewrite');
  const choices = fc.tuple(
    fc.array(choice, { minLength: report.notes.length, maxLength: report.notes.length }),
    fc.array(choice, { minLength: report.doubts.length, maxLength: report.doubts.length }),
  );
  fc.assert(
    fc.property(choices, ([forNotes, forDoubts]) => {
      const notes = report.notes.flatMap((note, at) =>
        forNotes[at] === 'delete' ? [] : forNotes[at] === 'rewrite' ? { ...note, reason: '编者改写。' } : note,
      );
      const doubts = report.doubts.flatMap((doubt, at) =>
        forDoubts[at] === 'delete' ? [] : forDoubts[at] === 'rewrite' ? { ...doubt, message: '编者改写' } : doubt,
      );
      const edited = { report: { ...report, notes, doubts }, body };
      const once = curatedReport({ report, body }, edited, true);
      expect(once.report.notes).toEqual(notes);
      expect(once.report.doubts).toEqual(doubts);
      const twice = curatedReport(
        { report, body },
        { report: { ...once.report, imported: once.imported }, body: once.body },
        true,
      );
      expect(twice.imported).toBe(once.imported);
      expect(twice.report.notes).toEqual(notes);
    }),
    { numRuns: 100 },
  );
});
