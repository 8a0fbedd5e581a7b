import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickRows } from '../../../scoring/quality/edit-panel';
import type { Condition, SeedlingAsk, SeedlingRule } from '../../../scoring/seedlings/format';
import { seedlingsOf } from '../../../scoring/seedlings/list';
import { type Firm, ranked, scored, settingWith } from './given';

type Ask = Partial<Omit<SeedlingAsk, 'setting'>> & {
  readonly setting?: Parameters<typeof settingWith>[0];
  readonly without?: readonly string[];
};

function seedlings(firms: readonly Firm[], { setting = {}, without = [], ...more }: Ask = {}) {
  const ask = { segment: {}, rules: [], offset: 0, count: 100, ...more, year: 2024, setting: settingWith(setting) };
  return seedlingsOf(ranked(firms, without), ask);
}

const named = (text: string) => ({ zh: text, en: text });
const facts = { id: 'c', name: named('c'), ask: null, when: null };
const ruleOf = (id: string, condition: Condition): SeedlingRule => ({
  id,
  kind: 'own',
  name: named(id),
  short: named(id),
  from: null,
  to: null,
  provenance: 'illustrative',
  sources: [],
  note: null,
  condition,
});

/** Rises every year (momentum) to 26 % a year (trajectory), stands above both cuts (quadrant). Its score is technology × 100 + 50. */
const seedling: Firm = { revenue: [10, 12, 15, 20], technology: 0.6, rd: 1, inv: 1, staff: 10 };
const idle: Firm = { revenue: [10, 10, 10, 10], technology: 0.1, other: 0.1, rd: 1, inv: 1, staff: 10 };
/** No firm is at the top of so short a list, and none is ahead of nine in ten. */
const setting = { technologyCut: 0.5, topShare: 0 };
const counts = ({ funnel }: ReturnType<typeof seedlings>) =>
  funnel.map(({ firms, lost, unknown, review }) => [firms, lost, unknown, review]);

describe('the funnel', () => {
  it('loses each firm at the first step it does not pass', () => {
    const answer = seedlings(
      [
        seedling,
        { revenue: [10, 12, 15, 0], technology: 0.6, rd: 1, staff: 0 },
        { revenue: [10, 12, 15, null], technology: 0.6, rd: 1, staff: null },
        { ...seedling, revenue: [0.5, 12, 15, 20] },
        { ...seedling, revenue: [12, 15, 20] },
        { ...seedling, dishonest: true },
        { ...seedling, rd: 0, revenue: [10, 12, 15, 20] },
        idle,
      ],
      { setting: { ...setting, technologyCut: 0.5 }, without: [] },
    );
    expect(counts(answer)).toEqual([
      [8, 0, 0, 0],
      [6, 2, 1, 0],
      [4, 2, 1, 0],
      [4, 0, 0, 0],
      // R&D expense of 0 with an unknown R&D staff is unknown.
      [2, 2, 1, 0],
      [1, 1, 0, 0],
      [1, 0, 0, 0],
    ]);
  });
  it('keeps the top of the board out, with everybody who shares its last place', () => {
    const top = { ...seedling, technology: 0.9 };
    const answer = seedlings([top, top, seedling, seedling, seedling], { setting: { ...setting, topShare: 0.2 } });
    expect(answer.funnel[3]).toMatchObject({ id: 'not_top', firms: 3, lost: 2 });
  });
  it('counts as unknown who could still have enough detectors', () => {
    // Momentum and trajectory are met; quadrant and skyline are unknown without technology.
    const answer = seedlings([{ ...seedling, technology: null }, idle], { setting: { ...setting, atLeast: 3 } });
    expect(answer.funnel[5]).toMatchObject({ id: 'detected', firms: 0, lost: 2, unknown: 1 });
  });
  it('sets apart at the end what a person must look at, and what is still to be asked', () => {
    const answer = seedlings(
      [
        { ...seedling, revenue: [10, 11, 12, 60], staff: [10, 10, 10, 30] },
        { ...seedling, dishonest: null },
        { ...seedling, revenue: [10, null, 15, 20] },
        seedling,
      ],
      { setting },
    );
    expect(answer.listed).toBe(4);
    expect(answer.funnel[6]).toMatchObject({ id: 'evidence', firms: 1, lost: 3, unknown: 2, review: 1 });
    expect(answer.rows.map(({ firm, evidence, review }) => [firm, evidence, review]).sort()).toEqual([
      ['F0', 'review', true],
      ['F1', 'unknown', false],
      ['F2', 'unknown', false],
      ['F3', 'met', false],
    ]);
  });
  it('adds up at every step, whatever is missing', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(null));
    const firm = fc.record({
      revenue: fc.array(cell, { minLength: 1, maxLength: 4 }),
      technology: fc.oneof(fc.constantFrom(0.1, 0.5, 0.9), fc.constant(null)),
      rd: cell,
      inv: cell,
      staff: cell,
      dishonest: fc.constantFrom(true, false, false, null),
    });
    fc.assert(
      fc.property(fc.array(firm, { minLength: 1, maxLength: 9 }), fc.constantFrom(1, 2, 3), (firms, atLeast) => {
        const answer = seedlings(firms, { setting: { atLeast, growthCut: null } });
        let before = firms.length;
        for (const { firms: left, lost, unknown, review, near } of answer.funnel) {
          expect(left + lost).toBe(before);
          expect(unknown + review).toBeLessThanOrEqual(lost);
          expect(near.length).toBeLessThanOrEqual(lost);
          before = left;
        }
        expect(answer.listed).toBe(answer.funnel[5]!.firms);
        const { both, growth, technology, neither, unknown } = answer.quadrants;
        expect(both + growth + technology + neither + unknown).toBe(firms.length);
        expect(answer.rows.filter(({ place }) => place !== null).length).toBe(answer.listed);
      }),
      { numRuns: 80 },
    );
  });
});

