import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readIssuerRegister } from '../../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { readReportFile } from '../../../src/content-files/report-file.ts';
import { type ImportSetting, importInput } from '../../../src/import/import-input.ts';
import type { ImportOutcome } from '../../../src/import/import-outcome.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { repairedFile } from '../../../src/import/write/repaired-file.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const issuers = readIssuerRegister('content');
const report = 'reports/34/341525/2023.md';

/** An invented county report; `more` makes another text of it. */
const page = (more = ''): string => `霍山县2023年度法治政府建设情况报告
发布日期：2024-02-26
2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。县委、县政府高度重视，专题研究法治政府建设工作6次，我县依法行政水平不断提高。
（二）规范行政执法。全县开展案卷评查3次，评查案卷90份，办结率100%。${more}
二、存在的不足和原因
我县基层执法力量薄弱，法治宣传形式不够丰富，主要是培训不够。
三、2024年工作安排
下一步，我县将继续推进法治政府建设，进一步规范行政执法行为。
`;
/** Wholly other words under the same head. */
const other = page().replace(
  /（一）[\s\S]*三、/,
  '（一）全部改写。改写后的文字与原来毫无相同之处，讲的是另外的事情，全县上下另起炉灶。\n二、存在的不足\n人手少。\n三、',
);

let content = '';
let inputs = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  inputs = mkdtempSync(join(tmpdir(), 'inputs-'));
});
afterEach(() => {
  for (const folder of [content, inputs]) rmSync(folder, { recursive: true });
});

const imported = (text: string, more: Partial<ImportSetting> = {}): Promise<ImportOutcome> => {
  const file = join(inputs, 'page.txt');
  writeFileSync(file, text);
  return importInput(file, {
    content,
    names,
    issuers,
    today: '2025-06-01',
    isDry: false,
    mode: 'new',
    overrules: {},
    ...more,
  });
};
const codes = ({ record }: ImportOutcome): string[] => record.issues.map(({ code }) => code);
const held = (file = report) => {
  const read = readReportFile(readFileSync(join(content, file), 'utf8'), file);
  if (!read.report) throw new Error(JSON.stringify(read.issues));
  return read.report;
};
const files = (): string[] =>
  globSync('**/*', { cwd: content })
    .filter((name) => /\.\w+$/.test(name))
    .sort();

