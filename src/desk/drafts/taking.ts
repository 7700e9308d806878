import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { csvRecords } from '../../content-files/csv.ts';
import { isRedactedCapture } from '../../content-files/redaction-log.ts';
import { isWithdrawnCapture } from '../../content-files/withdrawn-register.ts';
import { writeAllWhole } from '../../host/whole-file.ts';
import type { ImportTask } from '../../import/import-input.ts';
import type { ImportOutcome } from '../../import/import-outcome.ts';
import { type ImportRun, importRun } from '../../import/import-run.ts';
import { pageAddress } from '../../import/lines/page-address.ts';
import { captureFormats } from '../../import/lines/reading.ts';
import { captureDigest } from '../../import/recognise/recognition.ts';
import { captureOrigins } from '../../import/source/capture-origins.ts';
import { capturesFile, type Origin } from '../../import/source/captures-file.ts';
import { inputFiles, isThere } from '../../import/source/input-files.ts';
import { type DeskPlaces, vocabularyOf } from './desk-places.ts';
import { type Draft, draftFileNames, draftFileText, draftFolder, draftNames } from './draft.ts';
import { draftRecordText } from './draft-record.ts';

/** A capture that is to become a draft. */
export interface TakenCapture {
  readonly file: string;
  readonly sha256: string;
  /** What it was called where it came from. */
  readonly name: string;
  readonly origin: Origin;
  readonly otherAddresses: readonly string[];
}

/** Where a capture is already, so that it becomes no draft. */
export type KnownPlace = 'draft' | 'archive' | 'withdrawn' | 'redacted';

const ending = (name: string): string => {
  const found = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return found === undefined ? 'txt' : found === 'htm' || found === 'shtml' ? 'html' : found;
};

/** Where a capture is known already; null where it is new. */
export function knownPlace(content: string, sha256: string): KnownPlace | null {
  if (isThere(join(content, draftFolder(sha256)))) return 'draft';
  if (captureFormats.some((format) => isThere(join(content, 'sources', `${sha256}.${format}`)))) return 'archive';
  if (isWithdrawnCapture(content, sha256)) return 'withdrawn';
  return isRedactedCapture(content, sha256) ? 'redacted' : null;
}

/** Under which other addresses the collector found a body, by its file's name. */
function otherAddresses(folder: string): Map<string, string[]> {
  const list = join(folder, capturesFile);
  if (!isThere(list)) return new Map();
  const { records } = csvRecords(readFileSync(list, 'utf8'));
  return new Map(
    records.flatMap(({ cells: [file = '', , , note = ''] }) => {
      const named = /^又见于 (.+)$/.exec(note)?.[1];
      return named === undefined ? [] : [[file, named.split(' ').filter((one) => pageAddress(one) === one)] as const];
    }),
  );
}

/** What of the collector's captures is new, with what its list says of each; what is wrong with the list. */
export function newCaptures({ content, collected, today }: DeskPlaces): {
  readonly captures: readonly TakenCapture[];
  readonly issues: readonly Issue[];
} {
  const folder = join(collected, 'captures');
  if (!isThere(folder)) return { captures: [], issues: [] };
  const listed = inputFiles([folder]);
  const lists = captureOrigins(listed.files, today());
  const drafts = new Set(draftNames(content));
  const others = otherAddresses(folder);
  const seen = new Set<string>();
  const captures = listed.files.flatMap(({ file }): TakenCapture[] => {
    const named = /^([0-9a-f]{64})\./.exec(basename(file))?.[1];
    // The collector names captures by their digest: of those that are drafts already no byte is read.
    if (named !== undefined && drafts.has(named)) return [];
    const sha256 = captureDigest(readFileSync(file));
    if (seen.has(sha256) || knownPlace(content, sha256) !== null) return [];
    seen.add(sha256);
    const name = named === undefined ? basename(file) : `capture.${ending(file)}`;
    const origin = lists.originOf(file);
    return [{ file, sha256, name, origin, otherAddresses: others.get(basename(file)) ?? [] }];
  });
  return {
    captures,
    issues: [...lists.issues, ...listed.issues.filter(({ code }) => code !== 'input/none')],
  };
}

/** How a draft begins. */
export function freshDraft({ sha256, name, origin, otherAddresses }: TakenCapture): Draft {
  return {
    ...{ sha256, state: 'open', reason: null, name, capture: `capture.${ending(name)}` },
    addresses: [...(origin.address === null ? [] : [origin.address]), ...otherAddresses],
    captured: origin.captured,
    ...{ choices: {}, editReason: null },
  };
}

/** Writes a new draft, all or nothing; false where the file is another one by now. */
function writeDraft(content: string, draft: Draft, file: string, outcome: ImportOutcome): boolean {
  const bytes = readFileSync(file);
  // Somebody may have written to the file since it was listed.
  if (captureDigest(bytes) !== draft.sha256) return false;
  const folder = join(content, draftFolder(draft.sha256));
  writeAllWhole([
    { file: join(folder, draft.capture), content: bytes },
    { file: join(folder, draftFileNames.record), content: draftRecordText(outcome) },
    { file: join(folder, draftFileNames.draft), content: draftFileText(draft) },
  ]);
  return true;
}

/** What the import is asked of a draft's capture. */
export function draftTask({ name, addresses, captured, choices }: Draft, file: string): ImportTask {
  return {
    ...{ file, named: name, asksAddress: true },
    origin: { address: choices.address ?? addresses[0] ?? null, captured },
  };
}

/** A taking that is under way. `stop` ends it behind the draft that is being made. */
export interface Taking {
  /** The drafts as they come to stand. */
  readonly drafts: AsyncGenerator<Draft>;
  readonly stop: ImportRun['stop'];
}

/**
 * Has the import look at captures, one after the other in a thread of its own, and makes a draft of each; nothing of the
 * archive is written. A capture that a draft was made of meanwhile is passed over. What the machine refuses is thrown.
 */
export function taking(places: DeskPlaces, captures: readonly TakenCapture[]): Taking {
  const { content, today } = places;
  const run = importRun(
    captures.map((capture) => draftTask(freshDraft(capture), capture.file)),
    {
      setting: { ...{ content, today: today(), isDry: true, mode: 'new', overrules: {} }, withText: true },
      vocabularies: {
        regions: vocabularyOf(places, 'regions'),
        issuers: vocabularyOf(places, 'issuers.yaml'),
        hosts: vocabularyOf(places, 'hosts.csv'),
      },
    },
  );
  async function* drafts(): AsyncGenerator<Draft> {
    let at = 0;
    for await (const outcome of run.outcomes) {
      const capture = captures[at++];
      if (!capture || knownPlace(content, capture.sha256) !== null) continue;
      const draft = freshDraft(capture);
      const { url, captured } = outcome.record;
      const told: Draft = {
        ...draft,
        addresses: draft.addresses.length === 0 && url !== null ? [url] : draft.addresses,
        captured: draft.captured ?? captured,
      };
      if (writeDraft(content, told, capture.file, outcome)) yield told;
    }
  }
  return { drafts: drafts(), stop: run.stop };
}
