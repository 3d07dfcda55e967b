import { posix } from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refuse, refuseDamaged, refuseOversized } from '../refuse.ts';
import { attributeOf, childrenNamed, parseXml, type XmlElement } from './parse-xml.ts';

const MAX_PARTS = 2_000;
const MAX_PART_BYTES = 64_000_000;
const MAX_TOTAL_BYTES = 128_000_000;

/** Another part, or an address outside, that a part names by an id. */
export interface Relationship {
  /** The last word of its type, such as `slide`, `numbering` or `hyperlink`. */
  type: string;
  /** Name of the part in the package; as written where it is external. */
  target: string;
  isExternal: boolean;
}

/** A Word or PowerPoint file: a zip of XML parts (ECMA-376 Part 2). Parts are unpacked when they are asked for; pictures and macros never are. */
export interface OfficePackage {
  partNames: readonly string[];
  /** The root element of a part; `undefined` where there is no such part. */
  readXml: (name: string) => Promise<XmlElement | undefined>;
  /** What a part refers to, by id; empty where it refers to nothing. */
  readRelationships: (partName: string) => Promise<Map<string, Relationship>>;
}

/**
 * Opens the package and looks at its list of parts before anything is unpacked. Throws a `ContentError` for names that point out of the
 * package, names that come twice, locked or damaged files, and parts whose true size, counted while unpacking, is past the limits.
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<OfficePackage> {
  const { zip, entries } = await listEntries(bytes, file);
  let total = 0;

  const readPart = async (entry: Entry): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      total += chunk.length;
      if (size > MAX_PART_BYTES || total > MAX_TOTAL_BYTES) {
        stream.destroy();
        refuseOversized(file, `${entry.fileName} unpacks into more than ${Math.round(Math.min(MAX_PART_BYTES, MAX_TOTAL_BYTES) / 1_000_000)} MB`);
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  };

  const readXml = async (name: string): Promise<XmlElement | undefined> => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const part = await readPart(entry).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'ContentError') throw error;
      return refuseDamaged(file, `its part ${name} can’t be unpacked`);
    });
    return parseXml(part, { file, part: name });
  };

  return {
    partNames: [...entries.keys()],
    readXml,
    readRelationships: async (partName) => {
      const folder = posix.dirname(partName);
      const root = await readXml(posix.join(folder, '_rels', `${posix.basename(partName)}.rels`));
      const related = new Map<string, Relationship>();
      for (const element of root ? childrenNamed(root, 'Relationship') : []) {
        const target = attributeOf(element, 'Target') ?? '';
        const isExternal = attributeOf(element, 'TargetMode') === 'External';
        const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        related.set(attributeOf(element, 'Id') ?? '', { type: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '', target: isExternal ? target : resolved, isExternal });
      }
      return related;
    },
  };
}

async function listEntries(bytes: Uint8Array, file: string): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) refuse(file, 'document-locked', 'The document is protected by a password.', 'Open it, take the password off, save it, and import that file.');
      if (entries.has(entry.fileName)) refuseDamaged(file, `its part ${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
      if (entries.size > MAX_PARTS) refuseOversized(file, `it has more than ${MAX_PARTS} parts`);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ContentError') throw error;
    return refuseDamaged(file, error instanceof Error ? error.message : 'its list of parts can’t be read');
  }
  return { zip, entries };
}
