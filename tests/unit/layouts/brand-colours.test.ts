import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, DARK_GROUNDS, LIGHT_GROUNDS, writeBrandStyles } from '../../../src/layouts/brand-colours.ts';

const seed = process.env.FC_SEED;
const parameters = seed === undefined ? {} : { seed: Number(seed) };
const readColours = (styles: string, name: string) => [...styles.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, 'g'))].map(([, colour]) => colour ?? '');

test('whatever colour a council has, text in it can be read on every ground, light and dark', () => {
  const colour = fc.nat(0xffffff).map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (wanted) => {
      const styles = writeBrandStyles(wanted);
      for (const name of ['brand', 'brand-strong']) {
        const [light = '', dark = ''] = readColours(styles, name);
        for (const ground of LIGHT_GROUNDS) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of DARK_GROUNDS) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
      }
      const [onLight = '', onDark = ''] = readColours(styles, 'on-brand');
      const [light = '', dark = ''] = readColours(styles, 'brand');
      expect(contrast(onLight, light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onDark, dark)).toBeGreaterThanOrEqual(4.5);
    }),
    parameters,
  );
});

test('a colour that can be read already stays as it is', () => {
  expect(readColours(writeBrandStyles('#123d39'), 'brand')[0]).toBe('#123d39');
});

describe('the grounds are those of the design', () => {
  const tokens = readFileSync('src/styles/_tokens.scss', 'utf8');
  const [light = '', dark = ''] = tokens.split('@media screen and (prefers-color-scheme: dark)');
  const readGrounds = (styles: string) => [...new Set([...styles.matchAll(/--(?:paper|surface|sunken|[a-z]+-tint): (#[0-9a-f]{6})/g)].map(([, colour]) => colour))].sort();

  test('light', () => expect(readGrounds(light)).toEqual([...LIGHT_GROUNDS].sort()));
  test('dark', () => expect(readGrounds(dark)).toEqual([...DARK_GROUNDS].sort()));
});
