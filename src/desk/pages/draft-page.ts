import type { Issue } from '../../archive/issue.ts';
import type { ImportedText } from '../../import/import-outcome.ts';
import { ledgerLine } from '../../import/write/ledger.ts';
import type { QueuedDraft } from '../drafts/draft-queue.ts';
import {
  type ChoiceField,
  type IssueChoice,
  issueChoices,
  issuerChoices,
  regionChoices,
  yearChoices,
} from '../review/issue-choices.ts';
import type { Review } from '../review/reviewing.ts';
import { actButton, type DeskPage } from './desk-page.ts';
import { type Html, html, type Piece } from './html.ts';
import { draftAddress, draftTitle } from './queue-page.ts';

/** What a draft's page shows. */
export interface DraftView {
  readonly review: Review;
  readonly revision: string;
  /** Drafts that are like this one. */
  readonly alike: readonly QueuedDraft[];
  /** The neighbours in the queue; null at its ends. */
  readonly before: string | null;
  readonly after: string | null;
}

const severityWords = { error: '须处理', warning: '存疑', note: '提示' } as const;
const severityOrder = { error: 0, warning: 1, note: 2 } as const;
const basisWords: Readonly<Record<string, string>> = {
  title: '据题名',
  text: '据正文',
  signature: '据落款',
  page: '据网页',
  path: '据网址或文件名',
  inferred: '推定',
  curator: '编者定',
};

/** A choice as a button; `id` is its own among all of the page. */
function choiceButton(id: string, choice: IssueChoice): Html {
  const { label } = choice;
  if ('set' in choice) return actButton(id, 'choose', label, { sends: { set: choice.set } });
  if ('register' in choice) return actButton(id, 'register', label, { sends: { slug: choice.register } });
  if ('refuse' in choice) return actButton(id, 'settle', label, { sends: { state: 'refused', reason: choice.refuse } });
  if ('edits' in choice) return html`<button type="button" id="${id}" data-goes="text">${label}</button>`;
  return html`<button type="button" id="${id}" data-goes="field-${choice.field}">${label}</button>`;
}

/** The file of a report that an issue names; null where it names none. */
const namedReport = (message: string): string | null => /reports\/[\w/-]+\.md/.exec(message)?.[0] ?? null;

function issueItem(issue: Issue, at: number, review: Review): Html {
  const { severity, code, line, message, hint } = issue;
  const held = namedReport(message);
  const choices = issueChoices(issue, review).map((choice, nth) => choiceButton(`issue-${at}-${nth}`, choice));
  return html`<li id="issue-${at}" class="${severity}" tabindex="-1" data-step><b>${severityWords[severity]}</b> ${message} ${
    line !== null && html`<a href="#c-${line}">第 ${line} 行</a>`
  } <span class="m">${hint} <code>${code}</code></span>${
    (choices.length > 0 || held !== null) &&
    html`<span class="choices">${choices}${
      held !== null &&
      html` <a href="${draftAddress(review.draft.sha256)}/beside?file=${encodeURIComponent(held)}">与库中的并列</a>`
    }</span>`
  }</li>`;
}

/** One of the draft's fields: what it is, what that rests on, what else it may be, and a place to say it. */
interface FieldView {
  readonly field: ChoiceField;
  readonly name: string;
  readonly value: string | null;
  readonly basis: string | null;
  readonly choices: readonly IssueChoice[];
  readonly example: string;
}

function fieldViews(review: Review): FieldView[] {
  const { record } = review.outcome;
  const { choices, addresses } = review.draft;
  const report = review.curated?.report;
  const { basis } = record;
  const region = record.region && `${record.region.path.join(' ')} ${record.region.code}`;
  const issuers = record.issuers.map(({ name }) => name).join('、');
  const slug = /-([a-z][a-z0-9-]*)$/.exec(record.reportId ?? '')?.[1] ?? null;
  return [
    {
      field: 'region',
      name: '地区',
      value: region,
      basis: basis.region,
      choices: regionChoices(review),
      example: '341824',
    },
    {
      field: 'year',
      name: '年度',
      value: record.year === null ? null : String(record.year),
      basis: basis.year,
      choices: yearChoices(review),
      example: '2023',
    },
    {
      field: 'issuer',
      name: '制发机关',
      value: issuers === '' ? null : issuers,
      basis: basis.issuerKind,
      choices: issuerChoices(review),
      example: '绩溪县人民政府',
    },
    {
      field: 'slug',
      name: '英文名',
      value: choices.slug ?? slug,
      basis: choices.slug === undefined ? null : 'curator',
      choices: [],
      example: 'tea-center',
    },
    {
      field: 'title',
      name: '标题',
      value: report?.title ?? record.title,
      basis: report?.titleBasis ?? record.titleBasis,
      choices: [],
      example: '',
    },
    {
      field: 'published',
      name: '公布日期',
      value: report?.published?.value ?? record.published,
      basis: report?.published?.basis ?? basis.published,
      choices: [],
      example: '2024-01-20',
    },
    {
      field: 'signed',
      name: '成文日期',
      value: report?.signed?.value ?? record.signed,
      basis: report?.signed?.basis ?? basis.signed,
      choices: [],
      example: '2024-01-20',
    },
    {
      ...{ field: 'address', name: '网址', value: record.url, basis: null, example: 'https://' },
      choices: addresses.filter((one) => one !== record.url).map((address) => ({ label: address, set: { address } })),
    },
    {
      field: 'accepted',
      name: '不属正文的行',
      value: choices.accepted ?? null,
      basis: null,
      choices: [],
      example: '3,45-46',
    },
  ];
}

