import { beforeAll, describe, expect, it } from 'vitest';
import { numberColumn, type NumberColumn, textColumn, unpackWords } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { qualityContext } from '../../../scoring/quality/context';
import { pickRows } from '../../../scoring/quality/edit-panel';
import { findAll } from '../../../scoring/quality/find-all';
import type { Finding, FindingRule } from '../../../scoring/quality/format';
import { rowOfYear, rowsOfFirm } from '../../../scoring/year-rows';
import { readSample } from '../../fixtures/sample-panel';
import { random } from './series-panel';

let sample: Panel;
let clean: ReadonlyMap<string, ReadonlySet<number>>;
const rowsById = (findings: readonly Finding[]) => new Map(findings.map(({ id, rows }) => [id, new Set(rows)]));
const look = (panel: Panel) => findAll(panel, qualityContext());
const countOf = (findings: readonly Finding[], rule: FindingRule): number =>
  findings.filter((one) => one.rule === rule).reduce((sum, { rows }) => sum + rows.length, 0);

beforeAll(async () => {
  sample = await readSample();
  clean = rowsById(look(sample));
});

describe('an analyst is not flooded by the clean sample of 43,000 firm-years and 20 figures', () => {
  it.each<[FindingRule, number]>([
    ['unit_jump', 10],
    ['jump', 200],
    ['outlier', 50],
    ['impossible_sign', 0],
    ['series_gap', 0],
    ['constant_column', 0],
    ['two_names', 0],
    ['two_keys', 0],
    ['total_row', 0],
    ['duplicate_key', 0],
    ['conflict', 0],
  ])('%s: at most %d rows', (rule, most) => {
    expect(countOf(look(sample), rule)).toBeLessThanOrEqual(most);
  });
  it('of the identities only R&D above revenue is broken, by firms that sell nothing yet', () => {
    expect([...clean.keys()].filter((id) => id.startsWith('identity'))).toEqual(['identity:rd_expense']);
    expect(clean.get('identity:rd_expense')!.size).toBeLessThan(200);
  });
  it('visits are proposed to fewer than half of the holders of the title', () => {
    expect(countOf(look(sample), 'onsite_check')).toBeLessThan(1000);
  });
});

/** A copy of the panel whose named number columns may be written to. */
function writable(fields: readonly string[]): { panel: Panel; of: (field: string) => NumberColumn } {
  const own = new Map(
    fields.map((field) => {
      const column = sample.fields.get(field) as NumberColumn;
      return [field, { ...column, values: column.values.slice(), reasons: column.reasons.slice() }] as const;
    }),
  );
  return { panel: { ...sample, fields: new Map([...sample.fields, ...own]) }, of: (field) => own.get(field)! };
}

/** `count` rows that fit, each of another firm, drawn with a seed. */
function drawn(count: number, seed: number, fits: (row: number) => boolean): number[] {
  const next = random(seed);
  const firms = new Set<number>();
  const rows: number[] = [];
  while (rows.length < count) {
    const row = Math.floor(next() * sample.rows);
    if (firms.has(sample.firm[row]!) || !fits(row)) continue;
    firms.add(sample.firm[row]!);
    rows.push(row);
  }
  return rows;
}
const valuesOf = (field: string): Float64Array => (sample.fields.get(field) as NumberColumn).values;
const yearsWith = (field: string, row: number): number =>
  rowsOfFirm(sample, sample.firm[row]!).filter((one) => valuesOf(field)[one]! > 0).length;

/** Position among the firm's years that have the figure: first or last, or between. */
function isAtEdge(field: string, row: number): boolean {
  const own = rowsOfFirm(sample, sample.firm[row]!).filter((one) => valuesOf(field)[one]! > 0);
  return own[0] === row || own.at(-1) === row;
}

