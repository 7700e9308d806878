/**
 * Why a search gives no answer: `query` it is malformed; `missing` a file is not there; `damaged` a file is not what
 * was written; `unreachable` the network or the host failed; `foreign` the index is of another version of the archive;
 * `unsupported` the browser lacks what reading takes.
 */
export type FailureKind = 'query' | 'missing' | 'damaged' | 'unreachable' | 'foreign' | 'unsupported';

const sentences: Readonly<Record<Exclude<FailureKind, 'query'>, (what: string) => string>> = {
  missing: (what) => `检索索引缺少文件 ${what}，网站可能刚刚更新。请刷新页面再试；如果还不行，请告诉本站维护者。`,
  damaged: (what) => `检索索引的文件 ${what} 不完整或已损坏，为免给出错误的数字，检索已停止。请刷新页面再试。`,
  unreachable: (what) => `读取检索索引时网络中断（${what}）。请检查网络后重试。`,
  foreign: () => '检索索引与本页的版本不同，网站可能刚刚更新。请刷新页面再试。',
  unsupported: () => '这个浏览器版本太旧，不能读取检索索引。请换用较新的浏览器，或从年度、地区目录查阅。',
};

/** An answer that cannot be given; `message` is a sentence for readers. Never is a wrong total given instead. */
export class SearchFailure extends Error {
  readonly kind: FailureKind;

  /** `what`: the file or address it happened with; for `query`, the whole sentence. */
  constructor(kind: FailureKind, what: string) {
    super(kind === 'query' ? what : sentences[kind](what));
    this.name = 'SearchFailure';
    this.kind = kind;
  }
}