function fieldRow({ field, name, value, basis, choices, example }: FieldView, review: Review): Html {
  const isChosen = review.draft.choices[field] !== undefined;
  return html`<tr><th scope="row">${name}</th><td>${value ?? '未定'} ${
    value !== null && basis !== null && html`<span class="m">${basisWords[basis] ?? basis}</span>`
  }</td><td>${choices.map((choice, nth) => choiceButton(`field-${field}-${nth}`, choice))}
<form data-act="choose" data-field="${field}" class="row"><input name="value" id="field-${field}" aria-label="${name}，另填" placeholder="${example}"${
    field === 'region' && html` data-key="f"`
  }><button id="field-${field}-go">改定</button></form> ${
    isChosen && actButton(`field-${field}-undo`, 'choose', '不用', { sends: { set: { [field]: null } } })
  }</td></tr>`;
}

/** The capture's lines, those that are not the report's with the rule that says so. */
function captureLines({ lines, excluded, left }: ImportedText): Html {
  const ruleOf = (line: number): string | null =>
    excluded.find(({ from, to }) => from <= line && line <= to)?.rule ?? null;
  const pieces = Map.groupBy(left, ({ line }) => line);
  return html`<ol class="lines">${lines.map(({ number, text }) => {
    const rule = ruleOf(number);
    const rest = pieces.get(number) ?? [];
    return html`<li id="c-${number}" value="${number}"${rule !== null && html` class="out"`}>${text}${
      rule !== null && html` <span class="m">未收：${rule}</span>`
    }${rest.map(({ text: piece, rule: why }) => html` <span class="out">${piece} <span class="m">未收：${why}</span></span>`)}</li>`;
  })}</ol>`;
}

/** What the check says of the text as it stands, and where it departs from the capture. */
export function checkedText(review: Review): Html {
  const { findings, curated, bodyLine, draft, hand } = review;
  const shown = findings.filter(({ severity }) => severity !== 'note');
  const place = (line: number | null): Piece =>
    line !== null &&
    line >= bodyLine &&
    html`<a href="#text" data-line="${line - bodyLine + 1}">正文第 ${line - bodyLine + 1} 行</a>`;
  return html`<div id="checked">
${
  curated === null
    ? html`<p class="m">处理了须处理的各处以后，才与原件核对。</p>`
    : shown.length === 0
      ? html`<p>核对：没有问题。</p>`
      : html`<ul>${shown.map(
          ({ severity, message, hint, line }) =>
            html`<li class="${severity}"><b>${severityWords[severity]}</b> ${message} ${place(line)} <span class="m">${hint}</span></li>`,
        )}</ul>`
}
${
  curated !== null &&
  hand !== null &&
  curated.departures.length > 0 &&
  html`<h3>编者的改动</h3><ul id="departures">${curated.departures.map(
    ({ capture, text }) => html`<li>原件作“<del>${capture}</del>”，正文作“<ins>${text}</ins>”</li>`,
  )}</ul>${draft.editReason === null && html`<p class="error">收录前须写明改动的理由。</p>`}`
}
</div>`;
}

/** The form by which a draft is refused, with a reason. */
const refusing = (): Html =>
  html`<form data-act="settle" data-sends="${JSON.stringify({ state: 'refused' })}" class="row"><input name="reason" id="refuse-reason" aria-label="不收的理由" placeholder="不收的理由" data-key="r" required><button id="refuse">不收</button></form>`;

