import { REASONS, wordAt, type Words } from '../../../scoring/column';
import type { SupportEvent } from '../../model/joined';
import type { SupportKind } from '../../model/recipe';
import type { Origin } from '../../model/source';
import { isoDay } from './days';
import type { Part } from './parts';
import { figures, supportYear } from './place-support';
import type { Placed } from './placed';
import { factorOf } from './range';
import { kindReader, KIND_WORDS } from './support-kind';

/** One list of support that reached the panel. */
export type SupportList = Placed & { readonly dated: NonNullable<Placed['dated']> };

/** Lists of support among what was placed. */
export function supportLists(placed: readonly Placed[]): readonly SupportList[] {
  return placed.filter((one): one is SupportList => one.dated !== undefined && one.part.recipe.dated?.is === 'support');
}

/** The records of firms that are in the panel, kept as columns: those of a firm together, oldest first, those without a day last. */
export class SupportBook {
  readonly total: number;
  readonly #lists: readonly { readonly part: Part; readonly kindOf: (row: number) => SupportKind }[];
  readonly #firms: ReadonlyMap<string, number>;
  readonly #starts: Uint32Array;
  /** Position of the list and row in it, by record. */
  readonly #list: Uint16Array;
  readonly #row: Uint32Array;

  constructor(lists: readonly SupportList[], codes: readonly Int32Array[], keys: Words) {
    this.#lists = lists.map(({ part }) => ({ part, kindOf: kindReader(part).kindOf }));
    const firms = new Map<number, [list: number, row: number, day: number][]>();
    lists.forEach(({ part, fates }, list) => {
      const days = figures(part, 'support_date');
      for (let row = 0; row < fates.length; row++) {
        if (fates[row] !== 0) continue;
        const firm = codes[list]![row]!;
        const day = days && days.reasons[row] === 0 ? days.values[row]! : yearEnd(supportYear(part, days, row));
        const own = firms.get(firm);
        if (own) own.push([list, row, day]);
        else firms.set(firm, [[list, row, day]]);
      }
    });
    const all = [...firms.values()].flatMap((own) => own.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]));
    this.total = all.length;
    this.#firms = new Map([...firms.keys()].map((firm, at) => [wordAt(keys, firm), at]));
    this.#starts = new Uint32Array(firms.size + 1);
    [...firms.values()].forEach((own, at) => (this.#starts[at + 1] = this.#starts[at]! + own.length));
    this.#list = Uint16Array.from(all, ([list]) => list);
    this.#row = Uint32Array.from(all, ([, row]) => row);
  }

  /** What a firm received, by its key, oldest first; empty for a firm without records. */
  of(firm: string): readonly SupportEvent[] {
    const at = this.#firms.get(firm);
    if (at === undefined) return [];
    return Array.from(this.#row.subarray(this.#starts[at], this.#starts[at + 1]), (row, index) =>
      this.#event(this.#list[this.#starts[at]! + index]!, row),
    );
  }

  #event(list: number, row: number): SupportEvent {
    const { part, kindOf } = this.#lists[list]!;
    const days = figures(part, 'support_date');
    const amounts = figures(part, 'support_amount');
    const ends = figures(part, 'support_end');
    const year = supportYear(part, days, row);
    return {
      kind: kindOf(row),
      date: (days && days.reasons[row] === 0 ? isoDay(days.values[row]!) : null) ?? (year === 0 ? null : String(year)),
      name: textAt(part, 'support_name', row),
      amount: amounts && amounts.reasons[row] === 0 ? amounts.values[row]! : null,
      office: textAt(part, 'support_office', row),
      end: ends && ends.reasons[row] === 0 ? isoDay(ends.values[row]!) : null,
      source: part.file.source,
      line: part.file.lines[row]!,
    };
  }
}

/** A record of which only the year is known stands behind the dated ones of that year. */
function yearEnd(year: number): number {
  return year === 0 ? Infinity : Date.UTC(year, 11, 31) / 86_400_000;
}

function textAt({ taken }: Part, field: string, row: number): string {
  const column = taken.find((one) => one.field === field)?.column;
  return column?.kind === 'text' && column.reasons[row] === 0 ? wordAt(column.words, column.codes[row]!) : '';
}

/** Records without a year, and words that name no kind: what a person should see of a list. */
export function supportDoubts(list: SupportList): { readonly undated: number; readonly unknownKinds: readonly string[] } {
  const { part, fates } = list;
  const days = figures(part, 'support_date');
  let undated = 0;
  for (let row = 0; row < fates.length; row++) if (fates[row] === 0 && supportYear(part, days, row) === 0) undated++;
  return { undated, unknownKinds: kindReader(part).unknown };
}

/** What one record gives a field of its firm-year; null where the list does not give that field. */
export function supportValue(
  part: Pick<Part, 'taken' | 'recipe'>,
  field: string,
  row: number,
): Partial<Pick<Origin, 'value' | 'reason' | 'column' | 'unit' | 'factor'>> | null {
  if (field === 'support_count') return {};
  if (field === 'support_kinds') return { value: [KIND_WORDS[kindReader(part).kindOf(row)]] };
  const amount = field === 'support_amount' ? part.taken.find((one) => one.field === field) : undefined;
  if (amount?.column.kind !== 'number') return null;
  const { column, said } = amount;
  const value = column.reasons[row] === 0 ? column.values[row]! : null;
  return { value, reason: REASONS[column.reasons[row]!]!, column: said.header, unit: said.unit, factor: factorOf(said.unit) };
}
