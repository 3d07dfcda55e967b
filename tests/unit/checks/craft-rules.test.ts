import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../../src/course/judgement.ts';
import { ScenarioSchema, type Scenario } from '../../../src/course/scenario.ts';
import type { Content } from '../../../src/checks/content.ts';
import { RULES } from '../../../src/checks/rules.ts';
import { checkEdited, type Edit } from './edited-content.ts';

const LATE = 'scenarios/the-late-visit.yaml';

type Told = [text: string, judgement: Judgement];

/** A scenario of steps in a row; in each, the options lead to the next step, and the last to the ending. */
function scenarioOf(steps: readonly Told[][], id = 'at-school'): Scenario {
  const restsOn = 'elm-practice/we-listen/1';
  return {
    ...ScenarioSchema.parse({
      title: 'At school', summary: 'Something has happened.', minutes: 3, setting: 'school', exercises: [restsOn], themes: ['child-voice'], status: 'checked', reviewBy: '2031-01-31',
      steps: steps.map((options, step) => ({
        id: `step-${step + 1}`,
        situation: 'Something has happened.',
        options: options.map(([text, judgement], index) => ({ id: `option-${index + 1}`, text, judgement, next: step + 1 < steps.length ? `step-${step + 2}` : 'end', outcome: 'It goes on.', feedback: 'There is a reason for it, and this is the whole of it.', restsOn })),
      })),
      endings: [{ id: 'end', title: 'The end', text: 'They go home.' }], debrief: 'What happened is over now.', supervision: ['What now?'],
    }),
    id,
  };
}

/** What one rule says of a library that holds these scenarios. */
function find(rule: string, ...scenarios: Scenario[]): string[] {
  const content: Content = {
    themes: [], files: {}, frameworks: [], modules: [], problems: [], texts: new Map(),
    unread: { themes: false, frameworks: new Set(), modules: new Set(), scenarios: new Set() },
    scenarios: scenarios.map((scenario) => ({ scenario, file: scenario.id, placeOf: (path) => ({ file: `${scenario.id}:${path.join('.')}` }) })),
  };
  const found = RULES.find(({ id }) => id === rule)?.check(content, { today: '2030-06-01' });
  return (found ?? ['no such rule']).map((problem) => (typeof problem === 'string' ? problem : `${problem.place.file} ${problem.message}`));
}

const WEAK: Told = ['Write to the school this week', 'weak'];
const OTHER: Told = ['Drive to the school by noon', 'weak'];
const LONG: Told = ['Ring the school and say who will come', 'strong'];
const SHORT: Told = ['Ring the school back', 'strong'];

describe('strong-option-longest', () => {
  const longest: Told[] = [WEAK, LONG, OTHER];
  const not: Told[] = [WEAK, SHORT, OTHER];

  test('names a scenario in which the strong option is the longest in every step', () => {
    expect(find('strong-option-longest', scenarioOf([longest, longest, longest]))).toEqual(['at-school:steps.0.options In all of its steps the strong option is the longest, so learners need not read.']);
  });

  test('says "most" where one step is otherwise', () => {
    expect(find('strong-option-longest', scenarioOf([longest, longest, longest, longest, not]))).toEqual([expect.stringContaining('In most of its steps the strong option is the longest')]);
  });

  test('says nothing where that can be chance, or where another is as long', () => {
    expect(find('strong-option-longest', scenarioOf([longest, longest]))).toEqual([]);
    expect(find('strong-option-longest', scenarioOf([longest, longest, not]))).toEqual([]);
    expect(find('strong-option-longest', scenarioOf([[...longest, ['Ring the school so they know who came', 'weak']], longest, longest]))).toEqual([]);
  });

  test('counts over the library: half of the steps may be chance, all of them may not', () => {
    const biased = Array.from({ length: 20 }, (_, index) => scenarioOf([longest, not], `visit-${index + 1}`));
    expect(find('strong-option-longest', ...biased)).toEqual([]);
    const more = Array.from({ length: 20 }, (_, index) => scenarioOf([longest, longest], `visit-${index + 1}`));
    expect(find('strong-option-longest', ...more)).toEqual(['visit-1:steps Over the whole library the strong option is the longest in 40 of 40 steps; chance would give about 13.']);
  });
});

describe('strong-option-position', () => {
  test('names a scenario in which the strong option has one place throughout', () => {
    const second: Told[] = [WEAK, SHORT, OTHER];
    expect(find('strong-option-position', scenarioOf([second, second, second]))).toEqual(['at-school:steps.0.options In all of its steps the strong option is the second in the list, so learners need not read.']);
  });

  test('says nothing where strong options stand in different places', () => {
    expect(find('strong-option-position', scenarioOf([[SHORT, WEAK, OTHER], [WEAK, SHORT, OTHER], [WEAK, OTHER, SHORT]]))).toEqual([]);
  });

  test('counts over the library', () => {
    const first = Array.from({ length: 12 }, (_, index) => scenarioOf([[SHORT, WEAK, OTHER, LONG.with(1, 'weak') as Told]], `visit-${index + 1}`));
    expect(find('strong-option-position', ...first)).toEqual(['visit-1:steps Over the whole library the strong option is the first in the list in 12 of 12 steps; chance would give about 3.']);
  });
});

