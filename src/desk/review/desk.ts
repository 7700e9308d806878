import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Issue } from '../../archive/issue.ts';
import { slugPattern } from '../../archive/report-id.ts';
import { closedMarkdown } from '../../archive/report-markdown.ts';
import { issuerRegister } from '../../content-files/issuer-register.ts';
import { changeAllWhole } from '../../host/whole-change.ts';
import { type WholeFile, writeAllWhole, writeWhole } from '../../host/whole-file.ts';
import { issuerEntryLine } from '../../import/issuer-entry.ts';
import type { DeskPlaces } from '../drafts/desk-places.ts';
import {
  type Draft,
  draftChoices,
  draftFileNames,
  draftFileText,
  draftFolder,
  draftRevision,
  handText,
  heldDraft,
} from '../drafts/draft.ts';
import { DraftQueue } from '../drafts/draft-queue.ts';
import { draftRecordText, heldRecord } from '../drafts/draft-record.ts';
import { ActRefused } from './act-refused.ts';
import { isCostly, type Review, Reviewing } from './reviewing.ts';

/** What an act came to: a sentence for the curator, and whether the draft is still one to be looked at. */
export interface Done {
  readonly said: string;
  readonly isLeft: boolean;
}

const fieldWords: Readonly<Record<string, string>> = {
  region: '地区应是六位代码，如 341824，或自编代码，如 341824x01',
  year: '年度应是四位数字，2004 至 2100',
  issuer: '制发机关应是一行文字',
  slug: '英文名应是小写字母、数字和连字符，字母开头，如 tea-center',
  accepted: '行号应写作 3,45-46',
  title: '标题应是一行文字',
  signed: '成文日期应写作 2024-01-20，或 2024-01',
  published: '公布日期应写作 2024-01-20，或 2024-01',
  address: '网址应以 http:// 或 https:// 开头',
};

/** What is to be changed among the choices: a value, or null to leave it to recognition again. */
const changes = z.record(z.string(), z.union([z.string(), z.number(), z.literal(true), z.null()]));

/** Most letters of a text that is kept; the longest reports have a tenth of them. */
const mostText = 1_000_000;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The curators' desk: its queue, and all that may be done with a draft. Each act is written whole at once, or not at all. */
export class Desk {
  readonly places: DeskPlaces;
  readonly queue: DraftQueue;
  readonly reviewing: Reviewing;
  /** The act under way; the next waits for it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(places: DeskPlaces) {
    this.places = places;
    this.queue = new DraftQueue(places.content);
    this.reviewing = new Reviewing(places);
  }

  /** A draft by its name. Throws `ActRefused` where there is none. */
  draft(sha256: string): Draft {
    const draft = heldDraft(this.places.content, sha256);
    if (!draft) throw new ActRefused(404, '没有这份草稿：也许已经收录，或文件有误（npm run check 会指出）');
    return draft;
  }

  /** What acts on a draft must name as what they have seen. */
  revision(draft: Draft): string {
    return draftRevision(draft, handText(this.places.content, draft.sha256));
  }

  /** What the import said of a capture that costs too much to be read here; null for every other. */
  costly(sha256: string): readonly Issue[] | null {
    const issues = heldRecord(this.places.content, sha256)?.record.issues ?? [];
    return isCostly(issues) ? issues : null;
  }

  /** Looks at a draft; see `Reviewing`. Throws `ActRefused` where its capture costs too much to be read here. */
  async review(sha256: string, text?: string | null): Promise<Review> {
    const draft = this.draft(sha256);
    if (this.costly(sha256) !== null)
      throw new ActRefused(409, '读这份原件用时过长或所需内存过多，没有读；只保存正文后再放到审稿台上，这一份不收');
    return this.reviewing.review(draft, text);
  }

