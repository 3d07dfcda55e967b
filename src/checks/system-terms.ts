import type { Phrase } from './language/phrase-finder.ts';

/** Words of the system that put distance or demand between people, and what to write in their place. */
export interface SystemTerm extends Phrase {
  why: string;
  instead: string;
}

const term = (words: string, why: string, instead: string): SystemTerm => ({ words, why, instead });

/** Terms to think twice about. Each may be the right word now and then, which is why nothing here stops a build. */
export const SYSTEM_TERMS: readonly SystemTerm[] = [
  term('resistant|refus(?:e|es|ed|ing|al) to work with|non-?complian\\w*|(?<!disguised )complian\\w*|must comply', 'it sets a demand and a threat', 'disagrees with …; is unsure about …; we agreed …'),
  term('volatile relationships?|incidents? of (?:domestic|dv)(?: abuse| violence)?|both as bad as each other', 'it hides who did what to whom', 'name the act, who did it, who was hurt and what the child saw'),
  term('beyond parental control|neglectful parent\\w*', 'it blames parents', 'parents have tried …; adults outside the home are …'),
  term('prov(?:e|es|ed|ing) (?:her|his|their|your) commitment|put(?:s|ting)? the child\\w* first', 'it demands where help is needed', 'what would help you to …?'),
  term("thresholds? (?:is|was|are|were)?(?: ?not| ?n[o'’]t)? ?met|(?:do|does|did)(?: not|n['’]t) meet (?:the |our |a )?threshold\\w*", 'it closes a door and gives no reason', 'this service is not the best fit because …; … can help'),
  term('known to (?:children[\'’]s |social |our |the )?(?:services|care)|history of|same as last time|patterns? of', 'it reads the past as fate', 'in 2023 we helped with …; what is different now is …'),
  term('(?<!data )breach(?:es|ed|ing)?|br(?:oke|eaks?|oken|eaking) the agreement|back to square one', 'a lapse does not prove that the plan failed', '… happened on …; what was tried before and after'),
  term('aggressive(?:ly)?|hostil(?:e|ity)|kick(?:s|ed|ing)? off', 'it may shut somebody out', 'the words and acts, and what came before them'),
  term("(?:get|gets|got|getting) (?:her|him|them|mum|dad) to(?! (?:the|a|an|his|her|their|bed|school|nursery|work|hospital|court|safety|town|church|mosque|clubs?|training|football|breakfast)\\b)|(?:make|makes|made|making) (?:her|him|them|mum|dad) (?:go|sign|come|agree|attend|do|stop|leave|engage)|(?:told|telling) (?:mum|dad|the (?:mum|dad|mother|father|parents?)) to|instructed|i['’]ll sort it|i will sort it|do(?:es|ing)? it for (?:her|him|them)", 'it does to or for people, not with them', 'we agreed …; we explained …; shall we do … together?'),
  term('absent (?:father|dad|parent)s?|(?:father|dad) (?:is |was )?(?:not involved|unknown)|unknown (?:father|dad)|(?:has|have|had|with|there (?:is|was)) no (?:family|network)(?! (?:time|meetings?|plan|group|room|member|link))', 'it ends the search', 'we have not yet found or spoken with …; we tried …'),
  term("(?:in|no|any|have|has|had|having|direct|indirect|supervised|family|regular|weekly|monthly|sibling|letterbox|phone|face-to-face|about|for|of|before|after|during) contact(?! (?:details|numbers?|us|me|her|him|them|you|your|the|a|an|about|lens|lenses|sheet))|contact (?:with (?:her|his|their|mum|dad|siblings?|family|birth)|centres?|sessions?|visits?|arrangements?|order|time|plan)", 'it is a system word for seeing people who matter', 'family time; seeing her dad'),
  term('(?<!work )placements?(?! (?:students?|teachers?|educators?))|respite|siblings?|abscond\\w*', 'it is a system word for what matters at home', 'home; a break with …; brothers and sisters; went missing'),
  term("service users?|clients?|(?<!in )(?:my|your|our|her|his|their|new|open|closed|complex|difficult|every|each|this|that|the) cases?(?! (?:law|study|studies|notes?|files?|records?|recording|audits?|conference|for|against|of|where|that|with the lid))", 'it keeps people at a distance', 'their name; parent, child, family'),
  term("(?<!(?:my|his|her|their|your|our|a|the) )(?:mum|dad|mother|father) (?:reports?|reported|states?|stated|presents?|presented|denie[sd]|advised|disclose[sd]|attended|will attend|to (?:attend|ensure|engage))", 'it leaves out who somebody is', 'their name, and what they said or did'),
  term("whose fault|should have known|zero[- ]tolerance|risk[- ]averse", 'it spreads blame and fear', 'what can we learn?; risk sensible'),
];
