import type { Quantiles } from '../../scoring/distribution/format';
import { line } from './axis';
import { element } from './element';
import { label, widthOf } from './label';
import type { Scale } from './scale';

export interface QuantileWords {
  readonly p10: (value: number) => string;
  readonly median: (value: number) => string;
  readonly p90: (value: number) => string;
}

/** Room it takes below the figures of an axis. */
export const QUANTILE_ROOM = 32;

/** Below a histogram: a line from P10 to P90, a box from P25 to P75, a tick at the median with its figure; ends are worded where there is room. */
export function quantileBar(
  document: Document,
  { p10, p25, p50, p75, p90 }: Quantiles,
  x: Scale,
  width: number,
  y: number,
  words: QuantileWords,
): SVGElement[] {
  if (p10 === null || p25 === null || p50 === null || p75 === null || p90 === null) return [];
  const [left, right] = [x.at(p10), x.at(p90)];
  const strong = 'var(--all-strong)';
  const said = words.median(p50);
  const half = widthOf(said) / 2;
  const [first, last] = [words.p10(p10), words.p90(p90)];
  return [
    line(document, left, right, y, y, strong),
    line(document, left, left, y - 3, y + 4, strong),
    line(document, right, right, y - 3, y + 4, strong),
    element(document, 'rect', { x: x.at(p25), y: y - 2.5, width: Math.max(1, x.at(p75) - x.at(p25)), height: 6, fill: strong }),
    element(document, 'rect', { x: x.at(p50) - 1, y: y - 5, width: 2, height: 11, fill: 'var(--ink)' }),
    ...(left - widthOf(first) - 6 > 0 ? [label(document, first, { x: left - 6, y: y + 4, anchor: 'end' })] : []),
    ...(right + widthOf(last) + 6 < width ? [label(document, last, { x: right + 6, y: y + 4 })] : []),
    label(document, said, {
      x: Math.max(half, Math.min(x.at(p50), x.to - half + 8)),
      y: y + 18,
      anchor: 'middle',
      tone: 'ink',
      weight: 600,
    }),
  ];
}