describe('near misses', () => {
  it('of the detectors lack little of one figure: 18 % of 20 %, and stand below the list', () => {
    // 1.18³ = 1.643032; the quadrant lacks 2 points of growth, the trajectory too, but a type is no figure.
    const answer = seedlings([seedling, { ...seedling, revenue: [10, 12, 14, 16.43032] }], { setting: { ...setting, atLeast: 3 } });
    expect(answer.rows.map(({ firm, place }) => [firm, place])).toEqual([
      ['F0', 1],
      ['F1', null],
    ]);
    const [miss] = answer.funnel[5]!.near;
    expect(miss).toMatchObject({ firm: 'F1', what: 'quadrant', figure: 'growth', threshold: 0.2 });
    expect(miss!.value).toBeCloseTo(0.18, 9);
  });
  it('of the base are within a tenth of the floor', () => {
    const near = (base: number) => seedlings([{ ...seedling, revenue: [base, 1.2, 1.6, 2.5] }], { setting }).funnel[2]!.near;
    expect(near(0.9)).toMatchObject([{ firm: 'F0', what: 'comparable', figure: 'base', value: 900_000, threshold: 1_000_000 }]);
    expect(near(0.89)).toEqual([]);
  });
  it('of the board stand within 5 points of the end of its top', () => {
    const answer = seedlings([{ ...seedling, technology: 0.9 }, { ...seedling, technology: 0.7 }, seedling, seedling], {
      setting: { ...setting, topShare: 0.52 },
    });
    expect(answer.funnel[3]!.near).toMatchObject([{ firm: 'F1', what: 'not_top', figure: 'place', value: 0.5, threshold: 0.52 }]);
  });
});

describe('the list', () => {
  it('goes by detectors fired, then by Borda, then by firm key, and says where the key decided', () => {
    const strong = { ...seedling, revenue: [10, 14, 20, 30], technology: 0.9, rd: 6 };
    const answer = seedlings([seedling, strong, seedling, idle], { setting });
    expect(answer.rows.map(({ firm, place, tied }) => [firm, place, tied])).toEqual([
      ['F1', 1, false],
      ['F0', 2, true],
      ['F2', 3, true],
    ]);
    expect(answer.rows[0]).toMatchObject({ fired: 4, judged: 7, single: false, rank: 1, score: 140, technology: 0.9 });
  });
  it('is given a window at a time', () => {
    const window = (offset: number, count: number) =>
      seedlings([seedling, seedling, seedling], { setting, offset, count }).rows.map(({ firm }) => firm);
    expect([window(1, 1), window(9, 5), window(-1, 2), window(0, 0)]).toEqual([['F1'], [], ['F0', 'F1'], []]);
  });
  it('counts where the listed are beside the universe', () => {
    const answer = seedlings(
      [
        { ...seedling, district: '甲' },
        { ...seedling, district: '乙' },
        { ...idle, district: '甲' },
        { ...seedling, district: '乙' },
      ],
      {
        setting,
      },
    );
    expect(answer.where.filter(({ by }) => by === 'district')).toEqual([
      { by: 'district', value: '乙', listed: 2, universe: 2 },
      { by: 'district', value: '甲', listed: 1, universe: 2 },
    ]);
  });
  it('of a segment has its own peers and places', () => {
    const answer = seedlings(
      [
        { ...seedling, district: '甲' },
        { ...seedling, district: '乙' },
        { ...idle, district: '甲' },
      ],
      {
        setting,
        segment: { district: '甲' },
      },
    );
    expect(answer.funnel[0]).toMatchObject({ firms: 2, lost: 0 });
    expect(answer.rows.map(({ firm }) => firm)).toEqual(['F0']);
  });
});

