import { placesGained } from '../change';
import { type Column, type SetColumn } from '../column';
import { orderOf } from '../radix';
import { wordOrder } from '../word-order';
import { heldWords } from './cell';
import type { Ranked } from './context';
import type { BoardAsk, SortKey } from './format';
import { rankOf, segmentKey, segmentView, type SegmentView, yearOf } from './segment-view';
import { fold, wordsHolding } from './text-index';

type RowsAsk = Pick<BoardAsk, 'year' | 'segment' | 'search' | 'sort'>;

const KEPT = 4;
const known = new WeakMap<Ranked, Map<string, Int32Array>>();

/** The rows a board shows, in its order; kept for the last few asks, as every window of a long board asks again. */
export function boardRows(ctx: Ranked, ask: RowsAsk): Int32Array {
  let lists = known.get(ctx);
  if (!lists) known.set(ctx, (lists = new Map()));
  const key = JSON.stringify([ask.year, segmentKey(ctx.panel, ask.segment), ask.search, ask.sort.key, ask.sort.down]);
  const rows = lists.get(key) ?? findRows(ctx, ask);
  lists.delete(key);
  lists.set(key, rows);
  const oldest = lists.keys().next().value;
  if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest);
  return rows;
}

function findRows(ctx: Ranked, { year, segment, search, sort }: RowsAsk): Int32Array {
  const view = segmentView(ctx, segment);
  const { rows } = yearOf(ctx, view, year);
  const folded = fold(search.trim());
  const shown = folded === '' ? rows : searched(ctx, rows, folded);
  if (sort.key === 'rank' && !sort.down) return shown;
  const index = orderOf(sortValues(ctx, view, year, sort.key, shown), sort.down);
  for (let i = 0; i < index.length; i++) index[i] = shown[index[i]!]!;
  return index;
}

function searched({ panel }: Ranked, rows: Int32Array, folded: string): Int32Array {
  const inName = wordsHolding(panel.name.words, folded);
  const inKey = wordsHolding(panel.firmKeys, folded);
  // A code of −1 (no name) reads past the front and is undefined, which is no hit.
  return rows.filter((row) => inName[panel.name.codes[row]!] === 1 || inKey[panel.firm[row]!] === 1);
}

/** What a board is sorted by, row by row; NaN is missing and sinks in both directions. Equal values stay in board order. */
function sortValues(ctx: Ranked, view: SegmentView, year: number, key: SortKey, rows: Int32Array): Float64Array {
  const { totals, panel } = ctx;
  const values = new Float64Array(rows.length);
  const fill = (at: (row: number) => number): Float64Array => {
    for (let i = 0; i < rows.length; i++) values[i] = at(rows[i]!);
    return values;
  };
  if (key === 'change') return placesGained(ctx, view, year, rows);
  if (key === 'rank') return fill((row) => rankOf(ctx, view, row) || NaN);
  if (key === 'score') return fill((row) => totals.score[row]!);
  if (key === 'coverage') return fill((row) => totals.coverage[row]!);
  if (key === 'name') return columnValues(panel.name, rows);
  if (key.startsWith('group:')) {
    const points = totals.groups[ctx.scheme.groups.findIndex(({ id }) => id === key.slice('group:'.length))];
    return points ? fill((row) => (Number.isNaN(totals.score[row]!) ? NaN : points[row]!)) : values.fill(NaN);
  }
  const column = panel.fields.get(key.slice('field:'.length));
  return column ? columnValues(column, rows) : values.fill(NaN);
}

/** Numbers as they are, words by code point order, sets by their words joined. */
function columnValues(column: Column, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length).fill(NaN);
  const { reasons } = column;
  const place = column.kind === 'text' ? wordOrder(column.words) : column.kind === 'set' ? setPlaces(column, rows) : null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (reasons[row] !== 0) continue;
    if (column.kind === 'text') values[i] = place![column.codes[row]!]!;
    else if (column.kind === 'set') values[i] = place![i]!;
    else values[i] = column.values[row]!;
  }
  return values;
}

/** Place of each row's set among the sets present; a panel has few different ones. */
function setPlaces(column: SetColumn, rows: Int32Array): Int32Array {
  const { bits, width } = column;
  const seen = new Map<string, { readonly text: string; readonly at: number[] }>();
  rows.forEach((row, i) => {
    const key = width === 1 ? String(bits[row]) : bits.subarray(row * width, (row + 1) * width).join();
    const known = seen.get(key);
    if (known) known.at.push(i);
    else seen.set(key, { text: heldWords(column, row).sort().join(';'), at: [i] });
  });
  const places = new Int32Array(rows.length);
  const sets = [...seen.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  sets.forEach(({ at }, place) => {
    for (const i of at) places[i] = place;
  });
  return places;
}
