import { about } from './en/about.ts';
import { citation } from './en/citation.ts';
import { comparison } from './en/comparison.ts';
import { coverage } from './en/coverage.ts';
import { finder } from './en/finder.ts';
import { frame } from './en/frame.ts';
import { lists } from './en/lists.ts';
import { queries } from './en/queries.ts';
import { reading } from './en/reading.ts';
import { report } from './en/report.ts';
import { search } from './en/search.ts';
import { tools } from './en/tools.ts';
import { vocabulary } from './en/vocabulary.ts';
import { translation } from './message.ts';
import { zhHans } from './zh-hans.ts';

/** Every interface message in English. */
export const en = translation(zhHans, {
  ...frame,
  ...lists,
  ...about,
  ...report,
  ...vocabulary,
  ...coverage,
  ...search,
  ...queries,
  ...comparison,
  ...citation,
  ...reading,
  ...tools,
  ...finder,
});
