import { roundScore } from '../../course/scoring.ts';
import { higherStatus, readNumber, type DataModel, type Setting } from '../scorm/data-model.ts';
import type { Interaction, Response } from '../scorm/interactions.ts';
import { isScoreSafe, type PackageStanding } from '../scorm/package-standing.ts';
import type { ScormSession } from '../scorm/session.ts';
import { SUSPEND_DATA_LIMIT } from '../scorm/suspend-data.ts';
import { formatInterval2004, formatTimestamp2004 } from '../scorm/time-formats.ts';

const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';
const SCALED = 'cmi.score.scaled';

/** From low to high. */
const COMPLETIONS = ['incomplete', 'completed'];
const SUCCESSES = ['failed', 'passed'];

/** Characters of a question that every LMS keeps. */
const LONGEST_QUESTION = 250;

const RESULTS: Readonly<Record<Interaction['result'], string>> = { right: 'correct', neutral: 'neutral', wrong: 'incorrect' };

export const SCORM2004: DataModel = {
  title: 'SCORM 2004',
  names: { api: 'API_1484_11', initialize: 'Initialize', finish: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit', lastError: 'GetLastError', errorText: 'GetErrorString' },
  other: { title: 'SCORM 1.2', api: 'API', initialize: 'LMSInitialize' },
  elements: { learnerId: 'cmi.learner_id', mode: 'cmi.mode', suspendData: 'cmi.suspend_data', location: 'cmi.location', exit: 'cmi.exit', sessionTime: 'cmi.session_time' },
  essential: [COMPLETION, SUCCESS, 'cmi.suspend_data'],
  suspendDataLimit: SUSPEND_DATA_LIMIT.scorm2004,
  // Before and after a session, when setting, committing and terminating.
  endedCodes: ['112', '113', '132', '133', '142', '143'],
  readMasteryScore,
  openStatus,
  formatSessionTime: formatInterval2004,
  openInteractions,
  listExitSettings,
};

/** The LMS gives −1 to 1. No score of ours is below 0, so that a threshold below it is reached by every score. */
function readMasteryScore(session: ScormSession): number | undefined {
  const score = readNumber(session.get('cmi.scaled_passing_score'));
  return score !== undefined && score >= -1 && score <= 1 ? roundScore(Math.max(score, 0)) : undefined;
}

function openStatus(session: ScormSession, masteryScore: number | undefined): (standing: PackageStanding) => Setting[] {
  const completed = session.get(COMPLETION);
  const passed = session.get(SUCCESS);
  const best = readNumber(session.get(SCALED));
  // An LMS that has a threshold makes a completion of any progress above it; it is told of none before the end.
  const hasThreshold = readNumber(session.get('cmi.completion_threshold')) !== undefined;
  return (standing) => {
    const { completion, success, score, progress } = standing;
    const reached = higherStatus(SUCCESSES, passed, success);
    const isBest = score !== undefined && (best === undefined || score >= best) && isScoreSafe(standing, masteryScore);
    return [
      ...(isBest ? scoreSettings(score) : []),
      ...(!hasThreshold || completion === 'completed' ? [['cmi.progress_measure', String(completed === 'completed' ? 1 : progress)] as const] : []),
      [COMPLETION, higherStatus(COMPLETIONS, completed, completion)],
      ...(SUCCESSES.includes(reached) ? [[SUCCESS, reached] as const] : []),
    ];
  };
}

function scoreSettings(score: number): Setting[] {
  return [
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
    ['cmi.score.raw', String(Math.round(score * 10_000) / 100)],
    [SCALED, String(score)],
  ];
}

/** One for each step and question, whenever it was last answered: what earlier sessions wrote can be read. */
function openInteractions(session: ScormSession): ReturnType<DataModel['openInteractions']> {
  let places: Map<string, number> | undefined;
  const readPlaces = () => {
    const count = readNumber(session.get('cmi.interactions._count')) ?? 0;
    return new Map(Array.from({ length: count }, (_, index) => [session.get(`cmi.interactions.${index}.id`), index]));
  };
  let next: number | undefined;
  return {
    place(id) {
      places ??= readPlaces();
      next ??= readNumber(session.get('cmi.interactions._count')) ?? 0;
      const index = places.get(id);
      if (index !== undefined) return { index, isNew: false };
      places.set(id, next);
      next += 1;
      return { index: next - 1, isNew: true };
    },
    list(interaction, index, isNew) {
      const element = (name: string) => `cmi.interactions.${index}.${name}`;
      return [
        [element('id'), interaction.id],
        [element('type'), interaction.type],
        [element('timestamp'), formatTimestamp2004(interaction.at)],
        ...(isNew ? [[element('description'), cut(interaction.question)] as const, ...interaction.correct.map((response, which) => [element(`correct_responses.${which}.pattern`), write(response)] as const)] : []),
        [element('learner_response'), write(interaction.response)],
        [element('result'), RESULTS[interaction.result]],
      ];
    },
  };
}

/** Moodle takes letters, digits, underscores and dots only. Ids have hyphens and no underscores, so that none becomes another. */
const write = (parts: Response): string => parts.map((part) => part.map((id) => id.replaceAll('-', '_')).join('[.]')).join('[,]');

const cut = (question: string): string => question.replaceAll('\n', ' ').slice(0, LONGEST_QUESTION);

/**
 * Completed: leave for good, and have the results rolled up. Unfinished: leave in order to come back, because an LMS may begin
 * anew with a learner who has left for good.
 */
function listExitSettings({ completion }: PackageStanding): Setting[] {
  return [['adl.nav.request', completion === 'completed' ? 'exitAll' : 'suspendAll']];
}
