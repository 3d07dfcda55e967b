import type { QuotedText, Span } from '../quoted-text.ts';

/** Text in one style, as office formats and web pages hold it. */
export interface Run {
  text: string;
  isStrong?: boolean;
}

/** Nobody sees these: soft hyphens, zero-width marks, joiners of words, byte-order marks and control characters. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g;

/**
 * Writes down the text of a document that isn't text itself, a block to a line, so that every quotation knows where it stands. What it
 * has written at the end is the `documentText` of the outline.
 */
export class TextWriter {
  #parts: string[] = [];
  #length = 0;
  #line = 1;
  #isAtLineStart = true;

  /** The line that is being written, from 1. */
  get line(): number {
    return this.#line;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Writes text that is no quotation, such as a list mark or the tab between two cells. */
  writeMark(text: string): void {
    this.#put(text.replace(UNSEEN, ''));
  }

  /** Writes runs with their white space collapsed and gives them back as a quotation; empty where nothing can be seen. */
  write(runs: readonly Run[]): QuotedText {
    const starts: number[] = [];
    const ends: number[] = [];
    const strong: Span[] = [];
    let text = '';
    let isSpaceDue = false;
    for (const run of runs) {
      for (const character of run.text.replace(UNSEEN, '')) {
        if (/[\s\u00a0]/.test(character)) {
          isSpaceDue = text !== '';
          continue;
        }
        const written = isSpaceDue ? ` ${character}` : character;
        isSpaceDue = false;
        const from = text.length;
        for (let at = 0; at < written.length; at += 1) {
          starts.push(this.#length + from + at);
          ends.push(this.#length + from + at + 1);
        }
        text += written;
        if (run.isStrong) {
          const last = strong.at(-1);
          const start = text.length - character.length;
          if (last && (last.to === start || text.slice(last.to, start) === ' ')) last.to = text.length;
          else strong.push({ from: start, to: text.length });
        }
      }
    }
    this.#put(text);
    return { text, starts, ends, strong };
  }

  /** Ends the line; an empty one is not ended twice. */
  endLine(): void {
    if (this.#isAtLineStart) return;
    this.#put('\n');
    this.#line += 1;
    this.#isAtLineStart = true;
  }

  #put(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
    this.#isAtLineStart = false;
  }
}
