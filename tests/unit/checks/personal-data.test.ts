import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonalData } from '../../../src/checks/personal-data.ts';

// Numbers and places that belong to nobody: 999 000 0018 is in the range that the NHS keeps for tests, ZZ99 3WZ is its code for no fixed abode, 01632 96… is kept for drama.
test.each([
  ['an NHS number', 'Her number is 999 000 0018 on the letter.', '999 000 0018'],
  ['an NHS number', 'Her number is 9990000018.', '9990000018'],
  ['a National Insurance number', 'It said QQ 12 34 56 C at first.', undefined],
  ['a National Insurance number', 'It said AB 12 34 56 C.', 'AB 12 34 56 C'],
  ['a postcode', 'They moved to ZZ99 3WZ in May.', 'ZZ99 3WZ'],
  ['a date of birth', 'Tia, date of birth 3/4/2016, came too.', 'date of birth 3/4/2016'],
  ['a date of birth', 'Tia, DOB: 03.04.16, came too.', 'DOB: 03.04.16'],
  ['a date of birth', 'Tia, DOB:03/04/2016, came too.', 'DOB:03/04/2016'],
  ['a date of birth', 'Tia was born on 3rd of April 2016.', 'born on 3rd of April 2016'],
  ['a case or record number', 'See case number CF-204817.', 'case number CF-204817'],
  ['a case or record number', 'See Mosaic ID 1048576.', 'Mosaic ID 1048576'],
  ['a telephone number', 'Ring 01632 960 983 after six.', '01632 960 983'],
  ['an email address', 'Write to kim@example.org today.', 'kim@example.org'],
  ['a date of birth', 'Tia, born 2016-04-03, came too.', 'born 2016-04-03'],
  ['a date of birth', 'Her birthday is 3 April 2016.', 'birthday is 3 April 2016'],
  ['a case or record number', 'See ref CSC/2024/00817 for it.', 'ref CSC/2024/00817'],
  ['a pupil number', 'Her number is A823200512345 at school.', 'A823200512345'],
  ['a court number', 'It was BS23C50123 in court.', 'BS23C50123'],
  ['a postcode', 'They moved to zz993wz in May.', 'zz993wz'],
  ['a telephone number', 'Ring (01632) 960983 after six.', '(01632) 960983'],
  ['a telephone number', 'Text 447700900123 after six.', '447700900123'],
  ['an email address', 'Write to kim (at) example.org today.', 'kim (at) example.org'],
  ['a bank account', 'Pay to 01-02-03, account 12345678.', '01-02-03, account 12345678'],
  ['a street address', 'They live at 14 Elm Road with Gran.', '14 Elm Road'],
])('%s is found in %j', (what, text, words) => {
  expect(findPersonalData(text)).toEqual(words === undefined ? [] : [{ what, words }]);
});

test.each([
  'Ring Samaritans on 116 123, or the helpline on 0808 2000 247.',
  'Theo is 9. Four of 24 children are in court proceedings.',
  'The Children Act 1989, section 47(1), as it stood in 2024.',
  'The flat costs £1250 a month, and the bus goes at 14.05.',
  'By 999 000 0019 nobody is meant: its last digit does not check.',
  'They were born in May. Court is on 3 June 2027.',
  'The report has 24 pages and 17 actions.',
  'It is 12 by 16 inches, and room 2b is full.',
])('nothing is found in %j', (text) => {
  expect(findPersonalData(text)).toEqual([]);
});

test('a full name counts beside an identifier, and not alone', () => {
  expect(findPersonalData('Family Rights Group helps. Sarah Jones said so.')).toEqual([]);
  expect(findPersonalData('Sarah Jones, DOB 3/4/16, said so.')).toEqual([
    { what: 'a date of birth', words: 'DOB 3/4/16' },
    { what: 'a full name beside something that says whose it is', words: 'Sarah Jones' },
  ]);
});

test('every number with a right check digit is taken for an NHS number, and a changed last digit is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }), (digits) => {
      const check = (11 - (digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11)) % 11;
      fc.pre(check !== 10 && digits[0] !== 0);
      const start = digits.join('');
      // Ten digits that begin so may be a telephone number.
      fc.pre(!start.startsWith('44'));
      expect(findPersonalData(`It is ${start}${check} here.`)).toEqual([{ what: 'an NHS number', words: `${start}${check}` }]);
      expect(findPersonalData(`It is ${start}${(check + 1) % 10} here.`)).toEqual([]);
    }),
  );
});

test('a place, a club and the start of a sentence are no names beside an identifier', () => {
  expect(findPersonalData('On Wednesdays he plays for Ashwick Juniors in Brackley Fold. DOB 3/4/16.')).toEqual([{ what: 'a date of birth', words: 'DOB 3/4/16' }]);
});
