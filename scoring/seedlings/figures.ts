import type { Ranked } from '../board/context';
import type { Cells } from '../formula/step';
import { STATUS } from '../scored';
import { keyedRows } from '../year-rows';
import { anomalyVerdicts } from './anomaly';
import { bytesOf, floatsOf } from './by-position';
import { SAYS, TRAJECTORIES } from './format';
import { SLACK } from './grown';
import { lowScoreVerdicts, type SegmentShares } from './low-score';
import { midShares } from './mid-shares';
import { momentumVerdicts } from './momentum';
import { countAhead, outperformerVerdicts } from './outperformer';
import { middleOf } from './quadrant';
import { skylineLayers } from './skyline';
import { type Ahead, lookedKey, type Looked, type YearFigures, yearFigures } from './year-figures';

/** The figures of the firms of one year and segment, by position in `rows`, with everything no cut moves: kept while a threshold is dragged. */
export interface Figures extends YearFigures {
  readonly year: number;
  readonly rows: Int32Array;
  /** Pareto layer among the segment; 0 not judged. */
  readonly layers: Int32Array;
  readonly shares: SegmentShares;
  /** Middle of the segment's growth and technology; null of none. */
  readonly middles: { readonly growth: number | null; readonly technology: number | null };
  /** Mean mid-rank share in growth, technology, slope and R&D intensity, over those a firm has: Borda's order; 0 of none. */
  readonly merit: Float64Array;
  readonly fixed: {
    readonly outperformer: Uint8Array;
    readonly skyline: Uint8Array;
    readonly momentum: Uint8Array;
    readonly trajectory: Uint8Array;
    readonly anomaly: Uint8Array;
    readonly low_score: Uint8Array;
  };
  /** 1 where one of those is met while a part of the figures it rests on is missing. */
  readonly open: Uint8Array;
  /** Of those: how many are met, judged and unknown. */
  readonly counted: Counted;
}

/** Detectors met, those that could be judged (met, unmet or review), and those that are unknown, by position. */
export interface Counted {
  readonly fired: Uint8Array;
  readonly judged: Uint8Array;
  readonly unknown: Uint8Array;
}

/** Counts what some detectors say, on top of `before`. */
export function countVerdicts(n: number, verdicts: readonly Uint8Array[], before?: Counted): Counted {
  const counts = (from?: Uint8Array): Uint8Array => from?.slice() ?? new Uint8Array(n);
  const [fired, judged, unknown] = [counts(before?.fired), counts(before?.judged), counts(before?.unknown)];
  for (const says of verdicts) {
    for (let i = 0; i < n; i++) {
      const verdict = says[i]!;
      if (verdict === SAYS.unknown) unknown[i]!++;
      else if (verdict !== SAYS.not_applicable) judged[i]!++;
      if (verdict === SAYS.met) fired[i]!++;
    }
  }
  return { fired, judged, unknown };
}

const KEPT = 4;
const known = new WeakMap<Ranked, WeakMap<Int32Array, Map<string, Figures>>>();

/** Figures of some rows of a year; only what is loaded up to that year is read. Kept for the last few settings of a list of rows. */
export function figuresOf(ctx: Ranked, year: number, rows: Int32Array, looked: Looked): Figures {
  let lists = known.get(ctx);
  if (!lists) known.set(ctx, (lists = new WeakMap()));
  let kept = lists.get(rows);
  if (!kept) lists.set(rows, (kept = new Map()));
  const key = lookedKey(year, looked);
  let figures = kept.get(key);
  if (!figures) {
    kept.set(key, (figures = ofSegment(ctx, year, rows, looked)));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  }
  return figures;
}

