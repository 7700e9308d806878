import { about } from './zh-hans/about.ts';
import { aloud } from './zh-hans/aloud.ts';
import { browsing } from './zh-hans/browsing.ts';
import { citation } from './zh-hans/citation.ts';
import { comparison } from './zh-hans/comparison.ts';
import { coverage } from './zh-hans/coverage.ts';
import { finder } from './zh-hans/finder.ts';
import { frame } from './zh-hans/frame.ts';
import { lists } from './zh-hans/lists.ts';
import { original } from './zh-hans/original.ts';
import { queries } from './zh-hans/queries.ts';
import { reading } from './zh-hans/reading.ts';
import { report } from './zh-hans/report.ts';
import { search } from './zh-hans/search.ts';
import { settings } from './zh-hans/settings.ts';
import { tools } from './zh-hans/tools.ts';
import { traditional } from './zh-hans/traditional.ts';
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
  ...browsing,
  ...settings,
  ...aloud,
  ...traditional,
  ...original,
} as const;
