import type { Element, Nodes } from 'hast';
import type { Openers } from './html-openers.ts';

/** Elements that begin and end a line of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'noscript', 'ol', 'optgroup', 'option', 'p', 'pre', 'search', 'section', 'select', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);

/** What a page holds beside text: programs, styles and what other programs show. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'template', 'link', 'meta', 'title', 'base', 'object', 'embed', 'iframe', 'canvas', 'audio', 'video', 'map', 'track', 'noframes', 'datalist']);

/** Parts of a page that say where one is and where one can go, and not what the page is about. */
const AROUND_ROLES = /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|alertdialog)$/;
const AROUND_NAMES = /(?:^|[\s_-])(?:cookie(?:s|-banner|-notice|-bar)?|breadcrumbs?|skip-?(?:link|nav|to-content)s?|site-?(?:header|footer|nav)|page-?(?:header-nav|footer)|global-(?:header|footer|nav)|share(?:-links)?|social(?:-media|-links|-share)?|sidebar|side-?nav|pagination|back-to-top|print-?(?:link|page))(?=$|[\s_-])/i;

/** Why an element's text stands beside the document; `undefined` for what is part of it. */
export function reasonBeside(element: Element, { isOpener, isOpened }: Pick<Openers, 'isOpener' | 'isOpened'>): string | undefined {
  const { tagName, properties } = element;
  if (isHidden(element) && !isOpened(element)) return 'hidden on the page';
  if (tagName === 'nav' || tagName === 'footer' || (tagName === 'header' && !holdsHeading(element)) || AROUND_ROLES.test(String(properties['role'] ?? '')) || AROUND_NAMES.test(`${classOf(element)} ${String(properties['id'] ?? '')}`)) return 'menu, header or footer of the page';
  if (/^doc-(?:endnotes?|footnotes?|bibliography)$/.test(String(properties['role'] ?? '')) || /(?:^|\s)(?:footnotes?|endnotes?|references)(?:\s|$)/i.test(classOf(element))) return 'footnote';
  if ((tagName === 'button' && !isOpener(element)) || tagName === 'select' || tagName === 'textarea' || tagName === 'label') return 'form or button';
  if (tagName === 'svg' || tagName === 'math') return 'drawing';
  if (tagName === 'noscript') return 'shown where scripts are off';
  if (tagName === 'figcaption') return 'caption of a picture';
  if (tagName === 'del' || tagName === 's' || tagName === 'strike') return 'struck out';
  return undefined;
}

function holdsHeading(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (headingLevelOf(child) !== undefined || holdsHeading(child)));
}

export function isHidden({ properties }: Element): boolean {
  return properties['hidden'] !== undefined && properties['hidden'] !== null && properties['hidden'] !== false && properties['hidden'] !== 'until-found' ? true : /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties['style'] ?? ''));
}

export function isStrong({ tagName, properties }: Element): boolean {
  return tagName === 'b' || tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(String(properties['style'] ?? ''));
}

/** 1 to 6 for a heading, also where it is one by its role alone. */
export function headingLevelOf({ tagName, properties }: Element): number | undefined {
  const named = /^h([1-6])$/.exec(tagName)?.[1];
  if (named !== undefined) return Number(named);
  return properties['role'] === 'heading' ? Math.min(6, Math.max(1, Number(properties['ariaLevel'] ?? 2) || 2)) : undefined;
}

/** The mark that Word writes into a page in front of a list item, and how deep the item stands. */
export function readWordListLevel({ properties }: Element): number | undefined {
  const level = /mso-list\s*:\s*[^\s:;]+\s+level(\d)/i.exec(String(properties['style'] ?? ''))?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

/** The number that a footnote's mark stands for leads to a note on the same page. */
export function isNoteMark({ tagName, properties, children }: Element): boolean {
  if (tagName === 'a' && /^#(?:_?_?(?:fn|ftn|edn|foot|end|note|ref|cite)|user-content-fn)/i.test(String(properties['href'] ?? '')) && children.length > 0) return true;
  return tagName === 'sup' && children.some((child) => child.type === 'element' && child.tagName === 'a' && String(child.properties['href'] ?? '').startsWith('#'));
}

function classOf({ properties }: Element): string {
  return [properties['className'] ?? []].flat().join(' ');
}

/** All the text in a node, scripts and styles left out. */
export function textOfNode(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && UNREAD_TAGS.has(node.tagName))) return '';
  return node.children.map(textOfNode).join('');
}
