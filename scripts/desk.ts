/** `npm run desk`: see `usage`. */
import { once } from 'node:events';
import { join } from 'node:path';
import type { DeskPlaces } from '../src/desk/drafts/desk-places.ts';
import { deskServer } from '../src/desk/server/desk-server.ts';
import { commandLine } from '../src/host/command-line.ts';
import { failureSentence } from '../src/host/expected-failure.ts';
import { heldLock } from '../src/host/held-lock.ts';
import { progress } from '../src/host/progress.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';

const usage = `npm run desk    审稿台：在本机打开一个网页，逐份审阅采集的原件，收录、搁置或不收；按 Ctrl-C 停止
  采集的原件（npm run collect 所存）成为 content/drafts/ 里的草稿，不发布；文件也可以拖到网页上
  --take         只把新采集的原件读成草稿，不打开网页
  --port PORT    网页的端口，4331
只有本机、只有所印网址第一次打开的那个浏览器能用。每一步都是文件的改动，git diff 看得到；草稿随时可以放下。`;

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) < 65536;
const { values } = commandLine({
  usage,
  options: { take: { type: 'boolean' }, port: { type: 'string' } },
  faults: ({ values: { port } }) =>
    port === undefined || isPort(port) ? [] : [`--port 应是端口号，如 4332，现为“${port}”`],
});
const { collected, cache } = settings();
const places: DeskPlaces = {
  ...{ content: standingFolder(settings().content, 'ARCHIVE_CONTENT'), collected },
  own: join(import.meta.dirname, '../content'),
  today: () => new Date().toISOString().slice(0, 10),
};
const unlock = await heldLock(join(cache, 'desk.lock'), {
  holder: '另一个审稿台',
  tell: (sentence) => console.error(sentence),
});
const desk = deskServer(places);
const port = Number(values.port ?? 4331);

/** Makes drafts of what is new, and says how many and what was wrong. */
async function take(): Promise<void> {
  let phase: ReturnType<typeof progress> | null = null;
  const made = await desk.intake.takeCollected((done, total) => {
    if (total === 0) return;
    phase ??= progress('读入', '份', total, { foot: process.stderr });
    phase.reach(done);
  });
  for (const fault of desk.intake.faults) console.error(fault);
  if (made > 0 || values.take) console.log(`读成草稿 ${made} 份`);
}

if (values.take) {
  process.on('SIGINT', () => void desk.intake.stop());
  await take();
  process.exitCode = desk.intake.faults.length > 0 ? 1 : 0;
  unlock();
} else {
  desk.server.on('error', (error: NodeJS.ErrnoException) => {
    const sentence = error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用` : (failureSentence(error) ?? error.message);
    console.error(`${sentence}。换一个端口：npm run desk -- --port ${port + 1}`);
    process.exit(1);
  });
  desk.server.listen(port, '127.0.0.1');
  await once(desk.server, 'listening');
  console.log(`审稿台已在 ${desk.address()} （这个网址只能打开一次；按 Ctrl-C 停止）`);
  process.on('SIGINT', () => void desk.close().then(() => process.exit(0)));
  await take();
}
