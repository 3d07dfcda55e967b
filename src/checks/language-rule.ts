import type { Place, Problem } from '../framework/problem.ts';
import type { Content, WrittenFile } from './content.ts';
import type { Fix } from './fix.ts';
import type { LearnerText } from './learner-text.ts';
import type { FindingProblem, Rule } from './rule.ts';
import { offsetOf, placeAt, rangeInSource, type SourceRange } from './source-range.ts';

/** Words that a rule about language stopped at. */
export interface LanguageFinding {
  file: WrittenFile;
  in: LearnerText;
  /** Where the words start and end in the text. */
  from: number;
  to: number;
  message: string;
  hint: string;
  /** Left out: the rule's own. */
  severity?: Problem['severity'];
  /** Words that can stand in their place whatever is around them. */
  replacement?: string;
}

/** Words, brackets and dashes mean nothing to YAML or Markdown in the middle of a text: anything else could end or begin something. */
const INERT = /^[\p{L}\p{N}][\p{L}\p{N} ’(),–-]*$/u;

/** Makes a rule about words in texts: each finding points at the words themselves, and carries a fix where there is a safe one. */
export function defineLanguageRule(id: string, severity: Problem['severity'], describe: string, find: (content: Content) => LanguageFinding[]): Rule {
  return { id, describe, check: (content) => find(content).map((finding) => toProblem(finding, id, severity, content.texts)) };
}

function toProblem({ file, in: text, from, to, message, hint, replacement, ...own }: LanguageFinding, rule: string, severity: Problem['severity'], texts: Content['texts']): FindingProblem {
  const source = texts.get(file.file) ?? '';
  const range = rangeOfWords(file, text, from, to, source);
  const fix = range && replacement !== undefined ? toFix(range, source, text.text.slice(from, to), replacement) : undefined;
  const place = range ? placeAt(file.file, source, range.start) : placeOfText(file, text);
  return { rule, severity: own.severity ?? severity, place, message, hint, ...(fix && { fix }) };
}

/** The place of words in a text; the text's own where they are written in another way than they read. */
export function placeOfWords(file: WrittenFile, text: LearnerText, from: number, to: number, texts: Content['texts']): Place {
  const source = texts.get(file.file) ?? '';
  const range = rangeOfWords(file, text, from, to, source);
  return range ? placeAt(file.file, source, range.start) : placeOfText(file, text);
}

function rangeOfWords(file: WrittenFile, text: LearnerText, from: number, to: number, source: string): SourceRange | undefined {
  const { line, column } = placeOfText(file, text);
  if (line === undefined || column === undefined) return undefined;
  const offset = offsetOf(source, line, column);
  // A named value's place is that of its name.
  const start = text.at || typeof text.path.at(-1) !== 'string' ? offset : source.indexOf(':', offset) + 1;
  return rangeInSource(source, start, text.text, from, to);
}

/** Only where the words are written as they read: not folded over two lines, nor escaped, nor marked up in the middle. */
function toFix({ start, end }: SourceRange, source: string, before: string, after: string): Fix | undefined {
  return source.slice(start, end) === before && INERT.test(after) && !before.includes('\n') ? { start, end, before, after } : undefined;
}

function placeOfText(file: WrittenFile, { path, at }: LearnerText): Place {
  return at ? { file: file.file, ...at } : file.placeOf(path);
}
