import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFiles } from '../../src/build/compressed-files.ts';
import { headerRules, headersOf } from '../../src/host/site-headers.ts';
import { hostSettings } from '../../src/hosting/host-settings.ts';

const kinds = Object.entries(hostSettings);

test('a file has the headers of all rules that fit it, the later before the earlier', () => {
  expect(headersOf('/about/')).toMatchObject({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' });
  expect(headersOf('/search-index/start.json')).toEqual(headersOf('/'));
  expect(headersOf('/search-index/texts-1.bin')['Cache-Control']).toContain('immutable');
  expect(headersOf('/_astro/x.css')['Content-Security-Policy']).toBe(headersOf('/')['Content-Security-Policy']);
  const capture = headersOf('/sources/x.html.txt');
  expect(capture['Content-Security-Policy']).toMatch(/^sandbox; default-src 'none'/);
  expect(capture['Content-Type']).toBe('text/plain; charset=utf-8');
  expect(capture['X-Content-Type-Options']).toBe('nosniff');
  for (const path of ['/', '/sources/x.pdf'])
    for (const directive of ['form-action', 'base-uri', 'frame-ancestors'])
      expect(headersOf(path)['Content-Security-Policy']).toContain(`${directive} '`);
});

test.for(kinds)('the settings of %s hold both policies and how long files last', ([, text]) => {
  const settings = text('/');
  for (const path of ['/', '/sources/x']) expect(settings).toContain(headersOf(path)['Content-Security-Policy']);
  expect(settings).toContain('nosniff');
  expect(settings).toContain('max-age=31536000, immutable');
});

test.for(kinds)('the settings of %s name no path of the site outside of its base', ([, text]) => {
  const settings = text('/law.archive/');
  for (const { folder } of headerRules.filter(({ folder }) => folder !== '/'))
    for (const [, before] of settings.matchAll(new RegExp(`(\\S*)${folder}`, 'g')))
      expect(before).toMatch(/law\\?\.archive$|^dist$/);
  expect(text('/')).not.toContain('law');
});

test('what object stores are given last takes away what the site no longer has, and COS sets the policy of captures behind that of all', () => {
  for (const kind of ['oss', 'cos'] as const) {
    const uploads = hostSettings[kind]('/a/')
      .split('\n')
      .filter((line) => /^(?:ossutil|coscli) /.test(line));
    expect(uploads.map((line) => line.includes(' --delete '))).toEqual([false, false, false, true]);
    expect(uploads.at(-1)).toContain(' dist/ ');
  }
  const rules = [
    ...hostSettings.cos('/a/').matchAll(/"HeaderName":"Content-Security-Policy".*"RulePaths":\["(.*?)"\]/g),
  ];
  expect(rules.map(([, path]) => path)).toEqual(['*', '/a/sources/']);
});

test('each place of nginx has every header, for it forgets those outside', () => {
  const places = hostSettings.nginx('/').split('location ').slice(1);
  expect(places.length).toBeGreaterThan(2);
  for (const place of places)
    for (const name of Object.keys(headersOf('/'))) expect(place.split(`add_header ${name} `)).toHaveLength(2);
});

test('what is published for Cloudflare and Netlify is no longer than they read', () => {
  const lines = hostSettings.headers('/').split('\n');
  for (const line of lines) expect(line.length).toBeLessThan(2000);
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100);
});

test('the command prints the settings alone, for the base that is given', () => {
  const printed = execFileSync(process.execPath, ['scripts/host-settings.ts', 'caddy', '--base', '/a/'], {
    encoding: 'utf8',
  });
  expect(printed).toBe(hostSettings.caddy('/a/'));
});

test('compressed forms hold the same bytes; what is no text, no smaller or compressed already has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-compress-'));
  const text = '法治政府建设年度报告。'.repeat(500);
  const files = {
    'index.html': text,
    'a/page.js': text,
    'small.css': 'a{}',
    'search-index/start.json': text,
    'x.bin': text,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  // Of an earlier text, which has become too small.
  writeFileSync(join(folder, 'small.css.gz'), 'old');
  const { files: count, bytes, compressedBytes } = await compressFiles(folder);
  expect(count).toBe(2);
  expect(compressedBytes).toBeLessThan(bytes / 10);
  for (const name of ['index.html', 'a/page.js']) {
    expect(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString()).toBe(text);
    expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString()).toBe(text);
  }
  for (const name of ['small.css', 'search-index/start.json', 'x.bin'])
    for (const ending of ['.gz', '.br']) expect(() => readFileSync(join(folder, name + ending))).toThrow('ENOENT');
  rmSync(folder, { recursive: true });
});
