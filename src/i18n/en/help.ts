import type { help as chinese } from '../zh-hans/help.ts';

/** How to write a query, which the search page itself tells, in English. */
export const help = {
  searchNoScript: 'Search needs a browser that runs scripts. Without them, all reports can be found from ',
  searchNoScriptEnd: '.',
  helpSummary: 'How to write a query',
  helpLiteral: 'Exactly these characters, every place listed; only the ways of writing named below make no difference.',
  helpAnd: 'Both must occur (a space between them).',
  helpOr: 'Either will do.',
  helpNot: 'Reports with the first and without the second.',
  helpNear: 'No more than 20 characters apart in one paragraph.',
  helpParagraph: 'In the same paragraph, however far apart and in whichever order.',
  helpSection: 'Under the same heading (up to the next one, the heading itself included).',
  helpOne:
    '“？” within a phrase stands for any one character, two of them for two; at its beginning or end it is looked for literally.',
  helpAny: '“…” or “*” within a phrase stands for 0 to 20 characters of the same paragraph.',
  helpEither: 'Any one of what stands in brackets between “|” will do, without spaces; one of them may be empty.',
  helpExpression:
    'Between two slashes stands a regular expression (as JavaScript writes them), looked for in the folded text of each paragraph. Every alternative needs two characters in a row at least; repetitions go up to 50; there is no look-around and no back reference. What begins at one place counts once, however many lengths it may have.',
  helpQuoted:
    'Spaces and signs inside quotation marks are taken as they are; the outermost pair is not part of the phrase. “ ”, " " and “「 」” will do.',
  helpParagraphs: 'Phrases do not match across paragraphs. Occurrences may overlap: “一一” occurs twice in “一一一”.',
  helpLimits:
    'At most {count} phrases at a time, each of at most {limit} characters; the number after “~” may be {total} at most. Nothing is cut off in silence.',
  helpTools:
    'Once something is found, there are other ways to look at it above the results. Samples hang on the seed: the same address gives the same result. Every table says what it rests on, can be saved as CSV, TSV or JSON, and comes with methods for a paper.',
  helpNeighbours:
    'The strings of one to six characters that stand most often behind the phrase (before it, around it); choose one to go on with the longer phrase.',
  helpCollocates:
    'Strings of two to four Chinese characters that are more frequent within some characters of the phrase than elsewhere, with log-likelihood, log-Dice, counts before and after it, reports and dispersion. No word segmentation is used.',
  helpKeynessName: 'Collocates, set against the rest',
  helpKeyness:
    'Which collocates are more frequent in one year or region than in the other reports of the scope, and which less.',
  helpDistribution:
    'Reports, occurrences and occurrences in 10,000 characters by year, province, level and issuer, with intervals of 95 %, each set against the other groups.',
  helpFigures:
    'Figures that stand in one sentence with the query, as written, with sentence and address, as files too; no sums, no ranks.',
  helpWords:
    'The most frequent strings of two to six Chinese characters in the scope, set against what lies outside it, whatever the query.',
  helpSample:
    'A number of places drawn at random by the seed; lines can be marked and dropped on this device, and downloads follow that.',
  helpLinesName: 'Search the results, in the order of what stands around',
  helpLines:
    'Only lines that hold another string within some characters; in the order of the text after or before, from the first, second or third character.',
  helpToolLimits:
    'The strings of neighbours and collocates come from 24 reports drawn at random, and more can be read; collocates of a phrase that has lists of places are then counted in all places; where all are read, up to {count} places. Frequent strings come from {limit} reports at most. What was not read and what is not listed is said with every table.',
  helpFolding: 'What makes no difference',
  foldSpace: 'White space, line breaks and invisible characters do not count.',
  foldWidth: 'Full-width, half-width and vertical letters, figures and punctuation are one.',
  foldCase: 'Small and capital letters are one.',
  foldCompatibility:
    'Circled and raised characters, fractions, units, Roman numerals and other composed characters are taken apart; a note mark therefore joins what stands before it.',
  foldMarks: 'Chinese and Western punctuation are one; an ellipsis is six dots.',
  foldDashes: 'Hyphens, dashes, minus signs and tildes are one; a Chinese dash is two.',
  foldDots: 'Middle dots of all kinds are one.',
  foldQuotes: 'Quotation marks of all kinds are one, single and double, curved, straight and angular.',
  foldBrackets: 'Round, square and tortoise-shell brackets are one; so are title marks and angle brackets.',
  foldCircle: 'The character “〇” and circles in its place are one.',
  foldTraditional:
    'Traditional and variant characters are read as simplified ones, character by character; “账” and “帐” are one.',
  foldRadicals: 'Radicals and compatibility forms are read as the characters they stand for.',
  helpApart: 'These remain different.',
  helpVariants:
    'Of spellings such as “著力”, “瞭解” and “計畫” the characters alone do not say that they are “着力”, “了解” and “计划”: they are looked for as they stand first, and where the archive has the other spelling, its number of reports is offered beside the result.',
  helpGlyphs:
    'Where the very characters matter, choose “Mark other characters”: every line listed is compared with the characters of the query. Totals stay as they are.',
  helpScopes: 'How scopes are counted',
  helpRoles:
    'Sections: a paragraph belongs to the nearest heading above it that is one of the listed sections. What stands inside another section (such as “first person responsible” within the achievements) counts for its own section only. Tables, lists and headings are treated alike; what stands before the first such heading, and the title, belongs to none.',
  helpLevels:
    'Levels are those of the register: province, prefecture, county and township; ministries and the like are national. Development zones, townships and others without a national code that publish reports of their own (codes such as 370304x01) have the level registered for them, mostly the one below their superior: township below a county.',
  helpCountry:
    'A region includes all below it. The code 000000 is the whole country, as is no choice at all; for the reports of national bodies alone choose the level “national”.',
  helpAddress:
    'All conditions of a search stand in its address, to be kept and cited. Where a condition in the address cannot be read nothing is searched; it is said which, and how it is written.',
  helpFiles:
    'A CSV file holds a row of headings and the data only; query, scope, date and the like are in a file of notes. A cell that begins with an equals, plus, minus or @ sign has an apostrophe put before it, so that no spreadsheet runs it as a formula. JSON holds the text as it is.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
