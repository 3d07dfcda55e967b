import type { MapLine, MapNode, RouteMap } from '../../course/route-map.ts';
import { makeElement } from '../make-element.ts';

/** In the units of the drawing. */
const WIDTH = 320;
const ROW = 76;
const RADIUS = 17;

/** The map of a route as a drawing, with the same in words for those who don't see it, and a key. */
export function makeRouteMap(map: RouteMap, nameEnding: (id: string) => string): HTMLElement {
  const drawing = makeSvg('svg', { viewBox: `0 0 ${WIDTH} ${map.rows * ROW}`, class: 'route-map-drawing', role: 'img', 'aria-label': describeMap(map, nameEnding) });
  // What is taken lies on top.
  const lines = [...map.lines].sort((a, b) => Number(a.isTaken) - Number(b.isTaken) || Number(a.isStrong) - Number(b.isStrong));
  for (const line of lines) drawing.append(...drawLine(line));
  for (const node of map.nodes) drawing.append(drawNode(node));
  const endings = map.nodes.filter(({ kind }) => kind === 'ending');
  return makeElement(
    'figure',
    { class: 'route-map' },
    drawing,
    makeElement(
      'figcaption',
      {},
      makeElement('ul', { class: 'route-map-key' }, makeElement('li', { class: 'key-taken' }, 'Your route'), makeElement('li', { class: 'key-strong' }, 'Strong practice'), makeElement('li', { class: 'key-other' }, 'Other roads')),
      makeElement('ul', { class: 'route-map-endings' }, ...endings.map(({ id, mark, isVisited }) => makeElement('li', {}, makeElement('strong', {}, `${mark} `), nameEnding(id), isVisited ? ' (your ending)' : ''))),
    ),
  );
}

/** `Map of your route. You went by step 1, then step 2, then ending B, Seen and told. …` */
function describeMap({ nodes, way, strongWay }: RouteMap, nameEnding: (id: string) => string): string {
  const name = ({ kind, mark, id }: MapNode) => (kind === 'ending' ? `ending ${mark}, ${nameEnding(id)}` : mark === '' ? 'a step you did not come to' : `step ${mark}`);
  const tell = (places: readonly MapNode[]) => places.map(name).join(', then ');
  const endings = nodes.filter(({ kind }) => kind === 'ending').length;
  return `Map of your route. You went by ${tell(way)}.${strongWay.length > 0 ? ` Strong practice goes by ${tell(strongWay)}.` : ''} There ${endings === 1 ? 'is one ending' : `are ${endings} endings`}.`;
}

const placeOf = ({ column, row }: MapNode): [x: number, y: number] => [column * WIDTH, (row + 0.5) * ROW];

function drawLine({ from, to, isTaken, isStrong }: MapLine): SVGElement[] {
  const [x1, y1] = placeOf(from);
  const [x2, y2] = placeOf(to);
  const rows = to.row - from.row;
  // A line that passes a row bends round what stands there; one that leads back up bends the other way.
  const bend = rows > 1 ? (x2 >= WIDTH / 2 ? 1 : -1) * 34 * (rows - 1) : rows < 1 ? -70 : 0;
  const middle = (y1 + y2) / 2;
  const shape = (shift: number) => `M ${x1 + shift} ${y1} C ${x1 + bend + shift} ${middle}, ${x2 + bend + shift} ${middle}, ${x2 + shift} ${y2}`;
  if (isTaken && isStrong) return [makeSvg('path', { d: shape(0), class: 'map-line map-line--taken' }), makeSvg('path', { d: shape(0), class: 'map-line map-line--strong-within' })];
  return [makeSvg('path', { d: shape(0), class: `map-line map-line--${isTaken ? 'taken' : isStrong ? 'strong' : 'other'}` })];
}

function drawNode(node: MapNode): SVGElement {
  const [x, y] = placeOf(node);
  const { kind, mark, isVisited, judgement } = node;
  const group = makeSvg('g', { class: `map-node map-node--${isVisited ? 'visited' : 'other'}${judgement ? ` map-node--${judgement}` : ''}` });
  const small = !isVisited && kind === 'step' ? 7 : RADIUS;
  if (judgement === 'unsafe') group.append(makeSvg('path', { d: `M ${x} ${y - 21} L ${x + 21} ${y} L ${x} ${y + 21} L ${x - 21} ${y} Z`, class: 'map-shape' }));
  else if (kind === 'ending') group.append(makeSvg('rect', { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS, rx: 6, class: 'map-shape' }));
  else group.append(makeSvg('circle', { cx: x, cy: y, r: small, class: 'map-shape' }));
  if (mark !== '') {
    const text = makeSvg('text', { x, y: y + 6, class: 'map-mark', 'text-anchor': 'middle' });
    text.textContent = mark;
    group.append(text);
  }
  return group;
}

function makeSvg(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
