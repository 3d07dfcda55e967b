import { wholeWords } from './language/phrase-finder.ts';

/** Wording that shuts people out, and what to write in its place. */
export interface BlamingTerm {
  /** Source of a regular expression, without its edges. */
  words: string;
  /** Finds the words where they stand as whole words, in any case. */
  pattern: RegExp;
  why: string;
  instead: string;
}

const term = (words: string, why: string, instead: string): BlamingTerm => ({ words, pattern: wholeWords(words), why, instead });

/** Terms that have no place in our own voice. Abbreviations are apart: they may stand once they have been spelled out. */
export const BLAMING_TERMS: readonly BlamingTerm[] = [
  term('avoidant', 'it labels a parent and stops curiosity', 'has not met us yet; we have tried … and …'),
  term('fail(?:s|ed|ing|ure)? to engage|non-?engag\\w*|not engag(?:e|ed|ing)|(?:does|did|do|wo)n[\'’]t engage|lack of engagement|disengag\\w*', 'it blames; silence may be fear', 'we have not yet found a way to meet that works for …'),
  term('hard[- ]to[- ]reach', 'it puts our lack of reach on people', 'we have not reached … yet'),
  term('disguised compliance', 'it guesses at motives', 'agreed to …; two of four visits happened; we do not know why yet'),
  term('fail(?:s|ed|ing|ure)? to protect|unable to protect', 'it blames the person who is being hurt', 'A hurt B. B kept the children safe by …'),
  term('(?:choos|chos)\\w* violent (?:partner|m[ae]n)s?|violent relationships?|chose to stay with (?:him|her|them|the)', 'it makes abuse a choice', 'has been abused by …'),
  term('lifestyle choices?', 'it blames people for harm or poverty', 'what happened, and what got in the way'),
  term('risk[- ]taking behaviours?|put(?:s|ting)? (?:him|her|them)sel(?:f|ves) at risk|streetwise|promiscuous', 'it blames a child who is being exploited', 'is being harmed or controlled by …'),
  term('we will escalate|escalat\\w* if|ultimatums?|final warning|last chance', 'it uses a threat as a lever and ends the talk', 'if … is not in place by (date), we will …, and tell you first'),
  term('w[io]n (?:our|the) case|los(?:e|t) (?:our|the) case|w[io]n (?:at|in) court', 'a family apart is not a win', 'the court made a … order'),
  term('open for monitoring|(?:keep(?:s|ing)?|kept) an eye on|monitor(?:s|ed|ing)? the situation', 'it is watching without help', 'we will stay until … to do …'),
  term('cover(?:ing)? (?:our|your|my) backs?|build(?:ing)? a case|evidence against', 'it works against the family', 'set out worries and strengths fairly'),
  term('in denial|lack(?:s|ed|ing)? (?:of )?insight|collu(?:de|des|ded|ding|sion)|(?:takes?|taking|took) (?:her|his) side', 'it writes people off for disagreeing', 'sees it differently: …'),
  term('these families|those families|families like this|that estate', 'it makes people "other"', 'name the family'),
  term('rescu(?:e|es|ed|ing)(?! (?:dog|cat|pet|centre|inhaler|service)s?)|saved (?:her|him|them)(?= from|[.,;:!?]|$)|hero(?:es)?|should be grateful', 'it puts us at the centre', 'the family did …; we helped with …'),
  term('alcoholics?(?! (?:drink|anonymous))|addicts?|drug users?|schizophrenics?|DV victims?', 'it defines a person by a problem', 'a parent who drinks to cope'),
  term('chaotic|dysfunctional|toxic|problem famil(?:y|ies)|inadequate', 'it blames and shames', 'describe the day: meals, sleep, school, who cares'),
  term('attention[- ]seeking|manipulative|challenging behaviours?|naughty', 'it stops at the label', 'gets upset when …; is telling us that …'),
  term('too young to say|non-verbal,? so (?:has )?no views?', 'views can be shown without words', 'at five months he … when …'),
];
