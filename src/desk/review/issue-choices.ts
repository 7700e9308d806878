import type { Issue } from '../../archive/issue.ts';
import type { DraftChoices } from '../drafts/draft.ts';
import type { Review } from './reviewing.ts';

/** The fields of a draft that a curator may fill in. */
export const choiceFields = [
  ...(['region', 'year', 'issuer', 'slug', 'title', 'signed', 'published', 'address', 'accepted'] as const),
] as const;
export type ChoiceField = (typeof choiceFields)[number];

/** Something that a curator may do about an issue, as a button says it. */
export type IssueChoice = { readonly label: string } & (
  | { readonly set: Readonly<Partial<Record<keyof DraftChoices, string | number | true | null>>> }
  | { readonly register: string }
  | { readonly refuse: string }
  | { readonly field: ChoiceField }
  | { readonly edits: true }
);

const fieldLabels: Readonly<Record<ChoiceField, string>> = {
  region: '另填地区',
  year: '另填年度',
  issuer: '另填机关',
  slug: '另填英文名',
  title: '填标题',
  signed: '填成文日期',
  published: '填公布日期',
  address: '填网址',
  accepted: '填行号',
};
const other = (field: ChoiceField): IssueChoice => ({ label: fieldLabels[field], field });

/** Regions that the draft may be of, the import's candidates first. */
export function regionChoices({ outcome }: Review): IssueChoice[] {
  const { region } = outcome.record;
  const found = [...(outcome.text?.candidates ?? []), ...(region ? [region] : [])];
  const byCode = new Map(found.map(({ code, name }) => [code, name]));
  return [...byCode].slice(0, 8).map(([code, name]) => ({ label: `${name} ${code}`, set: { region: code } }));
}

/** Years that the draft may be of: that of the import, the one before its day, and those that its title names. */
export function yearChoices({ outcome: { record } }: Review): IssueChoice[] {
  const { year, published, signed, title } = record;
  const before = [published, signed].flatMap((day) => (day === null ? [] : Number(day.slice(0, 4)) - 1));
  const named = title?.match(/20\d{2}/g)?.map(Number) ?? [];
  const years = new Set([...(year === null ? [] : [year]), ...named, ...before]);
  return [...years]
    .filter((one) => one >= 2004 && one <= 2100)
    .sort((a, b) => a - b)
    .map((one) => ({ label: `${one} 年度`, set: { year: one } }));
}

/** Bodies that may have issued the draft. */
export function issuerChoices({ outcome: { record } }: Review): IssueChoice[] {
  const { region, issuers } = record;
  const own = issuers.map(({ name }) => name).join('、');
  const names = new Set([...(own === '' ? [] : [own]), ...(region ? [`${region.name}人民政府`] : [])]);
  return [...names].map((name) => ({ label: name, set: { issuer: name } }));
}

const modes: readonly IssueChoice[] = [
  { label: '作为新版本', set: { mode: 'version' } },
  { label: '作为另一来源', set: { mode: 'source' } },
  { label: '取代库中的', set: { mode: 'replace' } },
];

/** What may be done about an issue of a draft, the likeliest first; empty where there is nothing but to look. */
export function issueChoices({ code, message, hint }: Issue, review: Review): IssueChoice[] {
  const { accepted } = review.draft.choices;
  const [area] = code.split('/');
  switch (code) {
    case 'chrome/prose':
    case 'chrome/doubtful': {
      const lines = /第 (\d+(?:-\d+)?) 行/.exec(message)?.[1];
      if (lines === undefined) return [other('accepted')];
      const all = accepted === undefined ? lines : `${accepted},${lines}`;
      return [{ label: `第 ${lines} 行不属正文`, set: { accepted: all } }];
    }
    case 'issuer/no-slug':
    case 'issuer/slug-given': {
      const slug = /slug: ([a-z0-9-]+)/.exec(hint)?.[1];
      return [...(slug === undefined ? [] : [{ label: `登记英文名 ${slug}`, register: slug }]), other('slug')];
    }
    case 'issuer/slug-differs':
    case 'issuer/slug-needless':
      return [{ label: '去掉英文名', set: { slug: null } }];
    case 'report/held':
    case 'report/same-text':
      return [...modes];
    case 'source/differs':
      return [
        { label: '照收，不同之处记入报告', set: { keepsDiffering: true } },
        { label: '作为新版本', set: { mode: 'version' } },
      ];
    case 'source/other-report':
      return [
        { label: '不作另一来源', set: { mode: null } },
        { label: '作为新版本', set: { mode: 'version' } },
      ];
    case 'source/address-unknown':
    case 'source/address-disagrees':
    case 'source/host-not-official':
      return [
        ...review.draft.addresses.map((address): IssueChoice => ({ label: address, set: { address } })),
        other('address'),
      ];
    case 'source/host-disagrees':
      return [...regionChoices(review), other('region')];
    case 'report/incomplete':
      return [other('region'), other('year'), other('issuer')];
    case 'title/missing':
      return [other('title')];
    default:
  }
  if (area === 'not-report') return [{ label: '不收：不是年度报告', refuse: '不是法治政府建设年度报告' }];
  if (area === 'region') return [...regionChoices(review), other('region')];
  if (area === 'year') return [...yearChoices(review), other('year')];
  if (area === 'issuer') return [...issuerChoices(review), other('issuer')];
  if (area === 'date') return [other(code.includes('signed') ? 'signed' : 'published')];
  if (area === 'damage' || area === 'text' || area === 'outline' || area === 'pdf' || area === 'character')
    return [{ label: '改正文', edits: true }];
  return [];
}
