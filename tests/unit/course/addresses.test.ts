import { expect, test } from 'vitest';
import { statementAddress, statementAnchor } from '../../../src/course/addresses.ts';

test('a statement is found on the page of the element that it stands in', () => {
  expect(statementAddress('elm', 'we-listen', 'elm/we-listen/3')).toBe('frameworks/elm/we-listen/#statement-3');
});

test('a statement that moved is found on its new page, apart from the one there that has its number', () => {
  expect(statementAddress('elm', 'we-listen', 'elm/we-play/3')).toBe('frameworks/elm/we-listen/#statement-we-play-3');
});

test('what is no statement id has no anchor', () => {
  expect(() => statementAnchor('elm/we-listen', 'we-listen')).toThrow(RangeError);
});
