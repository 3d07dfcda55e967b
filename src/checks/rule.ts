import type { Problem } from '../framework/problem.ts';
import type { Content, WrittenFile } from './content.ts';

/** One thing that content must or should be. Pure: it reads what it is given and returns what it finds. */
export interface Rule {
  /** Permanent name; the file's name, and `rule` of every problem it finds. */
  id: string;
  /** What the rule asks for, in one sentence. */
  describe: string;
  /** @param today year-month-day, so that a check repeats. */
  check(content: Content, today: string): Problem[];
}

/** What a rule found: where, what, and what to do next. */
export type Finding = [file: WrittenFile, path: readonly PropertyKey[], message: string, hint: string];

/** Makes a rule whose findings all carry its name and severity. */
export function defineRule(id: string, severity: Problem['severity'], describe: string, find: (content: Content, today: string) => Finding[]): Rule {
  const toProblem = ([file, path, message, hint]: Finding): Problem => ({ rule: id, severity, place: file.placeOf(path), message, hint });
  return { id, describe, check: (content, today) => find(content, today).map(toProblem) };
}
