import type { Seeded } from './seeded.ts';

/** What an editor might write for a word. Some change much of a short statement; that is what editors do. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  achieve: ['reach', 'secure'], act: ['respond', 'take action'], actions: ['steps'], all: ['every one of'], appropriate: ['right', 'suitable'], assess: ['weigh up'], assessment: ['evaluation', 'understanding'],
  assessments: ['evaluations'], aware: ['mindful'], believe: ['hold', 'are convinced'], best: ['strongest'], build: ['form', 'develop'], carers: ['those who care for them'], challenge: ['question'], change: ['improvement', 'progress'],
  child: ['young person', 'infant or child'], children: ['children and young people', 'young people'], clear: ['plain', 'easy to follow'], colleagues: ['partners', 'team members'], communicate: ['talk', 'share information'],
  consider: ['think about', 'take account of'], consistent: ['steady', 'reliable'], create: ['bring about', 'make'], decision: ['judgement'], decisions: ['judgements'], develop: ['grow', 'build'], difference: ['impact'], encourage: ['help', 'promote'],
  ensure: ['make sure', 'see to it'], ensures: ['makes sure'], everyone: ['everybody', 'each person'], evidence: ['research'], experience: ['lived experience', 'story'], experiences: ['stories'], families: ['parents and families', 'households'],
  family: ['household', 'whole family'], feelings: ['emotions'], focus: ['concentrate'], good: ['strong', 'sound'], harm: ['danger'], help: ['support', 'assist'], honest: ['open', 'truthful'], identify: ['find', 'recognise'], important: ['vital', 'key'],
  improve: ['strengthen', 'better'], include: ['involve', 'cover'], involve: ['include', 'engage'], involved: ['engaged'], know: ['understand'], learn: ['gain insight'], listen: ['pay attention', 'hear'], listening: ['hearing'], lives: ['everyday lives'],
  make: ['take', 'bring about'], meet: ['answer', 'respond to'], necessary: ['required'], needs: ['requirements', 'circumstances'], open: ['honest', 'frank'], opportunities: ['chances'], outcomes: ['results'], parents: ['mothers, fathers and carers'],
  people: ['individuals', 'those'], plan: ['strategy'], plans: ['planning'], practice: ['work', 'day-to-day work'], positive: ['good', 'lasting'], professionals: ['practitioners', 'agencies'], promote: ['encourage', 'champion'], protect: ['safeguard'],
  provide: ['offer', 'give'], recognise: ['acknowledge', 'value'], record: ['write down', 'document'], reflect: ['think back', 'show'], reflection: ['critical thinking'], relationships: ['connections', 'trusting relationships'], respect: ['dignity', 'regard'],
  responsibility: ['ownership'], review: ['revisit', 'check'], right: ['entitlement', 'correct'], risk: ['danger'], risks: ['dangers'], role: ['part', 'task'], safe: ['protected', 'secure'], safety: ['protection', 'welfare'], share: ['pass on', 'tell'],
  skills: ['abilities'], staff: ['workers', 'the workforce'], strengths: ['assets', 'abilities'], support: ['help', 'guidance'], team: ['service'], think: ['reflect'], time: ['space'], timely: ['prompt', 'on time'], together: ['side by side'],
  understand: ['appreciate', 'make sense of'], understanding: ['insight'], use: ['draw on', 'apply'], using: ['drawing on'], value: ['prize', 'respect'], views: ['opinions', 'wishes'], wellbeing: ['welfare'], work: ['practise', 'act'], working: ['acting'],
  worries: ['concerns'], worry: ['concern'], young: ['younger'],
};

const ADDED_ENDS = [' wherever possible', ', at every stage', ' and say why', ' in a way that makes sense to them', ', with the help of partner agencies', ' as early as we can', ' throughout our involvement', ', recording this clearly', ' and review this in supervision'];
const ADDED_STARTS = ['Wherever possible, ', 'In all our work, ', 'At every stage ', 'As a service, ', 'From the first contact, '];
const OPENINGS: readonly [RegExp, readonly string[]][] = [
  [/^We will (?=\w)/, ['Practitioners will ', 'We always ', 'Our staff will ', 'We commit to ', 'You can expect us to ']],
  [/^We (?=[a-z])/, ['Practitioners ', 'Everyone here will ', 'As workers we ', 'Together we ']],
  [/^Our (?=\w)/, ['The ', 'All our ']],
  [/^(?:That|The) (?=\w)/, ['Our ', 'Every ']],
];

/** One change of wording, or nothing where the text has no place for it. */
type Change = (text: string, chance: Seeded) => string;

const swapWords: Change = (text, chance) => {
  const share = 0.4 + chance.next() * 0.5;
  return text.replace(/[A-Za-z]+/g, (word) => {
    const others = Object.hasOwn(SYNONYMS, word.toLowerCase()) ? SYNONYMS[word.toLowerCase()] : undefined;
    if (!others || !chance.happens(share)) return word;
    const other = chance.pick(others);
    return /^[A-Z]/.test(word) ? capitalise(other) : other;
  });
};

const addEnd: Change = (text, chance) => text.replace(/[.!?]?$/, (end) => `${chance.pick(ADDED_ENDS)}${end}`);
const addStart: Change = (text, chance) => `${chance.pick(ADDED_STARTS)}${lowerFirst(text)}`;

const changeOpening: Change = (text, chance) => {
  const found = OPENINGS.find(([pattern]) => pattern.test(text));
  return found ? text.replace(found[0], chance.pick(found[1])) : text;
};

/** Leaves out the last clause, where enough remains. */
const dropClause: Change = (text) => {
  const at = Math.max(text.lastIndexOf(', '), text.lastIndexOf(' and '), text.lastIndexOf(' so that '), text.lastIndexOf(' – '));
  return at > text.length * 0.55 && at > 25 ? `${text.slice(0, at)}${/[.!?]$/.exec(text)?.[0] ?? ''}` : text;
};

/** "A, B and C" becomes "C, B and A"; "A by B" becomes "By B, A". */
const turnRound: Change = (text) => {
  const list = /(\w+), (\w+) and (\w+)/.exec(text);
  if (list) return text.replace(list[0], `${list[3]}, ${list[2]} and ${list[1]}`);
  const clause = /^(.{15,}?) (so that|by|when|in order to|where|because|if) ([^.]{10,}?)(\.?)$/.exec(text);
  if (clause) return `${capitalise(clause[2] ?? '')} ${clause[3]}, ${lowerFirst(clause[1] ?? '')}${clause[4]}`;
  const pair = /(\w{4,}) and (\w{4,})/.exec(text);
  return pair ? text.replace(pair[0], `${pair[2]} and ${pair[1]}`) : text;
};

const CHANGES: readonly Change[] = [swapWords, addEnd, addStart, changeOpening, dropClause, turnRound];

/** The statement as an editor might put it in the next edition: two to five changes, now and then everything at once. */
export function reword(text: string, chance: Seeded): string {
  const isRewritten = chance.happens(0.2);
  const chosen = isRewritten ? CHANGES : chance.shuffle(CHANGES).slice(0, 2 + chance.below(4));
  const edited = chosen.reduce((current, change) => change(current, chance), text);
  return edited === text ? addEnd(swapWords(text, chance), chance) : edited;
}

export const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Names in capitals and "I" stay. */
export const lowerFirst = (text: string): string => (/^(?:I\b|[A-Z]{2})/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`);
