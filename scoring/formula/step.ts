import { REASON, type Words } from '../column';
import type { Panel } from '../panel';

/** Values of a block of rows: NaN exactly where a reason is set. Truth is 1 and 0. */
export interface Cells {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}

/** One node of a formula at work: `run` fills the buffers for `count` rows from position `from`. Buffers are reused block after block, so they stay in the cache. */
export interface NumberStep extends Cells {
  run(from: number, count: number): void;
}
export interface TextStep {
  readonly codes: Int32Array;
  readonly reasons: Uint8Array;
  readonly words: Words;
  run(from: number, count: number): void;
}

/** What an evaluation runs over. `size` is the length of every buffer. */
export interface Scope {
  readonly panel: Panel;
  /** Rows wanted, in this order; undefined is all rows. */
  readonly rows: Int32Array | undefined;
  readonly size: number;
}

export const cellsFor = ({ size }: Scope): Cells => ({ values: new Float64Array(size), reasons: new Uint8Array(size) });

/** The same value in every row. */
export function constantStep(scope: Scope, value: number): NumberStep {
  const { values, reasons } = cellsFor(scope);
  values.fill(value);
  return { values, reasons, run: () => undefined };
}

/** A field no loaded source gives: missing in every row. */
export function absentStep(scope: Scope): NumberStep {
  const { values, reasons } = cellsFor(scope);
  values.fill(NaN);
  reasons.fill(REASON.not_collected);
  return { values, reasons, run: () => undefined };
}

/** A step that runs its inputs and then fills its own buffers by one loop. */
export function stepOver(
  scope: Scope,
  inputs: readonly { run(from: number, count: number): void }[],
  fill: (out: Cells, count: number, from: number) => void,
): NumberStep {
  const out = cellsFor(scope);
  const run = (from: number, count: number): void => {
    for (const input of inputs) input.run(from, count);
    fill(out, count, from);
  };
  return { ...out, run };
}
