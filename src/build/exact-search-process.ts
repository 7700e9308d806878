import type { CheckedText } from '../content-check/content-issues.ts';
import { taskProcess } from '../host/own-process.ts';
import { exactSearchInCache } from './exact-search.ts';

/** The exact index to be brought up to date. */
export interface ExactSearchOrder {
  readonly content: string;
  readonly cache: string;
  /** The texts of its report files, as the check has found them. */
  readonly texts: ReadonlyMap<string, CheckedText>;
  /** Folder of the shards' manifests, when their texts are to be indexed with those that the root holds itself. */
  readonly shards: string | null;
}

taskProcess(({ content, cache, texts, shards }: ExactSearchOrder) => exactSearchInCache(content, cache, texts, shards));
