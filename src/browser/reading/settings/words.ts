import { readingMessages, settingsMessages } from '../../words/message-files.ts';
import { spoken } from '../../words/spoken.ts';

/** The words of the settings' controls. */
export const { said } = await spoken(readingMessages, settingsMessages);
