import { diffWords } from 'diff';

/** How words that stay, went and came are shown. */
export interface DiffMarks {
  same: (words: string) => string;
  removed: (words: string) => string;
  added: (words: string) => string;
}

/** Both wordings in one text, word by word. Spaces at the edges of a change stay outside its marks. */
export function markWordDiff(before: string, after: string, { same, removed, added }: DiffMarks): string {
  let text = '';
  let isAfterRemoved = false;
  for (const part of diffWords(before, after)) {
    const words = part.value.trim();
    const start = part.value.slice(0, part.value.length - part.value.trimStart().length);
    const end = words === '' ? '' : part.value.slice(start.length + words.length);
    const mark = part.removed ? removed : part.added ? added : same;
    // What replaces words stands beside them, not in one with them.
    const gap = isAfterRemoved && part.added && start === '' && !/\s$/.test(text) ? ' ' : '';
    text += `${gap}${start}${words === '' ? '' : mark(words)}${end}`;
    isAfterRemoved = part.removed;
  }
  return text;
}
