/** Where something stands in a file that a person wrote. Lines and columns count from 1. */
export interface Place {
  /** Path as the person knows it, relative to the project's root where possible. */
  file: string;
  line?: number;
  column?: number;
}

/** One thing wrong in content, in the words of the person who can mend it. */
export interface Problem {
  /** Permanent name in kebab-case, e.g. `unknown-next`. */
  rule: string;
  /** `error` stops a build, `warning` asks for a look. */
  severity: 'error' | 'warning';
  place: Place;
  /** What happened and why. */
  message: string;
  /** What to do next. */
  hint: string;
}

/** Thrown where bad input leaves nothing to go on with. Nothing on disk has been changed when it is thrown. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** `file:line:column`, leaving out what is not known. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

/** A problem as it is read in a terminal: place and rule, then what happened, then what to do. */
export function formatProblem({ rule, place, message, hint }: Problem): string {
  return `${formatPlace(place)} ${rule}\n  ${message}\n  What to do: ${hint}`;
}
