/** Something that could be given to somebody who takes at most one. */
export interface Offer {
  taker: string;
  given: string;
  /** The higher, the better it fits. */
  fit: number;
}

/** A learner who meets the same scenario in module after module learns little from it. */
const MOST_USES = 2;
const LESS_FOR_EACH_USE = 0.08;

/**
 * Gives each taker one of its offers, the best fits first. What was given before is worth less, so that another that fits nearly as
 * well takes its place, and nothing is given more than twice.
 */
export function spread<Wanted extends Offer>(offers: readonly Wanted[]): Wanted[] {
  const chosen = new Map<string, Wanted>();
  const uses = new Map<string, number>();
  const worthOf = ({ given, fit }: Wanted) => fit - (uses.get(given) ?? 0) * LESS_FOR_EACH_USE;
  for (;;) {
    const open = offers.filter(({ taker, given }) => !chosen.has(taker) && (uses.get(given) ?? 0) < MOST_USES);
    const [first, ...others] = open;
    if (!first) return [...chosen.values()];
    const best = others.reduce((leader, offer) => (worthOf(offer) > worthOf(leader) || (worthOf(offer) === worthOf(leader) && offer.given < leader.given) ? offer : leader), first);
    chosen.set(best.taker, best);
    uses.set(best.given, (uses.get(best.given) ?? 0) + 1);
  }
}
