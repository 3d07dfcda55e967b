import { describe, expect, test } from 'vitest';
import { DEBRIEF, checkDebrief, checkProse, checkRule, LATE, LISTEN } from './find-in-text.ts';

const WORDS_25 = 'Dylan has waited at the window since four and he has told his teacher that you were coming and that he has drawn a map';
const LONG = `${WORDS_25} today`;

describe('long-sentence', () => {
  test('points at the first words of a sentence of 26 words, and lets 25 stand', async () => {
    expect(await checkDebrief('long-sentence', `Being early helps. ${LONG}.`)).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:30 long-sentence
        This sentence has 26 words; more than 25 are hard to follow at one reading.
        What to do: Make two sentences of it, one thought in each, or leave out what the reader does not need.",
      ]
    `);
    expect(await checkDebrief('long-sentence', `Being early helps. ${WORDS_25}.`)).toEqual([]);
  });

  test('finds it where YAML folds the text over lines', async () => {
    const folded = `debrief: >-\n  Being early helps. ${LONG.replace('window since', 'window\n  since')}.\n`;
    expect(await checkRule('long-sentence', [LATE, `${DEBRIEF}\n`, folded])).toEqual([expect.stringContaining('the-late-visit.yaml:63:22 long-sentence')]);
  });

  test('finds it behind quotation marks that YAML needs to escape', async () => {
    expect(await checkDebrief('long-sentence', `He says, "No. Don't." ${LONG}.`)).toEqual([expect.stringContaining('the-late-visit.yaml:62:35 long-sentence')]);
  });

  test('finds it in the prose, the lists, the objectives and the supervision questions of a module', async () => {
    expect(await checkProse('long-sentence', `Ask first. **${LONG}.**`)).toEqual([expect.stringContaining('we-listen.mdx:34:14 long-sentence')]);
    expect(await checkProse('long-sentence', `- Ask first.\n- ${LONG}.`)).toEqual([expect.stringContaining('we-listen.mdx:35:3 long-sentence')]);
    expect(await checkRule('long-sentence', [LISTEN, 'Say what this asks of you on a Monday morning.', LONG])).toEqual([expect.stringContaining('we-listen.mdx:6:5 long-sentence')]);
    expect(await checkRule('long-sentence', [LISTEN, 'Where was this hard for you?', `${LONG}?`])).toEqual([expect.stringContaining('we-listen.mdx:23:5 long-sentence')]);
  });

  test('counts no words of a framework that a sentence quotes', async () => {
    const statement = 'We hear what the child says and what the child does not say.';
    const said = 'Somebody could have read the line aloud at the start of the meeting:';
    expect(await checkDebrief('long-sentence', `${said} “${statement}”`)).toEqual([]);
    expect(await checkDebrief('long-sentence', `${said} “${statement.replace('hear', 'know')}”`)).toHaveLength(1);
    expect(await checkProse('long-sentence', `> ${statement}`)).toEqual([]);
  });
});

describe('blaming-language', () => {
  test('in the prose and the objectives of a module', async () => {
    expect(await checkProse('blaming-language', 'Some families are hard to reach.')).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:34:19 blaming-language
        "hard to reach": it puts our lack of reach on people.
        What to do: In its place: we have not reached … yet. If you name such wording on purpose, put it between quotation marks.",
      ]
    `);
    expect(await checkRule('blaming-language', [LISTEN, 'Say what this asks of you on a Monday morning.', 'Keep an eye on the family'])).toEqual([expect.stringContaining('we-listen.mdx:6:5 blaming-language')]);
  });

  test('is spared between quotation marks in a module, which names what not to write', async () => {
    expect(await checkProse('blaming-language', 'Nobody is "hard to reach" when somebody asks them how.')).toEqual([]);
    expect(await checkProse('blaming-language', '> They are hard to reach.')).toEqual([]);
  });
});

