import { element } from './element';
import { fitted, label } from './label';

/** One line of the picture. */
export interface RangeLine {
  readonly name: string;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly best: number;
  readonly worst: number;
  /** As written at the end of the line. */
  readonly words: string;
}

const ROW = 24;
const HEAD = 20;

/**
 * Ranges of ranks below each other on one scale, better ranks at the left: thin from the best to the worst drawn, thick from 5 to 95 %, a dot at the
 * rank of the board. The scale holds the outermost of them.
 */
export function rankRanges(document: Document, lines: readonly RangeLine[], width: number, format: (rank: number) => string): SVGElement {
  const names = Math.min(170, width * 0.34);
  const ends = 64;
  const height = HEAD + lines.length * ROW + 4;
  const low = Math.min(...lines.map(({ best, rank }) => Math.min(best, rank)));
  const high = Math.max(...lines.map(({ worst, rank }) => Math.max(worst, rank)));
  const span = Math.max(1, high - low);
  const x = (rank: number): number => names + 10 + ((rank - low) / span) * (width - names - ends - 24);
  const ticks = [...new Set([low, Math.round((low + high) / 2), high])];
  const parts: SVGElement[] = ticks.flatMap((rank) => [
    element(document, 'line', { x1: x(rank), x2: x(rank), y1: HEAD - 4, y2: height, stroke: 'var(--line)' }),
    label(document, format(rank), { x: x(rank), y: 11, anchor: 'middle' }),
  ]);
  lines.forEach((line, at) => {
    const y = HEAD + at * ROW + ROW / 2;
    const [from, to] = [x(line.low), x(line.high)];
    parts.push(
      label(document, fitted(line.name, names, 12), { x: 0, y: y + 4, tone: 'ink', size: 12 }),
      element(document, 'line', { x1: x(line.best), x2: x(line.worst), y1: y, y2: y, stroke: 'var(--line-strong)', 'stroke-width': 1.5 }),
      element(document, 'rect', { x: from - 2, y: y - 3, width: to - from + 4, height: 6, rx: 3, fill: 'var(--accent)', opacity: 0.35 }),
      element(document, 'circle', { cx: x(line.rank), cy: y, r: 4, fill: 'var(--accent)' }),
      label(document, line.words, { x: width, y: y + 4, anchor: 'end', size: 12 }),
    );
  });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, parts);
}
