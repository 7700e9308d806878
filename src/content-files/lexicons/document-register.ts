import { type DocumentEntry, documentRegisterSchema } from '../../archive/lexicons/document-register-schema.ts';
import {
  type Lexicon,
  type LexiconFault,
  type LexiconReading,
  lexiconFile,
  readLexicon,
  soundEntries,
  sourceForms,
} from './lexicon-reading.ts';

/** As far as a curator's two spellings are one: white space, brackets and dashes apart. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function* contradictions(entries: readonly DocumentEntry[]): Generator<LexiconFault> {
  const seen = new Map<string, DocumentEntry>();
  for (const [at, entry] of entries.entries())
    for (const spelling of new Set([entry.name, ...entry.also, ...entry.unmarked].map(plain))) {
      const holder = seen.get(spelling);
      seen.set(spelling, entry);
      if (holder && holder !== entry)
        yield {
          ...{ at, code: 'duplicate', message: `“${spelling}”已见于“${holder.name}”` },
          hint: '一种写法只指一份文件；同一份文件只立一条，其他写法入 also',
        };
    }
}

const lexicon: Lexicon<DocumentEntry> = {
  file: 'documents.yaml',
  area: 'documents',
  schema: documentRegisterSchema,
  forms: {
    '': { wanted: '一个列表，每条以“- name:”开头' },
    '*': { wanted: ' name、kind、about、number、also、unmarked、source 各项' },
    '*.name': { wanted: '全称，不带书名号' },
    '*.kind': {
      wanted: ' ',
      meanings: {
        law: '法律',
        regulation: '条例、规定、办法、决定等',
        plan: '纲要、规划、方案等',
        opinion: '意见',
        notice: '通知等',
        list: '清单、制度等',
        form: '决定书等',
        work: '图书、歌曲等，不作文件计',
      },
    },
    '*.about': { wanted: '它是什么，不超过 200 字' },
    '*.number': { wanted: '文号；没有的整项删去' },
    '*.also': { wanted: '书名号内其他写法的列表，没有的整项删去' },
    '*.also.*': { wanted: '一种写法' },
    '*.unmarked': { wanted: '不带书名号的写法的列表，没有的整项删去' },
    '*.unmarked.*': { wanted: '一种写法，四字以上' },
    ...sourceForms,
  },
  hint: '各项的写法见文件开头；没有依据的不收',
  contradictions,
};

/** The entries of a document register's text and all that is wrong with it: `documents/yaml`, `documents/schema`, `documents/duplicate`. */
export const readDocumentRegister = (text: string): LexiconReading<DocumentEntry> => readLexicon(text, lexicon);

/** The same of a content folder's `documents.yaml`; nothing where it has none. */
export const documentRegister = (folder: string): LexiconReading<DocumentEntry> => lexiconFile(folder, lexicon);

/** The documents that a content folder's `documents.yaml` knows; throws with all issues when it is not sound. */
export const documentEntries = (folder: string): DocumentEntry[] => soundEntries(documentRegister(folder));
