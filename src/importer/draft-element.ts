import type { ElementKind } from '../framework/framework.ts';
import type { NamedPart } from './body.ts';
import type { QuotedStatement } from './quoted-statement.ts';
import type { Block, HeadingEvidence } from './outline.ts';
import type { QuotedText } from './quoted-text.ts';
import { isAvoidance } from './vocabulary.ts';

export interface DraftElement {
  label: QuotedText;
  /** Headings that were read for this element, with their numbers. */
  headings: readonly QuotedText[];
  kind: ElementKind;
  /** "standard" where the heading is "Standard 3: …". */
  word: string | undefined;
  number?: string;
  sections: readonly QuotedText[];
  description: QuotedText[];
  statements: QuotedStatement[];
  line: number;
  evidence: HeadingEvidence | NamedPart['evidence'] | 'lead-in';
}

export interface Doubt {
  line: number;
  text: string;
  reason: string;
}

export interface Extraction {
  elements: DraftElement[];
  doubts: Doubt[];
  /** Why a block holds nothing that was taken. */
  reasons: Map<Block, string>;
}

export interface ExtractionContext {
  /** Blocks of the front page, which are never sections. */
  front: ReadonlySet<Block>;
  /** The title; where the document has none it is made of the file's name and stands nowhere. */
  title: QuotedText;
  fallbackKind: ElementKind;
}

/** "Standard 3 (continued)" goes on with the element before. */
export function mergeContinued(elements: DraftElement[]): void {
  const isContinued = /(?<!\s)\s*\(?\bcont(?:inued|['’]?d|\.)?\)?\.?$/i;
  for (let at = elements.length - 1; at > 0; at -= 1) {
    const element = elements[at];
    const before = elements[at - 1];
    if (!element || !before || !isContinued.test(element.label.text)) continue;
    const name = toWords(element.label.text.replace(isContinued, ''));
    const isSameNumber = element.number !== undefined && element.number === before.number && element.word === before.word;
    if (name === '' ? !isSameNumber : name !== toWords(before.label.text)) continue;
    elements[at - 1] = { ...before, headings: [...before.headings, ...element.headings], statements: [...before.statements, ...element.statements], description: [...before.description, ...element.description] };
    elements.splice(at, 1);
  }
}

/**
 * A name with one sentence that comes again later with more to say was a summary: its sentence introduces the later element, and is no
 * statement beside the others.
 */
export function mergeSummaries(elements: DraftElement[]): void {
  for (let at = elements.length - 2; at >= 0; at -= 1) {
    const summary = elements[at];
    const later = elements.findIndex((element, index) => index > at && element.kind === summary?.kind && element.statements.length >= 2 && toWords(element.label.text) === toWords(summary.label.text));
    const whole = elements[later];
    const [only] = summary?.statements ?? [];
    if (!summary || !whole || !only || summary.statements.length > 1) continue;
    elements[later] = { ...whole, headings: [...summary.headings, summary.label, ...whole.headings], description: [...summary.description, ...only.stems, only.quote, ...whole.description] };
    elements.splice(at, 1);
  }
}

/** Whether a statement hangs on a lead-in, or stands under a name, that says what to avoid. */
export function isStatementToAvoid(statement: QuotedStatement, label: string): boolean {
  return isAvoidance(label) || statement.stems.some((stem) => isAvoidance(stem.text));
}

/** Words alone, to tell whether two labels are the same. */
export const toWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
