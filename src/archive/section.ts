/**
 * The parts that the rules require of a report (督察工作规定 and provincial guidelines):
 * achievements 举措成效, shortcomings 不足原因, first-responsible 第一责任人, plan 下年安排, other 其他;
 * `extra` is a section the rules do not name.
 */
export const roles = ['achievements', 'shortcomings', 'first-responsible', 'plan', 'other', 'extra'] as const;
export type Role = (typeof roles)[number];
