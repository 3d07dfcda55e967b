import type { Block } from '../../outline.ts';
import { orderShapes } from './reading-order.ts';
import { flatten, type Slide } from './read-slide.ts';
import { findRepeatedShapes } from './repeated-shapes.ts';
import type { SlideShape } from './slide-shapes.ts';
import { joinLines } from './slide-text.ts';
import { findTitles, LEVELS, type SlideTitle } from './slide-titles.ts';
import { SlideWriter } from './slide-writer.ts';
import { createSizeJudge } from './text-sizes.ts';
import { writeShape } from './write-shape.ts';

export interface WrittenSlides {
  documentText: string;
  blocks: readonly Block[];
  /** The line that each slide begins at. */
  firstLines: number[];
}

interface Size {
  width: number;
  height: number;
}

/** Writes slides down in the order they are shown, with reasons for all that is no part of the framework. */
export function writeSlides(slides: readonly Slide[], size: Size): WrittenSlides {
  const writer = new SlideWriter();
  const titles = findTitles(slides);
  const repeated = findRepeatedShapes(slides, size);
  const firstLines: number[] = [];
  for (const [at, slide] of slides.entries()) {
    firstLines.push(writer.line);
    writer.startSlide();
    const write = () => { writeSlide(writer, slide, titles[at], (shape) => reasonToLeaveOut(shape, repeated, size)); };
    if (slide.isHidden) writer.writeAside('hidden slide', write);
    else write();
  }
  return { documentText: writer.documentText, blocks: writer.blocks, firstLines };
}

function writeSlide(writer: SlideWriter, slide: Slide, title: SlideTitle | undefined, reasonOf: (shape: SlideShape) => string | undefined): void {
  if (title) writeTitle(writer, title);
  const { kept, leftOut } = sortOut(slide.shapes.filter((shape) => !title?.shapes.includes(shape)), reasonOf);
  const judge = createSizeJudge(kept.flatMap(flatten), title ? LEVELS.inside : LEVELS.slide);
  for (const shape of orderShapes(kept)) writeShape(writer, shape, slide, judge);
  for (const { shape, reason } of leftOut) writer.writeAside(reason, () => { for (const inner of flatten(shape)) writeShape(writer, inner, slide, judge); });
  for (const { description, content } of slide.shapes.flatMap(flatten)) {
    if (description !== '' && content.type !== 'text') writer.writeAside('picture (its description)', () => { writer.writeParagraph([{ text: description }]); });
  }
  for (const { reason, paragraphs } of slide.remarks) writer.writeAside(reason, () => { for (const { lines } of paragraphs) writer.writeParagraph(joinLines(lines)); });
}

interface Sorted {
  kept: SlideShape[];
  leftOut: { shape: SlideShape; reason: string }[];
}

function sortOut(shapes: readonly SlideShape[], reasonOf: (shape: SlideShape) => string | undefined): Sorted {
  const sorted: Sorted = { kept: [], leftOut: [] };
  for (const shape of shapes) {
    const reason = reasonOf(shape);
    if (reason !== undefined) sorted.leftOut.push({ shape, reason });
    else if (shape.content.type !== 'group') sorted.kept.push(shape);
    else {
      const inside = sortOut(shape.content.shapes, reasonOf);
      sorted.kept.push({ ...shape, content: { type: 'group', shapes: inside.kept } });
      sorted.leftOut.push(...inside.leftOut);
    }
  }
  return sorted;
}

function reasonToLeaveOut(shape: SlideShape, repeated: ReadonlySet<SlideShape>, size: Size): string | undefined {
  const { role, box, isHidden } = shape;
  if (isHidden) return 'hidden on the slide';
  if (role === 'footer') return 'repeated on many slides (footer)';
  if (role === 'date' || role === 'slide number') return role;
  if (repeated.has(shape)) return 'repeated on many slides';
  const isOutside = box !== undefined && (box.right <= 0 || box.bottom <= 0 || box.left >= size.width || box.top >= size.height);
  return isOutside ? 'beside the slide, where nobody sees it' : undefined;
}

function writeTitle(writer: SlideWriter, { shapes, level, evidence, isRepeat, countLength }: SlideTitle): void {
  const paragraphs = shapes.flatMap(({ content }) => (content.type === 'text' ? content.paragraphs : []));
  const runs = joinLines(paragraphs.flatMap(({ lines }) => lines));
  if (isRepeat) writer.writeAside('title repeated', () => { writer.writeParagraph(runs); });
  else writer.writeHeading(runs, { level, evidence, countLength });
}
