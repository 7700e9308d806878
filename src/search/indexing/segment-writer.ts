import { issuerKinds } from '../../archive/issuer.ts';
import { levels } from '../../archive/region.ts';
import { parsedReportId } from '../../archive/report-id.ts';
import { folded } from '../../text/fold.ts';
import type { SearchDocument } from '../document.ts';
import { Alphabet, rankedUnits } from '../format/alphabet.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { paragraphCountBytes, paragraphRunBytes } from '../format/paragraph-columns.ts';
import { openingBytes } from '../format/report-columns.ts';
import { roleCode, roleCodeCount } from '../format/role-codes.ts';
import { sealed } from '../format/sealed.ts';
import type { SegmentDescription } from '../format/start-file.ts';
import { textRecord } from '../format/text-record.ts';
import { sectionNumbers } from '../section-numbers.ts';
import { DirectoryWriter } from './directory-writer.ts';
import { CorpusCollector, type DocumentMeasure } from './folded-corpus.ts';
import type { IndexShape } from './leaf-blocks.ts';
import { ListWriter } from './list-writer.ts';
import { PackWriter } from './pack-writer.ts';
import { partitions, unitCounts } from './partition.ts';
import type { BuildPlatform } from './platform.ts';
import { TextShelf } from './text-shelf.ts';

/** A segment that was written: how its start describes it, all its files, and what each report measures. */
export interface WrittenSegment {
  readonly description: SegmentDescription;
  readonly files: readonly string[];
  readonly measures: readonly DocumentMeasure[];
}

/** Texts from which the frequent characters are known well enough. */
const sampleSize = 256;

/** Throws when a report's fields contradict its id: the index keeps the id alone. */
function checkIdentity({ id, region, year, slug }: SearchDocument): void {
  const parts = parsedReportId(id);
  if (parts?.region === region && parts.year === year && parts.slug === slug) return;
  throw new Error(`report ${id} says region ${region}, year ${year}, slug ${slug}: its id says otherwise`);
}

/** Takes the reports in: folded into the corpus, as they are onto the shelf, their fields into columns. */
class Intake {
  readonly collector = new CorpusCollector();
  readonly measures: DocumentMeasure[] = [];
  readonly ids: string[] = [];
  readonly levels: number[] = [];
  readonly issuerKinds: number[] = [];
  alphabet = new Alphabet([]);
  readonly #shelf: TextShelf;
  #sample: string[] = [];
  #isRanked = false;

  constructor(shelf: TextShelf) {
    this.#shelf = shelf;
  }

  async add(document: SearchDocument): Promise<void> {
    checkIdentity(document);
    this.ids.push(document.id);
    this.levels.push(levels.indexOf(document.level));
    this.issuerKinds.push(issuerKinds.indexOf(document.issuerKind));
    const { title, paragraphs } = document;
    const folds = paragraphs.map(({ text }) => folded(text));
    const sections = sectionNumbers(paragraphs);
    const own = paragraphs.map(({ role }, i) => ({
      fold: folds[i] ?? '',
      role: roleCode(role),
      section: sections[i] ?? 0,
    }));
    const heading = { fold: folded(title ?? ''), role: 0, section: 0 };
    this.measures.push(this.collector.add(title === null ? own : [heading, ...own]));
    const record = textRecord(document, folds);
    if (this.#isRanked) {
      for (let i = 0; i < record.length; i++) this.alphabet.add(record.charCodeAt(i));
      await this.#shelf.add(record, this.alphabet);
      return;
    }
    this.#sample.push(record);
    if (this.#sample.length === sampleSize) await this.rank();
  }

  /** Ranks the characters of the sample and puts it onto the shelf. */
  async rank(): Promise<void> {
    const counts = new Uint32Array(0x10000);
    for (const record of this.#sample) {
      for (let i = 0; i < record.length; i++) {
        const unit = record.charCodeAt(i);
        counts[unit] = (counts[unit] ?? 0) + 1;
      }
    }
    this.alphabet = new Alphabet(rankedUnits(counts));
    this.#isRanked = true;
    for (const record of this.#sample) await this.#shelf.add(record, this.alphabet);
    this.#sample = [];
  }

  async end(): Promise<void> {
    if (!this.#isRanked) await this.rank();
  }
}

/** Writes a segment of the index over reports, in the order given (that of their ids takes least room). */
export async function writeSegment(
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
  shape: IndexShape,
  platform: BuildPlatform,
): Promise<WrittenSegment> {
  const shelf = new TextShelf(platform);
  const intake = new Intake(shelf);
  for await (const document of documents) await intake.add(document);
  await intake.end();
  const shelfNames = await shelf.end();

  const { alphabet, measures, ids } = intake;
  const corpus = intake.collector.corpus((bytes) => platform.allocate(bytes));
  const unitTotals = unitCounts(corpus.units);
  for (let unit = 1; unit < unitTotals.length; unit++) if ((unitTotals[unit] ?? 0) > 0) alphabet.add(unit);
  const directory = new DirectoryWriter(platform);
  const task = { corpus, unitTotals, alphabet, shape, partitions: partitions(unitTotals, shape.partitionPlaces) };
  const lists = new ListWriter(platform);
  for await (const partition of platform.sort(task)) {
    await directory.add(partition);
    await lists.add(partition.lists);
  }
  const { names, root } = await directory.end();
  const listNames = await lists.end();

  const file = async (kind: string, bytes: Uint8Array, matches: boolean): Promise<string> => {
    const pack = new PackWriter(platform, kind);
    pack.add(sealed([platform.deflate(bytes, matches)]));
    return pack.write();
  };
  const columns = { ids, levels: intake.levels, issuerKinds: intake.issuerKinds };
  const characters = new ByteWriter();
  for (const measure of measures) characters.number(measure.characters);
  const byRole = new ByteWriter();
  for (let role = 0; role < roleCodeCount; role++) for (const m of measures) byRole.number(m.byRole[role] ?? 0);
  const runs = measures.map((measure) => measure.runs);
  const description: SegmentDescription = {
    documents: ids.length,
    leafSize: shape.leafSize,
    explicitDepth: shape.explicitDepth,
    headSpan: shape.headSpan,
    reports: await file('reports', openingBytes({ alphabet, root, reports: columns }), true),
    directory: names.at(-1) ?? '',
    shelf: shelfNames.at(-1) ?? '',
    characters: await file('characters', characters.written(), false),
    roles: await file('roles', byRole.written(), true),
    lists: listNames.at(-1) ?? '',
    paragraphs: await file('paragraphs', paragraphCountBytes(runs), false),
    sections: await file('sections', paragraphRunBytes(runs), true),
    removed: [],
  };
  const { reports, characters: lengths, roles, paragraphs, sections } = description;
  const files = [...shelfNames, ...names, ...listNames, reports, lengths, roles, paragraphs, sections];
  return { description, files, measures };
}