describe('storing', () => {
  it('writes the capture byte for byte and the report, and nothing the second time', async () => {
    expect((await imported(page())).state).toBe('written');
    const before = files();
    expect(before).toEqual([report, `sources/${held().sources[0]?.sha256}.txt`]);
    expect(readFileSync(join(content, before[1] ?? ''), 'utf8')).toBe(page());
    const again = await imported(page());
    expect([again.state, again.diff]).toEqual(['unchanged', '']);
    expect(files()).toEqual(before);
  });

  it('writes nothing on a dry run but shows every line', async () => {
    const { state, diff } = await imported(page(), { isDry: true });
    expect(state).toBe('written');
    expect(files()).toEqual([]);
    expect(diff).toContain(`+++ ${report}`);
    expect(diff).toContain('+## 一、主要举措和成效');
  });

  it('refuses nearly the same text and another text of a held report, and leaves both untouched', async () => {
    await imported(page());
    const before = readFileSync(join(content, report), 'utf8');
    const near = await imported(page('另有一句。'));
    expect([near.state, codes(near).includes('report/same-text')]).toEqual(['refused', true]);
    const far = await imported(other);
    expect([far.state, codes(far).includes('report/held')]).toEqual(['refused', true]);
    expect(readFileSync(join(content, report), 'utf8')).toBe(before);
    expect(files()).toHaveLength(2);
  });

  it('recognises the same text under another issuer', async () => {
    await imported(page());
    const again = await imported(page('另有一句。'), { overrules: { issuer: '霍山县司法局' } });
    expect(codes(again)).toContain('report/same-text');
  });

  it('enters another source with the same letters, whatever its layout and punctuation', async () => {
    await imported(page());
    const elsewhere = page()
      .replace(/^发布.*$/m, '来源：霍山县司法局')
      .replaceAll('，', ',')
      .replaceAll('\n', '\n\n　　');
    const entered = await imported(elsewhere, { mode: 'source' });
    expect([entered.state, codes(entered).filter((code) => code.startsWith('source/'))]).toEqual(['written', []]);
    expect(held().sources).toHaveLength(2);
    expect(held().doubts.some(({ code }) => code === 'source/differs')).toBe(false);
  });

  it('refuses another source whose letters differ with every place, and enters it once that is accepted', async () => {
    await imported(page());
    const before = readFileSync(join(content, report), 'utf8');
    const other = page('另有一句。').replace('案卷90份', '案卷96份').replace('法治宣传', '普法宣传');
    const refused = await imported(other, { mode: 'source' });
    expect(refused.state).toBe('refused');
    const told = refused.record.issues.find(({ code }) => code === 'source/differs');
    expect(told?.severity).toBe('error');
    expect(told?.message.split('\n    ')).toEqual([
      expect.stringContaining('3 处，共 9 字'),
      expect.stringMatching(/^第 4 段，库中“.*90份.*”，这一来源“.*96份.*”$/),
      expect.stringContaining('另有一句。'),
      expect.stringMatching(/法治宣传.*普法宣传/),
    ]);
    expect(readFileSync(join(content, report), 'utf8')).toBe(before);
    expect(files()).toHaveLength(2);

    const entered = await imported(other, { mode: 'source', keepsDiffering: true });
    expect([entered.state, codes(entered).includes('source/kept-differing')]).toEqual(['written', true]);
    expect(held().sources).toHaveLength(2);
    expect(readFileSync(join(content, report), 'utf8').split('---')[2]).toBe(before.split('---')[2]);
    expect(held().doubts.find(({ code }) => code === 'source/differs')?.message).toContain('96份');
    // Neither source changes anything once more.
    for (const text of [other, page()]) expect((await imported(text)).state).toBe('unchanged');
  });

  it('tells at most 30 places, and how many there are', async () => {
    const long = (word: string): string =>
      page(Array.from({ length: 60 }, (_, at) => `第${at}项工作已经办结，完成情况很好${word}，群众满意。`).join(''));
    await imported(long('甲'));
    const refused = await imported(long('乙'), { mode: 'source' });
    const [count, ...places] =
      refused.record.issues.find(({ code }) => code === 'source/differs')?.message.split('\n') ?? [];
    expect([count, places.length]).toEqual([expect.stringContaining('60 处，共 120 字'), 30]);
  });

  it('never takes another report for a source', async () => {
    await imported(page());
    const words = (text: string): string => text.replace(/[。，]/g, '，另外还做了许多别的事情。');
    const refused = await imported(words(other), { mode: 'source', keepsDiffering: true });
    expect([refused.state, codes(refused).includes('source/other-report')]).toEqual(['refused', true]);
    expect(files()).toHaveLength(2);
  });

  it('makes a new version and keeps the old one at an address of its own', async () => {
    await imported(page());
    const before = readFileSync(join(content, report), 'utf8');
    const { diff } = await imported(other, { mode: 'version' });
    // What is shown is what the texts differ in, not the whole old file.
    expect(diff.split('\n')[0]).toBe(`原来的一份不改一字，移作 ${report.replace('.md', '.v1.md')}`);
    expect(diff).not.toContain(`+++ ${report.replace('.md', '.v1.md')}`);
    expect(held().versions).toEqual([{ version: 1, until: '2025-06-01', reason: '以后出的文本取代' }]);
    expect(readFileSync(join(content, report.replace('.md', '.v1.md')), 'utf8')).toBe(before);
    expect((await imported(other)).state).toBe('unchanged');
  });

  it('overwrites only when told to', async () => {
    await imported(page());
    expect((await imported(other, { mode: 'replace' })).state).toBe('written');
    expect(readFileSync(join(content, report), 'utf8')).toContain('全部改写');
  });

  it('keeps what a curator wrote into the file', async () => {
    await imported(page());
    const text = readFileSync(join(content, report), 'utf8')
      .replace('signed: null', 'signed:\n  value: "2024-02-20"\n  precision: day\n  basis: curator')
      .replace(
        'notes: []',
        'notes:\n  - code: damage/mark-lost\n    quote: 案卷90份\n    occurrence: 1\n    reading: null\n    reason: 编者所加。',
      )
      .replace('titleBasis: text', 'titleBasis: curator')
      .replace('title: 霍山县', 'title: 安徽省霍山县');
    writeFileSync(join(content, report), text);
    expect((await imported(page())).state).toBe('written');
    expect(held()).toMatchObject({
      title: '安徽省霍山县2023年度法治政府建设情况报告',
      signed: { value: '2024-02-20', basis: 'curator' },
    });
    expect(held().notes.map(({ quote }) => quote)).toContain('案卷90份');
    expect(held().doubts.map(({ code }) => code)).not.toContain('date/signed-unknown');
    expect((await imported(page())).state).toBe('unchanged');
  });

  it('keeps a region, year and issuer said on the command line', async () => {
    const vague = page().replaceAll('霍山县', '白云区').replaceAll('县', '区');
    const first = await imported(vague);
    expect([first.state, first.record.region, first.record.regionCandidates]).toEqual([
      'refused',
      null,
      ['440111', '520113'],
    ]);
    const said = await imported(vague, { overrules: { region: '520113' } });
    expect([said.state, said.record.reportId, said.record.basis.region]).toEqual(['written', '520113/2023', 'curator']);
    const again = await imported(vague);
    expect([again.state, again.record.reportId]).toEqual(['unchanged', '520113/2023']);
  });

  it('refuses a region or an issuer that cannot be', async () => {
    const wrong = await imported(page(), { overrules: { region: '999999' } });
    expect([wrong.state, codes(wrong).includes('region/given-unknown')]).toEqual(['refused', true]);
    const nobody = await imported(page(), { overrules: { issuer: '某某' } });
    expect([nobody.state, codes(nobody).includes('issuer/given-unknown')]).toEqual(['refused', true]);
    expect(files()).toEqual([]);
  });

  it('refuses a file with two reports', async () => {
    const two = await imported(page() + page().replaceAll('霍山', '金寨'));
    expect([two.state, codes(two).includes('report/two'), files()]).toEqual(['refused', true, []]);
  });

  it('says each broken held file and touches nothing', async () => {
    await imported(page());
    writeFileSync(join(content, report), 'broken');
    const again = await imported(page());
    expect([again.state, codes(again).includes('report/front-matter')]).toEqual(['refused', true]);
  });
});

