import { ExpectedFailure } from '../host/expected-failure.ts';
import { isSameSeal } from '../host/file-seal.ts';
import {
  indexManifestName,
  isOfIndex,
  manifestName,
  readIndexManifest,
  readSiteManifest,
  type SiteInventory,
  type SiteManifest,
} from './site-manifest.ts';
import type { SiteSource } from './site-source.ts';

/** What a site says of itself. */
export interface StatedSite {
  readonly manifest: SiteManifest;
  /** All files that it lists, those of the exact index too, by path. */
  readonly files: SiteInventory['files'];
}

/** What a site lists; null where it has no manifest. Throws `ExpectedFailure` where what it has is none. */
export async function statedSite(source: SiteSource): Promise<StatedSite | null> {
  const text = await source.text(manifestName);
  if (text === null) return null;
  const manifest = readSiteManifest(text);
  if (!manifest) throw new ExpectedFailure(`${source.name} 的 ${manifestName} 不是本库的清单，或已损坏`);
  const indexText = await source.text(indexManifestName);
  const index = indexText === null ? {} : readIndexManifest(indexText);
  if (!index) throw new ExpectedFailure(`${source.name} 的 ${indexManifestName} 不是检索索引的清单，或已损坏`);
  return { manifest, files: { ...manifest.files, ...index } };
}

/** Whether two sites say the same of their reports and of what they were built for; not when, where and by which Node. */
export function isSameStatement({ manifest: one }: StatedSite, { manifest: other }: StatedSite): boolean {
  const said = ({ reports, texts, settings, lock }: SiteManifest): string =>
    JSON.stringify([reports, texts, settings, lock]);
  return said(one) === said(other);
}

/** What became of a verification, each list by path, sorted. */
export interface SiteVerification {
  /** Files that were wanted. */
  readonly wanted: number;
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly differing: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** Files that are read side by side, and failures to read after which the site counts as one that cannot be read. */
const atOnce = 16;
const mostUnreadable = 20;

/**
 * Holds every file of a site against a list: that of the site itself, or of another build. What the site has beside
 * the list is seen in a folder, and where the site lists it. Throws `ExpectedFailure` where too many files cannot be
 * read.
 */
export async function siteVerification(
  source: SiteSource,
  wanted: SiteInventory['files'],
  listed: SiteInventory['files'],
  tell: (done: number, total: number) => void,
): Promise<SiteVerification> {
  const missing: string[] = [];
  const differing: string[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  const queue = Object.entries(wanted);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let entry = queue[next++]; entry; entry = queue[next++]) {
      const [path, [sha256, size]] = entry;
      try {
        const seal = await source.seal(path, size);
        if (seal === null) missing.push(path);
        else if (!isSameSeal(seal, { sha256, size })) differing.push(path);
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) throw error;
        unreadable.push({ path, reason: error.message });
        if (unreadable.length >= mostUnreadable)
          throw new ExpectedFailure(`${source.name} 有许多文件读不出来，没有核对完：${error.message}`);
      }
      tell(++done, queue.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const own = new Set([manifestName, indexManifestName]);
  const added = [...new Set([...Object.keys(listed), ...(source.paths ?? [])])].filter(
    // What `npm run compress` writes beside a listed file is that file.
    (path) => !own.has(path) && !Object.hasOwn(wanted, path.replace(/\.(?:gz|br)$/, '')),
  );
  const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);
  return {
    wanted: queue.length,
    missing: missing.sort(),
    added: added.sort(),
    differing: differing.sort(),
    unreadable: unreadable.sort(byPath),
  };
}

const pathsWithFaults = ({ missing, added, differing, unreadable }: SiteVerification): string[] => [
  ...missing,
  ...added,
  ...differing,
  ...unreadable.map(({ path }) => path),
];

/** How many files are not as they were wanted. */
export const faultsOf = (found: SiteVerification): number => pathsWithFaults(found).length;

/**
 * What a verification found, in Chinese: each file that is not as wanted, then the sum. Where the site was held
 * `isAgainst` another build, it is said whether the exact index alone is another: that is so with every index that
 * earlier builds have begun.
 */
export function verificationLines(found: SiteVerification, isAgainst: boolean): string[] {
  const { wanted, missing, added, differing, unreadable } = found;
  const faults = pathsWithFaults(found);
  if (faults.length === 0) return [`${wanted} 个文件逐字节相同`];
  const ofIndex = faults.filter(isOfIndex).length;
  const index = '检索索引（search-index/）由历次更新续成的，与从头生成的分段不同';
  const beyond =
    ofIndex === faults.length ? `网页、原件等检索索引以外的文件逐字节相同。${index}，这里没有比较其内容` : index;
  return [
    ...missing.map((path) => `缺失 ${path}`),
    ...added.map((path) => `多出 ${path}`),
    ...differing.map((path) => `不同 ${path}`),
    ...unreadable.map(({ path, reason }) => `读不出 ${path}（${reason}）`),
    `${wanted} 个文件：缺失 ${missing.length}，多出 ${added.length}，不同 ${differing.length}，读不出 ${unreadable.length}`,
    ...(isAgainst && ofIndex > 0 ? [`${beyond}；要逐字节比较，网站须在删去缓存以后生成`] : []),
  ];
}
