/** How long a browser may take to name its voices, in milliseconds. */
const patience = 2000;

/** The voices of the browser; some name them only after a while. */
async function voices(speech: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  const atOnce = speech.getVoices();
  if (atOnce.length > 0) return atOnce;
  await new Promise((resolve) => {
    speech.addEventListener('voiceschanged', resolve, { once: true });
    setTimeout(resolve, patience);
  });
  return speech.getVoices();
}

/** Tags of language as voices bear them: `zh-CN`, `zh_CN_#Hans`, `cmn-Hans-CN`; the wanted first. */
const wanted = [/^(zh|cmn)[-_](CN|Hans)/i, /^(zh$|cmn)/i, /^zh[-_](SG|TW|Hant)/i, /^(zh|yue)/i];

/**
 * The voice to read Chinese with: Putonghua of the mainland before others, one on this device before one that sends the
 * text away; null where the browser has none.
 */
export async function chineseVoice(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice | null> {
  const all = await voices(speech);
  const ranked = wanted.flatMap((tag) => {
    const fitting = all.filter(({ lang }) => tag.test(lang));
    return [...fitting.filter(({ localService }) => localService), ...fitting];
  });
  return ranked[0] ?? null;
}
