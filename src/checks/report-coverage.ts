import { GAP_LABELS, listGaps, type Coverage, type ElementCoverage } from '../course/coverage.ts';
import { showLabel } from '../framework/show-label.ts';

export const COVERAGE_FORMATS = ['text', 'csv', 'json'] as const;
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];

/** Renders coverage for a terminal, a spreadsheet or a program. Ends without a line break. */
export function formatCoverage(coverage: Coverage, format: CoverageFormat): string {
  if (format === 'json') return JSON.stringify(toRows(coverage), null, 2);
  return format === 'csv' ? formatCsv(coverage) : formatText(coverage);
}

/** One element, as programs and spreadsheets get it. */
function toRow({ framework, element, module, scenarios, borrowed, checkItems, unpractised, reviewBy, gaps }: ElementCoverage) {
  return {
    framework: framework.id,
    element: element.id,
    label: showLabel(element.label),
    module: module?.status ?? 'none',
    scenarios: scenarios.map(({ id }) => id),
    borrowed: borrowed.map(({ id }) => id),
    checkItems,
    statements: element.statements.length,
    unpractised,
    reviewBy: reviewBy ?? '',
    gaps: gaps.map((gap) => GAP_LABELS[gap]),
  };
}

function toRows({ elements, themes }: Coverage) {
  return {
    elements: elements.map(toRow),
    themes: themes.map(({ theme, frameworks }) => ({ theme: theme.id, frameworks: frameworks.map(({ framework, statements, scenarios }) => ({ framework: framework.id, statements, scenarios })) })),
  };
}

function formatCsv({ elements }: Coverage): string {
  const rows = elements.map(toRow);
  const columns = ['framework', 'element', 'label', 'module', 'scenarios', 'borrowed', 'checkItems', 'statements', 'unpractised', 'reviewBy', 'gaps'] as const;
  return [columns.join(','), ...rows.map((row) => columns.map((column) => toCell(row[column])).join(','))].join('\r\n');
}

/** RFC 4180. A leading apostrophe keeps a spreadsheet from taking text for a formula. */
function toCell(value: string | number | readonly string[]): string {
  const text = typeof value === 'object' ? value.join('; ') : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function formatText(coverage: Coverage): string {
  const gaps = listGaps(coverage);
  const gapLines = gaps.flatMap(({ gap, elements }) => [`  ${GAP_LABELS[gap]} (${elements.length}):`, ...elements.map(({ framework, element }) => `    ${framework.id}/${element.id}`)]);
  const byFramework = Map.groupBy(coverage.elements, ({ framework }) => framework);
  const tables = [...byFramework].map(([framework, elements]) => [showLabel(framework.title), ...alignColumns([['standard', 'module', 'scenarios', 'questions', 'statements practised', 'review by'], ...elements.map(toLine)])].join('\n  '));
  const frameworks = [...byFramework.keys()];
  const themes = ['Themes: statements / scenarios', ...alignColumns([['', ...frameworks.map(({ id }) => id)], ...coverage.themes.map(({ theme, frameworks: each }) => [theme.id, ...each.map(({ statements, scenarios }) => (statements + scenarios === 0 ? '–' : `${statements} / ${scenarios}`))])])].join('\n  ');
  const statements = coverage.elements.flatMap(({ element }) => element.statements).length;
  const unpractised = coverage.elements.flatMap((each) => each.unpractised).length;
  const practised = `${statements - unpractised} of ${statements} practice statements are practised in a scenario${unpractised > 0 ? '; --format json names the others' : ''}.`;
  return [gaps.length === 0 ? 'No gaps: every standard has a module, a scenario of its own and a knowledge check, and none is past its review date.' : ['Gaps first', ...gapLines].join('\n'), practised, ...tables, themes].join('\n\n');
}

function toLine({ element, module, scenarios, borrowed, checkItems, unpractised, reviewBy }: ElementCoverage): string[] {
  const practised = element.statements.length - unpractised.length;
  return [element.id, module?.status ?? '–', `${scenarios.length}${borrowed.length > 0 ? ` (+${borrowed.length} borrowed)` : ''}`, String(checkItems), `${practised} of ${element.statements.length}`, reviewBy ?? '–'];
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
