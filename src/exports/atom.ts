import type { ReportId } from '../archive/report-id.ts';
import { escapedXml } from '../text/xml.ts';
import type { Feed, FeedDeletion, FeedEntry } from './feeds.ts';

/** Where a feed stands, and what the archive is called. */
export interface FeedPlace {
  /** Public origin without a slash behind, `https://example.org`; empty where none is known: addresses are then paths. */
  readonly origin: string;
  /** Paths on the site: of the feed itself, and of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  readonly report: (id: ReportId) => string;
  readonly archive: string;
}

/** Days of the archive are days in China. */
export const instant = (day: string): string => `${day}T00:00:00+08:00`;

/** The name that a report has in feeds for ever: by the host, in the form of RFC 4151. */
export function feedId({ origin }: Pick<FeedPlace, 'origin'>, path: string): string {
  return `tag:${/^https?:\/\/([^/:]+)/.exec(origin)?.[1] ?? 'localhost'},2026:${path}`;
}

/** Characters that XML 1.0 refuses, whatever the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string => escapedXml(text.replace(refused, ''));

/** What a feed is called. */
export const feedTitle = ({ of }: Pick<Feed, 'of'>, { archive }: Pick<FeedPlace, 'archive'>): string =>
  of === '' ? archive : `${archive}：${of}`;

function entry({ id, title, updated, published, authors, summary, region, year }: FeedEntry, place: FeedPlace): string {
  return [
    '<entry>',
    `<id>${escaped(feedId(place, `reports/${id}`))}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(place.origin + place.report(id))}"/>`,
    `<updated>${instant(updated)}</updated>`,
    ...(published === null ? [] : [`<published>${instant(published)}</published>`]),
    ...authors.map((name) => `<author><name>${escaped(name)}</name></author>`),
    `<category term="${escaped(region)}"/><category term="${year}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

function deletion({ id, day, by, reason }: FeedDeletion, place: FeedPlace): string {
  return [
    `<at:deleted-entry ref="${escaped(feedId(place, `reports/${id}`))}" when="${instant(day)}">`,
    ...(by === '' ? [] : [`<at:by><name>${escaped(by)}</name></at:by>`]),
    ...(reason === '' ? [] : [`<at:comment>${escaped(reason)}</at:comment>`]),
    '</at:deleted-entry>',
  ].join('\n');
}

/** A feed as Atom (RFC 4287); reports that were taken out as deleted entries (RFC 6721). */
export function atomFeed(feed: Feed, place: FeedPlace): string {
  const { origin, self, page, archive } = place;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-Hans">',
    `<id>${escaped(feedId(place, `feeds/${feed.name}`))}</id>`,
    `<title>${escaped(feedTitle(feed, place))}</title>`,
    `<updated>${instant(feed.updated)}</updated>`,
    `<author><name>${escaped(archive)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(origin + self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(origin + page)}"/>`,
    ...feed.entries.map((one) => entry(one, place)),
    ...feed.deletions.map((one) => deletion(one, place)),
    '</feed>',
  ].join('\n')}\n`;
}

/** A feed as JSON Feed 1.1, which has no word for what was taken out. */
export function jsonFeed(feed: Feed, place: FeedPlace): string {
  const { origin, self, page, report } = place;
  const items = feed.entries.map(({ id, title, updated, published, authors, summary, region, year }) => ({
    id: feedId(place, `reports/${id}`),
    url: origin + report(id),
    ...{ title, content_text: summary },
    date_modified: instant(updated),
    ...(published === null ? {} : { date_published: instant(published) }),
    authors: authors.map((name) => ({ name })),
    tags: [region, String(year)],
  }));
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(feed, place),
    home_page_url: origin + page,
    feed_url: origin + self,
    language: 'zh-Hans',
  };
  return `${JSON.stringify({ ...head, items }, null, 1)}\n`;
}
