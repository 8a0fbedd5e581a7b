import { describe, expect, it } from 'vitest';
import { type Column, numberColumn, REASON, type Reason, REASONS, setColumn, textColumn, wordAt } from '../../../scoring/column';
import { evaluateFormula } from '../../../scoring/formula/evaluate';
import { parseFormula } from '../../../scoring/formula/parse';
import type { Formula } from '../../../scoring/formula/tree';
import { yearOfDay } from '../../../scoring/formula/years';
import type { Panel } from '../../../scoring/panel';
import { panelOf } from './panels';

/** A value, or the reason why there is none. */
type Cell = number | boolean | Reason | `'${string}'`;

function cells(column: Column): Cell[] {
  return Array.from(column.reasons, (reason, row): Cell => {
    if (reason) {
      if (column.kind === 'text') expect(column.codes[row]).toBe(-1);
      else if (column.kind !== 'set') expect(column.values[row]).toBeNaN();
      return REASONS[reason]!;
    }
    if (column.kind === 'text') return `'${wordAt(column.words, column.codes[row]!)}'`;
    if (column.kind === 'set') throw new Error('a set has no cell');
    return column.kind === 'truth' ? column.values[row] === 1 : column.values[row]!;
  });
}

function treeOf(text: string): Formula {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problems)}`);
  return read.tree;
}
const evaluate = (text: string, panel: Panel, rows?: Int32Array): Cell[] => cells(evaluateFormula(treeOf(text), panel, rows));

const numbers = (list: readonly (number | Reason)[]): Column => ({
  kind: 'number',
  values: Float64Array.from(list, (cell) => (typeof cell === 'number' ? cell : NaN)),
  reasons: Uint8Array.from(list, (cell) => (typeof cell === 'number' ? 0 : REASON[cell])),
});
const truths = (list: readonly (boolean | Reason)[]): Column =>
  ({ ...numbers(list.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell))), kind: 'truth' }) as Column;

/** One firm-year with these values. */
const single = panelOf([['F', 2023]], {
  ...{
    a: numbers([6]),
    b: numbers([4]),
    zero: numbers([0]),
    debt: numbers([-3]),
    huge: numbers([1e308]),
    small: numbers([1e-10]),
    share: numbers([0.57]),
  },
  ...{ blank: numbers(['blank']), odd: numbers(['unreadable']), yes: truths([true]), no: truths([false]), unsure: truths(['conflict']) },
  ...{ grade: textColumn(['D']), other: textColumn(['D']), third: textColumn(['A']), nothing: textColumn([null]) },
  ...{ titles: setColumn([['高新技术企业', '雏鹰']]), none: setColumn([[]]), unknown: setColumn([null]) },
  ...{ found_date: numbers([18_000]) },
});

describe('on one row', () => {
  it.each<[string, Cell]>([
    ['a', 6],
    ['blank', 'blank'],
    ['absent', 'not_collected'],
    ['2000万元', 20_000_000],
    ['a + b', 10],
    ['a - b', 2],
    ['a * b', 24],
    ['a / b', 1.5],
    ['-a', -6],
    ['-blank', 'blank'],
    ['a + blank', 'blank'],
    ['odd * blank', 'unreadable'],
    ['blank * odd', 'blank'],
    ['absent - odd', 'not_collected'],
    ['a / zero', 'divided_by_zero'],
    ['zero / zero', 'divided_by_zero'],
    ['a / -zero', 'divided_by_zero'],
    ['blank / zero', 'blank'],
    ['zero / blank', 'blank'],
    ['a / zero + odd', 'divided_by_zero'],
    ['huge * 10', 'not_finite'],
    ['huge + huge', 'not_finite'],
    ['-huge - huge', 'not_finite'],
    ['huge / small', 'not_finite'],
    ['1 / (huge * 10)', 'not_finite'],
    ['huge * 10 * zero', 'not_finite'],
    ['abs(debt)', 3],
    ['abs(odd)', 'unreadable'],
    ['log(1)', 0],
    ['log(zero)', 'not_finite'],
    ['log(debt)', 'not_finite'],
    ['log(blank)', 'blank'],
    ['min(a, b, debt)', -3],
    ['max(a, b, debt)', 6],
    ['min(a, blank, odd)', 'blank'],
    ['max(odd, a)', 'unreadable'],
    ['a > b', true],
    ['a < b', false],
    ['a >= 6', true],
    ['a <= 5', false],
    ['a = 6', true],
    ['a <> 6', false],
    ['share * 100 >= 57', true],
    ['share * 100 < 57', false],
    ['share * 100 = 57', true],
    ['share * 100 <> 57', false],
    ['1 = 1.000000002', false],
    ['1000 = 1000.0000009', true],
    ['0 = 0.0000000009', true],
    ['huge > -huge', true],
    ['a > blank', 'blank'],
    ['odd = blank', 'unreadable'],
    ['yes and no', false],
    ['yes and yes', true],
    ['no or yes', true],
    ['no or no', false],
    ['no and unsure', false],
    ['unsure and no', false],
    ['yes and unsure', 'conflict'],
    ['unsure and yes', 'conflict'],
    ['yes or unsure', true],
    ['unsure or yes', true],
    ['no or unsure', 'conflict'],
    ['a > blank and unsure', 'blank'],
    ['unsure or a > blank', 'conflict'],
    ['not yes', false],
    ['not unsure', 'conflict'],
    ['yes = no', false],
    ['yes <> no', true],
    ['yes = unsure', 'conflict'],
    ['if(yes, a, odd)', 6],
    ['if(no, odd, b)', 4],
    ['if(yes, odd, b)', 'unreadable'],
    ['if(unsure, a, b)', 'conflict'],
    ['if(no, yes, no)', false],
    ["if(yes, grade, 'x')", "'D'"],
    ["if(no, grade, 'x')", "'x'"],
    ['if(yes, nothing, grade)', 'blank'],
    ['if(unsure, grade, third)', 'conflict'],
    ["if(no, absent, 'x')", "'x'"],
    ["if(yes, absent, 'x')", 'not_collected'],
    ["'x'", "'x'"],
    ["grade = 'D'", true],
    ["grade <> 'D'", false],
    ["'D' = grade", true],
    ["'A' <> grade", true],
    ['grade = other', true],
    ['grade = third', false],
    ['grade <> third', true],
    ["nothing = 'D'", 'blank'],
    ["nothing <> 'D'", 'blank'],
    ['grade = nothing', 'blank'],
    ["absent = 'D'", 'not_collected'],
    ["grade in ('A', 'D')", true],
    ["grade in ('A')", false],
    ["nothing in ('A')", 'blank'],
    ['share * 100 in (5, 57)', true],
    ['a in (5, 7)', false],
    ['a in (600%)', true],
    ['odd in (1)', 'unreadable'],
    ["'雏鹰' in titles", true],
    ["'瞪羚' in titles", false],
    ["'雏鹰' in none", false],
    ["'雏鹰' in unknown", 'blank'],
    ["'雏鹰' in absent", 'not_collected'],
    ['grade in titles', false],
    ['nothing in absent', 'blank'],
    ['blank is missing', true],
    ['blank is not missing', false],
    ['a is missing', false],
    ['a / zero is missing', true],
    ['nothing is missing', true],
    ['grade is not missing', true],
    ['titles is missing', false],
    ['unknown is missing', true],
    ['absent is missing', true],
    ['unsure is missing', true],
    ["(nothing = 'D') is missing", true],
    ["if(no, nothing, 'x') is missing", false],
    ['age', 4],
    ['true', true],
    ['false', false],
  ])('%s is %s', (text, wanted) => {
    expect(evaluate(text, single)).toEqual([wanted]);
  });

  it('log is the natural logarithm', () => {
    expect(evaluate('log(2.718281828459045)', single)[0]).toBeCloseTo(1, 15);
  });
});

describe('over the years', () => {
  // F: 2020 to 2023 with 2021 not loaded; G: 2022 and 2023; H: 2023 with last year's figure in its own row.
  const panel = panelOf(
    [
      ['F', 2023],
      ['F', 2020],
      ['F', 2022],
      ['G', 2022],
      ['G', 2023],
      ['H', 2023],
    ],
    {
      revenue: numbers([150, 100, 120, 'unreadable', 80, 30]),
      revenue_p1: numbers([999, 'blank', 'blank', 60, 999, 20]),
      profit: numbers([-8, 1, -4, 0, 5, 7]),
      steady: numbers([8, 1, 4, 0, 0, 1]),
      big: numbers([1e308, 1, 1e308, 1e-10, 1e308, 1]),
      grade: textColumn(['A', 'B', 'C', null, 'A', 'B']),
      grade_p1: textColumn([null, null, 'Z', null, null, 'B']),
      listed: truths([true, false, true, 'conflict', false, true]),
    },
  );

  it.each<[string, Cell[]]>([
    ['previous(revenue, 1)', [120, 'no_earlier_year', 'no_earlier_year', 60, 'unreadable', 20]],
    ['previous(revenue, 2)', ['no_earlier_year', 'no_earlier_year', 100, 'no_earlier_year', 'no_earlier_year', 'no_earlier_year']],
    ['previous(revenue, 3)', [100, ...Array<Cell>(5).fill('no_earlier_year')]],
    ['previous(absent, 1)', ['not_collected', 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'not_collected', 'no_earlier_year']],
    ['previous(grade, 1)', ["'C'", 'no_earlier_year', "'Z'", 'no_earlier_year', 'blank', "'B'"]],
    ["previous(grade, 1) = 'B'", [false, 'no_earlier_year', false, 'no_earlier_year', 'blank', true]],
    ['previous(grade, 1) = grade', [false, 'no_earlier_year', false, 'no_earlier_year', 'blank', true]],
    [
      "previous(absent, 1) = 'B'",
      ['not_collected', 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'not_collected', 'no_earlier_year'],
    ],
    ['previous(listed, 1)', [true, 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'conflict', 'no_earlier_year']],
    ['previous(listed, 1) is missing', [false, true, true, true, true, true]],
    ['growth(revenue)', [0.25, 'no_earlier_year', 'no_earlier_year', 'unreadable', 'unreadable', 0.5]],
    ['growth(profit)', ['negative_base', 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'zero_base', 'no_earlier_year']],
    ['growth(big)', [0, 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'not_finite', 'no_earlier_year']],
    ['cagr(steady, 3)', [1, ...Array<Cell>(5).fill('no_earlier_year')]],
    ['cagr(profit, 3)', ['negative_base', ...Array<Cell>(5).fill('no_earlier_year')]],
    ['cagr(profit, 2)', ['no_earlier_year', 'no_earlier_year', 'negative_base', ...Array<Cell>(3).fill('no_earlier_year')]],
    ['cagr(steady, 1)', [1, 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'zero_base', 'no_earlier_year']],
    ['sum_years(revenue, 1)', [150, 100, 120, 'unreadable', 80, 30]],
    ['sum_years(revenue, 2)', [270, 'no_earlier_year', 'no_earlier_year', 'unreadable', 'unreadable', 50]],
    ['mean_years(revenue, 2)', [135, 'no_earlier_year', 'no_earlier_year', 'unreadable', 'unreadable', 25]],
    ['sum_years(big, 2)', ['not_finite', 'no_earlier_year', 'no_earlier_year', 'no_earlier_year', 1e308, 'no_earlier_year']],
    ['sum_years(revenue, 3)', ['no_earlier_year', 'no_earlier_year', 'no_earlier_year', 'unreadable', 'unreadable', 'no_earlier_year']],
  ])('%s', (text, wanted) => {
    expect(evaluate(text, panel)).toEqual(wanted);
  });

  it('a firm that fell to nothing shrank by all: cagr is −1', () => {
    const fallen = panelOf(
      [
        ['F', 2022],
        ['F', 2023],
      ],
      { revenue: numbers([5, 0]) },
    );
    expect(evaluate('cagr(revenue, 1)', fallen)).toEqual(['no_earlier_year', -1]);
  });

  it('an earlier figure of another kind is not taken', () => {
    const odd = panelOf([['F', 2023]], {
      revenue: numbers([1]),
      revenue_p1: textColumn(['20']),
      grade: textColumn(['A']),
      grade_p1: numbers([1]),
    });
    expect(evaluate('previous(revenue, 1)', odd)).toEqual(['no_earlier_year']);
    expect(evaluate("previous(grade, 1) = 'A'", odd)).toEqual(['no_earlier_year']);
  });

  it('an earlier figure serves where the field itself was never loaded', () => {
    const late = panelOf([['F', 2023]], { revenue_p1: numbers([20]), grade_p1: textColumn(['A']) });
    expect(evaluate('previous(revenue, 1)', late)).toEqual([20]);
    expect(evaluate('previous(grade, 1)', late)).toEqual(["'A'"]);
  });
});

describe('age', () => {
  it.each<[string, number, Cell]>([
    ['2019-12-31', 2019, 0],
    ['2019-12-31', 2020, 1],
    ['2020-01-01', 2020, 0],
    ['2000-02-29', 2023, 23],
    ['1969-12-31', 2023, 54],
    ['1900-03-01', 2000, 100],
    ['2024-01-01', 2023, 'out_of_range'],
  ])('of a firm founded on %s is, in %d, %s', (day, year, wanted) => {
    const panel = panelOf([['F', year]], { found_date: numberColumn([Date.parse(day) / 86_400_000]) });
    expect(evaluate('age', panel)).toEqual([wanted]);
  });

  it('is missing with the date, and for a day that is in no calendar', () => {
    const panel = panelOf(
      [
        ['F', 2023],
        ['G', 2023],
      ],
      { found_date: numbers(['unreadable', 1e12]) },
    );
    expect(evaluate('age', panel)).toEqual(['unreadable', 'out_of_range']);
  });

  it('knows the year of every day from 0001 to 9999', () => {
    for (let day = -719_162; day < 2_932_897; day += 97) expect(yearOfDay(day)).toBe(new Date(day * 86_400_000).getUTCFullYear());
    for (let year = 1; year <= 9999; year++) {
      const first = new Date(0);
      first.setUTCFullYear(year, 0, 1);
      const day = Math.round(first.getTime() / 86_400_000);
      expect([yearOfDay(day), yearOfDay(day + 0.5), year === 1 ? 0 : yearOfDay(day - 1)]).toEqual([year, year, year - 1]);
    }
    expect([yearOfDay(-719_163), yearOfDay(2_932_897), yearOfDay(NaN), yearOfDay(Infinity)]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('for a few rows', () => {
  const panel = panelOf(
    [
      ['F', 2021],
      ['F', 2022],
      ['F', 2023],
    ],
    {
      a: numbers([1, 'blank', 3]),
      grade: textColumn(['A', 'B', null]),
      titles: setColumn([['x'], [], null]),
      yes: truths([true, false, 'conflict']),
    },
  );
  const rows = Int32Array.of(2, 0, 2);

  it.each<[string, Cell[]]>([
    ['a', [3, 1, 3]],
    ['a + 1', [4, 2, 4]],
    ['yes', ['conflict', true, 'conflict']],
    ['grade', ['blank', "'A'", 'blank']],
    ["if(a > 1, 'big', grade)", ["'big'", "'A'", "'big'"]],
    ["'x' in titles", ['blank', true, 'blank']],
    ['titles is missing', [true, false, true]],
    ['previous(a, 2)', [1, 'no_earlier_year', 1]],
    ['previous(grade, 1)', ["'B'", 'no_earlier_year', "'B'"]],
    ['absent', ['not_collected', 'not_collected', 'not_collected']],
    ['growth(a)', ['blank', 'no_earlier_year', 'blank']],
  ])('%s stands in the order asked', (text, wanted) => {
    expect(evaluate(text, panel, rows)).toEqual(wanted);
  });

  it('a set keeps its bits', () => {
    const column = evaluateFormula({ is: 'field', field: 'titles' }, panel, Int32Array.of(2, 0, 1));
    expect(column).toMatchObject({ kind: 'set', bits: Uint32Array.of(0, 1, 0), reasons: Uint8Array.of(REASON.blank, 0, 0) });
  });

  it('no row gives no cell, and a row outside the panel is our fault', () => {
    expect(evaluate('a + 1', panel, new Int32Array(0))).toEqual([]);
    expect(() => evaluate('a + 1', panel, Int32Array.of(3))).toThrow('row 3 is not in the panel of 3 rows');
  });

  it('only they are read', () => {
    const length = 1_000_000;
    let reads = 0;
    const spied = new Proxy(new Float64Array(length), {
      get: (target, key) => {
        reads++;
        const found: unknown = Reflect.get(target, key, target);
        return typeof found === 'function' ? (found as () => unknown).bind(target) : found;
      },
    });
    const wide: Panel = {
      ...panel,
      rows: length,
      fields: new Map([['a', { kind: 'number', values: spied, reasons: new Uint8Array(length) }]]),
    };
    expect(evaluate('a * 2 + a', wide, Int32Array.of(999_999))).toEqual([0]);
    expect(reads).toBeLessThan(10);
  });
});

it('rows beyond one block are all computed', () => {
  const length = 5000;
  const keys = Array.from({ length }, (_, row): [string, number] => [`F${row}`, 2023]);
  const panel = panelOf(keys, { a: numberColumn(Array.from({ length }, (_, row) => (row % 7 === 0 ? null : row))) });
  const column = evaluateFormula(treeOf('a * 2 + 1'), panel);
  expect(cells(column)).toEqual(Array.from({ length }, (_, row) => (row % 7 === 0 ? 'blank' : row * 2 + 1)));
  const marks = evaluateFormula(treeOf("if(a >= 4990, 'late', 'early')"), panel);
  expect(cells(marks).slice(4987, 4993)).toEqual(["'early'", "'early'", "'early'", "'late'", 'blank', "'late'"]);
  expect(cells(marks)[4998]).toBe('blank');
});

it('a bare field is the column itself, uncopied', () => {
  expect(evaluateFormula(treeOf('a'), single)).toBe(single.fields.get('a'));
});

it.each(['grade + 1', 'titles = grade', 'if(yes, titles, titles) is missing', "'a' in grade", 'not a', "'a' + 1", 'abs(yes)'])(
  '%s, never checked, throws instead of guessing',
  (text) => {
    expect(() => evaluate(text, single)).toThrow(TypeError);
  },
);

it('of a set, missing is also the known empty one', () => {
  const panel = panelOf(
    [
      ['F', 2021],
      ['F', 2022],
      ['F', 2023],
    ],
    { titles: setColumn([['a'], [], null]) },
  );
  expect(evaluate('titles is missing', panel)).toEqual([false, true, true]);
  expect(evaluate("'a' in titles", panel)).toEqual([true, false, 'blank']);
});
