import { unitOf } from '../dictionary';
import type { Panel } from '../panel';
import type { Figures } from './figures';
import { firmOrder } from './firm-order';
import { loggedOf, type Logged } from './logged';
import { EVIDENCE, SlipCandidates } from './slip-candidates';
import { explain, FirmSeries, leaps, type Shifts, shiftsOf } from './slip-series';

/** Powers of ten by which figures slip: units of money (千元, 万元, 百万元, 亿元) and one zero too many; a ratio only between 1 and %. */
export const SHIFTS: Readonly<Record<Figures['kind'], Shifts>> = {
  money: shiftsOf(1, 2, 3, 4, 6, 8),
  count: shiftsOf(1, 2, 3, 4),
  number: shiftsOf(1, 2, 3, 4),
  ratio: shiftsOf(2),
};
/** A slip by one digit must bring the figure within a factor 2 of its neighbours: growth by five has nothing of a slip. */
const CLOSE_FIT = Math.log10(2);
/** Half of what a candidate may be off a whole power of ten. */
const NEAR = 0.25;
/** So many times more candidates must lie near whole powers of ten than between them; one or two between are firms that also grew. */
const TELLING = 3;
const isTelling = (near: number, between: number): boolean => near > between && near >= TELLING * between - 2;
/** A companion that has doubled or halved has moved too. */
const MOVED = Math.log10(2);

/** What the firms' own years say of slips: the candidates, which of them are claimed, and the rows of which only peers can tell. */
export interface HistorySlips {
  readonly candidates: SlipCandidates;
  /** Candidate → 1 where it is claimed. */
  readonly claimed: Uint8Array;
  /** Figures number → whether its leaps, of whatever size, lie anywhere: then a lone figure far from its peers is no slip either. */
  readonly leapy: readonly boolean[];
}

/**
 * Slips seen in the firms' own years. A field is believed only where its leaps lie near whole powers of ten: units slip by 10, 100, 1,000;
 * trade and profit leap by any factor, and a field that does is left to the rules `jump` and `outlier`, unless the rest of its row has slipped.
 */
export function slipsByHistory(panel: Panel, figures: readonly Figures[]): HistorySlips {
  const candidates = new SlipCandidates();
  const memory = new Float64Array(panel.rows);
  figures.forEach((one, at) => collect(panel, loggedOf(panel, one, memory), at, candidates));
  const { claimed, leapy } = believed(panel, figures, candidates);
  return { candidates, claimed: withFellows(figures, candidates, claimed), leapy };
}

function collect(panel: Panel, { figures, logs }: Logged, at: number, into: SlipCandidates): void {
  const { order, starts } = firmOrder(panel);
  let longest = 0;
  for (let firm = 0; firm + 1 < starts.length; firm++) longest = Math.max(longest, starts[firm + 1]! - starts[firm]!);
  const series = new FirmSeries(longest);
  for (let firm = 0; firm + 1 < starts.length; firm++) {
    if (!leaps(logs, starts[firm]!, starts[firm + 1]!)) continue;
    series.take(panel.year, order, logs, starts[firm]!, starts[firm + 1]!);
    explain(series, SHIFTS[figures.kind], at, into);
  }
}

function believed(panel: Panel, figures: readonly Figures[], candidates: SlipCandidates): Omit<HistorySlips, 'candidates'> {
  const near = new Int32Array(figures.length * 8);
  const between = new Int32Array(figures.length * 8);
  const classOf = (at: number): number =>
    candidates.figure(at) * 8 + candidates.evidence(at) * 4 + Math.min(4, Math.abs(candidates.exponent(at))) - 1;
  for (let at = 0; at < candidates.length; at++)
    if (candidates.evidence(at) !== EVIDENCE.none) (candidates.residual(at) <= NEAR ? near : between)[classOf(at)]!++;
  const claimed = new Uint8Array(candidates.length);
  for (let at = 0; at < candidates.length; at++) {
    if (candidates.evidence(at) === EVIDENCE.none || !isTelling(near[classOf(at)]!, between[classOf(at)]!)) continue;
    const fits = Math.abs(candidates.exponent(at)) > 1 || candidates.residual(at) <= CLOSE_FIT;
    if (fits && standsAlone(panel, figures, candidates, at)) claimed[at] = 1;
  }
  const sum = (counts: Int32Array, at: number): number => counts.subarray(at * 8, at * 8 + 8).reduce((all, one) => all + one, 0);
  return { claimed, leapy: figures.map((_, at) => sum(between, at) > 0 && !isTelling(sum(near, at), sum(between, at))) };
}

