import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeModule, type Milestone, type ModuleRequirements, type ModuleStanding } from '../../../src/course/completion.ts';
import { JUDGEMENTS, type Judgement } from '../../../src/course/judgement.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

const at = '2026-03-02T09:00:00.000Z';
const ended = (scenario: string, ...decisions: Judgement[]): Milestone => ({ type: 'scenario-ended', scenario, edition: 'e1', decisions, at });
const checked = (...marks: (0 | 1)[]): Milestone => ({ type: 'check-submitted', edition: 'e1', correct: marks.map(Boolean), at });
const read: Milestone = { type: 'declared-read', edition: 'e1', at };

const visit = { id: 'visit', edition: 'e1' };
const phone = { id: 'phone', edition: 'e1' };
const check = { items: 3, edition: 'e1' };
const statementsEdition = 'e1';
const both: ModuleRequirements = { scenarios: [visit, phone], check, statementsEdition };
const onlyScenario: ModuleRequirements = { scenarios: [visit], statementsEdition };
const onlyCheck: ModuleRequirements = { scenarios: [], check, statementsEdition };
const onlyReading: ModuleRequirements = { scenarios: [], statementsEdition };

interface Row {
  situation: string;
  module: ModuleRequirements;
  milestones: Milestone[];
  launchMode?: 'Browse' | 'Review';
  expected: Partial<Omit<ModuleStanding, 'score'>> & Pick<ModuleStanding, 'completion' | 'success'> & { score: number | undefined };
}

