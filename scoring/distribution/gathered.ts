import { gather, type Gathered } from './figures';
import type { Measured } from './measure';

const known = new WeakMap<Int32Array, Map<Float64Array, Gathered>>();
const KEPT = 12;

/** The figures of all rows of a frame, sorted once: selections come and go, the frame stays. */
export function gatheredOf(measured: Pick<Measured, 'values' | 'reasons' | 'ratio'>, rows: Int32Array): Gathered {
  let kept = known.get(rows);
  if (!kept) known.set(rows, (kept = new Map()));
  let found = kept.get(measured.values);
  if (!found) {
    kept.set(measured.values, (found = gather(measured, rows)));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  }
  return found;
}
