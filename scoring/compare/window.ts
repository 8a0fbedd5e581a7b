import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { fold, wordsHolding } from '../board/text-index';
import { orNull } from '../board/slice';
import { orderOf, sortRowsBy } from '../radix';
import { absenceCause, type Comparison } from './comparison';
import type { CompareList, CompareRow, CompareRows, CompareSort, CompareWindow } from './format';
import { PARTS, type Part } from './score-split';

/** The asked window of one of the three lists of a comparison. Equal firms stand by rank under A, then under B, then by key. */
export function compareRows(comparison: Comparison, ask: CompareWindow): CompareRows {
  const all = listOf(comparison, ask.list);
  const found = searched(comparison, all, fold(ask.search.trim()));
  const order = ordered(comparison, found, ask.sort);
  const offset = Math.max(0, Math.min(Math.floor(ask.offset), order.length));
  const window = order.subarray(offset, offset + Math.max(0, Math.floor(ask.count)));
  return { offset, shown: found.length, all: all.length, rows: Array.from(window, (at) => compareRow(comparison, at)) };
}

/** Numbers of the pairs in a list, by rank under A, firms without one after it, then by rank under B. */
export function listOf({ pairs: { rankA, rankB } }: Comparison, list: CompareList): Int32Array {
  const found = new Int32Array(rankA.length);
  let n = 0;
  for (let at = 0; at < found.length; at++) {
    const isInA = rankA[at]! > 0;
    const isInB = rankB[at]! > 0;
    if (list === 'both' ? isInA && isInB : list === 'a' ? !isInB : !isInA) found[n++] = at;
  }
  const own = found.subarray(0, n);
  sortRowsBy(own, (at) => Math.max(0, rankB[at]!));
  sortRowsBy(own, (at) => Math.max(0, rankA[at]!));
  return own;
}

function searched({ a, pairs }: Comparison, list: Int32Array, folded: string): Int32Array {
  if (folded === '') return list;
  const { panel } = a.ranked;
  const inName = wordsHolding(panel.name.words, folded);
  const inKey = wordsHolding(panel.firmKeys, folded);
  return list.filter((at) => {
    const row = rowShown(pairs, at);
    return inName[panel.name.codes[row]!] === 1 || inKey[panel.firm[row]!] === 1;
  });
}

/** The row a firm is named by: B's, else A's. */
function rowShown({ rowA, rowB }: Comparison['pairs'], at: number): number {
  return rowB[at]! >= 0 ? rowB[at]! : rowA[at]!;
}

function ordered(comparison: Comparison, list: Int32Array, { key, down }: CompareWindow['sort']): Int32Array {
  const order = orderOf(sortValues(comparison, key, list), down);
  for (let i = 0; i < order.length; i++) order[i] = list[order[i]!]!;
  return order;
}

function sortValues({ pairs: { rankA, rankB }, split }: Comparison, key: CompareSort, list: Int32Array): Float64Array {
  const values = new Float64Array(list.length);
  for (let i = 0; i < values.length; i++) {
    const at = list[i]!;
    const a = rankA[at]! > 0 ? rankA[at]! : NaN;
    const b = rankB[at]! > 0 ? rankB[at]! : NaN;
    if (key === 'rankA') values[i] = a;
    else if (key === 'rankB') values[i] = b;
    else if (key === 'shift') values[i] = a - b;
    else if (key === 'moved') values[i] = Math.abs(a - b);
    else values[i] = split[key][at]!;
  }
  return values;
}

/** One pair for reading. */
export function compareRow(comparison: Comparison, at: number): CompareRow {
  const { a, b, pairs, split } = comparison;
  const { rowA, rowB, rankA, rankB } = pairs;
  const row = rowShown(pairs, at);
  const { panel } = a.ranked;
  const ranks = { a: rankOrNull(rankA[at]!), b: rankOrNull(rankB[at]!) };
  const change = orNull(split.change[at]!);
  return {
    firm: firmKey(panel, row),
    name: firmName(panel, row),
    rankA: ranks.a,
    rankB: ranks.b,
    shift: ranks.a === null || ranks.b === null ? null : ranks.a - ranks.b,
    scoreA: scoreOf(a.ranked, rowA[at]!),
    scoreB: scoreOf(b.ranked, rowB[at]!),
    change,
    parts: change === null ? null : (Object.fromEntries(PARTS.map((part) => [part, split[part][at]!])) as Record<Part, number>),
    cause: ranks.a === null ? absenceCause(comparison, at, 'a') : ranks.b === null ? absenceCause(comparison, at, 'b') : null,
  };
}

function rankOrNull(rank: number): number | null {
  return rank > 0 ? rank : null;
}

function scoreOf({ totals }: Ranked, row: number): number | null {
  return row < 0 ? null : orNull(totals.score[row]!);
}
