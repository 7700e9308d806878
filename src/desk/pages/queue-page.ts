import type { QueuedDraft, QueueFilter } from '../drafts/draft-queue.ts';
import type { DeskPage } from './desk-page.ts';
import { type Html, html } from './html.ts';

/** Drafts on one page of the queue. */
export const draftsAPage = 100;

/** What the queue's page shows. */
export interface QueueView {
  readonly drafts: readonly QueuedDraft[];
  readonly filter: QueueFilter;
  /** The number of the first draft shown, from 0. */
  readonly from: number;
  readonly counts: Readonly<Record<'open' | 'postponed' | 'refused' | 'others', number>>;
  /** Captures that are being taken in: how many are done of how many; null where none are. */
  readonly taking: { readonly done: number; readonly total: number } | null;
  /** What was wrong with what was taken in, a sentence each. */
  readonly faults: readonly string[];
}

/** What a draft is called: its title, else the file's name. */
export const draftTitle = ({
  record,
  draft,
}: {
  readonly record: { readonly title: string | null } | null;
  readonly draft: { readonly name: string };
}): string => record?.title ?? draft.name;

/** The address of a draft's page. */
export const draftAddress = (sha256: string): string => `/drafts/${sha256}`;

const stateWords = { open: '待审', postponed: '搁置', refused: '不收' } as const;

function row(queued: QueuedDraft): Html {
  const { draft, record, errors, warnings, notes, isChanged, alike } = queued;
  const place = record?.region?.path.join('') || '地区未定';
  return html`<li><a href="${draftAddress(draft.sha256)}" id="d-${draft.sha256}" data-step>${draftTitle(queued)}</a>
<span class="m">${place}　${record?.year ?? '年度未定'}${draft.state === 'open' ? null : `　${stateWords[draft.state]}`}${
    draft.reason === null ? null : `：${draft.reason}`
  }</span>
<span class="counts">${errors > 0 && html`<b class="error">须处理 ${errors}</b>`} ${
    warnings > 0 && html`<span class="warning">存疑 ${warnings}</span>`
  } ${notes > 0 && html`<span>提示 ${notes}</span>`} ${isChanged && html`<span>改过正文</span>`} ${
    alike.length > 0 && html`<span>相近 ${alike.length}</span>`
  }</span></li>`;
}

/** The address of the queue as it is filtered, from a draft on. */
function queueAddress({ state, words, others }: QueueFilter, from: number): string {
  const query = new URLSearchParams({
    ...(others ? { state: 'others' } : state === 'open' ? {} : { state }),
    ...(words === '' ? {} : { words }),
    ...(from === 0 ? {} : { from: String(from) }),
  }).toString();
  return query === '' ? '/' : `/?${query}`;
}

/** The queue: what is in the most doubt first. */
export function queuePage({ drafts, filter, from, counts, taking, faults }: QueueView): DeskPage {
  const shown = drafts.slice(from, from + draftsAPage);
  const current = filter.others ? 'others' : filter.state;
  const option = (value: string, words: string): Html =>
    html`<option value="${value}"${value === current && html` selected`}>${words}</option>`;
  const none =
    counts.open + counts.postponed + counts.refused + counts.others === 0
      ? '还没有草稿。把文件拖到这里，或先运行 npm run collect。'
      : '没有合乎筛选的草稿。';
  return {
    title: '队列',
    main: html`<main id="main" data-page="queue"${taking && html` data-again="2"`}>
<h1 tabindex="-1">待审的草稿</h1>
${taking && html`<p>正在读入采集的原件：${taking.done} / ${taking.total}</p>`}
${faults.map((fault) => html`<p class="error">${fault}</p>`)}
<form action="/" method="get" id="filter" class="row">
<label>状态 <select name="state" id="filter-state">${option('open', `待审（${counts.open}）`)}${option('postponed', `搁置（${counts.postponed}）`)}${option('refused', `不收（${counts.refused}）`)}${option('others', `不像报告（${counts.others}）`)}${option('all', '全部')}</select></label>
<label>地区、年度、题名、网址 <input name="words" id="filter-words" type="search" value="${filter.words}" data-key="/"></label>
<button id="filter-go">筛选</button>
</form>
<p class="row"><label>放入文件（html、mht、docx、pdf、txt；也可拖到本页） <input type="file" id="drop-file" multiple data-drop data-key="o"></label></p>
${shown.length === 0 ? html`<p>${none}</p>` : html`<ol class="queue" start="${from + 1}">${shown.map(row)}</ol>`}
<p class="row">${from > 0 && html`<a href="${queueAddress(filter, Math.max(0, from - draftsAPage))}">上一页</a>`} ${
      drafts.length > from + draftsAPage &&
      html`<a href="${queueAddress(filter, from + draftsAPage)}">下一页（还有 ${drafts.length - from - draftsAPage} 份）</a>`
    }</p>
</main>`,
  };
}
