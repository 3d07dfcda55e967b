import { describe, expect, test } from 'vitest';
import { isScoreSafe, judgePackage } from '../../../../src/tracking/scorm/package-standing.ts';
import { playCourse, type Act } from '../play-course.ts';
import { COURSE, HELP, PLANS, VALUES } from '../sample-course.ts';

const seconds = 60;
const start = (scenario: number): Act => ({ seconds, do: 'start', scenario, seed: 1 });
const choose = (scenario: number, option: number): Act => ({ seconds, do: 'choose', scenario, option, confidence: 0 });
const visitWell = [start(0), choose(0, 0), choose(0, 0)];
const visitBadly = [start(0), choose(0, 1)];
const meetWell = [start(1), choose(1, 0), choose(1, 0)];
const checkWell: Act = { seconds, do: 'check', module: 0, correct: [true, true, true] };
const readValues: Act = { seconds, do: 'read', module: 2 };
/** As the pages of such an LMS record it. */
function judge(acts: Act[], modules = COURSE.modules, masteryScore?: number) {
  const asked = modules.map((module) => ({ ...module, requirements: { ...module.requirements, ...(masteryScore !== undefined && { masteryScore }) } }));
  return judgePackage(modules, playCourse({ ...COURSE, modules: COURSE.modules.map((module) => asked.find((other) => other.module === module.module) ?? module) }, acts), masteryScore);
}

describe('a package of one module', () => {
  test('stands where its module stands', () => {
    expect(judge([], [HELP])).toEqual({ completion: 'incomplete', success: 'unknown', progress: 0 });
    expect(judge(visitWell, [HELP])).toEqual({ completion: 'incomplete', success: 'unknown', progress: 0.5 });
    expect(judge([...visitWell, checkWell], [HELP])).toEqual({ completion: 'completed', success: 'passed', score: 0.94, progress: 1 });
    expect(judge([...visitBadly, checkWell], [HELP])).toEqual({ completion: 'completed', success: 'failed', score: 0.75, progress: 1 });
    expect(judge([readValues], [VALUES])).toEqual({ completion: 'completed', success: 'unknown', progress: 1 });
  });
});

describe('a package of several modules', () => {
  test('is completed when all are, and has no score before', () => {
    expect(judge([...visitWell, checkWell, ...meetWell])).toEqual({ completion: 'incomplete', success: 'unknown', progress: 0.8 });
  });

  test('is passed when all that can be passed are, with the mean of their scores', () => {
    expect(judge([...visitWell, checkWell, ...meetWell, readValues])).toEqual({ completion: 'completed', success: 'passed', score: 0.9325, progress: 1 });
  });

  test('is failed when one of them is, however well the others went', () => {
    expect(judge([...visitBadly, checkWell, ...meetWell, readValues])).toMatchObject({ completion: 'completed', success: 'failed' });
  });

  test('that can’t be passed is completed and no more', () => {
    expect(judge([readValues], [VALUES, { ...VALUES, module: 'standards/values' }])).toEqual({ completion: 'completed', success: 'unknown', progress: 1 });
  });
});

test('the LMS’s mastery score counts in place of the modules’ own, also where it is 0', () => {
  const weakVisit = [start(0), choose(0, 2), choose(0, 1), { ...checkWell, correct: [false, false, false] }];
  expect(judge(weakVisit, [HELP]).success).toBe('failed');
  expect(judge(weakVisit, [HELP], 0).success).toBe('passed');
  const withoutCompletion = playCourse(COURSE, weakVisit).filter(({ type }) => type !== 'module-completed');
  expect(judgePackage([HELP], withoutCompletion, 0).success).toBe('passed');
  expect(judge([...visitWell, checkWell], [HELP], 0.95).success).toBe('failed');
  expect(judge([...meetWell, ...visitWell], [PLANS], 0.925).success).toBe('passed');
});

test('a score that would overrule the contract is not told to an LMS with a mastery score', () => {
  const failedWithUnsafe = { completion: 'completed', success: 'failed', score: 0.8, progress: 1 } as const;
  expect(isScoreSafe(failedWithUnsafe, 0.7)).toBe(false);
  expect(isScoreSafe(failedWithUnsafe, 0)).toBe(false);
  expect(isScoreSafe(failedWithUnsafe, undefined)).toBe(true);
  expect(isScoreSafe({ ...failedWithUnsafe, score: 0.5 }, 0.7)).toBe(true);
  expect(isScoreSafe({ ...failedWithUnsafe, success: 'passed' }, 0.7)).toBe(true);
});
