import { numberColumn, setColumn, textColumn, unpackWords, hasBit, REASONS, type Column } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import type { PanelPart } from '../../../src/ingest/panel';
import type { Recipe, RecipeColumn } from '../../../src/model/recipe';
import type { FieldKind } from '../../../src/model/source';

type Cells = readonly (number | string | readonly string[] | null)[];
/** Field, kind, cells; then what the recipe says more. */
export type Given = readonly [field: string, kind: FieldKind, cells: Cells, said?: Partial<RecipeColumn>];

/** A loaded file of literals: the first data row is line 2. */
export function part(given: readonly Given[], recipe: Partial<Recipe> = {}, source = 'a.csv'): PanelPart {
  const rows = given[0]![2].length;
  const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 1 } } as const;
  const columns = given.map(([field, kind, , said], at): RecipeColumn => ({
    header: field,
    at,
    field,
    kind,
    unit: null,
    year: null,
    separator: null,
    ...said,
  }));
  return {
    recipe: {
      format: 1,
      source,
      dialect,
      columns,
      year: null,
      duplicates: 'ask',
      currency: 'CNY',
      nulls: [],
      absence: { means: 'unknown', years: null, districts: null },
      events: null,
      ...recipe,
    },
    file: {
      source,
      sha256: `sha of ${source}`,
      rows,
      columns: given.map(([, kind, cells], at) => ({ at, header: columns[at]!.header, column: columnOf(kind, cells) })),
      lines: Uint32Array.from({ length: rows }, (_, row) => row + 2),
      account: { read: rows, loaded: rows, rejected: 0, skipped: 0, changedCells: 0, rejectedCells: 0 },
      ledger: { source, total: 0, lines: new Uint32Array(0), ats: new Int32Array(0), reasons: new Uint8Array(0) },
      dialect,
      width: given.length,
      lineIndex: { lines: new Uint32Array(0), offsets: new Float64Array(0) },
      problems: [],
    },
  };
}

function columnOf(kind: FieldKind, cells: Cells): Column {
  if (kind === 'text' || kind === 'code') return textColumn(cells as (string | null)[]);
  if (kind === 'set') return setColumn(cells as (string[] | null)[]);
  const numbers = numberColumn(cells as (number | null)[]);
  return kind === 'flag' ? { ...numbers, kind: 'truth' } : numbers;
}

/** Cells of a column, a missing one as its reason in angle brackets. */
export function cells(column: Column | undefined): unknown[] {
  if (!column) return ['no column'];
  return Array.from(column.reasons, (reason, row) => {
    if (reason !== 0) return `<${REASONS[reason]}>`;
    if (column.kind === 'text') return unpackWords(column.words)[column.codes[row]!];
    if (column.kind === 'set') return unpackWords(column.words).filter((_, bit) => hasBit(column, row, bit));
    return column.values[row];
  });
}

/** `A 2023` for each row. */
export function keys(panel: Panel | null): string[] {
  if (!panel) return ['no panel'];
  const words = unpackWords(panel.firmKeys);
  return Array.from(panel.firm, (firm, row) => `${words[firm]} ${panel.year[row]}`);
}
