import { createHash } from 'node:crypto';
import type { Theme } from '../../../src/framework/theme.ts';
import { decodeDocument } from '../../../src/importer/decode-document.ts';
import { draftFramework, type ImportResult } from '../../../src/importer/draft-framework.ts';
import { readMarkdown } from '../../../src/importer/readers/markdown/read-markdown.ts';

/** Imports Markdown or plain text at once, without the formats that have to be waited for. */
export function importText({ bytes, fileName, id, themes = [] }: { bytes: Uint8Array; fileName: string; id?: string; themes?: readonly Theme[] }): ImportResult {
  const outline = readMarkdown(decodeDocument(bytes, fileName));
  return draftFramework({ outline, file: fileName, sha256: createHash('sha256').update(bytes).digest('hex'), id, themes });
}
