import { projectModule } from '../../src/record/module-progress.ts';
import { openRecord } from '../../src/record/learner-record.ts';
import type { LearnerEvent } from '../../src/record/learner-event.ts';
import type { TrackedCourse } from '../../src/course/tracked-course.ts';
import { MODULE } from './contract-course.ts';
import type { Target } from './target.ts';

/** This device: the record is what is reported, and what was stored comes back on the next visit. */
export const localTarget = (): Target => ({
  name: 'local',
  async enrol({ masteryScore }) {
    let events: readonly LearnerEvent[] = [];
    let shown: TrackedCourse | undefined;
    return {
      async launch({ course, launchMode = 'Normal' }) {
        const record = await openRecord({ launchMode, restored: events, ...(masteryScore !== undefined && { masteryScore }) });
        shown = course;
        return {
          record,
          async leave() {
            if (launchMode === 'Normal') events = await record.readAll();
          },
        };
      },
      async readReported() {
        const module = shown?.modules.find((candidate) => candidate.module === MODULE);
        if (!module) throw new Error('Nothing was launched');
        const { completion, success, bestScore } = projectModule(events, { module: MODULE, requirements: { ...module.requirements, ...(masteryScore !== undefined && { masteryScore }) } }).standing;
        return { completion, success, ...(bestScore !== undefined && { score: bestScore }) };
      },
    };
  },
});
