import { packWords, REASON, type Column, type NumberColumn } from '../../../scoring/column';
import { SUPPORT_KINDS } from '../../model/recipe';
import { covers } from './absence';
import { figures, supportYear } from './place-support';
import type { SupportList } from './support';
import { kindReader, KIND_WORDS } from './support-kind';

/** Fields that lists of support give a firm-year. */
export const SUPPORT_FIELDS: readonly string[] = ['support_count', 'support_kinds', 'support_amount'];

/** What the panel's rows are: firm, year and, where a file gives it, district. */
export interface RowKeys {
  readonly firm: Int32Array;
  readonly year: Int32Array;
  readonly district: Column | undefined;
}

/**
 * Support as fields of the firm-year it was received in: how often, of what kinds, how much. A firm-year without any is known to have none only where every
 * list says that absence means none and covers it, and no record of that firm lies undated. Sums are over the lists that give amounts; one with an amount
 * missing is missing with that reason.
 */
export function supportFields(lists: readonly SupportList[], codes: readonly Int32Array[], keys: RowKeys): ReadonlyMap<string, Column> {
  const fields = new Map<string, Column>();
  if (lists.length === 0) return fields;
  const counts = new Float64Array(keys.year.length);
  const bits = new Uint32Array(keys.year.length);
  for (const { part, dated } of lists) {
    const { kindOf } = kindReader(part);
    dated.targets.forEach((target, index) => {
      counts[target]!++;
      bits[target]! |= 1 << SUPPORT_KINDS.indexOf(kindOf(dated.fileRows[index]!));
    });
  }
  const none = knownNone(lists, codes, keys);
  const reasons = Uint8Array.from(counts, (count, row) => (count > 0 || none[row] === 1 ? 0 : REASON.absence_unknown));
  const words = packWords(SUPPORT_KINDS.map((kind) => KIND_WORDS[kind]));
  fields.set('support_count', { kind: 'number', values: counts.map((count, row) => (reasons[row] === 0 ? count : NaN)), reasons });
  fields.set('support_kinds', { kind: 'set', bits, width: 1, words, reasons });
  const amounts = amountField(lists, codes, keys);
  if (amounts) fields.set('support_amount', amounts);
  return fields;
}

function amountField(lists: readonly SupportList[], codes: readonly Int32Array[], keys: RowKeys): NumberColumn | null {
  const given = lists.flatMap((one, at) => (figures(one.part, 'support_amount') ? [{ one, codes: codes[at]! }] : []));
  if (given.length === 0) return null;
  const values = new Float64Array(keys.year.length).fill(NaN);
  const reasons = new Uint8Array(keys.year.length);
  for (const { part, dated } of given.map(({ one }) => one)) {
    const own = figures(part, 'support_amount')!;
    dated.targets.forEach((target, index) => {
      const row = dated.fileRows[index]!;
      if (own.reasons[row] !== 0) reasons[target] ||= own.reasons[row]!;
      else values[target] = (Number.isNaN(values[target]!) ? 0 : values[target]!) + own.values[row]!;
    });
  }
  const none = knownNone(
    given.map(({ one }) => one),
    given.map((one) => one.codes),
    keys,
  );
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== 0) values[row] = NaN;
    else if (Number.isNaN(values[row]!)) {
      if (none[row] === 1) values[row] = 0;
      else reasons[row] = REASON.absence_unknown;
    }
  }
  return { kind: 'number', values, reasons };
}

/** 1 where a firm-year without records in these lists is known to have none. */
function knownNone(lists: readonly SupportList[], codes: readonly Int32Array[], { firm, year, district }: RowKeys): Uint8Array {
  const known = new Uint8Array(year.length).fill(1);
  lists.forEach(({ part, fates }, at) => {
    const { absence } = part.recipe;
    const isCovered = absence.means === 'none' ? covers(absence, year, district?.kind === 'text' ? district : undefined) : () => false;
    const days = figures(part, 'support_date');
    const undated = new Set<number>();
    for (let row = 0; row < fates.length; row++) if (fates[row] === 0 && supportYear(part, days, row) === 0) undated.add(codes[at]![row]!);
    for (let row = 0; row < known.length; row++) if (!isCovered(row) || undated.has(firm[row]!)) known[row] = 0;
  });
  return known;
}