function ofSegment(ctx: Ranked, year: number, rows: Int32Array, looked: Looked): Figures {
  const own = taken(yearFigures(ctx, year, looked), ctx, rows);
  const { comparable, technology, intensity, momentum } = own;
  const { status, score } = ctx.totals;
  const shares = {
    score: midShares(floatsOf(rows.length, (i) => (status[rows[i]!] === STATUS.ranked ? score[rows[i]!]! : NaN))),
    growth: midShares(comparable.values),
    technology: midShares(technology.share.values),
  };
  const layers = skylineLayers([comparable.values, technology.share.values, intensity.values]);
  const { small } = own.growth;
  const notSmall = (verdicts: Uint8Array, isSmall = small): Uint8Array =>
    verdicts.map((verdict, i) => (isSmall[i] === 1 ? SAYS.not_applicable : verdict));
  const fixed = {
    outperformer: outperformerVerdicts(own),
    skyline: notSmall(bytesOf(rows.length, (i) => (layers[i] === 1 ? SAYS.met : layers[i] === 0 ? SAYS.unknown : SAYS.unmet))),
    momentum: notSmall(momentumVerdicts(momentum), momentum.small),
    trajectory: notSmall(trajectoryVerdicts(own.types)),
    anomaly: notSmall(anomalyVerdicts(own.apart)),
    low_score: notSmall(lowScoreVerdicts(shares)),
  };
  return {
    ...own,
    year,
    rows,
    layers,
    shares,
    middles: { growth: middleOf(comparable.values), technology: middleOf(technology.share.values) },
    merit: meritOf([shares.growth, shares.technology, midShares(momentum.slope.values), midShares(intensity.values)]),
    fixed,
    open: bytesOf(rows.length, (i) => Number(isOpenAt(own, fixed, i, ctx.totals.coverage[rows[i]!]!))),
    counted: countVerdicts(rows.length, Object.values(fixed)),
  };
}

/** Whether a part of the technology group is missing. */
export function isPartial({ technology }: Pick<YearFigures, 'technology'>, i: number): boolean {
  return technology.most[i]! > technology.share.values[i]!;
}

/** `coverage` of the score: a score is low also where its figures are missing. */
function isOpenAt(own: YearFigures, fixed: Figures['fixed'], i: number, coverage: number): boolean {
  if (fixed.outperformer[i] === SAYS.met && countAhead(own, i).unknown > 0) return true;
  if (fixed.momentum[i] === SAYS.met && own.momentum.gaps[i]! > 0) return true;
  if (fixed.low_score[i] === SAYS.met && coverage < 1 - SLACK) return true;
  return fixed.skyline[i] === SAYS.met && isPartial(own, i);
}

const SURGE = TRAJECTORIES.indexOf('surge');

/** A path that surges; a path that cannot be read is unknown. */
function trajectoryVerdicts(types: Int8Array): Uint8Array {
  return bytesOf(types.length, (i) => (types[i]! < 0 ? SAYS.unknown : types[i] === SURGE ? SAYS.met : SAYS.unmet));
}

function meritOf(axes: readonly Float64Array[]): Float64Array {
  return floatsOf(axes[0]!.length, (i) => {
    let sum = 0;
    let count = 0;
    for (const axis of axes) {
      if (Number.isNaN(axis[i]!)) continue;
      sum += axis[i]!;
      count++;
    }
    return count > 0 ? sum / count : 0;
  });
}

/** The rows' part of a year's figures; the figures themselves where the rows are the whole year in its order. */
function taken(all: YearFigures, ctx: Ranked, rows: Int32Array): YearFigures {
  const { place } = keyedRows(ctx.panel);
  const places = rows.map((row) => place[row]!);
  if (places.length === all.types.length && places.every((at, i) => at === i)) return all;
  const cells = ({ values, reasons }: Cells): Cells => ({ values: picked(values, places), reasons: picked(reasons, places) });
  const ahead = ({ share, peers }: Ahead): Ahead => ({ share: picked(share, places), peers: picked(peers, places) });
  const { growth, technology, momentum, apart } = all;
  return {
    growth: { ...growth, path: growth.path.map(cells), rate: cells(growth.rate), small: picked(growth.small, places) },
    comparable: cells(all.comparable),
    technology: { ...technology, share: cells(technology.share), most: picked(technology.most, places) },
    intensity: cells(all.intensity),
    perHead: cells(all.perHead),
    momentum: {
      slope: cells(momentum.slope),
      last: cells(momentum.last),
      worst: picked(momentum.worst, places),
      rises: picked(momentum.rises, places),
      gaps: picked(momentum.gaps, places),
      small: picked(momentum.small, places),
    },
    types: picked(all.types, places),
    suspects: picked(all.suspects, places),
    ahead: [ahead(all.ahead[0]), ahead(all.ahead[1]), ahead(all.ahead[2])],
    apart: { z: cells(apart.z), peers: picked(apart.peers, places) },
  };
}

function picked<A extends Float64Array | Int32Array | Uint8Array | Int8Array>(from: A, places: Int32Array): A {
  const own = from.slice(0, places.length) as A;
  for (let i = 0; i < places.length; i++) own[i] = from[places[i]!]!;
  return own;
}
