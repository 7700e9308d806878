import type { Level } from '../archive/region.ts';

/** A department that reports for itself; `slug` is its stable ASCII name below the province. */
export interface Department {
  readonly slug: string;
  /** Name behind the region's: 司法局; a province says 厅 where the counties say 局. */
  readonly name: string;
  /** Last year it reported; the offices of legal affairs went into the bureaus of justice in 2018. */
  readonly until: number | null;
}

/** Departments in the order in which an invented archive takes them in. */
export const departments: readonly Department[] = [
  { slug: 'justice-bureau', name: '司法局', until: null },
  { slug: 'market-regulation-bureau', name: '市场监督管理局', until: null },
  { slug: 'legal-affairs-office', name: '人民政府法制办公室', until: 2017 },
  { slug: 'public-security-bureau', name: '公安局', until: null },
  { slug: 'urban-management-bureau', name: '城市管理局', until: null },
  { slug: 'emergency-management-bureau', name: '应急管理局', until: null },
  { slug: 'ecology-and-environment-bureau', name: '生态环境局', until: null },
  { slug: 'natural-resources-bureau', name: '自然资源局', until: null },
  { slug: 'human-resources-bureau', name: '人力资源和社会保障局', until: null },
  { slug: 'health-commission', name: '卫生健康委员会', until: null },
  { slug: 'transport-bureau', name: '交通运输局', until: null },
  { slug: 'agriculture-bureau', name: '农业农村局', until: null },
  { slug: 'housing-bureau', name: '住房和城乡建设局', until: null },
  { slug: 'education-bureau', name: '教育局', until: null },
  { slug: 'civil-affairs-bureau', name: '民政局', until: null },
  { slug: 'finance-bureau', name: '财政局', until: null },
  { slug: 'audit-bureau', name: '审计局', until: null },
  { slug: 'culture-and-tourism-bureau', name: '文化和旅游局', until: null },
  { slug: 'water-bureau', name: '水利局', until: null },
  { slug: 'development-and-reform-commission', name: '发展和改革委员会', until: null },
];

/** A department's name at a level: 天津市司法局, 山西省司法厅. */
export function inventedDepartmentName({ name }: Department, level: Level, place: string): string {
  return place + (level === 'province' && !place.endsWith('市') ? name.replace(/局$/, '厅') : name);
}
