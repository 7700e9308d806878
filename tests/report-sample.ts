import type { Report } from '../src/archive/report-schema.ts';

/** An invented report's front matter, complete and valid; tests change what they are about. */
export const sampleReport: Report = {
  title: '虚构县2023年度法治政府建设情况报告',
  titleBasis: 'text',
  region: '140404',
  regionPath: ['山西省', '长治市', '上党区'],
  year: 2023,
  slug: null,
  issuerKind: 'government',
  issuers: [{ name: '虚构县人民政府', kind: 'government', basis: 'signature' }],
  basis: { region: 'title', year: 'title', issuerKind: 'signature' },
  signed: { value: '2024-01', precision: 'month', basis: 'signature' },
  published: { value: '2024-01-20', precision: 'day', basis: 'page' },
  page: [{ label: '索引号', value: '000014349/2025-02343' }],
  sources: [{ sha256: '0'.repeat(64), format: 'txt', url: null, medium: null, captured: null, excluded: [] }],
  transformations: [{ rule: 'punctuation/comma', count: 3 }],
  sections: [{ role: 'achievements', where: 'own', heading: '一、成效', basis: 'text' }],
  notes: [],
  redactions: [],
  versions: [],
  doubts: [],
};
