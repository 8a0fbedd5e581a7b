import { describe, expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { evaluateScheme } from '../../scoring/evaluate';
import type { Panel } from '../../scoring/panel';
import { passVerdicts } from '../../scoring/pass';
import type { Scheme } from '../../scoring/scheme/format';
import { STATUSES, VERDICT } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { schemeOf } from './schemes';

const WAN = 10_000;
const run = (panel: Panel, scheme: Scheme) => {
  const evaluated = evaluateScheme(panel, scheme);
  const totals = total(evaluated, weightsOf(scheme));
  const points = (id: string, row: number): number =>
    evaluated.indicators[scheme.indicators.findIndex((one) => one.id === id)]!.points[row]!;
  return {
    evaluated,
    totals,
    points,
    passed: passVerdicts(panel, evaluated, totals),
    status: Array.from(totals.status, (code) => STATUSES[code]),
  };
};

describe('科技型中小企业 2017', () => {
  const scheme = schemeOf('data/schemes/cn-tech-sme-2017.json');
  // Three firms worked out by hand from the text of the rule; money in 万元.
  const clean = [false, false, false, false];
  const panel = panelOf({
    employees: [100, 100, 50, 501],
    tech_staff: [30, 29, 4, 200],
    revenue: [1000 * WAN, 1000 * WAN, 0, 100 * WAN],
    rd_expense: [60 * WAN, 59.9 * WAN, 200 * WAN, 100 * WAN],
    total_cost: [900 * WAN, 900 * WAN, 500 * WAN, 100 * WAN],
    total_assets: [1000 * WAN, 20_000 * WAN, 10 * WAN, 10 * WAN],
    class1_ip: [1, 0, 1, 1],
    class2_ip: [0, 4, 0, 0],
    ...Object.fromEntries(
      [
        'prohibited_product',
        'major_accident_3y',
        'env_violation',
        'research_misconduct',
        'abnormal_list',
        'dishonest',
        'national_award_top3_5y',
        'standard_lead_5y',
      ].map((id) => [id, clean]),
    ),
    titles: [[], [], [], ['高新技术企业']],
    platforms: [0, 0, 0, 0],
  });
  const { evaluated, totals, points, passed, status } = run(panel, scheme);

  it.each([
    [0, 20, 50, 30, 100],
    [1, 16, 40, 24, 80],
    [2, 0, 50, 30, 80],
  ])('firm %i earns %i + %i + %i = %i', (row, staff, input, results, sum) => {
    expect([points('T1', row), points('T2', row), points('T3', row), totals.score[row]]).toEqual([staff, input, results, sum]);
  });
  it('takes the better R&D share and says which: of total cost where revenue is 0', () => {
    expect([...evaluated.indicators[1]!.option!]).toEqual([0, 0, 1, 0]);
  });
  it('says which tier of the better one was hit', () => {
    // 6 % is the first tier of sales, 5.99 % the second, 200 of 500 the first of total cost; of rights class I once, else class II four times.
    expect([...evaluated.indicators[1]!.hit!]).toEqual([0, 1, 0, 0]);
    expect([...evaluated.indicators[2]!.option!]).toEqual([0, 1, 0, 0]);
    expect([...evaluated.indicators[2]!.hit!]).toEqual([0, 0, 0, 0]);
  });
  it('passes 100 and 80 points, but not 80 points without any technical staff', () => {
    expect([passed![0], passed![1], passed![2]]).toEqual([VERDICT.yes, VERDICT.yes, VERDICT.no]);
  });
  it('does not score a firm of 501 staff, title or not', () => {
    expect(status).toEqual(['ranked', 'ranked', 'ranked', 'not_scored']);
    expect(passed![3]).toBe(VERDICT.no);
  });
});

describe('成都式 4×20', () => {
  const scheme = schemeOf('data/schemes/chengdu-style-4x20-2023.json');
  it('has 18 scored indicators of 50 + 30 + 20 points, four deductions and five vetoes', () => {
    const sum = (group: string): number =>
      scheme.indicators.filter((one) => one.group === group).reduce((points, { of }) => points + of, 0);
    expect([scheme.indicators.length, sum('tech'), sum('ops'), sum('city'), scheme.deductions.length, scheme.vetoes.length]).toEqual([
      18, 50, 30, 20, 4, 5,
    ]);
  });

  // F0 in 2023 and 2024; F1 has no earlier year.
  const panel = panelOf(
    {
      rd_expense: [500 * WAN, 600 * WAN, 5000 * WAN],
      revenue: [8000 * WAN, 10_000 * WAN, 40_000 * WAN],
      tech_staff: [10, 30, 60],
      employees: [100, 100, 100],
      inv_applied: [0, 3, 9],
      class1_ip: [0, 5, 10],
      tech_contract: [0, 0, 2000 * WAN],
      platforms: [0, 1, 3],
      awards: [0, 0, 1],
      hitech_revenue: [0, 6000 * WAN, 36_000 * WAN],
      net_profit: [0, 100 * WAN, 2000 * WAN],
      net_assets: [WAN, 1000 * WAN, 10_000 * WAN],
      total_liabilities: [WAN, 600 * WAN, 1000 * WAN],
      total_assets: [2 * WAN, 1000 * WAN, 10_000 * WAN],
      vc_amount: [0, 0, 5000 * WAN],
      chain: [null, ['食品'], ['集成电路']],
      proj_nat: [0, 0, 1],
      proj_prov: [0, 1, 1],
      proj_city: [0, 2, 9],
      talents: [0, 1, 9],
      abnormal_list: [false, false, false],
      penalties: [0, 1, 0],
      tax_grade: ['A', 'D', 'A'],
      late_or_missing_data: [false, true, false],
      major_accident_3y: [false, false, false],
      research_misconduct: [false, false, false],
      dishonest: [false, false, true],
      env_violation: [false, false, false],
      data_fraud: [false, false, false],
    },
    { firm: [0, 0, 1], year: [2023, 2024, 2024] },
  );
  const { totals, points, status } = run(panel, scheme);

  it('gives a firm the points worked out by hand', () => {
    // R&D 600 万元 of a full 5000: 8 × ln 601 ÷ ln 5001 = 8 × 6.398595 ÷ 8.517393 = 6.009909.
    expect(points('C01', 1)).toBeCloseTo(6.0099, 4);
    // 6 % → 8; growth 20 % → 4; staff 30 % → 6; 3 applications → 3; 5 class I → 5; no contracts → 0; one platform → 2.
    expect(['C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08'].map((id) => points(id, 1))).toEqual([8, 4, 6, 3, 5, 0, 2]);
    // Revenue 5 × ln 10001 ÷ ln 40001 = 5 × 9.210440 ÷ 10.596660 = 4.345917; growth 25 % → 6; 60 % high-tech → half of 5; return 10 % → half of 4; debt 60 % → 1.5; no investment.
    expect(points('C09', 1)).toBeCloseTo(4.34592, 4);
    expect([points('C10', 1), points('C13', 1), points('C14', 1)]).toEqual([6, 1.5, 0]);
    expect(points('C11', 1)).toBeCloseTo(2.5, 12);
    expect(points('C12', 1)).toBeCloseTo(2, 12);
    expect(['C15', 'C16', 'C17', 'C18'].map((id) => points(id, 1))).toEqual([6, 2.5, 2, 1]);
    // 34.0099 + 16.3459 + 11.5 − (5 + 10 + 2).
    expect(totals.score[1]).toBeCloseTo(6.0099 + 28 + 4.34592 + 12 + 11.5 - 17, 3);
  });
  it('keeps the would-be score of a vetoed firm, with growth not known', () => {
    expect(status[2]).toBe('vetoed');
    expect(points('C03', 2)).toBeNaN();
    // Everything full but the two growth rates: 5 and 8 points lost.
    expect(totals.score[2]).toBeCloseTo(87, 9);
    expect([totals.lost[0]![2], totals.lost[1]![2]]).toEqual([5, 8]);
    expect(totals.coverage[2]).toBeCloseTo(0.87, 12);
  });
});

describe('the other four schemes', () => {
  it('2024: 18 indicators by percentile within year and stage, weights by stage', () => {
    const scheme = schemeOf('data/schemes/cn-most-2024-18.json');
    const fields =
      'tech_staff employees inv_applied pct_applied tech_contract hitech_revenue grad_staff net_profit net_assets rd_tax_relief new_graduates platforms awards proj_nat proj_prov vc_amount'.split(
        ' ',
      );
    // Three firms of one stage: best, middle, worst in every figure but growth, of which there is none. found_date 2000-01-01 is day 10957.
    const rows = (low: number): number[] => [3 * low, 2 * low, low];
    const panel = panelOf({
      ...Object.fromEntries(fields.map((id) => [id, rows(1)])),
      employees: [1, 1, 1],
      net_assets: [1, 1, 1],
      revenue: [1, 1, 1],
      rd_expense: rows(1),
      found_date: [10957, 10957, 10957],
    });
    const { evaluated, totals } = run(panel, scheme);
    expect([...evaluated.stage]).toEqual([1, 1, 1]);
    // Mid-ranks 5/6, 3/6, 1/6. Stable weights: N02 4 and N10 7 are missing, N09 9 is equal for all (½): 80 × share + 4.5.
    expect(totals.score[0]).toBeCloseTo((80 * 5) / 6 + 4.5, 9);
    expect(totals.score[1]).toBeCloseTo(44.5, 9);
    expect(totals.score[2]).toBeCloseTo(80 / 6 + 4.5, 9);
    expect(totals.coverage[0]).toBeCloseTo(0.89, 12);
  });

  it('2025: nine indicators and three of bonus beyond 100', () => {
    const scheme = schemeOf('data/schemes/cn-most-2025-v2.json');
    const most = {
      rd_expense: 5000 * WAN,
      revenue: 10_000 * WAN,
      rd_staff: 50,
      employees: 100,
      inv_valid: 50,
      tech_contract: 2000 * WAN,
      hitech_revenue: 9000 * WAN,
      vc_amount: 5000 * WAN,
      platforms: 2,
      awards: 2,
      proj_nat: 3,
      proj_prov: 9,
    };
    const before = { revenue_p1: 5000 * WAN, rd_expense_p1: 2500 * WAN };
    const panel = panelOf(Object.fromEntries(Object.entries({ ...most, ...before }).map(([id, value]) => [id, [value]])));
    const { totals } = run(panel, scheme);
    expect([totals.base[0], totals.bonus[0], totals.score[0]]).toEqual([100, 30, 130]);
  });

  it('HNTE: interval tiers give their lower end; the total must exceed 70', () => {
    const scheme = schemeOf('data/schemes/cn-hnte-2016.json');
    const years = { firm: [0, 0, 0], year: [2022, 2023, 2024] };
    const panel = panelOf(
      {
        revenue: [1000 * WAN, 1400 * WAN, 1960 * WAN],
        net_assets: [100 * WAN, 110 * WAN, 110 * WAN],
        rd_expense: [100 * WAN, 140 * WAN, 196 * WAN],
        rd_domestic: [100 * WAN, 140 * WAN, 196 * WAN],
        hitech_revenue: [1, 1, 1200 * WAN],
        total_income: [1, 1, 2000 * WAN],
        employees: [50, 50, 50],
        tech_staff: [10, 10, 10],
        class1_ip: [0, 0, 0],
        class2_ip: [0, 0, 4],
        ip_self_developed: [true, true, true],
        standards_drafted: [0, 0, 1],
        transformations_3y: [0, 0, 15],
        expert_ip_advancement: [0, 0, 8],
        expert_ip_support: [0, 0, 8],
        expert_rd_management: [0, 0, 20],
        found_date: [10957, 10957, 10957],
        major_accident_3y: [false, false, false],
        env_violation: [false, false, false],
        hitech_field: ['新材料', '新材料', '新材料'],
      },
      years,
    );
    const { totals, points, passed, status } = run(panel, scheme);
    // 4 class II → 3…4; self-developed → 1…6; five transfers a year → 25…30; assets grow 5 % → 3…4, sales 40 % → 9…10.
    expect(['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'].map((id) => points(id, 2))).toEqual([8, 8, 3, 1, 2, 25, 20, 3, 9]);
    expect(status[2]).toBe('ranked');
    expect(totals.score[2]).toBe(79);
    expect(passed![2]).toBe(VERDICT.yes);
    // The first year has no growth and no three-year sums: gates that cannot be checked do not bar.
    expect([status[0], totals.unchecked[0]]).toEqual(['ranked', 1]);
  });

  it.each([
    ['a first year of 0 leaves the last two', [0, 100, 130], 7, 'present'],
    ['a second year of 0 earns nothing', [100, 0, 130], 0, 'present'],
    ['shrinking earns nothing', [100, 80, 60], 0, 'present'],
    ['from a negative second year there is no growth', [100, -50, -100], NaN, 'negative_base'],
    ['from a negative first year it shrinks', [-100, 50, 60], 0, 'present'],
    ['without a first year it is not known', [null, 100, 130], NaN, 'blank'],
  ])('HNTE: %s', (_, net_assets, wanted, reason) => {
    const scheme = schemeOf('data/schemes/cn-hnte-2016.json');
    const evaluated = evaluateScheme(panelOf({ net_assets }, { firm: [0, 0, 0], year: [2022, 2023, 2024] }), scheme);
    const { points, reasons } = evaluated.indicators.find((__, at) => scheme.indicators[at]!.id === 'G8')!;
    expect([points[2], REASONS[reasons[2]!]]).toEqual([wanted, reason]);
  });

  it('innovative SME: 100 points, minima of groups', () => {
    const scheme = schemeOf('data/schemes/cn-innovative-sme-2022.json');
    const panel = panelOf({
      class1_high_value: [0, 0],
      class1_self: [1, 0],
      class1_ip: [1, 0],
      class2_ip: [0, 1],
      rd_expense: [5, 1],
      revenue: [100, 100],
      main_revenue: [69, 80],
      main_revenue_p1: [60, 60],
      total_liabilities: [50, 80],
      total_assets: [100, 100],
      strategic_industry: [true, false],
      prov_award_3y: [false, false],
      titles: [[], []],
      platforms: [0, 0],
      equity_3y: [0, 499 * WAN],
    });
    const { totals, passed } = run(panel, scheme);
    // 15 + 20 | 15 % → 20 + 10 | 10 + 15 = 90; 5 + 5 | 20 + 0 | 5 + 20 = 55.
    expect(totals.groups.map((group) => [...group])).toEqual([
      [35, 10],
      [30, 20],
      [25, 25],
    ]);
    expect([...totals.score]).toEqual([90, 55]);
    expect([...passed!]).toEqual([VERDICT.yes, VERDICT.no]);
  });
});
