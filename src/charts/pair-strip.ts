import { element } from './element';
import { label } from './label';

/** One pair of neighbours. */
export interface PairBar {
  /** null: the same in everything. */
  readonly delta: number | null;
  readonly isExact: boolean;
  readonly words: string;
  readonly isCut: boolean;
}

const LEFT = 40;
const FOOT = 20;

/**
 * δ* of neighbours as bars from the top of the board: the lower the bar, the less it takes to turn the two. A tie is a ring on the ground, a bound is
 * hatched, a pair that is the same in everything a dash. The pair at the cut is dark, with a dashed line after it. Bars beyond the scale end in an arrow.
 */
export function pairStrip(
  document: Document,
  pairs: readonly PairBar[],
  size: { readonly width: number; readonly height: number },
  format: (share: number) => string,
): SVGElement {
  const { width, height } = size;
  const ground = height - FOOT;
  const known = pairs.map(({ delta }) => delta ?? 0).sort((a, b) => a - b);
  // Pairs that nothing turns would flatten all others: the scale ends a little above nine tenths of the pairs.
  const top = Math.max(0.01, Math.min(1, (known[Math.floor((known.length - 1) * 0.9)] ?? 0) * 1.1));
  const step = (width - LEFT) / Math.max(1, pairs.length);
  const hatch = element(
    document,
    'pattern',
    { id: 'pair-hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    [element(document, 'rect', { width: 2, height: 5, fill: 'var(--soft)' })],
  );
  const parts: SVGElement[] = [element(document, 'defs', {}, [hatch])];
  for (const share of [0, top / 2, top]) {
    const y = ground - (share / top) * (ground - 12);
    parts.push(
      element(document, 'line', { x1: LEFT - 4, x2: width, y1: y, y2: y, stroke: 'var(--line)' }),
      label(document, format(share), { x: LEFT - 8, y: y + 4, anchor: 'end' }),
    );
  }
  const every = Math.max(1, Math.ceil(44 / step));
  const cutAt = pairs.findIndex(({ isCut }) => isCut);
  pairs.forEach((pair, at) => {
    const x = LEFT + at * step;
    const middle = x + step / 2;
    const wide = Math.max(2, step - 2);
    if (pair.delta === null)
      parts.push(
        element(document, 'line', { x1: x + 2, x2: x + wide, y1: ground - 3, y2: ground - 3, stroke: 'var(--soft)', 'stroke-width': 2 }),
      );
    else if (pair.delta === 0 && pair.isExact)
      parts.push(
        element(document, 'circle', { cx: middle, cy: ground - 4, r: 3, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.4 }),
      );
    else {
      const tall = Math.max(pair.isExact ? 1 : 4, Math.min(1, pair.delta / top) * (ground - 12));
      parts.push(
        element(document, 'rect', {
          x: x + 1,
          y: ground - tall,
          width: wide,
          height: tall,
          fill: pair.isExact ? (pair.isCut ? 'var(--ink)' : 'var(--faint)') : 'url(#pair-hatch)',
          ...(pair.isExact ? {} : { stroke: pair.isCut ? 'var(--ink)' : 'var(--soft)' }),
        }),
      );
      if (pair.delta > top)
        parts.push(element(document, 'path', { d: `M${middle - 4} 10L${middle} 4L${middle + 4} 10`, fill: 'none', stroke: 'var(--ink)' }));
    }
    if (pair.isCut)
      parts.push(
        element(document, 'line', { x1: middle, x2: middle, y1: 0, y2: ground, stroke: 'var(--accent)', 'stroke-dasharray': '3 3' }),
      );
    const isFirst = at % every === 0 && (cutAt < 0 || Math.abs(cutAt - at) >= every);
    if (pair.isCut || isFirst)
      parts.push(
        label(document, pair.words, {
          x: middle,
          y: height - 6,
          anchor: 'middle',
          tone: pair.isCut ? 'ink' : 'soft',
          weight: pair.isCut ? 700 : 400,
        }),
      );
  });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, parts);
}
