/** The two halves of a 64-bit hash, each a whole number below 2^32. */
export interface Hash64 {
  high: number;
  low: number;
}

/** FNV-1a, 64 bits, over the UTF-8 bytes of `text`. Tells contents apart; protects nothing. */
export function hashText(text: string): Hash64 {
  // The prime is 2^40 + 0x1b3, so a multiplication is one by 0x1b3 and a shift; halves keep every product exact.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}
