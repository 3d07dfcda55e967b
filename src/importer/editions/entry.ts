import type { Framework, FrameworkInput } from '../../framework/framework.ts';
import { readWording, type Wording } from './wording.ts';

export type DraftElementInput = FrameworkInput['elements'][number];
export type DraftStatement = DraftElementInput['statements'][number];

/** A statement where it stands in its edition. */
export interface Entry<Statement extends DraftStatement = DraftStatement> {
  statement: Statement;
  wording: Wording;
  /** Place of its element in the framework, and its own place in the element, from 0. */
  element: number;
  position: number;
  /** How many statements its element has. */
  siblings: number;
}

export type FormerEntry = Entry<Framework['elements'][number]['statements'][number]>;
export type DraftEntry = Entry;

/** The statements of a framework, element by element. */
export function listEntries<Statement extends DraftStatement>(elements: readonly { statements: readonly Statement[] }[]): Entry<Statement>[][] {
  return elements.map(({ statements }, element) => statements.map((statement, position) => ({ statement, wording: readWording(statement.text), element, position, siblings: statements.length })));
}
