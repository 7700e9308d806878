import { about } from './en/about.ts';
import { aloud } from './en/aloud.ts';
import { browsing } from './en/browsing.ts';
import { citation } from './en/citation.ts';
import { comparison } from './en/comparison.ts';
import { coverage } from './en/coverage.ts';
import { finder } from './en/finder.ts';
import { frame } from './en/frame.ts';
import { lists } from './en/lists.ts';
import { original } from './en/original.ts';
import { queries } from './en/queries.ts';
import { reading } from './en/reading.ts';
import { report } from './en/report.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { tools } from './en/tools.ts';
import { traditional } from './en/traditional.ts';
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
  ...browsing,
  ...settings,
  ...aloud,
  ...traditional,
  ...original,
});
