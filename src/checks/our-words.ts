import type { Content } from './content.ts';
import { recogniseFrameworkWords } from './framework-words.ts';
import { isOurVoice, listLearnerTexts, type LearnerText } from './learner-text.ts';
import type { WrittenFile } from './content.ts';
import type { FoundPhrase, Phrase, PhraseFinder } from './language/phrase-finder.ts';
import { withoutQuotations } from './quoted-words.ts';

/**
 * The words of a text that are our own, with the rest blanked; places stay as they are. The narrator may report what somebody
 * said. In an option the words are the learner's own, with or without quotation marks, unless they are a framework's.
 */
export function ourWords({ text, option }: LearnerText, content: Pick<Content, 'frameworks'>): string {
  return withoutQuotations(text, option === undefined ? () => true : recogniseFrameworkWords(content));
}

/** Every phrase of a list that our own voice uses, in scenarios and modules, file by file. */
export function findInOurVoice<Sought extends Phrase>(content: Content, finder: PhraseFinder<Sought>): ({ file: WrittenFile; in: LearnerText } & FoundPhrase<Sought>)[] {
  return listLearnerTexts(content).flatMap(({ file, texts }) =>
    texts.flatMap((text) => (isOurVoice(text) && finder.listCandidates(text.text).length > 0 ? finder.find(ourWords(text, content)).map((found) => ({ file, in: text, ...found })) : [])),
  );
}
