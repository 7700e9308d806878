import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readIssuerRegister } from '../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { importInput } from '../../src/import/import-input.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { boshan, hedong, jixi, shangdang, shuozhou } from './five-expectations.ts';

const setting = {
  content: 'content',
  names: new RegionNames(regionTree(readRegionRegister('content').regions)),
  issuers: readIssuerRegister('content'),
  today: '2026-01-01',
  isDry: true,
  overrules: {},
  mode: 'new',
} as const;

describe.each([
  ['000 上党区', shangdang],
  ['001 绩溪县', jixi],
  ['002 朔州市', shuozhou],
  ['003 河东区司法局', hedong],
  ['004 博山区', boshan],
] as const)('%s', async (_, expected) => {
  const file = `content/sources/${expected.sha256}.txt`;
  const { record, state, diff } = await importInput(file, setting);

  it('gives every field of the record', () => {
    expect(record).toMatchObject(expected.record);
  });

  it('gives the outline', () => {
    const lines = record.outline.map(({ depth, line, runsIn, text }) => `${depth} ${line}${runsIn ? '+' : ''} ${text}`);
    expect(`\n${lines.join('\n')}\n`).toBe(expected.outline);
  });

  it('gives the roles and where they stand', () => {
    expect(record.sections.map(({ role, where }) => `${role} ${where}`)).toEqual(expected.roles);
  });

  it('gives the issues with their lines', () => {
    const issues = record.issues.map(({ line, code }) => `${line ?? '-'} ${code}`);
    expect(issues.toSorted()).toEqual([...expected.issues].sort());
  });

  it('would change nothing in what is held', () => {
    expect(diff).toBe('');
    expect(state).toBe('unchanged');
  });

  it('keeps the page’s table as it stands', () => {
    const held = readFileSync(`content/${record.path}`, 'utf8');
    const rows = [...held.matchAll(/^ {2}- label: (.*)\n {4}value: (.*)$/gm)].map(
      ([, label, value]) => `${label}=${value?.replace(/^"|"$/g, '')}`,
    );
    expect(rows).toEqual(expected.page);
  });
});
