import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { regionTree } from '../../archive/region-tree.ts';
import { type ProposedReport, proposedReportCheck } from '../../content-check/report-text-issues.ts';
import { readHostRegister } from '../../content-files/host-register.ts';
import { readIssuerRegister } from '../../content-files/issuer-register.ts';
import { readRegionRegister } from '../../content-files/region-register.ts';
import { readReportFile } from '../../content-files/report-file.ts';
import type { WholeFile } from '../../host/whole-file.ts';
import { type ImportSetting, importInput } from '../../import/import-input.ts';
import type { ImportOutcome } from '../../import/import-outcome.ts';
import { RegionNames } from '../../import/recognise/region-names.ts';
import { acceptedLines } from '../../import/write/accepted-lines.ts';
import { type DeskPlaces, vocabularyOf } from '../drafts/desk-places.ts';
import { type Draft, draftFolder, handText } from '../drafts/draft.ts';
import { draftTask } from '../drafts/taking.ts';
import { type CuratedFile, curatedFile } from './curated-file.ts';

/** A draft as it stands with all that was chosen for it. */
export interface Review {
  readonly draft: Draft;
  /** The curator's own text; null where none was written. */
  readonly hand: string | null;
  readonly outcome: ImportOutcome;
  /** All files that accepting writes, below the content folder; none where the import refuses. */
  readonly files: readonly WholeFile[];
  /** The report as it would stand in its file; null where the import refuses it, or only enters another source. */
  readonly curated: (CuratedFile & { readonly file: string }) | null;
  /** What the check of report files says of it; its lines are the file's. */
  readonly findings: readonly Issue[];
  /** On which line of the file the text begins. */
  readonly bodyLine: number;
}

/** Codes that say that reading the capture costs too much: it is not tried again where other things wait. */
const costly = /^input\/too-(?:slow|heavy|large)$/;

/** Whether a draft's capture must not be read in the server's own thread. */
export const isCostly = (issues: readonly Pick<Issue, 'code'>[]): boolean =>
  issues.some(({ code }) => costly.test(code));

/** The path of a draft's capture. */
export const capturePath = (content: string, { sha256, capture }: Draft): string =>
  join(content, draftFolder(sha256), capture);

/** When a file was last written; 0 where there is none. */
const writtenAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Looks at drafts with the importer; regions are read once, departments and hosts again where they have changed. */
export class Reviewing {
  readonly #places: DeskPlaces;
  #names: RegionNames | null = null;
  #check: ((proposed: ProposedReport) => Promise<Issue[]>) | null = null;
  #registers: { at: string; issuers: ImportSetting['issuers']; hosts: ImportSetting['hosts'] & {} } | null = null;

  constructor(places: DeskPlaces) {
    this.#places = places;
  }

  /** The places of the register, by which the desk calls them. */
  names(): RegionNames {
    this.#names ??= new RegionNames(regionTree(readRegionRegister(vocabularyOf(this.#places, 'regions')).regions));
    return this.#names;
  }

  #read(): { issuers: ImportSetting['issuers']; hosts: ImportSetting['hosts'] & {} } {
    const [issuers, hosts] = ['issuers.yaml', 'hosts.csv'].map((name) => vocabularyOf(this.#places, name));
    const at = `${writtenAt(join(issuers ?? '', 'issuers.yaml'))} ${writtenAt(join(hosts ?? '', 'hosts.csv'))}`;
    if (this.#registers?.at !== at)
      this.#registers = {
        at,
        issuers: readIssuerRegister(issuers ?? ''),
        hosts: readHostRegister(hosts ?? '').hosts,
      };
    return this.#registers;
  }

  /** Asks the import what it would write of a draft; nothing is written. */
  async #imported(draft: Draft): Promise<{ outcome: ImportOutcome; files: WholeFile[] }> {
    const { content, today } = this.#places;
    const { region, year, issuer, slug, address, accepted, mode, keepsDiffering } = draft.choices;
    const lines = accepted === undefined ? null : acceptedLines(accepted);
    const files: WholeFile[] = [];
    const task = draftTask(draft, capturePath(content, draft));
    const outcome = await importInput(
      task.file,
      {
        ...{ content, today: today(), isDry: false, withText: true, names: this.names(), ...this.#read() },
        ...{ mode: mode ?? 'new', keepsDiffering: keepsDiffering ?? false },
        overrules: {
          ...(region === undefined ? {} : { region }),
          ...(year === undefined ? {} : { year }),
          ...(issuer === undefined ? {} : { issuer }),
          ...(slug === undefined ? {} : { slug }),
          ...(address === undefined ? {} : { sourceUrl: address }),
          ...(lines === null ? {} : { accepted: lines }),
        },
        // What the import would write is only looked at here.
        write: (written) => files.push(...written),
      },
      task,
    );
    return { outcome, files };
  }

  /** Where captures stand on which a proposed report may rest: in the archive, or in its draft. */
  #captures(draft: Draft, { sources }: CuratedFile['report']): Map<string, string> {
    const { content } = this.#places;
    return new Map(
      sources.flatMap(({ sha256, format }) => {
        const path =
          sha256 === draft.sha256 ? capturePath(content, draft) : join(content, 'sources', `${sha256}.${format}`);
        return writtenAt(path) === 0 ? [] : [[`${sha256}.${format}`, path] as const];
      }),
    );
  }

  /** Looks at a draft with its choices; with another text by hand, or null for the import's, where one is given. */
  async review(draft: Draft, text?: string | null): Promise<Review> {
    const { content, own } = this.#places;
    const hand = text === undefined ? handText(content, draft.sha256) : text;
    const { outcome, files } = await this.#imported(draft);
    const place = (file: string): string => relative(content, file).replaceAll('\\', '/');
    const main = files.find(({ file }) => place(file) === outcome.record.path);
    const nothing = { draft, hand, outcome, files, curated: null, findings: [], bodyLine: 1 };
    if (!main || typeof main.content !== 'string' || draft.choices.mode === 'source') return nothing;
    const capture = readFileSync(capturePath(content, draft));
    const curated = await curatedFile(main.content, draft, hand, capture);
    const file = place(main.file);
    this.#check ??= proposedReportCheck(content, vocabularyOf(this.#places, 'regions'), () =>
      vocabularyOf({ ...this.#places, own }, 'issuers.yaml'),
    );
    const findings = await this.#check({ text: curated.text, file, captures: this.#captures(draft, curated.report) });
    return {
      ...nothing,
      files: files.map((one) => (one === main ? { file: main.file, content: curated.text } : one)),
      curated: { ...curated, file },
      findings,
      bodyLine: readReportFile(curated.text, file).bodyLine ?? 1,
    };
  }
}
