import { absenceOf, bitSums, sumOfBits } from './absence';
import type { Evaluated, Weights } from './scored';

/** Weight with a value ÷ weight applicable, of some rows; 0 where nothing applies or the row has no stage. A bonus nobody must have is outside coverage. */
export function coverageOf(evaluated: Evaluated, weights: Weights, rows: Int32Array): Float64Array {
  const { scheme, stage } = evaluated;
  const { missing, inapplicable } = absenceOf(evaluated);
  const base = new Set(scheme.groups.flatMap(({ id, kind }) => (kind === 'base' ? [id] : [])));
  const isBase = scheme.indicators.map(({ group }) => base.has(group));
  const present = bitSums(isBase.length, Math.max(1, scheme.stages.length), (at, s) => (isBase[at] ? weights[at]![s]! : 0), 'clear');
  return Float64Array.from(rows, (row) => {
    const s = stage[row]!;
    let known = 0;
    let applicable = 0;
    for (let word = 0; s >= 0 && word < missing.length; word++) {
      const at = (s * missing.length + word) << 10;
      const apart = inapplicable ? inapplicable[word]![row]! : 0;
      known += sumOfBits(present, at, missing[word]![row]! | apart);
      applicable += sumOfBits(present, at, apart);
    }
    return applicable > 0 ? known / applicable : 0;
  });
}
