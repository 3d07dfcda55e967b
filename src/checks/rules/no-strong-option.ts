import { bestChoices } from '../../course/scenario-graph.ts';
import { routesOf } from '../routes-of.ts';
import { defineRule, type Finding } from '../rule.ts';

export const noStrongOption = defineRule('no-strong-option', 'error', 'Every step offers good practice, and a route of good practice leads to an ending.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const { scenario } = file;
    const { strongRoute, unknownNext } = routesOf(scenario);
    const findings = scenario.steps.flatMap(({ id, options }, index): Finding[] =>
      bestChoices(options).length > 0
        ? []
        : [[file, ['steps', index, 'options'], `The step "${id}" has no strong option, so nobody can do it well.`, 'Write one strong option. Where practitioners are of two minds, judge two options acceptable and use the split in the debrief.']],
    );
    if (findings.length > 0) return findings;
    if (strongRoute === undefined && unknownNext.length > 0) return [];
    if (strongRoute === undefined) return [[file, ['steps'], 'No route of strong choices leads to an ending.', 'Let the strong option of each step lead on, and at last to an ending.']];
    const isStrong = scenario.steps.some(({ options }) => options.some(({ judgement }) => judgement === 'strong'));
    return isStrong ? [] : [[file, ['steps'], 'The scenario has no strong option at all, so it shows no good practice.', 'Judge at least one option of one step strong.']];
  }),
);
