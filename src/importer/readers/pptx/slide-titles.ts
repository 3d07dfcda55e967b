import type { HeadingEvidence } from '../../outline.ts';
import { countWords } from '../../quoted-text.ts';
import { flatten, type Slide } from './read-slide.ts';
import { saysSomething, textOfShape, type SlideShape } from './slide-shapes.ts';
import { findTextSize } from './text-sizes.ts';

/** Levels of headings: the deck's title, the title of a part of it, the title of a slide, and headings on the slide. */
export const LEVELS = { deck: 1, part: 2, slide: 3, inside: 4 } as const;

/** What heads a slide. */
export interface SlideTitle {
  shapes: SlideShape[];
  level: number;
  evidence: Extract<HeadingEvidence, 'marked' | 'sized'>;
  /** The slide goes on with what the slide before began, under the same title. */
  isRepeat: boolean;
  /** How many characters at its end only count the slides that share it: "(1 of 2)". */
  countLength: number;
}

/** "(continued)", "cont'd", "(2/3)", "part 2 of 3" at the end of a title. */
const CONTINUED = /(?<![\s:–—-])[\s:–—-]*[([]?\bcont(?:inued|['’.]?d|\.)?(?![\p{L}\p{N}])[.…]*[)\]]?\.?$/iu;
const COUNTED = /(?<![\s:–—-])[\s:–—-]*[([]?\b(?:part )?\d{1,2} ?(?:of|\/) ?\d{1,2}[)\]]?$/i;

/** Finds what heads each slide, and at which level; `undefined` where nothing does. */
export function findTitles(slides: readonly Slide[]): (SlideTitle | undefined)[] {
  const titles: (SlideTitle | undefined)[] = [];
  let before: { name: string; title: SlideTitle; length: number } | undefined;
  for (const [at, slide] of slides.entries()) {
    const found = findTitle(slide, at === 0);
    titles.push(found);
    if (slide.isHidden) continue;
    const text = found?.shapes.map(textOfShape).join(' ') ?? '';
    const counted = text.replace(COUNTED, '');
    const name = counted.replace(CONTINUED, '').toLowerCase();
    if (found && before?.name === name && before.title.level === found.level) {
      found.isRepeat = true;
      before.title.countLength = before.length;
    } else before = found && name !== '' ? { name, title: found, length: text.length - counted.length } : undefined;
  }
  return titles;
}

function findTitle(slide: Slide, isFirst: boolean): SlideTitle | undefined {
  const marked = slide.shapes.filter((shape) => shape.role === 'title' && !shape.isHidden && saysSomething(shape));
  const isPart = /^(?:title|secHead)$/.test(slide.layoutType) || marked.some(({ placeholder }) => placeholder === 'ctrTitle');
  const level = isPart ? (isFirst ? LEVELS.deck : LEVELS.part) : LEVELS.slide;
  if (marked.length > 0) return { shapes: marked, level, evidence: 'marked', isRepeat: false, countLength: 0 };
  const largest = findLargest(slide);
  return largest && { shapes: [largest], level: isFirst ? LEVELS.deck : LEVELS.slide, evidence: 'sized', isRepeat: false, countLength: 0 };
}

const MAX_TITLE_WORDS = 16;
const LARGER = 1.2;
const sizeOfShape = (shape: SlideShape) => findTextSize([shape]);

/** A text box of few words that is set larger than all others on the slide, with nothing to read above it, is what somebody used for a title. */
function findLargest(slide: Slide): SlideShape | undefined {
  const texts = slide.shapes.flatMap(flatten).filter((shape) => shape.role === 'content' && shape.content.type === 'text' && saysSomething(shape) && !shape.isHidden);
  const [largest, next] = texts.toSorted((a, b) => sizeOfShape(b) - sizeOfShape(a));
  if (!largest || texts.length < 2 || !slide.shapes.includes(largest) || largest.content.type !== 'text') return undefined;
  const isLarger = sizeOfShape(largest) > sizeOfShape(next ?? largest) && sizeOfShape(largest) >= findTextSize(texts) * LARGER;
  const isPlain = countWords(textOfShape(largest)) <= MAX_TITLE_WORDS && /\p{L}/u.test(textOfShape(largest)) && !largest.content.paragraphs.some(({ mark }) => mark);
  const { box } = largest;
  const isTop = box !== undefined && texts.every((other) => other === largest || !other.box || other.box.bottom > box.top + (box.bottom - box.top) * 0.3);
  return isLarger && isPlain && isTop ? largest : undefined;
}
