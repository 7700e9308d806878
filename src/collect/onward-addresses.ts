import type { Wanted, Why } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import {
  isOnwardByName,
  isReportName,
  isSameSite,
  linkOfList,
  linkOfReport,
  type PageLink,
  plainWords,
} from './links/link-judgement.ts';
import { isPageOfList } from './links/list-likeness.ts';
import { dataAddresses, listedItems, nextByNumber, scriptedPages } from './links/list-pages.ts';
import type { PageReading } from './page-reading.ts';

/** Where a page of a list leads. */
export interface ListReading {
  /** What is to be asked for. */
  readonly found: readonly Wanted[];
  /** Addresses of its links that no list of the column had shown before; none, and the list is not followed further. */
  readonly shown: readonly string[];
}

/** Letters below which a page holds no report of its own. */
export const fewLetters = 600;

/** Letters of a page's or a link's words that are kept of them. */
const mostWords = 200;

/** Whether a page holds so little text that a report can only stand behind a link on it. */
export const isShortPage = ({ text }: PageReading): boolean => text.replace(/\s+/g, '').length < fewLetters;

/** Whether a link names a report that stands on a site which is not asked. */
const isElsewhere = ({ address, text }: PageLink, page: string): boolean =>
  !isSameSite(address, page) && isReportName(plainWords(text));

/** Whether what stands at an address is looked at for the sake of its links. */
export const isList = (why: Why): boolean => why === 'column' || why === 'next' || why === 'data' || why === 'frame';

/**
 * Where a page of a list leads: to reports, lists below it, and its other pages as long as it shows what `seen`, the
 * links of the column so far, does not hold; calendars and lists that go on for ever end there.
 */
export function listReading(page: PageReading, asked: Wanted, seen: ReadonlySet<string>): ListReading {
  const { address, column, depth } = asked;
  const base = { column, from: address };
  const list = asked.why === 'frame' ? (asked.from ?? address) : address;
  const found: Wanted[] = [];
  const onward: Wanted[] = [];
  const shown = new Set<string>();
  let isNew = false;
  for (const link of page.links) {
    const kind = linkOfList(link, list, depth);
    if (!seen.has(link.address) && !shown.has(link.address)) {
      shown.add(link.address);
      if (kind !== 'next') isNew = true;
    }
    const one = { ...base, address: link.address, text: link.text.slice(0, mostWords) };
    if (kind === 'next') {
      const isBeside = [address, page.base].some((own) => new URL('.', own).href === new URL('.', link.address).href);
      if (isPageOfList(link.address, address) || (isBeside && isOnwardByName(link.text)))
        onward.push({ ...one, why: kind, depth });
    } else if (kind !== null && kind !== 'text')
      found.push({ ...one, why: kind, depth: kind === 'column' ? depth + 1 : depth });
    else if (isElsewhere(link, list)) found.push({ ...one, why: 'report', depth });
  }
  const other = (written: string, why: Why): Wanted[] => {
    const to = canonicalAddress(written, page.base);
    return to === null || !isSameSite(to, address) ? [] : [{ ...base, address: to, why, text: '', depth }];
  };
  const frames = page.frames.flatMap((frame) => other(frame, 'frame'));
  const pages = scriptedPages(page.html).flatMap((written) => other(written, 'next'));
  const data =
    asked.why === 'column' || asked.why === 'frame'
      ? dataAddresses(page.html).flatMap((written) => other(written, 'data'))
      : [];
  const number = asked.why === 'data' ? nextByNumber(address) : null;
  const following: Wanted[] = number === null ? [] : [{ ...asked, address: number }];
  return {
    found: [...found, ...frames, ...data, ...(isNew ? [...onward, ...pages, ...following] : [])],
    shown: [...shown],
  };
}

/** Where a page of a list leads that came as data; as `listReading`. */
export function dataReading(text: string, asked: Wanted, seen: ReadonlySet<string>): ListReading {
  const page = asked.from ?? asked.address;
  const shown = new Set<string>();
  const found = listedItems(text).flatMap(({ address, text: words }): Wanted[] => {
    const to = canonicalAddress(address, page);
    if (to === null) return [];
    if (!seen.has(to)) shown.add(to);
    const link = { address: to, text: words };
    const kind = linkOfList(link, page, 3) ?? (isElsewhere(link, page) ? 'report' : null);
    if (kind === null || kind === 'next' || kind === 'text') return [];
    const { column, depth } = asked;
    return [{ address: to, why: kind, column, from: page, text: words.slice(0, mostWords), depth }];
  });
  const next = shown.size > 0 ? nextByNumber(asked.address) : null;
  return { found: [...found, ...(next === null ? [] : [{ ...asked, address: next }])], shown: [...shown] };
}

/** Where a page leads that was asked for as a report's: to its whole text, its attachments, other years' reports. */
export function onwardOfReport(page: PageReading, asked: Wanted): Wanted[] {
  const { address, column, depth } = asked;
  const isShort = isShortPage(page);
  const base = { column, from: address, depth };
  const links = page.links.flatMap((link): Wanted[] => {
    const text = link.text.slice(0, mostWords);
    const kind = linkOfReport(link, address, isShort);
    if (kind !== null) return [{ ...base, address: link.address, text, why: kind }];
    const isOther = isSameSite(link.address, address) && linkOfList(link, address, 3) === 'report';
    return isOther ? [{ ...base, address: link.address, text, why: 'report' }] : [];
  });
  const frames = isShort
    ? page.frames.flatMap((frame): Wanted[] =>
        isSameSite(frame, address) ? [{ ...base, address: frame, text: asked.text, why: 'text' }] : [],
      )
    : [];
  return [...links, ...frames];
}
