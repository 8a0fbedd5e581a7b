import named from '../../data/sql-columns.json';
import dictionary from '../../data/fields.json';
import type { DerivedMeasure } from '../../scoring/scheme/derived';
import { sqlName } from '../engine/sql-name';
import type { SqlStatement } from '../engine/sql-statements';
import type { FieldEntry } from '../model/recipe';
import type { FieldKind } from '../model/source';
import type { SourceTable } from './rooms';
import type { SqlMeasure, SqlName, SqlTable } from './sql-face';

const ENTRIES: ReadonlyMap<string, FieldEntry> = new Map((dictionary as readonly FieldEntry[]).map((entry) => [entry.id, entry]));
const KIND_OF_TYPE: Readonly<Record<string, FieldKind>> = { DOUBLE: 'number', BOOLEAN: 'flag', 'VARCHAR[]': 'set' };

/** The panel, its columns as the engine has them, under the names of the data's own fields and the dictionary. */
export function panelTable(
  columns: readonly { readonly name: string; readonly type: string }[],
  fields: readonly FieldEntry[],
  rows: number,
): SqlTable {
  const own = new Map(fields.map((entry) => [entry.id, entry]));
  return {
    name: 'panel',
    is: 'panel',
    source: null,
    rows,
    columns: columns.map(({ name, type }) => nameOf(name, own.get(name) ?? ENTRIES.get(name), KIND_OF_TYPE[type] ?? 'text')),
  };
}

/** Before the panel has been counted. */
export const UNCOUNTED: ReadonlyMap<string, number> = new Map();

/** The usual ratios these data allow; a growth would need the year before beside each row, which no expression has. Divided by nothing it is missing. */
export function ratiosOf(derived: readonly DerivedMeasure[]): readonly SqlMeasure[] {
  return derived.flatMap(({ id, zh, en, kind, unit, formula }) => {
    const parts = /^(\w+) \/ (\w+)$/.exec(formula);
    if (!parts) return [];
    const expression = `${sqlName(parts[1]!)} / nullif(${sqlName(parts[2]!)}, 0)`;
    return [{ name: id, zh, en, kind: kind as FieldKind, unit, expression }];
  });
}

/** Table `score` as it will be once it is asked for (`scoreTable`). */
export const SCORE_TABLE: SqlTable = {
  name: 'score',
  is: 'score',
  source: null,
  rows: null,
  columns: (
    [
      ['firm', 'code'],
      ['year', 'year'],
      ['score', 'number'],
      ['coverage', 'ratio'],
      ['status', 'text'],
      ['rank', 'count'],
    ] as const
  ).map(([name, kind]) => nameOf(name, undefined, kind)),
};

/** The loaded sources, each under the name of its file; one that differs from another only in case, or is called like a table of ours, gets a number. */
export function sourceTablesOf(
  sources: readonly SourceTable[],
  fields: readonly FieldEntry[],
): readonly (SqlTable & { readonly from: SourceTable })[] {
  const own = new Map(fields.map((entry) => [entry.id, entry]));
  const used = new Set(['panel', 'score']);
  return sources.map((from) => {
    let name = from.source;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${from.source} (${number})`;
    used.add(name.toLowerCase());
    const columns = from.columns.map((column): SqlName => {
      const { zh, en, unit } = nameOf(column.field, own.get(column.field) ?? ENTRIES.get(column.field), column.kind);
      // The file's own heading is what whoever knows the file looks for.
      const isSaid = column.header === '' || column.header === zh || column.header === en;
      return { name: column.name, zh: isSaid ? zh : column.header, en: isSaid ? en : `${en} (${column.header})`, kind: column.kind, unit };
    });
    return { name, is: 'source', source: from.source, rows: from.rows, columns: [nameOf('line', undefined, 'count'), ...columns], from };
  });
}

/** Names of tables a statement speaks of, as far as can be seen: what merely is called the same costs a table too many, never one too few. */
export function mentioned({ text, code }: SqlStatement, names: readonly string[]): readonly string[] {
  const said = new Set(
    code.flatMap(({ kind, from, to }) => {
      const piece = text.slice(from, to);
      if (kind === 'word') return [piece.toLowerCase()];
      if (kind === 'name') return [piece.slice(1, -1).replaceAll('""', '"').toLowerCase()];
      return kind === 'text' && piece.startsWith("'") ? [piece.slice(1, -1).replaceAll("''", "'").toLowerCase()] : [];
    }),
  );
  return names.filter((name) => said.has(name.toLowerCase()));
}

function nameOf(name: string, entry: FieldEntry | undefined, kind: FieldKind): SqlName {
  const { zh, en } = entry ?? (Object.hasOwn(named, name) ? named[name as keyof typeof named] : { zh: name, en: name });
  return { name, zh, en, kind: entry?.kind ?? kind, unit: entry?.unit ?? '' };
}
