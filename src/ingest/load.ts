import type { Recipe } from '../model/recipe';
import type { FileProblem, LoadedFile } from '../model/source';
import { canReadBytes, readFromBytes } from './byte-reader';
import type { ByteSource } from './byte-source';
import type { Reading } from './decode';
import { takenColumns } from './read-cell';
import { refusedSource } from './refused-source';
import { readWithPapa, type ReadTable } from './papa-reader';
import { sha256 } from './sha256';

export type Loaded = { readonly ok: true; readonly file: LoadedFile } | { readonly ok: false; readonly problems: readonly FileProblem[] };

export interface Loading extends Reading {
  /** SHA-256 of the whole file, where another worker finds it; absent: it is found here. */
  readonly digest?: (() => Promise<string>) | undefined;
}

/**
 * Reads a whole file by its recipe into typed columns, with a ledger line for every row left out and every cell changed or refused.
 * Nothing is loaded when the bytes do not fit the encoding. An abort is thrown as the signal's reason.
 */
export async function load(source: ByteSource, recipe: Recipe, reading: Loading = {}): Promise<Loaded> {
  const refused = await refusedSource(source, recipe.dialect.encoding);
  return refused ? { ok: false, problems: [refused] } : loadBy(readTable, source, recipe, reading);
}

/** Reads rows into a table, or says why the file cannot be read. */
export type TableReader = (source: ByteSource, recipe: Recipe, reading: Reading) => Promise<ReadTable | FileProblem>;

/** Loads with the reader of a format; what becomes of its table is the same for all. */
export async function loadBy(read: TableReader, source: ByteSource, recipe: Recipe, reading: Loading): Promise<Loaded> {
  const [table, digest] = await Promise.all([read(source, recipe, reading), digestOf(source, reading)]);
  if ('code' in table) return { ok: false, problems: [table] };
  const problems = problemsOf(source, recipe, table);
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return {
    ok: true,
    file: {
      source: source.name,
      sha256: digest,
      rows: table.lines.length,
      columns: takenColumns(recipe).map(({ at, header }, index) => ({ at, header, column: table.columns[index]! })),
      lines: table.lines,
      account: table.ledger.account(),
      ledger: table.ledger.store(source.name),
      dialect: recipe.dialect,
      width: table.width?.most ?? 0,
      lineIndex: table.lineIndex,
      problems,
    },
  };
}

/** SHA-256 of a source, found here or by whoever helps. */
export function digestOf(source: ByteSource, { digest, signal }: Loading): Promise<string> {
  return digest?.() ?? sha256(source, { signal });
}

/** The fast reader where it can, the slow one for everything odd. */
async function readTable(source: ByteSource, recipe: Recipe, reading: Reading): Promise<ReadTable | FileProblem> {
  return (canReadBytes(recipe) ? await readFromBytes(source, recipe, reading) : null) ?? (await readWithPapa(source, recipe, reading));
}

function problemsOf(source: ByteSource, recipe: Recipe, { width, lines, strays, problems: own }: ReadTable): FileProblem[] {
  const problems: FileProblem[] = [...(own ?? [])];
  const say = (code: string, where: string, given: string, severity: FileProblem['severity']) =>
    problems.push({ code, source: source.name, where, given, severity });
  if (!width || lines.length === 0) say('no_rows', '', '', 'error');
  for (const { at, header, field } of recipe.columns) {
    if (field !== null && width && at >= width.most) say('no_such_column', `column ${at + 1}`, header, 'error');
  }
  if (strays.count > 0) say('stray_quotes', `line ${strays.first}`, String(strays.count), 'warning');
  return problems;
}
