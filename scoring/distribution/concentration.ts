import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { segmentCodes } from '../segment';
import { type Answer, found, refused } from '../statistics/answer';
import { concentrationOfSorted } from '../statistics/concentration';
import { decilesOfSorted } from '../statistics/deciles';
import { giniOfSorted, lorenzOfSorted } from '../statistics/lorenz';
import { countUpTo } from '../statistics/sorted';
import { theil, theilOf } from '../statistics/theil';
import { accountOf, gather } from './figures';
import type { ChartSpec, ConcentrationAnswer, Curve, Frame } from './format';
import { frameRows, selectedOf } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { pinsOf } from './pins';
import { taken } from './taken';

type Spec = Extract<ChartSpec, { is: 'concentration' }>;

const TOPS = [1, 5, 10, 20] as const;
const POINTS = 300;
/** Firms named as those that hold most. */
const TOP = 10;

/** How far a sum rests on few firms: Lorenz curve, Gini, Theil, HHI, CRₖ, deciles; year by year; and what of Theil's T lies between the parts of a dimension. */
export function concentrationOf(ctx: Ranked, spec: Spec, frame: Frame, measured: Measured): ConcentrationAnswer {
  const rows = frameRows(ctx, frame);
  const all = gatheredOf(measured, rows);
  const selection = selectedOf(ctx, frame.clauses, rows);
  const some = selection && gather(measured, rows, selection).sorted;
  const { sorted } = all;
  const concentration = concentrationOfSorted(sorted, TOPS);
  const whole = (pick: (one: typeof concentration & { readonly reason: null }) => number): Answer =>
    concentration.reason === null ? found(pick(concentration), sorted.length) : refused(concentration.reason, sorted.length);
  const deciles = decilesOfSorted(sorted);
  const curve = curveOf(sorted);
  return {
    is: 'concentration',
    measure: measured.facts,
    account: accountOf(all),
    lorenz: { all: curve, selected: some && curveOf(some) },
    gini: giniOfSorted(sorted),
    giniSelected: some && giniOfSorted(some),
    theil: theilOf(sorted).t,
    split: spec.by && splitOf(ctx, spec.by, rows, measured),
    hhi: whole(({ hhi }) => hhi),
    effective: whole(({ effective }) => effective),
    cr: TOPS.map((k, at) => ({
      k,
      share: concentration.reason === null ? concentration.ratios[at]!.share : refused(concentration.reason, sorted.length),
    })),
    top: concentration.reason === null ? topOf(ctx, rows, measured, sorted, concentration.total) : [],
    deciles:
      deciles.reason === null
        ? deciles.deciles.map(({ firms, from, to, share, cumulative }) => ({ n: firms, from, to, share, cumulative }))
        : [],
    years: ctx.years.map((year) => yearOf(ctx, year, frame, measured)),
    pins: pinsOf(ctx, frame, rows, measured, all).map((pin) => ({ ...pin, ...placeOn(curve, sorted, pin.value) })),
  };
}

function curveOf(sorted: Float64Array): Curve | null {
  const lorenz = lorenzOfSorted(sorted, POINTS);
  return lorenz.reason === null ? { at: Array.from(lorenz.firms), height: Array.from(lorenz.shares) } : null;
}

function yearOf(ctx: Ranked, year: number, frame: Frame, measured: Measured): ConcentrationAnswer['years'][number] {
  const { sorted } = gatheredOf(measured, frameRows(ctx, { year, segment: frame.segment }));
  const concentration = concentrationOfSorted(sorted, [10]);
  const n = sorted.length;
  const isThere = concentration.reason === null;
  return {
    year,
    n,
    gini: giniOfSorted(sorted),
    cr10: isThere ? concentration.ratios[0]!.share : refused(concentration.reason, n),
    hhi: isThere ? found(concentration.hhi, n) : refused(concentration.reason, n),
  };
}

/** A firm in several parts counts in each, so that the split is of memberships and not of firms: only dimensions without overlap are split. */
function splitOf(ctx: Ranked, by: NonNullable<Spec['by']>, rows: Int32Array, { values }: Measured): ConcentrationAnswer['split'] {
  const parts = segmentCodes(ctx, by);
  if (!parts || parts.offsets) return null;
  const codes = rows.map((row) => parts.codes[row]!);
  const { t } = theil(taken(values, rows), codes, parts.count);
  if (t.reason !== null) return { by, between: refused(t.reason, t.n), within: refused(t.reason, t.n) };
  return { by, between: found(t.between, t.n), within: found(t.within, t.n) };
}

function topOf(ctx: Ranked, rows: Int32Array, { values }: Measured, sorted: Float64Array, total: number): ConcentrationAnswer['top'] {
  const least = sorted[Math.max(0, sorted.length - TOP)] ?? Infinity;
  const held: number[] = [];
  for (const row of rows) if (values[row]! >= least) held.push(row);
  // Equal figures in the order of years and firm keys.
  const firsts = held.sort((a, b) => values[b]! - values[a]!).slice(0, TOP);
  return firsts.map((row) => ({
    firm: firmKey(ctx.panel, row),
    name: firmName(ctx.panel, row),
    value: values[row]!,
    share: values[row]! / total,
  }));
}

/** Where a figure stands on a Lorenz curve: the share of firms at or below it, and the height there. */
function placeOn(
  curve: Curve | null,
  sorted: Float64Array,
  value: number | null,
): { readonly at: number | null; readonly height: number | null } {
  if (!curve || value === null) return { at: null, height: null };
  const at = countUpTo(sorted, value) / sorted.length;
  const right = Math.max(
    1,
    curve.at.findIndex((firms) => firms >= at),
  );
  const [x0, x1] = [curve.at[right - 1]!, curve.at[right]!];
  const [y0, y1] = [curve.height[right - 1]!, curve.height[right]!];
  return { at, height: x1 > x0 ? y0 + ((at - x0) / (x1 - x0)) * (y1 - y0) : y1 };
}
