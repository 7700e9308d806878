import { frameMessages, readingMessages, toolsMessages } from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words of the reading bar, and of what works beside a report unasked. */
export const { said, saidAs, words } = await spoken(frameMessages, readingMessages, toolsMessages);
