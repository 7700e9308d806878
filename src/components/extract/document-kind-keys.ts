import type { DocumentKind } from '../../archive/lexicons/document-kind.ts';
import type { PlainKey } from '../../i18n/saying.ts';

/** What kinds of documents are called. */
export const documentKindKeys = {
  law: 'kindLaw',
  regulation: 'kindRegulation',
  plan: 'kindPlan',
  opinion: 'kindOpinion',
  notice: 'kindNotice',
  list: 'kindList',
  form: 'kindForm',
} as const satisfies Record<DocumentKind, PlainKey>;
