import type { SourcePlace } from '../../framework/framework.ts';

/** `, page 4` and the like, to follow a document's name. */
export function describePlace({ page, slide, line }: SourcePlace): string {
  if (page !== undefined) return `, page ${page}`;
  if (slide !== undefined) return `, slide ${slide}`;
  return line === undefined ? '' : `, line ${line}`;
}
