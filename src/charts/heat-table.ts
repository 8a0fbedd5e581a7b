import type { HeatAnswer } from '../../scoring/distribution/format';
import { element, picture, titled } from './element';
import { hatched, type Box } from './hatch';
import { fitted, label, widthOf } from './label';
import { legend, legendHeight, type LegendItem } from './legend';

export type HeatRow = HeatAnswer['rows'][number];
type Cell = HeatRow['cells'][number];

export interface HeatWords {
  readonly name: (row: HeatRow) => string;
  readonly year: (year: number) => string;
  readonly value: (value: number) => string;
  /** At the ends of the legend. */
  readonly atMost: (value: number) => string;
  readonly atLeast: (value: number) => string;
  /** Told by the pointer: the row, the year, the figure and its n, or why there is none. */
  readonly cell: (row: HeatRow, year: number, cell: Cell) => string;
  /** In the legend: few firms, and no figure. */
  readonly pale: string;
  readonly refused: string;
}

/** Fewer firms than this are drawn pale. */
const FEW = 10;
const [HEAD, ROW, GAP] = [22, 26, 10];

/**
 * A statistic of each segment in each year: written in its cell where there is room, the larger the darker. Shades end at the 5th and 95th of a hundred cells, so that
 * one extreme does not pale all others. Few firms are pale with a dashed edge and set no shade, a refused cell is hatched.
 */
export function heatTable(
  document: Document,
  { years, rows }: Pick<HeatAnswer, 'years' | 'rows'>,
  width: number,
  words: HeatWords,
): SVGElement {
  const left = Math.min(Math.max(40, ...rows.map((row) => widthOf(words.name(row)) + 12)), Math.max(70, Math.min(190, width * 0.34)));
  const wide = Math.max(6, Math.min(88, (width - left) / Math.max(1, years.length)));
  const ends = endsOf(rows);
  const isWritten = mostFit(rows, wide - 3, words);
  const every = Math.max(1, Math.ceil((widthOf('2024') + 6) / wide));
  const heads = years.flatMap((year, at) =>
    (years.length - 1 - at) % every === 0
      ? [label(document, words.year(year), { x: Math.min(left + (at + 0.5) * wide, width - 14), y: 14, anchor: 'middle' })]
      : [],
  );
  const body = rows.flatMap((row, down) => {
    const y = HEAD + down * ROW;
    const name = label(document, fitted(words.name(row), left - 10), { x: 0, y: y + 17, tone: 'ink' });
    const cells = row.cells.slice(0, years.length).map((cell, at) => {
      const box = { x: left + at * wide, y, width: wide - 1, height: ROW - 1 };
      return titled(
        document,
        element(document, 'g', {}, cellOf(document, cell, box, ends, isWritten, words)),
        words.cell(row, years[at]!, cell),
      );
    });
    return [titled(document, name, words.name(row)), ...cells];
  });
  const ground = HEAD + rows.length * ROW + GAP;
  const items = ends === null ? [] : keys(document, ends, words);
  const size = { width, height: ground + legendHeight(items, width) };
  return picture(document, size, [...heads, ...body, ...legend(document, items, ground, width)]);
}

type Ends = readonly [low: number, high: number];

function endsOf(rows: readonly HeatRow[]): Ends | null {
  const known = rows.flatMap(({ cells }) => cells.flatMap(({ value, n }) => (value.value === null || n < FEW ? [] : [value.value])));
  const all =
    known.length > 0 ? known : rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (value.value === null ? [] : [value.value])));
  if (all.length === 0) return null;
  all.sort((a, b) => a - b);
  return [all[Math.round((all.length - 1) * 0.05)]!, all[Math.round((all.length - 1) * 0.95)]!];
}

/** Cells are written where three of four have room; a figure here and there would read as if the others had none. */
function mostFit(rows: readonly HeatRow[], room: number, words: HeatWords): boolean {
  const widths = rows.flatMap(({ cells }) =>
    cells.flatMap(({ value }) => (value.value === null ? [] : [widthOf(words.value(value.value))])),
  );
  return widths.filter((each) => each <= room).length >= widths.length * 0.75;
}

function cellOf(document: Document, { value, n }: Cell, box: Box, ends: Ends | null, isWritten: boolean, words: HeatWords): SVGElement[] {
  if (value.value === null || ends === null) return [hatched(document, box, 'var(--line-strong)', 5)];
  const isPale = n < FEW;
  const said = words.value(value.value);
  const middle = { x: box.x + box.width / 2, y: box.y + 17, anchor: 'middle' } as const;
  const written = isWritten && widthOf(said) <= box.width - 2 ? [label(document, said, { ...middle, tone: isPale ? 'soft' : 'ink' })] : [];
  return [...shade(document, value.value, isPale, box, ends), ...written];
}

function shade(document: Document, value: number, isPale: boolean, box: Box, [low, high]: Ends): SVGElement[] {
  const share = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0.1, box.width - 1), height: box.height - 1 };
  return isPale
    ? [element(document, 'rect', { ...inner, fill: 'none', stroke: 'var(--line-strong)', 'stroke-dasharray': '2 2' })]
    : [element(document, 'rect', { ...box, fill: 'var(--all)', opacity: 0.08 + 0.92 * share })];
}

/** Five shades from the ends, then what is pale and what is hatched. */
function keys(document: Document, [low, high]: Ends, words: HeatWords): LegendItem[] {
  const step = (share: number) => (box: Box) => shade(document, low + share * (high - low), false, box, [low, high]);
  return [
    { words: words.atMost(low), mark: null },
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => ({ words: share === 1 ? words.atLeast(high) : '', mark: step(share) })),
    { words: words.pale, mark: (box) => shade(document, low, true, box, [low, high]) },
    { words: words.refused, mark: (box) => [hatched(document, box, 'var(--line-strong)', 5)] },
  ];
}
