import { blockText } from '../../archive/report-block.ts';
import { sourceDifferences } from '../../import/write/source-differences.ts';
import { textLikeness } from '../../import/write/text-likeness.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import type { DeskPage } from './desk-page.ts';
import { type Html, html } from './html.ts';

/** One of two texts that stand beside each other. */
export interface BesideText {
  readonly title: string;
  /** Where it is from: an address, or a file of the archive. */
  readonly from: string;
  /** The page that shows it; null for a report of the archive. */
  readonly address: string | null;
  readonly markdown: string;
}

/** Places that are told one by one at most. */
const mostPlaces = 50;

function side({ title, from, address, markdown }: BesideText, id: string): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${address === null ? title : html`<a href="${address}">${title}</a>`}</h2><p class="m">${from}</p>
<div class="side" tabindex="0" role="group" aria-labelledby="${id}">${reportBlocks(markdown).map(
    (block) => html`<p>${blockText(block)}</p>`,
  )}</div></section>`;
}

/** Two texts side by side, with every place where they part. `back` is the address of the draft that was come from. */
export function besidePage(own: BesideText, other: BesideText, back: string): DeskPage {
  const { places, letters } = sourceDifferences(own.markdown, other.markdown);
  const likeness = Math.round(100 * textLikeness(own.markdown, other.markdown));
  return {
    title: `并列：${own.title}`,
    main: html`<main id="main" data-page="beside">
<p><a href="${back}" data-key="d">回到草稿</a></p>
<h1 tabindex="-1">两份并列</h1>
<p>${places.length === 0 ? '两份的文字完全相同。' : `相同的文字约 ${likeness}%；${places.length} 处不同，共 ${letters} 字。`}</p>
${
  places.length > 0 &&
  html`<ol class="issues">${places
    .slice(0, mostPlaces)
    .map(
      ({ paragraph, held, source }, at) =>
        html`<li id="place-${at}" tabindex="-1" data-step>第 ${paragraph} 段：左作“<del>${held}</del>”，右作“<ins>${source}</ins>”</li>`,
    )}</ol>`
}
<div class="sides">${side(own, 'own-title')}${side(other, 'other-title')}</div>
</main>`,
  };
}
