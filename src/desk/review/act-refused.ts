/** An act that the desk does not do, with a sentence in Chinese that says why; `status` as HTTP has it. */
export class ActRefused extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413;

  constructor(status: ActRefused['status'], sentence: string) {
    super(sentence);
    this.status = status;
  }
}
