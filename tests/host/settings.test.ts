import { expect, test } from 'vitest';
import { settingsReading } from '../../src/host/settings.ts';

test('what is not set, or empty, has its default', () => {
  const { settings, faults } = settingsReading({ ARCHIVE_SITE: '', ARCHIVE_CONTACT: '', PORT: '' });
  expect(faults).toEqual([]);
  expect(settings).toEqual({
    content: 'content',
    collected: 'collected',
    out: 'dist',
    cache: '.cache',
    site: null,
    base: '/',
    contact: null,
    footer: null,
    shards: 'shards',
    fragments: null,
    pagefind: null,
    allowsFewer: false,
    allowsOtherText: false,
    port: 4321,
    chromium: null,
    shard: null,
    isInvented: false,
    threads: null,
    threadsAfter: null,
  });
});

test('what is set is read in its type', () => {
  const { settings, faults } = settingsReading({
    ARCHIVE_SITE: 'https://example.org:8080',
    ARCHIVE_BASE: '/a/b/',
    ARCHIVE_FRAGMENTS: '50',
    ARCHIVE_PAGEFIND: '0',
    ARCHIVE_INVENTED: '1',
    ARCHIVE_SHARD: '34',
    ARCHIVE_THREADS: '0,20',
    PORT: '80',
  });
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({
    site: 'https://example.org:8080',
    base: '/a/b/',
    fragments: 50,
    pagefind: false,
    isInvented: true,
    shard: '34',
    threads: 0,
    threadsAfter: 20,
    port: 80,
  });
});

test.for([
  ['ARCHIVE_SITE', ['example.org', 'https://', 'https://example.org/archive/', 'ftp://example.org', 'https://a.org?x']],
  ['ARCHIVE_BASE', ['archive', '/archive', 'archive/', '//', '/a b/', '/a?/', 'https://example.org/']],
  ['ARCHIVE_FRAGMENTS', ['0', '-1', '2.5', 'fifty', '1e3']],
  ['ARCHIVE_PAGEFIND', ['2', 'yes']],
  ['ARCHIVE_ALLOW_FEWER', ['0', 'yes']],
  ['ARCHIVE_SHARD', ['3', '340000', 'Root']],
  ['ARCHIVE_THREADS', ['-1', 'all', '1,']],
  ['PORT', ['0', '65536', '80a', '-1', 'http']],
] as const)('%s of another form is a fault', ([name, values]) => {
  for (const value of values) {
    const { faults } = settingsReading({ [name]: value });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^环境变量 ${name} 应是.+现为“`))]);
    expect(faults[0]).toContain(`“${value}”`);
  }
});

test('all faults are found at once', () => {
  const { faults } = settingsReading({ ARCHIVE_SITE: 'x', ARCHIVE_BASE: 'x', ARCHIVE_FRAGMENTS: 'x', PORT: 'x' });
  expect(faults.length).toBe(4);
});
