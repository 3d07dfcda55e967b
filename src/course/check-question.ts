import type { Element } from '../framework/framework.ts';
import type { CheckItem } from './check/check-item.ts';
import { prepareWhichElement, prepareWhichStatement } from './check/generated.ts';
import { lookUpIn } from './check/look-up.ts';
import { prepareMatch } from './check/match.ts';
import { prepareMissingVoice } from './check/missing-voice.ts';
import { prepareOrder } from './check/order.ts';
import type { CheckQuestion } from './check/question.ts';
import { prepareWording } from './check/wording.ts';
import type { Library } from './library.ts';

/**
 * Looks up the words of a knowledge-check item.
 * @param own the element that the module teaches.
 * @throws RangeError where the item names what the library does not hold; `npm run check` reports that with its line.
 */
export function prepareQuestion(item: CheckItem, library: Library, own: Element): CheckQuestion {
  const lookUp = lookUpIn(library, own);
  switch (item.kind) {
    case 'which-statement':
      return prepareWhichStatement(item, lookUp);
    case 'which-element':
      return prepareWhichElement(item, lookUp);
    case 'match':
      return prepareMatch(item, lookUp);
    case 'wording':
      return prepareWording(item, lookUp);
    case 'order':
      return prepareOrder(item, lookUp);
    case 'missing-voice':
      return prepareMissingVoice(item, lookUp);
  }
}
