import sax, { type Tag } from 'sax';
import { refuseDamaged, refuseOversized } from '../refuse.ts';

const MAX_DEPTH = 256;
/** Opening and closing marks in one part: about 30,000 paragraphs as Word writes them. */
const MAX_MARKS = 1_000_000;

/** An element with its name as `prefix:local`, whatever prefix the file chose for a namespace that we know. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** Prefixes that this project writes for a namespace; strict files (ISO 29500) use other addresses for the same things. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

const OUR_PREFIXES = new Set(Object.values(PREFIXES));

interface OpenElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
  /** What to write for a prefix of the file's, as far as it is another. */
  prefixes: ReadonlyMap<string, string>;
}

/**
 * Reads one XML part into a tree, without recursion. A document type is refused, so that no entity can be declared; nothing is fetched.
 * Throws a `ContentError` for XML that is not well formed, too deep or too long.
 */
export function parseXml(bytes: Uint8Array, { file, part }: { file: string; part: string }): XmlElement {
  const xml = decodeXml(bytes, () => refuseDamaged(file, `its part ${part} is not text`));
  if (/<!DOCTYPE/i.test(xml)) refuseDamaged(file, `its part ${part} declares a document type, which no office program writes`);
  let marks = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) marks += 1;
  if (marks > MAX_MARKS) refuseOversized(file, `its part ${part} has ${marks} marks; the limit is ${MAX_MARKS}`);

  const root: OpenElement = { name: '', attributes: {}, children: [], prefixes: new Map() };
  const open: OpenElement[] = [root];
  const reader = sax.parser(true, { lowercase: false, trim: false, normalize: false, position: false });
  reader.onerror = (error) => refuseDamaged(file, `its part ${part}: ${error.message.split('\n')[0] ?? 'not well formed'}`);
  reader.onopentag = (tag) => {
    const { attributes } = tag as Tag;
    const outer = open.at(-1) ?? root;
    const prefixes = declarePrefixes(attributes, outer.prefixes);
    const named = prefixes.size === 0 ? attributes : Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.includes(':') ? rename(name, prefixes) : name, value]));
    const element: OpenElement = { name: rename(tag.name, prefixes), attributes: named, children: [], prefixes };
    // Only the open elements need their prefixes.
    outer.children.push({ name: element.name, attributes: named, children: element.children });
    open.push(element);
    if (open.length > MAX_DEPTH) refuseOversized(file, `its part ${part} is nested more than ${MAX_DEPTH} levels deep`);
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.ontext = (text) => open.at(-1)?.children.push(text);
  reader.oncdata = (text) => open.at(-1)?.children.push(text);
  reader.write(xml).close();
  const top = root.children.find((child) => typeof child !== 'string');
  return top ?? refuseDamaged(file, `its part ${part} is empty`);
}

/** The prefixes in force inside an element that declares some of its own. */
function declarePrefixes(attributes: Readonly<Record<string, string>>, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | undefined;
  for (const [name, address] of Object.entries(attributes)) {
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (declared === undefined) continue;
    // A prefix that we use for something else must not pass for it.
    const ours = PREFIXES[address] ?? (OUR_PREFIXES.has(declared) ? `other-${declared}` : declared);
    if (ours === (outer.get(declared) ?? declared)) continue;
    prefixes ??= new Map(outer);
    prefixes.set(declared, ours);
  }
  return prefixes ?? outer;
}

function rename(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  if (prefix === undefined) return name;
  return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`;
}

function decodeXml(bytes: Uint8Array, fail: () => never): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return fail();
  }
}

/** The element's own text and that of everything inside it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes[name];
}

/** The element's children that are elements. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** The element reached by going down through children of these names, first of each. */
export function descend(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of names) at = at && childNamed(at, name);
  return at;
}
