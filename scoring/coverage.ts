import { absenceOf, bitSums, sumOfBits, type Absence, type BitSums } from './absence';
import type { Evaluated, Weights } from './scored';

/** What coverage needs, made once a run. */
export interface CoverageWork {
  /** Row → stage; null where the scheme has none. */
  readonly stage: Int16Array | null;
  readonly absence: Absence;
  /** Weight of the base indicators whose bit is not set. A bonus nobody must have is outside coverage. */
  readonly present: BitSums;
  /** By stage: weight of all base indicators, as the table itself adds it up. */
  readonly full: readonly number[];
}

/** Gathers the weight tables. */
export function coverageWork(evaluated: Evaluated, weights: Weights): CoverageWork {
  const { scheme, stage } = evaluated;
  const absence = absenceOf(evaluated);
  const words = absence.missing.length;
  const stages = Math.max(1, scheme.stages.length);
  const base = new Set(scheme.groups.flatMap(({ id, kind }) => (kind === 'base' ? [id] : [])));
  const isBase = scheme.indicators.map(({ group }) => base.has(group));
  const present = bitSums(isBase.length, stages, (at, s) => (isBase[at] ? weights[at]![s]! : 0), 'clear');
  const full = Array.from({ length: stages }, (_, s) => {
    let sum = 0;
    for (let word = 0; word < words; word++) sum += sumOfBits(present, (s * words + word) << 10, 0);
    return sum;
  });
  return { stage: scheme.stages.length > 0 ? stage : null, absence, present, full };
}

/** Weight with a value ÷ weight applicable for a block of rows; 0 where nothing applies or the row has no stage. */
export function coverageBlock(work: CoverageWork, coverage: Float64Array, from: number, to: number): void {
  const { stage, absence, present, full } = work;
  if (stage === null && absence.missing.length === 1 && absence.inapplicable === null) {
    coverPlainly(absence.missing[0]!, present, full[0]!, coverage, from, to);
    return;
  }
  const { missing, inapplicable } = absence;
  const words = missing.length;
  for (let row = from; row < to; row++) {
    const s = stage === null ? 0 : stage[row]!;
    let known = 0;
    let applicable = 0;
    for (let word = 0; s >= 0 && word < words; word++) {
      const at = (s * words + word) << 10;
      const apart = inapplicable ? inapplicable[word]![row]! : 0;
      known += sumOfBits(present, at, missing[word]![row]! | apart);
      applicable += sumOfBits(present, at, apart);
    }
    coverage[row] = applicable > 0 ? known / applicable : 0;
  }
}

/** The usual case: no stages, at most 32 indicators, every one applicable. */
function coverPlainly(gaps: Uint32Array, present: BitSums, full: number, coverage: Float64Array, from: number, to: number): void {
  const whole = full > 0 ? 1 : 0;
  for (let row = from; row < to; row++) {
    const bits = gaps[row]!;
    coverage[row] = bits === 0 || whole === 0 ? whole : sumOfBits(present, 0, bits) / full;
  }
}
