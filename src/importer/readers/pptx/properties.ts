import type { OfficePackage } from '../office-open/open-package.ts';
import { childNamed, textOf } from '../office-open/parse-xml.ts';
import type { Slide } from './read-slide.ts';
import { textOfShape } from './slide-shapes.ts';

/** Titles that a program puts in where nobody wrote one. */
const NO_TITLE = /^(?:powerpoint[- ]pr\S*|presentation ?\d*|slide ?\d*|title|untitled.*|pptx?|microsoft powerpoint.*|.*\.pptx?|click to .*)$/i;
const NO_AUTHOR = /^(?:user|admin(?:istrator)?|author|owner|microsoft.*|office.*|python-pptx|unknown)$|@/i;

/**
 * Title and author from the file's properties, where somebody wrote them. A title is often left over from the deck that this one was made
 * of, so that it counts only where the first slide has no title of its own or shares words with it.
 */
export async function readProperties(pack: OfficePackage, slides: readonly Slide[]): Promise<Record<string, string>> {
  const root = await pack.readXml('docProps/core.xml').catch(() => undefined);
  const read = (name: string) => {
    const element = root && childNamed(root, name);
    return element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
  };
  const [title, author] = [read('dc:title'), read('dc:creator')];
  const firstTitle = slides[0]?.shapes.filter(({ role }) => role === 'title').map(textOfShape).join(' ') ?? '';
  const isOwn = firstTitle === '' || shareWords(title, firstTitle);
  return { ...(title !== '' && !NO_TITLE.test(title) && isOwn ? { title } : {}), ...(author !== '' && !NO_AUTHOR.test(author) ? { author } : {}) };
}

function shareWords(a: string, b: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const inB = new Set(wordsOf(b));
  const words = wordsOf(a);
  return words.filter((word) => inB.has(word)).length >= Math.max(1, words.length * 0.5);
}
