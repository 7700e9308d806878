import type { IssuerKind } from '../archive/issuer.ts';
import type { Role } from '../archive/section.ts';

/** How the second level is headed: `（一）…` on a line of its own, or run into its paragraph. */
type SecondLevel = 'heading' | 'run-in';
/** What stands below it: `1.…。` or `一是…。` run into paragraphs, or paragraphs alone. */
type ThirdLevel = 'numbered' | 'enumerated' | 'none';

/** The plan of a report, after the five captures that were read for the archive and the free headings of others. */
export interface Outline {
  readonly kinds: readonly IssuerKind[];
  /** The parts in order, each with the headings it may bear; no heading: a thematic one is coined. */
  readonly parts: readonly { readonly role: Role; readonly headings: readonly string[]; readonly share: number }[];
  readonly second: SecondLevel;
  readonly third: ThirdLevel;
  /** Whether the duty of the first-responsible person is told inside the first part. */
  readonly isFirstResponsibleInside: boolean;
  readonly hasTitle: boolean;
  readonly hasSignature: boolean;
}

const measures = ['{year}年推进法治政府建设的主要举措和成效', '上一年度法治政府建设的主要举措和成效', '主要举措和成效'];
const faults = ['存在的不足和原因', '{year}年法治政府建设存在的问题', '法治政府建设存在的不足及原因'];
const duties = [
  '党政主要负责人履行推进法治建设第一责任人职责情况',
  '主要负责人履行法治建设第一责任人职责，加强法治政府建设的有关情况',
];
const intentions = ['{next}年推进法治政府建设的主要安排', '下一年度推进法治政府建设的主要安排', '下一步工作打算'];
const governments: readonly IssuerKind[] = ['government', 'party-and-government', 'party'];

/** Outlines in use; picked with equal chance among those that suit the issuer. */
export const outlines: readonly Outline[] = [
  {
    kinds: governments,
    parts: [
      { role: 'achievements', headings: measures, share: 0.58 },
      { role: 'shortcomings', headings: faults, share: 0.08 },
      { role: 'first-responsible', headings: duties, share: 0.12 },
      { role: 'extra', headings: ['履行法院生效裁判情况'], share: 0.03 },
      { role: 'plan', headings: intentions, share: 0.19 },
    ],
    second: 'heading',
    third: 'numbered',
    isFirstResponsibleInside: false,
    hasTitle: true,
    hasSignature: true,
  },
  {
    kinds: governments,
    parts: [
      { role: 'achievements', headings: measures, share: 0.75 },
      { role: 'shortcomings', headings: faults, share: 0.07 },
      { role: 'plan', headings: intentions, share: 0.17 },
      { role: 'other', headings: ['其他需要报告的情况'], share: 0.01 },
    ],
    second: 'heading',
    third: 'numbered',
    isFirstResponsibleInside: true,
    hasTitle: true,
    hasSignature: false,
  },
  {
    kinds: governments,
    parts: [
      { role: 'achievements', headings: measures, share: 0.8 },
      { role: 'shortcomings', headings: faults, share: 0.05 },
      { role: 'plan', headings: intentions, share: 0.15 },
    ],
    second: 'heading',
    third: 'enumerated',
    isFirstResponsibleInside: true,
    hasTitle: false,
    hasSignature: false,
  },
  {
    kinds: ['department', 'township'],
    parts: [
      { role: 'achievements', headings: measures, share: 0.55 },
      { role: 'first-responsible', headings: duties, share: 0.12 },
      { role: 'shortcomings', headings: faults, share: 0.1 },
      { role: 'plan', headings: intentions, share: 0.23 },
    ],
    second: 'run-in',
    third: 'none',
    isFirstResponsibleInside: false,
    hasTitle: false,
    hasSignature: true,
  },
  {
    kinds: [...governments, 'department', 'township'],
    parts: [
      { role: 'achievements', headings: measures, share: 0.62 },
      { role: 'first-responsible', headings: duties, share: 0.16 },
      { role: 'shortcomings', headings: faults, share: 0.04 },
      { role: 'plan', headings: intentions, share: 0.18 },
    ],
    second: 'heading',
    third: 'enumerated',
    isFirstResponsibleInside: false,
    hasTitle: true,
    hasSignature: true,
  },
  ...[4, 5, 6].map(
    (themes): Outline => ({
      kinds: [...governments, 'department', 'township'],
      parts: [
        ...Array.from(
          { length: themes },
          () => ({ role: 'achievements', headings: [], share: 0.75 / themes }) as const,
        ),
        { role: 'shortcomings', headings: faults, share: 0.08 },
        { role: 'plan', headings: intentions, share: 0.17 },
      ],
      second: 'run-in',
      third: 'none',
      isFirstResponsibleInside: false,
      hasTitle: true,
      hasSignature: true,
    }),
  ),
];
