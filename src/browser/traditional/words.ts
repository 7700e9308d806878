import { traditionalMessages } from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words about traditional characters. */
export const { said, words } = await spoken(traditionalMessages);
