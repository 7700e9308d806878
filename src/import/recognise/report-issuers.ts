import type { Basis } from '../../archive/basis.ts';
import type { Issue } from '../../archive/issue.ts';
import type { IssuerKind } from '../../archive/issuer.ts';
import type { Region } from '../../archive/region.ts';
import { importIssue } from '../lines/issue.ts';
import { bareSpeaker } from './bare-speaker.ts';
import { bodyKind, bodyNames, type IssuingBody, issuerKindOf } from './bodies.ts';
import { openingBody } from './opening-body.ts';
import { jointSubject } from './opening-subject.ts';
import { bears } from './own-level.ts';
import { isGenericZone, titleHead } from './speaker.ts';
import { opensWith } from './spoken-for.ts';
import { stateBody } from './state-bodies.ts';

export interface IssuerEvidence {
  readonly title: string | null;
  readonly signature: readonly { readonly name: string; readonly line: number }[];
  /** Offices that the page's fields name (发文机关, 发布机构, 来源). */
  readonly offices: readonly string[];
  readonly text: readonly string[];
  readonly region: Region | null;
  readonly below: { readonly name: string; readonly kind: 'township' | 'zone' } | null;
}

export interface FoundIssuers {
  readonly issuers: readonly IssuingBody[];
  readonly kind: IssuerKind | null;
  readonly kindBasis: Basis;
  readonly issues: readonly Issue[];
}

type Self = 'department' | 'township' | 'government';

const selfOf = (word: string): Self =>
  /[省市县区州旗盟]/.test(word) ? 'government' : /镇|乡|街|苏木/.test(word) ? 'township' : 'department';

/** 现将我局2023年度……报告如下: the text says itself who reports. */
const announcement =
  /现(?:将|就)(?:20\d{2}年(?:度)?)?(?:我|本)(省|市|县|区|州|旗|盟|局|厅|委|办|院|中心|队|支队|镇|乡|街道|街)/;

/** What the text calls itself: an office (我局), a township (我镇), or a whole region (我县, 全市). */
function selfReference(text: string): Self | null {
  const announced = announcement.exec(text)?.[1];
  if (announced !== undefined) return selfOf(announced);
  const count = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
  const office = count(
    /我(?:局|厅|委(?!员会)|办|院|中心|队|支队|站|部|署|校|处|会)|总局党[组委]|本局|全局(?!性|出发|中|和|工作|谋)|局党[组委]|厅党组|委党组|局机关|局长办公会|局主要负责|局领导班子|局系统/g,
  );
  const township = count(
    /我(?:镇|乡|街道|街|苏木)|全[镇乡]|镇党委|乡党委|街道党工委|镇政府|乡政府|街道办|辖区各?村|镇主要负责/g,
  );
  const whole = count(
    /我[省市县区州旗盟]|全[省市县区州旗盟]|[省市县区州旗盟]委、\S?政府|[省市县区]政府常务会|[省市县区]委常委会/g,
  );
  if (office === 0 && township === 0 && whole === 0) return null;
  if (township > office && township * 2 > whole) return 'township';
  // An office also speaks of 全市 and 全县; a region never of 我局.
  const ownOffice = count(/我(?:局|厅|委(?!员会))|本局|局党[组委]|厅党组/g);
  if (office >= 2 && (office * 3 > whole || ownOffice >= 4)) return 'department';
  return whole > 0 ? 'government' : office > 0 ? 'department' : 'township';
}

const partyOf = ({ name }: Region, basis: Basis, isWhole = /自治[区州县旗]$/.test(name)): IssuingBody => ({
  name: `中共${name}${isWhole ? '委员会' : '委'}`,
  kind: 'party',
  basis,
});
const governmentOf = ({ name }: Region, basis: Basis): IssuingBody => ({
  name: `${name}人民政府`,
  kind: 'government',
  basis,
});

const named = (names: readonly string[], basis: Basis, region: Region | null): IssuingBody[] =>
  names.flatMap((name) => {
    const kind = bodyKind(name);
    if (kind === null) return [];
    // “县委、县政府”: the region's own name is left out.
    const suffix = bareSpeaker(name);
    const isShort = region !== null && suffix !== null && bears(region.name, suffix) && !/办公[厅室]$/.test(name);
    return isShort
      ? [kind === 'party' ? partyOf(region, basis) : governmentOf(region, basis)]
      : [{ name, kind, basis }];
  });

/**
 * Who speaks in a text that speaks for its whole region and is signed by none who does: party committee and government
 * where its first sentence has both as its subject, else the government, inferred.
 */
function wholeRegion(region: Region, text: readonly string[]): IssuingBody[] {
  const joint = jointSubject(text);
  const stem = region.name.slice(0, -(joint?.suffix.length ?? 0));
  const isOwn = joint !== null && bears(region.name, joint.suffix) && (joint.name === '' || joint.name.endsWith(stem));
  return isOwn
    ? [partyOf(region, 'text', joint.isWhole || undefined), governmentOf(region, 'text')]
    : [governmentOf(region, 'inferred')];
}

