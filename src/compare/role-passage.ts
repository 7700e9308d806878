import type { Role } from '../archive/section.ts';
import type { TextBlock } from './report-text.ts';

/**
 * The blocks of a report that play a part the rules require, in order. A block plays the part of the nearest heading
 * around it that plays one, as in search.
 */
export function rolePassage(blocks: readonly TextBlock[], role: Role): TextBlock[] {
  let open: { readonly depth: number; readonly role: Role | null }[] = [];
  return blocks.filter((block) => {
    const { depth } = block;
    if (depth !== null) open = [...open.filter((heading) => heading.depth < depth), { depth, role: block.role }];
    return open.findLast((heading) => heading.role !== null)?.role === role;
  });
}
