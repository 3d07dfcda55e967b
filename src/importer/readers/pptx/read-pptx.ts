import type { Outline } from '../../outline.ts';
import { openPackage } from '../office-open/open-package.ts';
import { openPresentation } from './presentation.ts';
import { readDeckProperties } from './properties.ts';
import { readSlides } from './read-slide.ts';
import { writeSlides } from './write-slides.ts';

/**
 * Reads a PowerPoint file (ECMA-376 PresentationML) into an outline: the slides in the order they are shown, the text of each in the order
 * people read it. What is no part of the framework (footers, speaker notes, comments, hidden slides, descriptions of pictures) becomes
 * asides, so that the loss report can list it. Throws a `ContentError` for files that are damaged, locked or without slides.
 */
export async function readPptx(bytes: Uint8Array, fileName: string): Promise<Outline> {
  const pack = await openPackage(bytes, fileName);
  const presentation = await openPresentation(pack, fileName);
  const slides = await readSlides(pack, presentation, fileName);
  const { documentText, blocks, firstLines } = writeSlides(slides, presentation.size);
  return { documentText, metadata: await readDeckProperties(pack, slides), blocks, parts: { unit: 'slide', firstLines } };
}
