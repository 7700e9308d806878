import { citationMessages, frameMessages, pickingMessages, servedMessages } from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words of the citing page. */
export const { said, saidAs, words } = await spoken(citationMessages, pickingMessages, frameMessages, servedMessages);
