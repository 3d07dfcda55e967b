/** One change to a document; places are parts of a million, so that one edit fits documents of any length. */
export interface Edit {
  kind: 'flip' | 'cut' | 'insert' | 'repeat' | 'swap' | 'nest' | 'strip' | 'set' | 'say';
  at: number;
  to: number;
  length: number;
  put: string;
}

/** The place that so many millionths of a length stand for. */
export const placeIn = (length: number, millionths: number): number => Math.min(Math.max(0, length - 1), Math.floor((length * millionths) / 1_000_000));

/** Damages a file as a bad disk, a broken download or a careless editor does. */
export function mutateBytes(bytes: Uint8Array, { kind, at, to, length, put }: Edit): Uint8Array {
  const from = placeIn(bytes.length, at);
  const end = Math.min(bytes.length, from + length);
  const [before, cut, after] = [bytes.subarray(0, from), bytes.subarray(from, end), bytes.subarray(end)];
  switch (kind) {
    case 'flip':
    case 'set': {
      const changed = bytes.slice();
      changed[from] = (changed[from] ?? 0) ^ (1 << (length % 8));
      return changed;
    }
    case 'cut':
    case 'strip':
      return Buffer.concat([before, after]);
    case 'insert':
    case 'say':
      return Buffer.concat([before, new TextEncoder().encode(put), cut, after]);
    case 'repeat':
    case 'nest':
      return Buffer.concat([before, cut, cut, after]);
    case 'swap': {
      const rest = Buffer.concat([before, after]);
      const target = placeIn(rest.length, to);
      return Buffer.concat([rest.subarray(0, target), cut, rest.subarray(target)]);
    }
  }
}
