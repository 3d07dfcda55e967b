import { wholeWords } from '../language/phrase-finder.ts';

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

/** Before it: who may say of themselves that they failed. A service that owns up blames nobody else. */
const NOT_OF_OURSELVES = '(?<!\\b(?:we|i|us|services?|agenc(?:y|ies)|council|professionals) (?:have |had |has )?)';
const VIOLENT_PERSON = '(?:\\w+ ){0,2}(?:m[ae]n|partner|boyfriend|girlfriend|husband|wife|abuser|perpetrator)';
const THINGS_THAT_POISON = '(?:bleach|paint|chemicals?|fumes?|gas(?:es)?|waste|smoke|substances?|cleaners?|acids?|plants?|berr(?:y|ies)|mushrooms?|mould|metals?|pesticides?|glue)';

/** Terms that have no place in our own voice. Abbreviations are apart: they may stand once they have been spelled out. */
export const BLAMING_TERMS: readonly BlamingTerm[] = [
  term('avoidant', 'it labels a parent and stops curiosity', 'has not met us yet; we have tried … and …'),
  term("(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|unwilling|reluctant|hard|difficult)[- ]to[- ]engage(?! (?:readers?|pupils|the class))|non-?engag\\w*|(?:not|never|rarely|barely|hardly) engag(?:e|es|ed|ing)(?! to (?:be|each|him|her))|not (?:fully|really|properly|actively|meaningfully|consistently) engag(?:e|ed|ing)|(?:does|did|do|wo|is|are|was|were|has|have|had)n['’]t engag(?:e|ed|ing)|(?:lack of|poor|little|no|sporadic|minimal) engagement|(?:poorly|stopped) engag(?:ed|ing)|disengag\\w*", 'it blames; silence may be fear', 'we have not yet found a way to meet that works for …'),
  term('hard[- ]to[- ]reach', 'it puts our lack of reach on people', 'we have not reached … yet'),
  term('disguised compliance', 'it guesses at motives', 'agreed to …; two of four visits happened; we do not know why yet'),
  term(`${NOT_OF_OURSELVES}fail(?:s|ed|ing|ures?)? to (?:protect|safeguard|shield|keep (?:\\w+ ){1,4}safe)|unable to (?:protect|keep (?:\\w+ ){1,4}safe)|allow(?:s|ed|ing)? (?:the |this )?(?:abuse|violence) to`, 'it blames the person who is being hurt', 'A hurt B. B kept the children safe by …'),
  term(`(?:choos|chos|pick)\\w* (?:\\w+ )?(?:violent|abusive|dangerous|unsuitable|the wrong) (?:partner|boyfriend|husband|m[ae]n)s?|(?:poor|bad|her|his|their) choices? (?:of|in) (?:partner|m[ae]n)s?|violent relationships?|(?:choos|chos|decid|prefer)\\w* to (?:stay|remain|live|be|go back) (?:with|to) (?:a|an|the|that|this|her|his) ${VIOLENT_PERSON}|(?:choos|chos|decid|prefer)\\w* to (?:(?:stay|remain) with|go back to) (?:him|her|them|the)(?! \\w+ (?:carers?|family))(?! (?:family|carers?|mum|dad|gran\\w*|nan\\w*|aunt\\w*|uncle|sisters?|brothers?|cousins?|friends?|mates?|class|group|team|others|foster))|(?:choos|chos|decid)\\w* to (?:stay|remain) in (?:the|this|that|her|his|an?) (?:\\w+ )?(?:relationship|marriage)|(?:choos|chos|prioritis)\\w* (?:\\w+ ){1,3}over (?:her|his|their|the) (?:own )?(?:child|children|kids?|sons?|daughters?|baby)`, 'it makes abuse a choice', 'has been abused by …'),
  term('lifestyle choices?|(?:poor|bad|unhealthy|risky) (?:life |lifestyle |relationship )?(?:choices|decisions)|(?<!\\b(?:we|i) )(?:makes?|making|made) (?:a|another|such a) (?:poor|bad|risky) choice|(?<!\\b(?:we|i) )(?:makes?|making|made) (?:a|another|such a) (?:poor|bad|risky) decision', 'it blames people for harm or poverty', 'what happened, and what got in the way'),
  term("risk[- ]taking behaviours?|risky (?:behaviours?|lifestyles?)|(?:put(?:s|ting)?|plac(?:e|es|ed|ing)) (?:him|her|them)sel(?:f|ves) (?:at (?:\\w+ )?risk|in(?:to)? (?:\\w+ )?danger|in(?:to)? harm['’]s way|in(?:to)? (?:a |an )?(?:\\w+ )?(?:risky|dangerous|unsafe|vulnerable) (?:situation|place|position)s?)|streetwise|promiscuous|sexually active with (?:\\w+ )?(?:older|adult|grown)", 'it blames a child who is being exploited', 'is being harmed or controlled by …'),
  term('we will escalate|escalat\\w* if|ultimatums?|final warnings?(?! (?:lights?|lamps?|bells?|buzzers?|beeps?|signs?|sirens?|whistles?))|last chance(?! (?:for (?:an?|one|some|us)|of (?:the|a)|to (?:see|say|score|win|hug|play|swim|buy|book|enter|wave|look|catch|visit|watch|eat|enjoy|ride|dance|sing)))', 'it uses a threat as a lever and ends the talk', 'if … is not in place by (date), we will …, and tell you first'),
  term('w[io]n (?:our|the) case|los(?:e|t) (?:our|the) case(?! (?:of|with|full|on (?:the|a)|at (?:the|an?) (?:station|airport|bus|hotel|beach)|in (?:the|a) (?:crowd|street|snow|rain|sea|move)|that (?:her|his|the)))|w[io]n (?:at|in) court', 'a family apart is not a win', 'the court made a … order'),
  term('open for monitoring|(?:keep(?:s|ing)?|kept) an eye on(?! (?:the|a|his|her|their) (?:clock|time|ball|pan|oven|soup|stove|road|weather|score|dog|kettle|toast|bus))|monitor(?:s|ed|ing)? the situation', 'it is watching without help', 'we will stay until … to do …'),
  term('cover(?:ing)? (?:our|your|my) backs?|build(?:ing)? a case|evidence against', 'it works against the family', 'set out worries and strengths fairly'),
  term('in denial|lack(?:s|ed|ing)? (?:of )?(?:any )?insight|(?:limited|poor) insight|(?:has|have|had|having|with|shows?|showed|showing|shown) (?:no|little|very little|no real|little real) insight|insight (?:is|was|remains|remained|seems|seemed|appears|appeared) (?:(?:very|still|quite) )?(?:limited|poor|lacking|low|absent)|collu(?:de|des|ded|ding|sion)|(?:takes?|taking|took) (?:her|his) side', 'it writes people off for disagreeing', 'sees it differently: …'),
  term('these families|those families|families like this|that estate', 'it makes people "other"', 'name the family'),
  term('rescu(?:e|es|ed|ing)(?! (?:dog|cat|pet|centre|inhaler|service)s?)|saved (?:her|him|them)(?= from|[.,;:!?]|$)|(?<!(?:my|your|his|her|their|our|football|sports?|comic|comic-book|local|war|action|film|story|book|guitar|folk|childhood|biggest|greatest) )hero(?:es)?(?! (?:of|in|from) (?:the|his|her|a|this|that|my|one) (?:\\w+ )?(?:story|book|film|game|match|show|series|comic|play|tale))|(?:be|being|become|becomes|you are|we are|play|plays|playing) (?:her|his|their|our|your) hero(?:es)?|should be grateful', 'it puts us at the centre', 'the family did …; we helped with …'),
  term('alcoholics?(?! (?:drink|anonymous))|addicts?|drug users?|schizophrenics?|DV victims?', 'it defines a person by a problem', 'a parent who drinks to cope'),
  term(`chaotic|dysfunctional|(?<!\\b${THINGS_THAT_POISON} (?:is|are|was|were) )toxic(?! (?:(?:mix|mixture|cocktail|cloud) of )?(?:\\w+ )?${THINGS_THAT_POISON})(?! (?:for|to) (?:dogs?|cats?|pets?|fish|animals|birds|children|people|humans))|problem (?:famil(?:y|ies)|parents?|child(?:ren)?|mums?|dads?)|(?:poor|bad) parenting|parenting (?:is|was) (?:very )?(?:poor|bad)|broken (?:homes?(?! (?:button|screen|key))|famil(?:y|ies))|inadequate`, 'it blames and shames', 'describe the day: meals, sleep, school, who cares'),
  term('attention[- ]seek(?:ing|ers?)|seek(?:s|ing) attention|(?:just|only) (?:wants?|wanted|wanting|after|for) attention|(?:acts?|acting|acted|playing|plays|played) (?:out|up) (?:for|just for|only for) attention|(?:does|doing|did) (?:it|this|that) (?:for|just for|only for) attention|manipulative(?:ly)?|manipulat(?:es?|ing)(?! (?:him|her|(?:the |a |young )?(?:child|children|girls?|boys?|people)|(?:the |some )?(?:clay|dough|figures|data|numbers|images?|photos?|objects?|toys?|puppets?|beads))\\b)|challenging behaviours?|naughty(?! (?:elf|elves|step|steps|chair|corner|words?|lists?|dogs?|pupp(?:y|ies)|cats?|kittens?|monkeys?|goblins?|pix(?:ie|ies)|fair(?:y|ies)|bears?|rabbits?|goats?|treats?))', 'it stops at the label', 'gets upset when …; is telling us that …'),
  term('too young to say|non-verbal,? so (?:has )?no views?', 'views can be shown without words', 'at five months he … when …'),
];
