/** A sentence ends with its stop and the brackets and quotes that close behind it; a line break ends one too. */
const sentence = /[^。！？；!?;\n]*(?:[。！？；!?;\n]+[”’」』）〕】》〉)\]"']*|$)/g;

/** A text cut into sentences, nothing lost: joined they are the text. */
export function sentences(text: string): string[] {
  return text.match(sentence)?.filter((part) => part !== '') ?? [];
}
