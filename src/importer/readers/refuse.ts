import { ContentError } from '../../framework/problem.ts';

/** Stops reading a document with one problem: what happened, and what to do next. */
export function refuse(file: string, rule: string, message: string, hint: string): never {
  throw new ContentError([{ rule, severity: 'error', place: { file }, message, hint }]);
}

/** Refuses a file that ends too soon or holds what it should not. */
export function refuseDamaged(file: string, detail: string): never {
  refuse(file, 'document-damaged', `The file is damaged or incomplete (${detail}).`, 'Open it in the program that made it, save it again under a new name, and import that file.');
}

/** Refuses what no person wrote: a part that unpacks into far more than a document of standards can hold. */
export function refuseOversized(file: string, detail: string): never {
  refuse(file, 'document-too-complex', `The document is far larger inside than a document of standards should be (${detail}).`, 'Copy the standards into a new document, save it, and import that file.');
}
