import { element } from './element';

/** One row of the picture: what is weighed, its official share (the tick), and the shares the methods give, null where one has none. Shares are 0…1. */
export interface WeightRow {
  readonly label: string;
  readonly official: number;
  readonly others: readonly (number | null)[];
}
/** Marks differ by shape first, so that print and any eye can tell them apart. */
export const WEIGHT_SHAPES = ['circle', 'diamond', 'triangle', 'square', 'cross'] as const;

const ROW = 24;
const HEAD = 20;

/** Official weights as ticks and other weights as marks on one scale from 0 to the largest; `percent` words the scale. At most five other lists. */
export function weightDots(
  document: Document,
  rows: readonly WeightRow[],
  size: { readonly width: number; readonly percent: (share: number) => string },
): SVGElement {
  const { width, percent } = size;
  const height = HEAD + rows.length * ROW + 4;
  const left = Math.min(190, width * 0.36);
  const top = Math.max(0.01, ...rows.flatMap(({ official, others }) => [official, ...others.map((share) => share ?? 0)]));
  const x = (share: number): number => left + 8 + (share / top) * (width - left - 24);
  const step = tick(top);
  const marks: SVGElement[] = [];
  for (let share = 0; share <= top + 1e-9; share += step) {
    marks.push(element(document, 'line', { x1: x(share), x2: x(share), y1: HEAD - 2, y2: height - 4, stroke: 'var(--line)' }));
    marks.push(words(document, x(share), 12, percent(share), 'middle', 'var(--faint)'));
  }
  // A Chinese character is about 12 wide, a Latin one half.
  const fits = Math.floor(left / 12);
  rows.forEach(({ label, official, others }, at) => {
    const y = HEAD + at * ROW + ROW / 2;
    marks.push(words(document, left, y + 4, shortened(label, fits), 'end', 'var(--ink)'));
    const shares = [official, ...others.flatMap((share) => (share === null ? [] : [share]))];
    marks.push(
      element(document, 'line', { x1: x(Math.min(...shares)), x2: x(Math.max(...shares)), y1: y, y2: y, stroke: 'var(--line-strong)' }),
    );
    others.forEach((share, series) => {
      if (share !== null) marks.push(weightMark(document, WEIGHT_SHAPES[series] ?? 'circle', x(share), y));
    });
    marks.push(element(document, 'rect', { x: x(official) - 1.5, y: y - 8, width: 3, height: 16, fill: 'var(--ink)' }));
  });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, marks);
}

/** One mark around a point; the same in the legend. */
export function weightMark(document: Document, shape: (typeof WEIGHT_SHAPES)[number], x: number, y: number): SVGElement {
  const line = { fill: 'var(--surface)', stroke: 'var(--accent)', 'stroke-width': 1.5 };
  if (shape === 'circle') return element(document, 'circle', { cx: x, cy: y, r: 4, ...line });
  if (shape === 'square') return element(document, 'rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, ...line });
  const paths = {
    diamond: `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
    triangle: `M${x} ${y - 5}l5 9h-10z`,
    cross: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`,
  } as const;
  return element(document, 'path', { d: paths[shape], ...line });
}

function tick(top: number): number {
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((step) => top / step <= 6) ?? 0.5;
}

function shortened(label: string, fits: number): string {
  let room = fits;
  let at = 0;
  const letters = [...label];
  while (at < letters.length && room > 0.5) room -= letters[at++]!.codePointAt(0)! > 0x2e80 ? 1 : 0.58;
  return at < letters.length ? `${letters.slice(0, Math.max(0, at - 1)).join('')}…` : label;
}

function words(document: Document, x: number, y: number, text: string, anchor: string, fill: string): SVGElement {
  const made = element(document, 'text', { x, y, 'text-anchor': anchor, 'font-size': 11.5, fill });
  made.textContent = text;
  return made;
}
