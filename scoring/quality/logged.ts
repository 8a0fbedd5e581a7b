import type { Panel } from '../panel';
import type { Figures } from './figures';
import { firmOrder } from './firm-order';

/** The sizes of one field as logs (base 10), in firm order; NaN where there is no figure, or it is 0. A known slip is taken out by the rule that found it. */
export interface Logged {
  readonly figures: Figures;
  readonly logs: Float64Array;
}

/** Leading bits of the fraction that are looked up. */
const BITS = 12;
/** Log of 1.f at the middle of each step of the fraction. */
const FRACTION = Float64Array.from({ length: 1 << BITS }, (_, step) => Math.log10(1 + (step + 0.5) / (1 << BITS)));
/** Where the high half of a float stands in its pair of 32-bit words. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * Logs of a field, right to 0.00006 (a figure to 0.013 %): read off the bits of the numbers, in a tenth of the time of Math.log10, which twenty
 * fields of a million rows feel. `into` is memory to use, as long as the panel.
 */
export function loggedOf(panel: Panel, figures: Figures, into: Float64Array): Logged {
  const { order } = firmOrder(panel);
  const { buffer, byteOffset, length } = figures.column.values;
  const words = new Uint32Array(buffer, byteOffset, 2 * length);
  for (let i = 0; i < order.length; i++) {
    const high = words[2 * order[i]! + HIGH]! & 0x7fffffff;
    const exponent = high >>> 20;
    // 0 and what is smaller than any figure; infinity and NaN.
    into[i] =
      exponent === 0 || exponent === 2047
        ? NaN
        : (exponent - 1023) * Math.LOG10E * Math.LN2 + FRACTION[(high >>> (20 - BITS)) & ((1 << BITS) - 1)]!;
  }
  return { figures, logs: into };
}
