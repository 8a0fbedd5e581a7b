import type { Ranked } from '../board/context';
import { sortRowsBy } from '../radix';

/** Parts of a change of score, in the order in which they are shown. */
export const PARTS = ['value', 'weight', 'shared', 'deduction', 'limit'] as const;
export type Part = (typeof PARTS)[number];

/** Changes of score from A to B and what they are made of, pair by pair; NaN throughout where a side has no score. */
export type ScoreSplit = Readonly<Record<Part | 'change', Float64Array>>;

/** Rows of one side, as many as of the other. */
interface Rows {
  readonly rowA: Int32Array;
  readonly rowB: Int32Array;
}

/**
 * Splits the change of score, B − A, without residue. With s = points ÷ full mark (0 where missing) and w the weight in the row's stage:
 * value = Σ ½(w_A + w_B)·(s_B − s_A) and weight = Σ ½(s_A + s_B)·(w_B − w_A), over indicators of base and bonus by id; together they are
 * Σ s_B·w_B − Σ s_A·w_A exactly. An indicator that one side lacks is taken as if it stood there with the other side's s and no weight, so that to add
 * or remove one is a weight effect. `shared` is what groups make beyond that plain sum (weights of skipped values shared out, and any other than a
 * plain sum), `deduction` what is taken off, `limit` what the cap and the floor of 0 take or give: each is B's less A's. `rowA` and `rowB` must
 * both be rows of the panel, or −1 for none.
 */
export function splitScores(a: Ranked, b: Ranked, { rowA, rowB }: Rows): ScoreSplit {
  const n = rowA.length;
  const order = byRow(rowA, rowB);
  const inOrder = { rowA: order.map((i) => rowA[i]!), rowB: order.map((i) => rowB[i]!) };
  const sorted = splitInOrder(a, b, inOrder);
  const split = Object.fromEntries(['change', ...PARTS].map((part) => [part, new Float64Array(n)])) as Record<
    Part | 'change',
    Float64Array
  >;
  for (const part of ['change', ...PARTS] as const) {
    const [from, to] = [sorted[part], split[part]];
    for (let i = 0; i < n; i++) to[order[i]!] = from[i]!;
  }
  return split;
}

