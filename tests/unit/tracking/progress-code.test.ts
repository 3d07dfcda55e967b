import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireContent } from '../../../src/checks/read-content.ts';
import { toLibrary } from '../../../src/checks/to-library.ts';
import { prepareLesson } from '../../../src/course/lesson.ts';
import { trackModule, trackScenario, type TrackedCourse } from '../../../src/course/tracked-course.ts';
import type { LearnerEvent } from '../../../src/record/learner-event.ts';
import { LearnerEventSchema } from '../../../src/record/learner-event-schema.ts';
import { sortByTime } from '../../../src/record/event-time.ts';
import { projectModule } from '../../../src/record/module-progress.ts';
import { projectScenario } from '../../../src/record/scenario-progress.ts';
import { decodeProgress, encodeProgress, worstCaseLength } from '../../../src/tracking/progress-code.ts';
import { anyRecord } from '../record/arbitrary-events.ts';
import { acts, playCourse, type Act } from './play-course.ts';
import { COURSE, HELP, MEETING, PLANS, scenarioOf, VALUES, VISIT } from './sample-course.ts';

/** Half a year later: the visit was reworded, the meeting has another way out, one module asks for more and one for less. */
const REWORDED_VISIT = { ...VISIT, edition: 'aaaa999911112222' };
const OTHER_MEETING = scenarioOf('meeting', 'bbbb999911112222', { opening: { 'ask-everybody': ['strong', 'plan'], 'ask-mum': ['acceptable', 'plan'] }, plan: { 'write-together': ['strong', 'agreed'] } });
const NEXT_COURSE: TrackedCourse = {
  ...COURSE,
  modules: [
    { ...VALUES, requirements: { scenarios: [], check: { items: 1, edition: 'new-check' }, statementsEdition: VALUES.requirements.statementsEdition } },
    { ...PLANS, requirements: { ...PLANS.requirements, scenarios: [{ id: 'meeting', edition: OTHER_MEETING.edition }], masteryScore: 0.3 } },
    { ...HELP, requirements: { ...HELP.requirements, scenarios: [{ id: 'visit', edition: REWORDED_VISIT.edition }, { id: 'meeting', edition: OTHER_MEETING.edition }], statementsEdition: 'dddd999911112222' } },
  ],
  scenarios: [OTHER_MEETING, REWORDED_VISIT],
};

const toSecond = (at: string | undefined) => at?.slice(0, 19);

/** All that the code promises to keep. Editions other than today's keep that they are others, and times their second. */
function standingsOf(events: readonly LearnerEvent[], course: TrackedCourse) {
  return {
    modules: course.modules.map((module) => {
      const { doneEditions: _, completedAt, passedAt, ...standing } = projectModule(events, module).standing;
      return { ...standing, completedAt: toSecond(completedAt), passedAt: toSecond(passedAt) };
    }),
    scenarios: course.scenarios.map(({ id, edition }) => {
      const { unfinished, lastFinished } = projectScenario(events, id);
      const judgements = lastFinished?.route.map(({ judgement, confidence }) => ({ judgement, confidence }));
      return {
        goingOn: unfinished && { seed: unfinished.started?.seed, isToday: unfinished.started?.edition === edition, judgements: unfinished.route.map(({ judgement }) => judgement) },
        finished: lastFinished && { seed: lastFinished.started?.seed, isToday: lastFinished.ended.edition === edition, judgements },
      };
    }),
  };
}

/** The choices themselves, which stay known as long as the scenario leads the same way. */
const choicesOf = (events: readonly LearnerEvent[], { scenarios }: TrackedCourse) =>
  scenarios.map(({ id }) => {
    const { unfinished, lastFinished } = projectScenario(events, id);
    return { goingOn: unfinished && { route: unfinished.route, nextStep: unfinished.nextStep }, finished: lastFinished && { route: lastFinished.route, ending: lastFinished.ended.ending } };
  });

const isShort = ({ route }: { route: readonly unknown[] }) => route.length <= 12;
const hasShortRoutes = (events: readonly LearnerEvent[], { scenarios }: TrackedCourse) => scenarios.every(({ id }) => projectScenario(events, id).attempts.every(isShort));

