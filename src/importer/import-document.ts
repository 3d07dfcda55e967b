import { createHash } from 'node:crypto';
import type { Theme } from '../framework/theme.ts';
import { draftFramework, type ImportResult } from './draft-framework.ts';
import { createPlaceFinder } from './place.ts';
import { FORMAT_NAMES, formatOfName } from './readers/detect-format.ts';
import { readDocument } from './readers/read-document.ts';

/** A document as it was received. */
export interface ImportInput {
  bytes: Uint8Array;
  /** The file's own name, such as `our-practice.md`; folders before it don't count. */
  fileName: string;
  /** Id of the framework; made of the file's name where it is not given. */
  id?: string | undefined;
  themes: readonly Theme[];
}

/**
 * Reads a document into a draft framework: Markdown, plain text, a web page, Word, PDF or PowerPoint. Deterministic: no model, no
 * network, no clock. Throws nothing but a `ContentError`.
 */
export async function importDocument({ bytes, fileName, id, themes }: ImportInput): Promise<ImportResult> {
  const file = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const { format, outline } = await readDocument(bytes, file);
  const text = format === 'text' ? undefined : { file: `${file}.txt`, sha256: hash(outline.documentText) };
  const result = draftFramework({ outline, file, sha256: hash(bytes), text, id, themes });
  const promised = formatOfName(file);
  if (promised === undefined || promised === format) return result;
  const reason = `the file is named like ${FORMAT_NAMES[promised]}, but holds ${FORMAT_NAMES[format]} and was read as that`;
  return { ...result, doubts: [{ place: createPlaceFinder(outline)(1), text: file, reason }, ...result.doubts] };
}

const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
