import { describe, expect, test } from 'vitest';
import { findHardestRun, measureSentences, measureText, readingAge } from '../../../src/checks/language/reading-age.ts';
import type { Edit } from './edited-content.ts';
import { checkDebrief, checkProse, checkRule, LATE } from './find-in-text.ts';

describe('people-first', () => {
  test('offers the words that people use of themselves', async () => {
    expect(await checkDebrief('people-first', 'Kofi is wheelchair-bound.')).toEqual([expect.stringContaining('uses a wheelchair')]);
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
    'She is wheelchair bound.', 'bound to a wheelchair', 'a victim of cerebral palsy', "a Down's child", 'The disabled get a pass.', 'He is a psycho.', 'a normal child', 'She is confined to a wheelchair.', 'her real mum', 'a child prostitute', 'an illegal immigrant', 'The chairman opens the meeting.', 'She is a housewife.',
  ])('finds "%s"', async (text) => expect(await checkDebrief('people-first', text)).not.toEqual([]));

  test.each([
    'Disabled people and Deaf parents came.', 'Zac is autistic, and his dad is dyslexic.', 'the disabled toilet', 'a Gypsy family', 'an asylum seeker', 'Her mum, her sister and her gran.', 'The midwife rang.', 'Their mental health matters.', 'He plays with the blind.', 'a special guardianship order', 'It is easy. Of course he can.', 'He digs with a spade.', 'She is depressed.', 'an epileptic seizure', 'special educational needs',
  ])('leaves "%s" alone', async (text) => expect(await checkDebrief('people-first', text)).toEqual([]));

  test.each(['confined to a wheelchair', 'deaf and dumb'])('tells of "%s" once', async (text) => expect(await checkDebrief('people-first', `She is ${text}.`)).toHaveLength(1));

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

  describe('in a file that is easy to read', () => {
    const EASY = 'You sit with him and wait. He says one thing. ';

    test('stops at a hard debrief, and names what is hard in it', async () => {
      expect(await checkDebrief('reading-age', HARD.repeat(3))).toMatchInlineSnapshot(`
        [
          "warning content/scenarios/the-late-visit.yaml:62:11 reading-age
          The reading age of the debrief is 41.7; the limit for a part of a file is 14.
          What to do: Start with the hardest sentences: 62:11 "Organisational accountability necessitat…", 62:189 "Organisational accountability necessitat…", 62:367 "Organisational accountability necessitat…". The longest words: multidisciplinary, organisational, accountability.",
        ]
      `);
    });

    test('stops at a hard paragraph of a module, and at a hard situation', async () => {
      expect(await checkProse('reading-age', `${HARD.repeat(3)}\n\n${EASY.repeat(20)}`)).toEqual([expect.stringContaining('The reading age of this paragraph is')]);
      expect(await checkRule('reading-age', [LATE, 'It is ten to four. You said you would', `${HARD.repeat(2)}You said you would`])).toEqual([expect.stringContaining('The reading age of this text is')]);
    });

    test('stops at a hard run of sentences in a long text that is easy otherwise', async () => {
      expect(await checkDebrief('reading-age', EASY.repeat(20) + HARD.repeat(3) + EASY.repeat(20))).toEqual([expect.stringMatching(/\d+ words on end in the debrief have a reading age of/)]);
    });

    test('stops at feedback that is hard only when it is taken together', async () => {
      const starts = ['You say so', 'The reason is good', 'A child who', 'You come back', 'It is true'];
      const found = await checkRule('reading-age', ...starts.map((start): Edit => [LATE, `feedback: ${start}`, `feedback: Organisational accountability necessitates multidisciplinary documentation. ${start}`]));
      expect(found).toEqual([expect.stringContaining('The reading age of all feedback together is')]);
    });

    test('leaves alone a framework’s own words, what is short, and what is only somewhat hard', async () => {
      expect(await checkProse('reading-age', `> ${HARD.repeat(3)}\n\n${EASY.repeat(20)}`)).toEqual([]);
      expect(await checkDebrief('reading-age', HARD)).toEqual([]);
      expect(await checkDebrief('reading-age', `${EASY.repeat(9)}The council has a duty to enquire on reasonable cause to suspect significant harm. ${EASY.repeat(9)}`)).toEqual([]);
    });

    test('the hardest run is found wherever it stands, and is no longer than it has to be', () => {
      const sentences = measureSentences(`${EASY.repeat(4)}${HARD.repeat(2)}${EASY.repeat(4)}`);
      const run = findHardestRun(sentences, measureText(HARD.repeat(2)).words);
      expect(run).toMatchObject({ sentences: 2, from: EASY.length * 4 });
      expect(run?.to).toBe(EASY.length * 4 + HARD.repeat(2).trimEnd().length);
      expect(findHardestRun(sentences, 1000)).toBeUndefined();
    });
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
