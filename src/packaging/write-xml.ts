/** An element of an XML document: text, or other elements. Attributes without a value are left out. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  content: string | readonly XmlElement[];
}

export const xml = (name: string, attributes: XmlElement['attributes'] = {}, content: XmlElement['content'] = []): XmlElement => ({ name, attributes, content });

/** The document as text, indented, in UTF-8. Names are ours and are taken as they are; text and attributes may hold anything. */
export const writeXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}\n`;

function writeElement({ name, attributes, content }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`]));
  const start = `${indent}<${name}${written.join('')}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === 'string') return `${start}>${escapeXml(content)}</${name}>`;
  return `${start}>\n${content.map((child) => writeElement(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}

/** What XML 1.0 can't hold in any spelling: most control characters, halves of a pair, and two code points that stand for nothing. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

const escapeXml = (text: string): string => text.replace(NOT_IN_XML, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
