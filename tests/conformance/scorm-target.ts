import { randomUUID } from 'node:crypto';
import { openRecord } from '../../src/record/learner-record.ts';
import { connectScorm12 } from '../../src/tracking/scorm12/connect.ts';
import { connectScorm2004 } from '../../src/tracking/scorm2004/connect.ts';
import { StrictLms, type ScormVersion } from '../peers/scorm-strict.ts';
import { FakePage } from '../unit/tracking/scorm/fake-page.ts';
import type { Reported } from './contract.ts';
import type { Target } from './target.ts';

/** An LMS that takes only what the data model has, overrules statuses by its mastery score, and gives each visit what it saved of the last. */
export const scormTarget = (version: ScormVersion): Target => ({
  name: `SCORM ${version}`,
  async enrol({ masteryScore }) {
    const asked: Record<string, string> = masteryScore === undefined ? {} : version === '1.2' ? { 'cmi.student_data.mastery_score': String(Math.round(masteryScore * 10_000) / 100) } : { 'cmi.scaled_passing_score': String(masteryScore) };
    let lms = new StrictLms(version, { kept: asked });
    return {
      async launch({ course, launchMode = 'Normal' }) {
        lms = lms.nextSession({ kept: { [version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode']: launchMode.toLowerCase() } });
        const page = Object.assign(new FakePage(), { [version === '1.2' ? 'API' : 'API_1484_11']: lms.api });
        const connection = await (version === '1.2' ? connectScorm12 : connectScorm2004)({ page, course, now: () => Date.now(), newId: () => randomUUID() });
        const record = await openRecord(connection.environment);
        connection.report(record);
        return {
          record,
          async leave() {
            if (!(await connection.exit?.())?.delivered) throw new Error('Not everything was saved');
            if (lms.refused.length > 0) throw new Error(`The LMS refused ${JSON.stringify(lms.refused)}`);
          },
        };
      },
      async readReported() {
        return version === '1.2' ? read12(lms.saved) : read2004(lms.saved);
      },
    };
  },
});

function read12({ 'cmi.core.lesson_status': status = '', 'cmi.core.score.raw': raw = '' }: Readonly<Record<string, string>>): Reported {
  return {
    completion: ['completed', 'passed', 'failed'].includes(status) ? 'completed' : 'incomplete',
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
    ...(raw !== '' && { score: Math.round(Number(raw) * 100) / 10_000 }),
  };
}

function read2004({ 'cmi.completion_status': completion, 'cmi.success_status': success, 'cmi.score.scaled': scaled }: Readonly<Record<string, string>>): Reported {
  return {
    completion: completion === 'completed' ? 'completed' : 'incomplete',
    success: success === 'passed' || success === 'failed' ? success : 'unknown',
    ...(scaled !== undefined && { score: Number(scaled) }),
  };
}
