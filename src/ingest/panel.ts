import { REASON, wordAt, type Column, type NumberColumn, type TextColumn, type TruthColumn } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import type { Duplicate } from '../model/joined';
import type { FieldEntry } from '../model/recipe';
import type { Account, FileProblem, LedgerLine } from '../model/source';
import { fillAbsence, type Listing } from './panel/absence';
import { checkAgreement } from './panel/agree';
import { numberFirms } from './panel/firms';
import { mergeField, type Given } from './panel/merge';
import { originsOf, type Origins } from './panel/origins';
import { readPart, type PanelPart, type Part } from './panel/parts';
import { placeRows, type Placed } from './panel/place';
import { inRange } from './panel/range';
import { Conflicts, duplicatesOf, rowLines, settledAccount } from './panel/receipts';

export type { Origins } from './panel/origins';
export type { PanelPart } from './panel/parts';

/** What joining files gives. `panel` is null while something must be decided (`duplicates`) or cannot be (`problems` of severity error). */
export interface BuiltPanel {
  readonly panel: Panel | null;
  readonly origins: Origins;
  readonly duplicates: readonly Duplicate[];
  readonly problems: readonly FileProblem[];
  /** Rows and cells lost in joining; the lines of reading are in each `LoadedFile`. */
  readonly ledger: readonly LedgerLine[];
  /** Accounts after joining, in the order of the parts. */
  readonly accounts: readonly Account[];
}

/**
 * Joins loaded files to one panel by firm and year. Files add rows and fields; where two give the same field the first wins and the difference is
 * told. A single file with one row a firm-year is taken as it stands: its columns become the panel's without copying.
 */
export function buildPanel(given: readonly PanelPart[], dictionary: readonly FieldEntry[]): BuiltPanel {
  const read = given.map(readPart);
  const faults = read.filter((one): one is FileProblem => 'code' in one);
  const whole = read.filter((one): one is Part => !('code' in one));
  const problems = [...faults, ...(faults.length === 0 ? checkAgreement(whole, dictionary) : [])];
  const nothing = { panel: null, origins: { parts: [] }, duplicates: [], ledger: [], accounts: given.map(({ file }) => file.account) };
  if (whole.length === 0 || problems.length > 0) return { ...nothing, problems };

  const ranged = whole.map((part) => inRange(part, dictionary));
  const parts = ranged.map(({ part }) => part);
  const firms = numberFirms(parts);
  const { table, placed } = placeRows(parts, firms.codes, firms.keys.ends.length);
  const lines = placed.map((one, at) => [...rowLines(one), ...ranged[at]!.lines]);
  const settled = { ledger: lines.flat(), accounts: placed.map(({ part }, at) => settledAccount(part.file, lines[at]!)) };
  const undecided = placed.filter(({ part, repeated }) => part.recipe.duplicates === 'ask' && repeated.length > 0);
  if (undecided.length > 0) {
    const duplicates = undecided.flatMap((one) => duplicatesOf(one, (firm) => wordAt(firms.keys, firm)));
    const asked = undecided.map(({ part, repeated }) => problem('duplicate_rows', part, String(repeated.length), 'question'));
    return { ...nothing, duplicates, problems: [...firms.problems, ...asked] };
  }
  if (table.size === 0)
    return { ...nothing, ...settled, problems: [...firms.problems, ...parts.map((part) => problem('no_rows', part, '', 'error'))] };

  const isWhole = placed[0]!.placements[0]!.whole;
  const firm = isWhole ? firms.codes[0]! : table.firm.slice(0, table.size);
  const year = isWhole ? table.year : table.year.slice(0, table.size);
  const conflicts = new Conflicts();
  const tell = (field: string) => (row: number, part: number, first: string, second: string) =>
    conflicts.add(parts[part]!.file.source, `${wordAt(firms.keys, firm[row]!)} ${year[row]} ${field}`, `${first} | ${second}`);
  const fields = mergeFields(placed, table.size, dictionary, tell);
  fillFromLists(fields, placed, year);
  const name = mergeNames(placed, table.size, firm, firms.keys, tell('firm_name'));
  const panel: Panel = { rows: table.size, firm, firmKeys: firms.keys, year, name, fields, currency: currencyOf(parts) };
  return {
    panel,
    origins: originsOf(placed, table.size),
    duplicates: [],
    problems: [...firms.problems, ...conflicts.problems()],
    ...settled,
  };
}

