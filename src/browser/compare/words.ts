import {
  comparisonMessages,
  frameMessages,
  pickingMessages,
  relationsMessages,
  servedMessages,
  vocabularyMessages,
} from '../words/message-files.ts';
import { spoken } from '../words/spoken.ts';

/** The words of the comparing page. */
export const { said, saidAs, words } = await spoken(
  comparisonMessages,
  frameMessages,
  pickingMessages,
  relationsMessages,
  servedMessages,
  vocabularyMessages,
);
