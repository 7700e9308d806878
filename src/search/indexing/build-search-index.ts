import { issuerKinds } from '../../archive/issuer.ts';
import { levels } from '../../archive/region.ts';
import { roles } from '../../archive/section.ts';
import { folded } from '../../text/fold.ts';
import type { SearchDocument } from '../document.ts';
import { formatVersion, type StartFile, startFileName, startFileText } from '../format/start-file.ts';
import type { IndexShape } from './leaf-blocks.ts';
import type { Manifest, RememberedReport, RememberedSegment } from './manifest.ts';
import type { BuildPlatform } from './platform.ts';
import { writeSegment } from './segment-writer.ts';

/** A report to be indexed; its text is asked for only where the index does not hold it yet. */
export interface SearchSource {
  readonly id: string;
  /** Changes whenever anything in the document changes. */
  readonly digest: string;
  /** Names that were taken out of its text on request: where this changes, no file may hold the earlier text. */
  readonly redactions: number;
  document(): SearchDocument | Promise<SearchDocument>;
}

export interface SearchBuild {
  /** All reports of the archive, each once; in the order of their ids the index is smallest. */
  readonly sources: readonly SearchSource[];
  /** The manifest of an earlier build whose files still stand; null builds everything. */
  readonly previous: Manifest | null;
  readonly platform: BuildPlatform;
  /** True makes everything anew, so that nothing of an earlier text is left in the index's files. */
  readonly isCompacting?: boolean;
  readonly baseShape?: IndexShape;
  readonly deltaShape?: IndexShape;
}

export interface SearchBuildResult {
  /** `base`: all was built; `delta`: what changed; `none`: nothing had. */
  readonly built: 'base' | 'delta' | 'none';
  /** Every file that belongs to the index now. Whatever else lies beside them is to be deleted. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
  readonly reports: number;
  readonly characters: number;
}

/** How the base and the delta are cut; measured by `scripts/bench/search.ts`. */
export const baseShape: IndexShape = {
  leafSize: 8,
  explicitDepth: 16,
  deepLeafSize: 32,
  headSpan: 4,
  blockBytes: 4500,
  fewestListed: 800,
  mostListedOfOne: 80_000,
  partitionPlaces: 4_000_000,
};
export const deltaShape: IndexShape = {
  ...baseShape,
  leafSize: 4,
  deepLeafSize: 16,
  blockBytes: 1500,
  fewestListed: 16,
};

/** The delta may hold, and leave out of the base, one report in so many of the base. */
const compactionShare = 20;

/** A fingerprint of folding and shapes: texts that try each of its rules. */
const maker = (base: IndexShape, delta: IndexShape): string =>
  JSON.stringify([formatVersion, levels, issuerKinds, roles, base, delta, folded('Ａé①，。—～・“『〔【《○帳復乾⺠')]);

async function* documentsOf(sources: readonly SearchSource[]): AsyncGenerator<SearchDocument> {
  for (const source of sources) yield await source.document();
}

async function heldSegment(
  sources: readonly SearchSource[],
  shape: IndexShape,
  platform: BuildPlatform,
): Promise<RememberedSegment> {
  const { description, files, measures } = await writeSegment(documentsOf(sources), shape, platform);
  const reports = sources.map(
    ({ id, digest, redactions }, i): RememberedReport => ({
      id,
      digest,
      redactions,
      characters: measures[i]?.characters ?? 0,
    }),
  );
  return { description, files, reports };
}

const isSame = (a: readonly { id: string; digest: string }[], b: readonly { id: string; digest: string }[]): boolean =>
  a.length === b.length && a.every(({ id, digest }, i) => id === b[i]?.id && digest === b[i]?.digest);

/** What must be done to an earlier index. */
interface Change {
  /** Reports that the base does not hold as they are. */
  readonly fresh: readonly SearchSource[];
  /** Numbers of the base's reports that are no longer so. */
  readonly removed: readonly number[];
  /** Whether one that the base holds was taken out of the archive altogether, or a name out of its text. */
  readonly isWithdrawal: boolean;
}

function change(sources: readonly SearchSource[], { base }: Manifest): Change {
  const wanted = new Map(sources.map(({ id, digest }) => [id, digest]));
  const held = new Map(base.reports.map(({ id, digest }) => [id, digest]));
  const redactions = new Map(sources.map((source) => [source.id, source.redactions]));
  return {
    fresh: sources.filter(({ id, digest }) => held.get(id) !== digest),
    removed: base.reports.flatMap(({ id, digest }, number) => (wanted.get(id) === digest ? [] : [number])),
    isWithdrawal: base.reports.some((report) => redactions.get(report.id) !== report.redactions),
  };
}

/**
 * Builds the exact index of all reports, or, where an earlier one stands, only what changed: a small delta beside the
 * base, which is built anew when the delta grows beyond a twentieth, when a report was taken out of the archive or a
 * name out of its text, and when asked. Writes immutable files and, last of all, the start file. Base and delta answer as one fresh index.
 */
export async function buildSearchIndex(build: SearchBuild): Promise<SearchBuildResult> {
  const { sources, previous, platform } = build;
  if (new Set(sources.map(({ id }) => id)).size < sources.length) throw new Error('a report is to be indexed twice');
  const shapes = [build.baseShape ?? baseShape, build.deltaShape ?? deltaShape] as const;
  const made = maker(...shapes);
  const usable = previous?.format === formatVersion && previous.maker === made && !build.isCompacting ? previous : null;
  const changed = usable && change(sources, usable);
  const limit = (usable?.base.reports.length ?? 0) / compactionShare;
  let base = usable?.base ?? null;
  let delta: RememberedSegment | null = null;
  let built: SearchBuildResult['built'] = 'base';
  if (base && changed && !changed.isWithdrawal && changed.fresh.length <= limit && changed.removed.length <= limit) {
    base = { ...base, description: { ...base.description, removed: changed.removed } };
    const old = usable?.delta ?? null;
    const isHeld = isSame(old?.reports ?? [], changed.fresh);
    built = isHeld ? 'none' : 'delta';
    if (isHeld) delta = old;
    else if (changed.fresh.length > 0) delta = await heldSegment(changed.fresh, shapes[1], platform);
  } else base = await heldSegment(sources, shapes[0], platform);

  const removed = new Set(base.description.removed);
  const live = [...base.reports.filter((_, number) => !removed.has(number)), ...(delta?.reports ?? [])];
  const characters = live.reduce((sum, report) => sum + report.characters, 0);
  const start: StartFile = {
    format: formatVersion,
    levels,
    issuerKinds,
    roles,
    reports: live.length,
    characters,
    segments: [base.description, ...(delta ? [delta.description] : [])],
  };
  await platform.write(startFileName, new TextEncoder().encode(startFileText(start)));
  return {
    built,
    files: [...new Set([...base.files, ...(delta?.files ?? []), startFileName])],
    manifest: { format: formatVersion, maker: made, base, delta },
    reports: live.length,
    characters,
  };
}
