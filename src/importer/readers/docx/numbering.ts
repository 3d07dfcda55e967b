import type { Marker } from '../../outline.ts';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../office-open/parse-xml.ts';
import { readParagraphFormat, type ParagraphFormat } from './formats.ts';
import { readCount, readSwitch, valueOf } from './measure.ts';
import { formatNumber } from './number-format.ts';
import type { StyleSheet } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** Such as "%1.%2"; `undefined` where the level shows nothing. */
  text: string | undefined;
  /** The level (from 1) whose next number starts this one again; 0 where none does. */
  restartAfter: number | undefined;
  isDecimal: boolean;
  styleId: string | undefined;
  paragraph: ParagraphFormat;
}

interface List {
  /** Lists that share an abstract one count on together. */
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  startOverrides: ReadonlyMap<number, number>;
}

/** What stands before an item: what a reader of the document sees, and what it means. `marker` is absent where the mark holds words ("Standard 3:") or nothing. */
export interface ListMark {
  written: string;
  marker: Marker | undefined;
}

/** The lists of a document (ECMA-376 Part 1, 17.9). */
export interface Numbering {
  /** Indents that a list gives its items; `undefined` where there is no such list. */
  formatOf: (listId: string, level: number) => ParagraphFormat | undefined;
  /** The level that a style stands for in a list, where the style doesn't say it. */
  levelOfStyle: (listId: string, styleIds: readonly string[]) => number | undefined;
  /** Counts one item and gives its mark. Items must be asked for in the order of the document. */
  count: (listId: string, level: number) => ListMark | undefined;
}

/** Reads `word/numbering.xml`. */
export function readNumbering(root: XmlElement | undefined, styles: StyleSheet): Numbering {
  const lists = root ? readLists(root, styles) : new Map<string, List>();
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    formatOf: (listId, level) => lists.get(listId)?.levels.get(level)?.paragraph,
    levelOfStyle: (listId, styleIds) => [...(lists.get(listId)?.levels ?? [])].find(([, level]) => level.styleId !== undefined && styleIds.includes(level.styleId))?.[0],
    count: (listId, levelNumber) => {
      const list = lists.get(listId);
      const level = list?.levels.get(levelNumber);
      if (!list || !level) return undefined;
      const numbers = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, numbers);
      if (!started.has(listId)) {
        started.add(listId);
        for (const [at, start] of list.startOverrides) numbers[at] = start - 1;
      }
      numbers[levelNumber] = (numbers[levelNumber] ?? level.start - 1) + 1;
      for (let deeper = levelNumber + 1; deeper < 9; deeper += 1) {
        const { restartAfter } = list.levels.get(deeper) ?? {};
        if (restartAfter === undefined || (restartAfter > levelNumber && restartAfter !== 0)) numbers[deeper] = undefined;
      }
      return showMark(list, level, numbers);
    },
  };
}

function readLists(root: XmlElement, styles: StyleSheet): Map<string, List> {
  const abstracts = new Map(childrenNamed(root, 'w:abstractNum').map((element) => [attributeOf(element, 'w:abstractNumId') ?? '', element]));
  const nums = new Map(childrenNamed(root, 'w:num').map((element) => [attributeOf(element, 'w:numId') ?? '', element]));
  const lists = new Map<string, List>();
  for (const [listId, num] of nums) {
    let abstractId = valueOf(num, 'w:abstractNumId') ?? '';
    let abstract = abstracts.get(abstractId);
    const linked = valueOf(abstract, 'w:numStyleLink');
    const target = linked === undefined ? undefined : nums.get(styles.numberingOf(linked) ?? '');
    if (target) {
      abstractId = valueOf(target, 'w:abstractNumId') ?? '';
      abstract = abstracts.get(abstractId);
    }
    if (!abstract) continue;
    const levels = new Map(childrenNamed(abstract, 'w:lvl').map((level) => [numberOf(level), readLevel(level)]));
    const startOverrides = new Map<number, number>();
    for (const override of childrenNamed(num, 'w:lvlOverride')) {
      const own = childNamed(override, 'w:lvl');
      if (own) levels.set(numberOf(override), readLevel(own));
      const start = readCount(override, 'w:startOverride');
      if (start !== undefined) startOverrides.set(numberOf(override), start);
    }
    lists.set(listId, { abstractId, levels, startOverrides });
  }
  return lists;
}

const numberOf = (level: XmlElement) => Number(attributeOf(level, 'w:ilvl') ?? 0);

function readLevel(level: XmlElement): Level {
  return {
    start: readCount(level, 'w:start') ?? 0,
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText'),
    restartAfter: readCount(level, 'w:lvlRestart'),
    isDecimal: readSwitch(level, 'w:isLgl') ?? false,
    styleId: valueOf(level, 'w:pStyle'),
    paragraph: readParagraphFormat(childNamed(level, 'w:pPr')),
  };
}

function showMark(list: List, level: Level, numbers: readonly (number | undefined)[]): ListMark {
  if (level.format === 'bullet') {
    const isBlank = (level.text ?? '').trim() === '';
    return isBlank ? { written: '', marker: undefined } : { written: '•', marker: { kind: 'bullet', value: '' } };
  }
  const written = (level.text ?? '').replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = list.levels.get(at);
    return formatNumber(numbers[at] ?? Math.max(1, shown?.start ?? 1), level.isDecimal ? 'decimal' : (shown?.format ?? 'decimal'));
  }).trim();
  const value = written.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
  // "Standard 3" and "Appendix A" are words of the document; "3.1", "iv" and "aa" are numbers.
  const isWord = /\p{L}{2}/u.test(value) && !/^(?:[ivxlcdm]+|(\p{L})\1+|\d+(?:st|nd|rd|th))$/iu.test(value);
  if (value === '' || isWord) return { written, marker: undefined };
  return { written, marker: { kind: /^\p{L}/u.test(value) ? kindOf(level.format) : 'number', value } };
}

function kindOf(format: string): Marker['kind'] {
  if (format.endsWith('Letter')) return 'letter';
  return format.endsWith('Roman') ? 'roman' : 'number';
}
