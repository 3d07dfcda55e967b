import type { Framework, SourcePlace } from '../../framework/framework.ts';

/**
 * `page 4`, `slide 4` or `line 4`; nothing where a reader could not find the place: Word and web pages have no lines to count, only the text
 * that was read of them does.
 */
export function describePlace({ page, slide, line }: SourcePlace, { source }: Pick<Framework, 'source'>): string {
  if (page !== undefined) return `page ${page}`;
  if (slide !== undefined) return `slide ${slide}`;
  return line === undefined || !/\.(?:md|markdown|txt)$/i.test(source) ? '' : `line ${line}`;
}

/** The same after a comma, to follow a document's name. */
export function followWithPlace(place: SourcePlace, framework: Pick<Framework, 'source'>): string {
  const described = describePlace(place, framework);
  return described === '' ? '' : `, ${described}`;
}
