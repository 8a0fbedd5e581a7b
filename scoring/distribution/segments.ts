import type { Ranked } from '../board/context';
import { segmentValues } from '../segment';
import { countBins } from '../statistics/bins';
import { binLayout, shownRange } from '../statistics/bin-layout';
import { boxOfSorted } from '../statistics/box';
import { bandwidthOfSorted, commonBandwidth, densityOfSorted } from '../statistics/density';
import { letterValuesOfSorted } from '../statistics/letter-values';
import { offScale, onScale } from '../statistics/scale';
import { countBelow, countUpTo } from '../statistics/sorted';
import { accountOf, gatherPart, type Gathered, quantilesOf, suggestsLog } from './figures';
import type { Box, ChartSpec, Curve, Frame, Letters, SegmentRow, SegmentsAnswer } from './format';
import { frameRows, partsOf, type Parts, selectedOf } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { pinsOf } from './pins';
import { scaledOf } from './spread';

type Spec = Extract<ChartSpec, { is: 'segments' }>;

/** Share of firms that may lie beyond the shown range on either side. */
const CUT = 0.005;
/** Firms below which a segment's median does not count as a finding. */
const SMALL = 10;
/** Points of a shape: a row is a few dozen pixels high. */
const POINTS = 120;

/** One measure in the parts of a dimension, or by year: figures and a shape for each, and the same of all. null where the data do not offer the dimension. */
export function segmentsOf(ctx: Ranked, spec: Spec, frame: Frame, measured: Measured): SegmentsAnswer | null {
  const rows = spec.by === 'year' ? frameRows(ctx, { ...frame, year: null }) : frameRows(ctx, frame);
  const parts = partsOf(ctx, spec.by, rows);
  if (!parts) return null;
  const all = gatheredOf(measured, rows);
  const selection = selectedOf(ctx, frame.clauses, rows);
  const isLog = spec.log && all.negative === 0;
  const found = filledParts(parts).map((part) => ({ part, gathered: gatherPart(measured, rows, membersOf(parts, part)) }));
  const shape = shaper(
    spec,
    measured.facts.logUnit,
    all,
    isLog,
    found.map(({ gathered }) => gathered),
  );
  const made = found.map(({ part, gathered }): SegmentRow => {
    const members = membersOf(parts, part);
    const selected = selection ? members.reduce((sum, position) => sum + selection[position]!, 0) : 0;
    return { value: parts.values[part]!, name: parts.names[part]!, selected, ...shape(gathered) };
  });
  const total = { value: '', name: null, selected: selection ? selection.reduce((sum, one) => sum + one, 0) : 0, ...shape(all) };
  const shown = rangeOf(all, measured.facts.logUnit, isLog);
  return {
    is: 'segments',
    measure: measured.facts,
    account: accountOf(all),
    by: spec.by,
    rows: spec.by === 'year' ? made.sort((a, b) => Number(a.value) - Number(b.value)) : made.sort(byMedian),
    total,
    overlaps: parts.overlaps,
    low: shown?.low ?? null,
    high: shown?.high ?? null,
    isLog,
    suggestsLog: suggestsLog(all),
    refusesLog: spec.log && !isLog,
    spreadOfMedians: spreadOfMedians(made),
    pins: pinsOf(ctx, frame, rows, measured, all, (row) => segmentOf(ctx, spec.by, row)),
  };
}

/** Parts that hold somebody. */
export function filledParts({ values, starts }: Parts): number[] {
  return values.flatMap((_, part) => (starts[part + 1]! > starts[part]! ? [part] : []));
}
export function membersOf({ starts, members }: Parts, part: number): Int32Array {
  return members.subarray(starts[part], starts[part + 1]);
}

function segmentOf(ctx: Ranked, by: Spec['by'], row: number): string | null {
  return by === 'year' ? String(ctx.panel.year[row]!) : (segmentValues(ctx, by, row)[0] ?? null);
}