describe('uneven-options', () => {
  test('names the longest where it is far longer than the shortest', () => {
    expect(find('uneven-options', scenarioOf([[['Ring the school and say who will come, when, and what you will ask of them', 'strong'], ['Ring the school back', 'weak']]]))).toEqual([
      'at-school:steps.0.options.0.text In the step "step-1" the longest option has 74 characters and the shortest, "option-2", 20: length should tell nothing.',
    ]);
  });

  test('lets short options differ by a word', () => {
    expect(find('uneven-options', scenarioOf([[['Ring them today', 'strong'], ['Ring them all back today', 'weak']]]))).toEqual([]);
  });
});

describe('absolute-words', () => {
  test.each(['Never ring a school', 'Ring the school immediately', 'Just ring the school', 'Ring all of the schools', 'Say that she must ring every school'])('names the absolute in %j', (text) => {
    expect(find('absolute-words', scenarioOf([[[text, 'weak'], SHORT]]))).toHaveLength(1);
  });

  test.each(['Ring the school every Friday', 'Ring all three schools', 'Ring after all', 'Ring just before noon', 'Ring the school, not only the dad', 'Hear it all'])('passes over %j', (text) => {
    expect(find('absolute-words', scenarioOf([[[text, 'weak'], SHORT]]))).toEqual([]);
  });

  test('points at the word in the file', async () => {
    expect(await checkEdited([LATE, 'Drive on and explain when you get there.', 'Drive on and never explain why you are late.'])).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:24:28 absolute-words
        "never" is an absolute. Learners who know no practice pass over options that hold one.
        What to do: Say what is done, to whom and when, without it.",
      ]
    `);
  });
});

describe('overlapping-options', () => {
  test('names two options that say nearly the same', () => {
    expect(find('overlapping-options', scenarioOf([[['Ring the school nurse about the letter', 'strong'], ['Write down the day', 'weak'], ['Ring the nurse at school about that letter', 'weak']]]))).toEqual([
      'at-school:steps.0.options.2.text "option-3" and "option-1" say nearly the same.',
    ]);
  });

  test('names an option that takes in others', () => {
    expect(find('overlapping-options', scenarioOf([[['Ring the school', 'strong'], ['Write a letter', 'weak'], ['Do both of these', 'weak']]]))).toEqual(['at-school:steps.0.options.2.text "option-3" takes in other options, so they overlap.']);
  });

  test('lets options share a word or two', () => {
    expect(find('overlapping-options', scenarioOf([[['Ring the school nurse about the letter', 'strong'], ['Ring the school and book a visit for Monday', 'weak']]]))).toEqual([]);
  });
});

describe('thin-feedback', () => {
  const feedbackOf = (feedback: string): Edit => [LATE, 'The reason is good. Dylan did not know it while he waited.', feedback];

  test('names feedback of a few words', async () => {
    expect(await checkEdited(feedbackOf('That is not good.'))).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:27:9 thin-feedback
        The feedback on "turn-up-late" has 4 words.
        What to do: Say what it means for the child, and what in the practice statement decides it.",
      ]
    `);
  });

  test('names feedback that says the option again', async () => {
    const found = await checkEdited([LATE, 'Drive on and explain when you get there.', 'Drive on and explain the traffic once you arrive.'], feedbackOf('You drive on, and you explain the traffic when you arrive.'));
    expect(found).toEqual([expect.stringContaining('The feedback on "turn-up-late" says the option again.')]);
  });
});

describe('one-kind-option', () => {
  test('names a step in which the strong option alone sounds kind', () => {
    expect(find('one-kind-option', scenarioOf([[['Ask Theo, and thank him', 'strong'], WEAK, OTHER]]))).toEqual(['at-school:steps.0.options.0.text In the step "step-1" the strong option alone sounds kind ("Ask", "thank"), so tone gives it away.']);
  });

  test('names a step in which all others are rude or a threat', () => {
    expect(find('one-kind-option', scenarioOf([[['Say who will come', 'strong'], ['Say that sulking helps nobody', 'weak'], ['Warn him that this is the end', 'weak']]]))).toEqual(['at-school:steps.0.options.0.text In the step "step-1" every option but the strong one is rude or a threat, so tone gives it away.']);
  });

  test('says nothing where a weak option is kind as well, or the kind one is not strong', () => {
    expect(find('one-kind-option', scenarioOf([[['Ask Theo, and thank him', 'strong'], ['Ask his teacher', 'weak'], OTHER]]))).toEqual([]);
    expect(find('one-kind-option', scenarioOf([[['Ask Theo, and thank him', 'weak'], SHORT, OTHER]]))).toEqual([]);
  });
});

describe('guessable-scenario', () => {
  const softest: Told[] = [['Thank Theo and listen to him', 'strong'], ['Write to the school on Monday', 'weak'], ['Drive to the school at noon, and wait', 'weak']];
  const hard: Told[] = [['Thank them and listen', 'weak'], ['Say no, and say why', 'strong'], ['Write to the school on Monday', 'weak']];

  test('names a scenario that one habit solves', () => {
    expect(find('guessable-scenario', scenarioOf([[...softest].reverse(), [...softest].reverse()]))).toEqual(['at-school:steps Always taking the option with the softest words solves the whole scenario.']);
    expect(find('guessable-scenario', scenarioOf([softest, softest]))).toHaveLength(2);
  });

  test('says nothing once a step needs judgement', () => {
    expect(find('guessable-scenario', scenarioOf([[...softest].reverse(), hard]))).toEqual([]);
  });
});
