import type { Element } from '../framework/framework.ts';
import { quotePart } from './exact-words.ts';
import { cleanImportedText } from './imported-text.ts';
import type { LeastUsed } from './least-used.ts';
import { actOf, type PracticeAct } from './practice-act.ts';
import { AVOIDING_OBJECTIVES, FIRST_OBJECTIVES, OBJECTIVES, UNNAMED_OBJECTIVES } from './wording.ts';

const MAX_OBJECTIVES = 3;
const MAX_LABEL = 60;

interface Quotable {
  part: string;
  act: PracticeAct;
  isToAvoid: boolean;
}

/**
 * Two or three things a learner can do after the module. Each asks for something to do and names its matter in a few exact
 * words of a statement, in quotation marks after a colon: grammatical whatever the words are, and never a paraphrase.
 * @param title the element's name as it reads on a page.
 */
export function writeObjectives(element: Element, title: string, wordings: LeastUsed): string[] {
  const [first, ...others] = listQuotable(element);
  const take = (bank: readonly string[], seed: string) => wordings.take(bank, 1, `${element.id} ${seed}`).join('');
  const name = canStandInSentence(title) ? quote(title) : undefined;
  const introduce = (seed: string) => (name === undefined ? take(UNNAMED_OBJECTIVES, seed) : take(FIRST_OBJECTIVES[element.kind], seed).replace('{label}', () => name));
  if (!first) return [name === undefined ? `${introduce(title)}: ${quote(title)}` : introduce(title)];
  const goOn = ({ act, isToAvoid }: Quotable, words: string) => `${take(isToAvoid ? AVOIDING_OBJECTIVES : OBJECTIVES[act], words)}: ${quote(words)}`;
  const opening = first.isToAvoid ? goOn(first, first.part) : `${introduce(first.part)}: ${quote(first.part)}`;
  return [opening, ...(others.length === 0 && !first.isToAvoid ? [goOn(first, title)] : others.map((other) => goOn(other, other.part)))];
}

/** "If we are restorative" is a heading, not a name. */
function canStandInSentence(title: string): boolean {
  return title.length <= MAX_LABEL && !/^(?:if|when|where|how|what|why|because)\b/i.test(title);
}

/** Up to three statements that say different things, duties before what to avoid, in the order of the document. */
function listQuotable(element: Element): Quotable[] {
  const all = element.statements.flatMap(({ text, isToAvoid }, index) => {
    const part = quotePart(cleanImportedText(text));
    return part === undefined ? [] : [{ part, act: actOf(text), isToAvoid: isToAvoid ?? false, index }];
  });
  const picked: typeof all = [];
  const add = (isWanted: (candidate: Quotable) => boolean) => {
    for (const candidate of all) {
      if (picked.length < MAX_OBJECTIVES && !picked.some(({ part }) => part === candidate.part) && isWanted(candidate)) picked.push(candidate);
    }
  };
  add(({ act, isToAvoid }) => !isToAvoid && !picked.some((other) => other.act === act));
  add(({ isToAvoid }) => !isToAvoid);
  add(() => true);
  return picked.sort((a, b) => Number(a.isToAvoid) - Number(b.isToAvoid) || a.index - b.index);
}

/** Between the quotation marks that the text itself does not use. */
const quote = (text: string): string => (/[“”]/.test(text) ? `‘${text}’` : `“${text}”`);
