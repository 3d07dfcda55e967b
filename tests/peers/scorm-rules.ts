/** What a data model says of one element. `n` stands for a number in its name. */
export interface Rule {
  access: 'read' | 'write' | 'both';
  /** Whether a value is one that the data model has. Without it any text is. */
  isLegal?: (value: string) => boolean;
  /** A number that is in the right form and out of its range: SCORM 2004 has an error of its own for it. */
  isInRange?: (value: string) => boolean;
  /** What a new session has. Left out: the element has no value until it is set. */
  initial?: string;
}
export type Rules = Readonly<Record<string, Rule>>;

const words = (...legal: string[]) => (value: string) => legal.includes(value);
const upTo = (characters: number) => (value: string) => value.length <= characters;
const between = (low: number, high: number) => (value: string) => Number(value) >= low && Number(value) <= high;
const fits = (pattern: RegExp) => (value: string) => pattern.test(value);

const decimal12 = fits(/^-?\d{1,3}(?:\.\d+)?$/);
const score12 = (value: string) => value === '' || (decimal12(value) && between(0, 100)(value));
const identifier12 = fits(/^[!-~]{1,255}$/);
/** Ids joined as AICC has it: `a`, `a,b`, `a.b,c.d`. */
const response12 = (value: string) => value.length <= 255 && /^[\w-]+(?:\.[\w-]+)?(?:,[\w-]+(?:\.[\w-]+)?)*$/.test(value);

/** SCORM 1.2, RTE chapter 3.4, as strictly as it can be read. */
export const RULES_12: Rules = {
  'cmi.core.student_id': { access: 'read', initial: 'learner-1' },
  'cmi.core.student_name': { access: 'read', initial: 'O\'Neill, "Bren" <b>' },
  'cmi.core.lesson_location': { access: 'both', isLegal: upTo(255), initial: '' },
  'cmi.core.credit': { access: 'read', initial: 'credit' },
  'cmi.core.lesson_status': { access: 'both', isLegal: words('passed', 'completed', 'failed', 'incomplete', 'browsed'), initial: 'not attempted' },
  'cmi.core.entry': { access: 'read', initial: 'ab-initio' },
  'cmi.core.score.raw': { access: 'both', isLegal: score12, initial: '' },
  'cmi.core.score.min': { access: 'both', isLegal: score12, initial: '' },
  'cmi.core.score.max': { access: 'both', isLegal: score12, initial: '' },
  'cmi.core.total_time': { access: 'read', initial: '0000:00:00.00' },
  'cmi.core.lesson_mode': { access: 'read', initial: 'normal' },
  'cmi.core.exit': { access: 'write', isLegal: words('time-out', 'suspend', 'logout', '') },
  'cmi.core.session_time': { access: 'write', isLegal: fits(/^\d{2,4}:\d{2}:\d{2}(?:\.\d{1,2})?$/) },
  'cmi.suspend_data': { access: 'both', isLegal: upTo(4_096), initial: '' },
  'cmi.launch_data': { access: 'read', initial: '' },
  'cmi.student_data.mastery_score': { access: 'read', initial: '' },
  'cmi.interactions._count': { access: 'read', initial: '0' },
  'cmi.interactions.n.id': { access: 'write', isLegal: identifier12 },
  'cmi.interactions.n.time': { access: 'write', isLegal: fits(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/) },
  'cmi.interactions.n.type': { access: 'write', isLegal: words('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric') },
  'cmi.interactions.n.correct_responses.n.pattern': { access: 'write', isLegal: response12 },
  'cmi.interactions.n.student_response': { access: 'write', isLegal: response12 },
  'cmi.interactions.n.result': { access: 'write', isLegal: (value) => words('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal12(value) },
  'cmi.interactions.n.latency': { access: 'write', isLegal: fits(/^\d{2,4}:\d{2}:\d{2}(?:\.\d{1,2})?$/) },
};

const real = fits(/^-?\d{1,7}(?:\.\d{1,7})?$/);
/** As narrow as Moodle reads it: no hyphens. */
const shortIdentifier = '[\\w.]{1,250}';
const response2004 = fits(new RegExp(`^${shortIdentifier}(?:\\[\\.\\]${shortIdentifier})?(?:\\[,\\]${shortIdentifier}(?:\\[\\.\\]${shortIdentifier})?){0,35}$`));

/** SCORM 2004 4th Edition, RTE chapter 4, and what Moodle's runtime asks beyond it. */
export const RULES_2004: Rules = {
  'cmi.learner_id': { access: 'read', initial: 'learner-1' },
  'cmi.learner_name': { access: 'read', initial: 'O\'Neill, "Bren" <b>' },
  'cmi.location': { access: 'both', isLegal: upTo(1_000) },
  'cmi.credit': { access: 'read', initial: 'credit' },
  'cmi.completion_status': { access: 'both', isLegal: words('completed', 'incomplete', 'not attempted', 'unknown'), initial: 'unknown' },
  'cmi.completion_threshold': { access: 'read' },
  'cmi.success_status': { access: 'both', isLegal: words('passed', 'failed', 'unknown'), initial: 'unknown' },
  'cmi.scaled_passing_score': { access: 'read' },
  'cmi.progress_measure': { access: 'both', isLegal: real, isInRange: between(0, 1) },
  'cmi.score.scaled': { access: 'both', isLegal: real, isInRange: between(-1, 1) },
  'cmi.score.raw': { access: 'both', isLegal: real },
  'cmi.score.min': { access: 'both', isLegal: real },
  'cmi.score.max': { access: 'both', isLegal: real },
  'cmi.entry': { access: 'read', initial: 'ab-initio' },
  'cmi.mode': { access: 'read', initial: 'normal' },
  'cmi.exit': { access: 'write', isLegal: words('time-out', 'suspend', 'logout', 'normal', '') },
  'cmi.session_time': { access: 'write', isLegal: fits(/^P(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/) },
  'cmi.total_time': { access: 'read', initial: 'PT0S' },
  'cmi.suspend_data': { access: 'both', isLegal: upTo(64_000) },
  'cmi.interactions._count': { access: 'read', initial: '0' },
  'cmi.interactions.n.id': { access: 'both', isLegal: fits(/^\S{1,4000}$/) },
  'cmi.interactions.n.type': { access: 'both', isLegal: words('true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric', 'other') },
  'cmi.interactions.n.timestamp': { access: 'both', isLegal: fits(/^20[0-3]\d-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{1,2}Z$/) },
  'cmi.interactions.n.description': { access: 'both', isLegal: fits(/^(?!\{).{0,250}$/) },
  'cmi.interactions.n.correct_responses._count': { access: 'read' },
  'cmi.interactions.n.correct_responses.n.pattern': { access: 'both', isLegal: response2004 },
  'cmi.interactions.n.learner_response': { access: 'both', isLegal: response2004 },
  'cmi.interactions.n.result': { access: 'both', isLegal: (value) => words('correct', 'incorrect', 'unanticipated', 'neutral')(value) || real(value) },
  'adl.nav.request': { access: 'both', isLegal: words('continue', 'previous', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll', '_none_'), initial: '_none_' },
};
