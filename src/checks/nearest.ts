/** How many letters have to be added, removed, replaced or swapped with their neighbour to turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The candidate that was probably meant, or `undefined` where none is near. The first of equals wins. */
export function findNearest(written: string, candidates: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(2, Math.ceil(written.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const distance = editDistance(written, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** A hint that offers the nearest candidate, or else the first few there are. */
export function suggest(written: string, candidates: Iterable<string>, otherwise: string): string {
  const all = [...candidates];
  const nearest = findNearest(written, all);
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (all.length === 0) return otherwise;
  const few = all.slice(0, 8).join(', ');
  return `${otherwise} There ${all.length === 1 ? 'is' : 'are'}: ${few}${all.length > 8 ? ` and ${all.length - 8} more` : ''}.`;
}