describe('slips of the unit, 20 of each, of firms with four years', () => {
  const FIELDS = ['revenue', 'rd_expense', 'total_assets', 'total_cost', 'employees'];
  const FACTORS = [10, 100, 1000, 10000, 0.1, 0.01, 0.001, 0.0001];
  const plant = (factor: number, atEdge: boolean) => {
    const { panel, of } = writable(FIELDS);
    const fits = (row: number): boolean =>
      FIELDS.every((field) => valuesOf(field)[row]! >= 20 && yearsWith(field, row) >= 4 && isAtEdge(field, row) === atEdge);
    const cells = drawn(20, FACTORS.indexOf(factor) + (atEdge ? 10 : 20), fits).map((row, at) => ({
      row,
      field: FIELDS[at % FIELDS.length]!,
    }));
    for (const { row, field } of cells) of(field).values[row]! *= factor;
    const found = look(panel);
    const undone = cells.filter(({ row, field }) => {
      const one = found.find(({ id }) => id === `unit_jump:${field}`);
      const at = one?.rows.indexOf(row) ?? -1;
      return at >= 0 && Math.abs(one!.factor[at]! * factor - 1) < 1e-9;
    });
    const jumped = cells.filter(({ row, field }) => {
      const rows = found.find(({ id }) => id === `jump:${field}`)?.rows ?? new Int32Array(0);
      return rows.includes(row) || rows.includes(rowOfYear(sample, sample.firm[row]!, sample.year[row]! + 1));
    });
    const own = new Set(cells.map(({ row, field }) => `${field} ${row}`));
    const alarms = found
      .filter(({ rule }) => rule === 'unit_jump')
      .flatMap(({ field, rows }) => Array.from(rows, (row) => `${field} ${row}`))
      .filter((one) => !own.has(one)).length;
    return { undone: undone.length, told: new Set([...undone, ...jumped]).size, alarms };
  };
  it.each(FACTORS)('a factor %d between other years is found and undone', (factor) => {
    const { undone, alarms } = plant(factor, false);
    expect(undone).toBeGreaterThanOrEqual(19);
    expect(alarms).toBeLessThanOrEqual(10);
  });
  it.each(FACTORS.filter((factor) => factor !== 10 && factor !== 0.1))(
    'a factor %d in the first or last year is found and undone',
    (factor) => {
      const { undone, alarms } = plant(factor, true);
      expect(undone).toBeGreaterThanOrEqual(19);
      expect(alarms).toBeLessThanOrEqual(10);
    },
  );
  it.each([10, 0.1])('a factor %d in the first or last year is told, as a jump where the field makes such jumps', (factor) => {
    const { undone, told, alarms } = plant(factor, true);
    expect(told).toBeGreaterThanOrEqual(19);
    // Staff and revenue never leap so by themselves; assets and R&D do, when money comes in or runs out.
    expect(undone).toBeGreaterThanOrEqual(6);
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it('a district whose money of one year came in 元 as 万元 is found, figure by figure', () => {
    const MONEY = [
      'revenue',
      'main_revenue',
      'total_cost',
      'total_assets',
      'total_liabilities',
      'rd_expense',
      'net_profit',
      'rd_tax_relief',
    ];
    const { panel, of } = writable(MONEY);
    const district = sample.fields.get('district')!;
    const words = district.kind === 'text' ? unpackWords(district.words) : [];
    const code = words.indexOf('新津区');
    const wrong: number[] = [];
    for (let row = 0; row < sample.rows; row++)
      if (sample.year[row] === 2022 && district.kind === 'text' && district.codes[row] === code && yearsWith('revenue', row) >= 3)
        wrong.push(row);
    for (const field of MONEY) for (const row of wrong) of(field).values[row]! *= 10000;
    expect(wrong.length).toBeGreaterThan(50);
    const found = rowsById(look(panel).filter(({ rule }) => rule === 'unit_jump'));
    const share = (field: string): number => {
      const known = wrong.filter((row) => valuesOf(field)[row]! !== 0 && yearsWith(field, row) >= 3);
      return known.filter((row) => found.get(`unit_jump:${field}`)?.has(row)).length / known.length;
    };
    for (const field of ['revenue', 'main_revenue', 'total_cost', 'total_assets', 'total_liabilities', 'rd_expense'])
      expect(share(field), field).toBeGreaterThan(0.95);
    // Profit and relief leap by themselves; they are known by the rest of their row, where their own years are not too wild.
    for (const field of ['net_profit', 'rd_tax_relief']) expect(share(field), field).toBeGreaterThan(0.6);
  });
});

describe('other faults, 20 of each', () => {
  const hits = (panel: Panel, id: string, rows: readonly number[]): { found: number; alarms: number } => {
    const now = rowsById(look(panel)).get(id) ?? new Set<number>();
    const before = clean.get(id) ?? new Set<number>();
    return {
      found: rows.filter((row) => now.has(row)).length,
      alarms: [...now].filter((row) => !rows.includes(row) && !before.has(row)).length,
    };
  };
  const planted = (field: string, rows: readonly number[], change: (value: number, row: number) => number): Panel => {
    const { panel, of } = writable([field]);
    for (const row of rows) of(field).values[row] = change(of(field).values[row]!, row);
    return panel;
  };

  it('jumps: revenue fifteen times higher from a year on', () => {
    const rows = drawn(
      20,
      1,
      (row) =>
        rowOfYear(sample, sample.firm[row]!, sample.year[row]! - 3) >= 0 &&
        yearsWith('revenue', row) >= 6 &&
        valuesOf('revenue')[row]! > 0 &&
        valuesOf('revenue')[rowOfYear(sample, sample.firm[row]!, sample.year[row]! - 1)]! > 0 &&
        sample.year[row]! < 2023,
    );
    const later = new Map(rows.map((row) => [sample.firm[row]!, sample.year[row]!]));
    const all = Array.from({ length: sample.rows }, (_, row) => row).filter(
      (row) => sample.year[row]! >= (later.get(sample.firm[row]!) ?? Infinity),
    );
    const { found, alarms } = hits(
      planted('revenue', all, (value) => value * 15),
      'jump:revenue',
      rows,
    );
    expect(found).toBeGreaterThanOrEqual(19);
    expect(alarms).toBe(0);
  });
  it('outliers: all of a firm’s revenue 10⁷ times what it is', () => {
    const rows = drawn(20, 2, (row) => valuesOf('revenue')[row]! > 0);
    const own = rows.flatMap((row) => [...rowsOfFirm(sample, sample.firm[row]!)]);
    const { found, alarms } = hits(
      planted('revenue', own, (value) => value * 1e7),
      'outlier:revenue',
      rows,
    );
    expect(found).toBeGreaterThanOrEqual(19);
    expect(alarms).toBeLessThanOrEqual(own.length);
  });
  it('identities: more technical staff than staff', () => {
    const employees = valuesOf('employees');
    const rows = drawn(20, 3, (row) => employees[row]! > 0);
    expect(
      hits(
        planted('tech_staff', rows, (_, row) => employees[row]! + 1),
        'identity:tech_staff',
        rows,
      ),
    ).toEqual({ found: 20, alarms: 0 });
  });
  it('impossible signs: costs below zero', () => {
    const rows = drawn(20, 4, (row) => valuesOf('total_cost')[row]! > 0);
    expect(
      hits(
        planted('total_cost', rows, (value) => -value),
        'impossible_sign:total_cost',
        rows,
      ),
    ).toEqual({ found: 20, alarms: 0 });
  });
  it('gaps: a year in the middle taken out', () => {
    const gone = drawn(20, 5, (row) => [-1, 1].every((step) => rowOfYear(sample, sample.firm[row]!, sample.year[row]! + step) >= 0));
    const kept = Int32Array.from({ length: sample.rows }, (_, row) => row).filter((row) => !gone.includes(row));
    const panel = pickRows(sample, kept);
    const wanted = gone.map((row) => kept.indexOf(rowOfYear(sample, sample.firm[row]!, sample.year[row]! + 1)));
    expect(hits(panel, 'series_gap', wanted)).toEqual({ found: 20, alarms: 0 });
  });
  it('columns filled down: 20 years and fields', () => {
    const fields = ['employees', 'tech_staff', 'total_assets', 'rd_expense'];
    const { panel, of } = writable(fields);
    for (const field of fields)
      for (let row = 0; row < sample.rows; row++)
        if (sample.year[row]! >= 2016 && sample.year[row]! <= 2020) of(field).values[row] = Number.isNaN(of(field).values[row]!) ? NaN : 7;
    const found = look(panel).filter(({ rule }) => rule === 'constant_column');
    expect(found.map(({ id }) => id)).toEqual(fields.map((field) => `constant_column:${field}`));
    for (const { rows } of found)
      expect([...new Set(Array.from(rows, (row) => sample.year[row]))].sort()).toEqual([2016, 2017, 2018, 2019, 2020]);
  });
  it('names: 20 firms under another firm’s name, and 20 totals', () => {
    const list = Array.from(sample.name.codes, (code) => (code < 0 ? null : unpackedNames[code]!));
    const [twice, sums] = [drawn(20, 6, () => true), drawn(20, 7, () => true)];
    const donors = drawn(60, 8, (row) => ![...twice, ...sums].some((one) => sample.firm[one] === sample.firm[row]));
    twice.forEach((row, at) => (list[row] = list[donors[at]!]!));
    for (const row of sums) list[row] = '合计';
    const panel = { ...sample, name: textColumn(list) };
    expect(hits(panel, 'total_row', sums)).toEqual({ found: 20, alarms: 0 });
    const { found } = hits(
      panel,
      'two_keys',
      twice.filter((row) => !sums.includes(row)),
    );
    expect(found).toBe(twice.filter((row) => !sums.includes(row)).length);
  });

  let unpackedNames: readonly string[] = [];
  beforeAll(() => {
    unpackedNames = unpackWords(sample.name.words);
  });
});

it('a column of the file’s own takes part once its kind is known', () => {
  const rows = drawn(1, 9, (row) => yearsWith('revenue', row) >= 5);
  const values = valuesOf('revenue').slice();
  values[rows[0]!]! *= 10000;
  const panel = { ...sample, fields: new Map([['x_turnover', numberColumn([...values])]]) };
  const own = [{ id: 'x_turnover', kind: 'money', sign: 'nonnegative' }];
  expect(findAll(panel, qualityContext(own)).find(({ id }) => id === 'unit_jump:x_turnover')?.rows).toEqual(Int32Array.from(rows));
  expect(findAll(panel, qualityContext()).filter(({ field }) => field !== null)).toEqual([]);
});