function problem(code: string, { file }: Part, given: string, severity: FileProblem['severity']): FileProblem {
  return { code, source: file.source, where: '', given, severity };
}

type Tell = (field: string) => (row: number, part: number, first: string, second: string) => void;

/** Every field with what the files give for it, in the order of the files. Lists of events give their count. */
function mergeFields(placed: readonly Placed[], rows: number, dictionary: readonly FieldEntry[], tell: Tell): Map<string, Column> {
  const givens = new Map<string, Given[]>();
  const add = (field: string, one: Given): void => void givens.set(field, [...(givens.get(field) ?? []), one]);
  placed.forEach(({ part, placements }, at) => {
    const { events } = part.recipe;
    if (events)
      return add(events.field, { part: at, whole: false, ...counted(placements[0]!.rows, rows, isFlag(events.field, dictionary)) });
    for (const { field, column, said } of part.taken) {
      for (const { year, rows: targets, whole } of placements) {
        if (said.year === null || said.year === year) add(field, { part: at, column, rows: targets, whole });
      }
    }
  });
  return new Map([...givens].map(([field, list]) => [field, mergeField(list, rows, tell(field))]));
}

function isFlag(field: string, dictionary: readonly FieldEntry[]): boolean {
  return dictionary.find(({ id }) => id === field)?.kind === 'flag';
}

/** Events a firm-year: a count, or for a flag field that there are any. */
function counted(
  targets: Int32Array,
  rows: number,
  flag: boolean,
): { readonly column: NumberColumn | TruthColumn; readonly rows: Int32Array } {
  const counts = new Float64Array(rows);
  for (const target of targets) if (target !== -1) counts[target] = flag ? 1 : counts[target]! + 1;
  const own = Int32Array.from(counts, (count, row) => (count > 0 ? row : -1));
  return { column: { kind: flag ? 'truth' : 'number', values: counts, reasons: new Uint8Array(rows) }, rows: own };
}

/** For each file that does not stand for every firm-year: what its silence means for its flags and counts. */
function fillFromLists(fields: Map<string, Column>, placed: readonly Placed[], year: Int32Array): void {
  for (const { part, placements } of placed) {
    if (placements.some(({ whole }) => whole)) continue;
    const listed = new Uint8Array(year.length);
    for (const { rows } of placements) for (const target of rows) if (target !== -1) listed[target] = 1;
    if (listed.every((one) => one === 1)) continue;
    const { events } = part.recipe;
    // A table of heads that misses a firm has not collected it; only a list of events or flags has an absence to interpret.
    const kinds = part.recipe.absence.means === 'none' ? ['flag', 'count'] : ['flag'];
    const answered = events ? [events.field] : part.taken.filter(({ said }) => kinds.includes(said.kind)).map(({ field }) => field);
    for (const field of new Set(answered)) {
      const column = fields.get(field)!;
      const listing: Listing = { part, field, listed };
      if (column.kind === 'number' || column.kind === 'truth')
        fields.set(field, fillAbsence(column, listing, year, fields.get('district')));
    }
  }
}

/** Names as the files give them that year. Where no file has a name column the key is the name. */
function mergeNames(
  placed: readonly Placed[],
  rows: number,
  firm: Int32Array,
  keys: TextColumn['words'],
  tell: ReturnType<Tell>,
): TextColumn {
  const given = placed.flatMap(({ part, placements }, at) =>
    part.name === null ? [] : placements.map((one): Given => ({ part: at, column: part.name!, rows: one.rows, whole: one.whole })),
  );
  if (given.length === 0) return { kind: 'text', codes: firm, words: keys, reasons: new Uint8Array(rows).fill(REASON.present) };
  const merged = mergeField(given, rows, tell);
  if (merged.kind !== 'text') throw new TypeError(`firm_name came out as ${merged.kind}`);
  return merged;
}

function currencyOf(parts: readonly Part[]): string {
  const first = parts.find(({ taken }) => taken.some(({ said }) => said.kind === 'money')) ?? parts[0]!;
  return first.recipe.currency;
}
