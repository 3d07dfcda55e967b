import type { Outline } from '../../outline.ts';
import { openPackage, type OfficePackage } from '../office-open/open-package.ts';
import { attributeOf, childNamed, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';
import { readProperties } from '../office-open/properties.ts';
import { refuseDamaged } from '../refuse.ts';
import { readDiagramList } from './diagram.ts';
import { readNumbering } from './numbering.ts';
import { OutlineWriter } from './outline-writer.ts';
import { findSizedHeadings } from './sized-headings.ts';
import { readStory, type DocumentParts } from './story-reader.ts';
import { readStyles } from './styles.ts';

/** Parts whose text stands beside the document's own, with the reason a person will read. */
const BESIDE: readonly (readonly [type: string, reason: string])[] = [
  ['header', 'header or footer'],
  ['footer', 'header or footer'],
  ['footnotes', 'footnote'],
  ['endnotes', 'footnote'],
  ['comments', 'comment'],
];

/** Reads a Word document (ECMA-376, ISO 29500). Pictures are not unpacked and macros are not read. Throws a `ContentError`. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Outline> {
  const pack = await openPackage(bytes, fileName);
  const { main, related } = await openMain(pack);
  const body = main.root && childNamed(main.root, 'w:body');
  if (!body) return refuseDamaged(fileName, 'it has no text part');
  const one = async (type: string) => (await Promise.all(related(type).map(pack.readXml)))[0];
  const styles = readStyles(await one('styles'));
  const numbering = readNumbering(await one('numbering'), styles);
  const diagrams = new Map<string, XmlElement | undefined>();
  for (const [id, { type, target }] of main.relationships) if (type === 'diagramData') diagrams.set(id, await pack.readXml(target));
  const parts: DocumentParts = { styles, numbering, readDiagram: (id) => readDiagramList(diagrams.get(id), styles) };

  const story = readStory(body, parts);
  const writer = new OutlineWriter(findSizedHeadings(story));
  writer.writeStory(story);
  const seen = new Set<string>();
  for (const [type, reason] of BESIDE) {
    for (const name of related(type)) {
      const root = await pack.readXml(name);
      for (const beside of root ? listStories(root) : []) {
        const blocks = readStory(beside, parts);
        const key = JSON.stringify(blocks);
        if (reason === 'header or footer' && seen.has(key)) continue;
        seen.add(key);
        writer.writeAside(blocks, reason);
      }
    }
  }
  const properties = await pack.readXml('docProps/core.xml').catch(() => undefined);
  return { documentText: writer.documentText, metadata: readProperties(properties), isMetadataWeak: true, blocks: writer.blocks };
}

async function openMain(pack: OfficePackage) {
  const start = [...(await pack.readRelationships('')).values()].find(({ type, isExternal }) => type === 'officeDocument' && !isExternal);
  const name = start?.target ?? 'word/document.xml';
  const root = await pack.readXml(name);
  const relationships = await pack.readRelationships(name);
  const related = (type: string) => [...new Set([...relationships.values()].filter((relationship) => relationship.type === type && !relationship.isExternal).map(({ target }) => target))];
  return { main: { root, relationships }, related };
}

/** A header is one story; a part of notes or comments holds one for each, beside those that only draw a line. */
function listStories(root: XmlElement): XmlElement[] {
  if (root.name === 'w:hdr' || root.name === 'w:ftr') return [root];
  return elementsOf(root).filter((note) => !/separator|continuation/i.test(attributeOf(note, 'w:type') ?? ''));
}
