import { editionOf } from '../course/edition.ts';

/**
 * Hands out wordings so that neighbouring modules do not read alike: the least used first, and among those an order that
 * depends only on the words and on who asks. The same questions in the same order give the same answers.
 */
export class LeastUsed {
  readonly #uses = new Map<string, number>();

  /** Takes up to `count` of `wordings`, none of them twice. */
  take(wordings: readonly string[], count: number, seed: string): string[] {
    const taken = [...new Set(wordings)]
      .map((wording) => ({ wording, used: this.#uses.get(wording) ?? 0, order: editionOf(`${seed} ${wording}`) }))
      .sort((a, b) => a.used - b.used || (a.order < b.order ? -1 : 1))
      .slice(0, count)
      .map(({ wording }) => wording);
    for (const wording of taken) this.#uses.set(wording, (this.#uses.get(wording) ?? 0) + 1);
    return taken;
  }
}
