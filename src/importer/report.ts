import type { ImportResult } from './draft-framework.ts';
import { describePlace } from './place.ts';

type Loss = ImportResult['loss'][number];
type Doubt = ImportResult['doubts'][number];

const MAX_LISTED = 12;

/** What `--json` prints. */
export function toJson({ framework }: ImportResult): unknown {
  return {
    title: framework.title,
    elements: framework.elements.map(({ label, kind, number, section, statements }) => ({
      label,
      kind,
      ...(number === undefined ? {} : { number }),
      ...(section === undefined ? {} : { section }),
      statements: statements.map(({ text, stem, source }) => ({ text, ...(stem === undefined ? {} : { stem }), source })),
    })),
  };
}

/** What the importer says in the terminal: what it found, what it was unsure of, what it left out and what to do next. */
export function describeImport({ framework, loss, doubts }: ImportResult, folder: string): string {
  const count = framework.elements.reduce((sum, element) => sum + element.statements.length, 0);
  const lines = [
    `${framework.title}`,
    `  ${plural(framework.elements.length, 'element')}, ${plural(count, 'practice statement')}${framework.publisher === undefined ? '' : `, published by ${framework.publisher}`}`,
    ...framework.elements.map(({ kind, label, number, statements }) => `  ${kind.padEnd(17)} ${number === undefined ? '' : `${number} `}${label} (${statements.length})`),
  ];
  if (doubts.length > 0) {
    lines.push('', `Look at ${doubts.length === 1 ? 'this' : 'these'} first:`, ...groupDoubts(doubts));
  }
  if (loss.length > 0) {
    lines.push('', `Left out (${plural(loss.length, 'passage')}; all are listed in ${folder}/import-report.md):`, ...groupLosses(loss));
  }
  lines.push('', 'What to do next:', `  1. Read ${folder}/framework.yaml beside the document. It is a draft: correct labels, kinds and statements there.`, `  2. Read ${folder}/import-report.md for what was left out.`, `  3. Run the checks: npm run check`);
  return lines.join('\n');
}

/** The Markdown page that is kept beside the draft: every doubt and every passage left out, with its line. */
export function writeReport({ framework, source, loss, doubts }: ImportResult): string {
  const code = (text: string) => `\`\` ${text.replace(/`{2,}/g, '`')} \`\``;
  return [
    `# Import report: ${escapeMarkdown(framework.title)}`,
    '',
    `Source: ${code(source.file)}, sha256 ${source.sha256}.`,
    `Found ${plural(framework.elements.length, 'element')} and ${plural(framework.elements.reduce((sum, { statements }) => sum + statements.length, 0), 'practice statement')}.`,
    '',
    '## To look at first',
    '',
    ...(doubts.length === 0 ? ['Nothing: every heading and statement was marked as such.'] : doubts.map(({ place, text, reason }) => `- ${capitalise(describePlace(place))}: ${code(text)}: ${reason}.`)),
    '',
    '## Left out',
    '',
    ...(loss.length === 0 ? ['Nothing.'] : loss.map(({ place, reason, text }) => `- ${capitalise(describePlace(place))} (${escapeMarkdown(reason)}): ${code(text)}`)),
    '',
  ].join('\n');
}

function groupLosses(loss: readonly Loss[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { reason, place } of loss) groups.set(reason, (groups.get(reason) ?? new Set()).add(describePlace(place)));
  return [...groups].map(([reason, places]) => {
    const [first = '', ...others] = places;
    const rest = others.slice(0, 7).map((place) => place.replace(/^\D+/, ''));
    return `  ${reason}: ${rest.length === 0 ? first : [first.replace(' ', 's '), ...rest].join(', ')}${others.length > 7 ? ', …' : ''}`;
  });
}

function groupDoubts(doubts: readonly Doubt[]): string[] {
  const groups = new Map<string, Doubt[]>();
  for (const doubt of doubts) groups.set(doubt.reason, [...(groups.get(doubt.reason) ?? []), doubt]);
  return [...groups].flatMap(([reason, same]) => [`  ${capitalise(reason)}:`, ...limit(same.map(({ place, text }) => `    ${describePlace(place)}: ${text}`))]);
}

function limit(lines: readonly string[]): string[] {
  return lines.length <= MAX_LISTED ? [...lines] : [...lines.slice(0, MAX_LISTED), `  … and ${lines.length - MAX_LISTED} more, in the report`];
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
