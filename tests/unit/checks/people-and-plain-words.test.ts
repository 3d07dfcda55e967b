import { describe, expect, test } from 'vitest';
import { readingAge, measureText } from '../../../src/checks/language/reading-age.ts';
import { checkDebrief, checkProse, checkRule, LATE } from './find-in-text.ts';

describe('people-first', () => {
  test('offers the words that people use of themselves', async () => {
    expect(await checkDebrief('people-first', 'Kofi is wheelchair-bound.')).toMatchInlineSnapshot(`[]`);
    expect(await checkProse('people-first', 'Ask a child with autism.')).toMatchInlineSnapshot(`
      [
        "warning content/frameworks/elm-practice/modules/we-listen.mdx:34:7 people-first
        "child with autism": most autistic people in the UK say "autistic".
        What to do: In its place: autistic child; autistic people; or the words that the person uses.",
      ]
    `);
  });

  test.each([
    'His brother committed suicide.', 'She suffers from autism.', 'a stroke victim', 'a failed suicide', 'handicapped parking', 'They turn a deaf ear to him.', 'She is hearing impaired.', 'a homosexual couple', 'He is transgendered.', 'an oriental family', 'The disabled are left out.', 'a child with special needs', 'He has a mental age of four.',
    'a normal child', 'She is confined to a wheelchair.', 'her real mum', 'a child prostitute', 'an illegal immigrant', 'The chairman opens the meeting.', 'She is a housewife.',
  ])('finds "%s"', async (text) => expect(await checkDebrief('people-first', text)).not.toEqual([]));

  test.each([
    'Disabled people and Deaf parents came.', 'Zac is autistic, and his dad is dyslexic.', 'the disabled toilet', 'a Gypsy family', 'an asylum seeker', 'Her mum, her sister and her gran.', 'The midwife rang.', 'Their mental health matters.', 'He plays with the blind.', 'a special guardianship order', 'It is easy. Of course he can.', 'He digs with a spade.', 'She is depressed.', 'an epileptic seizure', 'special educational needs',
  ])('leaves "%s" alone', async (text) => expect(await checkDebrief('people-first', text)).toEqual([]));

  test('lets people in the story speak, and weak options be weak', async () => {
    expect(await checkDebrief('people-first', 'She says, "He is a retard."')).toEqual([]);
    expect(await checkRule('people-first', [LATE, 'Drive on and explain when you get there.', 'Write that Hannah suffers from autism.'])).toEqual([]);
  });
});

describe('repeated-word', () => {
  test('offers the word once', async () => {
    expect(await checkDebrief('repeated-word', 'He waits at the the door.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:23 repeated-word
        "the the" has one word twice.
        What to do: Leave one of the two out.",
      ]
    `);
  });

  test('leaves alone what may stand twice', async () => {
    for (const text of ['She had had enough.', 'He says that that is so.', 'No, no.', 'It is theirs. Theirs is it.']) expect(await checkDebrief('repeated-word', text)).toEqual([]);
  });
});

describe('indefinite-article', () => {
  test('offers the one that fits the sound', async () => {
    expect(await checkDebrief('indefinite-article', 'He has a apple.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:18 indefinite-article
        "a" does not fit the word after it.
        What to do: Write "an".",
      ]
    `);
    expect(await checkProse('indefinite-article', 'Wait for an moment.')).toHaveLength(1);
  });

  test('goes by sound, not by letter', async () => {
    for (const text of ['an hour, a user, a one-off, a European, an heir', 'an MP', 'a UK family']) expect(await checkDebrief('indefinite-article', text)).toEqual([]);
  });
});

describe('reading-age', () => {
  const HARD = 'Organisational accountability necessitates comprehensive documentation regarding multidisciplinary interventions alongside appropriate consideration of individual circumstances. ';

  test('names the hardest sentences of a file and its longest words', async () => {
    expect(await checkDebrief('reading-age', HARD.repeat(9))).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:11 reading-age
        The reading age of this file is 18.9; the limit is 12.
        What to do: Start with the hardest sentences: 62:11 "Organisational accountability necessitat…", 62:189 "Organisational accountability necessitat…", 62:367 "Organisational accountability necessitat…". The longest words: multidisciplinary, accountability, documentation.",
      ]
    `);
    expect(await checkProse('reading-age', HARD.repeat(9))).toHaveLength(1);
  });

  test('says nothing of plain words, nor of too few to tell', async () => {
    expect(await checkDebrief('reading-age', 'You sit with him and wait. He says one thing. '.repeat(20))).toEqual([]);
    expect(await checkProse('reading-age', HARD)).toEqual([]);
  });

  test('is the Flesch–Kincaid grade and five years', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 + 5.
    expect(measureText('The cat sat on the mat.')).toEqual({ sentences: 1, words: 6, syllables: 6 });
    expect(readingAge(measureText('The cat sat on the mat.'))).toBeCloseTo(3.55, 5);
    expect(readingAge(measureText(''))).toBe(0);
  });

  test('takes names, and terms that the work needs, for words of two syllables at most', () => {
    expect(measureText('You ring Elizabeth.').syllables).toBe(4);
    expect(measureText('We talk in supervision.').syllables).toBe(5);
    expect(measureText('We talk in anticipation.').syllables).toBe(8);
  });
});
