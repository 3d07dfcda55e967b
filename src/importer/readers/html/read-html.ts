import type { Outline } from '../../outline.ts';

export async function readHtml(_bytes: Uint8Array, _fileName: string): Promise<Outline> {
  throw new Error('not yet');
}
