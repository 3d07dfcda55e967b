import type { Run } from '../text-writer.ts';
import type { TextItem } from './page-text.ts';
import { isSpaceDue } from './pieces.ts';
import type { TextBlock } from './text-blocks.ts';

/** Decides what becomes of a hyphen at the end of a line, for the words on both its sides. */
export type HyphenRule = (before: string, after: string) => 'keep' | 'drop';

const HYPHENATED = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)[-‐]$/u;

/** Text in one weight, or the mark of a footnote, which is no part of what is said. */
export interface TextRun extends Run {
  isNote?: boolean;
}

/** What a block says, without its list mark, as runs; words that a line's end has parted are put together again. */
export function toRuns(block: TextBlock, judgeHyphen: HyphenRule): TextRun[] {
  const runs: TextRun[] = [];
  let skip = block.mark?.text.replace(/\s/g, '').length ?? 0;
  for (const [at, line] of block.lines.entries()) {
    if (at > 0) joinLineEnd(runs, line.text, judgeHyphen);
    let before: TextItem | undefined;
    for (const item of line.items) {
      let { text } = item;
      if (skip > 0) [text, skip] = skipCharacters(text, skip);
      if (text !== '') runs.push({ text: (isSpaceDue(before, item) ? ' ' : '') + text, isStrong: item.isStrong, ...(item.isNote ? { isNote: true } : {}) });
      before = item;
    }
  }
  return runs;
}

function skipCharacters(text: string, count: number): [rest: string, stillToSkip: number] {
  let at = 0;
  let left = count;
  while (at < text.length && left > 0) {
    if (!/\s/.test(text[at] ?? '')) left -= 1;
    at += 1;
  }
  return [text.slice(at), left];
}

function joinLineEnd(runs: TextRun[], next: string, judgeHyphen: HyphenRule): void {
  const last = runs.at(-1);
  if (!last) return;
  const text = last.text.trimEnd();
  if (text.endsWith('\u00ad')) last.text = text.slice(0, -1);
  else if (/[\p{L}\p{N}]\/$/u.test(text)) last.text = text;
  else {
    const hyphenated = HYPHENATED.exec(text);
    const after = /^[("'“‘]?([\p{L}\p{N}]+)/u.exec(next)?.[1];
    if (!hyphenated || after === undefined) runs.push({ text: ' ', isStrong: last.isStrong ?? false });
    else last.text = /^\p{Ll}/u.test(next) && judgeHyphen(hyphenated[1] ?? '', after) === 'drop' ? text.slice(0, -1) : text;
  }
}

/**
 * Judges hyphens at line ends by the document's own words: the compound written elsewhere keeps its hyphen, the word written elsewhere
 * in one piece loses it. What stands nowhere else follows the rest of the document.
 */
export function createHyphenRule(lines: readonly { text: string }[]): HyphenRule {
  const words = new Set<string>();
  const ends: [string, string][] = [];
  for (const [at, { text }] of lines.entries()) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu)) words.add(word.replaceAll('‐', '-'));
    const end = HYPHENATED.exec(text)?.[1];
    const next = /^\p{Ll}+/u.exec(lines[at + 1]?.text ?? '')?.[0];
    if (end !== undefined && next !== undefined) ends.push([end, next]);
  }
  const look = (before: string, after: string): 'keep' | 'drop' | undefined => {
    const [first, second] = [before.toLowerCase(), after.toLowerCase()];
    if (words.has(`${first}-${second}`)) return 'keep';
    if (words.has(first + second)) return 'drop';
    return undefined;
  };
  const known = ends.map(([before, after]) => look(before, after));
  const isHyphenating = known.filter((judged) => judged === 'drop').length > known.filter((judged) => judged === 'keep').length;
  return (before, after) => look(before, after) ?? (isHyphenating && !words.has(after.toLowerCase()) ? 'drop' : 'keep');
}
