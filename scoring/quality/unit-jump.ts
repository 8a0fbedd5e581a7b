import type { Panel } from '../panel';
import type { Figures } from './figures';
import type { Finding } from './format';
import { firmOrder } from './firm-order';
import { findJumps } from './jump';
import { loggedOf, type Logged } from './logged';
import { findOutliers } from './outlier';
import { peersOf, peerSpread, type Peers } from './peers';
import { RowList } from './row-list';
import { EVIDENCE } from './slip-candidates';
import { powerOfTen } from './slip-series';
import { slipsByHistory, type HistorySlips } from './slips-by-history';
import { openPlaces, slipsByPeers, type Measured } from './slips-by-peers';

/** What one field's history says of its rows. */
interface OfField {
  readonly slips: RowList;
  /** Row and exponent, one after the other. */
  readonly shifts: readonly number[];
  readonly open: readonly number[];
  readonly leapy: boolean;
}

/**
 * The rules over sizes of figures, in the order in which one cell has one doubt: a slip is said first (`unit_jump`), and what it explains is
 * neither a jump nor an outlier. `unit_jump` has the ratio to what the neighbours or peers suggest, and the factor that undoes the slip.
 */
export function findSizes(panel: Panel, figures: readonly Figures[]): readonly Finding[] {
  const { order, starts } = firmOrder(panel);
  const place = new Int32Array(panel.rows);
  order.forEach((row, i) => (place[row] = i));
  const history = historyOf(figures, slipsByHistory(panel, figures));
  const peers = peersOf(panel);
  const memory = new Float64Array(panel.rows);
  const heads = headsOf(panel, figures, history, place);
  const found = figures.flatMap((one, at): (Finding | null)[] => {
    const { slips, shifts, open, leapy } = history[at]!;
    const tell = (rule: 'unit_jump' | 'jump' | 'outlier', rows: RowList) => rows.finding(`${rule}:${one.field}`, rule, one.field);
    if (one.kind !== 'money' && one.kind !== 'count') return [tell('unit_jump', slips)];
    const logged = loggedOf(panel, one, memory);
    for (let i = 0; i < shifts.length; i += 2) logged.logs[place[shifts[i]!]!]! -= shifts[i + 1]!;
    const spread = peerSpread(logged.logs, peers);
    const places = leapy
      ? new Int32Array(0)
      : openPlaces(
          logged.logs,
          starts,
          Int32Array.from(open, (row) => place[row]!),
        );
    slipsByPeers(logged, places, measuresOf(logged, places, heads, peers, spread), (at, exponent, distance) =>
      slips.add(order[at]!, 10 ** distance, powerOfTen(-exponent)),
    );
    const jumps = one.positive ? findJumps(panel, logged, peers) : new RowList();
    return [tell('unit_jump', slips), tell('jump', jumps), tell('outlier', findOutliers(panel, logged, peers, spread))];
  });
  return found.filter((one) => one !== null);
}

function historyOf(figures: readonly Figures[], { candidates, claimed, leapy }: HistorySlips): readonly OfField[] {
  const fields = figures.map((_, at) => ({ slips: new RowList(), shifts: [] as number[], open: [] as number[], leapy: leapy[at]! }));
  for (let at = 0; at < candidates.length; at++) {
    const { slips, shifts, open } = fields[candidates.figure(at)]!;
    const row = candidates.row(at);
    if (candidates.evidence(at) === EVIDENCE.none) open.push(row);
    if (claimed[at] === 0) continue;
    slips.add(row, 10 ** candidates.distance(at), powerOfTen(-candidates.exponent(at)));
    shifts.push(row, candidates.exponent(at));
  }
  return fields;
}

/** Logs of the staff, their slips taken out; null where nobody gives the staff. */
function headsOf(panel: Panel, figures: readonly Figures[], history: readonly OfField[], place: Int32Array): Float64Array | null {
  const at = figures.findIndex(({ field }) => field === 'employees');
  if (at < 0) return null;
  const { logs } = loggedOf(panel, figures[at]!, new Float64Array(panel.rows));
  const { shifts } = history[at]!;
  for (let i = 0; i < shifts.length; i += 2) logs[place[shifts[i]!]!]! -= shifts[i + 1]!;
  return logs;
}

/** What open places are held against: money per head first, then the figure itself. */
function measuresOf(
  { figures, logs }: Logged,
  places: Int32Array,
  heads: Float64Array | null,
  peers: Peers,
  spread: Measured['spread'],
): Measured[] {
  const plain = { logs, set: peers.set, spread };
  if (places.length === 0 || !heads || figures.kind !== 'money') return [plain];
  const perHead = logs.map((log, i) => log - heads[i]!);
  return [{ logs: perHead, set: peers.set, spread: peerSpread(perHead, peers) }, plain];
}