describe('rules', () => {
  const large = ruleOf('large', { ...facts, is: 'at', measure: 'field:revenue', as: 'figure', operator: '>=', threshold: 25e6 });
  const looked = ruleOf('looked', { ...facts, is: 'manual' });
  it('are columns of the list in the order asked for', () => {
    expect(seedlings([seedling], { setting, rules: [large, looked] }).rows[0]!.rules).toEqual(['unmet', 'review']);
  });
  it('that are gates must not be unmet; what a person must look at stays on the list and is set apart', () => {
    const rules = [large, looked];
    expect(seedlings([seedling], { setting: { ...setting, gates: ['large'] }, rules }).funnel[4]).toMatchObject({
      id: 'eligible',
      lost: 1,
      unknown: 0,
    });
    const answer = seedlings([seedling], { setting: { ...setting, gates: ['looked'] }, rules });
    expect([answer.listed, answer.funnel[6]!.review]).toEqual([1, 1]);
  });
  it('a gate that is not among them lets nobody pass, and is named', () => {
    const answer = seedlings([seedling], { setting: { ...setting, gates: ['gone'] } });
    expect(answer.lacking).toContainEqual({ what: 'eligible', why: 'no_rule', given: 'gone' });
    expect(answer.listed).toBe(0);
  });
});

describe('what the data lack is said instead of an empty room', () => {
  const lacking = (firms: readonly Firm[], ask: Ask = {}) =>
    Object.fromEntries(seedlings(firms, ask).lacking.map(({ what, why, given }) => [what, `${why} ${given}`]));
  it('one year', () => {
    expect(lacking([{ ...seedling, revenue: [10] }])).toMatchObject({
      comparable: 'one_year 2024',
      quadrant: 'one_year 2024',
      momentum: 'one_year 2024',
    });
  });
  it('two years, where three are looked back', () => {
    expect(lacking([{ ...seedling, revenue: [10, 12] }])).toMatchObject({ quadrant: 'too_few_years 2', trajectory: 'too_few_years 2' });
  });
  it('no growth field', () => {
    expect(lacking([seedling], { setting: { field: 'x_none' } })).toMatchObject({
      comparable: 'no_field x_none',
      quadrant: 'no_field x_none',
    });
  });
  it('no group of that name', () => {
    expect(lacking([seedling], { setting: { technology: 'nothing' } })).toEqual({
      quadrant: 'no_group nothing',
      skyline: 'no_group nothing',
      anomaly: 'too_few 1',
    });
  });
  it('no R&D field: nobody is asked for one', () => {
    const answer = seedlings([seedling, idle], { setting, without: ['rd_expense'] });
    expect(answer.lacking).toContainEqual({ what: 'eligible', why: 'no_field', given: 'rd_expense' });
    expect(answer.listed).toBe(1);
  });
  it('nothing, where all is there; and of no firms nothing is asked', () => {
    expect(lacking([seedling, idle, { ...idle, revenue: [10, 9, 8, 7] }])).toEqual({});
    expect(seedlings([seedling], { segment: { district: 'nowhere' } })).toMatchObject({
      lacking: [],
      listed: 0,
      rows: [],
      points: [],
      growthCut: 0.2,
      technologyCut: null,
    });
  });
});

it('a year that is not loaded has no firms', () => {
  const ask = { segment: {}, rules: [], offset: 0, count: 10, year: 1999, setting: settingWith({}) };
  expect(seedlingsOf(ranked([seedling]), ask)).toMatchObject({ listed: 0, rows: [], lacking: [], undrawn: 0, where: [] });
});

it('the order of the rows of the panel changes nothing', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(null));
  const firm = fc.record({
    revenue: fc.array(cell, { minLength: 1, maxLength: 4 }),
    industry: fc.constantFrom('A', 'B', null),
    technology: fc.oneof(fc.constantFrom(0.1, 0.5, 0.9), fc.constant(null)),
    rd: cell,
    inv: cell,
    staff: cell,
  });
  fc.assert(
    fc.property(fc.array(firm, { minLength: 1, maxLength: 9 }), fc.array(fc.nat(), { minLength: 36, maxLength: 36 }), (firms, keys) => {
      const { panel } = ranked(firms);
      const mixed = Int32Array.from({ length: panel.rows }, (_, row) => row).sort((a, b) => keys[a]! - keys[b]!);
      const ask = { segment: {}, rules: [], offset: 0, count: 10, year: 2024, setting: settingWith({ atLeast: 1, growthCut: null }) };
      expect(seedlingsOf(scored(pickRows(panel, mixed)), ask)).toEqual(seedlingsOf(scored(panel), ask));
    }),
    { numRuns: 60 },
  );
});

it('a setting that cannot be worked with is refused by name', () => {
  expect(() => seedlings([seedling], { setting: { growthCut: NaN } })).toThrow('growthCut: NaN');
});

it('draws at most 2,000 firms, the list among them, and says how many it left out', () => {
  const many = Array.from({ length: 2100 }, (_, i): Firm =>
    i === 2099 ? { ...seedling, revenue: [10, 14, 20, 30] } : { revenue: [10, 9, 9, 9], technology: 0.1, rd: 1 },
  );
  const answer = seedlings(many, { setting });
  expect(answer.points.length + answer.undrawn).toBe(2100);
  expect(answer.points.length).toBeLessThanOrEqual(2000);
  expect(answer.points.filter(({ listed }) => listed).map(({ firm }) => firm)).toEqual(['F2099']);
});
