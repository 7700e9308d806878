import { afterEach, expect, test, vi } from 'vitest';
import { Unanswered } from '../../../../src/browser/search/exact/engine.ts';
import { reportRecords } from '../../../../src/browser/search/records/record-files.ts';

const record = { path: ['某省'], issuers: ['某机关'], title: '某报告', published: null };
const reports = (...ids: string[]) => ids.map((id) => ({ id, region: id.slice(0, 6) }));
const routes = (folder: string) => ({ reportRecords: (province: string) => `/${folder}/${province}` });
afterEach(() => vi.unstubAllGlobals());

test('a file for each province is fetched, once', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return Response.json(address.endsWith('140000') ? { '140404/2024': record, '140100/2024': record } : {});
  });
  const ids = ['140404/2024', '140100/2024'];
  expect([...(await reportRecords(routes('a'), reports(...ids))).keys()]).toEqual(ids);
  await reportRecords(routes('a'), reports('140404/2024'));
  expect(asked).toEqual(['/a/140000']);
});

test.for<[string, () => Promise<Response>]>([
  ['that is not there', async () => new Response('', { status: 404 })],
  ['that the network fails to give', () => Promise.reject(new TypeError('network'))],
  ['that is a page', async () => new Response('<!doctype html>')],
  ['that lacks a report', async () => Response.json({})],
])('a file %s is said, and fetched anew the next time', async ([name, answer]) => {
  vi.stubGlobal('fetch', answer);
  await expect(reportRecords(routes(name), reports('140404/2024'))).rejects.toBeInstanceOf(Unanswered);
  if (name === 'that lacks a report') return;
  vi.stubGlobal('fetch', async () => Response.json({ '140404/2024': record }));
  expect((await reportRecords(routes(name), reports('140404/2024'))).size).toBe(1);
});
