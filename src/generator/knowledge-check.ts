import type { Element, Framework, PracticeStatement } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import { showLabel } from '../framework/show-label.ts';
import type { Theme } from '../framework/theme.ts';
import { listStems } from '../framework/word-stems.ts';
import { editionOf } from '../course/edition.ts';
import type { GeneratedCheckItem } from '../course/check/check-item.ts';
import { isVagueLabel, listFieldStems, listLabelStems, WordWeights } from './content-words.ts';
import { listThemesNamed } from './theme-terms.ts';

const MAX_ITEMS = 5;
/** Below this number of items an item with a single wrong option is better than none. */
const ENOUGH_ITEMS = 3;
const MAX_DISTRACTORS = 3;
/** How often one statement, or one element’s name, may serve as a wrong option in a whole framework. */
const MAX_USES = { statement: 4, element: 8 };

/** Statements at least this like each other may say the same in other words. */
const SAME_GROUND = 0.18;
/** Statements this like each other say the same. */
const NEAR_DUPLICATE = 0.45;
/** A statement with fewer words that carry meaning could stand under many headings. */
const MIN_WORDS = 6;
const MIN_TELLING_WORDS = 3;
/** The longest option may be this many times as long as the shortest. */
const MAX_LENGTH_RATIO = 1.6;

/** A statement with all that the rules look at, worked out once. */
export interface WeighedStatement {
  element: WeighedElement;
  statement: PracticeStatement;
  stems: readonly string[];
  /** The themes it carries, and those that its words touch as well. */
  themes: readonly string[];
  touched: readonly string[];
}

export interface WeighedElement {
  element: Element;
  labelStems: readonly string[];
  descriptionStems: readonly string[];
  /** The themes of its name and those that its statements carry; and of these the ones it is mainly about. */
  themes: readonly string[];
  mainThemes: readonly string[];
  statements: readonly WeighedStatement[];
}

export interface WeighedFramework {
  elements: readonly WeighedElement[];
  weights: WordWeights;
}

export function weighFramework(framework: Framework, themes: readonly Theme[]): WeighedFramework {
  const elements = framework.elements.map((element): WeighedElement => {
    const statements: WeighedStatement[] = [];
    const named = listThemesNamed(element.label, themes);
    const carried = element.statements.flatMap((statement) => statement.themes);
    const weighed: WeighedElement = {
      element,
      labelStems: listLabelStems(element.label),
      descriptionStems: listStems(element.description ?? ''),
      themes: [...named, ...carried],
      mainThemes: [...named, ...carried.filter((theme, index) => carried.indexOf(theme) !== index)],
      statements,
    };
    for (const statement of element.statements) statements.push({ element: weighed, statement, stems: listStems(statement.text), themes: statement.themes, touched: listThemesNamed(statement.text, themes) });
    return weighed;
  });
  return { elements, weights: new WordWeights(elements.flatMap(({ statements }) => statements.map(({ stems }) => stems))) };
}

/**
 * Why `candidate` might also be true of `target`, an element that it does not stand under; `undefined` where nothing suggests it.
 * The rules are strict: a good option lost costs little, an option that is also right costs the learner’s trust.
 */
export function findAmbiguity(candidate: WeighedStatement, target: WeighedElement, { weights }: WeighedFramework): string | undefined {
  const own = candidate.element;
  if (own === target) return 'stands under the element itself';
  if (candidate.statement.isToAvoid) return 'says what to avoid';
  if (sharesAny(own.labelStems, target.labelStems)) return 'stands under a heading that shares a word';
  if (sharesAny(candidate.stems, target.labelStems)) return 'names a word of the heading';
  if (sharesAny(candidate.stems, listFieldStems(target.labelStems))) return 'speaks of what the heading names';
  if (isVagueLabel(target.labelStems)) return 'could stand under so wide a heading';
  if (candidate.themes.length + candidate.touched.length === 0) return 'carries no theme, so nothing tells it apart';
  if (sharesAny(candidate.themes, target.themes) || sharesAny(candidate.touched, target.mainThemes)) return 'shares a theme';
  if (target.statements.some(({ stems }) => coversSameGround(candidate.stems, stems, weights))) return 'says something like one of its statements';
  if (weights.likenessOf(candidate.stems, target.descriptionStems) >= SAME_GROUND) return 'says something like its description';
  return undefined;
}

