import type { ElementKind } from '../framework/framework.ts';
import { countKinds, readKind } from './vocabulary.ts';

const DETERMINERS = /^(?:(?:our|the|these|key|core|guiding|practice|professional|shared|\d+|one|two|three|four|five|six|seven|eight|nine|ten|overarching|main|quality)\s+)+(?=\S)/i;

/** What documents call their parts by other names, as a plural; words such as "theme" or "domain" say nothing of a kind. */
const OTHER_NAMES: readonly (readonly [RegExp, ElementKind])[] = [
  // What a service holds itself, or is held, to.
  [/^(?:commitments|pledges|promises|expectations|requirements|regulations|entitlements|capabilities|competenc(?:i?es)|(?:quality |i )?statements)$/i, 'standard'],
  [/^(?:commandments|(?:golden )?rules|tenets)$/i, 'principle'],
  [/^(?:foundations|cornerstones|building blocks)$/i, 'pillar'],
  [/^targets$/i, 'objective'],
  [/^convictions$/i, 'belief'],
  [/^virtues$/i, 'value'],
  [/^(?:habits|ways of (?:working|being|behaving))$/i, 'behaviour'],
  [/^(?:measures|metrics|success criteria)$/i, 'quality-indicator'],
];

/** The kind of what a document numbers or heads by another name: "Pledge 3", "Our commitments to families". "Commitment" alone may be a value's name. */
function readOtherName(plural: string): ElementKind | undefined {
  const name = plural.replace(DETERMINERS, '').replace(/(?<![\s.…:])[\s.…:]+$/, '');
  const head = name.replace(/ (?:to|of|for|in|that|about) [^]*/i, '');
  return OTHER_NAMES.find(([pattern]) => pattern.test(name) || pattern.test(head))?.[1];
}

/** "capability" → "capabilities". */
function toPlural(word: string): string {
  return word.replace(/y$/i, 'ie').replace(/$/, 's');
}

/**
 * What to call an element: by its numbered word ("Standard 3"), by its lead-ins ("we believe"), by a label that is itself such a word, by the nearest heading above that
 * names one, or by what the whole document calls its parts.
 */
export function decideKind({ word, label, stems, sections, fallback }: { word?: string | undefined; label: string; stems: readonly string[]; sections: readonly string[]; fallback: ElementKind }): ElementKind {
  const fromWord = word === undefined ? undefined : (readKind(word) ?? readOtherName(toPlural(word)));
  if (fromWord) return fromWord;
  if (/^(?:if|when|where) (?:we|you|i)\b/i.test(label)) return 'behaviour';
  if (stems.length > 0 && stems.every((stem) => /\bbelieve\b/i.test(stem))) return 'belief';
  const fromLabel = readKindOfLabel(label);
  if (fromLabel) return fromLabel;
  for (const section of sections) {
    const fromSection = readKind(section) ?? readOtherName(section);
    if (fromSection) return fromSection;
  }
  return fallback;
}

/** A label that is itself the word for a kind: "Our values", "Objectives", "How we know". "Ambition" is a value's name. */
function readKindOfLabel(label: string): ElementKind | undefined {
  if (/^how (?:will |do )?(?:we|you)\b/i.test(label)) return readKind(label);
  const words = label.replace(DETERMINERS, '').split(/\s+/);
  const first = words[0] ?? '';
  if (/s$/i.test(first) && readKind(first)) return readKind(first);
  return (words.length <= 3 && /s$/i.test(words.at(-1) ?? '') ? readKind(words.at(-1) ?? '') : undefined) ?? readOtherName(label);
}

/** What a document calls its parts on the whole: its title's word, else the word its introduction uses most, else "standard". */
export function findPrevailingKind(title: string, introduction: string): ElementKind {
  const fromTitle = readKind(title) ?? readOtherName(title);
  if (fromTitle) return fromTitle;
  const [first, second] = [...countKinds(introduction)].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : 'standard';
}
