import { countWords } from '../../quoted-text.ts';
import { surround, type Box } from './box.ts';
import { saysSomething, textOfShape, type SlideShape } from './slide-shapes.ts';

/** Things on the slide that are read one right after the other. */
interface Unit {
  shapes: SlideShape[];
  box: Box;
  /** Begins with a short name of what follows in it. */
  hasName: boolean;
}

/** How far two frames may reach into each other and still stand beside each other, as a share of the smaller. */
const OVERLAP = 0.2;
const MAX_NAME_WORDS = 8;
/** Nobody lays out more shapes than these on a slide to be read; past them, places are only sorted, so that no file takes long. */
const MAX_ARRANGED = 300;

/**
 * Puts shapes into the order that people read them in: bands from top to bottom, in each from left to right. A name in a box of its
 * own stays with the box under it or to its right, and columns that have a heading are read one after the other. Groups are opened.
 */
export function orderShapes(shapes: readonly SlideShape[]): SlideShape[] {
  const units = toUnits(shapes.filter(saysSomething).flatMap(openGroup));
  const unplaced = units.filter((unit) => unit.box === undefined).flatMap((unit) => unit.shapes);
  const placed = units.flatMap(({ box, ...unit }) => (box ? [{ ...unit, box }] : []));
  return [...arrange(placed), ...unplaced].flatMap((shape) => (shape.content.type === 'group' ? orderShapes(shape.content.shapes) : [shape]));
}

/** A group that holds names together with what they name is one thing on the slide; any other is only a help for the designer. */
function openGroup(shape: SlideShape): SlideShape[] {
  if (shape.content.type !== 'group') return [shape];
  const inside = shape.content.shapes.filter(saysSomething).flatMap(openGroup);
  const names = inside.filter(isName).length;
  return names > 0 && names < inside.length ? [shape] : inside;
}

function isName(shape: SlideShape): boolean {
  const { content } = shape;
  if (content.type !== 'text') return false;
  const text = textOfShape(shape);
  const filled = content.paragraphs.filter(({ lines }) => lines.some(({ runs }) => runs.some((run) => run.text.trim() !== '')));
  return countWords(text) <= MAX_NAME_WORDS && filled.length <= 2 && !filled.some(({ mark }) => mark) && !/[.;,]$/.test(text);
}

/** Whether a shape's own first line names what stands under it in the same shape. */
function beginsWithName({ content }: SlideShape): boolean {
  if (content.type !== 'text') return false;
  const [first, second] = content.paragraphs.filter(({ lines }) => lines.some(({ runs }) => runs.some((run) => run.text.trim() !== '')));
  if (!first || !second || first.mark) return false;
  const [top, below] = [first.lines[0], second.lines[0]];
  const looks = (line: typeof top) => `${line?.size ?? 0} ${line?.runs.every((run) => run.isStrong) ? 'bold' : ''}`;
  return looks(top) !== looks(below) || second.mark !== undefined;
}

type LooseUnit = Omit<Unit, 'box'> & { box: Box | undefined };

/** Joins every name to what it names. */
function toUnits(shapes: readonly SlideShape[]): LooseUnit[] {
  const partners = shapes.length > MAX_ARRANGED ? new Map<SlideShape, SlideShape>() : pairNames(shapes);
  const isPartner = new Set(partners.values());
  return shapes.flatMap((shape): LooseUnit[] => {
    if (isPartner.has(shape)) return [];
    const partner = partners.get(shape);
    const members = partner ? [shape, partner] : [shape];
    const boxes = members.flatMap(({ box }) => (box ? [box] : []));
    return [{ shapes: members, box: boxes.length > 0 ? surround(boxes) : undefined, hasName: partner !== undefined || beginsWithName(shape) }];
  });
}

/** For names in boxes of their own, the box each belongs to: under it or to its right, whichever suits more of the slide's names. */
function pairNames(shapes: readonly SlideShape[]): Map<SlideShape, SlideShape> {
  const below = pairWith(shapes, isBelow, (name, other) => other.top - name.bottom);
  const beside = pairWith(shapes, isBeside, (name, other) => other.left - name.right);
  return beside.size > below.size ? beside : below;
}

