import { afterAll, beforeAll, expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn, unpackWords, type TextColumn } from '../../scoring/column';
import { sourceColumns, sourceTable } from '../../src/engine/source-table';
import { startNodeEngine } from '../../src/engine/start-node';
import { tablePiece } from '../../src/engine/table-pieces';
import type { RecipeColumn } from '../../src/model/recipe';
import type { LoadedFile } from '../../src/model/source';

const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

const taken = (at: number, field: string, year: number | null = null): RecipeColumn => ({
  header: '',
  at,
  field,
  kind: 'number',
  unit: null,
  year,
  separator: null,
});
/** A wide file: revenue of two years, staff taken twice, a field called like our own column. */
const file: Pick<LoadedFile, 'columns' | 'rows' | 'lines'> = {
  rows: 3,
  lines: Uint32Array.of(2, 3, 5),
  columns: [
    { at: 0, header: '企业', column: textColumn(['甲 "示例"', null, "O'Neil"]) },
    { at: 2, header: '2023年', column: numberColumn([1.5, null, 0]) },
    { at: 3, header: '2024年', column: numberColumn([2, 3, 4]) },
    { at: 4, header: '人数', column: numberColumn([1, 2, 3]) },
    { at: 5, header: '人数', column: numberColumn([4, 5, 6]) },
    { at: 6, header: '资质', column: setColumn([['高企', '瞪羚'], [], null]) },
    { at: 7, header: '行', column: numberColumn([7, 8, 9]) },
  ],
};
const recipe = {
  columns: [
    taken(0, 'firm_name'),
    taken(2, 'revenue', 2023),
    taken(3, 'revenue', 2024),
    taken(4, 'employees'),
    taken(5, 'employees'),
    taken(6, 'titles'),
    taken(7, 'line'),
  ],
};

it('columns bear the names of their fields, each once, the year behind where a file is wide', () => {
  expect(sourceColumns(file, recipe).map(({ name, header, field }) => [name, header, field])).toEqual([
    ['firm_name', '企业', 'firm_name'],
    ['revenue_2023', '2023年', 'revenue'],
    ['revenue_2024', '2024年', 'revenue'],
    ['employees', '人数', 'employees'],
    ['employees_2', '人数', 'employees'],
    ['titles', '资质', 'titles'],
    ['line_2', '行', 'line'],
  ]);
});

it('a source stands in the engine under the name of its file, its lines beside it, missing as NULL', async () => {
  const name = '税务局 "2024".csv';
  const table = sourceTable(file, recipe);
  await engine.insert({
    name,
    rows: table.rows,
    columns: table.columns.map((column) => column.name),
    *pieces() {
      for (let piece = tablePiece(table, 0); piece; piece = tablePiece(table, piece.next)) yield piece.bytes;
    },
  });
  const statement = `select line, firm_name, revenue_2023, employees_2, len(titles), line_2 from "税务局 ""2024"".csv" order by line`;
  const frame = await engine.read(statement, { is: 'rows', columns: 6, limit: 10, cut: 100 });
  const cells = Array.from({ length: 6 }, (_, at) => {
    const column = frame.columns.get(`c${at}`) as TextColumn;
    const words = unpackWords(column.words);
    return Array.from(column.codes, (code) => (code < 0 ? null : words[code]));
  });
  expect(cells).toEqual([
    ['2.0', '3.0', '5.0'],
    ['甲 "示例"', null, "O'Neil"],
    ['1.5', null, '0.0'],
    ['4.0', '5.0', '6.0'],
    ['2', '0', null],
    ['7.0', '8.0', '9.0'],
  ]);
});
