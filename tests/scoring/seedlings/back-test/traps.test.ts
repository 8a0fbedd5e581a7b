import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../../scoring/board/score-panel';
import type { Panel } from '../../../../scoring/panel';
import { backTest } from '../../../../scoring/seedlings/back-test/back-test';
import { backTestDetectors } from '../../../../scoring/seedlings/back-test/run';
import { type BackTest, type BackTestAsk, BACK_TEST_CHECKS, type BackTestCheck } from '../../../../scoring/seedlings/format';
import { SETTING } from '../../board/literal-board';
import { panelOf } from '../../panel-of';
import { schemeWith } from '../../schemes';
import { rankedOf } from '../ranked-of';
import { askWith, byField } from './given';

interface Life {
  /** Revenue of each year from `from` on; undefined is no row. */
  readonly revenue: readonly (number | null | undefined)[];
  readonly staff?: number;
  readonly x?: number;
}

/** Firms F0, F1 … with a figure `x` of their own in every row. */
function panelFrom(lives: readonly Life[], from = 2020): Panel {
  const rows = lives.flatMap(({ revenue, staff, x }, firm) =>
    revenue.flatMap((value, at) => (value === undefined ? [] : [{ firm, year: from + at, value, staff: staff ?? 10, x: x ?? firm }])),
  );
  return panelOf(
    {
      revenue: rows.map(({ value }) => value),
      employees: rows.map(({ staff }) => staff),
      rd_expense: rows.map(({ x }) => x),
      x: rows.map(({ x }) => x),
    },
    { firm: rows.map(({ firm }) => firm), year: rows.map(({ year }) => year) },
  );
}
const GROWS = [10, 12, 20];
const STAYS = [10, 10, 10];
const LEAVES = [10, 10];
const checkOf = ({ checks }: BackTest, id: BackTestCheck) => checks.find((one) => one.id === id)!;
const chosenOf = ({ years }: BackTest) => years.flatMap(({ hits, misses }) => [...hits, ...misses].map(({ firm, share }) => [firm, share]));

describe('survivors only', () => {
  // As of 2020 the last two are chosen: one leaves, one grows. 3 of 5 grow.
  const lives = [{ revenue: GROWS }, { revenue: STAYS }, { revenue: GROWS }, { revenue: LEAVES }, { revenue: GROWS }];
  const found = backTest(rankedOf(panelFrom(lives)), askWith({ k: 2 }), byField('x'));
  const year = found.years[0]!;
  it('whoever leaves stays in the universe, and is a failure', () => {
    expect(year).toMatchObject({ firms: 5, universe: 5, positives: 3, exits: 1, unknown: 0, barred: 0 });
    expect(year.misses).toEqual([{ firm: 'F3', name: 'F3', share: 1, why: 'left' }]);
    expect(year.rankers[0]).toMatchObject({ hits: 1, precision: 0.5, recall: 1 / 3 });
    expect(year.rankers[0]!.lift).toBeCloseTo(0.5 / 0.6, 14);
  });
  it('beside it stands what survivors alone would say: F4 and F2, both right, base 3 of 4', () => {
    expect(year.survivors).toMatchObject({ hits: 2, precision: 1, judged: 4 });
    expect(year.survivors.lift).toBeCloseTo(4 / 3, 14);
  });
  it('exits are counted by the check, and the files are not of survivors only', () => {
    expect([checkOf(found, 'exits_counted'), checkOf(found, 'survivors_only')]).toEqual([
      { id: 'exits_counted', ok: true, given: '1' },
      { id: 'survivors_only', ok: true, given: '1' },
    ]);
  });
  it('files that no firm ever leaves say so, at a horizon of two years', () => {
    const stayed = backTest(rankedOf(panelFrom([{ revenue: GROWS }, { revenue: STAYS }])), askWith({}), byField('x'));
    expect(checkOf(stayed, 'survivors_only')).toEqual({ id: 'survivors_only', ok: false, given: '0' });
  });
});

