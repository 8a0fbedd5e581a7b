import { describe, expect, it } from 'vitest';
import { DETECTORS, type DetectorId } from '../../../scoring/seedlings/format';
import { reasonCard } from '../../../scoring/seedlings/reason-card';
import { keyedRowsOf } from '../../../scoring/year-rows';
import { type Firm, ranked, settingWith } from './given';

function cardOf(firms: readonly Firm[], number: number, more: Parameters<typeof settingWith>[0] = {}) {
  const ctx = ranked(firms);
  const row = keyedRowsOf(ctx.panel, 2024)[number]!;
  return reasonCard(ctx, row, { segment: {}, setting: settingWith({ technologyCut: 0.5, ...more }), rules: [] });
}
const firm: Firm = { revenue: [10, 12, 14.4, 17.28], technology: 0.6, rd: 1, inv: 1, staff: 10, industry: 'A' };

describe('readings', () => {
  const figures = (id: DetectorId, firms: readonly Firm[] = [firm]) => cardOf(firms, 0).readings[DETECTORS.indexOf(id)]!.figures;
  it('set each figure beside its threshold', () => {
    const [growth, technology] = figures('quadrant');
    expect(growth).toMatchObject({ what: 'growth', measure: 'formula:cagr(revenue, 3)', operator: '>=', threshold: 0.2, reason: null });
    expect(growth!.value).toBeCloseTo(0.2, 12);
    expect(technology).toMatchObject({ what: 'technology', measure: 'group:tech', value: 0.6, threshold: 0.5 });
  });
  it('give the reason where there is no figure', () => {
    expect(figures('quadrant', [{ ...firm, revenue: [14, 17] }])[0]).toMatchObject({ value: null, reason: 'no_earlier_year' });
    expect(figures('quadrant', [{ ...firm, technology: null }])[1]).toMatchObject({ value: null, reason: 'incomplete_group' });
    expect(figures('outperformer', [{ ...firm, inv: null }])[2]).toMatchObject({
      measure: 'formula:inv_applied / employees',
      value: null,
      reason: 'blank',
    });
    expect(figures('anomaly')[0]).toMatchObject({ value: null, reason: 'too_few', threshold: 3.5, peers: 1 });
    expect(figures('skyline', [{ ...firm, rd: null }])[0]).toMatchObject({ what: 'layer', value: null, reason: 'blank' });
  });
  it('show the base that is below the floor', () => {
    const small: Firm = { ...firm, revenue: [0.9, 2, 3, 4] };
    expect(figures('quadrant', [small])[1]).toMatchObject({
      what: 'base',
      measure: 'field:revenue',
      value: 900_000,
      operator: '>=',
      threshold: 1_000_000,
    });
    expect(figures('momentum', [small]).at(-1)).toMatchObject({ what: 'base', value: 900_000, threshold: 1_000_000 });
  });
  it('of the momentum are slope, last year, worst fall and rises in a row', () => {
    const [slope, last, fall, rises] = figures('momentum', [{ ...firm, revenue: [10, 8, 16, 32] }]);
    // (−3 · ln 10 − 1 · ln 8 + 1 · ln 16 + 3 · ln 32) ÷ (9 + 1 + 1 + 9) × 2: slope of four points one year apart is Σ(2t − 5) y ÷ 10.
    expect(slope!.value).toBeCloseTo((-3 * Math.log(10) - Math.log(8) + Math.log(16) + 3 * Math.log(32)) / 10, 12);
    expect([last!.value, rises!.value]).toEqual([1, 2]);
    expect(fall!.value).toBeCloseTo(-0.2, 12);
  });
  it('name the type of the path', () => {
    expect(cardOf([firm], 0).readings[DETECTORS.indexOf('trajectory')]).toMatchObject({ verdict: 'met', type: 'surge' });
  });
});

it('the path has every loaded year, null where the firm has none', () => {
  const card = cardOf([{ ...firm, revenue: [12, null, 15] }, firm], 0);
  expect(card.path).toEqual([
    { year: 2021, value: null },
    { year: 2022, value: 12e6 },
    { year: 2023, value: null },
    { year: 2024, value: 15e6 },
  ]);
});

describe('the nearest peers', () => {
  // Growth is 20 % for all and separates nobody. Technology points 60 50 70 90 10 and other points 50 50 60 10 90.
  const others: Firm[] = [
    { ...firm, technology: 0.5, other: 0.5 },
    { ...firm, technology: 0.7, other: 0.6 },
    { ...firm, technology: 0.9, other: 0.1 },
    { ...firm, technology: 0.1, other: 0.9 },
  ];
  it('are by mean distance in robust units', () => {
    // Technology: median 60, MAD 10 30 0 50 10 → 10. Other: median 50, distances 0 0 10 40 40 → 10. One MAD is 0.6745 units.
    const { peers } = cardOf([firm, ...others], 0);
    expect(peers.map((peer) => peer.firm)).toEqual(['F1', 'F2', 'F3', 'F4']);
    expect(peers[0]!.distance).toBeCloseTo((1 * 0.6745) / 2, 9);
    expect(peers[1]!.distance).toBeCloseTo((2 * 0.6745) / 2, 9);
    expect(peers[2]!.distance).toBeCloseTo((7 * 0.6745) / 2, 9);
    expect(peers[0]).toMatchObject({ score: 100, technology: 0.5 });
  });
  it('are of the same industry and ranked; an unknown industry has none', () => {
    const [first, second, ...rest] = others;
    const firms = [firm, { ...first!, industry: 'B' }, { ...second!, dishonest: true }, ...rest];
    expect(cardOf(firms, 0).peers.map((peer) => peer.firm)).toEqual(['F3', 'F4']);
    expect(cardOf([{ ...firm, industry: null }, ...others.map((one) => ({ ...one, industry: null }))], 0).peers).toEqual([]);
  });
  it('of a firm alone in its industry are none', () => {
    expect(cardOf([firm], 0).peers).toEqual([]);
  });
  it('are five at most', () => {
    expect(cardOf([firm, ...others, ...others], 0).peers.length).toBe(5);
  });
});

it('a firm outside the segment is read among all firms of its year', () => {
  const ctx = ranked([
    { ...firm, district: '甲' },
    { ...firm, district: '乙', technology: 0.2 },
  ]);
  const setting = settingWith({ technologyCut: null });
  const row = keyedRowsOf(ctx.panel, 2024)[0]!;
  const cut = (district: string) => reasonCard(ctx, row, { segment: { district }, setting, rules: [] }).readings[0]!.figures[1]!.threshold;
  expect([cut('甲'), cut('乙')]).toEqual([0.6, 0.4]);
});
