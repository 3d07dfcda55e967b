import { v5 as uuidV5 } from 'uuid';
import type { TrackedCourse, TrackedModule, TrackedScenario } from '../course/tracked-course.ts';
import { EVENT_VERSION, type EventOf, type LearnerEvent, type LearnerEventInput } from '../record/learner-event.ts';
import { sortByTime } from '../record/event-time.ts';
import { projectModule } from '../record/module-progress.ts';
import { projectScenario } from '../record/scenario-progress.ts';
import { MAX_ROUTE_LENGTH, readRoute, restoreRoute, writeRoute } from './progress-route.ts';
import { DigitReader, writeHash, writeNumber, writePacked } from './progress-text.ts';

/**
 * Where a learner stands, as a short text that an LMS or LRS keeps between visits (`suspend_data`, the State API). It holds what
 * the completion contract and going on with a scenario need, not the whole record: of each scenario the last finished route and
 * the attempt to go on with, of each module the last check, whether it was read, and its completion. Never a reflection.
 *
 * ```
 * pa1 <digits in a key> <modules> . <scenarios> . <check digits>
 * module:   key, flags, [check: time, edition, answers], [read: time], [completed: time, [passed: time], [best score], [score shown]], [edition of the statements]
 * scenario: key, flags, shape, [finished: time, edition, [seed], route], [unfinished: time, edition, seed, route]
 * ```
 * All of it digits of base 64 (`progress-text.ts`) of a fixed width, with a flag for what is left out. Modules and scenarios are
 * named by a hash of their id, so that a later edition of the course still finds them.
 */
const FORMAT = 'pa1';

/** Digits for each thing. A time is in seconds since `EPOCH` (34 years), a score in ten thousandths, a seed is below 2^32. */
const WIDTH = { key: 4, moduleFlags: 2, scenarioFlags: 1, time: 5, edition: 3, score: 3, seed: 6, shape: 2, checksum: 4 } as const;
const EPOCH = Date.UTC(2024, 0, 1);
const POINTS = 10_000;

/** Answers of a check that are told apart; of a longer one only how many were right. */
const MAX_ANSWERS = 24;

/** Where events that share a second stand within it, in milliseconds: as a page would have made them. */
const MOMENT = { started: 0, ended: 1, check: 200, read: 210, completed: 300, passed: 301, unfinished: 500 } as const;

const FLAG = { check: 1, read: 2, completed: 4, passedLater: 8, statements: 16, best: 32, otherShown: 64, success: 128 } as const;
const SCENARIO_FLAG = { finished: 1, finishedSeed: 2, unfinished: 4 } as const;
const SUCCESSES = ['unknown', 'failed', 'passed'] as const;

/** What ids of restored events are made under; never to be changed, or events would be restored twice. */
const NAMESPACE = '6f1c3c1e-5f0b-4a55-9d0c-0d6f7c1b8a42';
const RESTORED_SESSION = uuidV5('restored', NAMESPACE);

/** Stands for an edition other than today's, of which only its hash is known. */
const OTHER_EDITION = 'other:';
/** Stands for the answer to a question, which is not kept. */
const ANSWER_NOT_KEPT = 'not-kept';

/** Events come oldest first. ASCII; empty where there is nothing of this course to keep. Never longer than `worstCaseLength`. */
export function encodeProgress(events: readonly LearnerEvent[], course: TrackedCourse): string {
  const keyWidth = findKeyWidth(course);
  const modules = course.modules.map((module) => withKey(module.module, keyWidth, writeModule(events, module))).join('');
  const scenarios = course.scenarios.map((scenario) => withKey(scenario.id, keyWidth, writeScenario(events, scenario))).join('');
  if (modules === '' && scenarios === '') return '';
  const text = `${FORMAT}${writeNumber(keyWidth, 1)}${modules}.${scenarios}.`;
  return text + writeHash(text, WIDTH.checksum);
}

/**
 * The fewest events that put a learner where the text says, oldest first. The same text gives the same events with the same ids,
 * so that merging them into a record again changes nothing. Anything but a whole text of this format gives none.
 */
