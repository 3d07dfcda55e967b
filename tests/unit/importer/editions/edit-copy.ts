import type { Framework } from '../../../../src/framework/framework.ts';
import { capitalise, lowerFirst, reword } from './reword.ts';
import type { Seeded } from './seeded.ts';

/** What an editor did to a statement. Where several were done, the one that makes it hardest to find again. */
export type Edit = 'kept' | 'reworded' | 'moved' | 'moved and reworded' | 'split' | 'split off' | 'merged' | 'added';

export interface EditedStatement {
  text: string;
  /** The id that the next edition must give it; none for what is new. */
  id?: string;
  edit: Edit;
  stem?: string | undefined;
  isToAvoid?: boolean | undefined;
}

export interface EditedElement {
  /** Id in the former edition. */
  former: string;
  label: string;
  statements: EditedStatement[];
}

export interface EditedCopy {
  elements: EditedElement[];
  /** Ids of statements that are gone. */
  withdrawn: string[];
}

const SHARES = { reworded: 0.3, moved: 0.06, removed: 0.06, split: 0.06, merged: 0.06, added: 0.06, shuffledElements: 0.4, relabelled: 0.2 };

/**
 * A copy of a framework as the next edition might be: the truth of which id belongs where goes with it.
 * @param fresh statements of the same field that the framework doesn't have; some are added, half of these where another was removed.
 */
export function editCopy(framework: Framework, fresh: readonly string[], chance: Seeded): EditedCopy {
  const withdrawn: string[] = [];
  const unused = chance.shuffle(fresh);
  const elements = framework.elements.map(({ id, label, statements }): EditedElement => ({
    former: id,
    label: chance.happens(SHARES.relabelled) ? reword(label, chance).replace(/[.]$/, '') : label,
    statements: statements.map(({ id: statement, text, stem, isToAvoid }): EditedStatement => ({ id: statement, text, stem, isToAvoid, edit: 'kept' })),
  }));
  for (const element of elements) removeSome(element, withdrawn, unused, chance);
  for (const element of elements) splitAndMerge(element, withdrawn, chance);
  for (const element of elements) element.statements = element.statements.map((statement) => (statement.edit === 'kept' && chance.happens(SHARES.reworded) ? { ...statement, text: reword(statement.text, chance), edit: 'reworded' } : statement));
  moveSome(elements, chance);
  for (const element of elements) if (chance.happens(SHARES.shuffledElements)) element.statements = shuffleWhole(element.statements, chance);
  addSome(elements, unused, chance);
  return { elements: chance.shuffle(elements), withdrawn };
}

function removeSome(element: EditedElement, withdrawn: string[], unused: string[], chance: Seeded): void {
  for (const statement of [...element.statements]) {
    if (element.statements.length < 2 || !chance.happens(SHARES.removed)) continue;
    const replacement = chance.happens(0.5) ? unused.pop() : undefined;
    element.statements.splice(element.statements.indexOf(statement), 1, ...(replacement === undefined ? [] : [{ text: replacement, edit: 'added' as const }]));
    withdrawn.push(statement.id ?? '');
  }
}

function splitAndMerge(element: EditedElement, withdrawn: string[], chance: Seeded): void {
  for (let at = 0; at < element.statements.length; at += 1) {
    const [one, next] = element.statements.slice(at, at + 2);
    if (!one?.id) continue;
    if (chance.happens(SHARES.split * 2)) {
      const parts = split(one);
      if (parts) element.statements.splice(at, 1, ...parts);
      at += parts ? 1 : 0;
    } else if (next?.id && chance.happens(SHARES.merged) && one.stem === next.stem && isClearlyLonger(one.text, next.text)) {
      const [larger, smaller] = lettersOf(one.text) >= lettersOf(next.text) ? [one, next] : [next, one];
      const text = `${one.text.replace(/[.;,]$/, '')}, and ${lowerFirst(next.text.replace(/^(?:We will|We|And) /, ''))}`;
      element.statements.splice(at, 2, { ...larger, text, edit: 'merged' });
      withdrawn.push(smaller.id ?? '');
    }
  }
}

/** Two statements of one, cut at the joint nearest to its middle. Halves of like length are left: which is the larger would be chance. */
function split(statement: EditedStatement): EditedStatement[] | undefined {
  const { text, stem, isToAvoid } = statement;
  const joints = [...text.matchAll(/, and | and |; |, | so that | by /g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const [joint] = joints.sort((a, b) => Math.abs(a.start - text.length / 2) - Math.abs(b.start - text.length / 2));
  if (!joint) return undefined;
  const opening = /^(?:We will|We) /.exec(text)?.[0] ?? '';
  const [first, rest] = [text.slice(0, joint.start), text.slice(joint.end)];
  if (Math.min(lettersOf(first), lettersOf(rest)) < 18 || !isClearlyLonger(first, rest)) return undefined;
  const holdsId = lettersOf(first) > lettersOf(rest);
  const { id } = statement;
  const part = (words: string, isHolder: boolean): EditedStatement => ({ text: words, stem, isToAvoid, ...(isHolder && id !== undefined ? { id } : {}), edit: isHolder ? 'split' : 'split off' });
  return [part(`${first}.`, holdsId), part(`${opening}${opening === '' ? capitalise(rest) : rest}`, !holdsId)];
}

function moveSome(elements: EditedElement[], chance: Seeded): void {
  for (const element of elements) {
    for (const statement of [...element.statements]) {
      const canMove = element.statements.length > 1 && (statement.edit === 'kept' || statement.edit === 'reworded');
      if (!canMove || !chance.happens(SHARES.moved)) continue;
      const target = chance.pick(elements.filter((other) => other !== element));
      element.statements = element.statements.filter((other) => other !== statement);
      target.statements.splice(chance.below(target.statements.length + 1), 0, { ...statement, edit: statement.edit === 'kept' ? 'moved' : 'moved and reworded' });
    }
  }
}

/** In another order; the parts of a split statement stay beside each other. */
function shuffleWhole(statements: readonly EditedStatement[], chance: Seeded): EditedStatement[] {
  const groups: EditedStatement[][] = [];
  statements.forEach((statement, at) => {
    const before = statements[at - 1];
    const isSecondHalf = before && ((before.edit === 'split' && statement.edit === 'split off') || (before.edit === 'split off' && statement.edit === 'split')) && (groups.at(-1)?.length ?? 0) === 1;
    if (isSecondHalf) groups.at(-1)?.push(statement);
    else groups.push([statement]);
  });
  return chance.shuffle(groups).flat();
}

function addSome(elements: EditedElement[], unused: string[], chance: Seeded): void {
  const count = elements.reduce((sum, { statements }) => sum + statements.length, 0);
  for (const text of unused.splice(0, Math.max(1, Math.round(count * SHARES.added)))) {
    const { statements } = chance.pick(elements);
    statements.splice(chance.below(statements.length + 1), 0, { text, edit: 'added' });
  }
}

const lettersOf = (text: string): number => text.replace(/[^a-z]/gi, '').length;

function isClearlyLonger(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return Math.abs(a - b) > 0.15 * Math.max(a, b);
}