/** Why a statement can’t be asked about at all; `undefined` where it can. */
export function findVagueness(candidate: WeighedStatement, { elements, weights }: WeighedFramework): string | undefined {
  if (candidate.statement.isToAvoid) return 'says what to avoid';
  if (candidate.statement.text.split(/\s+/).length < MIN_WORDS) return 'is very short';
  if (candidate.stems.filter((word) => !weights.isEverywhere(word)).length < MIN_TELLING_WORDS) return 'could stand anywhere';
  const isRepeated = elements.some((element) => element !== candidate.element && element.statements.some(({ stems }) => weights.likenessOf(candidate.stems, stems) >= NEAR_DUPLICATE));
  return isRepeated ? 'stands under another element in nearly the same words' : undefined;
}

/**
 * Writes the knowledge check of every element of a framework: up to five items each, made of ids only. Wrong options come from
 * sibling elements, look like the right one, and are left out wherever they might be true as well; an element whose siblings
 * say much the same gets fewer items, or none. The same framework gives the same items.
 * @returns items by element id.
 */
export function writeKnowledgeChecks(framework: Framework, themes: readonly Theme[]): Map<string, GeneratedCheckItem[]> {
  const weighed = weighFramework(framework, themes);
  const uses = new Map<string, number>();
  return new Map(weighed.elements.map((own) => [own.element.id, writeItems(own, weighed, uses)]));
}

function writeItems(own: WeighedElement, framework: WeighedFramework, uses: Map<string, number>): GeneratedCheckItem[] {
  const open = own.statements
    .filter((candidate) => findVagueness(candidate, framework) === undefined)
    .map((candidate) => ({ ...candidate, givesItselfAway: sharesAny(candidate.stems, own.labelStems) }))
    // An answer that repeats the heading tests reading, not knowing: such statements come last.
    .sort((a, b) => Number(a.givesItselfAway) - Number(b.givesItselfAway));
  const items: GeneratedCheckItem[] = [];
  const asked = new Set<string>();
  for (const minDistractors of [2, 1]) {
    if (minDistractors === 1 && items.length >= ENOUGH_ITEMS) break;
    for (const candidate of open) {
      if (items.length >= (minDistractors === 1 ? ENOUGH_ITEMS : MAX_ITEMS)) break;
      if (asked.has(candidate.statement.id)) continue;
      const kinds = items.length % 2 === 0 ? [askWhichStatement, askWhichElement] : [askWhichElement, askWhichStatement];
      for (const ask of kinds) {
        const item = ask(candidate, own, framework, uses, minDistractors);
        if (!item) continue;
        items.push(item);
        asked.add(candidate.statement.id);
        break;
      }
    }
  }
  return items;
}

type Ask = (answer: WeighedStatement, own: WeighedElement, framework: WeighedFramework, uses: Map<string, number>, minDistractors: number) => GeneratedCheckItem | undefined;

const askWhichStatement: Ask = (answer, own, framework, uses, minDistractors) => {
  const id = `which-statement-${nameStatement(answer)}`;
  const candidates = framework.elements
    .filter((sibling) => sibling !== own)
    .flatMap((sibling) => sibling.statements)
    .filter((candidate) => (uses.get(candidate.statement.id) ?? 0) < MAX_USES.statement)
    .filter((candidate) => looksLike(candidate.statement.text, answer.statement.text))
    .filter((candidate) => findVagueness(candidate, framework) === undefined && findAmbiguity(candidate, own, framework) === undefined);
  const spread = pickSpread(candidates, (candidate) => candidate.statement.id, (candidate) => candidate.element.element.id, `${own.element.id} ${id}`, uses);
  const distractors = keepLikeLengths(answer.statement.text, spread, (candidate) => candidate.statement.text).map((candidate) => candidate.statement.id);
  if (distractors.length < minDistractors) return undefined;
  countUses(distractors, uses);
  return { id, kind: 'which-statement', answer: answer.statement.id, distractors };
};