/**
 * Whether a one-sided move by one or two digits is more than growth: most other figures of the row have not moved along, or all its money has,
 * in the same measure, and its people have not. Where there is nothing to compare with, a firm that grew cannot be told from a slip.
 */
function standsAlone(panel: Panel, figures: readonly Figures[], candidates: SlipCandidates, at: number): boolean {
  const exponent = candidates.exponent(at);
  if (candidates.evidence(at) !== EVIDENCE.one || Math.abs(exponent) > 2) return true;
  const tally = { all: 0, moved: 0, money: 0, alike: 0, people: 0, peopleMoved: 0 };
  figures.forEach(({ column, kind, field }, other) => {
    if (other === candidates.figure(at) || (kind !== 'money' && kind !== 'count')) return;
    const move = Math.log10(Math.abs(column.values[candidates.row(at)]! / column.values[candidates.neighbour(at)]!));
    if (!Number.isFinite(move)) return;
    const along = Math.sign(exponent) * move;
    tally.all++;
    if (along >= MOVED) tally.moved++;
    if (kind === 'money') tally.money++;
    if (kind === 'money' && Math.abs(move - exponent) <= CLOSE_FIT) tally.alike++;
    if (unitOf(field) !== '人') return;
    tally.people++;
    if (along >= MOVED) tally.peopleMoved++;
  });
  if (tally.all > 0 && tally.moved * 2 < tally.all) return true;
  return tally.money > 1 && tally.alike === tally.money && tally.people > 0 && tally.peopleMoved * 2 < tally.people;
}

/** So many money figures of a row that slipped alike speak for the rest of its money. */
const FELLOWS = 2;

/**
 * Where two money figures of a row are claimed by the same shift the whole row came in another unit, or its money did: every other money figure
 * that the shift brings nearer to the firm's usual year, by at least half of it, is claimed too, however it leaps otherwise. A row half
 * converted would be worse than one not converted at all.
 */
function withFellows(figures: readonly Figures[], candidates: SlipCandidates, claimed: Uint8Array): Uint8Array {
  const rows = new Map<number, { count: number; readonly neighbour: number }>();
  const done = new Set<number>();
  for (let at = 0; at < claimed.length; at++) {
    if (claimed[at] === 0 || figures[candidates.figure(at)]!.kind !== 'money') continue;
    done.add(candidates.row(at) * figures.length + candidates.figure(at));
    const key = candidates.row(at) * 32 + candidates.exponent(at) + 16;
    const known = rows.get(key);
    if (known) known.count++;
    else rows.set(key, { count: 1, neighbour: candidates.neighbour(at) });
  }
  for (const [key, { count, neighbour }] of rows) {
    if (count < FELLOWS) continue;
    const row = Math.floor(key / 32);
    const exponent = (key % 32) - 16;
    figures.forEach(({ kind, column: { values } }, figure) => {
      if (kind !== 'money' || done.has(row * figures.length + figure)) return;
      const distance = Math.log10(Math.abs(values[row]! / values[neighbour]!));
      const residual = Math.abs(distance - exponent);
      if (residual <= Math.abs(exponent) / 2) candidates.add(row, figure, exponent, EVIDENCE.both, neighbour, distance, residual);
    });
  }
  const all = new Uint8Array(candidates.length).fill(1);
  all.set(claimed);
  return all;
}
