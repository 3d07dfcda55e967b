import { childNamed, textOf, type XmlElement } from './parse-xml.ts';

/** Titles and names that programs and templates put in where nobody wrote one. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint).*|powerpoint[- ]pr\S*|(?:word )?document ?\d*|presentation ?\d*|slide ?\d*|title|untitled.*|pptx?|template.*|.*\btemplate|.*\.(?:docx?|dotx?|pptx?|pdf|rtf|odt|odp)|\[.*\]|click .*)$/i;
const NO_AUTHOR = /^(?:user|admin(?:istrator)?|author|owner|default|microsoft.*|office.*|windows user|python-(?:docx|pptx)|unknown)$|@/i;

/** Title and author from `docProps/core.xml` (ECMA-376 Part 2), where somebody wrote them. */
export function readProperties(root: XmlElement | undefined): { title?: string; author?: string } {
  const read = (name: string) => {
    const element = root && childNamed(root, name);
    return element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
  };
  const [title, author] = [read('dc:title'), read('dc:creator')];
  return { ...(title !== '' && !NO_TITLE.test(title) ? { title } : {}), ...(author !== '' && !NO_AUTHOR.test(author) ? { author } : {}) };
}
