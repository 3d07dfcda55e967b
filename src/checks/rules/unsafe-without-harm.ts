import type { Scenario } from '../../course/scenario.ts';
import { defineRule, type Finding } from '../rule.ts';

/** Words by which a text says what could happen to somebody. */
const HARM = /\b(?:hurt\w*|harm\w*|injur\w*|wound\w*|bruis\w*|burn(?:s|t|ed)?|beat(?:en|s)?|hit(?:s|ting)?|ill|unwell|sick|hungry|cold|alone|afraid|frighten\w*|scared|fear|terrified|danger\w*|unsafe|not safe|less safe|worse|abus\w*|assault\w*|exploit\w*|groom\w*|neglect\w*|suffer\w*|di(?:e|ed|es)|dead|death|kill\w*|lost|missing|unseen|unheard|went unnoticed|parted|taken away|self-harm\w*|suicid\w*|without (?:food|care|help|anyone))\b/i;
/** The test that the law sets speaks of harm in general; what could have come of this choice is another matter. */
const LAW = /\b(?:Act \d{4}|[Ss]ection \d|significant harm)/;
const namesHarm = (text: string): boolean => text.split(/(?<=[.!?])\s/).some((sentence) => HARM.test(sentence) && !LAW.test(sentence));

export const unsafeWithoutHarm = defineRule('unsafe-without-harm', 'warning', 'What follows an unsafe choice, an ending or the debrief, names the harm that could come of it.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const { scenario } = file;
    if (namesHarm(scenario.debrief)) return [];
    return scenario.steps.flatMap(({ options }, step) =>
      options.flatMap(({ id, judgement, next }, index): Finding[] =>
        judgement !== 'unsafe' || listEndings(scenario, next).every(({ text }) => namesHarm(text))
          ? []
          : [[file, ['steps', step, 'options', index, 'judgement'], `The choice "${id}" is unsafe, and a learner who makes it can finish without reading what harm could have come of it.`, 'Say in the debrief, or in each ending that can follow, what could have happened to the child or parent.']],
      ),
    );
  }),
);

/** The endings that can follow. */
function listEndings({ steps, endings }: Scenario, from: string): Scenario['endings'] {
  const reached = new Set([from]);
  for (const id of reached) for (const { next } of steps.find((step) => step.id === id)?.options ?? []) reached.add(next);
  return endings.filter(({ id }) => reached.has(id));
}
