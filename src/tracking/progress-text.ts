import { hashText } from '../course/fnv1a.ts';

/** Digits of base 64 that no LMS, database or XML file takes for anything else. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** A whole number in `width` digits. What is too large or too small becomes the nearest number that fits. */
export function writeNumber(value: number, width: number): string {
  let rest = Math.min(Math.max(Math.floor(value) || 0, 0), 64 ** width - 1);
  let text = '';
  for (let index = 0; index < width; index += 1) {
    text = `${DIGITS[rest % 64] ?? ''}${text}`;
    rest = Math.floor(rest / 64);
  }
  return text;
}

/** `width` digits that nearly always differ for different texts: 1 in 64 ** width of them do not. At most ten digits. */
export function writeHash(text: string, width: number): string {
  const { high, low } = hashText(text);
  return (writeNumber(low % 64 ** 5, 5) + writeNumber(high % 64 ** 5, 5)).slice(5 - Math.min(width, 5), Math.max(width, 5));
}

/** Small numbers, `perDigit` of them in each digit; each below 64 ** (1 / perDigit). */
export function writePacked(values: readonly number[], perDigit: number): string {
  const base = Math.round(64 ** (1 / perDigit));
  let text = '';
  for (let start = 0; start < values.length; start += perDigit) text += writeNumber(values.slice(start, start + perDigit).reduce((sum, value, index) => sum + value * base ** index, 0), 1);
  return text;
}

/** Reads what the functions above wrote, from left to right. */
export class DigitReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#text.length;
  }

  /** @throws RangeError where the text ends too early */
  readText(width: number): string {
    const text = this.#text.slice(this.#place, this.#place + width);
    if (text.length < width) throw new RangeError('The text ends too early');
    this.#place += width;
    return text;
  }

  /** @throws RangeError where the text ends too early or holds anything but digits */
  readNumber(width: number): number {
    let value = 0;
    for (const digit of this.readText(width)) {
      const worth = VALUES.get(digit);
      if (worth === undefined) throw new RangeError(`"${digit}" is no digit`);
      value = value * 64 + worth;
    }
    return value;
  }

  /** @throws RangeError as `readNumber` does */
  readPacked(count: number, perDigit: number): number[] {
    const base = Math.round(64 ** (1 / perDigit));
    const digits = Array.from({ length: Math.ceil(count / perDigit) }, () => this.readNumber(1));
    return Array.from({ length: count }, (_, index) => Math.floor((digits[Math.floor(index / perDigit)] ?? 0) / base ** (index % perDigit)) % base);
  }
}
