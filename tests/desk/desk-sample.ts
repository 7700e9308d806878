import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskPlaces } from '../../src/desk/drafts/desk-places.ts';

/** What an invented report says of itself; empty where it says nothing. */
export interface SampleReport {
  readonly title?: string;
  readonly header?: string;
  readonly opening?: string;
  readonly signature?: string;
  /** Lines behind the text. */
  readonly foot?: string;
  /** A number that tells one text from all others. */
  readonly seed: number;
}

/** A sentence that no other sample has, of plain words. */
const sentence = (seed: number, at: number): string => {
  const words = [
    ...['组织', '开展', '检查', '培训', '评查', '案卷', '窗口', '服务', '热线', '调解', '复议', '应诉', '公开', '清单'],
    ...['制度', '程序', '审核', '备案', '宣传', '社区', '乡村', '企业', '群众', '监督', '整改', '落实', '机制', '平台'],
  ];
  let state = seed * 7919 + at * 104_729 + 1;
  const next = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return words[state % words.length] ?? '';
  };
  return `${Array.from({ length: 12 }, next).join('')}，全年办理${(state % 90) + 10}件。`;
};

/** The text of an invented report, on the pattern of real ones. */
export function sampleText({ title, header, opening, signature, foot, seed }: SampleReport): string {
  const part = (at: number): string => [0, 1, 2].map((nth) => sentence(seed, at * 3 + nth)).join('');
  return [
    ...(title === undefined ? [] : [title]),
    ...(header === undefined ? [] : [header]),
    opening ?? '一年来，坚持以习近平新时代中国特色社会主义思想为指导，全面推进法治政府建设，现将有关情况报告如下：',
    '一、推进法治政府建设的主要举措和成效',
    `（一）加强组织领导。${part(1)}`,
    `（二）健全依法决策机制。${part(2)}`,
    `（三）规范行政执法。${part(3)}`,
    '二、存在的不足和原因',
    `基层执法力量还比较薄弱，普法宣传的针对性还不够强。${part(4)}`,
    '三、下一步工作打算',
    `继续加强法治政府建设，规范执法行为，不断提高依法行政水平。${part(5)}`,
    ...(signature === undefined ? [] : [signature]),
    ...(foot === undefined ? [] : [foot]),
    '',
  ].join('\n');
}

/** The SHA-256 of a text's bytes. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A desk's folders, with what the collector would leave in them. */
export interface SampleDesk {
  readonly places: DeskPlaces;
  /** Leaves a capture as the collector does; its digest. */
  readonly collect: (text: string, address?: string, note?: string) => string;
  /** A path below the content folder. */
  readonly inContent: (path: string) => string;
  readonly remove: () => void;
}

/** Makes empty folders for a desk; vocabularies are those of the archive. */
export function sampleDesk(): SampleDesk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const [content, collected] = [join(folder, 'content'), join(folder, 'collected')];
  const captures = join(collected, 'captures');
  mkdirSync(content);
  mkdirSync(captures, { recursive: true });
  const rows: string[] = ['file,address,captured,note'];
  return {
    places: { content, collected, own: 'content', today: () => '2026-11-25' },
    collect: (text, address, note = '') => {
      const sha256 = digestOf(text);
      writeFileSync(join(captures, `${sha256}.txt`), text);
      if (address !== undefined) {
        rows.push(`${sha256}.txt,${address},2026-11-24,${note}`);
        writeFileSync(join(captures, 'captures.csv'), `${rows.join('\n')}\n`);
      }
      return sha256;
    },
    inContent: (path) => join(content, path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
