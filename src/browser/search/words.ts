import { frameMessages, queriesMessages, searchMessages, vocabularyMessages } from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words of the search page. */
export const { said, saidAs, words } = await spoken(frameMessages, queriesMessages, searchMessages, vocabularyMessages);
