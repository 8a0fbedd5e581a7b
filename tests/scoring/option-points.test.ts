import { expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { evaluateScheme } from '../../scoring/evaluate';
import { optionPoints } from '../../scoring/option-points';
import type { Panel } from '../../scoring/panel';
import type { Indicator, Scheme } from '../../scoring/scheme/format';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const stairs = {
  is: 'tiers',
  tiers: [
    { from: 10, to: null, points: 10 },
    { from: null, to: 10, points: 4 },
  ],
};
const option = (id: string, formula: string, rule: object) => ({ id, name: { zh: id, en: id }, formula, rule });
const bestOf = (options: readonly object[], parts: object = {}): Scheme =>
  schemeWith({ indicators: [{ id: 'i', rule: { is: 'best-of', options }, of: 10 }], ...parts });
const panel = panelOf({
  a: [1, 2, 3, 3, null, 40, 7, 9],
  b: [11, null, 3, 20, null, 2, 30, 5],
  industry: ['x', 'x', 'x', 'y', 'y', 'y', null, 'z'],
});
const alone = (scheme: Scheme, of: Panel, at: number, row: number) => {
  const indicator = scheme.indicators[0]! as Indicator & { rule: { is: 'best-of' } };
  return optionPoints(of, evaluateScheme(of, scheme), indicator, indicator.rule.options[at]!, row);
};

it('gives value, points and tier of an option that lost', () => {
  const scheme = bestOf([option('one', 'a', stairs), option('two', 'b', stairs)]);
  expect(alone(scheme, panel, 0, 0)).toEqual({ value: 1, points: 4, reason: 0, hit: 1, high: 4, wider: -1 });
  expect(alone(scheme, panel, 1, 0)).toEqual({ value: 11, points: 10, reason: 0, hit: 0, high: 10, wider: -1 });
  expect(alone(scheme, panel, 1, 1)).toMatchObject({ value: NaN, points: NaN, hit: -1 });
});

it('compares a relative option with the row’s own comparison set, and does not place a row without one', () => {
  const relative = bestOf([option('low', 'a', { is: 'min-max' }), option('place', 'b', { is: 'percentile' })], {
    comparison: 'year*industry',
  });
  // Industry x: a is 1, 2, 3; b is 11 and 3.
  expect(alone(relative, panel, 0, 1)).toEqual({ value: 2, points: 5, reason: 0, hit: -1, high: 5, wider: -1 });
  expect(alone(relative, panel, 1, 0)).toMatchObject({ points: 7.5 });
  expect(REASONS[alone(relative, panel, 0, 6).reason]).toBe('blank');
  expect(REASONS[alone(relative, panel, 0, 7).reason]).toBe('too_few');
});

it.each(['year', 'year*industry', 'all'])(
  'in a comparison by %s the best of the options alone is what the indicator earns',
  (comparison) => {
    const scheme = bestOf(
      [
        option('one', 'a', stairs),
        option('low', 'a', { is: 'min-max' }),
        option('place', 'b', { is: 'percentile' }),
        option('is', 'b > 4', { is: 'flag' }),
      ],
      { comparison },
    );
    const { points, option: won } = evaluateScheme(panel, scheme).indicators[0]!;
    for (let row = 0; row < panel.rows; row++) {
      const each = [0, 1, 2, 3].map((at) => alone(scheme, panel, at, row).points);
      const present = each.filter((earned) => !Number.isNaN(earned));
      expect(points[row]).toBe(present.length > 0 ? Math.max(...present) : NaN);
      expect(won![row]).toBe(present.length > 0 ? each.indexOf(Math.max(...present)) : -1);
    }
  },
);
