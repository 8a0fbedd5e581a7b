import list from '../../../data/segments/age-bands.json';
import { packWords, REASON, type Column, type TextColumn } from '../../../scoring/column';
import { yearOfDay } from './days';

/** Rule by its id, for a trace. */
export const AGE_RULE = list.id;

/** Age band of each row by data/segments/age-bands.json: full years on 31 December of the row's year. null without founding dates. */
export function ageBand(fields: ReadonlyMap<string, Column>, year: Int32Array): TextColumn | null {
  const founded = fields.get('found_date');
  if (founded?.kind !== 'number') return null;
  const tops = list.items.map(({ upTo }) => upTo ?? Infinity);
  const codes = new Int32Array(year.length).fill(-1);
  const reasons = new Uint8Array(year.length);
  for (let row = 0; row < year.length; row++) {
    const age = founded.reasons[row] === 0 ? year[row]! - yearOfDay(founded.values[row]!) : NaN;
    if (founded.reasons[row] !== 0) reasons[row] = founded.reasons[row]!;
    else if (!(age >= 0)) reasons[row] = REASON.out_of_range;
    else codes[row] = tops.findIndex((top) => age <= top);
  }
  return codes.every((code) => code === -1) ? null : { kind: 'text', codes, words: packWords(list.items.map(({ zh }) => zh)), reasons };
}
