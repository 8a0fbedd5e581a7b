import { expect, it } from 'vitest';
import { setChosen } from '../../../../scoring/chosen';
import { backTest } from '../../../../scoring/seedlings/back-test/back-test';
import { panelOf } from '../../panel-of';
import { rankedOf } from '../ranked-of';
import { askWith, byField } from './given';

/** Firms 0, 1, 2; rows of the end stand first, so that rows of the cut panel have other numbers. 0 changes its industry. */
const panel = panelOf(
  {
    revenue: [20, 10, 10, 10, 10, 10],
    employees: [1, 1, 1, 1, 1, 1],
    x: [1, 1, 1, 1, 2, 3],
    industry: ['药', '软件', '软件', '软件', '软件', '药'],
  },
  { firm: [0, 1, 2, 0, 1, 2], year: [2022, 2022, 2022, 2020, 2020, 2020] },
);

it('a firm is of the industry it was in that year, whatever it is now', () => {
  const [year] = backTest(rankedOf(panel), askWith({ segment: { industry: '软件' } }), byField('x')).years;
  expect(year).toMatchObject({ firms: 2, universe: 2, positives: 1, misses: [{ firm: 'F1' }] });
});

it.each([
  ['one group a row', null, [0, 1, 1, 0, 1, 0]],
  ['several groups a row', [0, 1, 2, 3, 4, 6, 7], [0, 1, 1, 0, 1, 0, 0]],
])('a chosen group keeps its firms in the cut panel, and is told as known only today: %s', (_, offsets, codes) => {
  const own = { ...panel };
  const kept = { values: ['a', 'b'], names: ['甲', '乙'], count: 2, codes: Int32Array.from(codes) };
  setChosen(own, { ...kept, offsets: offsets && Int32Array.from(offsets) });
  const found = backTest(rankedOf(own), askWith({ segment: { chosen: 'a' } }), byField('x'));
  expect(found.years[0]!.firms).toBe(offsets ? 3 : 2);
  expect(found.checks.find(({ id }) => id === 'fitted_before')).toEqual({ id: 'fitted_before', ok: false, given: 'chosen' });
});
