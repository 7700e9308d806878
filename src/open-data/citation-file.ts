import { archiveName, type DataPlace } from './data-package.ts';

/** A `CITATION.cff` of the archive as data; `release` is its newest release, null where there is none. */
export function citationFile(
  { address }: DataPlace,
  release: { readonly number: number; readonly day: string } | null,
): string {
  const text = (value: string): string => JSON.stringify(value);
  return `${[
    'cff-version: 1.2.0',
    `message: ${text('引用一份报告，请用该报告页上的引用格式；引用本库的数据，请用以下内容。')}`,
    'type: dataset',
    `title: ${text(`${archiveName.zh}（${archiveName.en}）`)}`,
    'authors:',
    `  - name: ${text(`${archiveName.zh}编者`)}`,
    'license: CC0-1.0',
    ...(release ? [`version: ${text(String(release.number))}`, `date-released: ${text(release.day)}`] : []),
    ...(/^https?:/.test(address) ? [`url: ${text(address)}`] : []),
  ].join('\n')}\n`;
}
