/** What a worker does when they do what a statement asks. */
export const PRACTICE_ACTS = ['listening', 'explaining', 'recording', 'planning', 'deciding', 'learning', 'relating', 'connecting'] as const;
export type PracticeAct = (typeof PRACTICE_ACTS)[number];

const SIGNS: Readonly<Record<PracticeAct, RegExp>> = {
  listening: /\b(?:listen\w*|hear\w*|heard|voices?|wish(?:es)?|feelings?|views?|understand\w*|observ\w*|curio\w*|explor\w*|notic\w*|seen)\b/gi,
  explaining: /\b(?:explain\w*|communicat\w*|language|words?|clear\w*|honest\w*|open(?:ly|ness)?|transparent|tell\w*|messages?|conversations?|jargon|feedback)\b/gi,
  recording: /\b(?:record\w*|writ\w+|documents?|chronolog\w*|genograms?|summary|minutes|evidence\w*|file|case)\b/gi,
  planning: /\b(?:plan\w*|review\w*|goals?|outcomes?|progress\w*|steps?|timel\w*|within|change\w*|meetings?)\b/gi,
  deciding: /\b(?:deci\w+|judge?ment\w*|risks?|safe\w*|challeng\w*|accountab\w*|responsib\w*|threshold\w*|law|rights?|harm)\b/gi,
  learning: /\b(?:learn\w*|reflect\w*|supervis\w*|develop\w*|training|research|improv\w*|skills?|insight\w*|confiden\w*)\b/gi,
  relating: /\b(?:relationships?|trust\w*|respect\w*|compassion\w*|empath\w*|kind\w*|strengths?|celebrat\w*|hope\w*|care|talents?)\b/gi,
  connecting: /\b(?:partner\w*|network\w*|famil(?:y|ies)|fathers?|kin|communit\w*|teams?|together|professionals|collaborat\w*|colleagues)\b/gi,
};

/** The act that a text speaks of most, the earlier in the list where two are level; `relating` where it speaks of none. */
export function actOf(text: string): PracticeAct {
  let best: PracticeAct = 'relating';
  let most = 0;
  for (const act of PRACTICE_ACTS) {
    const count = text.match(SIGNS[act])?.length ?? 0;
    if (count > most) [best, most] = [act, count];
  }
  return best;
}
