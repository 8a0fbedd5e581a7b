import type { MeasureFacts, SegmentRow, SegmentsAnswer } from '../../scoring/distribution/format';
import { line } from './axis';
import { element, picture, titled } from './element';
import { fitted, label, widthOf } from './label';
import { scaleOf } from './scale';

export type HistogramsShown = Pick<SegmentsAnswer, 'rows' | 'low' | 'high' | 'isLog'> & {
  readonly measure?: Pick<MeasureFacts, 'logUnit'>;
};
export interface HistogramsWords {
  /** The name of a segment, and how many firms have a figure. */
  readonly name: (row: SegmentRow) => string;
  readonly n: (count: number) => string;
  readonly figure: (value: number) => string;
  /** Firms beyond the ends, above the right one. */
  readonly beyond: (count: number) => string;
  /** Told by the pointer. */
  readonly bin: (from: number, to: number, count: number) => string;
  /** In the place of bars: no figure, or too few firms. */
  readonly none: (row: SegmentRow) => string;
}

const [LEAST, HEIGHT, GAP] = [130, 92, 18];
const [TOP, FOOT] = [22, 18];

/**
 * A small histogram for each segment. Heights are shares of the segment's own firms, so that shapes compare and not sizes. On one axis all have the same ends and
 * the same height; on free axes each has its own.
 */
export function segmentHistograms(
  document: Document,
  shown: HistogramsShown,
  isFree: boolean,
  width: number,
  words: HistogramsWords,
): SVGElement {
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const wide = (width - GAP * (columns - 1)) / columns;
  const lines = Math.ceil(shown.rows.length / columns);
  const tallest = Math.max(1e-300, ...shown.rows.map(tallestShare));
  const cells = shown.rows.map((row, at) => {
    const ends = isFree
      ? { low: row.bars?.edges[0] ?? 0, high: row.bars?.edges.at(-1) ?? 1 }
      : { low: shown.low ?? 0, high: shown.high ?? 1 };
    const place = { x: (at % columns) * (wide + GAP), y: Math.floor(at / columns) * (HEIGHT + GAP) };
    return cell(
      document,
      row,
      {
        ...place,
        width: wide,
        tallest: isFree ? tallestShare(row) : tallest,
        ...ends,
        isLog: shown.isLog,
        logUnit: shown.measure?.logUnit,
      },
      words,
    );
  });
  return picture(document, { width, height: Math.max(1, lines * (HEIGHT + GAP) - GAP) }, cells);
}

interface CellFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tallest: number;
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  readonly logUnit: number | undefined;
}

function cell(document: Document, row: SegmentRow, frame: CellFrame, words: HistogramsWords): SVGElement {
  const { x: left, y: top, width } = frame;
  const [right, ground] = [left + width, top + HEIGHT - FOOT];
  const n = words.n(row.figures.n);
  const head = [
    label(document, fitted(words.name(row), width - widthOf(n) - 8), { x: left, y: top + 12, tone: 'ink', weight: 600 }),
    label(document, n, { x: right, y: top + 12, anchor: 'end' }),
    line(document, left, right, ground, ground, 'var(--line-strong)'),
  ];
  const body =
    row.bars === null
      ? [label(document, words.none(row), { x: left + width / 2, y: ground - 20, anchor: 'middle' })]
      : [
          ...barsIn(document, row, row.bars, frame, words),
          label(document, words.figure(frame.low), { x: left, y: ground + 13 }),
          label(document, words.figure(frame.high), { x: right, y: ground + 13, anchor: 'end' }),
          ...(row.beyond > 0 ? [label(document, words.beyond(row.beyond), { x: right, y: ground - 6, anchor: 'end', halo: true })] : []),
        ];
  return element(document, 'g', { 'data-row': row.value }, [...head, ...body]);
}

/** The bars of one segment, and a tick at its median. */
function barsIn(
  document: Document,
  { figures }: SegmentRow,
  { edges, counts }: NonNullable<SegmentRow['bars']>,
  frame: CellFrame,
  words: HistogramsWords,
): SVGElement[] {
  const ground = frame.y + HEIGHT - FOOT;
  const x = scaleOf(frame, frame.x, frame.x + frame.width);
  const sum = counts.reduce((total, count) => total + count, 0);
  const bars = counts.flatMap((count, at) => {
    if (count <= 0) return [];
    const [from, to] = [x.at(edges[at]!), x.at(edges[at + 1]!)];
    const tall = Math.max(1, (count / sum / frame.tallest) * (HEIGHT - FOOT - TOP));
    const box = to - from < 0.01 ? { x: from - 8, width: 16 } : { x: from, width: Math.max(0.8, to - from - (to - from > 3 ? 1 : 0)) };
    const bar = element(document, 'rect', { ...box, y: ground - tall, height: tall, fill: 'var(--all)' });
    return [titled(document, bar, words.bin(edges[at]!, edges[at + 1]!, count))];
  });
  if (figures.p50 === null) return bars;
  return [...bars, element(document, 'rect', { x: x.at(figures.p50) - 1, y: ground - 6, width: 2, height: 9, fill: 'var(--ink)' })];
}

function tallestShare({ bars }: SegmentRow): number {
  const sum = bars?.counts.reduce((total, count) => total + count, 0) ?? 0;
  return sum === 0 ? 0 : Math.max(...bars!.counts) / sum;
}
