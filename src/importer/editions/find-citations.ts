import type { EditionChanges } from './changes.ts';

/** Something that people wrote which names statements or an element of the framework: a scenario, a module, a portal entry. */
export interface Citing {
  /** What it is, such as "Scenario". */
  what: string;
  title: string;
  file: string;
  /** Ids of the statements that it names. */
  statements: readonly string[];
  /** The element whose statements it quotes in full. */
  element?: string | undefined;
}

export type ChangeKind = 'reworded' | 'moved' | 'split' | 'merged' | 'withdrawn' | 'added' | 'restored';

export interface Citation extends Pick<Citing, 'what' | 'title' | 'file'> {
  /** What it names that changed, each with all that happened to it. */
  statements: { id: string; changes: ChangeKind[] }[];
  /** What happened to its element, in words such as "2 reworded", where it quotes one. */
  element: string[];
}

/** Who builds on something that a new edition changed, in the order given. */
export function findCitations(changes: EditionChanges, citing: readonly Citing[]): Citation[] {
  const changesOf = listChangesById(changes);
  const byElement = countByElement(changes, changesOf);
  return citing.flatMap(({ what, title, file, statements, element }): Citation[] => {
    const named = [...new Set(statements)].flatMap((id) => {
      const found = changesOf.get(id);
      return found ? [{ id, changes: found }] : [];
    });
    const own = element === undefined ? [] : (byElement.get(element) ?? []);
    return named.length + own.length === 0 ? [] : [{ what, title, file, statements: named, element: own }];
  });
}

function listChangesById({ reworded, moved, split, merged, withdrawn }: EditionChanges): Map<string, ChangeKind[]> {
  const changesOf = new Map<string, ChangeKind[]>();
  const lists: [ChangeKind, readonly { id: string }[]][] = [['reworded', reworded], ['moved', moved], ['split', split], ['merged', merged], ['withdrawn', withdrawn]];
  for (const [kind, list] of lists) for (const { id } of list) changesOf.set(id, [...(changesOf.get(id) ?? []), kind]);
  return changesOf;
}

/** By element, how many of its statements changed in which way, and whether it was renamed or withdrawn itself. */
function countByElement(changes: EditionChanges, changesOf: ReadonlyMap<string, ChangeKind[]>): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  const count = (element: string, kind: string) => {
    const ofElement = counts.get(element) ?? new Map<string, number>();
    counts.set(element, ofElement.set(kind, (ofElement.get(kind) ?? 0) + 1));
  };
  for (const [element, ids] of Object.entries(changes.statementsOf)) for (const id of ids) for (const kind of changesOf.get(id) ?? []) if (kind === 'reworded' || kind === 'split' || kind === 'merged') count(element, kind);
  for (const { from, to } of changes.moved) {
    count(from.id, 'moved away');
    count(to.id, 'moved here');
  }
  for (const { element } of changes.withdrawn) count(element.id, 'withdrawn');
  for (const { element } of [...changes.added, ...changes.restored]) count(element.id, 'added');
  const described = new Map([...counts].map(([element, kinds]) => [element, [...kinds].map(([kind, number]) => `${number} ${kind}`)]));
  const describe = (element: string, words: string) => described.set(element, [words, ...(described.get(element) ?? [])]);
  for (const { id, changes: fields } of changes.elements.changed) describe(id, `${fields.map(({ field }) => field.toLowerCase()).join(', ')} changed`);
  for (const { id } of changes.elements.withdrawn) describe(id, 'the element was withdrawn');
  return described;
}