describe('system-words', () => {
  test('offers words for people and what they do', async () => {
    expect(await checkDebrief('system-words', 'Dylan has contact with his dad.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:17 system-words
        "has contact": it is a system word for seeing people who matter.
        What to do: In its place: family time; seeing her dad. Keep it where it is the right word.",
      ]
    `);
    expect(await checkProse('system-words', 'Ask about her siblings.')).toHaveLength(1);
  });

  test.each([
    'She is resistant.', 'He is refusing to work with us.', 'non-compliance', 'He must comply.', 'a volatile relationship', 'an incident of DV', 'They are both as bad as each other.', 'beyond parental control', 'a neglectful parent', 'to prove her commitment', 'Put the child first.',
    'The threshold is not met.', 'It does not meet the threshold.', 'known to services', 'a history of drinking', 'the same as last time', 'a pattern of this', 'a breach of the plan', 'He broke the agreement.', 'back to square one', 'an aggressive man', 'She was hostile.', 'He kicked off.',
    'Get her to sign.', 'We made him leave.', 'You told mum to ring.', 'She was instructed.', "I'll sort it.", 'Do it for her.', 'an absent father', 'Dad is not involved.', 'father unknown', 'She has no network.', 'supervised contact', 'a placement', 'respite', 'his siblings', 'He absconded.',
    'a service user', 'our clients', 'Your case is closed.', 'Mum reports that all is well.', 'Whose fault was it?', 'You should have known.', 'zero tolerance', 'We are risk averse.',
    'an obstructive father', 'He was uncooperative.', 'She did not cooperate.', 'The parents are not working with us.', 'anti-professionals', 'an out-of-control child', 'He is out of control at home.', 'They are a difficult family to help.', 'She chose to stay with Craig.', 'Hannah chose to stay.', 'She allowed him back.', 'She let her ex back into the house.', 'She did not protect her son.', 'She puts her own needs first.', "She cannot prioritise Leo's needs.",
    'Mum says that he is fine.', 'The phone rang. Dad has not come.', 'Contact is on Fridays.', "Leo's contact is at four.", 'Kai was placed in Brackley Fold.', 'They were placed with carers.', 'his contact with his gran', 'a long history of drinking', 'a pattern of missed visits', 'the placement of the child',
  ])('finds "%s"', async (text) => expect(await checkDebrief('system-words', text)).toHaveLength(1));

  test.each([
    'Contact the school.', 'your contact details', 'a data breach', 'disguised compliance', 'a work placement', 'in that case', 'Keep the key in case she rings.', 'the case law', 'Get them to school.', 'Get her to the door.', 'His mum reports that all is well.', 'She has no family time today.', 'the resistance of the door',
    'the history of Wales', 'the pattern of the rug', 'a pattern of stars', 'He lost his case on the train.', 'She lost contact with her school friends.', 'a placement test', 'the placement of the chairs', 'Dan got him to laugh.', 'They told Mum to sit down.', 'We should have known.', 'the client side of the app', 'the hostile planet', 'resistant to penicillin', 'a shop with no contact with the office',
    'His mum says that he is fine.', 'She knows that Mum is poorly.', 'Mum and Dad are here.', 'Your contact is Ruby.', 'He made contact on purpose.', 'The chairs were placed in a circle.', 'The mug was placed in the sink.', 'He was placed second.', 'The school allowed him back to class.', 'She took him back to bed.', 'Leo chose to stay with his aunt.', 'The fire was out of control.', 'It does not protect him.', 'a difficult family meeting',
  ])('leaves "%s" alone', async (text) => expect(await checkDebrief('system-words', text)).toEqual([]));
});

describe('danger-and-risk', () => {
  test('counts what frightens', async () => {
    expect(await checkDebrief('danger-and-risk', 'There is danger. It is unsafe, and the danger grows.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:20 danger-and-risk
        3 of 15 words here are "danger", "unsafe" and "safety": it frightens, and it blurs what the worry is.
        What to do: Say what happens, how often, and what it does to the child. Keep the words where a life or somebody’s safety is threatened.",
      ]
    `);
    expect(await checkProse('danger-and-risk', 'The risk is high. Risks add up. It is risky.')).toHaveLength(1);
  });

  test('lets the words stand where they are few among many', async () => {
    expect(await checkDebrief('danger-and-risk', 'There is danger, and it is unsafe.')).toEqual([]);
    expect(await checkDebrief('danger-and-risk', `The danger, the danger and the danger. ${`${WORDS_25}. `.repeat(4)}`)).toEqual([]);
  });
});

