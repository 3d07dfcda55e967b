import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Framework, FrameworkInput } from '../../../../src/framework/framework.ts';
import { assignElementIds } from '../../../../src/importer/assign-ids.ts';
import { matchEditions } from '../../../../src/importer/editions/match-editions.ts';
import { toNextEdition } from '../../../../src/importer/editions/next-edition.ts';
import { readWording } from '../../../../src/importer/editions/wording.ts';
import { readShipped } from '../../generator/read-fixtures.ts';
import { importText } from '../import-text.ts';
import { editCopy, type Edit, type EditedCopy, type EditedStatement } from './edit-copy.ts';
import { editDocument } from './edit-document.ts';
import { Seeded } from './seeded.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const shipped = readShipped();

/** How many ids are right, by what was done to the statement. */
class Tally {
  readonly #counts = new Map<Edit, { right: number; all: number }>();
  readonly wrong: string[] = [];

  add({ edit, id, text }: EditedStatement, got: string, formerIds: ReadonlySet<string>, seed: number): void {
    const isRight = id === undefined ? !formerIds.has(got) : got === id;
    const count = this.#counts.get(edit) ?? { right: 0, all: 0 };
    this.#counts.set(edit, { right: count.right + Number(isRight), all: count.all + 1 });
    if (!isRight) this.wrong.push(`seed ${seed}, ${edit}: "${text}" should have ${id ?? 'a new id'} and has ${got}`);
  }

  /** The share of ids that are right among statements that had one before, or among those that are new. */
  shareOf(isNew: boolean): number {
    const counts = [...this.#counts].filter(([edit]) => (edit === 'added' || edit === 'split off') === isNew).map(([, count]) => count);
    const sum = (field: 'right' | 'all') => counts.reduce((total, count) => total + count[field], 0);
    return sum('right') / sum('all');
  }

  describe(): string {
    return [...this.#counts].map(([edit, { right, all }]) => `${edit} ${right}/${all}`).join(', ');
  }
}

/** Statements of the other frameworks: the same field, and nothing that this one says. */
const listForeign = (framework: Framework) => shipped.filter(({ id }) => id !== framework.id).flatMap(({ elements }) => elements.flatMap(({ statements }) => statements.map(({ text }) => text)));
const idsOf = (framework: Framework) => new Set(framework.elements.flatMap(({ statements }) => statements.map(({ id }) => id)));

/** What an importer that makes no mistake would make of the copy. */
function toDraft(framework: Framework, { elements }: EditedCopy): FrameworkInput {
  const kindOf = (former: string) => framework.elements.find(({ id }) => id === former)?.kind ?? 'standard';
  const ids = assignElementIds(elements.map(({ label, former }) => ({ label, kind: kindOf(former) })));
  return {
    ...framework,
    elements: elements.map(({ label, former, statements }, at) => ({
      id: ids[at] ?? '',
      kind: kindOf(former),
      label,
      number: `${at + 1}`,
      statements: statements.map(({ text, stem, isToAvoid }, index) => ({ id: `${framework.id}/${ids[at]}/${index + 1}`, text, ...(stem === undefined ? {} : { stem }), ...(isToAvoid === undefined ? {} : { isToAvoid }), source: { start: 0, end: 1 }, themes: [] })),
    })),
  };
}

describe.each(shipped.map((framework) => [framework.id, framework] as const))('an edited copy of %s', (_, framework) => {
  const formerIds = idsOf(framework);
  const foreign = listForeign(framework);

  test('with statements reworded, reordered, moved, split, merged, removed and added keeps its ids', () => {
    const tally = new Tally();
    const withdrawn = { right: 0, told: 0, all: 0 };
    for (const seed of SEEDS) {
      const copy = editCopy(framework, foreign, new Seeded(seed));
      const { framework: next, changes } = matchEditions(framework, toDraft(framework, copy));
      copy.elements.forEach(({ statements }, at) => statements.forEach((statement, index) => tally.add(statement, next.elements[at]?.statements[index]?.id ?? '', formerIds, seed)));
      withdrawn.right += changes.withdrawn.filter(({ id }) => copy.withdrawn.includes(id)).length;
      withdrawn.told += changes.withdrawn.length;
      withdrawn.all += copy.withdrawn.length;
    }
    const figures = `${tally.describe()}; withdrawn ${withdrawn.right} of ${withdrawn.all}, and ${withdrawn.told} told\n${tally.wrong.join('\n')}`;
    expect(tally.shareOf(false), figures).toBeGreaterThanOrEqual(0.98);
    expect(tally.shareOf(true), figures).toBeGreaterThanOrEqual(0.95);
    expect(withdrawn.right / withdrawn.all, figures).toBeGreaterThanOrEqual(0.95);
    expect(withdrawn.right / withdrawn.told, figures).toBeGreaterThanOrEqual(0.85);
  });

  test('keeps its ids when the document itself was edited and is imported again', () => {
    const document = readFileSync(`content/frameworks/${framework.id}/source/${framework.source}`, 'utf8');
    const read = (text: string) => importText({ bytes: new TextEncoder().encode(text), fileName: framework.source, id: framework.id });
    const base = read(document).framework;
    const tally = new Tally();
    let [found, written] = [0, 0];
    for (const seed of SEEDS) {
      const copy = editCopy(framework, foreign, new Seeded(seed));
      const statements = copy.elements.flatMap((element) => element.statements);
      const byWords = new Map(statements.map((statement) => [readWording(statement.text).key, statement]));
      const { framework: next } = toNextEdition(read(editDocument(document, framework, copy)), { framework }, { base }).result;
      for (const { text, id } of next.elements.flatMap((element) => element.statements)) {
        const statement = byWords.get(readWording(text).key);
        if (!statement) continue;
        found += 1;
        tally.add(statement, id, formerIds, seed);
      }
      written += statements.length;
    }
    const figures = `${found} of ${written} statements found as they were written; ${tally.describe()}\n${tally.wrong.join('\n')}`;
    // The importer may cut an edited sentence in another way; only what it found as it was written can be judged.
    expect(found / written, figures).toBeGreaterThanOrEqual(0.8);
    expect(tally.shareOf(false), figures).toBeGreaterThanOrEqual(0.98);
    expect(tally.shareOf(true), figures).toBeGreaterThanOrEqual(0.85);
  });
});
