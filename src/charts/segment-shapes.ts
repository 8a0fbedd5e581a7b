import type { Box, Curve, Letters, SegmentRow } from '../../scoring/distribution/format';
import { areaPath, curvePath } from './curve-path';
import { element, round } from './element';
import type { Scale } from './scale';

export type ShapeMode = 'letters' | 'box' | 'violin' | 'ridge';

/** Where the shape of one segment stands; densities are drawn against the highest of all rows, so that areas compare. */
export interface ShapeFrame {
  readonly x: Scale;
  readonly top: number;
  readonly height: number;
  readonly highest: number;
}

/** The shape of one row by the mode asked for; a segment with too few firms for it has only a hollow mark at its median, one without a figure nothing. */
export function segmentShape(document: Document, mode: ShapeMode, row: SegmentRow, frame: ShapeFrame): SVGElement[] {
  const median = row.figures.p50;
  if (median === null) return [];
  if (mode === 'letters' && row.letters !== null) return letterValues(document, row.letters, frame);
  if (mode === 'box' && row.box !== null) return boxPlot(document, row.box, frame);
  if (mode === 'violin' && row.density !== null) return violin(document, row.density, median, frame);
  if (mode === 'ridge' && row.density !== null) return ridge(document, row.density, median, frame);
  const look = { r: 3, fill: 'var(--bg)', stroke: 'var(--all-strong)', 'stroke-width': 1.5 };
  return [element(document, 'circle', { cx: frame.x.at(median), cy: frame.top + frame.height / 2, ...look })];
}

const LETTER_HEIGHTS = [16, 11, 7, 5, 3.5, 2.5, 2];

/** Boxes of ½, ¾, ⅞ … of the firms, each lower and paler than the one it holds. They lie beside each other, not over, so that shades stay what they are. */
function letterValues(document: Document, { lower, upper }: Letters, { x, top, height }: ShapeFrame): SVGElement[] {
  const middle = top + height / 2;
  const boxes = lower.flatMap((low, at) => {
    if (at === 0) return [];
    const tall = LETTER_HEIGHTS[Math.min(at, LETTER_HEIGHTS.length) - 1]!;
    const part = (from: number, to: number): SVGElement[] =>
      to - from < 0.05
        ? []
        : [
            element(document, 'rect', {
              x: from,
              y: middle - tall / 2,
              width: to - from,
              height: tall,
              fill: 'var(--all-strong)',
              opacity: Math.max(0.35, 1.15 - at * 0.2),
            }),
          ];
    const [outLow, inLow, inHigh, outHigh] = [low, lower[at - 1]!, upper[at - 1]!, upper[at]!].map(x.at) as [
      number,
      number,
      number,
      number,
    ];
    return at === 1 ? part(outLow, outHigh) : [...part(outLow, inLow), ...part(inHigh, outHigh)];
  });
  const [median] = lower;
  return [...boxes, ...(median === undefined ? [] : [medianTick(document, x.at(median), middle, 20)])];
}

function boxPlot(document: Document, { q1, median, q3, low, high }: Box, { x, top, height }: ShapeFrame): SVGElement[] {
  const middle = Math.round(top + height / 2) + 0.5;
  const [left, right] = [x.at(low), x.at(high)];
  const whiskers = `M${round(left)} ${middle - 4}v8M${round(left)} ${middle}H${round(right)}M${round(right)} ${middle - 4}v8`;
  return [
    element(document, 'path', { d: whiskers, stroke: 'var(--all-strong)', fill: 'none' }),
    element(document, 'rect', { x: x.at(q1), y: middle - 7, width: Math.max(1, x.at(q3) - x.at(q1)), height: 14, fill: 'var(--all)' }),
    medianTick(document, x.at(median), middle, 18),
  ];
}

function violin(document: Document, density: Curve, median: number, { x, top, height, highest }: ShapeFrame): SVGElement[] {
  const middle = top + height / 2;
  const half = (up: 1 | -1): string =>
    areaPath(density, x.at, (share) => middle - (up * (share / Math.max(highest, 1e-300)) * (height - 4)) / 2);
  return [element(document, 'path', { d: half(1) + half(-1), fill: 'var(--all)' }), medianTick(document, x.at(median), middle, 12)];
}

/** How many rows high the highest ridge is: it may reach into the row above. */
const REACH = 1.5;

function ridge(document: Document, density: Curve, median: number, { x, top, height, highest }: ShapeFrame): SVGElement[] {
  const ground = top + height - 4;
  const y = (share: number): number => ground - (share / Math.max(highest, 1e-300)) * (height * REACH - 4);
  return [
    element(document, 'path', { d: areaPath(density, x.at, y), fill: 'var(--all)', opacity: 0.6 }),
    element(document, 'path', { d: curvePath(density, x.at, y), fill: 'none', stroke: 'var(--all-strong)' }),
    medianTick(document, x.at(median), ground - 4, 9),
  ];
}

function medianTick(document: Document, x: number, middle: number, height: number): SVGElement {
  return element(document, 'rect', { x: x - 1, y: middle - height / 2, width: 2, height, fill: 'var(--ink)' });
}
