import type { Ranked } from '../board/context';
import { wordCount } from '../column';
import { quantileOfSorted } from '../statistics/quantile';
import { sortedOf } from '../statistics/sorted';
import { type Stayers, stayersOf } from '../statistics/stayers';
import { accountOf, type Gathered, quantilesOf } from './figures';
import type { ChangeAnswer, ChangePart, ChartRefusal, ChartSpec, Frame } from './format';
import { frameRows } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { taken } from './taken';

type Spec = Extract<ChartSpec, { is: 'change' }>;
type Middle = Stayers['stayers']['before'];

const SHIFTED = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** What changed in one measure between two years: by who stayed, entered and left, and along its quantiles. Without a year to begin at, the one before; refused where there is no earlier one. */
export function changeOf(ctx: Ranked, spec: Spec, frame: Frame, measured: Measured): ChangeAnswer | ChartRefusal {
  const to = frame.year ?? ctx.years.at(-1);
  const earlier = ctx.years.filter((year) => to !== undefined && year < to);
  const from = spec.from !== null && earlier.includes(spec.from) ? spec.from : earlier.at(-1);
  if (to === undefined || from === undefined) return { is: 'refused', why: 'one_year', given: String(to ?? '') };
  const [older, newer] = [from, to].map((year) => frameRows(ctx, { year, segment: frame.segment })) as [Int32Array, Int32Array];
  const [before, after] = [gatheredOf(measured, older), gatheredOf(measured, newer)];
  const split = stayersOf(columnOf(ctx, measured, older), columnOf(ctx, measured, newer));
  const { change } = split;
  return {
    is: 'change',
    measure: measured.facts,
    from,
    to,
    years: earlier,
    before: { account: accountOf(before), figures: quantilesOf(before) },
    after: { account: accountOf(after), figures: quantilesOf(after) },
    stayers: partOf(split.stayers.before, split.stayers.after, change?.stayers),
    entrants: partOf(null, split.entrants, change?.entrants),
    leavers: partOf(split.leavers, null, change?.leavers),
    moves: movesOf(ctx, measured, older, newer),
    shift: SHIFTED.map((p) => ({ p, before: quantileOfSorted(before.sorted, p).value, after: quantileOfSorted(after.sorted, p).value })),
  };
}

function columnOf({ panel }: Ranked, { values }: Measured, rows: Int32Array): Parameters<typeof stayersOf>[0] {
  return { firms: Int32Array.from(rows, (row) => panel.firm[row]!), values: taken(values, rows) };
}

function partOf(before: Middle | null, after: Middle | null, contribution: number | undefined): ChangePart {
  return {
    n: (before ?? after)!.n,
    medianBefore: before?.median.value ?? null,
    medianAfter: after?.median.value ?? null,
    meanBefore: before?.mean.value ?? null,
    meanAfter: after?.mean.value ?? null,
    contribution: contribution ?? null,
  };
}

/** How the firms with a figure in both years moved, each against itself. */
function movesOf({ panel }: Ranked, { values }: Measured, older: Int32Array, newer: Int32Array): ChangeAnswer['moves'] {
  const earlier = new Float64Array(wordCount(panel.firmKeys)).fill(NaN);
  for (const row of older) earlier[panel.firm[row]!] = values[row]!;
  const moved = new Float64Array(newer.length);
  let n = 0;
  let [up, down, same] = [0, 0, 0];
  for (const row of newer) {
    const by = values[row]! - earlier[panel.firm[row]!]!;
    if (Number.isNaN(by)) continue;
    moved[n++] = by;
    if (by > 0) up++;
    else if (by < 0) down++;
    else same++;
  }
  const counts = new Int32Array(256);
  counts[0] = n;
  const change: Gathered = { sorted: sortedOf(moved.subarray(0, n)), counts, zero: same, negative: down, pooled: null };
  return { up, down, same, change: quantilesOf(change) };
}
