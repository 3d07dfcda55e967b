import { isDeepStrictEqual } from 'node:util';
import { CATEGORY, EXTENSION, isDefined, listCategories, VERB, type Session, type Standing, type Statement } from './vocabulary.ts';

/** A clause that a request broke: its id in npm `@cmi5/requirements`, and what was seen. */
export interface Violation {
  requirement: string;
  detail: string;
}

/** A check says nothing where it is content. */
type Check = (statement: Statement, session: Session, standing: Standing) => Violation | undefined;

const broke = (requirement: string, detail: string): Violation => ({ requirement, detail });
const isJudgement = (verb: string) => verb === VERB.passed || verb === VERB.failed;

/** The first clause of the Quartz edition that a statement breaks, given what the session and the registration hold already. */
export function findViolation(statement: Statement, session: Session, standing: Standing): Violation | undefined {
  for (const check of [...CHECKS_OF_ALL, ...(isDefined(statement) ? CHECKS_OF_DEFINED : [])]) {
    const violation = check(statement, session, standing);
    if (violation) return violation;
  }
  return undefined;
}

const CHECKS_OF_ALL: readonly Check[] = [checkVerb, checkActor, checkContext, checkTemplate, checkMoveOnCategory, checkOrder];
const CHECKS_OF_DEFINED: readonly Check[] = [checkObject, checkDefinedVerb, checkMode, checkResult, checkScore, checkMastery, checkDuration, checkRepetition];

function checkVerb({ verb, timestamp }: Statement): Violation | undefined {
  if (verb.id === VERB.voided) return broke('6.3.0.0-1', 'an AU may not void');
  return /(?:Z|\+00(?::?00)?)$/.test(timestamp) ? undefined : broke('9.7.0.0-2', `the timestamp ${timestamp} is not in UTC`);
}

function checkActor(statement: Statement, session: Session): Violation | undefined {
  const { actor } = statement;
  if (isDefined(statement) && (actor.objectType ?? 'Agent') !== 'Agent') return broke('9.2.0.0-2', 'the actor is no Agent');
  if (isDefined(statement) && !(actor.account?.homePage && actor.account.name)) return broke('9.2.0.0-3', 'the actor has no account');
  return isDeepStrictEqual(actor, session.actor) ? undefined : broke('8.1.3.0-3', 'the actor is not that of the launch');
}

function checkContext({ context }: Statement, session: Session): Violation | undefined {
  if (!context) return broke('9.6.0.0-1', 'no context');
  if (context.registration !== session.registration) return broke('9.6.1.0-1', `the registration is ${String(context.registration)}`);
  return context.extensions?.[EXTENSION.session] === undefined ? broke('9.6.3.1-4', 'no session id') : undefined;
}

/** Everything of the template has to be there, and as it was; more may be. */
function checkTemplate({ context }: Statement, { contextTemplate }: Session): Violation | undefined {
  for (const [name, value] of Object.entries(contextTemplate)) {
    const given = context?.[name];
    if (given === undefined) return broke('10.2.1.0-6', `the context lacks ${name}`);
    if (name === 'contextActivities') {
      for (const [kind, wanted] of Object.entries(contextTemplate.contextActivities ?? {})) {
        const activities = context?.contextActivities?.[kind] ?? [];
        for (const activity of wanted) {
          const same = activities.find(({ id }) => id === activity.id);
          if (!same) return broke('10.2.1.0-6', `contextActivities.${kind} lacks ${activity.id}`);
          if (!isDeepStrictEqual(same, activity)) return broke('10.2.1.0-7', `contextActivities.${kind} changes ${activity.id}`);
        }
      }
    } else if (name === 'extensions') {
      for (const [extension, wanted] of Object.entries(contextTemplate.extensions ?? {})) {
        if (!Object.hasOwn(context?.extensions ?? {}, extension)) return broke('10.2.1.0-6', `the extensions lack ${extension}`);
        if (!isDeepStrictEqual(context?.extensions?.[extension], wanted)) return broke('10.2.1.0-7', `the extension ${extension} was overwritten`);
      }
    } else if (!isDeepStrictEqual(given, value)) return broke('10.2.1.0-7', `${name} was overwritten`);
  }
  return undefined;
}

function checkMoveOnCategory(statement: Statement): Violation | undefined {
  if (!listCategories(statement).includes(CATEGORY.moveOn)) return undefined;
  const isAllowed = isDefined(statement) && (statement.result?.success !== undefined || statement.result?.completion !== undefined);
  return isAllowed ? undefined : broke('9.6.2.2-2', 'the moveOn category stands where nothing is judged');
}

/** §9.3: the timestamp decides on order. What was taken before counts as well, because an LMS looks at each request when it comes. */
function checkOrder(statement: Statement, { initializedAt, terminatedAt, newestAt }: Session): Violation | undefined {
  const isInitialized = isDefined(statement) && statement.verb.id === VERB.initialized;
  if (terminatedAt !== undefined) return broke('9.3.0.0-5', 'the session was terminated');
  if (initializedAt === undefined) return isInitialized ? undefined : broke('9.3.0.0-4', 'nothing may come before "initialized" was taken');
  const at = Date.parse(statement.timestamp);
  if (!isInitialized && at < Date.parse(initializedAt)) return broke('9.3.0.0-4', `its timestamp ${statement.timestamp} lies before that of "initialized", ${initializedAt}`);
  const isTerminated = isDefined(statement) && statement.verb.id === VERB.terminated;
  return isTerminated && newestAt !== undefined && at < Date.parse(newestAt) ? broke('9.3.0.0-5', `a statement of ${newestAt} lies after "terminated", ${statement.timestamp}`) : undefined;
}

