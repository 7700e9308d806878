import { about } from './zh-hans/about.ts';
import { citation } from './zh-hans/citation.ts';
import { comparison } from './zh-hans/comparison.ts';
import { coverage } from './zh-hans/coverage.ts';
import { finder } from './zh-hans/finder.ts';
import { frame } from './zh-hans/frame.ts';
import { lists } from './zh-hans/lists.ts';
import { queries } from './zh-hans/queries.ts';
import { reading } from './zh-hans/reading.ts';
import { report } from './zh-hans/report.ts';
import { search } from './zh-hans/search.ts';
import { tools } from './zh-hans/tools.ts';
import { vocabulary } from './zh-hans/vocabulary.ts';

/** Every interface message in Chinese, by key: the original of all translations. A key stands once. */
export const zhHans = {
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
} as const;
