import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';

const number = new Intl.NumberFormat('zh-Hans');

/** Answers a search by how well reports fit its words. Rejects with a sentence for readers. */
export async function showRankedAnswer(asked: AskedSearch): Promise<void> {
  const { state, known, ranked, place } = asked;
  asked.showFilters(null);
  const found = await ranked.found(state, known.years).catch(() => {
    throw new Error('检索文件未能载入。请检查网络后重试；也可从地区或年度浏览。');
  });
  if (!asked.isCurrent()) return;
  asked.markDone();
  const { count, listed } = found;
  place.status.textContent =
    count === 0
      ? '没有找到。可换用较短的词，或放宽范围。'
      : listed < count
        ? `${number.format(count)} 份报告含有其中的字词，列出最相关的 ${number.format(listed)} 份。`
        : `${number.format(count)} 份报告，按相关程度排列。`;
  place.live.textContent = found.limits;
  place.results.replaceChildren(found.list);
}

/** Offers reports that fit the words of a phrase that stands nowhere; where none can be had, nothing. */
export async function offerRankedAnswer({ state, known, ranked, place, isCurrent }: AskedSearch): Promise<void> {
  const found = await ranked.found(state, known.years).catch(() => null);
  if (!isCurrent() || !found || found.count === 0) return;
  place.results.replaceChildren(
    madeElement('h2', { textContent: '按相关程度检索到的报告' }),
    madeElement('p', { className: 'soft', textContent: '以下报告含有其中的部分字词，不是这一词语的出处。' }),
    found.list,
  );
}
