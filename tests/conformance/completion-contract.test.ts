import { afterAll, describe, expect, test } from 'vitest';
import { cmi5Target } from './cmi5-target.ts';
import { CONTRACT } from './contract.ts';
import { act, makeCourse } from './contract-course.ts';
import { localTarget } from './local-target.ts';
import { scormTarget } from './scorm-target.ts';
import { xapiTarget } from './xapi-target.ts';

const targets = [localTarget(), await xapiTarget(), cmi5Target(), scormTarget('1.2'), scormTarget('2004')];
afterAll(() => Promise.all(targets.map((target) => target.stop?.())));

describe.each(targets)('over $name', ({ name, enrol }) => {
  test.each(CONTRACT.map((row) => ({ ...row })))('$row', async ({ module, masteryScore, visits }) => {
    const enrolment = await enrol({ ...(masteryScore !== undefined && { masteryScore }) });
    let shape = module;
    for (const visit of visits) {
      shape = visit.module ?? shape;
      const course = makeCourse(shape);
      const { record, leave } = await enrolment.launch({ course, ...(visit.launchMode && { launchMode: visit.launchMode }) });
      for (const what of visit.does) await act(record, course, what);
      await leave();
      const over = name === 'cmi5' ? visit.overCmi5 : name.startsWith('SCORM') ? visit.overScorm : undefined;
      expect(await enrolment.readReported()).toEqual(over ?? visit.then);
    }
  });
});
