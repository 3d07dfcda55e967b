import type { Scenario } from '../../course/scenario.ts';
import { listStems } from '../../framework/word-stems.ts';

/** What somebody who knows nothing of practice can see in the wording of an option. */
export interface Cues {
  text: string;
  /** Characters. */
  length: number;
  /** Words that leave room: may, perhaps, for now. */
  hedges: number;
  /** How often a child is named, by word or by name. */
  childMentions: number;
  /** Soft words less hard ones. */
  softness: number;
  /** Words that hand the matter on: to a service, a manager, a meeting. */
  referrals: number;
  /** How much of the wording stands in the practice statements as well, from 0. */
  likeness: number;
}

const anyOf = (words: string) => new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'gi');

const HEDGES = anyOf('may|might|could|perhaps|possibly|probably|likely|seems?|appears?|if|some|sometimes|usually|often|for now|at first|so far|where possible');
const CHILD_WORDS = anyOf("child|children|child's|children's|baby|baby's|babies|twins?|boys?|girls?|sons?|daughters?|toddlers?|young (?:person|people)(?:'s)?|teenagers?");
const SOFT_WORDS = anyOf('ask(?:ing)?|listen(?:ing)?|sorry|thank(?:s|ing)?|together|with|feel(?:s|ing|ings)?|understand(?:ing)?|gently|kind(?:ly|ness)?|offer(?:ing)?|invite|wonder(?:ing)?|warm(?:ly|th)?|support(?:ive)?|help(?:ing|ful)?|hear|welcome|reassur(?:e|ing)|care|calm(?:ly)?|patient(?:ly)?|respect(?:ful|fully)?');
const HARD_WORDS = anyOf("insist|require|demand|warn(?:ing)?|refuse|firm(?:ly)?|tell|report|challenge|rule|formal(?:ly)?|deadline|order|refer|stop|end|close|move on|policy|court");
const REFERRALS = anyOf('refer(?:ral|red)?|services?|managers?|supervis(?:or|ion)|specialists?|advoca(?:te|cy)|advice|duty|health visitors?|doctors?|police|panel|lawyers?|professionals?|meetings?|conference|consult');

/** Someone's first name, followed by an age under 18: "Theo, 9" or "Mila is 6". */
const NAME_WITH_AGE = /\b(\p{Lu}\p{Ll}+)(?:,| is| was|, who is)\s+(?:aged |nearly |almost |)(\d{1,2})(?![\d:%]|\.\d|\s*(?:pounds|years ago|minutes|miles))/gu;

/** Reads cues off the options of one scenario. `statements`: the words of the practice statements that it exercises. */
export class CueReader {
  readonly #told: string;
  readonly #statements: readonly string[];
  #childNames: RegExp | 'none' | undefined;
  #statementStems: ReadonlySet<string> | undefined;

  constructor({ summary, steps }: Pick<Scenario, 'summary' | 'steps'>, statements: readonly string[]) {
    this.#told = [summary, ...steps.map(({ situation }) => situation)].join(' ');
    this.#statements = statements;
  }

  /** A cue is worked out when it is asked for: most strategies look at one. */
  read(text: string): Cues {
    const countNames = () => this.#countNames(text);
    const measureLikeness = () => this.#measureLikeness(text);
    return {
      text,
      length: text.length,
      get hedges() {
        return count(text, HEDGES);
      },
      get childMentions() {
        return count(text, CHILD_WORDS) + countNames();
      },
      get softness() {
        return count(text, SOFT_WORDS) - count(text, HARD_WORDS);
      },
      get referrals() {
        return count(text, REFERRALS);
      },
      get likeness() {
        return measureLikeness();
      },
    };
  }

  #countNames(text: string): number {
    this.#childNames ??= findChildNames(this.#told);
    return this.#childNames === 'none' ? 0 : count(text, this.#childNames);
  }

  /** As the cosine of two sets of words: a long option does not win by its length alone. */
  #measureLikeness(text: string): number {
    this.#statementStems ??= new Set(this.#statements.flatMap((statement) => listStems(statement)));
    const own = this.#statementStems;
    const stems = listStems(text);
    return stems.length === 0 ? 0 : stems.filter((stem) => own.has(stem)).length / Math.sqrt(stems.length);
  }
}

function findChildNames(told: string): RegExp | 'none' {
  const names = new Set([...told.matchAll(NAME_WITH_AGE)].filter(([, , age]) => Number(age) < 18).map(([, name = '']) => name));
  return names.size === 0 ? 'none' : anyOf([...names].join('|'));
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
