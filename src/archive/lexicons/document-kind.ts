/**
 * Kinds of documents that reports name, told by the last word of a name: `law` 法律, `regulation` 条例、规定、办法…,
 * `plan` 纲要、规划、方案…, `opinion` 意见, `notice` 通知、报告…, `list` 清单、制度、指南…, `form` 决定书、承诺书….
 */
export const documentKinds = ['law', 'regulation', 'plan', 'opinion', 'notice', 'list', 'form'] as const;
export type DocumentKind = (typeof documentKinds)[number];
