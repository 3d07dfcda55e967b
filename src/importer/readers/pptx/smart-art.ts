import { readDiagram, type DiagramPoint } from '../office-open/diagram.ts';
import type { XmlElement } from '../office-open/parse-xml.ts';
import { canBeSeen } from '../runs.ts';
import { readSlideText, type SlideParagraph } from './slide-text.ts';
import type { ListStyle } from './text-style.ts';

/** A box of a SmartArt diagram, with what hangs on it. */
export interface DiagramBox {
  paragraphs: SlideParagraph[];
  children: DiagramBox[];
}

/** Reads the boxes of a diagram in the order they are presented; a point without text is only what its children hang on. */
export function readDiagramBoxes(model: XmlElement, styles: readonly ListStyle[]): DiagramBox[] {
  const toBoxes = ({ body, children }: DiagramPoint): DiagramBox[] => {
    const below = children.flatMap(toBoxes);
    const paragraphs = body ? readSlideText(body, styles).filter(({ lines }) => lines.some(({ runs }) => canBeSeen(runs))) : [];
    return paragraphs.length > 0 ? [{ paragraphs, children: below }] : below;
  };
  return readDiagram(model).flatMap(toBoxes);
}
