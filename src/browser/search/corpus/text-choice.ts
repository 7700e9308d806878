import type { CorpusContext } from './corpus-context.ts';
import { type CorpusState, corpusNumbers } from './corpus-state.ts';
import { toolNumber, toolSelect } from './tool-controls.ts';
import { said } from './words.ts';

const sizes = [24, 120, 300, 1000] as const;

/** A number of bytes as readers are told it. */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** How many texts a tool is to read: null for all of them. */
export const textsAsked = ({ texts }: CorpusState): number | null => (texts === 0 ? null : texts);

/**
 * The choice of how many texts to read, with what that takes to fetch, and of the seed by which they are drawn; nothing
 * where all are read anyhow. `most` is the greatest number that the tool reads.
 */
export function textChoice(
  context: CorpusContext,
  ids: readonly string[],
  most = Number.MAX_SAFE_INTEGER,
): HTMLElement[] {
  const { state, change, engine } = context;
  const [smallest] = sizes;
  if (ids.length <= smallest && state.texts === corpusNumbers.texts.usual) return [];
  const offered = new Set<number>(sizes.filter((size) => size < Math.min(ids.length, most + 1)));
  if (state.texts > 0 && state.texts < ids.length) offered.add(state.texts);
  const inOrder = [...offered].sort((a, b) => a - b);
  const all: [string, Text][] = ids.length <= most ? [['0', said('textsAll', { count: ids.length })]] : [];
  const choice = toolSelect(
    'texts',
    said('toolTexts'),
    [...inOrder.map((size): [string, Text] => [String(size), said('textsDrawn', { count: size })]), ...all],
    String(state.texts === 0 || state.texts >= ids.length ? 0 : state.texts),
    (value) => change({ texts: Number(value) }),
  );
  void engine
    .textBytes(ids)
    .then((bytes) => {
      for (const option of choice.querySelectorAll('option')) {
        const count = Number(option.value);
        const size = sizeText(count === 0 ? bytes : (bytes * count) / ids.length);
        option.replaceChildren(
          count === 0 ? said('textsAllSize', { count: ids.length, size }) : said('textsDrawnSize', { count, size }),
        );
      }
    })
    .catch(() => {});
  return [choice, seedChoice(context)];
}

/** The choice of the seed. */
export function seedChoice({ state, change }: CorpusContext): HTMLElement {
  return toolNumber('seed', said('toolSeed'), state.seed, corpusNumbers.seed, (seed) => change({ seed }));
}