describe('nothing later is seen', () => {
  const cell = fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6, nil: null });
  const lives = fc.array(
    fc.record({ past: fc.array(cell, { minLength: 4, maxLength: 4 }), rest: fc.array(cell, { minLength: 2, maxLength: 2 }), x: fc.nat(9) }),
    { minLength: 4, maxLength: 12 },
  );
  // Percentiles within all years pooled: what would look ahead were it fitted to the whole panel.
  const relative = schemeWith({
    comparison: 'all',
    indicators: [
      { id: 'p', formula: 'revenue', rule: { is: 'percentile' }, of: 60 },
      { id: 'm', formula: 'x', rule: { is: 'min-max' }, of: 40 },
    ],
  });
  const { weights: _weights, draft: _draft, ...setting } = SETTING;
  it('no figure after the year changes who is chosen, except that what became of them must be known', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 2, max: 50 }), fc.boolean(), (given, factor, embargo) => {
        const seen: number[][][] = [];
        for (const change of [1, factor]) {
          const end = given.map(({ past, rest, x }) => ({ revenue: [...past, ...rest.map((value) => value && value * change)], x }));
          // One that grows whatever the others do, so that there is something to be right about.
          end.push({ revenue: [5, 5, 5, 5, 15 * change, 45 * change], x: 3 });
          const ctx = scorePanel(panelFrom(end, 2017), relative, setting);
          const asked: number[][] = [];
          const ask = askWith({ asOf: [2020], horizon: 2, k: 1, embargo });
          backTest(ctx, ask, (asOf, year, rows) => {
            // All that a chooser can be given: every score and every figure it can reach.
            asked.push([year, ...asOf.panel.year, ...rows, ...asOf.totals.score]);
            return Float64Array.from(rows, (row) => asOf.totals.score[row]!);
          });
          seen.push(asked);
        }
        expect(seen[0]!.length).toBe(2);
        expect(seen[1]).toEqual(seen[0]);
      }),
    );
  });
  it('the detectors choose the same firms when every later figure is another', () => {
    const base = [
      [1, 2, 3, 5],
      [4, 4, 4, 4],
      [2, 2, 3, 3],
      [6, 5, 4, 3],
      [1, 1, 2, 4],
      [3, 3, 3, 4],
    ];
    const chosen = [1, 7].map((factor) => {
      const lives = base.map((past, firm) => ({ revenue: [...past, factor * (firm + 2), factor * 3 * past[3]!], x: firm + 1 }));
      return chosenOf(backTestDetectors(scorePanel(panelFrom(lives, 2017), relative, setting), askWith({ k: 3 })));
    });
    expect(chosen[0]!.length).toBe(3);
    expect(chosen[1]).toEqual(chosen[0]);
  });
  it('the check says the newest year that was seen', () => {
    const found = backTest(rankedOf(panelFrom([{ revenue: GROWS }, { revenue: STAYS }])), askWith({}), byField('x'));
    expect(checkOf(found, 'nothing_later')).toEqual({ id: 'nothing_later', ok: true, given: '2020' });
  });
});

describe('a leak', () => {
  const lives = Array.from({ length: 20 }, (_, firm) => ({ revenue: firm < 2 ? GROWS : STAYS, x: firm < 2 ? 1 : 0 }));
  const ctx = rankedOf(panelFrom(lives));
  it('a field equal to the outcome, two of twenty, has a lift of 10 and raises the alarm', () => {
    const found = backTest(ctx, askWith({ k: 2 }), byField('x'));
    expect(found.pooled[0]!.lift).toBeCloseTo(10, 12);
    expect([found.alarm, checkOf(found, 'lift')]).toEqual([true, { id: 'lift', ok: false, given: '10.00' }]);
  });
  it('a lift of 5 sharp raises none', () => {
    const four = rankedOf(panelFrom(lives.map((life, firm) => ({ ...life, revenue: firm < 4 ? GROWS : STAYS, x: firm < 4 ? 1 : 0 }))));
    const found = backTest(four, askWith({ k: 4 }), byField('x'));
    expect([found.pooled[0]!.lift, found.alarm]).toEqual([5, false]);
  });
  it('no rd_expense field, no ranker by it', () => {
    const { rd_expense: _gone, ...rest } = Object.fromEntries(ctx.panel.fields);
    const found = backTest(rankedOf({ ...ctx.panel, fields: new Map(Object.entries(rest)) }), askWith({ k: 2 }), byField('x'));
    expect(found.pooled.find(({ id }) => id === 'rd_intensity')).toMatchObject({ lacking: 'no_field', judged: 0, lift: null });
  });
});

describe('the base year, which feature and outcome share', () => {
  // 2019 says who grows (x is turned round in 2020), so the choice is right only where it ends a year earlier.
  const revenue = [10, 10, 12, 20];
  const still = [10, 10, 10, 10];
  const panel = panelFrom([{ revenue }, { revenue: still }, { revenue: still }, { revenue: still }], 2019);
  const x = panel.fields.get('x')!;
  if (x.kind === 'number') panel.year.forEach((year, row) => (x.values[row] = (panel.firm[row] === 0) === (year === 2019) ? 1 : 0));
  const both = [false, true].map((embargo) => backTest(rankedOf(panel), askWith({ embargo, k: 1 }), byField('x')));
  it('is left out, or not, and the other way stands beside it', () => {
    const lifts = both.map(({ years }) => [years[0]!.rankers[0]!.lift, years[0]!.otherWay!.lift]);
    expect(lifts).toEqual([
      [0, 4],
      [4, 0],
    ]);
  });
  it('and the check says both, with first', () => {
    expect(both.map((found) => checkOf(found, 'base_year'))).toEqual([
      { id: 'base_year', ok: false, given: '0.00 4.00' },
      { id: 'base_year', ok: false, given: '0.00 4.00' },
    ]);
  });
  it('the firms are the same either way: the universe stands as of the year itself', () => {
    expect(both[0]!.years[0]!.universe).toBe(both[1]!.years[0]!.universe);
  });
});

