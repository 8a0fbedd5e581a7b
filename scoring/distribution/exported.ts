import type { Ranked } from '../board/context';
import type { Panel } from '../panel';
import { type Difference, differenceOfFirms } from '../statistics/differencing';
import { measuresOf } from './chart';
import type { ChartSpec, Frame } from './format';
import { frameRows, selectedOf } from './frame';
import { measureOf } from './measure';

/** Firms behind what was let out, by measures and year. */
const letOut = new WeakMap<Panel, Map<string, Int32Array[]>>();
/** Numbers kept of one measure and year, 80 MB: beyond it the oldest exports are no longer held against. */
const KEPT = 20e6;

/**
 * Holds the firms behind a chart, all and selected, against those of earlier charts of the same measures and year that were let out for the public. Where two
 * sets differ by 1 … k − 1 firms, the difference of two published figures would show these: it is answered, and the chart not let out. Otherwise null, and the
 * chart counts among the earlier ones. Other data begin anew.
 */
export function letOutOf(ctx: Ranked, spec: ChartSpec, frame: Frame, k: number): Difference | null {
  let known = letOut.get(ctx.panel);
  if (!known) letOut.set(ctx.panel, (known = new Map()));
  const key = JSON.stringify([[...measuresOf(spec)].sort(), frame.year]);
  const earlier = known.get(key) ?? [];
  const fresh: Int32Array[] = [];
  for (const after of setsOf(ctx, spec, frame)) {
    const differences = earlier.map((before) => differenceOfFirms(before, after, k));
    const refused = differences.find(({ isRefused }) => isRefused);
    if (refused) return refused;
    if (differences.every(({ firms }) => firms > 0)) fresh.push(after);
  }
  const kept = [...earlier, ...fresh];
  let numbers = kept.reduce((sum, { length }) => sum + length, 0);
  while (numbers > KEPT && kept.length > fresh.length) numbers -= kept.shift()!.length;
  known.set(key, kept);
  return null;
}

/** Numbers of the firms that have every measure of the chart: of the frame, and of them the selected. */
function setsOf(ctx: Ranked, spec: ChartSpec, frame: Frame): Int32Array[] {
  const rows = frameRows(ctx, frame);
  const columns = measuresOf(spec).flatMap((id) => {
    const measured = measureOf(ctx, id);
    return 'is' in measured ? [] : [measured.values];
  });
  const selected = selectedOf(ctx, frame.clauses, rows);
  const [all, some] = [new Set<number>(), new Set<number>()];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (columns.some((values) => Number.isNaN(values[row]!))) continue;
    all.add(ctx.panel.firm[row]!);
    if (selected?.[i] === 1) some.add(ctx.panel.firm[row]!);
  }
  return [all, ...(selected ? [some] : [])].map((firms) => Int32Array.from(firms));
}
