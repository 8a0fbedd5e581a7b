import { type Answer, found, refused } from './answer';
import { meanOf } from './moments';
import { quantileOfSorted } from './quantile';
import { sortedOf } from './sorted';

/** A year of one indicator: the firm of each row, as its number from 0, and the value, NaN where missing. A firm stands at most once. */
export interface YearColumn {
  readonly firms: Int32Array;
  readonly values: Float64Array;
}

/** Middle and mean of some firms in a year; refused of none. */
export interface Middle {
  readonly n: number;
  readonly median: Answer;
  readonly mean: Answer;
}

/** The change of a mean, later less earlier, in three parts that add up to it. */
export interface MeanChange {
  readonly total: number;
  /** Of those with a value in both years: their own change. */
  readonly stayers: number;
  /** Entrants' share of the later year × (their mean − that of stayers). */
  readonly entrants: number;
  /** Leavers' share of the earlier year × (mean of stayers − their mean). */
  readonly leavers: number;
}

/** Two years of an indicator by who has a value in both, in the later and in the earlier one only. */
export interface Stayers {
  readonly all: { readonly before: Middle; readonly after: Middle };
  readonly stayers: { readonly before: Middle; readonly after: Middle };
  /** `known` of them were there before, without a value. */
  readonly entrants: Middle & { readonly known: number };
  /** `known` of them are still there, without a value. */
  readonly leavers: Middle & { readonly known: number };
  /** Null where nobody has a value in both years, as nothing then tells own change from change of firms; and where a mean overflows. */
  readonly change: MeanChange | null;
}

/**
 * Splits the change of an indicator between two years. For the mean, with m of stayers before and after, m_E of entrants and m_L of leavers, and their
 * shares w_E of the later and w_L of the earlier firms: M₂ − M₁ = (m₂ − m₁) + w_E(m_E − m₂) + w_L(m₁ − m_L), exactly (Melitz & Polanec 2015, each firm
 * weighing alike). Medians do not split; they are given side by side. Infinite values are missing.
 */
export function stayersOf(before: YearColumn, after: YearColumn): Stayers {
  const [earlier, later] = [rowOfFirm(before), rowOfFirm(after)];
  const one = part(before, later, after.values);
  const two = part(after, earlier, before.values);
  const stayers = { before: middleOf(one.both), after: middleOf(two.both) };
  const all = { before: middleOf(join(one)), after: middleOf(join(two)) };
  const entrants = { ...middleOf(two.alone), known: two.known };
  const leavers = { ...middleOf(one.alone), known: one.known };
  return { all, stayers, entrants, leavers, change: meanChange(stayers, entrants, leavers) };
}

/** Firm → row, −1 where it has none. */
function rowOfFirm({ firms }: YearColumn): Int32Array {
  let most = -1;
  for (let row = 0; row < firms.length; row++) most = Math.max(most, firms[row]!);
  const rows = new Int32Array(most + 1).fill(-1);
  for (let row = 0; row < firms.length; row++) {
    const firm = firms[row]!;
    if (rows[firm] !== -1) throw new RangeError(`firm ${firm} stands twice in a year, or is none`);
    rows[firm] = row;
  }
  return rows;
}

interface Part {
  readonly both: Float64Array;
  readonly alone: Float64Array;
  readonly known: number;
}

/** Values of a year by whether the firm has one in the other; of those alone, how many have a row there. */
function part({ firms, values }: YearColumn, otherRows: Int32Array, others: Float64Array): Part {
  const both = new Float64Array(values.length);
  const alone = new Float64Array(values.length);
  let [inBoth, inOne, known] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row]!)) continue;
    const other = otherRows[firms[row]!] ?? -1;
    if (other >= 0 && Number.isFinite(others[other]!)) {
      both[inBoth++] = values[row]!;
    } else {
      alone[inOne++] = values[row]!;
      if (other >= 0) known++;
    }
  }
  return { both: both.slice(0, inBoth), alone: alone.slice(0, inOne), known };
}

function join({ both, alone }: Part): Float64Array {
  const values = new Float64Array(both.length + alone.length);
  values.set(both);
  values.set(alone, both.length);
  return values;
}

function middleOf(values: Float64Array): Middle {
  const n = values.length;
  if (n === 0) return { n, median: refused('too_few', 0), mean: refused('too_few', 0) };
  return { n, median: quantileOfSorted(sortedOf(values), 0.5), mean: found(meanOf(values), n) };
}

function meanChange(stayers: Stayers['stayers'], entrants: Middle, leavers: Middle): MeanChange | null {
  const [one, two] = [stayers.before.mean.value, stayers.after.mean.value];
  // Of nobody, the mean stands where that of stayers does: no part.
  const mean = ({ n, mean: { value } }: Middle, instead: number | null): number | null => (n === 0 ? instead : value);
  const [came, left] = [mean(entrants, two), mean(leavers, one)];
  if (one === null || two === null || came === null || left === null) return null;
  const own = two - one;
  const byEntrants = (entrants.n / (entrants.n + stayers.after.n)) * (came - two);
  const byLeavers = (leavers.n / (leavers.n + stayers.before.n)) * (one - left);
  return { total: own + byEntrants + byLeavers, stayers: own, entrants: byEntrants, leavers: byLeavers };
}
