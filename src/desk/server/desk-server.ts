import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { failureSentence, machineRefusal } from '../../host/expected-failure.ts';
import { heldReport, UnreadableReport } from '../../import/write/held-reports.ts';
import type { DeskPlaces } from '../drafts/desk-places.ts';
import { draftStates, isDraftName } from '../drafts/draft.ts';
import type { QueueFilter } from '../drafts/draft-queue.ts';
import { besidePage } from '../pages/beside-page.ts';
import { deskPage } from '../pages/desk-page.ts';
import { checkedText, draftPage, unreadPage } from '../pages/draft-page.ts';
import { html } from '../pages/html.ts';
import { previewPage } from '../pages/preview-page.ts';
import { draftAddress, draftTitle, queuePage } from '../pages/queue-page.ts';
import { ActRefused } from '../review/act-refused.ts';
import { Desk, type Done } from '../review/desk.ts';
import { capturePath } from '../review/reviewing.ts';
import { Door } from './door.ts';
import { Intake } from './intake.ts';
import { pageScript, pageSheet } from './page-script.ts';
import { jsonBody } from './request-body.ts';

/** Bytes of what an act says, at most: a text of a million letters. */
const mostAct = 8 * 2 ** 20;

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** What is answered: a body of a type, and headers besides. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly more?: Readonly<Record<string, string>>;
}

const page = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value: unknown, status = 200): Answer => ({
  ...{ status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) },
});
const plain = (status: number, words: string): Answer => ({
  ...{ status, type: 'text/plain; charset=utf-8', body: `${words}\n` },
});
const missing = (): Answer => plain(404, '没有这一页');

const settling = z.object({ state: z.enum(draftStates), reason: z.string() });
const acting = z.object({ revision: z.string() }).loose();

/** A desk that is open. */
export interface DeskServer {
  readonly server: Server;
  readonly intake: Intake;
  readonly desk: Desk;
  /** The address that lets one browser in, once. Throws before the server listens. */
  readonly address: () => string;
  readonly close: () => Promise<void>;
}

/** What pages are shown and acts are done. */
class Routes {
  readonly desk: Desk;
  readonly intake: Intake;

  constructor(places: DeskPlaces) {
    this.desk = new Desk(places);
    this.intake = new Intake(places);
  }

