import type { OfficePackage } from '../office-open/open-package.ts';
import { readProperties } from '../office-open/properties.ts';
import type { Slide } from './read-slide.ts';
import { textOfShape } from './slide-shapes.ts';

/**
 * Title and author from the file's properties, where somebody wrote them. A title is often left over from the deck that this one was made
 * of, so that it counts only where the first slide has no title of its own or shares words with it.
 */
export async function readDeckProperties(pack: OfficePackage, slides: readonly Slide[]): Promise<Record<string, string>> {
  const { title, ...rest } = readProperties(await pack.readXml('docProps/core.xml').catch(() => undefined));
  const firstTitle = slides[0]?.shapes.filter(({ role }) => role === 'title').map(textOfShape).join(' ') ?? '';
  return title !== undefined && (firstTitle === '' || shareWords(title, firstTitle)) ? { title, ...rest } : rest;
}

function shareWords(a: string, b: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const inB = new Set(wordsOf(b));
  const words = wordsOf(a);
  return words.filter((word) => inB.has(word)).length >= Math.max(1, words.length * 0.5);
}