describe('a panel of 2015 to 2018', () => {
  const lives = [{ revenue: [10, 12, 15, 20] }, { revenue: [10, 10, 10, 10] }, { revenue: [10, 9, 9, 9] }];
  const ctx = rankedOf(panelFrom(lives, 2015));
  const ranker = (found: BackTest, id: string) => found.years[0]!.rankers.find((one) => one.id === id)!;
  it('as of 2016 last year’s growth can be had, as of 2015 it cannot, for lack of 2014', () => {
    const [in2016, in2015] = [2016, 2015].map((year) => backTest(ctx, askWith({ asOf: [year] }), byField('x')));
    expect(ranker(in2016!, 'growth')).toMatchObject({ lacking: null, judged: 3 });
    expect(ranker(in2015!, 'growth')).toMatchObject({ lacking: 'no_earlier_year', judged: 0, hits: null, lift: null });
    expect(in2015!.years[0]!.otherWay).toBeNull();
  });
  it('with the features ended a year earlier, as of 2015, only the blind draw is left', () => {
    const found = backTest(ctx, askWith({ asOf: [2015], embargo: true }), byField('x'));
    expect(found.years[0]!.rankers.map(({ lacking }) => lacking)).toEqual([...Array<string>(4).fill('no_earlier_year'), null]);
    expect(found.pooled.map(({ lacking }) => lacking)).toEqual([...Array<string>(4).fill('no_earlier_year'), null]);
    expect(found.years[0]).toMatchObject({ hits: [], misses: [] });
  });
});

describe('windows', () => {
  const lives = Array.from({ length: 6 }, (_, firm) => ({ revenue: firm < 3 ? [10, 20, 40, 80, 160] : [10, 10, 10, 10, 10] }));
  const ctx = rankedOf(panelFrom(lives));
  const found = (asOf: readonly number[]) => backTest(ctx, askWith({ asOf, k: 2 }), byField('x'));
  it('that overlap say so, and give no pooled chance', () => {
    const { overlapping, pooled, checks } = found([2020, 2021]);
    expect([overlapping, pooled[0]!.chance, checks.find(({ id }) => id === 'overlap')!.ok]).toEqual([true, null, false]);
  });
  it('that follow on each other do not overlap', () => {
    const { overlapping, pooled, checks } = found([2020, 2022]);
    expect([overlapping, pooled[0]!.chance, checks.find(({ id }) => id === 'overlap')!.ok]).toEqual([false, 1, true]);
  });
  it('the same two firms chosen in two years count as two in the interval, not as four', () => {
    const [once, twice] = [found([2020]), found([2020, 2021])].map(({ pooled }) => pooled[0]!);
    expect([twice!.low, twice!.high]).toEqual([once!.low, once!.high]);
    expect([twice!.hits, twice!.judged]).toEqual([0, 12]);
  });
});

describe('what is fitted', () => {
  const lives = [{ revenue: GROWS }, { revenue: STAYS }];
  it('a draft and a scheme of a later day may know the years tested', () => {
    const ctx = rankedOf(panelFrom(lives));
    const given = [
      ctx,
      { ...ctx, draft: '试调' },
      { ...ctx, scheme: { ...ctx.scheme, effective: { from: '2025-01-01', to: null } } },
      { ...ctx, scheme: { ...ctx.scheme, effective: { from: '2021-06-30', to: null } } },
    ].map((one) => checkOf(backTest(one, askWith({}), byField('x')), 'fitted_before'));
    expect(given.map(({ ok, given }) => [ok, given])).toEqual([
      [true, ''],
      [false, 'draft 试调'],
      [false, 'scheme 2025-01-01'],
      [true, ''],
    ]);
  });
});

