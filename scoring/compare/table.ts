import { firmKey, firmName } from '../board/cell';
import { type Column, type NumberColumn, packWords, REASON, type TextColumn, textColumn } from '../column';
import type { Comparison } from './comparison';
import { listOf } from './window';
import { absenceCause } from './comparison';
import { PARTS } from './score-split';

/** A comparison as columns, for a file: numbers unrounded, missing left missing. */
export interface CompareTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly column: Column }[];
}

/** What stands in every line, so that a line taken out of the file still says what it is about. */
export interface TableWords {
  /** The segment and the rule of ties, in the language of the file. */
  readonly segment: string;
  readonly ties: string;
  /** What the draft of each side changes; empty where there is none. */
  readonly draftA: string;
  readonly draftB: string;
  readonly cause: (cause: string) => string;
  readonly provenance: (provenance: string) => string;
}

/**
 * Every firm ranked on at least one side: those on both by rank under A, then those A alone has, then B's. Then of each side scheme, version,
 * the hash of what it says, how sure its numbers are, draft and year.
 */
export function compareTable(comparison: Comparison, words: TableWords): CompareTable {
  const { a, b, pairs, split } = comparison;
  const { panel } = a.ranked;
  const order = Int32Array.from((['both', 'a', 'b'] as const).flatMap((list) => [...listOf(comparison, list)]));
  const rowOf = (at: number): number => (pairs.rowB[at]! >= 0 ? pairs.rowB[at]! : pairs.rowA[at]!);
  const rank = (ranks: Int32Array): NumberColumn => numbers(order, (at) => (ranks[at]! > 0 ? ranks[at]! : NaN));
  const score = (side: Comparison['a'], rows: Int32Array): NumberColumn =>
    numbers(order, (at) => (rows[at]! < 0 ? NaN : side.ranked.totals.score[rows[at]!]!));
  const cause = (at: number): string | null => {
    if (pairs.rankA[at]! <= 0) return words.cause(absenceCause(comparison, at, 'a'));
    return pairs.rankB[at]! <= 0 ? words.cause(absenceCause(comparison, at, 'b')) : null;
  };
  const side = ({ ranked, year }: Comparison['a'], letter: 'a' | 'b', draft: string) => [
    { name: `scheme_${letter}`, column: constant(order, ranked.scheme.id) },
    { name: `version_${letter}`, column: constant(order, ranked.scheme.version) },
    { name: `hash_${letter}`, column: constant(order, ranked.schemeHash) },
    { name: `provenance_${letter}`, column: constant(order, words.provenance(ranked.scheme.provenance)) },
    { name: `draft_${letter}`, column: constant(order, draft) },
    { name: `year_${letter}`, column: numbers(order, () => year) },
  ];
  const columns = [
    { name: 'firm', column: textColumn(Array.from(order, (at) => firmKey(panel, rowOf(at)))) },
    { name: 'name', column: textColumn(Array.from(order, (at) => firmName(panel, rowOf(at)))) },
    { name: 'rank_a', column: rank(pairs.rankA) },
    { name: 'rank_b', column: rank(pairs.rankB) },
    {
      name: 'shift',
      column: numbers(order, (at) => (pairs.rankA[at]! > 0 && pairs.rankB[at]! > 0 ? pairs.rankA[at]! - pairs.rankB[at]! : NaN)),
    },
    { name: 'score_a', column: score(a, pairs.rowA) },
    { name: 'score_b', column: score(b, pairs.rowB) },
    ...(['change', ...PARTS] as const).map((name) => ({ name, column: numbers(order, (at) => split[name][at]!) })),
    { name: 'cause', column: textColumn(Array.from(order, cause)) },
    ...side(a, 'a', words.draftA),
    ...side(b, 'b', words.draftB),
    { name: 'segment', column: constant(order, words.segment) },
    { name: 'ties', column: constant(order, words.ties) },
  ];
  return { rows: order.length, columns };
}

function numbers(order: Int32Array, valueOf: (at: number) => number): NumberColumn {
  const values = Float64Array.from(order, valueOf);
  return { kind: 'number', values, reasons: Uint8Array.from(values, (value) => (Number.isNaN(value) ? REASON.not_applicable : 0)) };
}

function constant(order: Int32Array, word: string): TextColumn {
  return { kind: 'text', codes: new Int32Array(order.length), words: packWords([word]), reasons: new Uint8Array(order.length) };
}
