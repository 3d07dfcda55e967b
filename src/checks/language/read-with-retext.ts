import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { unified, type Processor } from 'unified';

/** Something that a rule of retext stopped at. Offsets are UTF-16, the end exclusive. */
export interface RetextRemark {
  /** The name that retext gives what it found. */
  id: string;
  from: number;
  to: number;
  /** The words as they stand. */
  actual: string;
  /** What retext would write. */
  expected: readonly string[];
}

/** The rules of retext that are in use. What the others find in the scenarios and modules that ship is nearly all as it should be. */
const PLUGINS = { equality: retextEquality, 'indefinite-article': retextIndefiniteArticle, 'repeated-words': retextRepeatedWords } as const;

const processors = new Map<keyof typeof PLUGINS, ReturnType<typeof makeProcessor>>();

/** Reads a text with one rule of retext. Dear: about a millisecond for a page, so ask only about texts that can hold what it looks for. */
export function readWithRetext(text: string, rule: keyof typeof PLUGINS): RetextRemark[] {
  const processor = processors.get(rule) ?? makeProcessor(rule);
  processors.set(rule, processor);
  return processor.processSync(text).messages.flatMap(({ ruleId = '', actual = '', expected = [], place }) => {
    const [start, end] = place && 'start' in place ? [place.start.offset, place.end.offset] : [];
    return start === undefined || end === undefined ? [] : [{ id: ruleId, from: start, to: end, actual, expected }];
  });
}

function makeProcessor(rule: keyof typeof PLUGINS) {
  return unified().use(retextEnglish).use(PLUGINS[rule]).use(writeNothing).freeze();
}

/** Only what was said about the text is wanted. */
function writeNothing(this: Processor): void {
  this.compiler = () => '';
}