  #queue(query: URLSearchParams): Answer {
    const asked = query.get('state') ?? 'open';
    const state = [...draftStates, 'all' as const].find((one) => one === asked) ?? 'open';
    const filter: QueueFilter = { state, words: query.get('words') ?? '', others: asked === 'others' };
    const { queue } = this.desk;
    const drafts = queue.filtered(filter);
    const from = Math.max(0, Math.trunc(Number(query.get('from') ?? 0)) || 0);
    const { progress, faults } = this.intake;
    return page(deskPage(queuePage({ drafts, filter, from, counts: queue.counts(), taking: progress, faults })));
  }

  /** The neighbours of a draft among those that are open and may be reports; null at the ends. */
  #neighbours(sha256: string): { before: string | null; after: string | null } {
    const open = this.desk.queue.filtered({ state: 'open', words: '', others: false }).map(({ draft }) => draft.sha256);
    const at = open.indexOf(sha256);
    return { before: (at > 0 && open[at - 1]) || null, after: open[at + 1] ?? null };
  }

  async #draft(sha256: string): Promise<Answer> {
    const { desk } = this;
    const costly = desk.costly(sha256);
    if (costly !== null) {
      const draft = desk.draft(sha256);
      return page(deskPage(unreadPage(draft, costly, desk.revision(draft))));
    }
    const review = await desk.review(sha256);
    const revision = desk.revision(review.draft);
    const all = new Map(desk.queue.all().map((queued) => [queued.draft.sha256, queued]));
    const alike = (all.get(sha256)?.alike ?? []).flatMap((other) => all.get(other) ?? []);
    return page(deskPage(draftPage({ review, revision, alike, ...this.#neighbours(sha256) })));
  }

  async #preview(sha256: string): Promise<Answer> {
    const shown = previewPage(await this.desk.review(sha256));
    return shown ? page(deskPage(shown)) : plain(409, '先处理须处理的各处，才能预览');
  }

  async #beside(sha256: string, query: URLSearchParams): Promise<Answer> {
    const { desk } = this;
    const one = await desk.review(sha256);
    const textOf = ({ outcome, hand }: typeof one): string => hand ?? outcome.text?.markdown ?? '';
    const own = {
      ...{ title: draftTitle({ ...one, record: one.outcome.record }), address: draftAddress(sha256) },
      ...{ from: one.draft.addresses[0] ?? one.draft.name, markdown: textOf(one) },
    };
    const [other, file] = [query.get('draft'), query.get('file')];
    if (other !== null && isDraftName(other)) {
      const beside = await desk.review(other);
      const { draft } = beside;
      const title = draftTitle({ draft, record: beside.outcome.record });
      const from = draft.addresses[0] ?? draft.name;
      const text = { title, from, address: draftAddress(other), markdown: textOf(beside) };
      return page(deskPage(besidePage(own, text, draftAddress(sha256))));
    }
    if (file === null || !/^reports\/\d{2}\/[0-9x]+\/[a-z0-9-]+\.md$/.test(file)) return missing();
    const held = heldReport(desk.places.content, file);
    if (!held) return missing();
    const { report, body } = held;
    const text = { title: report.title, from: `content/${file}`, address: null, markdown: body };
    return page(deskPage(besidePage(own, text, draftAddress(sha256))));
  }

  #capture(sha256: string): Answer {
    const draft = this.desk.draft(sha256);
    const name = `${sha256}${/\.[a-z0-9]+$/.exec(draft.capture)?.[0] ?? ''}`;
    return {
      ...{ status: 200, type: 'application/octet-stream' },
      body: readFileSync(capturePath(this.desk.places.content, draft)),
      // Whatever a capture holds, it never becomes a page of the desk's own.
      more: { 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Security-Policy': 'sandbox' },
    };
  }

  async get(path: string, query: URLSearchParams): Promise<Answer> {
    if (path === '/') return this.#queue(query);
    const [, kind, name = '', part, ...more] = path.split('/');
    if (more.length > 0) return missing();
    if (kind === 'scripts' && part === undefined) {
      const body = await pageScript(name);
      return body === null ? missing() : { status: 200, type: 'text/javascript; charset=utf-8', body };
    }
    if (kind === 'styles' && part === undefined) {
      const body = pageSheet(name);
      return body === null ? missing() : { status: 200, type: 'text/css; charset=utf-8', body };
    }
    if (kind !== 'drafts' || !isDraftName(name)) return missing();
    if (part === undefined) return this.#draft(name);
    if (part === 'preview') return this.#preview(name);
    if (part === 'beside') return this.#beside(name, query);
    return part === 'capture' ? this.#capture(name) : missing();
  }

  /** Keeps a text and says what the check finds, for the page that it is written on. */
  async #text(sha256: string, revision: string, text: string): Promise<Answer> {
    const review = await this.desk.keepText(sha256, revision, text);
    return json({ revision: this.desk.revision(review.draft), checked: checkedText(review).source });
  }

  async #done(sha256: string, act: string, said: z.infer<typeof acting>): Promise<Done | null> {
    const { desk } = this;
    const { revision } = said;
    const word = (name: string): string => {
      const value = said[name];
      return typeof value === 'string' ? value : '';
    };
    switch (act) {
      case 'choose':
        return desk.choose(sha256, revision, said.set);
      case 'settle': {
        const asked = settling.safeParse(said);
        if (!asked.success) throw new ActRefused(400, '没有看懂要做的是什么');
        return desk.settle(sha256, revision, asked.data.state, asked.data.reason);
      }
      case 'register':
        return desk.register(sha256, revision, word('slug'));
      case 'explain':
        return desk.explain(sha256, revision, word('reason'));
      case 'drop-text':
        return desk.dropText(sha256, revision);
      case 'accept':
        return desk.accept(sha256, revision);
      default:
        return null;
    }
  }

  async post(path: string, query: URLSearchParams, request: IncomingMessage): Promise<Answer> {
    if (path === '/drop') {
      const { said, sha256 } = await this.intake.takeFile(request, query.get('name') ?? '');
      return json({ said, to: draftAddress(sha256) });
    }
    const [, kind, name = '', act = '', ...more] = path.split('/');
    if (kind !== 'drafts' || !isDraftName(name) || more.length > 0) return json({ said: '没有这一页' }, 404);
    const asked = acting.safeParse(await jsonBody(request, mostAct));
    if (!asked.success) throw new ActRefused(400, '没有看懂要做的是什么');
    if (act === 'text') {
      const { text, revision } = asked.data;
      if (typeof text !== 'string') throw new ActRefused(400, '没有看懂要做的是什么');
      return this.#text(name, revision, text);
    }
    const { after } = this.#neighbours(name);
    const done = await this.#done(name, act, asked.data);
    if (!done) return json({ said: '没有这一页' }, 404);
    const to = done.isLeft ? draftAddress(name) : after === null ? '/' : draftAddress(after);
    return json({ said: done.said, to });
  }
}

