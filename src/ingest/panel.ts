import { wordAt, type Words } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import type { Duplicate, JoinReceipts, MatchReport } from '../model/joined';
import type { ConflictDecision } from '../model/project';
import type { FieldEntry } from '../model/recipe';
import type { Account, FileProblem, LedgerLine } from '../model/source';
import { checkAgreement } from './panel/agree';
import { ConflictBook, OPEN } from './panel/conflicts';
import { readDecisions } from './panel/decide';
import { deriveSegments } from './panel/derive';
import { numberFirms, type Firms } from './panel/firms';
import { joinReceipts, NO_RECEIPTS } from './panel/join-receipts';
import { fillFromLists, mergeFields, type Merged } from './panel/merge-fields';
import { NO_ORIGINS, originParts, type Origins } from './panel/origins';
import { KnownNames } from './panel/known-names';
import { readPart, type PanelPart, type Part } from './panel/parts';
import { placeRows, type Rows } from './panel/place';
import type { Placed } from './panel/placed';
import { inRange } from './panel/range';
import { withoutRenames } from './panel/without-renames';
import { duplicatesOf, rowLines, settledAccount } from './panel/receipts';
import { SupportBook, supportLists } from './panel/support';
import { supportFields } from './panel/support-fields';
import { unifyTitles } from './panel/titles-held';
import { joinProblems, problem } from './panel/told';

export type { ConflictBook } from './panel/conflicts';
export { giversOf, type Origins } from './panel/origins';
export type { PanelPart } from './panel/parts';
export type { SupportBook } from './panel/support';

/** What joining files gives. `panel` is null while something must be decided (`duplicates`) or cannot be (`problems` of severity error). */
export interface BuiltPanel {
  readonly panel: Panel | null;
  readonly origins: Origins;
  readonly duplicates: readonly Duplicate[];
  /** Where a panel was made, warnings only: what waits for a person beside it is in `matches` and `conflicts`. */
  readonly problems: readonly FileProblem[];
  /** Rows and cells lost in joining; the lines of reading are in each `LoadedFile`. */
  readonly ledger: readonly LedgerLine[];
  /** Accounts after joining, in the order of the parts. */
  readonly accounts: readonly Account[];
  /** Values that sources give differently. */
  readonly conflicts: ConflictBook;
  /** How firms without sure credit codes were found. */
  readonly matches: readonly MatchReport[];
  /** Support records of the firms in the panel. */
  readonly support: SupportBook;
  readonly receipts: JoinReceipts;
}

/** What people decided that joining applies. */
export interface JoinDecisions {
  readonly conflicts?: readonly ConflictDecision[];
}

/**
 * Joins loaded files to one panel by firm and year. Files add rows and fields; where two give the same field the stronger wins (`Recipe.wins`, then the
 * order of the files) unless a person decided, and the difference is kept. A single file with one row a firm-year is taken as it stands: its columns
 * become the panel's without copying. Segments that follow from other fields are added where no file gives them.
 */
export function buildPanel(given: readonly PanelPart[], dictionary: readonly FieldEntry[], decisions: JoinDecisions = {}): BuiltPanel {
  const read = given.map(readPart);
  const faults = read.filter((one): one is FileProblem => 'code' in one);
  const whole = read.filter((one): one is Part => !('code' in one));
  const problems = [...faults, ...(faults.length === 0 ? checkAgreement(whole, dictionary) : [])];
  const accounts = given.map(({ file }) => file.account);
  if (whole.length === 0 || problems.length > 0) return nothing({ problems, accounts });

  const ranged = whole.map((part) => inRange(part, dictionary));
  const parts = ranged.map(({ part }) => part);
  const firms = numberFirms(parts);
  const { table, placed } = placeRows(parts, firms.codes, firms.keys.ends.length);
  const lines = placed.map((one, at) => [...rowLines(one), ...ranged[at]!.lines]);
  const settled = {
    ledger: lines.flat(),
    accounts: placed.map(({ part }, at) => settledAccount(part.file, lines[at]!)),
    matches: firms.matches,
  };
  const undecided = placed.filter(({ part, repeated }) => part.recipe.duplicates === 'ask' && repeated.length > 0);
  if (undecided.length > 0) {
    const duplicates = undecided.flatMap((one) => duplicatesOf(one, (firm) => wordAt(firms.keys, firm)));
    const asked = undecided.map(({ part, repeated }) => problem('duplicate_rows', part, String(repeated.length), 'question'));
    return nothing({ accounts, matches: firms.matches, duplicates, problems: [...firms.problems, ...asked] });
  }
  if (table.size === 0) {
    const empty = parts.map((part) => problem(part.recipe.dated ? 'only_dated_lists' : 'no_rows', part, '', 'error'));
    return nothing({ ...settled, problems: [...firms.problems, ...empty] });
  }
  return { ...joined(placed, table, firms, dictionary, decisions), ...settled };
}

