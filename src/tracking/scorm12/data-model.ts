import { roundScore } from '../../course/scoring.ts';
import { higherStatus, readNumber, type DataModel, type Setting } from '../scorm/data-model.ts';
import type { Interaction, Response } from '../scorm/interactions.ts';
import { isScoreSafe, type PackageStanding } from '../scorm/package-standing.ts';
import type { ScormSession } from '../scorm/session.ts';
import { SUSPEND_DATA_LIMIT } from '../scorm/suspend-data.ts';
import { formatTimeOfDay, formatTimespan12 } from '../scorm/time-formats.ts';

const STATUS = 'cmi.core.lesson_status';
const RAW = 'cmi.core.score.raw';

/** From low to high. One element holds both completion and success. */
const STATUSES = ['incomplete', 'failed', 'completed', 'passed'];

/** Characters of a response or a pattern, CMIString255. */
const LONGEST_RESPONSE = 255;

const RESULTS: Readonly<Record<Interaction['result'], string>> = { right: 'correct', neutral: 'neutral', wrong: 'wrong' };

export const SCORM12: DataModel = {
  title: 'SCORM 1.2',
  names: { api: 'API', initialize: 'LMSInitialize', finish: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', lastError: 'LMSGetLastError', errorText: 'LMSGetErrorString' },
  other: { title: 'SCORM 2004', api: 'API_1484_11', initialize: 'Initialize' },
  elements: { learnerId: 'cmi.core.student_id', mode: 'cmi.core.lesson_mode', suspendData: 'cmi.suspend_data', location: 'cmi.core.lesson_location', exit: 'cmi.core.exit', sessionTime: 'cmi.core.session_time' },
  essential: [STATUS, 'cmi.suspend_data'],
  suspendDataLimit: SUSPEND_DATA_LIMIT.scorm12,
  endedCodes: ['301'],
  readMasteryScore,
  openStatus,
  formatSessionTime: formatTimespan12,
  openInteractions,
  listExitSettings: () => [],
};

/** The LMS gives 0 to 100. */
function readMasteryScore(session: ScormSession): number | undefined {
  const score = readNumber(session.get('cmi.student_data.mastery_score'));
  return score !== undefined && score >= 0 && score <= 100 ? roundScore(score / 100) : undefined;
}

function openStatus(session: ScormSession, masteryScore: number | undefined): (standing: PackageStanding) => Setting[] {
  const status = session.get(STATUS);
  const best = readNumber(session.get(RAW));
  return (standing) => {
    const { completion, success, score } = standing;
    const reached = completion === 'incomplete' ? 'incomplete' : success === 'unknown' ? 'completed' : success;
    const raw = score === undefined ? undefined : roundScore(score) * 100;
    const isBest = raw !== undefined && (best === undefined || raw >= best) && isScoreSafe(standing, masteryScore);
    // In every session anew, also where it is what the LMS has: where a session sets no status, LMSs take it for completed.
    return [...(isBest ? scoreSettings(raw) : []), [STATUS, higherStatus(STATUSES, status, reached)]];
  };
}

const scoreSettings = (raw: number): Setting[] => [
  ['cmi.core.score.min', '0'],
  ['cmi.core.score.max', '100'],
  [RAW, String(Math.round(raw * 100) / 100)],
];

/** Written only, so what earlier sessions wrote can't be found again: a session goes on after it, and brings its own up to date. */
function openInteractions(session: ScormSession): ReturnType<DataModel['openInteractions']> {
  const places = new Map<string, number>();
  let next: number | undefined;
  return {
    place(id) {
      const index = places.get(id);
      if (index !== undefined) return { index, isNew: false };
      next ??= readNumber(session.get('cmi.interactions._count')) ?? 0;
      places.set(id, next);
      next += 1;
      return { index: next - 1, isNew: true };
    },
    list(interaction, index, isNew) {
      const element = (name: string) => `cmi.interactions.${index}.${name}`;
      const write = chooseForm(interaction);
      return [
        [element('id'), interaction.id],
        [element('time'), formatTimeOfDay(interaction.at)],
        ...(isNew ? [[element('type'), interaction.type] as const, ...interaction.correct.map((response, which) => [element(`correct_responses.${which}.pattern`), write(response)] as const)] : []),
        [element('student_response'), write(interaction.response)],
        [element('result'), RESULTS[interaction.result]],
      ];
    },
  };
}

/** Ids, or where they are too long for the data model, the single letters that it knows besides: the places in the course's order. */
function chooseForm({ response, correct, choices }: Interaction): (response: Response) => string {
  const join = (parts: Response) => parts.map((part) => part.join('.')).join(',');
  if ([response, ...correct].every((parts) => join(parts).length <= LONGEST_RESPONSE)) return join;
  return (parts) => join(parts.map((part) => part.map((id, place) => String.fromCharCode('a'.charCodeAt(0) + Math.max(choices[place === 0 ? 0 : 1].indexOf(id), 0)))));
}