const rows: Row[] = [
  // The rows of the contract, in its order.
  { situation: 'opened, nothing answered', module: both, milestones: [], expected: { completion: 'incomplete', success: 'unknown', score: undefined, remaining: ['scenario:visit', 'scenario:phone', 'check'] } },
  { situation: 'some required parts done', module: both, milestones: [ended('visit', 'strong'), checked(1, 1, 1)], expected: { completion: 'incomplete', success: 'unknown', score: undefined, remaining: ['scenario:phone'] } },
  {
    situation: 'all required scenarios ended and the check submitted: the mean over decisions and check items',
    module: both,
    milestones: [ended('visit', 'strong', 'acceptable'), ended('phone', 'weak'), checked(1, 1, 0)],
    expected: { completion: 'completed', success: 'failed', score: 0.6667, remaining: [] },
  },
  { situation: 'as above, at or over the mastery score and nothing unsafe', module: both, milestones: [ended('visit', 'acceptable'), ended('phone', 'acceptable'), checked(1, 1, 1)], expected: { completion: 'completed', success: 'passed', score: 0.88 } },
  { situation: 'as above, otherwise: failed, to be retried', module: both, milestones: [ended('visit', 'weak'), ended('phone', 'weak'), checked(1, 0, 0)], expected: { completion: 'completed', success: 'failed', score: 0.32 } },
  { situation: 'no scenario and no check, opened', module: onlyReading, milestones: [], expected: { completion: 'incomplete', success: 'unknown', score: undefined, remaining: ['statements'] } },
  { situation: 'no scenario and no check, "I have read this"', module: onlyReading, milestones: [read], expected: { completion: 'completed', success: 'unknown', score: undefined, remaining: [] } },
  {
    situation: 'retried after passing, and worse',
    module: onlyScenario,
    milestones: [ended('visit', 'strong'), ended('visit', 'weak')],
    expected: { completion: 'completed', success: 'passed', score: 0.3, bestScore: 1 },
  },
  {
    situation: 'the module changed after completion: only the changed parts to redo',
    module: { scenarios: [visit, { id: 'phone', edition: 'e2' }], check, statementsEdition },
    milestones: [ended('visit', 'strong'), ended('phone', 'strong'), checked(1, 1, 1)],
    expected: { completion: 'completed', success: 'passed', score: 1, remaining: [], changedParts: ['scenario:phone'], doneEditions: { 'scenario:visit': 'e1', 'scenario:phone': 'e1', check: 'e1' } },
  },
  { situation: 'launched in Browse', module: onlyScenario, milestones: [ended('visit', 'strong')], launchMode: 'Browse', expected: { isRecorded: false, completion: 'incomplete', success: 'unknown', score: undefined } },
  { situation: 'launched in Review', module: onlyScenario, milestones: [ended('visit', 'strong')], launchMode: 'Review', expected: { isRecorded: false, completion: 'incomplete', success: 'unknown', score: undefined } },

  // What the rows imply.
  { situation: 'only a check', module: onlyCheck, milestones: [checked(1, 1, 1)], expected: { completion: 'completed', success: 'passed', score: 1 } },
  { situation: 'only a scenario', module: onlyScenario, milestones: [ended('visit', 'acceptable')], expected: { completion: 'completed', success: 'passed', score: 0.7 } },
  { situation: 'a check without items is no check', module: { ...onlyScenario, check: { items: 0, edition: 'e1' } }, milestones: [ended('visit', 'strong')], expected: { completion: 'completed', success: 'passed', score: 1 } },
  { situation: '"I have read this" completes no module that has something to answer', module: onlyScenario, milestones: [read], expected: { completion: 'incomplete', success: 'unknown', score: undefined } },
  { situation: 'a score of 0 is a score', module: { ...onlyCheck, masteryScore: 0.5 }, milestones: [checked(0, 0, 0)], expected: { completion: 'completed', success: 'failed', score: 0, bestScore: 0 } },
  { situation: 'mastery score 0 is reached by a score of 0', module: { ...onlyCheck, masteryScore: 0 }, milestones: [checked(0, 0, 0)], expected: { completion: 'completed', success: 'passed', score: 0 } },
  { situation: 'mastery score 0 and an unsafe choice', module: { ...onlyScenario, masteryScore: 0 }, milestones: [ended('visit', 'strong', 'unsafe')], expected: { completion: 'completed', success: 'failed', score: 0.5 } },
  { situation: 'mastery score 1, all strong', module: { ...onlyScenario, masteryScore: 1 }, milestones: [ended('visit', 'strong', 'strong')], expected: { completion: 'completed', success: 'passed', score: 1 } },
  { situation: 'mastery score 1, one less', module: { ...onlyScenario, masteryScore: 1 }, milestones: [ended('visit', 'strong', 'acceptable')], expected: { completion: 'completed', success: 'failed', score: 0.85 } },
  { situation: 'two thirds reach a mastery score of 0.6667', module: { ...onlyCheck, masteryScore: 0.6667 }, milestones: [checked(1, 1, 0)], expected: { completion: 'completed', success: 'passed', score: 0.6667 } },
  { situation: 'a mastery score is rounded before it is compared', module: { ...onlyCheck, masteryScore: 0.66672 }, milestones: [checked(1, 1, 0)], expected: { completion: 'completed', success: 'passed', score: 0.6667 } },
  { situation: 'three times 0.7 is 0.7', module: onlyScenario, milestones: [ended('visit', 'acceptable', 'acceptable', 'acceptable')], expected: { completion: 'completed', success: 'passed', score: 0.7 } },
  { situation: 'retried after failing, and better', module: onlyScenario, milestones: [ended('visit', 'weak'), ended('visit', 'strong')], expected: { completion: 'completed', success: 'passed', score: 1, bestScore: 1 } },
  { situation: 'retried after failing, and worse', module: onlyScenario, milestones: [ended('visit', 'weak', 'strong'), ended('visit', 'weak')], expected: { completion: 'completed', success: 'failed', score: 0.3, bestScore: 0.65 } },
  {
    situation: 'an unsafe choice on the last route, and a high score',
    module: onlyScenario,
    milestones: [ended('visit', 'strong', 'strong', 'strong', 'unsafe')],
    expected: { completion: 'completed', success: 'failed', score: 0.75, unsafeOnLastRoute: true },
  },
  { situation: 'an unsafe choice on an earlier route only', module: onlyScenario, milestones: [ended('visit', 'unsafe'), ended('visit', 'strong')], expected: { completion: 'completed', success: 'passed', score: 1, unsafeOnLastRoute: false } },
  {
    situation: 'an unsafe choice in one of two scenarios',
    module: { ...both, masteryScore: 0.1 },
    milestones: [ended('visit', 'unsafe'), ended('phone', 'strong'), checked(1, 1, 1)],
    expected: { completion: 'completed', success: 'failed', score: 0.8, unsafeOnLastRoute: true },
  },
  { situation: 'an unsafe choice after passing: still passed, and told', module: onlyScenario, milestones: [ended('visit', 'strong'), ended('visit', 'unsafe')], expected: { completion: 'completed', success: 'passed', score: 0, bestScore: 1, unsafeOnLastRoute: true } },
  { situation: 'a scenario that the module does not ask for', module: onlyScenario, milestones: [ended('other', 'strong')], expected: { completion: 'incomplete', success: 'unknown', score: undefined } },
  { situation: 'a scenario done in an earlier edition counts before completion too', module: { ...onlyScenario, scenarios: [{ id: 'visit', edition: 'e2' }] }, milestones: [ended('visit', 'strong')], expected: { completion: 'completed', success: 'passed', score: 1, changedParts: ['scenario:visit'] } },
  {
    situation: 'the changed part redone',
    module: { ...onlyScenario, scenarios: [{ id: 'visit', edition: 'e2' }] },
    milestones: [ended('visit', 'strong'), { type: 'scenario-ended', scenario: 'visit', edition: 'e2', decisions: ['acceptable'], at }],
    expected: { completion: 'completed', success: 'passed', score: 0.7, bestScore: 1, changedParts: [] },
  },
  {
    situation: 'a scenario added after completion',
    module: { ...onlyScenario, scenarios: [visit, phone] },
    milestones: [ended('visit', 'strong'), { type: 'module-completed', success: 'passed', score: 1, parts: { 'scenario:visit': 'e1', statements: 'e1' }, at }],
    expected: { completion: 'completed', success: 'passed', score: 1, remaining: [], changedParts: ['scenario:phone'] },
  },
  {
    situation: 'a completion on record brings its best score and leaves the latest to show',
    module: onlyScenario,
    milestones: [ended('visit', 'strong'), ended('visit', 'weak'), { type: 'module-completed', success: 'passed', score: 1, parts: { 'scenario:visit': 'e1' }, at }],
    expected: { completion: 'completed', success: 'passed', score: 0.3, bestScore: 1 },
  },
  {
    situation: 'a higher mastery score set after passing',
    module: { ...onlyScenario, masteryScore: 0.9 },
    milestones: [ended('visit', 'acceptable'), { type: 'module-completed', success: 'passed', score: 0.7, parts: { 'scenario:visit': 'e1', statements: 'e1' }, at }],
    expected: { completion: 'completed', success: 'passed', score: 0.7 },
  },
  {
    situation: 'a statement corrected after completion',
    module: { ...onlyScenario, statementsEdition: 'e2' },
    milestones: [ended('visit', 'strong'), { type: 'module-completed', success: 'passed', score: 1, parts: { 'scenario:visit': 'e1', statements: 'e1' }, at }],
    expected: { completion: 'completed', success: 'passed', score: 1, changedParts: ['statements'] },
  },
  {
    situation: 'a statement corrected after completion, and read again',
    module: { ...onlyScenario, statementsEdition: 'e2' },
    milestones: [
      ended('visit', 'strong'),
      { type: 'module-completed', success: 'passed', score: 1, parts: { 'scenario:visit': 'e1', statements: 'e1' }, at },
      { type: 'declared-read', edition: 'e2', at },
    ],
    expected: { completion: 'completed', success: 'passed', score: 1, changedParts: [] },
  },
];

