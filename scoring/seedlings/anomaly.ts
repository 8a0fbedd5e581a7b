import { REASON } from '../column';
import type { Cells } from '../formula/step';
import { type RobustScale, robustScale } from '../statistics/robust-scale';
import { sortedOf } from '../statistics/sorted';
import { bytesOf } from './by-position';
import { SAYS } from './format';

/** Robust z beyond which a growth is out of line with its peers (Iglewicz & Hoaglin 1993). */
export const FAR = 3.5;
/** With fewer peers in the industry than this, all firms of the year are the peers. */
const LEAST_PEERS = 10;
/** Of fewer firms nothing can be out of line. */
const LEAST = 3;

/** Robust z of each firm, and among how many it was taken, by position. */
export interface Apart {
  readonly z: Cells;
  readonly peers: Int32Array;
}

/**
 * Robust z of figures among the firms of the same set; a set below 0 is none. Too small a set is compared with everybody. Where all peers are equal
 * nobody is out of line: 0.
 */
export function robustZ({ values, reasons }: Cells, set: Int32Array, sets: number): Apart {
  const z: Cells = { values: new Float64Array(values.length).fill(NaN), reasons: reasons.slice() };
  const peers = new Int32Array(values.length);
  const everybody = spreadOf(values);
  const own = spreadsBySet(values, set, sets);
  for (let i = 0; i < values.length; i++) {
    if (reasons[i] !== 0) continue;
    const inSet = set[i]! >= 0 ? own[set[i]!] : undefined;
    const of = inSet && inSet.n >= LEAST_PEERS ? inSet : everybody;
    peers[i] = of.n;
    if (of.n < LEAST) z.reasons[i] = REASON.too_few;
    else z.values[i] = of.scale > 0 ? (values[i]! - of.median) / of.scale : 0;
  }
  return { z, peers };
}

type Spread = RobustScale & { readonly n: number };

function spreadOf(values: Float64Array): Spread {
  const sorted = sortedOf(values);
  return sorted.length > 0 ? { ...robustScale(sorted), n: sorted.length } : { median: NaN, scale: NaN, n: 0 };
}

function spreadsBySet(values: Float64Array, set: Int32Array, sets: number): Spread[] {
  const starts = new Int32Array(sets + 1);
  for (let i = 0; i < values.length; i++) if (set[i]! >= 0) starts[set[i]! + 1]!++;
  for (let code = 0; code < sets; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const gathered = new Float64Array(starts[sets]!);
  for (let i = 0; i < values.length; i++) if (set[i]! >= 0) gathered[next[set[i]!]!++] = values[i]!;
  return Array.from({ length: sets }, (_, code) => spreadOf(gathered.subarray(starts[code], starts[code + 1])));
}

/** Out of line is for a person to look at, an error of the data first: never a merit by itself. */
export function anomalyVerdicts({ z: { values } }: Apart): Uint8Array {
  return bytesOf(values.length, (i) => (Number.isNaN(values[i]!) ? SAYS.unknown : values[i]! > FAR ? SAYS.review : SAYS.unmet));
}
