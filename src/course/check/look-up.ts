import type { Element } from '../../framework/framework.ts';
import { hashText } from '../fnv1a.ts';
import type { Library, Quotation } from '../library.ts';
import { orderOptions } from '../option-order.ts';

/** What an item is prepared with. */
export interface LookUp {
  /** The element that the module teaches. */
  own: Element;
  /** @throws RangeError where the library does not hold the statement. */
  quote(statementId: string): Quotation;
}

export function lookUpIn(library: Library, own: Element): LookUp {
  return {
    own,
    quote: (id) => {
      const quotation = library.findQuotation(id);
      if (!quotation) throw new RangeError(`The knowledge check names "${id}", which is not in the framework`);
      return quotation;
    },
  };
}

/** An order that does not give the answer away and is the same at every build. */
export function arrange<Thing extends { id: string }>(seed: string, things: readonly Thing[]): Thing[] {
  const order = orderOptions(things.map(({ id }) => id), hashText(seed).low);
  return [...things].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
