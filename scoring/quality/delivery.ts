/** What one source brought, and when it came. */
export interface Delivery {
  readonly source: string;
  /** Rows of the panel it gave at least one value to, in any order. */
  readonly rows: Int32Array;
  /** Fields it gives, keys left out. */
  readonly fields: readonly string[];
  /** ISO day it was received; null where nobody said. */
  readonly day: string | null;
}
