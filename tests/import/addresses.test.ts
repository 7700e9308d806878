import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readHostRegister } from '../../src/content-files/host-register.ts';
import { readIssuerRegister } from '../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { type ImportSetting, importInput } from '../../src/import/import-input.ts';
import type { ImportOutcome } from '../../src/import/import-outcome.ts';
import { addressDay } from '../../src/import/lines/address-day.ts';
import { writtenAddress } from '../../src/import/lines/page-address.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { captureOrigins } from '../../src/import/source/capture-origins.ts';
import { readCapturesFile } from '../../src/import/source/captures-file.ts';
import { inputFiles } from '../../src/import/source/input-files.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const issuers = readIssuerRegister('content');

/** An invented county report without a word of when it was published. */
const page = (county = '霍山县', head = ''): string => `${head}${county}2023年度法治政府建设情况报告
2023年，${county}坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。县委、县政府高度重视，专题研究法治政府建设工作6次，我县依法行政水平不断提高。
二、存在的不足和原因
我县基层执法力量薄弱，法治宣传形式不够丰富，主要是培训不够。
三、2024年工作安排
下一步，我县将继续推进法治政府建设，进一步规范行政执法行为。
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'addresses-'));
  mkdirSync(join(folder, 'in/sub'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);
const setting = (): ImportSetting => ({
  ...{
    content: join(folder, 'content'),
    names,
    issuers,
    today: '2026-01-01',
    isDry: false,
    mode: 'new',
    overrules: {},
  },
  hosts: readHostRegister(folder).hosts,
});
const imported = (text: string, address: string | null = null, more: Partial<ImportSetting> = {}) => {
  write('in/a.txt', text);
  const origin = { address, captured: null };
  return importInput(join(folder, 'in/a.txt'), { ...setting(), ...more }, { origin });
};
const codes = ({ record }: ImportOutcome): string[] => record.issues.map(({ code }) => code);
const held = ({ record }: ImportOutcome) => {
  const file = record.path ?? '';
  return readReportFile(readFileSync(join(folder, 'content', file), 'utf8'), file).report;
};

describe('the address of a page', () => {
  it('is what the command line says, else the list beside, else the first line', async () => {
    const [given, listed, own] = [
      'https://www.ahhuoshan.gov.cn/1',
      'https://www.ahhuoshan.gov.cn/2',
      'https://www.ahhuoshan.gov.cn/3',
    ];
    const text = page('霍山县', `网址：${own}\n`);
    expect((await imported(text, null, { isDry: true })).record.url).toBe(own);
    expect((await imported(text, listed, { isDry: true })).record.url).toBe(listed);
    const all = await imported(text, listed, { overrules: { sourceUrl: given } });
    expect([all.state, all.record.url, codes(all).includes('source/address-disagrees')]).toEqual([
      'written',
      given,
      true,
    ]);
    expect(held(all)?.sources[0]?.url).toBe(given);
  });

  it('stands in the ledger where it was a line, and not in the text', async () => {
    const outcome = await imported(page('霍山县', '\nURL: https://www.ahhuoshan.gov.cn/art/2024/1/20/a.html\n'));
    expect(outcome.record.ledger).toMatchObject({ balances: true, excluded: [{ line: 2, rule: 'page/address' }] });
    expect(held(outcome)?.sources[0]).toMatchObject({
      url: 'https://www.ahhuoshan.gov.cn/art/2024/1/20/a.html',
      excluded: [{ from: 2, to: 2, rule: 'page/address' }, { rule: 'title' }],
    });
  });

  it.each([
    ['URL: https://a.gov.cn/x', 'https://a.gov.cn/x'],
    ['\ufeffurl：http://a.gov.cn/x ', 'http://a.gov.cn/x'],
    ['来源网址：https://a.gov.cn/中文?a=1#b', 'https://a.gov.cn/中文?a=1#b'],
    ['网址: 见附件', null],
    ['网址：ftp://a.gov.cn/x', null],
    ['网址：https://', null],
    ['来自网址：https://a.gov.cn/x', null],
    ['URL: https://a.gov.cn/x 打印', null],
  ])('in the line “%s” is %s', (line, address) => {
    expect(writtenAddress(line)).toBe(address);
  });

  it('stays as it is held while nobody says another', async () => {
    const first = await imported(page(), 'https://www.ahhuoshan.gov.cn/art/2024/1/20/a.html');
    expect(held(first)).toMatchObject({ published: { value: '2024-01-20', basis: 'path' } });
    const again = await imported(page());
    expect([again.state, again.record.url]).toEqual(['unchanged', 'https://www.ahhuoshan.gov.cn/art/2024/1/20/a.html']);
    const moved = await imported(page(), 'https://www.ahhuoshan.gov.cn/art/2024/1/21/a.html');
    expect([moved.state, held(moved)?.published?.value]).toEqual(['written', '2024-01-21']);
  });

  it('is asked for where a folder’s file has none', async () => {
    write('in/a.txt', page());
    const asked = await importInput(join(folder, 'in/a.txt'), setting(), { asksAddress: true });
    expect(codes(asked)).toContain('source/address-unknown');
    expect(codes(await imported(page()))).not.toContain('source/address-unknown');
  });
});

describe('the day in an address', () => {
  it.each([
    ['https://a.gov.cn/2024/01/20/1.html', '2024-01-20'],
    ['https://a.gov.cn/art/2024/1/20/art_1.html', '2024-01-20'],
    ['https://a.gov.cn/zwgk/t20240120_55.html', '2024-01-20'],
    ['https://a.gov.cn/zwgk/202401/t20240120_55.shtml', '2024-01-20'],
    ['https://a.gov.cn/zwgk/202402/t20240120_55.shtml', undefined],
    ['https://a.gov.cn/2024/13/40/1.html', undefined],
    ['https://a.gov.cn/202401/1.html', undefined],
    ['https://a.gov.cn/1.html?d=/2024/01/20/', undefined],
  ])('%s is %s', (address, day) => {
    expect(addressDay(address)?.value).toBe(day);
  });

  it('gives way to the page’s own, and says where they disagree', async () => {
    const text = page().replace('\n', '\n发布日期：2024-02-26\n');
    const same = await imported(text, 'https://a.gov.cn/2024/02/26/1.html', { isDry: true });
    expect([same.record.published, codes(same).includes('date/address-disagrees')]).toEqual(['2024-02-26', false]);
    const other = await imported(text, 'https://a.gov.cn/2024/02/20/1.html', { isDry: true });
    expect([other.record.published, codes(other).includes('date/address-disagrees')]).toEqual(['2024-02-26', true]);
  });

  it('is no day of publication before the report year is over, or to come', async () => {
    const early = await imported(page(), 'https://a.gov.cn/2023/02/20/1.html', { isDry: true });
    expect([early.record.published, codes(early).includes('date/before-year-end')]).toEqual([null, true]);
    const late = await imported(page(), 'https://a.gov.cn/2031/02/20/1.html', { isDry: true });
    expect([late.record.published, codes(late).includes('date/to-come')]).toEqual([null, true]);
  });
});

describe('the site of an address', () => {
  const register = (...rows: string[]): void => write('hosts.csv', `host,region,kind,checked\n${rows.join('\n')}\n`);

  it('is official by its name or by the register, else a warning', async () => {
    register('huoshandaily.com,,newspaper,2026-01-01', 'ahhs.com.cn,341525,government,2026-01-01');
    const said = async (address: string): Promise<boolean> =>
      codes(await imported(page(), address, { isDry: true })).includes('source/host-not-official');
    expect(await said('https://www.ahhuoshan.gov.cn/1')).toBe(false);
    expect(await said('https://www.huoshandaily.com/1')).toBe(false);
    expect(await said('https://old.ahhs.com.cn/1')).toBe(false);
    expect(await said('https://fanwen.example.com/1')).toBe(true);
    expect(await said('https://fakegov.cn/1')).toBe(true);
    expect(await said('https://gov.cn.example.com/1')).toBe(true);
  });

  it('is evidence for one of several places of one name, never against what the page says', async () => {
    const text = page('白云区').replaceAll('县', '区');
    expect((await imported(text, 'https://www.a.gov.cn/1', { isDry: true })).record.region).toBeNull();
    register(
      'a.gov.cn,520100,government,2026-01-01',
      'b.gov.cn,341500,government,2026-01-01',
      'c.gov.cn,520000,government,2026-01-01',
    );
    const chosen = await imported(text, 'https://www.a.gov.cn/1', { isDry: true });
    expect([chosen.record.region?.code, codes(chosen).includes('source/host-disagrees')]).toEqual(['520113', false]);
    const below = await imported(page(), 'https://x.b.gov.cn/1', { isDry: true });
    expect([below.record.region?.code, codes(below).includes('source/host-disagrees')]).toEqual(['341525', false]);
    const other = await imported(page(), 'https://c.gov.cn/1', { isDry: true });
    expect([other.record.region?.code, codes(other).includes('source/host-disagrees')]).toEqual(['341525', true]);
  });

  it('knows a unit by the codes that it bore before', async () => {
    register('shangdang.gov.cn,140404,government,2026-01-01');
    const outcome = await imported(
      page('长治县').replaceAll('2023', '2017').replace('2024', '2018'),
      'https://www.shangdang.gov.cn/1',
    );
    expect([outcome.record.region?.code, codes(outcome).includes('source/host-disagrees')]).toEqual(['140421', false]);
  });

  it('has each bad line of the register said, all at once', () => {
    register(
      'WWW.a.gov.cn,341525,government,2026-01-01',
      'b.gov.cn,,government,2026-02-30',
      'c.gov.cn,341525,blog,2026-01-01',
    );
    const { hosts, issues } = readHostRegister(folder);
    expect([hosts.size, issues.map(({ line, code }) => [line, code])]).toEqual([
      0,
      [2, 3, 4].map((line) => [line, 'hosts/row']),
    ]);
  });
});

describe('captures.csv', () => {
  const read = (text: string | Uint8Array) =>
    readCapturesFile(
      typeof text === 'string' ? Buffer.from(text) : text,
      'captures.csv',
      '2026-01-01',
      (name) => name !== 'no.txt',
    );
  const head = 'file,address,captured,note\n';

  it('says where files beside it come from, with a byte-order mark or without', () => {
    const rows = `a.txt,https://a.gov.cn/1,2024-03-01,\n"b, c.html",https://a.gov.cn/2,,"说明，一"\n`;
    for (const mark of ['', '\ufeff']) {
      const { origins, issues } = read(mark + head + rows);
      expect(issues).toEqual([]);
      expect([...origins]).toEqual([
        ['a.txt', { address: 'https://a.gov.cn/1', captured: '2024-03-01' }],
        ['b, c.html', { address: 'https://a.gov.cn/2', captured: null }],
      ]);
    }
  });

  it('has every fault said with its line, and the other rows used', () => {
    const rows = [
      'a.txt,www.a.gov.cn,,',
      'b.txt,https://a.gov.cn/1,2024-02-30,',
      'c.txt,https://a.gov.cn/1,2027-01-01,',
      'no.txt,https://a.gov.cn/1,,',
      'd.txt,https://a.gov.cn/1',
      '../e.txt,https://a.gov.cn/1,,',
      'f.txt,https://a.gov.cn/1,,',
      'f.txt,https://a.gov.cn/2,,',
      '"g.txt,https://a.gov.cn/1,,',
    ];
    const { origins, issues } = read(`${head}${rows.join('\n')}\n`);
    expect([...origins.keys()]).toEqual(['f.txt']);
    expect(issues.map(({ line, code }) => `${line} ${code}`).sort()).toEqual([
      '10 captures/csv',
      '2 captures/row',
      '3 captures/row',
      '4 captures/row',
      '5 captures/no-file',
      '6 captures/row',
      '7 captures/row',
      '9 captures/row',
    ]);
  });

  it('is refused whole, by its line, where it has other columns or is no UTF-8', () => {
    expect(read('file,url\na.txt,https://a.gov.cn/1\n').issues.map(({ line, code }) => [line, code])).toEqual([
      [1, 'captures/csv'],
    ]);
    const gbk = Buffer.concat([
      Buffer.from(`${head}a.txt,https://a.gov.cn/1,,`),
      Buffer.from([0xb7, 0xa8]),
      Buffer.from('\n'),
    ]);
    expect(read(gbk).issues.map(({ line, code }) => [line, code])).toEqual([[2, 'captures/csv']]);
  });

  it('is found beside the file, and above it up to the folder that was named', () => {
    write('in/a.txt', 'a');
    write('in/sub/b.txt', 'b');
    write('in/captures.csv', `${head}sub/b.txt,https://a.gov.cn/1,,\na.txt,https://a.gov.cn/2,,\n`);
    const { files } = inputFiles([join(folder, 'in')]);
    const { originOf, issues } = captureOrigins(files, '2026-01-01');
    expect(issues).toEqual([]);
    expect(files.map(({ file }) => originOf(file).address)).toEqual(['https://a.gov.cn/2', 'https://a.gov.cn/1']);
    const alone = inputFiles([join(folder, 'in/sub/b.txt')]).files;
    expect(captureOrigins(alone, '2026-01-01').originOf(alone[0]?.file ?? '').address).toBeNull();
  });
});