describe('figures that were revised', () => {
  const revisedBy = (lag: readonly (number | null)[] | null) => {
    const rows = { firm: [0, 1, 0, 1, 0, 1], year: [2020, 2020, 2021, 2021, 2022, 2022] };
    const fields = { revenue: [10, 10, 12, 10, 20, 10], employees: [1, 1, 1, 1, 1, 1], x: [1, 0, 1, 0, 1, 0] };
    const panel = panelOf(lag ? { ...fields, revenue_p1: lag } : fields, rows);
    return checkOf(backTest(rankedOf(panel), askWith({}), byField('x')), 'revised');
  };
  it('are counted where a later file states the year before', () => {
    expect(revisedBy([null, null, 10, 11, 12, 10])).toEqual({ id: 'revised', ok: false, given: '1' });
    expect(revisedBy([null, null, 10, 10, 12, 10])).toEqual({ id: 'revised', ok: true, given: '0' });
  });
  it('cannot be known where no file does', () => {
    expect(revisedBy(null)).toEqual({ id: 'revised', ok: false, given: '' });
  });
});

describe('the universe', () => {
  it('adds up: universe, unknown and barred are the firms of the segment', () => {
    const lives: Life[] = [
      { revenue: GROWS },
      { revenue: STAYS },
      { revenue: [0, 1, 1], staff: 0 },
      { revenue: [null, 10, 10] },
      { revenue: [10, 10, null] },
      { revenue: LEAVES },
      { revenue: [undefined, 10, 10] },
    ];
    const found = backTest(rankedOf(panelFrom(lives)), askWith({}), byField('x'));
    expect(found.years[0]).toMatchObject({ decision: '2021-06-30', firms: 6, universe: 3, unknown: 2, barred: 1, positives: 1, exits: 1 });
    // One of four left out by what came later is more than one in twenty.
    expect(checkOf(found, 'universe_fixed')).toEqual({ id: 'universe_fixed', ok: false, given: '1' });
  });
  it('a merger suspect is in it, and when chosen a miss to be looked at', () => {
    const panel = panelOf(
      { revenue: [10, 10, 41, 10, 41, 20], employees: [10, 10, 20, 10, 20, 10], x: [2, 1, 2, 1, 2, 1] },
      { firm: [0, 1, 0, 1, 0, 1], year: [2020, 2020, 2021, 2021, 2022, 2022] },
    );
    const [year] = backTest(rankedOf(panel), askWith({}), byField('x')).years;
    expect(year).toMatchObject({ universe: 2, positives: 1, review: 1, misses: [{ firm: 'F0', why: 'review' }] });
  });
  it('a share of all firms that no file knows is a standing warning', () => {
    const found = backTest(rankedOf(panelFrom([{ revenue: GROWS }, { revenue: STAYS }])), askWith({}), byField('x'));
    expect(checkOf(found, 'applicants_only')).toEqual({ id: 'applicants_only', ok: false, given: '2' });
    expect(found.checks.map(({ id }) => id)).toEqual([...BACK_TEST_CHECKS]);
  });
});

describe('years that cannot be tested', () => {
  const ctx = rankedOf(panelFrom([{ revenue: GROWS }, { revenue: STAYS }]));
  const refused = (more: Parameters<typeof askWith>[0], of = ctx) => backTest(of, askWith(more), byField('x'));
  it.each<[string, Partial<BackTestAsk>]>([
    ['no_horizon', { asOf: [2021] }],
    ['no_base', { asOf: [2019] }],
    ['too_few', { k: 3 }],
    ['no_positives', { outcome: { is: 'high_growth', field: 'revenue', rate: 3 } }],
    ['no_base', { outcome: { is: 'high_growth', field: 'no_such', rate: 3 } }],
  ])('%s', (why, more) => {
    const found = refused(more);
    expect(found.refused).toEqual([{ asOf: more.asOf?.[0] ?? 2020, why }]);
    expect(found).toMatchObject({ years: [], pooled: [], alarm: false, checks: [] });
  });
  it('an ask that makes no sense is our mistake', () => {
    expect(() => refused({ k: 0 })).toThrow('back-test of k 0');
    expect(() => refused({ horizon: 1.5 })).toThrow('back-test of horizon 1.5');
    expect(() => refused({ asOf: [2020, 2020] })).toThrow('back-test of years 2020,2020');
  });
  it('progress is told after every year, also a refused one', () => {
    const told: number[][] = [];
    backTest(ctx, askWith({ asOf: [2019, 2020, 2021] }), byField('x'), (...done) => told.push(done));
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

it('a tie at the cut is shared among the firms that are listed', () => {
  const lives = [
    { revenue: GROWS, x: 1 },
    { revenue: STAYS, x: 1 },
    { revenue: STAYS, x: 0 },
  ];
  const [year] = backTest(rankedOf(panelFrom(lives)), askWith({}), byField('x')).years;
  expect(year).toMatchObject({ hits: [{ firm: 'F0', share: 0.5 }], misses: [{ firm: 'F1', share: 0.5, why: 'grew_less' }] });
  expect(year!.rankers[0]).toMatchObject({ hits: 0.5, precision: 0.5, lift: 1.5 });
});
