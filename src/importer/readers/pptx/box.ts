import { childNamed, type XmlElement } from '../office-open/parse-xml.ts';
import { readNumber } from './text-style.ts';

/** Where something stands on the slide, in EMU from its upper left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Turns a place inside a group into a place on the slide. */
export type Mapping = (box: Box) => Box;

/** Reads `a:xfrm` or `p:xfrm`; `undefined` where the size is left to the layout. */
export function readBox(transform: XmlElement | undefined): Box | undefined {
  return transform && readFrame(transform, 'a:off', 'a:ext');
}

/** How a group maps the places of what it holds, which are written in units of its own. */
export function readMapping(transform: XmlElement | undefined, outer: Mapping): Mapping {
  const frame = transform && readFrame(transform, 'a:off', 'a:ext');
  const inside = transform && readFrame(transform, 'a:chOff', 'a:chExt');
  if (!frame || !inside) return outer;
  const scaleX = (frame.right - frame.left) / (inside.right - inside.left || 1);
  const scaleY = (frame.bottom - frame.top) / (inside.bottom - inside.top || 1);
  return ({ left, top, right, bottom }) =>
    outer({
      left: frame.left + (left - inside.left) * scaleX,
      top: frame.top + (top - inside.top) * scaleY,
      right: frame.left + (right - inside.left) * scaleX,
      bottom: frame.top + (bottom - inside.top) * scaleY,
    });
}

function readFrame(transform: XmlElement, offset: string, extent: string): Box | undefined {
  const [off, ext] = [childNamed(transform, offset), childNamed(transform, extent)];
  const [left, top] = [off && readNumber(off, 'x'), off && readNumber(off, 'y')];
  const [width, height] = [ext && readNumber(ext, 'cx'), ext && readNumber(ext, 'cy')];
  if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined;
  return { left, top, right: left + width, bottom: top + height };
}

/** The smallest box around others. */
export function surround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
