import { hashText } from './fnv1a.ts';

/**
 * The order in which a learner meets the options of a step: the same for the same seed, whatever order they are written in,
 * so that neither their place in the file nor a reload gives an answer away. Steps of one attempt get orders of their own.
 */
export function orderOptions(ids: readonly string[], seed: number): string[] {
  const order = [...ids].sort();
  const random = startMulberry32(hashText(`${seed} ${order.join(' ')}`).low);
  // Fisher–Yates, from the end.
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? '', order[last] ?? ''];
  }
  return order;
}

/** The mulberry32 generator: numbers from 0 up to, not including, 1. */
function startMulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
