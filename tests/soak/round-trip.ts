import { type Column, hasBit, unpackWords, wordAt } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import { type Cell, separatedText } from '../../src/columns/csv';
import { panelArrow } from '../../src/columns/panel-arrow';
import { panelParquet } from '../../src/columns/panel-parquet';
import { loadAny, lookAny } from '../../src/ingest/any-file';
import { bytesSource } from '../../src/ingest/byte-source';
import { buildPanel } from '../../src/ingest/panel';
import { proposeRecipe } from '../../src/ingest/propose';
import type { Recipe, RecipeColumn } from '../../src/model/recipe';
import type { FieldKind } from '../../src/model/source';
import { Chance } from '../fixtures/random';
import { dictionary } from '../ingest/dictionary';
import { recipeOf } from '../ingest/given';

type Value = number | string | readonly string[] | null;
/** A declared column: how a value of it is drawn, and how a file writes it. */
interface Declared {
  readonly field: string;
  readonly kind: FieldKind;
  readonly draw: (chance: Chance) => Exclude<Value, null>;
  readonly write: (value: Exclude<Value, null>) => Cell;
}
const plain = (value: Exclude<Value, null>): Cell => (typeof value === 'number' ? value : String(value));
const figure = (chance: Chance): number =>
  chance.one([0, chance.below(1e6), chance.below(1e9) / 100, chance.below(2 ** 30) / 2 ** chance.below(40)]);

const COLUMNS: readonly Declared[] = [
  {
    field: 'industry',
    kind: 'text',
    draw: (chance) => chance.one(['软件', '生物 医药', '"引号"', '逗,号', '分;号', "it's", 'Ⅰ类']),
    write: plain,
  },
  {
    field: 'titles',
    kind: 'set',
    draw: (chance) => ['高企', '瞪羚', '小巨人'].filter(() => chance.is(0.5)),
    write: (value) => (value as readonly string[]).join(';') || '无',
  },
  {
    field: 'found_date',
    kind: 'date',
    draw: (chance) => chance.between(-20_000, 25_000),
    write: (value) => new Date((value as number) * 86_400_000).toISOString().slice(0, 10),
  },
  { field: 'revenue', kind: 'money', draw: figure, write: plain },
  { field: 'net_profit', kind: 'money', draw: (chance) => (chance.is(0.5) ? -1 : 1) * figure(chance), write: plain },
  { field: 'employees', kind: 'count', draw: (chance) => chance.below(100_000), write: plain },
  { field: 'abnormal_list', kind: 'flag', draw: (chance) => chance.below(2), write: (value) => (value === 1 ? '是' : '否') },
];

interface Table {
  readonly columns: readonly Declared[];
  readonly rows: readonly (readonly Value[])[];
}

function tableOf(chance: Chance): Table {
  const columns = COLUMNS.filter(() => chance.is(0.7));
  const rows = Array.from({ length: chance.between(1, 30) }, () => columns.map(({ draw }) => (chance.is(0.15) ? null : draw(chance))));
  return { columns, rows };
}

/** Three years of a firm follow one another. */
const keyOf = (row: number): readonly [string, string, string] => [
  `F${1000 + Math.floor(row / 3)}`,
  `示例${Math.floor(row / 3)}企业`,
  String(2020 + (row % 3)),
];

function csvOf({ columns, rows }: Table): Uint8Array {
  const head = ['编号', '名称', '年度', ...columns.map(({ field }) => field)];
  const cells = rows.map((values, row) => [...keyOf(row), ...values.map((value, at) => (value === null ? '' : columns[at]!.write(value)))]);
  return new TextEncoder().encode(separatedText(head, cells));
}

function recipeFor({ columns }: Table): Recipe {
  const declared: readonly (readonly [string, string, FieldKind])[] = [
    ['编号', 'firm_id', 'code'],
    ['名称', 'firm_name', 'text'],
    ['年度', 'year', 'year'],
    ...columns.map(({ field, kind }) => [field, field, kind] as const),
  ];
  const all = declared.map(([header, field, kind], at): RecipeColumn => ({
    header,
    at,
    field,
    kind,
    unit: kind === 'money' ? '元' : null,
    year: null,
    separator: kind === 'set' ? ';' : null,
  }));
  return { ...recipeOf([]), columns: all };
}

async function panelOf(name: string, bytes: Uint8Array, declared: Recipe | null): Promise<Panel> {
  const source = bytesSource(name, bytes);
  const recipe = declared ?? proposeRecipe(await lookAny(source), dictionary).recipe;
  const answer = await loadAny(source, recipe);
  if (!answer.ok) throw new Error(answer.problems.map(({ code, where }) => `${code} ${where}`).join(', '));
  const { panel, problems } = buildPanel([{ file: answer.file, recipe }], dictionary);
  if (!panel) throw new Error(problems.map(({ code }) => code).join(', '));
  return panel;
}

function valueAt(column: Column, row: number): Value {
  if (column.reasons[row] !== 0) return null;
  if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
  if (column.kind === 'set') return unpackWords(column.words).filter((_, bit) => hasBit(column, row, bit));
  return column.values[row]!;
}

/** Values as text in which −0 is not 0 and the order in a set is none. */
const shown = (value: Value): string =>
  typeof value === 'number'
    ? Object.is(value, -0)
      ? '-0'
      : String(value)
    : JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

function differing({ columns, rows }: Table, panel: Panel): string[] {
  if (panel.rows !== rows.length) return [`${panel.rows} rows, not ${rows.length}`];
  return columns.flatMap(({ field }, at) => {
    const column = panel.fields.get(field);
    const row = rows.findIndex(
      (values, line) => shown(column ? valueAt(column, line) : null) !== shown(values[at]! === -0 ? 0 : values[at]!),
    );
    return row < 0
      ? []
      : [`${field} of row ${row} is ${column ? shown(valueAt(column, row)) : 'not there'}, not ${shown(rows[row]![at]!)}`];
  });
}

/** A random table by CSV into a panel and by every format a panel is written in back into one: what differs from the values drawn, in words. */
export async function roundTripFaults(seed: number): Promise<string[]> {
  const table = tableOf(new Chance(seed));
  const say = (way: string, what: string): string => `seed ${seed} ${way}: ${what}`;
  const faults: string[] = [];
  const go = async (way: string, bytes: () => Uint8Array, recipe: Recipe | null): Promise<Panel | null> => {
    try {
      const panel = await panelOf(`table.${way}`, bytes(), recipe);
      faults.push(...differing(table, panel).map((what) => say(way, what)));
      return panel;
    } catch (error) {
      faults.push(say(way, error instanceof Error ? error.message : String(error)));
      return null;
    }
  };
  const panel = await go('csv', () => csvOf(table), recipeFor(table));
  if (!panel) return faults;
  const back: Table = {
    ...table,
    rows: table.rows.map((_, row) =>
      table.columns.map(({ field }) => (panel.fields.has(field) ? valueAt(panel.fields.get(field)!, row) : null)),
    ),
  };
  await go('csv again', () => csvOf(back), recipeFor(table));
  await go('parquet', () => panelParquet(panel, dictionary), null);
  await go('arrow', () => panelArrow(panel, dictionary), null);
  return faults;
}
