/** A statement as the framework puts it: its words, what they hang on, and whether they name something to avoid. */
export interface Said {
  text: string;
  stem?: string | undefined;
  isToAvoid?: boolean | undefined;
}

/** Something about an edition or an element that now reads otherwise. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export interface NamedElement {
  id: string;
  label: string;
}

/** What a new edition of a framework changed. Every list is in the order of the document that it speaks of. */
export interface EditionChanges {
  /** Label of the new edition. */
  edition: string;
  /** Title, publisher, date and the like. */
  framework: FieldChange[];
  /** How many statements stand as they stood, in the element where they stood. */
  unchanged: number;
  reworded: { id: string; before: Said; after: Said }[];
  moved: { id: string; text: string; from: NamedElement; to: NamedElement }[];
  /** One statement became several, in the order in which they stand; the largest holds the id. */
  split: { id: string; before: string; parts: { id: string; text: string }[] }[];
  /** Several became one; the ids of the others are withdrawn. */
  merged: { id: string; after: string; origins: { id: string; text: string }[] }[];
  added: { id: string; text: string; element: NamedElement }[];
  withdrawn: { id: string; text: string; element: NamedElement; replacedBy?: string | undefined }[];
  /** Withdrawn by an earlier edition, and back in the same words: they have their ids again. */
  restored: { id: string; text: string; element: NamedElement }[];
  /** Ids of the statements that each element holds now, by its id. */
  statementsOf: Readonly<Record<string, readonly string[]>>;
  elements: {
    added: NamedElement[];
    withdrawn: (NamedElement & { replacedBy?: string | undefined })[];
    changed: (NamedElement & { changes: FieldChange[] })[];
    /** The same elements stand in another order. */
    isReordered: boolean;
  };
}

/** A statement as one reads it: "Avoid", then what it hangs on, then its words. */
export function say({ text, stem, isToAvoid }: Said): string {
  return [isToAvoid ? 'Avoid:' : undefined, stem, text].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Whether anything that a person could notice changed. */
export function hasChanges({ framework, reworded, moved, split, merged, added, withdrawn, restored, elements }: EditionChanges): boolean {
  return [framework, reworded, moved, split, merged, added, withdrawn, restored, elements.added, elements.withdrawn, elements.changed].some((list) => list.length > 0) || elements.isReordered;
}