const askWhichElement: Ask = (answer, own, framework, uses, minDistractors) => {
  if (sharesAny(answer.stems, own.labelStems)) return undefined;
  const id = `which-element-${nameStatement(answer)}`;
  const label = showLabel(own.element.label);
  const candidates = framework.elements
    .filter((sibling) => sibling !== own && sibling.element.kind === own.element.kind)
    .filter((sibling) => (uses.get(sibling.element.id) ?? 0) < MAX_USES.element)
    .filter((sibling) => haveLikeLength(showLabel(sibling.element.label), label))
    .filter((sibling) => findAmbiguity(answer, sibling, framework) === undefined);
  const spread = pickSpread(candidates, (sibling) => sibling.element.id, (sibling) => sibling.labelStems.join(' '), `${own.element.id} ${id}`, uses);
  const distractors = keepLikeLengths(label, spread, (sibling) => showLabel(sibling.element.label)).map((sibling) => sibling.element.id);
  if (distractors.length < minDistractors) return undefined;
  countUses(distractors, uses);
  return { id, kind: 'which-element', statement: answer.statement.id, distractors };
};

/** The least used first, one from each group, in an order that depends on nothing but ids. */
function pickSpread<Candidate>(candidates: readonly Candidate[], idOf: (candidate: Candidate) => string, groupOf: (candidate: Candidate) => string, seed: string, uses: ReadonlyMap<string, number>): Candidate[] {
  const groups = new Set<string>();
  return candidates
    .map((candidate) => ({ candidate, used: uses.get(idOf(candidate)) ?? 0, order: editionOf(`${seed} ${idOf(candidate)}`) }))
    .sort((a, b) => a.used - b.used || (a.order < b.order ? -1 : 1))
    .map(({ candidate }) => candidate)
    .filter((candidate) => !groups.has(groupOf(candidate)) && groups.add(groupOf(candidate)));
}

function countUses(ids: readonly string[], uses: Map<string, number>): void {
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
}

/** Whether two options give no hint by their form: about as long, and beginning in the same way. */
export function looksLike(a: string, b: string): boolean {
  return haveLikeLength(a, b) && openingOf(a) === openingOf(b);
}

/** Names are short: a difference of a dozen letters does not stand out. */
function haveLikeLength(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length <= short.length * MAX_LENGTH_RATIO || (long.length < 32 && long.length - short.length <= 12);
}

/** The first few candidates that are about as long as the answer and as each other. */
function keepLikeLengths<Candidate>(answer: string, candidates: readonly Candidate[], textOf: (candidate: Candidate) => string): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (kept.length === MAX_DISTRACTORS) break;
    if ([answer, ...kept.map(textOf)].every((text) => haveLikeLength(text, textOf(candidate)))) kept.push(candidate);
  }
  return kept;
}

/** How a statement begins: a learner who knows nothing must not find the answer by its first word. */
export function openingOf(text: string): 'we will' | 'we' | 'doing' | 'other' {
  const start = text.toLowerCase().replace(/^[^a-z]+/, '');
  if (/^we (?:will|shall|must|should)\b/.test(start)) return 'we will';
  if (/^we\b/.test(start)) return 'we';
  return /^[a-z]+ing\b/.test(start) ? 'doing' : 'other';
}

function coversSameGround(a: readonly string[], b: readonly string[], weights: WordWeights): boolean {
  const inB = new Set(b);
  return a.filter((word) => inB.has(word) && !weights.isEverywhere(word)).length >= 3 || weights.likenessOf(a, b) >= SAME_GROUND;
}

function sharesAny(a: readonly string[], b: readonly string[]): boolean {
  return a.some((entry) => b.includes(entry));
}

/** What tells a statement from the others of its element: its number, with the element that its id names where it moved here from there. */
function nameStatement({ statement, element: { element } }: WeighedStatement): string {
  const { element: named = element.id, number = 1 } = parseStatementId(statement.id) ?? {};
  return named === element.id ? `${number}` : `${named}-${number}`;
}