/** The bodies that a curator named: one, or several with 、 between them. Null where the words name no body. */
export function givenIssuers(words: string, region: Region | null): FoundIssuers | null {
  const isOne = bodyKind(words) !== null && !words.includes('、');
  const issuers = named(isOne ? [words] : bodyNames(words), 'curator', region);
  return issuers.length === 0 ? null : { issuers, kind: issuerKindOf(issuers), kindBasis: 'curator', issues: [] };
}

/** Offices that carry a whole region's report: they sign or publish it without being who speaks. */
const carriers =
  /司法[局厅]|法制办|依法[治行].{0,12}(?:委员会)?办公?室?|依法治.委|领导小组|政府办|信息公开|法治.{0,8}(?:委员会|办公室)/;

/**
 * Who issues the report: as the signature says, else the title's head, else the text's opening or the page's office
 * where the text speaks as one; an unsigned text that speaks for a whole region is its government's, inferred, or, where
 * its first sentence says so, party committee's and government's together.
 */
export function reportIssuers(evidence: IssuerEvidence): FoundIssuers {
  const { region, below } = evidence;
  const text = evidence.text.join('\n');
  const self = selfReference(text);
  const head = evidence.title === null ? '' : titleHead(evidence.title);
  const inTitle = named(bodyNames(head), 'title', region);
  const signed = named(
    evidence.signature.map(({ name }) => name),
    'signature',
    region,
  );
  const issues: Issue[] = [];
  const settled = (issuers: readonly IssuingBody[]): FoundIssuers => ({
    issuers,
    kind: issuerKindOf(issuers),
    kindBasis: issuers[0]?.basis ?? 'inferred',
    issues,
  });
  if (inTitle.length > 0 && signed.length > 0) {
    const titleKind = issuerKindOf(inTitle);
    const signedKind = issuerKindOf(signed);
    if (titleKind === signedKind) return settled(signed);
    issues.push(
      importIssue(
        'issuer/disagrees',
        evidence.signature[0]?.line ?? null,
        `标题 ${head}，落款 ${evidence.signature.map(({ name }) => name).join('、')}`,
      ),
    );
    return settled(inTitle);
  }
  const isCarried = (body: IssuingBody): boolean =>
    body.kind === 'department' &&
    carriers.test(body.name) &&
    self === 'government' &&
    !speaksAs(body.name, evidence.text);
  if (signed.length > 0) {
    if (region && signed.every(isCarried)) {
      issues.push(
        importIssue('issuer/carried', evidence.signature[0]?.line ?? null, signed.map(({ name }) => name).join('、')),
      );
      return settled(wholeRegion(region, evidence.text));
    }
    return settled(signed);
  }
  if (inTitle.length > 0) return settled(inTitle);
  if (below) {
    const name =
      below.kind === 'township'
        ? `${below.name}${/街道$/.test(below.name) ? '办事处' : '人民政府'}`
        : `${below.name}${/(?:管委会|兵团|师)$/.test(below.name) ? '' : '管委会'}`;
    return settled([
      {
        name: below.kind === 'township' || isGenericZone(below.name) ? `${region?.name ?? ''}${name}` : name,
        kind: below.kind === 'township' ? 'township' : 'government',
        basis: 'inferred',
      },
    ]);
  }
  const opening = openingBody(evidence.text);
  const isSubject = opening !== null && (evidence.text[0] ?? '').slice(0, opening.length + 12).includes(opening);
  if (opening !== null && (self !== 'government' || isSubject)) {
    const kind = bodyKind(opening);
    if (kind !== null && kind !== 'party') return settled([{ name: opening, kind, basis: 'text' }]);
  }
  const offices = named(
    evidence.offices.map((name) => stateBody(name) ?? name),
    'page',
    region,
  );
  const fitting = offices.find(({ kind }) => kind === self || (self === null && kind !== 'party'));
  if (self === 'department' || self === 'township') {
    if (fitting) return settled([fitting]);
    issues.push(importIssue('issuer/unnamed', null, ''));
    return { issuers: [], kind: self, kindBasis: 'text', issues };
  }
  if (
    self === 'government' ||
    (self === null && region !== null && opensWith(evidence.text[0] ?? '', region.name)) ||
    (region !== null && evidence.title !== null && head !== '' && head.endsWith(region.name))
  ) {
    if (region) return settled(wholeRegion(region, evidence.text));
    issues.push(importIssue('issuer/unnamed', null, ''));
    return { issuers: [], kind: 'government', kindBasis: 'inferred', issues };
  }
  if (fitting && !carriers.test(fitting.name)) return settled([fitting]);
  issues.push(importIssue('issuer/unknown', null, ''));
  return { issuers: [], kind: null, kindBasis: 'inferred', issues };
}

/** Whether a text names a body as its own subject, not only under the text. */
function speaksAs(name: string, text: readonly string[]): boolean {
  const own = text.filter((paragraph) => paragraph.length > name.length + 12);
  return own.filter((paragraph) => paragraph.includes(name)).length >= 2 || (own[0]?.includes(name) ?? false);
}
