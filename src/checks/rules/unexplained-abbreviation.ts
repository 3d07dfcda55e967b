import { ABBREVIATIONS, EVERYDAY_ABBREVIATIONS } from '../word-lists/abbreviations.ts';
import type { Content } from '../content.ts';
import { recogniseFrameworkWords } from '../framework-words.ts';
import { defineLanguageRule, type LanguageFinding } from '../language-rule.ts';
import { isOurVoice, listLearnerTexts, type LearnerText, type LearnerTexts } from '../learner-text.ts';
import { withoutQuotations } from '../quoted-words.ts';

const CAPITALS = /[A-Z][A-Z\d]/;
const ABBREVIATION = /(?<![\w-])([A-Z]{2,6}|S(?:17|20|47))(?=s?(?![\w-]))/g;
const ROMAN_NUMBER = /^[IVX]+$/;

/** With its words before it, or after it, in brackets. */
const EXPLAINED = /\(([A-Z0-9]{2,6})s?\)|(?<![\w-])([A-Z0-9]{2,6})s? \((?=\p{L}+[ -]\p{L})/gu;

/** What is no longer than this between quotation marks is named, not said. */
const NAMED_WORDS = 3;

/** An abbreviation of the trade stops a build; any other may be a name that everybody knows. */
export const unexplainedAbbreviation = defineLanguageRule('unexplained-abbreviation', 'error', 'An abbreviation is spelled out before it is used.', (content) => listLearnerTexts(content).flatMap((file) => findInFile(file, content)));

function findInFile({ file, texts }: LearnerTexts, content: Content): LanguageFinding[] {
  const explained = new Set<string>();
  const met = new Set<string>();
  return texts.flatMap((text) => {
    if (!CAPITALS.test(text.text)) return [];
    for (const [, after, before] of text.text.matchAll(EXPLAINED)) explained.add(after ?? before ?? '');
    return findInText(text, content)
      .filter(({ short, from }) => !explained.has(short) && (short in ABBREVIATIONS || !isShouted(short, from, text.text, texts)) && !isSpeltOutAfter(short, text.text.slice(from + short.length)))
      .map(({ short, from }): LanguageFinding => {
        const long = ABBREVIATIONS[short];
        const isFirst = !met.has(short);
        met.add(short);
        const to = from + short.length;
        const place = { file, in: text, from, to };
        if (long === undefined) return { ...place, severity: 'warning', message: `"${short}" is not spelled out.`, hint: `Write it in full, with "(${short})" after it where you need it again. Write words that are no abbreviation in small letters.` };
        const isOne = text.text[to] !== 's';
        return { ...place, message: `"${short}" shuts out everybody who does not know it.`, hint: `Write "${long}", or spell it out at its first use with "(${short})" after it.`, ...(isFirst && isOne && { replacement: `${long} (${short})` }) };
      });
  });
}

/** The word next to it, in capitals. */
const CAPITALS_BEFORE = /(?:[A-Z]{2}|(?<![\w-])[AI])[ .,:;!?'’]{1,3}$/;
const CAPITALS_AFTER = /^[ .,:;!?'’]{1,3}(?:[A-Z]{2}|[AI](?![\w']))/;

/** A sign, a note in capitals, or a name that the texts also hold in small letters. */
function isShouted(short: string, from: number, text: string, texts: readonly LearnerText[]): boolean {
  const name = short.charAt(0) + short.slice(1).toLowerCase();
  return CAPITALS_BEFORE.test(text.slice(Math.max(0, from - 12), from)) || CAPITALS_AFTER.test(text.slice(from + short.length, from + short.length + 12)) || texts.some((other) => other.text.includes(name));
}

/** As in "SMART: specific, measurable, achievable, relevant, timed". */
function isSpeltOutAfter(short: string, rest: string): boolean {
  const words = /^: [^.!?]*/.exec(rest.slice(0, 200))?.[0].match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !/^(?:and|of|the|for|in)$/.test(word)).slice(0, short.length).map((word) => word.charAt(0).toUpperCase()).join('') === short;
}

/** Each abbreviation of a text that is ours to answer for, where it stands first. */
function findInText(text: LearnerText, content: Content): { short: string; from: number }[] {
  if (!isOurVoice(text)) return [];
  const isFrameworks = recogniseFrameworkWords(content);
  const ours = withoutQuotations(text.text, (words) => words.trim().split(/\s+/).length <= NAMED_WORDS || isFrameworks(words));
  const first = new Map<string, number>();
  for (const { 1: short = '', index } of ours.matchAll(ABBREVIATION)) {
    if (!first.has(short) && !EVERYDAY_ABBREVIATIONS.has(short) && !ROMAN_NUMBER.test(short)) first.set(short, index);
  }
  return [...first].map(([short, from]) => ({ short, from }));
}
