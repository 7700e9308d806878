import { about } from './about.ts';
import { aloud } from './aloud.ts';
import { browsing } from './browsing.ts';
import { citation } from './citation.ts';
import { comparison } from './comparison.ts';
import { corpus } from './corpus.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { descriptions } from './descriptions.ts';
import { drawn } from './drawn.ts';
import { extracts } from './extracts.ts';
import { finder } from './finder.ts';
import { frame } from './frame.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';
import { months } from './months.ts';
import { original } from './original.ts';
import { picking } from './picking.ts';
import { queries } from './queries.ts';
import { reading } from './reading.ts';
import { relations } from './relations.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { served } from './served.ts';
import { settings } from './settings.ts';
import { tools } from './tools.ts';
import { traditional } from './traditional.ts';
import { vocabulary } from './vocabulary.ts';

/** Every interface message in Chinese, by key: the original of all translations. A key stands once. */
export const zhHans = {
  ...frame,
  ...lists,
  ...about,
  ...report,
  ...vocabulary,
  ...help,
  ...drawn,
  ...picking,
  ...relations,
  ...served,
  ...rules,
  ...months,
  ...data,
  ...descriptions,
  ...coverage,
  ...extracts,
  ...search,
  ...corpus,
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
