import type { aloud as chinese } from '../zh-hans/aloud.ts';

/** Reading a report aloud, in English. */
export const aloud = {
  aloudSlow: 'Slow',
  aloudOrdinary: 'Ordinary',
  aloudFast: 'Fast',
  aloudVeryFast: 'Very fast',
  aloudNoVoice: 'This browser has no Chinese voice and cannot read aloud.',
  aloudNoVoiceHelp:
    'You can add a Chinese voice in the system’s settings under speech or accessibility and try again, or use the system’s own reading.',
  aloudSpeed: 'Speed',
  aloudFromHere: 'Read from this paragraph',
  aloudStop: 'Stop',
  aloudPrevious: 'Previous sentence',
  aloudNext: 'Next sentence',
  aloudPause: 'Pause',
  aloudContinue: 'Continue',
  aloudVoice: 'With the browser’s own voice ({name}); it stops when the panel is closed.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
