import { element } from './element';

/** Words at the two axes. */
export interface RankGridWords {
  readonly across: string;
  readonly down: string;
  readonly first: string;
  readonly last: string;
}

/**
 * Two lists of the same firms: how many stand in each step of rank, one list across, the other down, best at the top left. Where the lists agree all
 * lie on the line. A step with anyone in it is seen; the fuller, the darker.
 */
export function rankGrid(document: Document, grid: readonly number[], cells: number, side: number, words: RankGridWords): SVGElement {
  const [left, top] = [26, 22];
  const step = (side - left - 4) / cells;
  const most = Math.max(1, ...grid);
  const marks: SVGElement[] = [
    element(document, 'rect', { x: left, y: top, width: step * cells, height: step * cells, fill: 'none', stroke: 'var(--line-strong)' }),
    element(document, 'line', {
      x1: left,
      y1: top,
      x2: left + step * cells,
      y2: top + step * cells,
      stroke: 'var(--faint)',
      'stroke-dasharray': '3 3',
    }),
  ];
  grid.forEach((count, at) => {
    if (count === 0) return;
    marks.push(
      element(document, 'rect', {
        x: left + (at % cells) * step,
        y: top + Math.floor(at / cells) * step,
        width: step,
        height: step,
        fill: 'var(--accent)',
        opacity: 0.25 + 0.75 * Math.sqrt(count / most),
      }),
    );
  });
  const text = (x: number, y: number, said: string, anchor: string, turn?: string): SVGElement => {
    const made = element(document, 'text', {
      x,
      y,
      'text-anchor': anchor,
      'font-size': 11,
      fill: 'var(--soft)',
      ...(turn === undefined ? {} : { transform: turn }),
    });
    made.textContent = said;
    return made;
  };
  const end = left + step * cells;
  const middle = (left + end) / 2;
  const height = top + step * cells + 4;
  marks.push(
    text(middle, 12, words.across, 'middle'),
    text(left, 12, words.first, 'start'),
    text(end, 12, words.last, 'end'),
    text(0, 0, words.down, 'middle', `translate(14 ${Math.round(top + (step * cells) / 2)}) rotate(-90)`),
  );
  return element(document, 'svg', { width: side, height, viewBox: `0 0 ${side} ${height}` }, marks);
}
