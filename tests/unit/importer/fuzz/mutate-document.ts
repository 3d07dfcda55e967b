import { deflateSync, inflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mutateBytes, placeIn, type Edit } from './mutate-bytes.ts';
import { mutateMarkup } from './mutate-markup.ts';

/** Where an edit is made: in the file as it lies on the disk, or in what it says. */
export type Depth = 'bytes' | 'inside';

/** A document with the edits made to it, one after the other. */
export function mutateDocument(bytes: Uint8Array, extension: string, depth: Depth, edits: readonly Edit[]): Uint8Array {
  if (depth === 'bytes' || edits.length === 0) return edits.reduce(mutateBytes, bytes);
  if (extension === 'docx' || extension === 'pptx') return mutateParts(bytes, edits);
  if (extension === 'pdf') return edits.reduce(mutateStream, bytes);
  if (extension === 'html') return strToU8(edits.reduce(mutateMarkup, strFromU8(bytes)));
  return edits.reduce((changed, edit) => mutateLines(changed, edit, 'utf8'), bytes);
}

/** Parts that say something come first, since an edit falls on a part by its place. */
const PART = /^(?:word|ppt)\/(?!theme|media).*\.xml(?:\.rels)?$/;

function mutateParts(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => PART.test(name)).sort((a, b) => (parts[b]?.length ?? 0) - (parts[a]?.length ?? 0));
  for (const edit of edits) {
    // The larger the part, the likelier: most edits fall on the text, some on styles, lists and relations.
    const name = names[placeIn(names.length, (edit.to * edit.to) / 1_000_000)];
    const part = name === undefined ? undefined : parts[name];
    if (name !== undefined && part) parts[name] = strToU8(mutateMarkup(strFromU8(part), edit));
  }
  return zipSync(parts, { level: 1, mtime: new Date('2026-01-01') });
}

/** Changes what one stream of a PDF draws, line by line; readers look for the objects anew where a stream has another length. */
function mutateStream(bytes: Uint8Array, edit: Edit): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  const streams = [...file.matchAll(/\/FlateDecode[^]{0,200}?>>\s*stream\r?\n/g)];
  const chosen = streams[placeIn(streams.length, edit.to)];
  if (!chosen) return bytes;
  const from = chosen.index + chosen[0].length;
  const end = file.indexOf('endstream', from);
  if (end < 0) return bytes;
  try {
    const content = inflateSync(bytes.subarray(from, end), { maxOutputLength: 1_000_000 });
    const changed = deflateSync(mutateLines(content, edit, 'latin1'));
    return Buffer.concat([bytes.subarray(0, from), changed, Buffer.from('\n'), bytes.subarray(end)]);
  } catch {
    // Damaged by an edit before.
    return bytes;
  }
}

/** Drops, doubles, moves and changes whole lines. */
function mutateLines(bytes: Uint8Array, { kind, at, to, length, put }: Edit, encoding: 'utf8' | 'latin1'): Uint8Array {
  const lines = Buffer.from(bytes).toString(encoding).split('\n');
  const from = placeIn(lines.length, at);
  const taken = lines.splice(from, kind === 'cut' || kind === 'repeat' || kind === 'swap' ? 1 + (length % 8) : 1);
  const [line = ''] = taken;
  const place = length % (line.length + 1);
  if (kind === 'repeat') lines.splice(from, 0, ...taken, ...taken);
  else if (kind === 'swap') lines.splice(placeIn(lines.length, to), 0, ...taken);
  else if (kind === 'nest') lines.splice(from, 0, `  ${line}`);
  else if (kind === 'strip') lines.splice(from, 0, line.trimStart());
  else if (kind === 'set') lines.splice(from, 0, line.replace(/\d+/, String(to % 1_000)));
  else if (kind === 'say') lines.splice(from, 0, put, line);
  else if (kind !== 'cut') lines.splice(from, 0, line.slice(0, place) + put + line.slice(place));
  return Buffer.from(lines.join('\n'), encoding);
}
