import type { Confidence } from './confidence.ts';
import type { ImportResult } from './draft-framework.ts';
import { listFirstLooks, type FirstLook } from './first-looks.ts';
import { describePlace } from './place.ts';

const MAX_LISTED = 12;

/** What `--json` prints. */
export function toJson({ framework, review }: ImportResult): unknown {
  return {
    title: framework.title,
    elements: framework.elements.map(({ label, kind, number, section, statements }, at) => ({
      label,
      kind,
      ...(number === undefined ? {} : { number }),
      ...(section === undefined ? {} : { section }),
      confidence: review[at]?.confidence,
      statements: statements.map(({ text, stem, source }, index) => ({ text, ...(stem === undefined ? {} : { stem }), source, confidence: review[at]?.statements[index]?.confidence })),
    })),
  };
}

/** What the importer says in the terminal: what it found, what it was unsure of, what it left out and what to do next. */
export function describeImport(result: ImportResult, folder: string): string {
  const { framework, loss, review } = result;
  const looks = listFirstLooks(result);
  const lines = [
    `${framework.title}`,
    `  ${countFound(result)}${framework.publisher === undefined ? '' : `, published by ${framework.publisher}`}`,
    ...framework.elements.map(({ kind, label, number, statements }, at) => `  ${kind.padEnd(17)} ${number === undefined ? '' : `${number} `}${label} (${statements.length})${markUnsure(review[at]?.confidence)}`),
  ];
  if (looks.length > 0) lines.push('', `Look at ${looks.length === 1 ? 'this' : 'these'} first:`, ...groupLooks(looks));
  if (loss.length > 0) lines.push('', `Left out (${plural(loss.length, 'passage')}; all are listed in ${folder}/import-report.md):`, ...groupLosses(loss));
  lines.push('', 'What to do next:', `  1. Read ${folder}/import-report.md beside the document: what was taken, how sure that is, and what was left out.`, `  2. Correct labels, kinds and statements in ${folder}/framework.yaml. It is a draft.`, '  3. Run the checks: npm run check');
  return lines.join('\n');
}

/** "14 elements, 90 practice statements". */
export function countFound({ framework }: ImportResult): string {
  return `${plural(framework.elements.length, 'element')}, ${plural(framework.elements.reduce((sum, { statements }) => sum + statements.length, 0), 'practice statement')}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const markUnsure = (confidence: Confidence | undefined) => (confidence?.level === 'unsure' ? '  (unsure)' : '');

function groupLosses(loss: ImportResult['loss']): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { reason, place } of loss) groups.set(reason, (groups.get(reason) ?? new Set()).add(describePlace(place)));
  return [...groups].map(([reason, places]) => {
    const [first = '', ...others] = places;
    const rest = others.slice(0, 7).map((place) => place.replace(/^\D+/, ''));
    return `  ${reason}: ${rest.length === 0 ? first : [first.replace(' ', 's '), ...rest].join(', ')}${others.length > 7 ? ', …' : ''}`;
  });
}

function groupLooks(looks: readonly FirstLook[]): string[] {
  const groups = new Map<string, FirstLook[]>();
  for (const look of looks) groups.set(look.reason, [...(groups.get(look.reason) ?? []), look]);
  return [...groups].flatMap(([reason, same]) => [`  ${capitalise(reason)}:`, ...limit(same.map(({ place, text }) => `    ${describePlace(place)}: ${text}`))]);
}

function limit(lines: readonly string[]): string[] {
  return lines.length <= MAX_LISTED ? [...lines] : [...lines.slice(0, MAX_LISTED), `    … and ${lines.length - MAX_LISTED} more, in the report`];
}
