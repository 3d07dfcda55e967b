import type { Phrase } from '../language/phrase-finder.ts';

/**
 * Rules of retext-equality that fit children's social care in the UK, each with UK words. The others are left out: pairs of family
 * words ("mum", "sister") and pronouns are ordinary here; "disabled", "Deaf", "autistic", "dyslexic" and "Gypsy" are what people
 * call themselves; "asylum", "midwife", "easy" and the like mean nothing of the kind.
 */
export const RETEXT_RULES: ReadonlyMap<string, string> = new Map([
  ...entries('died by suicide; tried to take their own life', ['commit-suicide', 'committed-suicide']),
  ...entries('has …; lives with …', ['suffers-from-disabilities', 'aids-victim', 'multiple-sclerosis-victim', 'victim-of-polio']),
  ...entries('has had a stroke', ['stroke-victim']),
  ...entries('disabled; accessible', ['handicapped', 'handicapped-parking']),
  ...entries('has a learning disability', ['retard', 'retards', 'cretin', 'mongoloid', 'learning-disabled', 'intellectually-disabled', 'intellectually-disabled-people']),
  ...entries('has cerebral palsy; name what was seen', ['spastic', 'spaz', 'gimp']),
  ...entries('name what was said or done', ['idiot', 'dumb', 'maniac', 'sociopath', 'sociopaths']),
  ...entries('has dementia', ['senile']),
  ...entries('deaf; Deaf; has hearing loss', ['hearing-impaired', 'deafmute']),
  ...entries('ignores; does not listen to', ['deaf-to']),
  ...entries('was born with …', ['birth-defect', 'harelip', 'harelipped']),
  ...entries('needs help with …', ['family-burden']),
  ...entries('gay; lesbian; two mums; two dads', ['homosexual', 'homosexual-couple', 'homosexual-marriage', 'homosexual-relations', 'gay-lifestyle', 'gay-agenda', 'fag']),
  ...entries('sexual orientation', ['sexual-preference']),
  ...entries('transgender; trans', ['transgendered', 'transgenders', 'transgenderism', 'tranny', 'heshe', 'transvestite', 'born-a-man', 'born-a-woman']),
  ...entries('transition', ['sexchange', 'sex-change-operation']),
  ...entries('intersex', ['hermaphrodite', 'hermaphroditic']),
  ...entries('pronouns', ['gender-pronoun']),
  ...entries('say which country or heritage', ['oriental', 'orientals', 'nonwhite', 'towel-heads', 'japs', 'redskin', 'redskins']),
  ...entries('is at home with the children', ['housewife', 'housewives']),
  ...entries('chair', ['chairman-chairwoman', 'chairmen-chairwomen']),
  ...entries('police officer', ['chick-cop-policeman', 'policemen-policewomen']),
  ...entries('firefighter', ['fireman-firewoman', 'firemen-firewomen']),
]);

function entries(instead: string, ids: readonly string[]): [id: string, instead: string][] {
  return ids.map((id) => [id, instead]);
}

/** Everything holds one of these that one of those rules stops at. */
export const RETEXT_TRIGGERS: readonly Phrase[] = [
  'suicid\\w*', 'wheelchair\\w*', 'aids', 'sclerosis', 'dystrophy', 'polio', 'infantile', 'strokes?', 'handicap\\w*', 'retard\\w*', 'short[- ]bus', 'cretin\\w*', 'mongol\\w*', 'learning[- ]disabled', 'disabilit\\w*', 'intellectual\\w*', 'spastic\\w*', 'spaz\\w*', 'gimp\\w*', 'cripple\\w*',
  'feeble\\w*(?:[- ]minded)?', 'idiot\\w*', 'imbecile\\w*', 'dumb\\w*', 'maniac\\w*', 'sociopath\\w*', 'senil\\w*', 'demented', 'impair\\w*', 'hearing[- ]impair\\w*', 'deaf[\\w-]*', 'blind[\\w-]*', 'defects?', 'birth[- ]defects?', 'hare[- ]?lip\\w*', 'cleft[- ]?lip\\w*', 'burdens?', 'family[- ]burdens?',
  'homosexual[\\w-]*', 'gay[\\w-]*', 'fag\\w*', 'dykes?', 'homos?', 'sodomites?', 'sexual[\\w-]*', 'transgender\\w*', 'trann\\w*', 'shemales?', 'she[- ]males?', 'heshe', 'shehe', 'transvestites?', 'biologically[\\w-]*', 'genetically[\\w-]*', 'born[- ]a[- ](?:wo)?man', 'sex[- ]?change[\\w-]*', 'hermaphrodit\\w*', 'pseudo[\\w-]*',
  'gender[\\w-]*', 'preferred[- ]pronouns?', 'oriental\\w*', 'nonwhite', 'non[- ]white', 'towel[- ]heads?', 'japs', 'redskins?', 'red[- ]indians?', 'pocahontas', 'house[- ]?wi(?:fe|ves)', 'chairm[ae]n', 'chairwom[ae]n', 'policem[ae]n', 'policewom[ae]n', 'chick[- ]cops?', 'firem[ae]n', 'firewom[ae]n',
].map((words) => ({ words }));

