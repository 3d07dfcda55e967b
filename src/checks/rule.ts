import type { Place, Problem } from '../framework/problem.ts';
import type { Content, WrittenFile } from './content.ts';
import type { Fix } from './fix.ts';

/** A problem that a rule found, with the change that mends it where one is safe. */
export interface FindingProblem extends Problem {
  fix?: Fix;
}

/** One thing that content must or should be. Pure: it reads what it is given and returns what it finds. */
export interface Rule {
  /** Permanent name; the file's name, and `rule` of every problem it finds. */
  id: string;
  /** What the rule asks for, in one sentence. */
  describe: string;
  check(content: Content, occasion: Occasion): FindingProblem[];
}

/** When, and for what, content is checked. */
export interface Occasion {
  /** Year-month-day: handed in, so that a check repeats. */
  today: string;
  /** What is built goes out to learners. */
  isRelease?: boolean;
}

/** What a rule found: where, what, and what to do next. Where `words` are named, the problem points at them inside the value. */
export type Finding = [file: WrittenFile, path: readonly PropertyKey[], message: string, hint: string, words?: string];

/** Makes a rule whose findings all carry its name and severity. */
export function defineRule(id: string, severity: Problem['severity'], describe: string, find: (content: Content, occasion: Occasion) => Finding[]): Rule {
  return {
    id,
    describe,
    check: (content, occasion) =>
      find(content, occasion).map(([file, path, message, hint, words]): Problem => {
        const place = file.placeOf(path);
        return { rule: id, severity, place: words === undefined ? place : pinpoint(place, words, content.texts.get(file.file)), message, hint };
      }),
  };
}

/** The place of `words` in the value that starts at `place`; the value's own place where a line break splits them. */
function pinpoint(place: Place, words: string, text: string | undefined): Place {
  const { file, line, column } = place;
  if (text === undefined || line === undefined || column === undefined) return place;
  const lines = text.split(/\r\n?|\n/);
  for (let at = line - 1; at < lines.length; at += 1) {
    const current = lines[at] ?? '';
    const isNextValue = at >= line && current.trim() !== '' && current.search(/\S/) < column;
    if (isNextValue) return place;
    const found = current.indexOf(words, at === line - 1 ? column - 1 : 0);
    if (found !== -1) return { file, line: at + 1, column: found + 1 };
  }
  return place;
}
