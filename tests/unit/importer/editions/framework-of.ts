import { FrameworkSchema, type Framework, type FrameworkInput } from '../../../../src/framework/framework.ts';
import { assignElementIds } from '../../../../src/importer/assign-ids.ts';

/** A statement: its words, or its words with more. */
export type Told = string | { text: string; stem?: string; isToAvoid?: boolean; themes?: string[]; dutyHolder?: string };

/** What the importer makes of a document with these elements and statements; "elm" by name. */
export function draftOf(elements: Readonly<Record<string, readonly Told[]>>, more: Partial<FrameworkInput> = {}): FrameworkInput {
  const labels = Object.keys(elements);
  const ids = assignElementIds(labels.map((label) => ({ label, kind: 'value' as const })));
  return {
    id: 'elm',
    title: 'How we work in Elm',
    source: 'elm.md',
    elements: labels.map((label, at) => ({
      id: ids[at] ?? '',
      kind: 'value' as const,
      label,
      statements: (elements[label] ?? []).map((told, index) => ({ id: `elm/${ids[at]}/${index + 1}`, source: { start: 0, end: 1 }, themes: [], ...(typeof told === 'string' ? { text: told } : told) })),
    })),
    ...more,
  };
}

export const frameworkOf = (...parts: Parameters<typeof draftOf>): Framework => FrameworkSchema.parse(draftOf(...parts));

/** Ids by label and text, without the framework's name. */
export function idsOf(framework: Framework): Record<string, Record<string, string>> {
  return Object.fromEntries(framework.elements.map(({ label, statements }) => [label, Object.fromEntries(statements.map(({ id, text }) => [text, id.replace(/^elm\//, '')]))]));
}