/** A draft: its doubts, its fields, its capture and its text. */
export function draftPage({ review, revision, alike, before, after }: DraftView): DeskPage {
  const { draft, outcome, hand, findings, curated } = review;
  const { record, text } = outcome;
  const title = draftTitle({ draft, record });
  const address = draftAddress(draft.sha256);
  const issues = record.issues.toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
  const isFree = outcome.state !== 'refused' && !findings.some(({ severity }) => severity === 'error');
  return {
    title,
    main: html`<main id="main" data-page="draft" data-draft="${draft.sha256}" data-revision="${revision}">
<h1 tabindex="-1">${title}</h1>
<p class="m">${record.reportId ?? '编号未定'}${record.path !== null && `　→ content/${record.path}`}${
      draft.state !== 'open' &&
      `　${{ postponed: '已搁置', refused: '不收' }[draft.state]}${draft.reason === null ? '' : `：${draft.reason}`}`
    }</p>
<div class="row acts">
${actButton('accept', 'accept', '收录', { key: 'a' })}
${actButton('postpone', 'settle', '搁置', { sends: { state: 'postponed', reason: '' }, key: 'p' })}
${draft.state !== 'open' && actButton('reopen', 'settle', '放回待审', { sends: { state: 'open', reason: '' } })}
${refusing()}
${curated !== null && html`<a href="${address}/preview" data-key="v">预览</a>`}
${
  alike[0] !== undefined &&
  html`<a href="${address}/beside?draft=${alike[0].draft.sha256}" data-key="d">与相近的并列</a>`
}
${before !== null && html`<a href="${draftAddress(before)}" data-key="b">上一份</a>`}
${after !== null && html`<a href="${draftAddress(after)}" data-key="n">下一份</a>`}
</div>
${
  alike.length > 0 &&
  html`<p>相近的草稿：${alike.map((other) => html`<a href="${address}/beside?draft=${other.draft.sha256}">${draftTitle(other)}</a>　`)}</p>`
}
<section aria-labelledby="issues-title"><h2 id="issues-title">疑问</h2>
${issues.length === 0 ? html`<p>导入没有疑问。</p>` : html`<ol class="issues">${issues.map((issue, at) => issueItem(issue, at, review))}</ol>`}
${isFree && html`<p id="free">可以收录。</p>`}
</section>
<section aria-labelledby="fields-title"><h2 id="fields-title">各项</h2>
<div class="table" tabindex="0" role="group" aria-labelledby="fields-title"><table><thead><tr><th scope="col">项</th><th scope="col">现为</th><th scope="col">改定</th></tr></thead><tbody>${fieldViews(review).map((view) => fieldRow(view, review))}</tbody></table></div>
${draft.choices.mode !== undefined && html`<p>库中已有的：${{ new: '未定', version: '作为新版本收录', source: '作为另一来源收录', replace: '取代' }[draft.choices.mode]} ${actButton('mode-undo', 'choose', '不用', { sends: { set: { mode: null, keepsDiffering: null } } })}</p>`}
${record.ledger && html`<p>${ledgerLine(record.ledger)}</p>`}
</section>
<div class="sides">
<section aria-labelledby="capture-title"><h2 id="capture-title">原件</h2>
<p class="m"><a href="${address}/capture" download>保存原件</a>　${draft.name}${draft.captured !== null && `　${draft.captured} 采集`}</p>
${text ? html`<div class="side" tabindex="0" role="group" aria-labelledby="capture-title">${captureLines(text)}</div>` : html`<p>这份原件读不出。</p>`}
</section>
<section aria-labelledby="text-title"><h2 id="text-title">正文</h2>
${
  text
    ? html`<p class="m"><label for="text">报告正文的 Markdown。与原件不同的字记作编者的改动；改了就存在草稿里。</label></p>
<textarea id="text" data-key="e" spellcheck="false">
${hand ?? text.markdown}</textarea>
${checkedText(review)}
<form data-act="explain" class="row"><input name="reason" id="edit-reason" aria-label="改动的理由" placeholder="改动的理由，读者看得到" value="${draft.editReason ?? ''}" data-key="w"><button id="explain">记下理由</button></form>
${hand !== null && actButton('drop-text', 'drop-text', '恢复原件的文字')}`
    : html`<p>没有正文。</p>`
}
</section>
</div>
</main>`,
  };
}

/** A draft whose capture costs too much to be read: what the import said, and what may be done with it. */
export function unreadPage(draft: Review['draft'], issues: readonly Issue[], revision: string): DeskPage {
  return {
    title: draft.name,
    main: html`<main id="main" data-page="draft" data-draft="${draft.sha256}" data-revision="${revision}">
<h1 tabindex="-1">${draft.name}</h1>
<div class="row acts">${actButton('postpone', 'settle', '搁置', { sends: { state: 'postponed', reason: '' }, key: 'p' })}
${refusing()}</div>
<ol class="issues">${issues.map(({ message, hint }) => html`<li class="error">${message} <span class="m">${hint}</span></li>`)}</ol>
<p><a href="${draftAddress(draft.sha256)}/capture" download>保存原件</a></p>
</main>`,
  };
}
