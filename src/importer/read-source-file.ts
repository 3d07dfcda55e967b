import { readFileSync, statSync } from 'node:fs';
import { ContentError } from '../framework/problem.ts';

/** Reads a document from disk. Throws a `ContentError` where there is none, or where it is a folder or far too large to be one. */
export function readSourceFile(path: string): Uint8Array {
  const refuse = (rule: string, message: string, hint: string): never => {
    throw new ContentError([{ rule, severity: 'error', place: { file: path }, message, hint }]);
  };
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return refuse('document-missing', 'There is no such file.', 'Check the path. Put quotes around it where it holds spaces.');
  if (!facts.isFile()) return refuse('document-missing', 'This is a folder, not a file.', 'Give the path of the document itself.');
  if (facts.size > 50_000_000) return refuse('document-too-large', 'The file is larger than 50 MB.', 'Save the text without pictures.');
  try {
    return readFileSync(path);
  } catch {
    return refuse('document-unreadable', 'The file could not be read.', 'Check that you may open it, and that no other program holds it open.');
  }
}
