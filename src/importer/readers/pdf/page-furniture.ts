import { isPageNumber, toRepeatKey } from '../../repeated-lines.ts';
import type { PageText, Piece } from './page-text.ts';
import { toRows, type Row } from './rows.ts';

/** Furniture stands in the outer parts of a page. */
const MARGIN = 0.14;
const MAX_ROWS = 4;
const PAGE_OF_PAGES = /\d{1,3}\s*(?:\/|of)\s*\d{1,3}$/;

export interface Furniture {
  text: string;
  reason: string;
  isAtTop: boolean;
}

interface Candidate {
  page: number;
  row: Row;
  text: string;
  key: string | undefined;
  isAtTop: boolean;
  isOutermost: boolean;
}

/** Parts the running headers, footers and page numbers from the text of each page. */
export function partFurniture(pages: readonly PageText[], piecesOfPage: readonly Piece[][]): { pieces: Piece[]; furniture: Furniture[] }[] {
  const candidates = pages.map((page, at) => findCandidates(page, piecesOfPage[at] ?? []));
  const places = new Map<string, Set<number>>();
  for (const { key, isAtTop, page } of candidates.flat()) if (key !== undefined) addTo(places, `${isAtTop} ${key}`, page);
  const bodySize = median(piecesOfPage.flat().map((piece) => piece.size));
  return pages.map((_, at) => {
    const furniture: Furniture[] = [];
    const taken = new Set<Piece>();
    for (const candidate of candidates[at] ?? []) {
      const reason = judge(candidate, places.get(`${candidate.isAtTop} ${candidate.key}`)?.size ?? 0, pages.length, bodySize);
      if (reason === undefined) continue;
      furniture.push({ text: candidate.text, reason, isAtTop: candidate.isAtTop });
      for (const piece of candidate.row.pieces) taken.add(piece);
    }
    return { pieces: (piecesOfPage[at] ?? []).filter((piece) => !taken.has(piece)), furniture };
  });
}

function findCandidates(page: PageText, pieces: readonly Piece[]): Candidate[] {
  const rows = toRows(pieces);
  const toCandidate = (row: Row, isAtTop: boolean, isOutermost: boolean): Candidate => {
    const text = row.pieces.map((piece) => piece.text).join(' ');
    return { page: page.number, row, text, key: toRepeatKey(text.replace(PAGE_OF_PAGES, '1')), isAtTop, isOutermost };
  };
  const top = rows.slice(0, MAX_ROWS).filter(({ y }) => y < page.height * MARGIN);
  const bottom = rows.slice(-MAX_ROWS).filter(({ y }) => y > page.height * (1 - MARGIN));
  return [...top.map((row, at) => toCandidate(row, true, at === 0)), ...bottom.map((row, at) => toCandidate(row, false, at === bottom.length - 1))];
}

function judge({ text, key, isOutermost, row }: Candidate, count: number, pages: number, bodySize: number): string | undefined {
  if (isOutermost && isPageNumber(text)) return 'page number';
  if (key === undefined || key === '') return undefined;
  const isLarge = row.pieces.some((piece) => piece.size > bodySize * 1.15);
  const isRepeated = isLarge ? count >= Math.max(3, pages * 0.6) : count >= 3 || (pages === 2 && count === 2 && isOutermost);
  return isRepeated ? 'repeated on many pages (header or footer)' : undefined;
}

function addTo(places: Map<string, Set<number>>, key: string, page: number): void {
  const pages = places.get(key) ?? new Set();
  pages.add(page);
  places.set(key, pages);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
