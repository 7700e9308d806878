import type { about as chinese } from '../zh-hans/about.ts';

/** The page on sources, method and corrections, in English. */
export const about = {
  aboutWhat: 'What is kept',
  aboutWhatText:
    'Under the Provisions on the Inspection of Law-Based Government Building and the Implementation of Responsibilities (法治政府建设与责任落实督察工作规定), Party committees, governments and government departments at county level and above report each year on how they advanced law-based government in the year before, and make the report public. This archive keeps those annual reports, including those before 2016 that were called reports on administration according to law (依法行政). Annual reports on government information disclosure, explanations of policy, news and work plans are not kept.',
  aboutHow: 'How it is kept',
  aboutBytes:
    'Files are kept byte for byte as they were captured and can be downloaded under “Captured original” on each report; the file name is its SHA-256 checksum.',
  aboutChrome:
    'Navigation, footers and other text that is not part of the report is left out; which lines were left out is recorded line by line.',
  aboutPunctuation:
    'Commas, colons, semicolons, brackets and exclamation marks that became half-width in capture are restored to full width in Chinese text; how many places each rule changed is recorded. Those in figures, codes and foreign words are left alone.',
  aboutSpace: 'White space used for layout is removed; single spaces inside a sentence stay.',
  aboutUnchanged:
    'Nothing else is changed. Damaged and doubtful places stay as they are, marked “note” and explained after the text; a reading is proposed only where the text itself proves it.',
  aboutLetters:
    'The text of {count} {count:report was|reports was} held against its capture letter by letter: of {characters} {characters:character|characters}, {limit} are the capture’s own; {at} punctuation {at:mark|marks} restored; {total} other {total:change|changes}, each listed under “Notes and record” of its report. Every build holds them anew, and publishes nothing that differs without being listed.',
  aboutManifest:
    'Every file of this site is listed with its checksum; anybody can build the site from the same content and compare it file by file: ',
  aboutInferred:
    'What is marked “inferred” does not stand in the original but follows from a rule: for example, a title drafted where the original has none, or a report counted as the government’s because it is unsigned, speaks for the whole county or city and names no department. What cannot be inferred is left open as “unknown”.',
  aboutHowMuch: 'How much is held',
  aboutHowMuchText:
    'The archive is far from complete. Not held does not mean not published: do not conclude from it whether a place has met its duty to publish. For what is held, what was looked for and not found, and what nobody has looked for yet, see ',
  aboutSearchText:
    'Search is literal by default: it lists every report and every place where the words occur, without exception; width of characters, style of punctuation, traditional or simplified form, case and white space make no difference. Only the report’s own text is searched, not drafted titles, notes or what came with the web page. Search by relevance is available too. Without script, all reports can be browsed from ',
  aboutSearchBrowse: '.',
  aboutRights: 'Rights',
  aboutRightsText:
    'The reports are documents that state organs and others publish in the course of their duties; this archive claims no rights in their text. It is not an official edition: the text published by the issuing body is authoritative. The software is released under the MIT licence.',
  aboutLicences: 'The pages and scripts hold code and data of others, each under its licence: ',
  licences: 'licences of code and data of others',
  aboutContact: 'Corrections and removal',
  aboutContactText:
    'If a text differs from its original, or if you ask for the name of a private person or the like to be removed, give the address of the report and of the paragraph to whoever maintains this site. No contact address has been set yet. A name removed on request leaves a visible mark in the text and is recorded.',
  aboutContactBefore:
    'If a text differs from its original, or if you ask for the name of a private person or the like to be removed, give the address of the report and of the paragraph and write to ',
  aboutContactAfter: '. A name removed on request leaves a visible mark in the text and is recorded.',
  aboutTerms: 'Terms that are frequent in the reports, with their explanations and sources, are in ',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
