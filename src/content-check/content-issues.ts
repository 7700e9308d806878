import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { documentNames } from '../analysis/documents/document-names.ts';
import { measureFinder } from '../analysis/figures/measures.ts';
import type { Issue } from '../archive/issue.ts';
import { redactionCount } from '../archive/redaction.ts';
import { regionTree } from '../archive/region-tree.ts';
import { reportFile } from '../archive/report-id.ts';
import { collectIssues } from '../content-files/collect-register.ts';
import { coverageIssues } from '../content-files/coverage-register.ts';
import { glossaryIssues } from '../content-files/glossary-register.ts';
import { readHostRegister } from '../content-files/host-register.ts';
import { issuerRegister } from '../content-files/issuer-register.ts';
import { documentRegister } from '../content-files/lexicons/document-register.ts';
import { indicatorRegister } from '../content-files/lexicons/indicator-register.ts';
import { ruleRegister } from '../content-files/lexicons/rule-register.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { fileDigestLength, reportSummary } from '../content-files/report-store.ts';
import { textFile } from '../content-files/text-file.ts';
import { withdrawnIssues } from '../content-files/withdrawn-register.ts';
import { draftIssues } from '../desk/drafts/draft-issues.ts';
import { type KnownSeals, readSeals } from '../host/known-seals.ts';
import { reportBlocks } from '../render/report-blocks.ts';
import { captureFormatIssues } from './capture-format.ts';
import type { CheckMemory, FileFindings } from './check-memory.ts';
import { contentFiles } from './file-names.ts';
import { keptExtract } from './kept-extract.ts';
import type { ReadingsKeeper } from './kept-readings.ts';
import { digestsIn, orphanIssues } from './orphan-captures.ts';
import { idOfFields, type Surroundings } from './report-findings.ts';
import { reportTextFindings } from './report-text-issues.ts';

const versionEnding = /\.v\d+\.md$/;

/** In hexadecimal; the same for a text and for its bytes in UTF-8. */
const textDigest = (text: string | Uint8Array): string => hash('sha256', text, 'hex');

async function reportIssues(
  text: string,
  file: string,
  surroundings: Surroundings,
  readings: ReadingsKeeper | null,
): Promise<FileFindings> {
  const digest = textDigest(text);
  const { reading, issues, account } = await reportTextFindings(text, file, surroundings);
  const { sources = [], versions = [] } = reading.fields;
  const isInForce = !versionEnding.test(file);
  const inForce = isInForce ? reading.report : null;
  const kept = inForce && keptExtract(inForce, reading.body, surroundings);
  if (kept?.issue) issues.push({ ...kept.issue, file });
  const found: FileFindings = {
    digest,
    redactions: redactionCount(text),
    captures: sources.map(({ sha256, format }) => `${sha256}.${format}`),
    named: [...new Set(digestsIn(text))],
    versions: versions.map(({ version }, at) => ({ version, line: reading.lineOf(['versions', at]) })),
    issues,
    id: isInForce ? idOfFields(reading.fields) : null,
    account,
    summary: inForce && reportSummary(inForce, reading.body, digest.slice(0, fileDigestLength)),
    extract: kept?.extract ?? null,
  };
  // The blocks are those that the findings rest on: the same body is read once.
  if (found.summary && reading.report)
    readings?.keep(
      found.summary.digest,
      { report: reading.report, blocks: reportBlocks(reading.body) },
      kept?.figures ?? null,
    );
  // Copied: a piece of a text keeps all of the text in memory.
  const copied: FileFindings = JSON.parse(JSON.stringify(found));
  return copied;
}

/** Findings of an earlier check; null where anything that they rest on has changed, or the file cannot be read. */
function knownFindings(
  folder: string,
  file: string,
  { captures }: Surroundings,
  memory: CheckMemory,
  seals: KnownSeals,
): FileFindings | null {
  let digest: string;
  try {
    digest = seals.of(join(folder, file)).sha256;
  } catch {
    // Why it cannot be read is told where it is read for its text.
    return null;
  }
  const known = memory.recall(file, digest);
  return known?.captures.every((name) => captures.has(name)) ? known : null;
}

