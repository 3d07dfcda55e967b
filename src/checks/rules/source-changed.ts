import { defineRule, type Finding } from '../rule.ts';

export const sourceChanged = defineRule('source-changed', 'error', 'A source document is the one that was received.', ({ frameworks }) =>
  frameworks.flatMap(({ source }): Finding[] =>
    !source || source.document.sha256 === source.record.sha256
      ? []
      : [[source, ['sha256'], `${source.document.file} is not the document that was imported: its fingerprint is ${source.document.sha256.slice(0, 12)}…, and ${source.record.sha256.slice(0, 12)}… was recorded.`, 'Bring the received document back, or import the new one so that its statements are read again.']],
  ),
);
