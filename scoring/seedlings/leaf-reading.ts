import type { MeasureId } from '../distribution/format';
import type { Operator } from './format';

/** What a condition without parts says of some rows, and what it looked at. */
export interface LeafReading {
  readonly verdicts: Uint8Array;
  /** null of a truth, a type of path and a manual look, which have no figure. */
  readonly values: Float64Array | null;
  /**
   * Why nothing can be said, or there is no figure. `incomplete_group` stands beside a score or group that is there but may yet move across the threshold; a byte beyond
   * the reasons of columns is a firm without a rank (see `UNRANKED`).
   */
  readonly reasons: Uint8Array;
  readonly measure: MeasureId | null;
  readonly operator: Operator | null;
  readonly threshold: number | null;
}
