import { escapeMarkdown } from '../escape-markdown.ts';
import type { EditionChanges } from './changes.ts';
import type { Citation } from './find-citations.ts';
import { countChanges, listSections, type Format } from './list-sections.ts';

const plain = (text: string) => text;
const IN_TERMINAL: Format = { same: plain, code: plain, removed: (words) => `[-${words}-]`, added: (words) => `{+${words}+}` };
const IN_MARKDOWN: Format = { same: escapeMarkdown, code: (text) => `\`${text}\``, removed: (words) => `~~${escapeMarkdown(words)}~~`, added: (words) => `**${escapeMarkdown(words)}**` };

/** What a new edition changed, as it is read in a terminal: words that went as [-these-], words that came as {+these+}. */
export function describeChanges(changes: EditionChanges, citations: readonly Citation[]): string {
  const sections = listSections(changes, citations, IN_TERMINAL).flatMap(({ title, items }) => ['', `${title} (${items.length}):`, ...items.flatMap(({ head, below }) => [`  ${head}`, ...below.map((line) => `    ${line}`)])]);
  return ['What changed since the former edition:', `  ${countChanges(changes)}`, ...sections].join('\n');
}

/** The same for the report that is kept beside the framework. */
export function writeChanges(changes: EditionChanges, citations: readonly Citation[]): string {
  const sections = listSections(changes, citations, IN_MARKDOWN).flatMap(({ title, items }) => ['', `### ${title}`, '', ...items.flatMap(({ head, below }) => [`- ${head}`, ...below.map((line) => `  - ${line}`)])]);
  return ['## What changed since the former edition', '', countChanges(changes), ...sections, ''].join('\n');
}