function byMedian(a: SegmentRow, b: SegmentRow): number {
  const [one, other] = [a.figures.p50, b.figures.p50];
  if (one === null || other === null) return one === other ? (a.value < b.value ? -1 : 1) : one === null ? 1 : -1;
  return other - one || b.figures.n - a.figures.n || (a.value < b.value ? -1 : 1);
}

/** What the pictures of all parts share: the range of all firms without the outermost half per cent on either side, where these lie far out. */
function rangeOf({ sorted }: Gathered, logUnit: number, isLog: boolean): { readonly low: number; readonly high: number } | null {
  if (sorted.length === 0) return null;
  const unit = isLog ? logUnit : 1;
  const { low, high } = shownRange(scaledOf(sorted, unit), isLog ? 'log1p' : 'linear', CUT);
  return { low: low * unit, high: high * unit };
}

/** Makes the row of a part: its figures, and the one shape that is asked for. Densities share their bandwidth, bars their bins unless each is free. */
function shaper(spec: Spec, logUnit: number, all: Gathered, isLog: boolean, parts: readonly Gathered[]) {
  const range = rangeOf(all, logUnit, isLog);
  const on = (value: number): number => (isLog ? onScale(value / logUnit, 'log1p') : value);
  const off = (place: number): number => (isLog ? offScale(place, 'log1p') * logUnit : place);
  const placed = ({ sorted }: Gathered): Float64Array => (isLog ? sorted.map(on) : sorted);
  const wantsDensity = spec.mode === 'violin' || spec.mode === 'ridge';
  const common = wantsDensity ? commonBandwidth(parts.map(placed)) : null;
  const bandwidth = common?.value ?? (wantsDensity ? bandwidthOfSorted(placed(all)).value : null);
  const layout = spec.mode === 'histograms' ? binLayout(placed(all), { isZeroApart: false }) : null;
  const density = (gathered: Gathered): Curve | null => {
    if (!range || bandwidth === null) return null;
    const isReflected = all.negative === 0;
    const reach = { from: isReflected ? Math.max(0, on(range.low)) : on(range.low), to: on(range.high) };
    if (!(reach.to > reach.from)) return null;
    const found = densityOfSorted(placed(gathered), { bandwidth, isReflected, points: POINTS, ...reach });
    return found.reason === null ? { at: Array.from(found.grid, off), height: Array.from(found.heights) } : null;
  };
  const bars = (gathered: Gathered): SegmentRow['bars'] => {
    const own = spec.free ? binLayout(placed(gathered), { isZeroApart: false }) : layout;
    if (!own || 'reason' in own || gathered.sorted.length === 0) return null;
    return { edges: Array.from(own.edges, off), counts: Array.from(countBins(own, placed(gathered)).counts) };
  };
  return (gathered: Gathered): Omit<SegmentRow, 'value' | 'name' | 'selected'> => ({
    figures: quantilesOf(gathered),
    letters: spec.mode === 'letters' ? lettersOf(gathered) : null,
    box: spec.mode === 'box' ? boxOf(gathered) : null,
    density: wantsDensity ? density(gathered) : null,
    bars: spec.mode === 'histograms' ? bars(gathered) : null,
    beyond: range ? countBelow(gathered.sorted, range.low) + gathered.sorted.length - countUpTo(gathered.sorted, range.high) : 0,
  });
}

function lettersOf({ sorted }: Gathered): Letters | null {
  const { letters } = letterValuesOfSorted(sorted);
  return letters.length === 0 ? null : { lower: letters.map(({ lower }) => lower), upper: letters.map(({ upper }) => upper) };
}

function boxOf({ sorted }: Gathered): Box | null {
  const box = boxOfSorted(sorted);
  if (box.reason !== null) return null;
  const { lower, median, upper, low, high, below, above } = box;
  return { q1: lower, median, q3: upper, low, high, beyondLow: below, beyondHigh: above };
}

function spreadOfMedians(rows: readonly SegmentRow[]): number | null {
  const medians = rows
    .filter(({ figures }) => figures.n >= SMALL)
    .flatMap(({ figures }) => (figures.p50 !== null && figures.p50 > 0 ? [figures.p50] : []));
  return medians.length < 2 ? null : Math.max(...medians) / Math.min(...medians);
}