/** What an error says to the curator, and how much of a fault of the program it is. */
function told(error: unknown): { status: number; said: string; fault: unknown } {
  if (error instanceof ActRefused) return { status: error.status, said: error.message, fault: null };
  if (error instanceof UnreadableReport)
    return { status: 409, said: error.issues.map(({ message }) => message).join('；'), fault: null };
  const sentence = failureSentence(error) ?? machineRefusal(error)?.sentence;
  if (sentence !== undefined) return { status: 500, said: `没有办成：${sentence}`, fault: null };
  return { status: 500, said: '程序出错，没有办成；详情见运行 npm run desk 的窗口', fault: error };
}

/**
 * The desk as a server of this machine: pages, acts and files, for the one browser that brought the token. The caller
 * has it listen on 127.0.0.1, and takes in what the collector left.
 */
export function deskServer(places: DeskPlaces): DeskServer {
  const routes = new Routes(places);
  let door: Door | null = null;
  const portOf = (): number => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the desk does not listen yet');
    return address.port;
  };
  const doorOf = (): Door => {
    door ??= new Door(portOf());
    return door;
  };
  const answered = async (request: IncomingMessage): Promise<Answer> => {
    const { method = '', url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const entrance = doorOf().entrance(request.headers, method, searchParams.get('token'));
    if (entrance === 'refused') return plain(403, '没有放行：请用 npm run desk 印出的网址打开；已经用过的，重新运行');
    if (entrance === 'token') return { ...plain(303, ''), more: { Location: '/', 'Set-Cookie': doorOf().cookie } };
    try {
      if (method === 'GET') return await routes.get(pathname, searchParams);
      if (method === 'POST') return await routes.post(pathname, searchParams, request);
      return plain(405, '只有 GET 和 POST');
    } catch (error) {
      const { status, said, fault } = told(error);
      if (fault !== null) console.error(fault);
      if (method === 'POST') return json({ said }, status);
      const back = html`<main id="main" data-page="refused"><h1 tabindex="-1">没有打开</h1><p>${said}</p><p><a href="/">回到队列</a></p></main>`;
      return page(deskPage({ title: '没有打开', main: back }), status);
    }
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answered(request)
      .catch((error: unknown): Answer => {
        console.error(error);
        return plain(500, '程序出错');
      })
      .then(({ status, type, body, more = {} }) => {
        // What of a body was not read is not waited for.
        const unread = request.readableEnded || request.method === 'GET' ? {} : { Connection: 'close' };
        response.writeHead(status, { ...headers, 'Content-Type': type, ...unread, ...more });
        response.end(body, () => {
          if (!request.readableEnded && request.method !== 'GET') request.destroy();
        });
      });
  });
  return {
    ...{ server, intake: routes.intake, desk: routes.desk },
    address: () => `http://127.0.0.1:${portOf()}/?token=${doorOf().token ?? ''}`,
    close: async () => {
      await routes.intake.stop();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