/** Whether each capture's bytes still are what its name says. */
function captureIssues(folder: string, names: readonly string[], seals: KnownSeals): Issue[] {
  return names.flatMap((name): Issue[] => {
    const { sha256 } = seals.of(join(folder, 'sources', name));
    if (name.startsWith(`${sha256}.`)) return [];
    return [
      {
        code: 'source/altered',
        severity: 'error',
        file: `sources/${name}`,
        line: null,
        message: `文件名与内容不符：内容的 SHA-256 是 ${sha256}`,
        hint: '采集原件不得改动：恢复原文件',
      },
    ];
  });
}

type FoundFile = readonly [file: string, findings: FileFindings];

/** Files that claim an id which another holds: the one that stands in the id's own place, else the first. */
function duplicates(found: readonly FoundFile[]): Issue[] {
  const claims = Map.groupBy(found, ([, { id }]) => id);
  return [...claims].flatMap(([id, files]) => {
    if (id === null || files.length === 1) return [];
    const names = files.map(([file]) => file);
    const place = `reports/${reportFile(id)}`;
    const holder = names.includes(place) ? place : names[0];
    return names
      .filter((file) => file !== holder)
      .map(
        (file): Issue => ({
          code: 'report/duplicate-id',
          severity: 'error',
          file,
          line: 1,
          message: `${id} 已由 ${holder} 占用`,
          hint: '同一报告只存一份：副本删去；另一来源写入 sources，新版本用 --as-version 导入',
        }),
      );
  });
}

/** Versions that are named and not there, or there and not named. */
function versionIssues(found: readonly FoundFile[], files: ReadonlySet<string>): Issue[] {
  const versionFile = (file: string, version: number): string => file.replace(/\.md$/, `.v${version}.md`);
  const named = new Set(
    found.flatMap(([file, { versions }]) => versions.map(({ version }) => versionFile(file, version))),
  );
  const error = { severity: 'error' } as const;
  return found.flatMap(([file, { versions }]): Issue[] => {
    if (versionEnding.test(file)) {
      if (named.has(file)) return [];
      const main = file.replace(versionEnding, '.md');
      const message = files.has(main) ? `${main} 的 versions 没有提到这一版` : `旧版所属的 ${main} 不存在`;
      const hint = '在那份报告的 versions 里补上这一版，或移走这个文件';
      return [{ ...error, code: 'report/version-unnamed', file, line: null, message, hint }];
    }
    return versions.flatMap(({ version, line }): Issue[] => {
      const wanted = versionFile(file, version);
      if (files.has(wanted)) return [];
      const message = `versions 提到第 ${version} 版，应有文件 ${wanted}，却没有`;
      return [{ ...error, code: 'report/version-missing', file, line, message, hint: '恢复旧版的文件，或删去这一条' }];
    });
  });
}

/** A file's text as far as digests stand in it, whatever its encoding. */
const digestText = (folder: string, file: string): string =>
  readFileSync(join(folder, file), 'latin1').replaceAll('\0', '');

/** Departments whose names no register confirms. */
function unregistered(found: readonly FoundFile[]): Issue[] {
  const count = found.filter(([, { id }]) => id !== null && /-(?!party$)/.test(id)).length;
  if (count === 0) return [];
  const message = `没有 issuers.yaml，${count} 份部门报告的英文短名无从核对`;
  const hint = '从 Git 恢复 issuers.yaml，或照 docs/curators.md 新建一份';
  return [{ code: 'issuers/missing', severity: 'note', file: 'issuers.yaml', line: null, message, hint }];
}

/** Files that are read before the event loop turns. */
const filesATurn = 32;

