import { childNamed, textOf, type XmlElement } from '../office-open/parse-xml.ts';

/** Titles and names that programs and templates put in where nobody wrote one. */
const NO_TITLE = /^(?:microsoft word.*|document ?\d*|word document|title|untitled.*|template.*|.*\btemplate|.*\.(?:docx?|dotx?|pdf|rtf|odt)|\[.*\]|click .*)$/i;
const NO_AUTHOR = /^(?:user|admin(?:istrator)?|author|owner|default|microsoft.*|office.*|windows user|python-docx|unknown)$|@/i;

/** Title and author from `docProps/core.xml`, where somebody wrote them. */
export function readProperties(root: XmlElement | undefined): Record<string, string> {
  const read = (name: string) => {
    const element = root && childNamed(root, name);
    return element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
  };
  const [title, author] = [read('dc:title'), read('dc:creator')];
  return { ...(title !== '' && !NO_TITLE.test(title) ? { title } : {}), ...(author !== '' && !NO_AUTHOR.test(author) ? { author } : {}) };
}
