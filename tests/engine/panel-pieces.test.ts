import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldCoverage, panelShape } from '../../queries';
import { define } from '../../queries/define';
import { type Column, numberColumn, packWords, REASON, setColumn, textColumn, unpackWords } from '../../scoring/column';
import { type Panel } from '../../scoring/panel';
import { enginePiece, engineShape } from '../../src/engine/panel-pieces';
import { startNodeEngine } from '../../src/engine/start-node';
import { type EngineTable } from '../../src/engine/table';

// Our own Arrow writer into the real engine: what a panel holds is what SQL reads.
const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

function tableOf(panel: Panel): EngineTable {
  return {
    name: 'panel',
    ...engineShape(panel),
    *pieces() {
      for (let piece = enginePiece(panel, 0); piece; piece = enginePiece(panel, piece.next)) yield piece.bytes;
    },
  };
}

function panelOf(fields: Readonly<Record<string, Column>>, firms: readonly string[]): Panel {
  return {
    rows: firms.length,
    firm: Int32Array.from(firms, (_, row) => row),
    firmKeys: packWords(firms),
    year: new Int32Array(firms.length).fill(2024),
    name: textColumn(firms.map((firm) => `${firm} "示例"`)),
    fields: new Map(Object.entries(fields)),
    currency: 'CNY',
  };
}

it('every kind of column arrives, missing as NULL for whatever reason, and what the data lack stands empty', async () => {
  const revenue = numberColumn([1.5, null, 0]);
  revenue.reasons[1] = REASON.no_earlier_year;
  const listed = { ...numberColumn([1, 0, null]), kind: 'truth' as const };
  await engine.insert(
    tableOf(
      panelOf({ revenue, listed, titles: setColumn([['高企', 'b;c'], [], null]), industry: textColumn(["it's", null, '']) }, [
        'A',
        'B',
        'C',
      ]),
    ),
  );
  const seen = define({
    name: 'seen',
    sql: `select firm, cast(year as integer) as year, name, industry, revenue, cast(listed as integer) as listed,
      cast(len(titles) as integer) as titles, cast(list_contains(titles, 'b;c') as integer) as holds, district, cast(len(chain) as integer) as chain
      from panel order by firm`,
    params: {},
    columns: {
      firm: 'text',
      year: 'int',
      name: 'text',
      industry: 'text?',
      revenue: 'real?',
      listed: 'int?',
      titles: 'int?',
      holds: 'int?',
      district: 'text?',
      chain: 'int?',
    },
  });
  const { columns } = await engine.ask(seen, {});
  expect(unpackWords(columns.firm.words)).toEqual(['A', 'B', 'C']);
  expect([...columns.year.values]).toEqual([2024, 2024, 2024]);
  expect(unpackWords(columns.name.words)).toEqual(['A "示例"', 'B "示例"', 'C "示例"']);
  expect(unpackWords(columns.industry.words)).toEqual(["it's", '']);
  expect([...columns.industry.codes]).toEqual([0, -1, 1]);
  expect([...columns.revenue.values]).toEqual([1.5, NaN, 0]);
  expect([...columns.listed.values]).toEqual([1, 0, NaN]);
  expect([...columns.titles.values]).toEqual([2, 0, NaN]);
  expect([...columns.holds.values]).toEqual([1, 0, NaN]);
  expect([...columns.district.codes]).toEqual([-1, -1, -1]);
  expect([...columns.chain.values]).toEqual([NaN, NaN, NaN]);
});

it('a panel of more than one piece arrives whole', async () => {
  const firms = Array.from({ length: 250_001 }, (_, at) => `F${at}`);
  const panel = panelOf({ employees: numberColumn(firms.map((_, at) => (at % 5 === 0 ? null : at))) }, firms);
  await engine.insert(tableOf(panel));
  expect((await engine.ask(panelShape, {})).columns.firms.values[0]).toBe(250_001);
  expect((await engine.ask(fieldCoverage, { field: 'employees' })).columns.reported.values[0]).toBe(200_000);
  const sum = define({ name: 'sum', sql: 'select sum(employees) as s from panel', params: {}, columns: { s: 'real' } });
  // 0 … 250000 sum to 31250125000; the multiples of five among them to 6250125000.
  expect((await engine.ask(sum, {})).columns.s.values[0]).toBe(31_250_125_000 - 6_250_125_000);
}, 60_000);

it('an empty panel is a table without rows', async () => {
  await engine.insert(tableOf(panelOf({}, [])));
  expect((await engine.ask(panelShape, {})).columns.rows.values[0]).toBe(0);
});

it('two fields that differ only in case are refused before anything is sent', () => {
  expect(() => engineShape(panelOf({ x_a: numberColumn([1]), x_A: numberColumn([1]) }, ['A']))).toThrow(
    'fields x_a and x_A are one column to the engine',
  );
});
