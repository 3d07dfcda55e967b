import { listStatements } from '../framework/framework.ts';
import type { Content } from './content.ts';
import { quotedWords } from './quoted-words.ts';

const recognised = new WeakMap<Content['frameworks'], (words: string) => boolean>();

/** Tells whether words are a framework's own: they stand in one of its statements. */
export function recogniseFrameworkWords({ frameworks }: Pick<Content, 'frameworks'>): (words: string) => boolean {
  const known = recognised.get(frameworks);
  if (known) return known;
  let statements: string | undefined;
  const isFrameworks = (words: string) => {
    statements ??= frameworks.flatMap(({ framework }) => listStatements(framework).map(({ statement }) => quotedWords(`${statement.stem ?? ''} ${statement.text}`))).join('\n');
    const wanted = quotedWords(words);
    return wanted !== '' && statements.includes(wanted);
  };
  recognised.set(frameworks, isFrameworks);
  return isFrameworks;
}