  /**
   * Does an act on a draft behind all others, if the draft is still as it was seen; or if it is as the act would have
   * it already, as when a page that was closed had its text kept after the next one was asked for.
   */
  async #act<Result>(
    sha256: string,
    seen: string,
    act: (draft: Draft) => Promise<Result>,
    isDone: () => boolean = () => false,
  ): Promise<Result> {
    const turn = this.#last.then(async () => {
      const draft = this.draft(sha256);
      if (this.revision(draft) !== seen && !isDone())
        throw new ActRefused(409, '这份草稿在别处改动过，没有照办；重新打开后再试');
      return act(draft);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #file(sha256: string, name: string): string {
    return join(this.places.content, draftFolder(sha256), name);
  }

  #write(draft: Draft, more: readonly WholeFile[] = []): void {
    writeAllWhole([...more, { file: this.#file(draft.sha256, draftFileNames.draft), content: draftFileText(draft) }]);
  }

  /** Writes a draft with what the import says of it now. */
  async #reviewed(draft: Draft): Promise<Review> {
    const review = await this.reviewing.review(draft);
    this.#write(draft, [
      { file: this.#file(draft.sha256, draftFileNames.record), content: draftRecordText(review.outcome) },
    ]);
    return review;
  }

  /** Changes choices and has the import look again. */
  choose(sha256: string, seen: string, set: unknown): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      const asked = changes.safeParse(set);
      if (!asked.success) throw new ActRefused(400, '没有看懂要改的是什么');
      const merged = Object.entries({ ...draft.choices, ...asked.data }).filter(([, value]) => value !== null);
      const read = draftChoices.safeParse(Object.fromEntries(merged));
      if (!read.success) {
        const fields = [...new Set(read.error.issues.map(({ path: [field] }) => String(field)))];
        throw new ActRefused(400, fields.map((field) => fieldWords[field] ?? `没有“${field}”这一项`).join('；'));
      }
      const unit = read.data.region === undefined ? undefined : this.reviewing.names().tree.region(read.data.region);
      if (read.data.region !== undefined && !unit)
        throw new ActRefused(400, `区划登记里没有 ${read.data.region}：核对代码；确有其地的，先补入 content/regions/`);
      const { outcome } = await this.#reviewed({ ...draft, choices: read.data });
      const errors = outcome.record.issues.filter(({ severity }) => severity === 'error').length;
      return { said: errors === 0 ? '已改，可以收录' : `已改，还有 ${errors} 处须处理`, isLeft: true };
    });
  }

  /** Puts a draft off, or takes it out of the queue with a reason, or back into it. */
  settle(sha256: string, seen: string, state: Draft['state'], reason: string): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      const said = oneLine(reason).slice(0, 300);
      if (state === 'refused' && said === '') throw new ActRefused(400, '不收的，须写明理由');
      this.#write({ ...draft, state, reason: said === '' ? null : said });
      return {
        said: { open: '已放回待审', postponed: '已搁置', refused: '已记为不收' }[state],
        isLeft: state === 'open',
      };
    });
  }

  /** Keeps a text as it is being written; the import's own text again makes it no change. Says what the check finds. */
  keepText(sha256: string, seen: string, text: string): Promise<Review> {
    const markdown = text.replace(/\r\n?/g, '\n');
    const keep = async (draft: Draft): Promise<Review> => {
      if (text.length > mostText) throw new ActRefused(413, `正文超过 ${mostText} 字，没有保存`);
      const file = this.#file(sha256, draftFileNames.text);
      const review = await this.review(sha256, markdown);
      const own = review.outcome.text?.markdown ?? '';
      const isSame = closedMarkdown(markdown).trim() === closedMarkdown(own).trim();
      if (isSame) rmSync(file, { force: true });
      else writeWhole(file, markdown);
      return isSame ? this.reviewing.review(draft, null) : review;
    };
    return this.#act(sha256, seen, keep, () => handText(this.places.content, sha256) === markdown);
  }

  /** Notes why a text was changed. */
  explain(sha256: string, seen: string, reason: string): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      const said = oneLine(reason).slice(0, 300);
      this.#write({ ...draft, editReason: said === '' ? null : said });
      return { said: '改动的理由已记下', isLeft: true };
    });
  }

  /** Gives up what was changed in the text by hand. */
  dropText(sha256: string, seen: string): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      rmSync(this.#file(sha256, draftFileNames.text), { force: true });
      this.#write({ ...draft, editReason: null });
      return { said: '正文已恢复为原件的', isLeft: true };
    });
  }

  /** Gives the department that a draft is of its stable name in the register, and has the import look again. */
  register(sha256: string, seen: string, slug: string): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      const { content, own } = this.places;
      const { issuers, region, year } = (await this.reviewing.review(draft)).outcome.record;
      const [issuer] = issuers;
      if (!issuer || !region || year === null) throw new ActRefused(409, '先定下地区、年度和制发机关，再登记英文名');
      if (!slugPattern.test(slug) || slug === 'party') throw new ActRefused(400, fieldWords.slug ?? '');
      const file = join(content, 'issuers.yaml');
      if (!existsSync(file)) copyFileSync(join(own, 'issuers.yaml'), file);
      const register = issuerRegister(content);
      if (register.issues.length > 0)
        throw new ActRefused(409, 'content/issuers.yaml 有误，先照 npm run check 所说的改正');
      if (register.entries.some((entry) => entry.slug === slug))
        throw new ActRefused(
          409,
          `${slug} 已是登记在案的另一类机关：换一个英文名，或在 issuers.yaml 那一条的 names 里加上这个名称`,
        );
      const before = readFileSync(file, 'utf8');
      const line = await issuerEntryLine(issuer.name, this.reviewing.names().tree.pathNames(region.code, year), slug);
      writeWhole(file, `${before}${before.endsWith('\n') ? '' : '\n'}${line}\n`);
      const { slug: _, ...choices } = draft.choices;
      await this.#reviewed({ ...draft, choices });
      return { said: `已在 issuers.yaml 登记 ${slug}`, isLeft: true };
    });
  }

  /**
   * Takes a draft into the archive: the import's files, with what was changed by hand, are written and the draft's are
   * taken away, all or none. Throws `ActRefused` with all that stands against it.
   */
  accept(sha256: string, seen: string): Promise<Done> {
    return this.#act(sha256, seen, async (draft) => {
      const { outcome, files, findings, curated, hand } = await this.review(sha256);
      const { issues, path } = outcome.record;
      const against = [
        ...(outcome.state === 'refused' ? issues.filter(({ severity }) => severity === 'error') : []),
        ...findings.filter(({ severity }) => severity === 'error'),
      ].map(({ message }) => message);
      if (outcome.state === 'refused' && against.length === 0)
        against.push(issues[0]?.message ?? '导入没有收下这份原件');
      if (hand !== null && curated && curated.departures.length > 0 && draft.editReason === null)
        against.push('正文有编者的改动，须写明改动的理由');
      if (against.length > 0) throw new ActRefused(409, `没有收录：${against.join('；')}`);
      const folder = join(this.places.content, draftFolder(sha256));
      const own = readdirSync(folder).map((name) => join(folder, name));
      changeAllWhole(files, own);
      rmSync(folder, { recursive: true, force: true });
      return { said: outcome.state === 'unchanged' ? '库中已有这份原件，草稿已撤' : `已收录：${path}`, isLeft: false };
    });
  }
}
