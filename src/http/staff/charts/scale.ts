/** Scales and shapes of charts, made on the server: numbers in, SVG path data out. */
import { scaleLinear, scaleTime } from "d3-scale";
import { area, curveLinear } from "d3-shape";

/** The drawing area inside the margins, in units of the view box. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Time from left to right. */
export const timeScale = (from: number, to: number, plot: Plot) =>
  scaleTime()
    .domain([new Date(from), new Date(Math.max(to, from + 1))])
    .range([plot.left, plot.right]);

/** People from the bottom up; the top is a round number. */
export const countScale = (most: number, plot: Plot) =>
  scaleLinear()
    .domain([0, Math.max(1, most)])
    .nice(4)
    .range([plot.bottom, plot.top]);

/** One layer of a stack as path data, two decimals at most. */
export function layerPath(points: readonly { x: number; y0: number; y1: number }[]): string {
  const shape = area<{ x: number; y0: number; y1: number }>()
    .x((p) => p.x)
    .y0((p) => p.y0)
    .y1((p) => p.y1)
    .curve(curveLinear)
    .digits(1);
  return shape([...points]) ?? "";
}

/** Moves labels apart that would lie on each other; keeps their order and stays inside. */
export function apart(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let last = top - gap;
  for (const label of order) {
    label.y = Math.max(label.y, last + gap);
    last = label.y;
  }
  let limit = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, limit);
    limit = label.y - gap;
  }
  const placed: number[] = [];
  for (const { y, i } of order) placed[i] = y;
  return placed;
}