function nothing(told: Partial<BuiltPanel> & Pick<BuiltPanel, 'problems' | 'accounts'>): BuiltPanel {
  return {
    panel: null,
    origins: NO_ORIGINS,
    duplicates: [],
    ledger: [],
    conflicts: new ConflictBook([]),
    matches: [],
    support: new SupportBook([], [], { bytes: new Uint8Array(0), ends: new Uint32Array(0) }),
    receipts: NO_RECEIPTS,
    ...told,
  };
}

type Joined = Omit<BuiltPanel, 'ledger' | 'accounts' | 'matches'>;

/** The panel of placed rows, with everything that is told of it. */
function joined(
  placed: readonly Placed[],
  table: Rows['table'],
  firms: Firms,
  dictionary: readonly FieldEntry[],
  given: JoinDecisions,
): Joined {
  const isWhole = placed[0]!.placements[0]?.whole === true;
  const rows = table.size;
  const firm = isWhole ? firms.codes[0]! : table.firm.slice(0, rows);
  const year = isWhole ? table.year : table.year.slice(0, rows);
  const decisions = readDecisions(
    given.conflicts ?? [],
    placed.map(({ part }) => part.file.source),
    rowFinder(table, firms.keys),
  );
  const merged = mergeFields(placed, { rows, firm, keys: firms.keys, dictionary, decisions });
  const { fields } = merged;
  fillFromLists(fields, placed, year);
  const respelled = respellTitles(fields);
  const lists = supportLists(placed);
  const codes = lists.map((one) => firms.codes[placed.indexOf(one)]!);
  for (const [field, column] of supportFields(lists, codes, { firm, year, district: fields.get('district') }))
    if (!fields.has(field)) fields.set(field, column);
  const currency = currencyOf(placed);
  const derived = deriveSegments(fields, year, currency);
  const panel: Panel = { rows, firm, firmKeys: firms.keys, year, name: merged.name, fields, currency };
  const origins: Origins = { parts: originParts(placed, rows), derived, decided: decidedCells(merged) };
  const known = new KnownNames(placed, firms.codes, (number) => wordAt(firms.keys, number));
  const differing = new ConflictBook(withoutRenames(merged.conflicts, panel, origins, known), panel, origins);
  // A firm under two names is a doubt of its own, told with the names; the figures' conflicts would drown in it.
  const figures = merged.conflicts.filter(({ field }) => field !== 'firm_name');
  const conflicts = new ConflictBook(figures, panel, origins);
  const stale = (given.conflicts?.length ?? 0) - merged.used;
  return {
    panel,
    origins,
    duplicates: [],
    problems: [...firms.problems, ...joinProblems(placed, conflicts, stale, respelled)],
    conflicts,
    support: new SupportBook(lists, codes, firms.keys),
    receipts: joinReceipts(placed, firms.codes, firms.keys, differing, known),
  };
}

/** Row of a firm's key and year; −1 where there is none. Keys are numbered only where somebody asks. */
function rowFinder(table: Rows['table'], keys: Words): (firm: string, year: number) => number {
  let numbers: Map<string, number> | null = null;
  return (firm, year) => {
    numbers ??= new Map(Array.from(keys.ends, (_, at) => [wordAt(keys, at), at]));
    const number = numbers.get(firm);
    return number === undefined ? -1 : table.find(number, year);
  };
}

function decidedCells({ conflicts }: Merged): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  for (const { field, rows, decided } of conflicts)
    decided.forEach((part, at) => {
      if (part !== OPEN) cells.set(`${rows[at]!} ${field}`, part);
    });
  return cells;
}

/** Puts one spelling for two of a title; says which were changed. */
function respellTitles(fields: Merged['fields']): readonly string[] {
  const titles = fields.get('titles');
  if (titles?.kind !== 'set') return [];
  const { column, respelled } = unifyTitles(titles);
  fields.set('titles', column);
  return respelled;
}

function currencyOf(placed: readonly Placed[]): string {
  const parts = placed.map(({ part }) => part);
  const first = parts.find(({ taken }) => taken.some(({ said }) => said.kind === 'money')) ?? parts[0]!;
  return first.recipe.currency;
}
