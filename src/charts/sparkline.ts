import { element, round } from './element';

/**
 * A firm's path over the years, last year dotted. Gaps stay gaps: a missing year breaks the line, a year alone between gaps is a small dot.
 * `low` and `high` fix the scale so that rows compare; equal ends draw a level line. No value at all draws an empty picture.
 */
export function sparkline(
  document: Document,
  values: readonly (number | null)[],
  size: { readonly width: number; readonly height: number; readonly low: number; readonly high: number },
): SVGElement {
  const { width, height, low, high } = size;
  const inset = 3;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const x = (at: number): number => inset + at * step;
  const y = (value: number): number => (high > low ? height - inset - ((value - low) / (high - low)) * (height - 2 * inset) : height / 2);
  const marks: SVGElement[] = [];
  let line = '';
  values.forEach((value, at) => {
    if (value === null) return;
    const before = values[at - 1] ?? null;
    const after = values[at + 1] ?? null;
    line += `${before === null ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`;
    const isLast = at === values.length - 1;
    if (isLast || (before === null && after === null)) {
      marks.push(element(document, 'circle', { cx: x(at), cy: y(value), r: isLast ? 2 : 1.2, fill: 'currentColor' }));
    }
  });
  const path = element(document, 'path', {
    d: line,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
  });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, line === '' ? [] : [path, ...marks]);
}