describe('a disk that takes no more', () => {
  const full = (): Error =>
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  const refusing = (): never => {
    throw full();
  };

  it('leaves nothing behind and says why; the next run goes on', async () => {
    const refused = await imported(page(), { write: refusing });
    expect([refused.state, codes(refused).includes('report/unwritten')]).toEqual(['refused', true]);
    expect(refused.record.issues.find(({ code }) => code === 'report/unwritten')?.message).toContain('磁盘已满');
    expect(files()).toEqual([]);
    expect((await imported(page())).state).toBe('written');
    const before = files();
    const version = await imported(other, { mode: 'version', write: refusing });
    expect([version.state, files()]).toEqual(['refused', before]);
  });

  it('leaves no capture whose report has no place', async () => {
    // A folder stands where the report belongs.
    mkdirSync(join(content, 'reports/34'), { recursive: true });
    writeFileSync(join(content, 'reports/34/341525'), 'a file');
    const refused = await imported(page());
    expect([refused.state, codes(refused).includes('report/unwritten')]).toEqual(['refused', true]);
    expect(globSync('**/*', { cwd: content }).sort()).toEqual(['reports', 'reports/34', 'reports/34/341525']);
  });
});

describe('a failure of the program', () => {
  it('is an issue of its one file, with the place beside it', async () => {
    const broken = await imported(page(), {
      write: () => {
        throw new TypeError('no such thing');
      },
    });
    expect([broken.state, codes(broken)]).toEqual(['refused', ['program/failed']]);
    expect(broken.record.issues[0]?.message).toContain('no such thing');
    expect(broken.fault).toContain('store.test.ts');
    expect(files()).toEqual([]);
  });
});

describe('lines that a curator accepted', () => {
  const prose = '本网站由县大数据中心维护，内容以原件为准。转载请注明出处，谢谢大家支持。';
  const within = page().replace('（二）', `${prose}\n（二）`);
  const line = within.split('\n').indexOf(prose) + 1;

  it('stay out when the same capture comes again without a word', async () => {
    await imported(within, { overrules: { accepted: new Set([line]) } });
    expect(held().sources[0]?.excluded).toContainEqual({ from: line, to: line, rule: 'curator/accepted' });
    const before = readFileSync(join(content, report), 'utf8');
    expect(before).not.toContain(prose);
    expect((await imported(within)).state).toBe('unchanged');
    expect((await imported(within, { mode: 'replace' })).state).toBe('unchanged');
    expect(readFileSync(join(content, report), 'utf8')).toBe(before);
    await imported(within, { overrules: { accepted: new Set([line, line + 1]) } });
    expect((await imported(within)).record.ledger?.excluded.map(({ line }) => line)).toEqual([line, line + 1]);
  });
});

describe('repair', () => {
  it('brings codes, years, order and escapes back into their form', async () => {
    await imported(page());
    const sound = readFileSync(join(content, report), 'utf8');
    const edited = sound
      .replace('region: "341525"', 'region: 341525')
      .replace('year: 2023', 'year: "2023"')
      .replace('signed: null\n', '')
      .replace(/^title: (.*)$/m, "title: '$1'")
      .replace('## 一、', '##   一、')
      .replaceAll('\n', '\r\n');
    expect(edited).not.toBe(sound);
    expect(repairedFile(edited, report)).toEqual({ text: sound, issues: [] });
    expect(repairedFile(sound, report).text).toBe(sound);
  });

  it('leaves what it cannot mend and says why', async () => {
    await imported(page());
    const sound = readFileSync(join(content, report), 'utf8');
    const broken = repairedFile(sound.replace('issuerKind: government', 'issuerKind: king'), report);
    expect([broken.text, broken.issues.map(({ code }) => code)]).toEqual([null, ['report/schema']]);
  });
});
