import { describe, expect, it } from 'vitest';
import type { Column } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { TRIGGERS } from '../../../scoring/quality/onsite-check';
import { panelOf } from '../panel-of';
import { told } from './series-panel';

const TITLE = '科技型中小企业';
interface Given {
  readonly titles?: string[][];
  readonly employees?: number;
  readonly ip?: readonly [number, number];
  readonly rd?: number | null;
  readonly dishonest?: (boolean | null)[];
}
/** One firm over three years, a holder of the title in all of them unless said otherwise. */
function firm({
  titles = [[TITLE], [TITLE], [TITLE]],
  employees = 6,
  ip = [1, 0],
  rd = 10e4,
  dishonest = [false, false, false],
}: Given): Panel {
  const all = (value: number | null) => [value, value, value];
  return panelOf(
    { titles, employees: all(employees), class1_ip: all(ip[0]), class2_ip: all(ip[1]), rd_expense: all(rd), dishonest },
    { firm: [0, 0, 0], year: [2023, 2024, 2025] },
  );
}

describe('of the latest year, for holders of the title', () => {
  it.each<[string, Given, string[]]>([
    ['nothing at the edge of every trigger', {}, []],
    ['five employees', { employees: 5 }, ['few_staff']],
    ['no intellectual property', { ip: [0, 0] }, ['no_ip']],
    ['R&D one yuan short of 10万', { rd: 99_999 }, ['little_rd']],
    ['R&D not known', { rd: null }, []],
    ['a breach two years ago', { dishonest: [true, false, false] }, ['risk_record']],
    ['a breach now, the past unknown', { dishonest: [null, null, true] }, ['risk_record']],
    ['held for the first time', { titles: [[], [], [TITLE]] }, ['first_time']],
    ['held before, lost, held again', { titles: [[TITLE], [], [TITLE]] }, []],
    ['not a holder now', { titles: [[TITLE], [TITLE], []], employees: 1 }, []],
  ])('%s', (_, given, wanted) => {
    expect(told(firm(given), 'onsite_check')).toEqual(wanted.map((id) => `${id} F0 2025`));
  });
});

it('a first application is not told where the year before is not loaded', () => {
  const panel = panelOf({ titles: [[TITLE]], employees: [9] }, { year: [2025] });
  expect(told(panel, 'onsite_check')).toEqual([]);
});

it('titles of another shape, or none, trigger nothing', () => {
  const { titles, ...rest } = Object.fromEntries(firm({ employees: 1 }).fields) as Record<string, Column>;
  expect(titles).toBeDefined();
  expect(told({ ...firm({ employees: 1 }), fields: new Map(Object.entries(rest)) }, 'onsite_check')).toEqual([]);
  expect(told(panelOf({ titles: [TITLE], employees: [1] }), 'onsite_check')).toEqual([]);
});

it('the five triggers of the round are there', () => {
  expect(TRIGGERS.map(({ id }) => id)).toEqual(['few_staff', 'no_ip', 'little_rd', 'risk_record', 'first_time']);
});