function pairWith(shapes: readonly SlideShape[], fits: (name: Box, other: Box) => boolean, distance: (name: Box, other: Box) => number): Map<SlideShape, SlideShape> {
  const pairs = new Map<SlideShape, SlideShape>();
  const taken = new Set<SlideShape>();
  for (const shape of shapes) {
    const { box } = shape;
    if (!box || !isName(shape)) continue;
    const near = shapes.filter((other) => other !== shape && other.box && fits(box, other.box)).sort((a, b) => (a.box && b.box ? distance(box, a.box) - distance(box, b.box) : 0));
    const [nearest] = near;
    if (!nearest || isName(nearest) || taken.has(nearest)) continue;
    pairs.set(shape, nearest);
    taken.add(nearest);
  }
  return pairs;
}

function isBelow(name: Box, other: Box): boolean {
  const shared = Math.min(name.right, other.right) - Math.max(name.left, other.left);
  const [widthOfName, widthOfOther] = [name.right - name.left, other.right - other.left];
  const middle = (name.top + name.bottom) / 2;
  return shared >= Math.min(widthOfName, widthOfOther) * 0.6 && Math.max(widthOfName, widthOfOther) <= Math.min(widthOfName, widthOfOther) * 2.5 && middle < other.top + (other.bottom - other.top) * 0.35 && name.top < (other.top + other.bottom) / 2;
}

function isBeside(name: Box, other: Box): boolean {
  const shared = Math.min(name.bottom, other.bottom) - Math.max(name.top, other.top);
  const [heightOfName, heightOfOther] = [name.bottom - name.top, other.bottom - other.top];
  const middle = (name.left + name.right) / 2;
  return shared >= Math.min(heightOfName, heightOfOther) * 0.6 && Math.max(heightOfName, heightOfOther) <= Math.min(heightOfName, heightOfOther) * 2.5 && middle < other.left + (other.right - other.left) * 0.35 && name.left < (other.left + other.right) / 2;
}

function arrange(units: readonly Unit[]): SlideShape[] {
  if (units.length <= 1) return units.flatMap(({ shapes }) => shapes);
  if (units.length > MAX_ARRANGED) return sortByPlace(units);
  const columns = part(units, 'left', 'right');
  if (columns.length > 1 && columns.every(isHeadedColumn)) return columns.flatMap(arrange);
  const bands = part(units, 'top', 'bottom');
  if (bands.length > 1) return bands.flatMap(arrange);
  if (columns.length > 1) return columns.flatMap(arrange);
  return sortByPlace(units);
}

function sortByPlace(units: readonly Unit[]): SlideShape[] {
  return units.toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left).flatMap(({ shapes }) => shapes);
}

/** A heading over several boxes that have no names of their own. */
function isHeadedColumn(column: readonly Unit[]): boolean {
  const [first, ...others] = column.toSorted((a, b) => a.box.top - b.box.top);
  const isHead = first !== undefined && (first.hasName || first.shapes.every(isName));
  return isHead && others.length > 0 && others.every(({ hasName, shapes }) => !hasName && !shapes.some(isName));
}

/** Parts units where nothing reaches across, along one direction. */
function part(units: readonly Unit[], start: 'left' | 'top', end: 'right' | 'bottom'): Unit[][] {
  const parts: Unit[][] = [];
  let reach = -Infinity;
  let smallest = Infinity;
  for (const unit of units.toSorted((a, b) => a.box[start] - b.box[start])) {
    const size = unit.box[end] - unit.box[start];
    const last = parts.at(-1);
    if (last && unit.box[start] < reach - Math.min(size, smallest) * OVERLAP) {
      last.push(unit);
      reach = Math.max(reach, unit.box[end]);
      smallest = Math.min(smallest, size);
    } else {
      parts.push([unit]);
      reach = unit.box[end];
      smallest = size;
    }
  }
  return parts;
}
