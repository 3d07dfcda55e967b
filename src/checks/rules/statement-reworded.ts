import { listStatements } from '../../framework/framework.ts';
import { defineRule, type Finding } from '../rule.ts';

export const statementReworded = defineRule('statement-reworded', 'warning', 'A scenario was read again after an edition changed the words of a statement that it names.', ({ scenarios, frameworks }) => {
  const reworded = new Map(frameworks.flatMap(({ framework }) => listStatements(framework).flatMap(({ statement }) => (statement.reworded === undefined ? [] : [[statement.id, { ...statement, reworded: statement.reworded }] as const]))));
  if (reworded.size === 0) return [];
  return scenarios.flatMap((file) => {
    const { exercises, steps, reviewed } = file.scenario;
    const named: [id: string, path: PropertyKey[]][] = [
      ...exercises.map((id, index): [string, PropertyKey[]] => [id, ['exercises', index]]),
      ...steps.flatMap(({ options }, step) => options.map(({ restsOn }, index): [string, PropertyKey[]] => [restsOn, ['steps', step, 'options', index, 'restsOn']])),
    ];
    const told = new Set<string>();
    return named.flatMap(([id, path]): Finding[] => {
      const statement = reworded.get(id);
      // On the same day the edition came first: people import it, then read what it touches.
      if (!statement || told.has(id) || (reviewed !== undefined && reviewed >= statement.reworded)) return [];
      told.add(id);
      return [[file, path, `The words of "${id}" changed on ${statement.reworded}${reviewed === undefined ? '' : `; this scenario was last read on ${reviewed}`}. It now says: “${statement.text}”`, 'Read the scenario beside the new words, mend what no longer rests on them, and set "reviewed" to the day you did.']];
    });
  });
});
