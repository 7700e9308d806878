import { renderedReport } from '../../render/rendered-report.ts';
import type { Review } from '../review/reviewing.ts';
import type { DeskPage } from './desk-page.ts';
import { html, rendered } from './html.ts';
import { draftAddress } from './queue-page.ts';

/** A draft as its text would be published, with notes and changes; null where the import refuses it. */
export function previewPage({ draft, curated }: Review): DeskPage | null {
  if (!curated) return null;
  const { report, body, departures } = curated;
  const { title, regionPath, year, issuers, signed, published, notes, doubts } = report;
  return {
    title: `预览：${title}`,
    sheets: ['report.css', 'reading.css'],
    main: html`<main id="main" data-page="preview">
<p><a href="${draftAddress(draft.sha256)}" data-key="v">回到草稿</a></p>
<h1 tabindex="-1">${title}</h1>
<p class="m">${regionPath.join(' ')}　${year} 年度　${issuers.map(({ name }) => name).join('、')}　成文 ${signed?.value ?? '不明'}　公布 ${published?.value ?? '不明'}</p>
<article>${rendered(renderedReport(report, body, ''))}</article>
${
  departures.length > 0 &&
  html`<section><h2>编者的改动</h2><ul>${departures.map(
    ({ capture, text, reason }) => html`<li>原件作“<del>${capture}</del>”，正文作“<ins>${text}</ins>”：${reason}</li>`,
  )}</ul></section>`
}
${
  notes.length > 0 &&
  html`<section><h2>编者注</h2><ol>${notes.map(
    ({ quote, reading, reason }, at) =>
      html`<li id="n-${at + 1}">“${quote}”${reading !== null && `，疑当作“${reading}”`}：${reason}</li>`,
  )}</ol></section>`
}
${doubts.length > 0 && html`<section><h2>未定之处</h2><ul>${doubts.map(({ message }) => html`<li>${message}</li>`)}</ul></section>`}
</main>`,
  };
}
