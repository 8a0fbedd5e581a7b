import type { RecipeColumn } from '../model/recipe';
import type { FieldKind, FoundColumn, FoundFile } from '../model/source';
import { isNumeric, isShareHeader, looksPercent, separatorOf, unitOf } from './column-guess';
import { bareYear, readHeading } from './heading';
import { ownFieldId } from './own-fields';
import { recognise, type HeaderIndex, type Recognised } from './recognise';
import { parseUnit } from './units';

/** Headers of columns that number the rows: never a field. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['序号', '行号', 'no', 'no.', '#', 'rownames', 'row']);

/** Whether a column only numbers the rows. */
export function isRowNumber(header: string): boolean {
  return ROW_NUMBERS.has(header.trim().toLowerCase());
}

/** Says something a person should see. */
export type Note = (code: string, where: string, given: string) => void;

/** What a column's guess depends on besides the column. */
export interface Around {
  readonly found: FoundFile;
  readonly index: HeaderIndex;
  readonly hasYear: boolean;
  readonly series: ReadonlyMap<string, Set<number>>;
  readonly note: Note;
}

/** Unknown headers that differ only by a year (`设备投资2022`, `设备投资2023`): name → its years. One year alone is part of a name. */
export function yearSeries(
  guesses: readonly { readonly found: FoundColumn; readonly known: Recognised | null }[],
): ReadonlyMap<string, Set<number>> {
  const series = new Map<string, Set<number>>();
  for (const { found, known } of guesses) {
    const { name, year } = readHeading(found.header);
    if (known || year === null || name === '') continue;
    series.set(name, (series.get(name) ?? new Set()).add(year));
  }
  return series;
}

/** A column the dictionary does not know: a field of the file's own. Empty and row-number columns are not taken. */
export function ownColumn(found: FoundColumn, { found: file, index, hasYear, series, note }: Around): RecipeColumn {
  const heading = readHeading(found.header);
  const bare = hasYear ? null : bareYear(found.header);
  const nothing = { header: found.header, at: found.at, field: null, kind: found.kind, unit: null, year: null, separator: null };
  if (isRowNumber(found.header)) return nothing;
  if (found.filled === 0) {
    // Only a sample was looked at: a person should know that nothing of this column is taken.
    if (found.header !== '') note('empty_column', found.header, '');
    return nothing;
  }
  if (bare !== null && isNumeric(found.kind)) return valueOfYear(found, bare, file, index);
  let kind: FieldKind = found.kind === 'year' ? 'number' : found.kind;
  if (kind === 'number' && heading.unit !== null && parseUnit(heading.unit)?.measure === 'money') kind = 'money';
  let unit = unitOf(kind, heading, found, file.unit);
  if ((kind === 'number' || kind === 'ratio') && isShareHeader(found.header) && unit === null && looksPercent(found.header, found)) {
    [kind, unit] = ['ratio', '%'];
    note('percent_guessed', found.header, found.samples[0] ?? '');
  }
  const dated = heading.year !== null && (series.get(heading.name)?.size ?? 0) > 1;
  const field = ownFieldId(dated ? heading.name : found.header, found.at);
  return { ...nothing, field, kind, unit, year: dated ? heading.year : null, separator: kind === 'set' ? separatorOf(found) : null };
}

/** A column headed by nothing but a year holds the figure the file is named after (`营业收入.csv`), or else a field `x_value`. */
function valueOfYear(found: FoundColumn, year: number, file: FoundFile, index: HeaderIndex): RecipeColumn {
  const titles = [
    file.source.replace(/\.[^.]*$/, ''),
    ...file.preview.filter(({ fate }) => fate === 'above').flatMap(({ cells }) => cells),
  ];
  const known = titles.map((title) => recognise(title, index)).find((one) => one !== null && isNumeric(one.entry.kind));
  const kind = known?.entry.kind ?? found.kind;
  const heading = known?.heading ?? readHeading('');
  return {
    header: found.header,
    at: found.at,
    field: known?.entry.id ?? ownFieldId(titles[0]!, found.at),
    kind,
    unit: unitOf(kind, heading, found, file.unit),
    year,
    separator: null,
  };
}

/** Own fields of equal name stay apart: the second becomes `x_name_2`. Columns of different years share theirs. */
export function uniqueOwn(columns: readonly RecipeColumn[]): RecipeColumn[] {
  const taken = new Set<string>();
  return columns.map((one) => {
    if (one.field === null || !one.field.startsWith('x_')) return one;
    let field = one.field;
    for (let turn = 2; taken.has(`${field} ${one.year}`); turn++) field = `${one.field}_${turn}`;
    taken.add(`${field} ${one.year}`);
    return { ...one, field };
  });
}