/** What a check may be given besides its folder. */
export interface CheckOptions {
  /** Findings of an earlier check; null checks everything afresh. */
  readonly memory: CheckMemory | null;
  /** Takes what was read of reports in force that are sound and were checked afresh; none where it is missing. */
  readonly readings?: ReadingsKeeper | null;
  /** How files are known to be the same as at an earlier check: by their bytes where it is missing. */
  readonly seals?: KnownSeals;
  /** Told after each file: files checked so far and in all. */
  readonly tell: (done: number, total: number) => void;
}

/** Today where it is latest on Earth: a day that has come somewhere is no mistake. */
const latestToday = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** What a check has seen of a report file's text. */
export interface CheckedText {
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  /** Names that were taken out of it. */
  readonly redactions: number;
}

/** What a check found. */
export interface ContentCheck {
  /** In no order; files are named relative to the folder. */
  readonly issues: readonly Issue[];
  /** The text of each report file that could be read, superseded ones among them, by file. */
  readonly texts: ReadonlyMap<string, CheckedText>;
  /** How many report files there are. */
  readonly reports: number;
}

/** Looks for all issues of a content folder. */
export async function contentIssues(
  folder: string,
  { memory, readings = null, seals = readSeals, tell }: CheckOptions = { memory: null, tell: () => undefined },
): Promise<ContentCheck> {
  const register = readRegionRegister(folder);
  const departments = issuerRegister(folder);
  const documents = documentRegister(folder);
  const rules = ruleRegister(folder);
  const indicators = indicatorRegister(folder);
  const { captures, reports, misnamed, issues: names } = contentFiles(folder);
  const surroundings: Surroundings = {
    tree: regionTree(register.regions),
    captures: new Set(captures),
    files: new Set(reports),
    // Of a broken register nobody knows what it would have.
    slugs: departments.isThere && departments.issues.length === 0 ? departments.entries.map(({ slug }) => slug) : null,
    folder,
    lexicons: {
      names: documentNames(documents.entries),
      ruleSets: rules.entries,
      measuresOf: measureFinder(indicators.indicators),
    },
    today: latestToday(),
  };
  const issues = [
    ...names,
    ...register.issues,
    ...departments.issues,
    ...captureIssues(folder, captures, seals),
    ...captureFormatIssues(folder, captures),
    ...draftIssues(folder, seals),
    ...collectIssues(folder, surroundings.tree),
    ...coverageIssues(folder, surroundings.tree),
    ...glossaryIssues(folder),
    ...documents.issues,
    ...indicators.issues,
    ...rules.issues,
    ...readHostRegister(folder).issues,
    ...withdrawnIssues(folder, surroundings.tree),
  ];
  const found: FoundFile[] = [];
  // What a misnamed report rests on is wanted as soon as its name is mended.
  const named = new Set(misnamed.flatMap((file) => digestsIn(digestText(folder, file))));
  for (const [index, file] of reports.entries()) {
    const known = memory && knownFindings(folder, file, surroundings, memory, seals);
    const { text, issues: unread } = known ? { text: null, issues: [] } : textFile(folder, file, 'report');
    issues.push(...unread);
    const findings = known ?? (text === null ? null : await reportIssues(text, file, surroundings, readings));
    if (findings) {
      for (const digest of findings.named) named.add(digest);
      issues.push(...findings.issues);
      found.push([file, findings]);
      // What is wrong is looked at again each time.
      if (!findings.issues.some(({ severity }) => severity === 'error')) memory?.remember(file, findings);
    }
    tell(index + 1, reports.length);
    // What the Markdown reader holds outside of JavaScript is freed only where the event loop turns.
    if (index % filesATurn === 0) await setImmediate();
  }
  // A report that cannot be read may rest on any capture.
  if (!issues.some(({ code }) => code === 'report/encoding')) issues.push(...orphanIssues(captures, named));
  memory?.save();
  readings?.end();
  seals.save();
  issues.push(...duplicates(found), ...versionIssues(found, surroundings.files));
  if (!departments.isThere) issues.push(...unregistered(found));
  const texts = new Map(found.map(([file, { digest, redactions }]) => [file, { digest, redactions }]));
  return { issues, texts, reports: reports.length };
}