export function decodeProgress(text: string, course: TrackedCourse): LearnerEvent[] {
  try {
    return sortByTime(readProgress(text, course).map(stamp));
  } catch (error) {
    // Cut off or changed on its way, or written by a later release: the learner starts afresh, and the LMS keeps its status.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** No text of this course is longer, in characters, whatever the learner did and in whichever edition. */
export function worstCaseLength(course: TrackedCourse): number {
  const keyWidth = findKeyWidth(course);
  const check = WIDTH.time + WIDTH.edition + 1 + MAX_ANSWERS / 6;
  const module = keyWidth + WIDTH.moduleFlags + check + 3 * WIDTH.time + 2 * WIDTH.score + WIDTH.edition;
  const attempt = WIDTH.time + WIDTH.edition + WIDTH.seed + MAX_ROUTE_LENGTH;
  const scenario = keyWidth + WIDTH.scenarioFlags + WIDTH.shape + 2 * attempt;
  return `${FORMAT}A..`.length + WIDTH.checksum + course.modules.length * module + course.scenarios.length * scenario;
}

function writeModule(events: readonly LearnerEvent[], { module, requirements }: TrackedModule): string | undefined {
  const { standing } = projectModule(events, { module, requirements });
  const check = events.findLast((event) => event.type === 'check-submitted' && event.module === module) as EventOf<'check-submitted'> | undefined;
  const read = events.findLast((event) => event.type === 'module-declared-read' && event.module === module);
  const statements = standing.doneEditions.statements;
  const { completedAt, passedAt, bestScore, score } = standing;
  const passedTime = passedAt !== undefined && completedAt !== undefined && writeTime(passedAt) !== writeTime(completedAt) ? writeTime(passedAt) : undefined;
  const flags =
    (check ? FLAG.check : 0) +
    (read ? FLAG.read : 0) +
    (completedAt !== undefined ? FLAG.completed : 0) +
    (passedTime !== undefined ? FLAG.passedLater : 0) +
    (statements !== undefined ? FLAG.statements : 0) +
    (bestScore !== undefined ? FLAG.best : 0) +
    (score !== bestScore ? FLAG.otherShown : 0) +
    FLAG.success * SUCCESSES.indexOf(standing.success);
  if (flags === 0) return undefined;
  return [
    writeNumber(flags, WIDTH.moduleFlags),
    check && writeTime(check.at) + shorten(check.edition) + writeAnswers(check.answers.map(({ correct }) => correct)),
    read && writeTime(read.at),
    completedAt !== undefined && writeTime(completedAt),
    passedTime,
    bestScore !== undefined && writeNumber(Math.round(bestScore * POINTS), WIDTH.score),
    score !== undefined && score !== bestScore && writeNumber(Math.round(score * POINTS), WIDTH.score),
    statements !== undefined && shorten(statements),
  ]
    .filter(Boolean)
    .join('');
}

function* readModule(digits: DigitReader, { module, requirements, check: questions }: TrackedModule): Generator<Restored> {
  const flags = digits.readNumber(WIDTH.moduleFlags);
  const has = (flag: number) => Math.floor(flags / flag) % 2 === 1;
  if (has(FLAG.check)) {
    const at = readTime(digits);
    const edition = readEdition(digits, requirements.check?.edition);
    const correct = readAnswers(digits);
    const items = edition === requirements.check?.edition && correct.length === questions.length ? questions : [];
    const answers = correct.map((isCorrect, index) => ({ item: items[index]?.id ?? `item-${index + 1}`, response: (isCorrect ? items[index]?.correct : undefined) ?? ANSWER_NOT_KEPT, correct: isCorrect }));
    yield { at: at + MOMENT.check, type: 'check-submitted', attempt: makeId('check', module, at), module, edition, answers };
  }
  const readAt = has(FLAG.read) ? readTime(digits) : undefined;
  const completedAt = has(FLAG.completed) ? readTime(digits) : undefined;
  const passedAt = has(FLAG.passedLater) ? readTime(digits) : undefined;
  const best = has(FLAG.best) ? digits.readNumber(WIDTH.score) / POINTS : undefined;
  const shown = has(FLAG.otherShown) ? digits.readNumber(WIDTH.score) / POINTS : best;
  const edition = has(FLAG.statements) ? readEdition(digits, requirements.statementsEdition) : undefined;
  const success = SUCCESSES[Math.floor(flags / FLAG.success)] ?? 'unknown';
  if (readAt !== undefined) yield { at: readAt + MOMENT.read, type: 'module-declared-read', module, edition: edition ?? requirements.statementsEdition };
  if (completedAt === undefined) return;
  // Only the statements are named: scenarios and check have events of their own, and naming them here would let the contract
  // take the module for done, and judge it, before all of those have come.
  const parts = edition === undefined ? {} : { statements: edition };
  const completed = { type: 'module-completed', module, parts } as const;
  // The first event carries the score to show, the second the best one.
  yield { at: completedAt + MOMENT.completed, ...completed, success: passedAt === undefined ? success : 'failed', ...(shown !== undefined && { score: shown }) };
  if (passedAt !== undefined || best !== shown) yield { at: (passedAt ?? completedAt) + MOMENT.passed, ...completed, success, ...(best !== undefined && { score: best }) };
}

function writeScenario(events: readonly LearnerEvent[], scenario: TrackedScenario): string | undefined {
  const { lastFinished, unfinished } = projectScenario(events, scenario.id);
  const started = unfinished?.started;
  const seed = lastFinished?.started?.seed;
  const flags = (lastFinished ? SCENARIO_FLAG.finished : 0) + (seed !== undefined ? SCENARIO_FLAG.finishedSeed : 0) + (started ? SCENARIO_FLAG.unfinished : 0);
  if (flags === 0) return undefined;
  // An attempt that was gone back to is older than the finished one, and must still come after it.
  const latest = (a: string, b: string) => (a > b ? a : b);
  return [
    writeNumber(flags, WIDTH.scenarioFlags),
    writeShape(scenario),
    lastFinished && writeTime(lastFinished.ended.at) + shorten(lastFinished.ended.edition) + (seed === undefined ? '' : writeSeed(seed)) + writeRoute(lastFinished.route, scenario),
    unfinished && started && writeTime(latest(started.at, lastFinished?.ended.at ?? '')) + shorten(started.edition) + writeSeed(started.seed) + writeRoute(unfinished.route, scenario),
  ]
    .filter(Boolean)
    .join('');
}

function* readScenario(digits: DigitReader, scenario: TrackedScenario, course: TrackedCourse): Generator<Restored> {
  const flags = digits.readNumber(WIDTH.scenarioFlags);
  const has = (flag: number) => Math.floor(flags / flag) % 2 === 1;
  const isSameShape = digits.readText(WIDTH.shape) === writeShape(scenario);
  const module = course.modules.find(({ requirements }) => requirements.scenarios.some(({ id }) => id === scenario.id))?.module;
  const start = (at: number, edition: string, seed: number) => ({ at, type: 'scenario-started', attempt: makeId('attempt', scenario.id, seed), scenario: scenario.id, edition, seed, ...(module !== undefined && { module }) }) as const;
  if (has(SCENARIO_FLAG.finished)) {
    const at = readTime(digits);
    const edition = readEdition(digits, scenario.edition);
    const seed = has(SCENARIO_FLAG.finishedSeed) ? digits.readNumber(WIDTH.seed) : undefined;
    const { decisions, leadsTo } = restoreRoute(readRoute(digits), scenario, isSameShape);
    if (seed !== undefined) yield start(at + MOMENT.started, edition, seed);
    const attempt = seed === undefined ? makeId('attempt', scenario.id, `at ${at}`) : makeId('attempt', scenario.id, seed);
    yield { at: at + MOMENT.ended, type: 'scenario-ended', attempt, scenario: scenario.id, ending: leadsTo, edition, route: decisions.map(({ next: _, ...decision }) => decision) };
  }
  if (has(SCENARIO_FLAG.unfinished)) {
    const at = readTime(digits) + MOMENT.unfinished;
    const edition = readEdition(digits, scenario.edition);
    const started = start(at, edition, digits.readNumber(WIDTH.seed));
    yield started;
    const { decisions } = restoreRoute(readRoute(digits), scenario, isSameShape);
    for (const [index, decision] of decisions.entries()) yield { at: at + 1 + index, type: 'option-chosen', attempt: started.attempt, scenario: scenario.id, ...decision };
  }
}

type Restored = LearnerEventInput & { /** Milliseconds since 1970. */ at: number };

/** @throws RangeError on anything but a whole text of this format */
function readProgress(text: string, course: TrackedCourse): Restored[] {
  const body = text.slice(0, -WIDTH.checksum);
  const [modules, scenarios, ...rest] = body.slice(FORMAT.length + 1).split('.');
  if (!text.startsWith(FORMAT) || text !== body + writeHash(body, WIDTH.checksum) || modules === undefined || scenarios === undefined || rest.join('') !== '') throw new RangeError('No text of this format');
  const keyWidth = new DigitReader(body.slice(FORMAT.length)).readNumber(1);
  return [
    ...readList(modules, keyWidth, course.modules, ({ module }) => module, readModule, UNKNOWN_MODULE),
    ...readList(scenarios, keyWidth, course.scenarios, ({ id }) => id, (digits, scenario) => readScenario(digits, scenario, course), UNKNOWN_SCENARIO),
  ];
}

/** Reads entry after entry. What the course no longer has is read past; so is what two of its ids could mean. */
function readList<Item>(text: string, keyWidth: number, items: readonly Item[], idOf: (item: Item) => string, read: (digits: DigitReader, item: Item) => Iterable<Restored>, unknown: Item): Restored[] {
  const byKey = Map.groupBy(items, (item) => writeHash(idOf(item), keyWidth));
  const digits = new DigitReader(text);
  const restored: Restored[] = [];
  while (!digits.isAtEnd) {
    const [item, ...others] = byKey.get(digits.readText(keyWidth)) ?? [];
    const events = [...read(digits, item ?? unknown)];
    if (item !== undefined && others.length === 0) restored.push(...events);
  }
  return restored;
}

const UNKNOWN_MODULE: TrackedModule = { module: '', title: '', description: '', frameworkTitle: '', requirements: { scenarios: [], statementsEdition: '' }, check: [] };
const UNKNOWN_SCENARIO: TrackedScenario = { id: '', title: '', edition: '', steps: [], endings: [] };

const withKey = (id: string, width: number, entry: string | undefined): string => (entry === undefined ? '' : writeHash(id, width) + entry);

/** Wide enough to tell apart all that the course holds; as good as always the four digits that keep clear of later additions too. */
function findKeyWidth({ modules, scenarios }: TrackedCourse): number {
  const isClear = (ids: readonly string[], width: number) => new Set(ids.map((id) => writeHash(id, width))).size === new Set(ids).size;
  let width: number = WIDTH.key;
  while (width < 10 && !(isClear(modules.map(({ module }) => module), width) && isClear(scenarios.map(({ id }) => id), width))) width += 1;
  return width;
}

const writeTime = (at: string): string => writeNumber((Date.parse(at) - EPOCH) / 1_000, WIDTH.time);
/** Milliseconds since 1970. */
const readTime = (digits: DigitReader): number => EPOCH + digits.readNumber(WIDTH.time) * 1_000;

const writeSeed = (seed: number): string => writeNumber(seed >>> 0, WIDTH.seed);

const shorten = (edition: string): string => (edition.startsWith(OTHER_EDITION) ? edition.slice(OTHER_EDITION.length) : writeHash(edition, WIDTH.edition));

/** Today's edition where it is the same, otherwise a name that differs from it. */
function readEdition(digits: DigitReader, today: string | undefined): string {
  const short = digits.readText(WIDTH.edition);
  return today !== undefined && short === shorten(today) ? today : OTHER_EDITION + short;
}

/** The same for scenarios whose choices lead the same way: then a choice can be named by its place. */
const writeShape = ({ steps }: TrackedScenario): string => writeHash(JSON.stringify(steps.map(({ id, options }) => [id, options.map((option) => [option.id, option.next])])), WIDTH.shape);

/** How many, and then which were right; of too many only how many of them were right. */
function writeAnswers(correct: readonly boolean[]): string {
  const isLong = correct.length > MAX_ANSWERS;
  return writeNumber(correct.length, 1) + (isLong ? writeNumber(correct.filter(Boolean).length, 1) : writePacked(correct.map(Number), 6));
}

function readAnswers(digits: DigitReader): boolean[] {
  const count = digits.readNumber(1);
  if (count <= MAX_ANSWERS) return digits.readPacked(count, 6).map((value) => value === 1);
  const right = digits.readNumber(1);
  return Array.from({ length: count }, (_, index) => index < right);
}

const makeId = (...of: readonly (string | number)[]): string => uuidV5(JSON.stringify(of), NAMESPACE);

function stamp({ at, ...input }: Restored): LearnerEvent {
  const time = new Date(at).toISOString();
  return { version: EVENT_VERSION, id: makeId(time, JSON.stringify(input)), at: time, session: RESTORED_SESSION, ...input };
}
