/**
 * How likely it is that at least `count` of independent events happen, each with its own chance (the upper tail of the
 * Poisson binomial distribution).
 * @param chances from 0 to 1, one for each event.
 * @returns from 0 to 1.
 */
export function chanceOfAtLeast(count: number, chances: readonly number[]): number {
  if (count <= 0) return 1;
  if (count > chances.length) return 0;
  // below[k]: the chance that exactly k of the events so far have happened, for every k below `count`.
  const below = [1, ...Array.from({ length: count - 1 }, () => 0)];
  for (const chance of chances) {
    for (let happened = count - 1; happened >= 0; happened -= 1) {
      below[happened] = (below[happened] ?? 0) * (1 - chance) + (happened === 0 ? 0 : (below[happened - 1] ?? 0) * chance);
    }
  }
  return Math.max(0, 1 - below.reduce((sum, each) => sum + each, 0));
}
