/** Remembers what was last asked for, up to a number of answers; a failed one is forgotten. */
export class Recent<Answer> {
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const before = this.#answers.get(key);
    if (before) {
      this.#answers.delete(key);
      this.#answers.set(key, before);
      return before;
    }
    const answer = ask();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}
