import { finderMessages, frameMessages } from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words of the finder of regions. */
export const { said, saidAs } = await spoken(finderMessages, frameMessages);