describe('what an LMS keeps of a learner’s progress', () => {
  test('puts the learner exactly where they were', () => {
    fc.assert(
      fc.property(acts, (played) => {
        const events = playCourse(COURSE, played);
        const restored = decodeProgress(encodeProgress(events, COURSE), COURSE);
        expect(standingsOf(restored, COURSE)).toEqual(standingsOf(events, COURSE));
        if (hasShortRoutes(events, COURSE)) expect(choicesOf(restored, COURSE)).toEqual(choicesOf(events, COURSE));
      }),
      { numRuns: 400 },
    );
  });

  test('still counts after modules and scenarios were edited, and says that they changed', () => {
    fc.assert(
      fc.property(acts, acts, (before, after) => {
        const early = playCourse(COURSE, before);
        const restored = decodeProgress(encodeProgress(early, COURSE), NEXT_COURSE);
        const { modules } = standingsOf(early, NEXT_COURSE);
        expect(standingsOf(restored, NEXT_COURSE).modules.map(({ completion }) => completion)).toEqual(modules.map(({ completion }) => completion));
        const events = playCourse(NEXT_COURSE, after, early);
        expect(standingsOf(decodeProgress(encodeProgress(events, NEXT_COURSE), NEXT_COURSE), NEXT_COURSE)).toEqual(standingsOf(events, NEXT_COURSE));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same text again once it was restored, with the same events under the same ids', () => {
    fc.assert(
      fc.property(acts, acts, (before, after) => {
        const text = encodeProgress(playCourse(NEXT_COURSE, after, playCourse(COURSE, before)), NEXT_COURSE);
        const restored = decodeProgress(text, NEXT_COURSE);
        expect(encodeProgress(restored, NEXT_COURSE)).toBe(text);
        expect(decodeProgress(text, NEXT_COURSE)).toEqual(restored);
        expect(new Set(restored.map(({ id }) => id)).size).toBe(restored.length);
      }),
      { numRuns: 300 },
    );
  });

  test('changes nothing in the record that it came from', () => {
    fc.assert(
      fc.property(acts, (played) => {
        const events = playCourse(COURSE, played);
        const text = encodeProgress(events, COURSE);
        const merged = sortByTime([...events, ...decodeProgress(text, COURSE)]);
        expect(standingsOf(merged, COURSE)).toEqual(standingsOf(events, COURSE));
        expect(encodeProgress(merged, COURSE)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('lets a learner go on elsewhere under the same attempt, and comes back to it', () => {
    const begun = playCourse(COURSE, [{ seconds: 60, do: 'start', scenario: 0, seed: 4_000_000_000 }, { seconds: 60, do: 'choose', scenario: 0, option: 0, confidence: 3 }]);
    const elsewhere = decodeProgress(encodeProgress(begun, COURSE), COURSE);
    const finished = playCourse(COURSE, [{ seconds: 600, do: 'choose', scenario: 0, option: 0, confidence: 0 }], elsewhere);
    const merged = sortByTime([...finished, ...decodeProgress(encodeProgress(finished, COURSE), COURSE)]);
    expect(projectScenario(merged, 'visit').attempts).toHaveLength(1);
    expect(projectScenario(merged, 'visit').lastFinished?.route).toEqual([
      { step: 'friday', option: 'ring-and-say-so', judgement: 'strong', confidence: 'very-sure' },
      { step: 'at-the-door', option: 'say-sorry', judgement: 'acceptable' },
    ]);
  });

  test('keeps the score that is shown and the best one where the module asks for more since', () => {
    const check = (correct: boolean): Act => ({ seconds: 60, do: 'check', module: 0, correct: [correct, correct, correct] });
    const act = (option: number) => ({ seconds: 60, do: 'choose', scenario: 0, option, confidence: 0 }) as const;
    const start = { seconds: 60, do: 'start', scenario: 0, seed: 1 } as const;
    const events = playCourse(COURSE, [start, act(1), check(false), start, act(0), act(0), check(true)]);
    const [, , help] = standingsOf(events, NEXT_COURSE).modules;
    expect(help).toMatchObject({ completion: 'completed', success: 'passed', score: 0, bestScore: 0.94 });
    expect(standingsOf(decodeProgress(encodeProgress(events, NEXT_COURSE), NEXT_COURSE), NEXT_COURSE)).toEqual(standingsOf(events, NEXT_COURSE));
  });

  test('names choices of a reworded scenario, and none of one whose choices were changed', () => {
    const walk = playCourse(COURSE, [
      { seconds: 60, do: 'start', scenario: 0, seed: 1 },
      { seconds: 60, do: 'choose', scenario: 0, option: 0, confidence: 0 },
      { seconds: 60, do: 'start', scenario: 1, seed: 2 },
      { seconds: 60, do: 'choose', scenario: 1, option: 0, confidence: 0 },
    ]);
    const restored = decodeProgress(encodeProgress(walk, COURSE), NEXT_COURSE);
    expect(projectScenario(restored, 'visit').unfinished?.route).toEqual([{ step: 'friday', option: 'ring-and-say-so', judgement: 'strong' }]);
    expect(projectScenario(restored, 'meeting').unfinished?.route).toEqual([{ step: 'earlier-step-1', option: 'earlier-option-1', judgement: 'strong' }]);
  });

  test('gives events that an export may hold', () => {
    fc.assert(
      fc.property(acts, (played) => {
        for (const event of decodeProgress(encodeProgress(playCourse(COURSE, played), COURSE), COURSE)) expect(LearnerEventSchema.safeParse(event).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('is empty where there is nothing to keep, and holds no reflection', () => {
    expect(encodeProgress([], COURSE)).toBe('');
    expect(encodeProgress(playCourse(COURSE, [{ seconds: 1, do: 'reflect', module: 0 }]), COURSE)).toBe('');
  });
});

describe('a text that is not ours', () => {
  test('gives nothing and stops nothing', () => {
    const text = encodeProgress(playCourse(COURSE, [{ seconds: 60, do: 'start', scenario: 0, seed: 9 }, { seconds: 60, do: 'read', module: 2 }]), COURSE);
    expect(decodeProgress(text, COURSE)).not.toEqual([]);
    const place = fc.nat({ max: text.length - 1 });
    const cutOff = place.map((end) => text.slice(0, end));
    const changed = fc.tuple(place, fc.constantFrom('A', 'z', '.', ' ', 'é')).filter(([at, digit]) => text[at] !== digit).map(([at, digit]) => text.slice(0, at) + digit + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map((rest) => `pa1${rest}`), cutOff, changed), (garbage) => {
        expect(decodeProgress(garbage, COURSE)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('of another version gives nothing', () => {
    const text = encodeProgress(playCourse(COURSE, [{ seconds: 60, do: 'read', module: 2 }]), COURSE);
    expect(decodeProgress(text.replace('pa1', 'pa2'), COURSE)).toEqual([]);
  });

  test('is read past where it tells of modules and scenarios that are gone', () => {
    const text = encodeProgress(playCourse(COURSE, [{ seconds: 60, do: 'start', scenario: 0, seed: 9 }, { seconds: 60, do: 'choose', scenario: 0, option: 1, confidence: 0 }, { seconds: 60, do: 'check', module: 0, correct: [true, true, false] }, { seconds: 60, do: 'read', module: 2 }]), COURSE);
    const restored = decodeProgress(text, { ...COURSE, modules: [VALUES], scenarios: [] });
    expect(restored.map(({ type }) => type)).toEqual(['module-declared-read', 'module-completed']);
  });
});

/** Events of any shape about what the course holds. */
const anyEvents = anyRecord.map((events) => events.map((event, index): LearnerEvent => ({ ...event, ...('module' in event && event.module !== undefined && { module: COURSE.modules[index % 3]?.module ?? '' }), ...('scenario' in event && { scenario: COURSE.scenarios[index % 2]?.id ?? '' }), ...('attempt' in event && { attempt: `attempt-${index % 6}` }) }) as LearnerEvent));

describe('the length of the text', () => {
  test('is never above the worst case, in characters that every LMS keeps', () => {
    const longRoutes = fc.array(fc.record({ step: fc.constant('friday'), option: fc.constant('leave-it'), judgement: fc.constant('weak' as const) }), { maxLength: 100 });
    fc.assert(
      fc.property(anyEvents, longRoutes, fc.nat({ max: 90 }), (events, route, items) => {
        const text = encodeProgress(
          sortByTime(events.map((event) => (event.type === 'scenario-ended' ? { ...event, route } : event.type === 'check-submitted' ? { ...event, answers: Array.from({ length: items }, (_, index) => ({ item: 'item', response: 'a', correct: index % 2 === 0 })) } : event))),
          COURSE,
        );
        expect(text).toMatch(/^[\w.-]*$/);
        expect(text.length).toBeLessThanOrEqual(worstCaseLength(COURSE));
        expect(encodeProgress(decodeProgress(text, COURSE), COURSE).length).toBeLessThanOrEqual(worstCaseLength(COURSE));
      }),
      { numRuns: 500 },
    );
  });

  test('comes close to the worst case, so that packages are not refused for nothing', () => {
    const course: TrackedCourse = { ...COURSE, modules: [{ ...HELP, requirements: { ...HELP.requirements, scenarios: [{ id: 'meeting', edition: MEETING.edition }] } }], scenarios: [MEETING] };
    const choose = (option: number) => ({ seconds: 60, do: 'choose', scenario: 0, option, confidence: 3 }) as const;
    const start = { seconds: 60, do: 'start', scenario: 0, seed: 4_000_000_000 } as const;
    const check = (...correct: boolean[]) => ({ seconds: 60, do: 'check', module: 0, correct }) as const;
    const roundAndRound = Array.from({ length: 5 }, () => [choose(1), choose(0)]).flat();
    const failThenPassThenDoWorse = [start, choose(1), choose(1), check(false, false, false), start, choose(0), choose(0), check(true, true, true), start, ...roundAndRound, choose(0), choose(1), start, ...roundAndRound, choose(0)];
    const text = encodeProgress(playCourse(course, [{ seconds: 60, do: 'read', module: 0 }, ...failThenPassThenDoWorse]), course);
    expect(text.length).toBeGreaterThan(worstCaseLength(course) * 0.95);
  });

  test('fits SCORM 1.2 for every framework that is shipped, as one package', async () => {
    const library = toLibrary(await requireContent('content'));
    for (const framework of library.frameworks) {
      const lessons = library.listModules(framework).map(({ module }) => prepareLesson(library, module));
      const scenarios = new Map(lessons.flatMap((lesson) => [...lesson.scenarios, ...lesson.shared.map(({ scenario }) => scenario)]).map((scenario) => [scenario.id, trackScenario(scenario)]));
      const course: TrackedCourse = { ...COURSE, modules: lessons.map((lesson) => trackModule(lesson, { title: lesson.element.label, frameworkTitle: framework.title })), scenarios: [...scenarios.values()] };
      expect(worstCaseLength(course), framework.id).toBeLessThanOrEqual(4_096);
    }
  });
});
