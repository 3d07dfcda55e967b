import type { Framework } from '../../framework/framework.ts';
import { parseStatementId } from '../../framework/ids.ts';

/** Hands out ids that no statement or element of the framework has or ever had. */
export class NewIds {
  readonly #framework: string;
  readonly #elements: Set<string>;
  readonly #highest = new Map<string, number>();

  constructor({ id, elements, withdrawn = [], withdrawnElements = [] }: Framework) {
    this.#framework = id;
    this.#elements = new Set([...elements, ...withdrawnElements].map((element) => element.id));
    for (const statement of [...elements.flatMap(({ statements }) => statements), ...withdrawn]) {
      const { element = '', number = 0 } = parseStatementId(statement.id) ?? {};
      this.#elements.add(element);
      this.#highest.set(element, Math.max(number, this.#highest.get(element) ?? 0));
    }
  }

  /** The wanted id, or it with the first number that makes it new. */
  ofElement(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.#elements.has(id); number += 1) id = `${wanted}-${number}`;
    this.#elements.add(id);
    return id;
  }

  /** Numbered on from the highest that the element ever used. */
  ofStatement(element: string): string {
    const number = (this.#highest.get(element) ?? 0) + 1;
    this.#highest.set(element, number);
    return `${this.#framework}/${element}/${number}`;
  }
}