/** Numbers of the pairs by their rows: columns read from front to back cost a third of columns read here and there. */
function byRow(rowA: Int32Array, rowB: Int32Array): Int32Array {
  const order = new Int32Array(rowA.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  sortRowsBy(order, (i) => (rowB[i]! >= 0 ? rowB[i]! : rowA[i]!));
  return order;
}

function splitInOrder(a: Ranked, b: Ranked, rows: Rows): ScoreSplit {
  const { rowA, rowB } = rows;
  const n = rowA.length;
  const numbers = (): Float64Array => new Float64Array(n);
  const split = { value: numbers(), weight: numbers(), shared: numbers(), deduction: numbers(), limit: numbers(), change: numbers() };
  const isPlain = a.scheme.stages.length === 0 && b.scheme.stages.length === 0 && isOneList(rows);
  for (const pair of indicatorPairs(a, b)) {
    if (isPlain && pair.a.isThere && pair.b.isThere) addPlain(pair, rowA, split);
    else addIndicator(pair, rows, split);
  }
  const [totalsA, totalsB] = [a.totals, b.totals];
  for (let i = 0; i < n; i++) {
    const atA = rowA[i]!;
    const atB = rowB[i]!;
    const scoreA = atA < 0 ? NaN : totalsA.score[atA]!;
    const scoreB = atB < 0 ? NaN : totalsB.score[atB]!;
    const change = scoreB - scoreA;
    split.change[i] = change;
    if (change !== change) {
      for (const part of PARTS) split[part][i] = NaN;
      continue;
    }
    const earnedA = totalsA.base[atA]! + totalsA.bonus[atA]!;
    const earnedB = totalsB.base[atB]! + totalsB.bonus[atB]!;
    const takenA = totalsA.deduction[atA]!;
    const takenB = totalsB.deduction[atB]!;
    const size = Math.max(Math.abs(earnedA), Math.abs(earnedB));
    // Both effects together are the plain sum of B less that of A.
    split.shared[i] = quiet(earnedB - earnedA - (split.value[i]! + split.weight[i]!), size);
    split.deduction[i] = takenA - takenB;
    split.limit[i] = quiet(scoreB - (earnedB - takenB) - (scoreA - (earnedA - takenA)), size);
  }
  return split;
}

/** 0 for what is only the noise of adding numbers of a size in another order. */
export function quiet(part: number, size: number): number {
  return Math.abs(part) <= 1e-11 * Math.max(1, size) ? 0 : part;
}

/** One indicator on both sides. A side that lacks it has the other's points and weight 0 in every stage. */
interface IndicatorPair {
  readonly a: Half;
  readonly b: Half;
}
interface Half {
  readonly points: Float64Array;
  readonly stage: Int16Array;
  /** Weight by stage + 1; 0 for rows without a stage. */
  readonly weights: Float64Array;
  readonly of: number;
  readonly isThere: boolean;
}

function indicatorPairs(a: Ranked, b: Ranked): IndicatorPair[] {
  const numberIn = (side: Ranked): ReadonlyMap<string, number> => new Map(side.scheme.indicators.map(({ id }, at) => [id, at]));
  const [inA, inB] = [numberIn(a), numberIn(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].map((id) => {
    const [atA, atB] = [inA.get(id), inB.get(id)];
    return { a: halfOf(a, atA), b: halfOf(b, atB) };
  });
}

function halfOf({ evaluated, scheme, weights }: Ranked, at: number | undefined): Half {
  const { stage } = evaluated;
  if (at === undefined) return { points: new Float64Array(0), stage, weights: new Float64Array(0), of: 1, isThere: false };
  return {
    points: evaluated.indicators[at]!.points,
    stage,
    weights: Float64Array.from([0, ...weights[at]!]),
    of: scheme.indicators[at]!.of,
    isThere: true,
  };
}

type Effects = Pick<ScoreSplit, 'value' | 'weight'>;

/** Adds one indicator's effects, whatever the two sides are. */
function addIndicator({ a, b }: IndicatorPair, { rowA, rowB }: Rows, { value, weight }: Effects): void {
  for (let i = 0; i < rowA.length; i++) {
    const atA = rowA[i]!;
    const atB = rowB[i]!;
    if (atA < 0 || atB < 0) continue;
    let sA = a.isThere ? a.points[atA]! / a.of : 0;
    let sB = b.isThere ? b.points[atB]! / b.of : 0;
    if (sA !== sA) sA = 0;
    if (sB !== sB) sB = 0;
    if (!a.isThere) sA = sB;
    else if (!b.isThere) sB = sA;
    const wA = a.isThere ? a.weights[a.stage[atA]! + 1]! : 0;
    const wB = b.isThere ? b.weights[b.stage[atB]! + 1]! : 0;
    value[i]! += 0.5 * (wA + wB) * (sB - sA);
    weight[i]! += 0.5 * (sA + sB) * (wB - wA);
  }
}

/** The same for one year of two versions without stages that both have the indicator: a weight for all, and no value effect where the points are one and the same. */
function addPlain({ a, b }: IndicatorPair, rows: Int32Array, { value, weight }: Effects): void {
  const wA = a.weights[1]!;
  const wB = b.weights[1]!;
  const mean = 0.5 * (wA + wB);
  const half = 0.5 * (wB - wA);
  const isSame = a.points === b.points && a.of === b.of;
  if (isSame && half === 0) return;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let sA = a.points[row]! / a.of;
    if (sA !== sA) sA = 0;
    let sB = isSame ? sA : b.points[row]! / b.of;
    if (sB !== sB) sB = 0;
    if (!isSame) value[i]! += mean * (sB - sA);
    weight[i]! += half * (sA + sB);
  }
}

function isOneList({ rowA, rowB }: Rows): boolean {
  return rowA.every((row, i) => row === rowB[i]);
}
