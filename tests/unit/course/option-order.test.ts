import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOptions } from '../../../src/course/option-order.ts';

fc.configureGlobal({ ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) });

test('every option is shown once, in the same order for the same seed, however the file lists them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 5 }), fc.nat(2 ** 32 - 1), (ids, seed) => {
      const order = orderOptions(ids, seed);
      expect([...order].sort()).toEqual([...ids].sort());
      expect(orderOptions([...ids].reverse(), seed)).toEqual(order);
    }),
  );
});

test('over many attempts every option comes first about equally often', () => {
  const ids = ['ask', 'leave', 'ring', 'write'];
  const firsts = Array.from({ length: 4_000 }, (_, seed) => orderOptions(ids, seed)[0]);
  for (const id of ids) expect(firsts.filter((first) => first === id).length).toBeGreaterThan(900);
});

test('two steps of one attempt are shuffled independently', () => {
  const isSortedFirst = (ids: string[], seed: number) => orderOptions(ids, seed)[0] === ids[0];
  const together = Array.from({ length: 1_000 }, (_, seed) => isSortedFirst(['a', 'b', 'c'], seed) && isSortedFirst(['d', 'e', 'f'], seed)).filter(Boolean).length;
  expect(together).toBeGreaterThan(70); // a ninth of 1,000 where they are independent, a third where they are not
  expect(together).toBeLessThan(160);
});

test('an attempt that was begun keeps its order in every later release', () => {
  expect(orderOptions(['leave-it', 'ring-and-say-so', 'send-a-text'], 20261122)).toMatchInlineSnapshot(`
    [
      "send-a-text",
      "leave-it",
      "ring-and-say-so",
    ]
  `);
});
