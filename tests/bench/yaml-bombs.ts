const numberedKeys = (count: number, separator: string) => Array.from({ length: count }, (_, index) => `key-${index}: value`).join(separator);

/** Texts that make YAML readers slow, deep or large, and the rule that refuses each. */
export const YAML_BOMBS: readonly { name: string; text: string; rule: string }[] = [
  { name: 'nine levels of aliases', text: `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join('\n')}`, rule: 'yaml-alias' },
  { name: '30,000 anchors', text: Array.from({ length: 30_000 }, (_, n) => `&a${n} x`).join(', '), rule: 'yaml-alias' },
  { name: '50,000 keys on lines', text: numberedKeys(50_000, '\n'), rule: 'yaml-too-large' },
  { name: '50,000 keys on one line', text: `{${numberedKeys(50_000, ', ')}}`, rule: 'yaml-too-large' },
  { name: '400,000 list entries on one line', text: `[${'x,'.repeat(400_000)}]`, rule: 'yaml-too-large' },
  { name: 'a file of two megabytes', text: 'a: '.concat('x'.repeat(2_000_000)), rule: 'yaml-too-large' },
  { name: 'half a million [', text: '['.repeat(500_000), rule: 'yaml-too-deep' },
  { name: '200,000 {a:', text: '{a: '.repeat(200_000), rule: 'yaml-too-deep' },
  { name: '400,000 "- " on one line', text: '- '.repeat(400_000), rule: 'yaml-too-deep' },
  { name: '400,000 "? " on one line', text: '? '.repeat(400_000), rule: 'yaml-too-deep' },
  { name: '1,300 indents', text: Array.from({ length: 1_300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), rule: 'yaml-too-deep' },
  { name: '900,000 ]', text: ']'.repeat(900_000), rule: 'yaml-syntax' },
  { name: '900,000 commas', text: `[${','.repeat(900_000)}]`, rule: 'yaml-syntax' },
];
