import type { Framework } from '../../framework/framework.ts';
import { say, type EditionChanges, type FieldChange, type NamedElement } from './changes.ts';
import type { MatchedEditions } from './match-editions.ts';

/** Lists what changed between two editions that were matched. */
export function describeEdition(matched: MatchedEditions): EditionChanges {
  const { former, formerEntries, draftEntries, elementOf, pairing, restored, framework } = matched;
  const elementAt = (at: number): NamedElement => toNamed(framework.elements[at]);
  const formerElementAt = (at: number): NamedElement => toNamed(former.elements[at]);
  const idOf = ({ element, position }: { element: number; position: number }) => framework.elements[element]?.statements[position]?.id ?? '';
  const toListed = (entry: { element: number; position: number; statement: { text: string } }) => ({ id: idOf(entry), text: entry.statement.text });
  const changes: EditionChanges = {
    edition: framework.edition.label,
    framework: [...listFieldChanges(former, framework, { title: 'Title', publisher: 'Publisher' }), ...listFieldChanges(former.edition, framework.edition, { label: 'Edition', date: 'Date' })],
    unchanged: 0,
    reworded: [],
    moved: [],
    split: [],
    merged: [],
    added: [],
    withdrawn: [],
    restored: [],
    statementsOf: Object.fromEntries(framework.elements.map(({ id, statements }) => [id, statements.map((statement) => statement.id)])),
    elements: { added: [], withdrawn: [], changed: [], isReordered: false },
  };

  for (const entry of draftEntries.flat()) {
    const before = pairing.formerOf(entry);
    const origins = pairing.originsOf(entry);
    const { id, text } = toListed(entry);
    if (!before) {
      const whole = pairing.wholeOf(entry);
      if (restored.has(entry)) changes.restored.push({ id, text, element: elementAt(entry.element) });
      else if (!whole) changes.added.push({ id, text, element: elementAt(entry.element) });
      continue;
    }
    const isMoved = elementOf.get(entry.element) !== before.element;
    const parts = pairing.partsOf(before);
    if (isMoved) changes.moved.push({ id, text, from: formerElementAt(before.element), to: elementAt(entry.element) });
    if (parts.length > 1) changes.split.push({ id, before: before.statement.text, parts: parts.map(toListed) });
    if (origins.length > 1) changes.merged.push({ id, after: text, origins: origins.map(({ statement }) => ({ id: statement.id, text: statement.text })) });
    const isReworded = say(before.statement) !== say(entry.statement);
    if (isReworded && parts.length < 2 && origins.length < 2) changes.reworded.push({ id, before: before.statement, after: entry.statement });
    if (!isReworded && !isMoved && parts.length < 2 && origins.length < 2) changes.unchanged += 1;
  }

  const replacedBy = new Map(framework.withdrawn?.map((statement) => [statement.id, statement.replacedBy]));
  for (const entry of formerEntries.flat()) {
    if (pairing.draftOf(entry)) continue;
    const { id, text } = entry.statement;
    changes.withdrawn.push({ id, text, element: formerElementAt(entry.element), replacedBy: replacedBy.get(id) });
  }

  const keptElements = new Set(elementOf.values());
  framework.elements.forEach((element, at) => {
    const before = former.elements[elementOf.get(at) ?? -1];
    if (!before) return void changes.elements.added.push(toNamed(element));
    const fields = listFieldChanges(before, element, { label: 'Name', number: 'Number', section: 'Section', description: 'Introduction' });
    if (fields.length > 0) changes.elements.changed.push({ ...toNamed(element), changes: fields });
  });
  former.elements.forEach((element, at) => {
    if (!keptElements.has(at)) changes.elements.withdrawn.push({ ...toNamed(element), replacedBy: framework.withdrawnElements?.find(({ id }) => id === element.id)?.replacedBy });
  });
  const order = [...elementOf].sort(([a], [b]) => a - b).map(([, at]) => at);
  changes.elements.isReordered = order.some((at, index) => index > 0 && at < (order[index - 1] ?? 0));
  return changes;
}

const toNamed = (element: Framework['elements'][number] | undefined): NamedElement => ({ id: element?.id ?? '', label: element?.label ?? '' });

function listFieldChanges<Field extends string>(before: Partial<Record<NoInfer<Field>, string | undefined>>, after: Partial<Record<NoInfer<Field>, string | undefined>>, names: Readonly<Record<Field, string>>): FieldChange[] {
  return (Object.keys(names) as Field[]).flatMap((field) => {
    const [was, is] = [before[field] ?? '', after[field] ?? ''];
    return was === is ? [] : [{ field: names[field], before: was, after: is }];
  });
}
