import { say, type EditionChanges, type NamedElement } from './changes.ts';
import type { Citation } from './find-citations.ts';
import { markWordDiff, type DiffMarks } from './word-diff.ts';

/** How a text is set where it is read: in a terminal or in Markdown. */
export interface Format extends DiffMarks {
  /** Ids and file names. */
  code: (text: string) => string;
}

/** One kind of change with all that it happened to. */
export interface Section {
  title: string;
  /** Each a line, and what stands indented under it. */
  items: { head: string; below: string[] }[];
}

/** Everything that a new edition changed, kind by kind; kinds with nothing in them are left out. */
export function listSections(changes: EditionChanges, citations: readonly Citation[], format: Format): Section[] {
  const { code, same } = format;
  const { elements } = changes;
  const diff = (before: string, after: string) => markWordDiff(before, after, format);
  const name = ({ id, label }: NamedElement) => `${same(label)} (${code(id)})`;
  const replaced = (replacedBy: string | undefined) => (replacedBy === undefined ? '' : `, replaced by ${code(replacedBy)}`);
  const sections: Section[] = [
    { title: 'About the framework', items: changes.framework.map(({ field, before, after }) => ({ head: `${field}: ${diff(before, after)}`, below: [] })) },
    { title: 'Elements added', items: elements.added.map((element) => ({ head: name(element), below: [] })) },
    { title: 'Elements withdrawn', items: elements.withdrawn.map((element) => ({ head: `${name(element)}${replaced(element.replacedBy)}`, below: [] })) },
    { title: 'Elements changed', items: elements.changed.map((element) => ({ head: name(element), below: element.changes.map(({ field, before, after }) => `${field}: ${diff(before, after)}`) })) },
    { title: 'Order', items: elements.isReordered ? [{ head: 'The elements stand in another order.', below: [] }] : [] },
    { title: 'Reworded', items: changes.reworded.map(({ id, before, after }) => ({ head: code(id), below: [diff(say(before), say(after))] })) },
    { title: 'Moved', items: changes.moved.map(({ id, text, from, to }) => ({ head: `${code(id)}, from ${name(from)} to ${name(to)}`, below: [same(text)] })) },
    { title: 'Split', items: changes.split.map(({ id, before, parts }) => ({ head: code(id), below: [`Before: ${same(before)}`, ...parts.map((part) => `Now ${code(part.id)}: ${same(part.text)}`)] })) },
    { title: 'Merged', items: changes.merged.map(({ id, after, origins }) => ({ head: code(id), below: [...origins.map((origin) => `Before ${code(origin.id)}: ${same(origin.text)}`), `Now: ${same(after)}`] })) },
    { title: 'Added', items: changes.added.map(({ id, text, element }) => ({ head: `${code(id)} in ${name(element)}`, below: [same(text)] })) },
    { title: 'Back again', items: changes.restored.map(({ id, text, element }) => ({ head: `${code(id)} in ${name(element)}`, below: [same(text)] })) },
    { title: 'Withdrawn', items: changes.withdrawn.map(({ id, text, replacedBy }) => ({ head: `${code(id)}${replacedBy === undefined ? '' : `, merged into ${code(replacedBy)}`}`, below: [same(text)] })) },
    {
      title: 'What cites something that changed',
      items: citations.map(({ what, title, file, statements, element }) => ({
        head: `${what} “${same(title)}”, ${code(file)}`,
        below: [...(element.length === 0 ? [] : [`Quotes its element: ${element.join(', ')}`]), ...statements.map(({ id, changes: kinds }) => `Names ${code(id)}: ${kinds.join(', ')}`)],
      })),
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** How many statements of each kind there are, in one line. */
export function countChanges({ unchanged, reworded, moved, split, merged, added, restored, withdrawn }: EditionChanges): string {
  const counts: [number, string][] = [[unchanged, 'unchanged'], [reworded.length, 'reworded'], [moved.length, 'moved'], [split.length, 'split'], [merged.length, 'merged'], [added.length, 'added'], [restored.length, 'back again'], [withdrawn.length, 'withdrawn']];
  return `Statements: ${counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`).join(', ')}.`;
}
