import type { Ranked } from '../board/context';
import { REASON, REASONS, type Reason } from '../column';
import type { MeasureId } from '../distribution/format';
import { frameRows } from '../distribution/frame';
import type { Cells } from '../formula/step';
import { UNKNOWN, segmentCodes } from '../segment';
import { keyedRows, rowsOfYear } from '../year-rows';
import { type Apart, robustZ } from './anomaly';
import { type SeedlingSetting, TRAJECTORIES } from './format';
import { type Growth, growthOf } from './growth';
import { mergerSuspects } from './mergers';
import { type Momentum, momentumOf } from './momentum';
import { peerPercentile } from './peer-percentile';
import { formulaFigures } from './rule-figures';
import { type Technology, technologyOf } from './technology';
import { trajectoryOf } from './trajectory';

/** The parts of a setting that figures hang on; no cut is among them. */
export type Looked = Pick<SeedlingSetting, 'field' | 'years' | 'floor' | 'technology'>;

/** Share of the peers a figure stands above, and how many they are, by position. */
export interface Ahead {
  readonly share: Float64Array;
  readonly peers: Int32Array;
}

/** What the detectors look at of each firm of a year, by position, whatever the segment and wherever the cuts. */
export interface YearFigures {
  readonly growth: Growth;
  /** The growth over a base that reaches the floor: what peers are compared by. */
  readonly comparable: Cells;
  readonly technology: Technology;
  /** R&D expense over revenue, and invention applications per head. */
  readonly intensity: Cells;
  readonly perHead: Cells;
  readonly momentum: Momentum;
  /** Number in TRAJECTORIES; −1 where there is none. */
  readonly types: Int8Array;
  readonly suspects: Uint8Array;
  /** Among all peers of the year: R&D intensity, growth, applications per head. */
  readonly ahead: readonly [Ahead, Ahead, Ahead];
  readonly apart: Apart;
}

const INTENSITY_TEXT = 'rd_expense / revenue';
const PER_HEAD_TEXT = 'inv_applied / employees';
export const INTENSITY: MeasureId = `formula:${INTENSITY_TEXT}`;
export const PER_HEAD: MeasureId = `formula:${PER_HEAD_TEXT}`;
export const growthMeasure = ({ field, years }: Looked): MeasureId => `formula:cagr(${field}, ${years})`;

/** Years a trajectory is read from. */
const PATH = 4;
const KEPT = 4;
const known = new WeakMap<Ranked, Map<string, YearFigures>>();

export const lookedKey = (year: number, { field, years, floor, technology }: Looked): string =>
  JSON.stringify([year, field, years, floor, technology]);

/** Figures of all firms of a year, in the order of their keys. Nothing after the year is read. Kept. */
export function yearFigures(ctx: Ranked, year: number, looked: Looked): YearFigures {
  let kept = known.get(ctx);
  if (!kept) known.set(ctx, (kept = new Map()));
  const key = lookedKey(year, looked);
  let figures = kept.get(key);
  if (!figures) {
    kept.set(key, (figures = findFigures(ctx, year, looked)));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  }
  return figures;
}

function findFigures(ctx: Ranked, year: number, { field, years, floor, technology }: Looked): YearFigures {
  const rows = frameRows(ctx, { year, segment: {} });
  const growth = growthOf(ctx.panel, rows, field, years, floor);
  const comparable = withoutSmall(growth);
  const [intensity, perHead] = [
    formulaFigures(ctx.panel, INTENSITY_TEXT, 'number', rows),
    formulaFigures(ctx.panel, PER_HEAD_TEXT, 'number', rows),
  ];
  const ahead = (cells: Cells): Ahead => aheadOf(ctx, year, rows, cells);
  const industries = segmentCodes(ctx, 'industry');
  const isKnown = industries ? industries.values.map((value) => value !== UNKNOWN) : [];
  const set = rows.map((row) => {
    const code = industries ? industries.codes[industries.offsets ? industries.offsets[row]! : row]! : -1;
    return isKnown[code] === true ? code : -1;
  });
  return {
    growth,
    comparable,
    technology: technologyOf(ctx, rows, technology),
    intensity,
    perHead,
    momentum: momentumOf(growth, floor),
    types: typesOf(growth),
    suspects: mergerSuspects(ctx.panel, rows, growth),
    ahead: [ahead(intensity), ahead(comparable), ahead(perHead)],
    apart: robustZ(comparable, set, industries?.count ?? 0),
  };
}

/** Peer shares by position; those who count them take the whole panel and answer in its order. */
function aheadOf(ctx: Ranked, year: number, rows: Int32Array, { values, reasons }: Cells): Ahead {
  const { panel } = ctx;
  const all: Cells = { values: new Float64Array(panel.rows).fill(NaN), reasons: new Uint8Array(panel.rows).fill(REASON.not_collected) };
  for (let i = 0; i < rows.length; i++) {
    all.values[rows[i]!] = values[i]!;
    all.reasons[rows[i]!] = reasons[i]!;
  }
  const found = peerPercentile(ctx, all.values, all.reasons, year);
  const { place } = keyedRows(panel);
  const ahead = { share: new Float64Array(rows.length), peers: new Int32Array(rows.length) };
  rowsOfYear(panel, year).forEach((row, at) => {
    ahead.share[place[row]!] = found.share[at]!;
    ahead.peers[place[row]!] = found.peers[at]!;
  });
  return ahead;
}

function withoutSmall({ rate, small }: Growth): Cells {
  const cells = { values: rate.values.slice(), reasons: rate.reasons.slice() };
  for (let i = 0; i < small.length; i++) {
    if (small[i] === 0) continue;
    cells.values[i] = NaN;
    cells.reasons[i] ||= REASON.not_applicable;
  }
  return cells;
}

/** The reason of a cell; null where it has a figure. */
export function reasonAt({ reasons }: Pick<Cells, 'reasons'>, i: number): Reason | null {
  return reasons[i] === 0 ? null : REASONS[reasons[i]!]!;
}

function typesOf({ path }: Growth): Int8Array {
  const values = new Array<number>(PATH);
  const types = new Int8Array(path[0]!.values.length);
  for (let i = 0; i < types.length; i++) {
    for (let at = 0; at < PATH; at++) values[at] = path[PATH - 1 - at]!.values[i]!;
    const type = trajectoryOf(values);
    types[i] = type === null ? -1 : TRAJECTORIES.indexOf(type);
  }
  return types;
}
