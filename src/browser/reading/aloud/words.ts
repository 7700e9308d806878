import { aloudMessages } from '../../words/message-files.ts';
import { spoken } from '../../words/spoken.ts';

/** The words of reading aloud. */
export const { said } = await spoken(aloudMessages);
