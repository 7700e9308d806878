import { type Role, roles } from '../../archive/section.ts';

/** How many codes there are: 0 for text outside all sections, then the roles in their order. At most 8. */
export const roleCodeCount = roles.length + 1;

/** The number by which the index knows a role. */
export function roleCode(role: Role | null): number {
  return role === null ? 0 : roles.indexOf(role) + 1;
}

/** The most frequent role, whose counts are not written: what the others leave of the whole. */
export const remainderRole = roleCode('achievements');