/** What retext does not look for, and a reader in the UK would stop at. */
export interface PeopleTerm extends Phrase {
  why: string;
  instead: string;
}

const term = (words: string, why: string, instead: string): PeopleTerm => ({ words, why, instead });

export const PEOPLE_TERMS: readonly PeopleTerm[] = [
  term('the (?:disabled|deaf|homeless|elderly|vulnerable|mentally ill)(?= (?:are|were|have|had|need|who|in|and|or|of|gets?|got|can|could|must|should|will|live|use|do|did)\\b|[.,;:!?]|$)|the (?:blind|poor)(?= (?:are|were|have|had|need|who)\\b)', 'it makes a condition of people', 'disabled people; Deaf people; people who have no home'),
  term('(?:autism|asperger\\w*|adhd|dementia|cancer) sufferers?|suffer(?:s|ed|ing)? (?:with|from) (?:autism|asperger\\w*|adhd|down\\w*|dyslexia|deafness|blindness|(?:a |her |his |their )?(?:disabilit\\w*|mental illness|mental health\\w*))|victims? of (?:\\w+ )?(?:cerebral palsy|autism|polio|epilepsy|dementia|dyslexia|disabilit\\w*|mental illness)|afflicted (?:by|with)', 'people have or live with a condition; whether they suffer is theirs to say', 'is autistic; has ADHD; lives with …'),
  term('(?:child|children|young people|person|people|boy|girl|mum|dad|parent|parents|adult|adults) with (?:autism|asd|asperger\\w*)', 'most autistic people in the UK say "autistic"', 'autistic child; autistic people; or the words that the person uses'),
  term('failed suicides?(?: attempts?)?|successful suicides?|unsuccessful suicides?', 'a life is no test', 'tried to take their own life; died by suicide'),
  term('special needs(?! school)', 'it says nothing of what is needed', 'what the child needs; special educational needs where that is meant'),
  term('mental age of|high[- ]functioning|low[- ]functioning|normal (?:child|children|kids|families|family|development)', 'it ranks people', 'what this child can do, and with what help; most children'),
  term('an (?:epileptic|autistic)(?! \\w)|a (?:diabetic|dyslexic|paraplegic|cripple)(?! \\w)|down(?:[\'’]?s)? (?:child|children|bab(?:y|ies)|boys?|girls?|kids?)', 'it makes somebody their condition', 'has epilepsy; is autistic; has diabetes'),
  term('wheelchair[- ]bound|(?:confined|restricted|bound) to (?:a|her|his|their) (?:wheelchair|bed|chair)|bedridden', 'a chair gives freedom', 'uses a wheelchair; is in bed because …'),
  term('psychos?|nutters?|loon(?:y|ies)|mental cases?', 'it turns an illness into an insult', 'name what was seen; has been told that she has …'),
  term('half[- ]caste|coloured (?:person|people|child|children|famil(?:y|ies))|illegal (?:immigrants?|migrants?)|bame|ethnics', 'it is no word that people choose for themselves', 'mixed heritage; Black; came to the UK without papers'),
  term('normal parents|real (?:parents?|mum|mother|dad|father|family)|natural (?:parents?|mum|mother|dad|father)', 'it makes other parents less real', 'birth parents; mum and dad, by name'),
  term('prostitutes?(?! themselves)|child prostitut\\w*|underage sex', 'it hides that a child is abused', 'is being exploited; was abused'),
];
