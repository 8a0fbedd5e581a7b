import { element, round } from './element';

export interface Shifts {
  /** Rank under A, and rank under A − rank under B, firm by firm. */
  readonly rankA: ArrayLike<number>;
  readonly shift: ArrayLike<number>;
  /** Highest rank. */
  readonly last: number;
  /** Length of the short list. */
  readonly k: number;
}
export interface ShiftWords {
  readonly up: (places: number) => string;
  readonly down: (places: number) => string;
  readonly rank: (rank: number) => string;
  /** Name of the short list, at its cut. */
  readonly cut: string;
}

/**
 * Places gained or lost, by former rank: up is up. Who comes into the first k is a full ▲, who leaves them a full ▼, everybody else a pale dot. The scale is the
 * same up and down, at least one place, so that a board on which nothing moves is a level row of dots.
 */
export function shiftPlot(
  document: Document,
  { rankA, shift, last, k }: Shifts,
  words: ShiftWords,
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const { width, height } = size;
  const inner = { left: 44, right: 10, top: 10, bottom: 20 };
  let most = 1;
  for (let i = 0; i < shift.length; i++) most = Math.max(most, Math.abs(shift[i]!));
  const x = (rank: number): number => inner.left + (last > 1 ? (rank - 1) / (last - 1) : 0.5) * (width - inner.left - inner.right);
  const middle = (inner.top + height - inner.bottom) / 2;
  const y = (by: number): number => middle - (by / most) * (middle - inner.top - 4);
  const dots: SVGElement[] = [];
  const marks: SVGElement[] = [];
  for (let i = 0; i < shift.length; i++) {
    const [rank, by] = [rankA[i]!, shift[i]!];
    const isIn = rank <= k;
    const willBeIn = rank - by <= k;
    if (isIn === willBeIn) dots.push(element(document, 'circle', { cx: x(rank), cy: y(by), r: 1.7, fill: 'var(--faint)', opacity: 0.55 }));
    else marks.push(triangle(document, x(rank), y(by), willBeIn));
  }
  const line = (at: Readonly<Record<string, number>>, dashed: boolean): SVGElement =>
    element(document, 'line', { ...at, stroke: 'var(--line-strong)', ...(dashed ? { 'stroke-dasharray': '3 3' } : {}) });
  const cut = x(k) + (last > 1 ? (width - inner.left - inner.right) / (last - 1) / 2 : 0);
  const hasCut = k < last;
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [
    line({ x1: inner.left, x2: width - inner.right, y1: y(0), y2: y(0) }, false),
    ...(hasCut ? [line({ x1: cut, x2: cut, y1: inner.top, y2: height - inner.bottom }, true)] : []),
    ...dots,
    ...marks,
    text(document, inner.left - 6, y(most) + 4, words.up(most), 'end'),
    text(document, inner.left - 6, y(0) + 4, '0', 'end'),
    text(document, inner.left - 6, y(-most) + 4, words.down(most), 'end'),
    ...(last >= 1 ? [text(document, x(1), height - 5, words.rank(1), 'start')] : []),
    ...(last > 1 ? [text(document, x(last), height - 5, words.rank(last), 'end')] : []),
    ...(hasCut && cut - x(1) > 40 && x(last) - cut > 90 ? [text(document, cut, height - 5, words.cut, 'middle')] : []),
  ]);
}

function triangle(document: Document, x: number, y: number, isUp: boolean): SVGElement {
  const tip = isUp ? y - 4 : y + 4;
  const base = isUp ? y + 3 : y - 3;
  return element(document, 'polygon', {
    points: [x, tip, x - 4, base, x + 4, base].map(round).join(' '),
    fill: isUp ? 'var(--rise)' : 'var(--fall)',
    class: isUp ? 'in' : 'out',
  });
}

function text(document: Document, x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): SVGElement {
  const made = element(document, 'text', { x, y, 'text-anchor': anchor, 'font-size': 11, fill: 'var(--faint)' });
  made.textContent = words;
  return made;
}