describe('the completion contract', () => {
  test.each(rows)('$situation', ({ module, milestones, launchMode, expected: { score, ...expected } }) => {
    const standing = judgeModule(module, milestones, launchMode && { launchMode });
    expect(standing).toMatchObject(expected);
    expect(standing.score).toBe(score);
  });

  test('completed and passed keep the dates on which they were first reached', () => {
    const standing = judgeModule(onlyScenario, [
      { ...ended('visit', 'weak'), at: '2026-03-02T09:00:00.000Z' },
      { ...ended('visit', 'strong'), at: '2026-03-03T09:00:00.000Z' },
      { ...ended('visit', 'strong'), at: '2026-03-04T09:00:00.000Z' },
    ]);
    expect(standing).toMatchObject({ completedAt: '2026-03-02T09:00:00.000Z', passedAt: '2026-03-03T09:00:00.000Z' });
  });
});

describe('whatever a learner does', () => {
  const judgements = fc.array(fc.constantFrom(...JUDGEMENTS), { minLength: 1, maxLength: 6 });
  const milestone: fc.Arbitrary<Milestone> = fc.oneof(
    fc.record({ type: fc.constant('scenario-ended' as const), scenario: fc.constantFrom('visit', 'phone', 'other'), edition: fc.constantFrom('e1', 'e2'), decisions: judgements, at: fc.constant(at) }),
    fc.record({ type: fc.constant('check-submitted' as const), edition: fc.constantFrom('e1', 'e2'), correct: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), at: fc.constant(at) }),
    fc.constant(read),
  );
  const anyModule = fc.constantFrom(both, onlyScenario, onlyCheck, onlyReading);
  const mastery = fc.constantFrom(0, 0.3, 0.7, 1);

  test('completed and passed are never taken back, and the best score never falls', () => {
    fc.assert(
      fc.property(anyModule, mastery, fc.array(milestone, { maxLength: 12 }), (module, masteryScore, milestones) => {
        const standings = milestones.map((_, index) => judgeModule({ ...module, masteryScore }, milestones.slice(0, index + 1)));
        for (const [index, later] of standings.entries()) {
          const earlier = standings[index - 1];
          if (earlier?.completion === 'completed') expect(later.completion).toBe('completed');
          if (earlier?.success === 'passed') expect(later.success).toBe('passed');
          if (earlier?.bestScore !== undefined) expect(later.bestScore).toBeGreaterThanOrEqual(earlier.bestScore);
        }
      }),
    );
  });

  test('a module is completed exactly when nothing remains, and has a score exactly when there was something to answer', () => {
    fc.assert(
      fc.property(anyModule, fc.array(milestone, { maxLength: 12 }), (module, milestones) => {
        const { completion, remaining, score, success } = judgeModule(module, milestones);
        expect(remaining.length === 0).toBe(completion === 'completed');
        const hasAnswers = completion === 'completed' && module !== onlyReading;
        expect(score !== undefined).toBe(hasAnswers);
        expect(success !== 'unknown').toBe(hasAnswers);
        if (score !== undefined) expect(Number(score.toFixed(4))).toBe(score);
      }),
    );
  });
});
