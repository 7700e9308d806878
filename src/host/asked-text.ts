import { createInterface } from 'node:readline/promises';
import { ExpectedFailure } from './expected-failure.ts';

/** All of a stream of bytes as text. Throws `ExpectedFailure` where it is no UTF-8. */
async function streamText(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new ExpectedFailure('标准输入不是 UTF-8 文字：另存为 UTF-8 后再给出，或直接运行后输入');
  }
}

/**
 * A text that must not stand on the command line, where shells and npm keep it: asked for where a person sits before
 * it, else all of standard input, without a line break at its end.
 */
export async function askedText(question: string): Promise<string> {
  if (!process.stdin.isTTY) return (await streamText(process.stdin)).replace(/\r?\n$/, '');
  const asking = createInterface({ input: process.stdin, output: process.stderr, historySize: 0 });
  try {
    return await asking.question(question);
  } finally {
    asking.close();
  }
}
