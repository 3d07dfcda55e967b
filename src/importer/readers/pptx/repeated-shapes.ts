import { isGroupHeading } from '../../vocabulary.ts';
import { flatten, type Slide } from './read-slide.ts';
import { textOfShape, type SlideShape } from './slide-shapes.ts';

/** Share of the slide's height, at top and bottom, where straplines and the names of councils are printed. */
const EDGE = 0.14;

/**
 * Finds text boxes that stand on most slides at the same place at the edge and say the same, such as a strapline that somebody copied
 * from slide to slide. What repeats in the middle may head something each time.
 */
export function findRepeatedShapes(slides: readonly Slide[], size: { height: number }): Set<SlideShape> {
  const places = new Map<string, { shape: SlideShape; slide: number }[]>();
  for (const [at, slide] of slides.entries()) {
    for (const shape of slide.shapes.flatMap(flatten)) {
      const text = textOfShape(shape);
      if (shape.role !== 'content' || !shape.box || text === '' || text.endsWith(':') || isGroupHeading(text)) continue;
      const middle = (shape.box.top + shape.box.bottom) / 2 / size.height;
      if (middle > EDGE && middle < 1 - EDGE) continue;
      const key = `${text.toLowerCase().replace(/\d+/g, '#')} ${Math.round(shape.box.left / 200_000)} ${Math.round(shape.box.top / 200_000)}`;
      places.set(key, [...(places.get(key) ?? []), { shape, slide: at }]);
    }
  }
  const repeated = new Set<SlideShape>();
  for (const found of places.values()) {
    if (new Set(found.map(({ slide }) => slide)).size >= Math.max(3, slides.length * 0.4)) for (const { shape } of found) repeated.add(shape);
  }
  return repeated;
}
