import type { Content } from './content.ts';
import { recogniseFrameworkWords } from './framework-words.ts';
import { isOurVoice, listLearnerTexts, type LearnerText } from './learner-text.ts';
import type { WrittenFile } from './content.ts';
import { BLAMING_TERMS } from './word-lists/blaming-terms.ts';
import { JARGON_TERMS } from './word-lists/jargon-terms.ts';
import { PhraseFinder, type FoundPhrase, type Phrase } from './language/phrase-finder.ts';
import { PEOPLE_TERMS, RETEXT_TRIGGERS } from './word-lists/people-terms.ts';
import { withoutQuotations } from './quoted-words.ts';
import { SYSTEM_TERMS } from './word-lists/system-terms.ts';

/**
 * The words of a text that are our own, with the rest blanked; places stay as they are. The narrator may report what somebody
 * said. In an option the words are the learner's own, with or without quotation marks, unless they are a framework's.
 */
export function ourWords({ text, option }: LearnerText, content: Pick<Content, 'frameworks'>): string {
  return withoutQuotations(text, option === undefined ? () => true : recogniseFrameworkWords(content));
}

const LISTS = { blaming: BLAMING_TERMS, system: SYSTEM_TERMS, jargon: JARGON_TERMS, people: PEOPLE_TERMS, retext: RETEXT_TRIGGERS } as const;
type ListName = keyof typeof LISTS;

const LIST_OF_PHRASE = Object.entries(LISTS).flatMap(([name, phrases]) => phrases.map(() => name));
const ANY_PHRASE = new PhraseFinder<Phrase>(Object.values(LISTS).flat());
const BLAMING = new PhraseFinder<Phrase>(BLAMING_TERMS);
const NONE: ReadonlySet<string> = new Set();

const worthTrying = new WeakMap<LearnerText, ReadonlySet<string>>();

/** Whether a text of ours may hold a phrase of a list. One pass over its letters answers for all lists. */
export function mayHold(text: LearnerText, list: ListName): boolean {
  let lists = worthTrying.get(text);
  if (!lists) {
    const candidates = isOurVoice(text) ? ANY_PHRASE.listCandidates(text.text) : [];
    lists = candidates.length === 0 ? NONE : new Set(candidates.map((at) => LIST_OF_PHRASE[at] ?? ''));
    worthTrying.set(text, lists);
  }
  return lists.has(list);
}

/**
 * Every phrase of a list that our own voice uses, in scenarios and modules, file by file. Words that blame are told of once: what
 * another list says of the same words is left out.
 */
export function findInOurVoice<Sought extends Phrase>(content: Content, list: ListName, finder: PhraseFinder<Sought>): ({ file: WrittenFile; in: LearnerText } & FoundPhrase<Sought>)[] {
  const found: ({ file: WrittenFile; in: LearnerText } & FoundPhrase<Sought>)[] = [];
  for (const { file, texts } of listLearnerTexts(content)) {
    for (const text of texts) {
      if (!mayHold(text, list)) continue;
      const ours = ourWords(text, content);
      const phrases = finder.find(ours);
      const blaming = phrases.length > 0 && list !== 'blaming' ? BLAMING.find(ours) : [];
      for (const phrase of phrases) if (!blaming.some(({ from, to }) => from < phrase.to && phrase.from < to)) found.push({ file, in: text, ...phrase });
    }
  }
  return found;
}
