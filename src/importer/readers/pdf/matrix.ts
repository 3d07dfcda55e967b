import type { Box } from './page-text.ts';

/** How PDF turns coordinates: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Reads six numbers out of what a PDF gave; `undefined` where it gave something else. */
export function toMatrix(values: unknown): Matrix | undefined {
  if (!(Array.isArray(values) || values instanceof Float32Array) || values.length < 6) return undefined;
  const [a, b, c, d, e, f] = Array.from(values, Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** What `inner` does first and `outer` after it, in one. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [a * inner[0] + c * inner[1], b * inner[0] + d * inner[1], a * inner[2] + c * inner[3], b * inner[2] + d * inner[3], a * inner[4] + c * inner[5] + e, b * inner[4] + d * inner[5] + f];
}

/** The box around two points after turning them. */
export function toBox([a, b, c, d, e, f]: Matrix, x1: number, y1: number, x2: number, y2: number): Box {
  const [left, top] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f];
  const [right, bottom] = [a * x2 + c * y2 + e, b * x2 + d * y2 + f];
  return { left: Math.min(left, right), right: Math.max(left, right), top: Math.min(top, bottom), bottom: Math.max(top, bottom) };
}
