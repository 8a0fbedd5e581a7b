import { REASON } from './column';
import type { Evaluated } from './scored';

/**
 * Which indicators of a row have no value, as bits: indicator j is bit j mod 32 of word j ÷ 32, `missing[word][row]`.
 * What the total needs of a gap (points lost, weight to share out, coverage) is then a few table look-ups a row, whatever the number of indicators.
 */
export interface Absence {
  readonly missing: readonly Uint32Array[];
  /** Not applicable to the row: outside coverage, and nothing is lost. null where there is no such cell. */
  readonly inapplicable: readonly Uint32Array[] | null;
}

/** A relative rule that separates nobody or may not be used, and a cell said not to apply, take the indicator's weight out for that row: that is nobody's gap. */
export const TAKES_OUT: ReadonlySet<number> = new Set([REASON.not_applicable, REASON.constant, REASON.too_few, REASON.zero_not_allowed]);
const IS_INAPPLICABLE = Uint8Array.from({ length: 256 }, (_, reason) => (TAKES_OUT.has(reason) ? 1 : 0));

const known = new WeakMap<Evaluated, Absence>();

/** The gaps of an evaluation, found once. */
export function absenceOf(evaluated: Evaluated): Absence {
  let found = known.get(evaluated);
  if (!found) known.set(evaluated, (found = findAbsence(evaluated)));
  return found;
}

/** Hands the gaps of one evaluation on to another in which only one indicator's points differ. They stay the very same where its reasons do. */
export function passAbsenceOn(from: Evaluated, to: Evaluated, changed: number): void {
  const before = known.get(from);
  if (!before) return;
  const { reasons } = from.indicators[changed]!;
  if (to.indicators[changed]!.reasons.every((reason, row) => reason === reasons[row])) {
    known.set(to, before);
    return;
  }
  const after = { missing: [...before.missing], inapplicable: before.inapplicable && [...before.inapplicable] };
  const word = changed >>> 5;
  const bit = 1 << (changed & 31);
  const without = (bits: Uint32Array): Uint32Array => {
    const left = bits.slice();
    for (let row = 0; row < left.length; row++) left[row]! &= ~bit;
    return left;
  };
  after.missing[word] = without(after.missing[word]!);
  if (after.inapplicable) after.inapplicable[word] = without(after.inapplicable[word]!);
  const marked = mark(after, to.indicators[changed]!.reasons, changed);
  known.set(to, marked);
}

function findAbsence({ rows, indicators }: Evaluated): Absence {
  const words = Math.max(1, Math.ceil(indicators.length / 32));
  const nothing: Absence = { missing: Array.from({ length: words }, () => new Uint32Array(rows)), inapplicable: null };
  return indicators.reduce((absence, { reasons }, at) => mark(absence, reasons, at), nothing);
}

/** Sets one indicator's bits, in the bits given. */
function mark(absence: Absence, reasons: Uint8Array, at: number): Absence {
  const word = at >>> 5;
  const bit = 1 << (at & 31);
  const gaps = absence.missing[word]!;
  let apart = absence.inapplicable;
  for (let row = 0; row < reasons.length; row++) {
    const reason = reasons[row]!;
    if (reason === 0) continue;
    if (IS_INAPPLICABLE[reason] === 0) gaps[row]! |= bit;
    else {
      apart ??= absence.missing.map(() => new Uint32Array(reasons.length));
      apart[word]![row]! |= bit;
    }
  }
  return { missing: absence.missing, inapplicable: apart };
}

/**
 * Sums of weights over any set of bits, stage by stage: 1024 numbers a stage and word, 256 for each byte of the word, so that eight additions become one look-up.
 * The table of stage s and word w begins at `(s · words + w) · 1024`.
 */
export type BitSums = Float64Array;

/** A table for `sumOfBits`. `weightOf(indicator, stage)` counts where the indicator's bit is set or, with `clear`, where it is not. */
export function bitSums(
  indicators: number,
  stages: number,
  weightOf: (indicator: number, stage: number) => number,
  clear: 'set' | 'clear' = 'set',
): BitSums {
  const bytes = Math.max(1, Math.ceil(indicators / 32)) * 4;
  const sums = new Float64Array(stages * bytes * 256);
  const used = Math.ceil(indicators / 8);
  for (let stage = 0; stage < stages; stage++) {
    for (let byte = 0; byte < used; byte++) {
      for (let set = 0; set < 256; set++) {
        let sum = 0;
        for (let bit = 0; bit < 8; bit++) {
          const indicator = byte * 8 + bit;
          const counts = ((set >>> bit) & 1) === (clear === 'clear' ? 0 : 1);
          if (counts && indicator < indicators) sum += weightOf(indicator, stage);
        }
        sums[(stage * bytes + byte) * 256 + set] = sum;
      }
    }
  }
  return sums;
}

/** Sum over the bits of one word, from its table's beginning. Always the same order of additions, so that full and partial runs agree to the last bit. */
export function sumOfBits(sums: BitSums, at: number, bits: number): number {
  return (
    sums[at + (bits & 255)]! +
    sums[at + 256 + ((bits >>> 8) & 255)]! +
    sums[at + 512 + ((bits >>> 16) & 255)]! +
    sums[at + 768 + (bits >>> 24)]!
  );
}
