import type { help as chinese } from '../zh-hans/help.ts';

/** How to write a query, which the search page itself tells, in English. */
export const help = {
  searchNoScript: 'Search needs a browser that runs scripts. Without them, all reports can be found from ',
  searchNoScriptEnd: '.',
  helpSummary: 'How to write a query',
  helpLiteral:
    'Exactly these characters, every place listed. Width, style of punctuation, traditional or simplified form, case and white space make no difference.',
  helpAnd: 'Both must occur (a space between them).',
  helpOr: 'Either will do.',
  helpNot: 'Reports with the first and without the second.',
  helpNear: 'No more than 20 characters apart in one paragraph.',
  helpQuoted: 'Spaces and signs inside quotation marks are taken as they are.',
  helpParagraphs: 'Phrases do not match across paragraphs. Occurrences may overlap: “一一” occurs twice in “一一一”.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