function checkObject({ object }: Statement, { activityId }: Session): Violation | undefined {
  if (object.id === undefined || (object.objectType ?? 'Activity') !== 'Activity') return broke('9.4.0.0-1', 'the object is no activity');
  return object.id === activityId ? undefined : broke('8.1.5.0-6', `the object is ${object.id}`);
}

function checkDefinedVerb({ verb }: Statement): Violation | undefined {
  const isOfAnAu = [VERB.initialized, VERB.completed, VERB.passed, VERB.failed, VERB.terminated].some((known) => known === verb.id);
  return isOfAnAu ? undefined : broke('9.3.0.0-1', `an AU says nothing cmi5 defined with ${verb.id}`);
}

function checkMode({ verb }: Statement, { launchMode }: Session): Violation | undefined {
  if (launchMode === 'Normal' || verb.id === VERB.initialized || verb.id === VERB.terminated) return undefined;
  return broke(launchMode === 'Browse' ? '10.2.2.0-2' : '10.2.2.0-3', `${verb.id} in ${launchMode}`);
}

function checkResult(statement: Statement): Violation | undefined {
  const { verb, result } = statement;
  const { success, completion } = result ?? {};
  if (verb.id === VERB.completed && completion !== true) return broke('9.5.3.0-1', 'completed without completion: true');
  if (verb.id !== VERB.completed && completion !== undefined) return broke('9.5.3.0-2', `completion in ${verb.id}`);
  if (verb.id === VERB.passed && success !== true) return broke('9.5.2.0-1', 'passed without success: true');
  if (verb.id === VERB.failed && success !== false) return broke('9.5.2.0-2', 'failed without success: false');
  if (!isJudgement(verb.id) && success !== undefined) return broke('9.5.2.0-3', `success in ${verb.id}`);
  const needsMoveOn = success !== undefined || completion !== undefined;
  return needsMoveOn && !listCategories(statement).includes(CATEGORY.moveOn) ? broke('9.6.2.2-1', 'no moveOn category') : undefined;
}

function checkScore({ verb, result }: Statement): Violation | undefined {
  const score = result?.score;
  if (!score) return undefined;
  if (!isJudgement(verb.id)) return broke('9.5.1.0-2', `score in ${verb.id}`);
  const { scaled, raw, min, max } = score;
  if (raw !== undefined && (min === undefined || max === undefined)) return broke('9.5.1.0-3', 'raw without min and max');
  const isWhole = [raw, min, max].every((value) => value === undefined || Number.isInteger(value));
  const isWithin = raw === undefined || min === undefined || max === undefined || (raw >= min && raw <= max);
  // §9.5.1 sets these spaces of values without a number of their own in the list.
  return isWhole && isWithin && (scaled === undefined || (scaled >= 0 && scaled <= 1)) ? undefined : broke('9.5.1.0-1', `the score ${JSON.stringify(score)} is outside its space`);
}

/** A mastery score of 0 is one. */
function checkMastery({ verb, result, context }: Statement, { masteryScore }: Session): Violation | undefined {
  const scaled = result?.score?.scaled;
  if (!isJudgement(verb.id) || masteryScore === undefined || scaled === undefined) return undefined;
  const extension = context?.extensions?.[EXTENSION.masteryScore];
  if (extension !== masteryScore) return broke('9.6.3.2-2', `the masteryScore extension is ${JSON.stringify(extension)}, not ${masteryScore}`);
  if (verb.id === VERB.passed && scaled < masteryScore) return broke('9.3.4.0-2', `passed with ${scaled}, below ${masteryScore}`);
  return verb.id === VERB.failed && scaled >= masteryScore ? broke('9.3.5.0-2', `failed with ${scaled}, not below ${masteryScore}`) : undefined;
}

const DURATION_CLAUSE: Readonly<Record<string, string>> = { [VERB.terminated]: '9.5.4.1-1', [VERB.completed]: '9.5.4.1-2', [VERB.passed]: '9.5.4.1-3', [VERB.failed]: '9.5.4.1-4' };

function checkDuration({ verb, result }: Statement): Violation | undefined {
  const clause = DURATION_CLAUSE[verb.id];
  return clause !== undefined && result?.duration === undefined ? broke(clause, 'no duration') : undefined;
}

function checkRepetition({ verb }: Statement, { verbs }: Session, standing: Standing): Violation | undefined {
  const isSaid = (wanted: string) => verbs.has(wanted);
  if (isSaid(verb.id)) return broke('9.3.0.0-2', `already said in this session: ${verb.id}`);
  if (verb.id === VERB.passed && isSaid(VERB.failed)) return broke('9.3.0.0-3', 'already failed in this session');
  if (verb.id === VERB.failed && isSaid(VERB.passed)) return broke('9.3.0.0-3', 'already passed in this session');
  if (verb.id === VERB.completed && standing.completed) return broke('9.3.0.0-6', 'already completed in this registration');
  if (verb.id === VERB.passed && standing.passed) return broke('9.3.0.0-7', 'already passed in this registration');
  return verb.id === VERB.failed && standing.passed ? broke('9.3.0.0-8', 'already passed in this registration') : undefined;
}
