import type { Scenario } from '../../course/scenario.ts';

/** A word, and how far it tells a strong option from the others: in standard deviations from what chance gives. */
export interface Tell {
  word: string;
  strong: number;
  all: number;
  deviation: number;
}

/** Below this a word says nothing of the library. */
const MIN_USES = 12;

/**
 * What somebody knows who has done scenarios and remembers no more than which words stood in strong options (naive Bayes).
 * Unlike a naive strategy it learns some practice on the way, such as that asking is better than explaining: so it is told,
 * and held to no limit.
 */
export class WordMemory {
  readonly #all = new Map<string, number>();
  readonly #strong = new Map<string, number>();
  #options = 0;
  #strongOptions = 0;

  constructor(scenarios: readonly Scenario[]) {
    for (const { text, judgement } of scenarios.flatMap(({ steps }) => steps.flatMap(({ options }) => options))) {
      const isStrong = judgement === 'strong';
      this.#options += 1;
      if (isStrong) this.#strongOptions += 1;
      for (const word of listWords(text)) {
        this.#all.set(word, (this.#all.get(word) ?? 0) + 1);
        if (isStrong) this.#strong.set(word, (this.#strong.get(word) ?? 0) + 1);
      }
    }
  }

  /** The higher, the more like strong options it sounds. */
  mark(text: string): number {
    return listWords(text).reduce((sum, word) => {
      const strong = this.#strong.get(word) ?? 0;
      const others = (this.#all.get(word) ?? 0) - strong;
      return sum + Math.log((strong + 1) / (this.#strongOptions + 2) / ((others + 1) / (this.#options - this.#strongOptions + 2)));
    }, 0);
  }

  /** Words that tell most, those of strong options first. */
  listTells(): Tell[] {
    const share = this.#strongOptions / (this.#options || 1);
    return [...this.#all]
      .filter(([, all]) => all >= MIN_USES)
      .map(([word, all]): Tell => {
        const strong = this.#strong.get(word) ?? 0;
        return { word, strong, all, deviation: (strong - all * share) / Math.sqrt(all * share * (1 - share)) };
      })
      .sort((a, b) => b.deviation - a.deviation);
  }
}

const listWords = (text: string): string[] => [...new Set(text.toLowerCase().match(/[a-z’']+/g) ?? [])];
