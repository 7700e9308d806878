import {
  frameMessages,
  originalMessages,
  readingMessages,
  rulesMessages,
  servedMessages,
  settingsMessages,
  toolsMessages,
  traditionalMessages,
} from '../../words/message-files.ts';
import { spoken } from '../../words/spoken.ts';

/** The words of the tools beside a report. */
export const { said, saidAs, words } = await spoken(
  frameMessages,
  originalMessages,
  readingMessages,
  rulesMessages,
  servedMessages,
  settingsMessages,
  toolsMessages,
  traditionalMessages,
);
