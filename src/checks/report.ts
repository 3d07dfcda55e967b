import { formatPlace, type Problem } from '../framework/problem.ts';
import type { Rule } from './rule.ts';

export const REPORT_FORMATS = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What was looked at, for the last line of a report. */
export interface ReportTotals {
  scenarios: number;
  modules: number;
  frameworks: number;
}

export interface ReportInput {
  problems: readonly Problem[];
  /** Text of the files that were read, by the name that problems give them. */
  texts: ReadonlyMap<string, string>;
  totals: ReportTotals;
}

/** Renders problems for a terminal, for a program, or as annotations on a pull request. Ends without a line break. */
export function formatReport(input: ReportInput, format: ReportFormat): string {
  if (format === 'json') return formatJson(input);
  return format === 'github' ? formatAnnotations(input) : formatText(input);
}

/** What breaks these rules must not stand in a build log a second time. */
const NEVER_SHOWN: ReadonlySet<string> = new Set(['credential-in-content']);

/** Longer lines are cut around the place, so that the caret stays under it. */
const MAX_EXCERPT = 100;

function formatText({ problems, texts, totals }: ReportInput): string {
  const blocks = [...Map.groupBy(problems, ({ place }) => place.file)].map(([file, found]) => {
    const lines = texts.get(file)?.split(/\r\n?|\n/) ?? [];
    return [printable(file), ...found.map((problem) => formatFinding(problem, lines))].join('\n');
  });
  return [...blocks, formatTotals(problems, totals)].join('\n\n');
}

function formatFinding({ rule, severity, place, message, hint }: Problem, lines: readonly string[]): string {
  const at = place.line === undefined ? '' : `${place.line}:${place.column ?? 1}  `;
  const excerpt = place.line === undefined || NEVER_SHOWN.has(rule) ? [] : excerptAt(lines[place.line - 1] ?? '', place.line, place.column);
  return [`  ${at}${severity}  ${printable(message)}  (${rule})`, ...excerpt, `      What to do: ${printable(hint)}`].join('\n');
}

function excerptAt(source: string, line: number, column: number | undefined): string[] {
  if (source.trim() === '') return [];
  const at = Math.min((column ?? 1) - 1, source.length);
  const start = at > MAX_EXCERPT - 20 ? at - 20 : 0;
  const excerpt = printable(source.slice(start, start + MAX_EXCERPT).replace(/\t/g, ' '));
  const margin = `      ${line} | `;
  return [`${margin}${excerpt}`, ...(column === undefined ? [] : [`${' '.repeat(margin.length + at - start)}^`])];
}

function formatTotals(problems: readonly Problem[], { scenarios, modules, frameworks }: ReportTotals): string {
  const looked = `Looked at ${count(frameworks, 'framework')}, ${count(modules, 'module')} and ${count(scenarios, 'scenario')}:`;
  const { errors, warnings } = countProblems(problems);
  if (errors + warnings === 0) return `${looked} nothing to mend.`;
  return `${looked} ${count(errors, 'error')}, ${count(warnings, 'warning')}${errors === 0 ? '. Warnings do not stop a build.' : '.'}`;
}

/** Lists what is asked for, one rule a line, with names in a column of their own. */
export function formatRules(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, describe }) => `${id.padEnd(width)}  ${describe}`).join('\n');
}

function formatJson({ problems, totals }: ReportInput): string {
  return JSON.stringify({ problems, totals: { ...totals, ...countProblems(problems) } }, null, 2);
}

/** One workflow command for each problem; see GitHub's "Workflow commands for GitHub Actions". */
function formatAnnotations({ problems, totals }: ReportInput): string {
  const annotations = problems.map(({ rule, severity, place, message, hint }) => {
    const properties = [`file=${escapeProperty(place.file)}`, ...(place.line === undefined ? [] : [`line=${place.line}`, `col=${place.column ?? 1}`]), `title=${escapeProperty(rule)}`];
    return `::${severity} ${properties.join(',')}::${escapeData(`${formatPlace(place)} ${message} What to do: ${hint}`)}`;
  });
  return [...annotations, formatTotals(problems, totals)].join('\n');
}

function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Text from a file could otherwise move the cursor or rewrite what the terminal shows. */
const printable = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');

const escapeData = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string) => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
