import type { citation as chinese } from '../zh-hans/citation.ts';

/** The page of citations, in English. */
export const citation = {
  citeAbout:
    'The date of access is today’s date where you are. Addresses are permanent; one with “#” leads to a paragraph. This archive is not an official edition: check the text published by the issuing body before you cite.',
  citeNoScript:
    'This page needs a browser that runs scripts. Without them, “Cite” on each report gives a citation in GB/T 7714 form.',
  reportAddress: 'Address or number of the report',
  citeTitle: 'Cite {title}',
  writeCitation: 'Write the citation',
  wholeReport: 'The whole report',
  wechatNoSave: 'Files cannot be saved in WeChat: use “Copy”, or open this page in a browser.',
  quotationWithSource: 'Quotation with its source',
  copyNamed: 'Copy {thing}',
  copiedNamed: 'Copied: {thing}',
  saveAs: 'Save as .{name}',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
