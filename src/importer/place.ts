import type { Outline } from './outline.ts';

/** Where a person finds something in the document: one of the three, counted from 1. */
export type Place = { line: number } | { page: number } | { slide: number };

/** Turns a line of the document's text into the page or slide it stands on, where the document has them. */
export function createPlaceFinder({ parts }: Pick<Outline, 'parts'>): (line: number) => Place {
  if (!parts) return (line) => ({ line });
  return (line) => {
    const number = Math.max(1, parts.firstLines.filter((first) => first <= line).length);
    return parts.unit === 'page' ? { page: number } : { slide: number };
  };
}

/** "line 3", "page 3" or "slide 3". */
export function describePlace(place: Place): string {
  const [unit, number] = Object.entries(place)[0] ?? ['line', 1];
  return `${unit} ${number}`;
}
