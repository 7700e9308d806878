import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { draftNames, heldDraft } from '../../src/desk/drafts/draft.ts';
import { type DeskServer, deskServer } from '../../src/desk/server/desk-server.ts';
import { digestOf, type SampleDesk, sampleDesk, sampleText } from './desk-sample.ts';

let sample: SampleDesk;
let desk: DeskServer;
let home = '';
let cookie = '';

const title = '绩溪县2023年度法治政府建设工作情况报告';
const text = sampleText({ title, signature: '绩溪县人民政府\n2024年2月20日', seed: 1 }).replace(
  '规范执法行为',
  '规范执法行位',
);
const whole = digestOf(text);
const placeless = sampleText({ title: '2022年度法治政府建设情况报告', opening: '现将我县有关情况报告如下：', seed: 2 });
const nowhere = digestOf(placeless);
const hostile = sampleText({ title: '<script>alert(1)</script>歙县2023年度法治政府建设工作报告', seed: 4 });

const answer = z.object({ said: z.string(), to: z.string().optional() });

beforeAll(async () => {
  sample = sampleDesk();
  for (const one of [text, placeless, hostile]) sample.collect(one, 'http://www.cnjx.gov.cn/a.html');
  desk = deskServer(sample.places);
  desk.server.listen(0, '127.0.0.1');
  await once(desk.server, 'listening');
  const address = desk.address();
  home = new URL(address).origin;
  const entered = await fetch(address, { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  await desk.intake.takeCollected();
});
afterAll(async () => {
  await desk.close();
  sample.remove();
});

const got = (path: string): Promise<Response> => fetch(`${home}${path}`, { headers: { cookie } });

async function posted(path: string, body: BodyInit, type = 'application/json', origin = home) {
  const response = await fetch(`${home}${path}`, {
    ...{ method: 'POST', body, headers: { cookie, origin, 'content-type': type } },
  });
  return { status: response.status, text: await response.text() };
}

/** What of a draft acts have to name as what they have seen. */
const revision = (sha256: string): string => desk.desk.revision(desk.desk.draft(sha256));

async function act(sha256: string, name: string, what: object, seen = revision(sha256)) {
  const { status, text: body } = await posted(`/drafts/${sha256}/${name}`, JSON.stringify({ revision: seen, ...what }));
  return { status, ...answer.parse(JSON.parse(body)) };
}

/** A request whose path and headers are sent as they are written here. */
function raw(path: string, headers: Record<string, string>): Promise<number> {
  const { port } = new URL(home);
  return new Promise((done, failed) => {
    const asked = request({ port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    asked.on('error', failed);
    asked.end();
  });
}

describe('who is let in', () => {
  test('nobody without the token or the cookie, under another name, or from another page', async () => {
    const { host } = new URL(home);
    expect(await raw('/', { host })).toBe(403);
    expect(await raw('/?token=x', { host })).toBe(403);
    expect(await raw('/', { host: 'desk.example', cookie })).toBe(403);
    expect(await raw('/', { host, cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await raw('/', { host, cookie })).toBe(200);
    expect((await posted(`/drafts/${whole}/accept`, '{}', 'application/json', 'http://evil.example')).status).toBe(403);
    expect(desk.address()).toMatch(/token=$/);
  });

  test('pages carry a policy that lets no script but the desk’s own run, and what they show is text', async () => {
    const page = await got(`/drafts/${digestOf(hostile)}`);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
    );
    const source = await page.text();
    expect(source).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(source).not.toContain('<script>');
    const capture = await got(`/drafts/${digestOf(hostile)}/capture`);
    expect(capture.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(capture.headers.get('content-type')).toBe('application/octet-stream');
    expect(await capture.text()).toBe(hostile);
  });

  test('no path leads out of the drafts', async () => {
    const { host } = new URL(home);
    const paths = [
      ...['/drafts/../issuers.yaml', '/drafts/%2e%2e/issuers.yaml', '/scripts/../desk.ts', '/styles/%2e%2e/site.css'],
      ...[`/drafts/${whole}/../../x`, `/drafts/${whole}%2fcapture.txt`, `/drafts/${'a'.repeat(63)}`, '/nothing'],
      ...[`/drafts/${whole}/beside?file=reports/../issuers.yaml`, `/drafts/${whole}/beside?file=/etc/passwd`],
      `/drafts/${whole}/beside?draft=../x`,
    ];
    for (const path of paths) expect([path, await raw(path, { host, cookie })]).toEqual([path, 404]);
    expect((await got('/scripts/desk.ts')).status).toBe(200);
  });
});

describe('acts', () => {
  test('change only what was seen, one after the other', async () => {
    const seen = revision(nowhere);
    const both = await Promise.all([
      act(nowhere, 'choose', { set: { region: '341824' } }, seen),
      act(nowhere, 'choose', { set: { region: '341021' } }, seen),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(JSON.parse(readFileSync(sample.inContent(`drafts/${nowhere}/draft.json`), 'utf8')).choices.region).toMatch(
      /^341(?:824|021)$/,
    );
    expect((await act(nowhere, 'choose', { set: { region: '341824' } })).status).toBe(200);
  });

  test('say what is wrong with a choice, and leave the draft as it was', async () => {
    const before = revision(nowhere);
    expect(await act(nowhere, 'choose', { set: { region: '99' } })).toMatchObject({ status: 400, said: /六位代码/ });
    expect(await act(nowhere, 'choose', { set: { region: '999999' } })).toMatchObject({ status: 400 });
    expect(await act(nowhere, 'choose', { set: { year: 'x', published: '昨天', wrong: 1 } })).toMatchObject({
      status: 400,
    });
    expect(await act(nowhere, 'settle', { state: 'refused', reason: ' ' })).toMatchObject({ status: 400 });
    expect(await act(nowhere, 'nothing', {})).toMatchObject({ status: 404 });
    expect((await posted(`/drafts/${nowhere}/choose`, '{', 'application/json')).status).toBe(400);
    expect((await posted(`/drafts/${nowhere}/choose`, '{}', 'text/plain')).status).toBe(400);
    expect(revision(nowhere)).toBe(before);
  });

  test('put off and refuse with a reason, and take it back', async () => {
    expect(await act(nowhere, 'settle', { state: 'postponed', reason: '' })).toMatchObject({
      status: 200,
      said: '已搁置',
    });
    expect(await act(nowhere, 'settle', { state: 'refused', reason: '转载' })).toMatchObject({ status: 200 });
    expect(heldDraft(sample.places.content, nowhere)).toMatchObject({ state: 'refused', reason: '转载' });
    expect(await (await got('/?state=refused')).text()).toContain('转载');
    expect(await act(nowhere, 'settle', { state: 'open', reason: '' })).toMatchObject({ status: 200 });
  });

  test('keep a text as it is written, and own to its letters when the draft is accepted', async () => {
    const own = (await desk.desk.review(whole)).outcome.text?.markdown ?? '';
    const changed = own.replace('行位', '行为');
    const kept = await posted(`/drafts/${whole}/text`, JSON.stringify({ revision: revision(whole), text: changed }));
    expect(kept.status).toBe(200);
    expect(kept.text).toContain('<ins>');
    expect(readFileSync(sample.inContent(`drafts/${whole}/text.md`), 'utf8')).toBe(changed);
    expect(await act(whole, 'accept', {})).toMatchObject({ status: 409, said: /理由/ });
    expect(await act(whole, 'explain', { reason: '原件错字' })).toMatchObject({ status: 200 });
    expect(await (await got(`/drafts/${whole}/preview`)).text()).toMatch(/<del>[^<]*行位[^<]*<\/del>/);
    expect(await act(whole, 'accept', {})).toMatchObject({ status: 200, said: '已收录：reports/34/341824/2023.md' });
    expect(draftNames(sample.places.content)).not.toContain(whole);
    expect(readFileSync(sample.inContent(`sources/${whole}.txt`), 'utf8')).toBe(text);
    const { report, body } = readReportFile(readFileSync(sample.inContent('reports/34/341824/2023.md'), 'utf8'), '');
    expect(body).toContain('规范执法行为');
    expect(report?.departures).toHaveLength(1);
    expect(report?.departures?.[0]).toMatchObject({ capture: /行位/, text: /行为/, reason: '原件错字' });
  });

  test('do not accept what the import refuses, or a disk does not take', async () => {
    expect(
      await act(digestOf(hostile), 'choose', { set: { region: '341824', year: 2023, issuer: '绩溪县人民政府' } }),
    ).toMatchObject({
      status: 200,
    });
    expect(await act(digestOf(hostile), 'accept', {})).toMatchObject({ status: 409, said: /库中已有/ });
    expect(await (await got(`/drafts/${digestOf(hostile)}`)).text()).toContain('作为新版本');
    expect((await got(`/drafts/${digestOf(hostile)}/beside?file=reports/34/341824/2023.md`)).status).toBe(200);
    expect(existsSync(sample.inContent(`sources/${digestOf(hostile)}.txt`))).toBe(false);
  });
});

describe('files that are handed over', () => {
  const dropped = sampleText({
    title: '歙县2021年度法治政府建设工作报告',
    signature: '歙县人民政府\n2022年1月20日',
    seed: 9,
  });

  test('become drafts byte for byte, once', async () => {
    const name = encodeURIComponent('../安徽省/歙县\u202e2021.txt');
    const first = await posted(`/drop?name=${name}`, dropped, 'application/octet-stream');
    expect(answer.parse(JSON.parse(first.text)).to).toBe(`/drafts/${digestOf(dropped)}`);
    expect(heldDraft(sample.places.content, digestOf(dropped))?.name).toBe('安徽省/歙县2021.txt');
    expect(readFileSync(sample.inContent(`drafts/${digestOf(dropped)}/capture.txt`), 'utf8')).toBe(dropped);
    const again = await posted(`/drop?name=${name}`, dropped, 'application/octet-stream');
    expect(again.text).toContain('已在审稿台上');
    expect((await posted('/drop?name=a.txt', text, 'application/octet-stream')).text).toContain('库中已有');
  });

  test('are not taken beyond their size', async () => {
    const { port, host } = new URL(home);
    const status = await new Promise<number>((done) => {
      const headers = { host, cookie, origin: home, 'content-length': String(64 * 2 ** 20 + 1) };
      const asked = request(
        { port, host: '127.0.0.1', path: '/drop?name=a.pdf', method: 'POST', headers },
        (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        },
      );
      asked.on('error', () => undefined);
      asked.write('x');
    });
    expect(status).toBe(413);
    const long = JSON.stringify({ revision: '', text: 'x'.repeat(8 * 2 ** 20) });
    expect((await posted(`/drafts/${nowhere}/text`, long)).status).toBe(413);
  });
});

test('a fault of the program is told to who runs the desk, not shown on the page', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writeFileSync(sample.inContent(`drafts/${nowhere}/draft.json`), '{');
  const page = await got(`/drafts/${nowhere}`);
  expect([page.status, (await page.text()).includes('没有这份草稿')]).toEqual([404, true]);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});