describe('unexplained-abbreviation', () => {
  test('spells out one of the trade that the list knows, once', async () => {
    expect(await checkDebrief('unexplained-abbreviation', 'The IRO rang. The IRO came.')).toMatchInlineSnapshot(`
      [
        "error content/scenarios/the-late-visit.yaml:62:15 unexplained-abbreviation
        "IRO" shuts out everybody who does not know it.
        What to do: Write "independent reviewing officer", or spell it out at its first use with "(IRO)" after it.",
      ]
    `);
    expect(await checkDebrief('unexplained-abbreviation', 'The independent reviewing officer (IRO) rang. The IRO came.')).toEqual([]);
    expect(await checkDebrief('unexplained-abbreviation', 'Two LACs moved.')).toHaveLength(1);
  });

  test('asks about any other, and does not stop a build', async () => {
    expect(await checkDebrief('unexplained-abbreviation', 'The QZX form is blank.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:15 unexplained-abbreviation
        "QZX" is not spelled out.
        What to do: Write it in full, with "(QZX)" after it where you need it again. Write words that are no abbreviation in small letters.",
      ]
    `);
    expect(await checkProse('unexplained-abbreviation', 'The QZX form is blank.')).toHaveLength(1);
  });

  test('knows what everybody knows, signs, notes, Roman numbers, and names that are written small elsewhere', async () => {
    for (const text of ['The GP has a TV.', "The sign says, 'KEEP OUT OF HERE, AND STAY OUT'.", 'WE KEEP OUR WORD, says the poster.', 'Part II is blank.', 'He writes DYLAN at the top.', 'He ate his BLT.', 'She likes LEGO and IKEA.', 'The KFC is shut.']) expect(await checkDebrief('unexplained-abbreviation', text)).toEqual([]);
  });

  test('takes the words after it for what it stands for', async () => {
    expect(await checkDebrief('unexplained-abbreviation', 'The plan is SMART: specific, measurable, achievable, relevant and timed.')).toEqual([]);
    expect(await checkDebrief('unexplained-abbreviation', 'The QZX (quick zonal exchange) form is blank.')).toEqual([]);
  });

  test('lets a text name one between quotation marks', async () => {
    expect(await checkDebrief('unexplained-abbreviation', 'Nobody can read "DV" and know who did what.')).toEqual([]);
    expect(await checkDebrief('unexplained-abbreviation', 'She says, "There is an old CIN plan on file."')).toHaveLength(1);
  });
});

describe('jargon', () => {
  test('offers plain words', async () => {
    expect(await checkDebrief('jargon', 'Utilise the holistic plan.')).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:11 jargon
        "Utilise" is a word of the trade; readers have to translate it.
        What to do: Plainer: use. Where the word itself is needed, explain it once.",
        "warning content/scenarios/the-late-visit.yaml:62:23 jargon
        "holistic" is a word of the trade; readers have to translate it.
        What to do: Plainer: whole; of all that matters in their life. Where the word itself is needed, explain it once.",
      ]
    `);
    expect(await checkProse('jargon', 'Signpost them to a group.')).toHaveLength(1);
  });

  test('leaves words that blame to the rule that stops at them', async () => {
    expect(await checkDebrief('jargon', 'She has not engaged with the plan.')).toEqual([]);
    expect(await checkDebrief('blaming-language', 'She has not engaged with the plan.')).toHaveLength(1);
    expect(await checkDebrief('jargon', 'She has not engaged. We engage with her.')).toHaveLength(1);
  });

  test('leaves everyday words alone, and what people in the story say', async () => {
    expect(await checkDebrief('jargon', 'The engaged couple saw a signpost-like tree. He said, "It is statutory."')).toEqual([]);
  });
});
