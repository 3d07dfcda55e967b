import { defineRule, type Finding } from '../rule.ts';

export const sourceChanged = defineRule('source-changed', 'error', 'A source document, and the text that was read of it, are those that were received.', ({ frameworks }) =>
  frameworks.flatMap(({ source }): Finding[] => {
    if (!source) return [];
    const { document, record } = source;
    const found: Finding[] = [];
    if (document.sha256 !== record.sha256) found.push([source, ['sha256'], `${document.file} is not the document that was imported: its fingerprint is ${document.sha256.slice(0, 12)}…, and ${record.sha256.slice(0, 12)}… was recorded.`, 'Bring the received document back, or import the new one so that its statements are read again.']);
    if (document.textFile && document.textFile.sha256 !== record.text?.sha256) found.push([source, ['text', 'sha256'], `${document.textFile.file} is not the text that was read of the document: its fingerprint is ${document.textFile.sha256.slice(0, 12)}….`, 'Import the document again; its text is written anew.']);
    return found;
  }),
);
