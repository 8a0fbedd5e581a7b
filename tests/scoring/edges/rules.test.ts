import { describe, expect, it } from 'vitest';
import { numberColumn } from '../../../scoring/column';
import { evaluateScheme } from '../../../scoring/evaluate';
import { applyRule, type PlainRule } from '../../../scoring/rules/apply';
import { comparisonOf } from '../../../scoring/rules/comparison';
import { panelOf, shown, truthColumn } from '../panel-of';
import { schemeWith } from '../schemes';

// Every rule over every edge of a column: the table of the method, cell by cell. All are out of 10; what is not a whole number is worked out beside it.
const RULES = {
  tiers: {
    is: 'tiers',
    tiers: [
      { from: null, to: 0, points: 0 },
      { from: 0, to: 5, points: 4 },
      { from: 5, to: null, points: 10 },
    ],
  },
  linear: { is: 'linear', from: 0, to: 10 },
  'linear, less is better': { is: 'linear', from: 10, to: 0 },
  log: { is: 'log', full: 9 },
  'per-unit': { is: 'per-unit', perUnit: 2, cap: 8 },
  'per-unit without a cap': { is: 'per-unit', perUnit: 2 },
  goalposts: { is: 'goalposts', low: 0, high: 10 },
  'goalposts, less is better': { is: 'goalposts', low: 0, high: 10 },
  'min-max': { is: 'min-max' },
  'min-max, less is better': { is: 'min-max' },
  percentile: { is: 'percentile' },
  'percentile, less is better': { is: 'percentile' },
  ratio: { is: 'ratio' },
  'ratio, less is better': { is: 'ratio' },
  'z-score': { is: 'z-score', from: -1, to: 1 },
  'z-score, less is better': { is: 'z-score', from: -1, to: 1 },
  target: { is: 'target', target: 5 },
  'target, less is better': { is: 'target', target: 5 },
} satisfies Record<string, PlainRule>;
type Name = keyof typeof RULES;
type Cell = number | string;

function points(name: Name, values: readonly (number | null)[]): Cell[] {
  const panel = panelOf({ x: values });
  const stage = new Int16Array(values.length);
  return shown(
    applyRule(RULES[name], numberColumn(values), {
      of: 10,
      direction: name.includes('less') && !name.startsWith('linear') ? 'less' : 'more',
      comparison: (within) => comparisonOf(panel, 'year', stage, within),
    }),
  );
}

/** ln 5, ln 3 and ln 9 ÷ ln 10, times 10. */
const [LOG_4, LOG_2, LOG_8] = [6.98970004336019, 4.77121254719662, 9.54242509439325];
/** Of two values z is ∓√½, so (1 ∓ √½) ÷ 2 of 10. */
const [LOW_Z, HIGH_Z] = [1.46446609406726, 8.53553390593274];
const TWO_NONE = ['blank', 'blank'];
const both = (cell: Cell): Cell[] => [cell, cell];

type Row = readonly [Name, readonly Cell[]];
const TABLE: readonly (readonly [edge: string, values: readonly (number | null)[], rows: readonly Row[]])[] = [
  ['nobody', [], (Object.keys(RULES) as Name[]).map((name): Row => [name, []])],
  ['everything missing', [null, null], (Object.keys(RULES) as Name[]).map((name): Row => [name, TWO_NONE])],
  [
    'one firm beside a gap',
    [4, null],
    [
      ['tiers', [4, 'blank']],
      ['linear', [4, 'blank']],
      ['linear, less is better', [6, 'blank']],
      ['log', [LOG_4, 'blank']],
      ['per-unit', [8, 'blank']],
      ['per-unit without a cap', [8, 'blank']],
      ['goalposts', [4, 'blank']],
      ['goalposts, less is better', [6, 'blank']],
      ['min-max', ['too_few', 'blank']],
      ['min-max, less is better', ['too_few', 'blank']],
      ['percentile', [5, 'blank']],
      ['percentile, less is better', [5, 'blank']],
      ['ratio', ['too_few', 'blank']],
      ['ratio, less is better', ['too_few', 'blank']],
      ['z-score', ['too_few', 'blank']],
      ['z-score, less is better', ['too_few', 'blank']],
      ['target', ['too_few', 'blank']],
      ['target, less is better', [10, 'blank']],
    ],
  ],
  [
    'ties',
    [2, 8, 8],
    [
      ['tiers', [4, 10, 10]],
      ['linear', [2, 8, 8]],
      ['linear, less is better', [8, 2, 2]],
      ['log', [LOG_2, LOG_8, LOG_8]],
      ['per-unit', [4, 8, 8]],
      ['per-unit without a cap', [4, 16, 16]],
      ['goalposts', [2, 8, 8]],
      ['goalposts, less is better', [8, 2, 2]],
      ['min-max', [0, 10, 10]],
      ['min-max, less is better', [10, 0, 0]],
      // (0 + ½) ÷ 3 and (1 + 1) ÷ 3.
      ['percentile', [10 / 6, 20 / 3, 20 / 3]],
      ['percentile, less is better', [50 / 6, 10 / 3, 10 / 3]],
      ['ratio', [2.5, 10, 10]],
      ['ratio, less is better', [10, 2.5, 2.5]],
      // Mean 6, deviation √12: z = −1.1547, below −1, and 0.57735.
      ['z-score', [0, 7.88675134594813, 7.88675134594813]],
      ['z-score, less is better', [10, 2.11324865405187, 2.11324865405187]],
      ['target', [0, 10, 10]],
      ['target, less is better', [10, 0, 0]],
    ],
  ],
  [
    'a constant',
    [4, 4],
    [
      ['tiers', [4, 4]],
      ['linear', [4, 4]],
      ['linear, less is better', [6, 6]],
      ['log', [LOG_4, LOG_4]],
      ['per-unit', [8, 8]],
      ['per-unit without a cap', [8, 8]],
      ['goalposts', [4, 4]],
      ['goalposts, less is better', [6, 6]],
      ['min-max', both('constant')],
      ['min-max, less is better', both('constant')],
      ['percentile', [5, 5]],
      ['percentile, less is better', [5, 5]],
      ['ratio', both('constant')],
      ['ratio, less is better', both('constant')],
      ['z-score', both('constant')],
      ['z-score, less is better', both('constant')],
      ['target', both('constant')],
      ['target, less is better', [10, 10]],
    ],
  ],
  [
    'a constant but for rounding',
    [0.3, 0.1 + 0.2],
    [
      ['tiers', [4, 4]],
      ['linear', [0.3, 0.3]],
      ['min-max', both('constant')],
      ['percentile', [5, 5]],
      ['ratio', both('constant')],
      ['z-score', both('constant')],
      ['target', both('constant')],
    ],
  ],
  [
    'a zero',
    [0, 4],
    [
      ['tiers', [4, 4]],
      ['linear', [0, 4]],
      ['linear, less is better', [10, 6]],
      ['log', [0, LOG_4]],
      ['per-unit', [0, 8]],
      ['per-unit without a cap', [0, 8]],
      ['goalposts', [0, 4]],
      ['goalposts, less is better', [10, 6]],
      ['min-max', [0, 10]],
      ['min-max, less is better', [10, 0]],
      ['percentile', [2.5, 7.5]],
      ['percentile, less is better', [7.5, 2.5]],
      ['ratio', both('zero_not_allowed')],
      ['ratio, less is better', both('zero_not_allowed')],
      ['z-score', [LOW_Z, HIGH_Z]],
      ['z-score, less is better', [HIGH_Z, LOW_Z]],
      ['target', [0, 8]],
      ['target, less is better', [10, 10]],
    ],
  ],
  [
    'zeros only, the minus zero among them',
    [0, -0],
    [
      ['tiers', [4, 4]],
      ['linear', [0, 0]],
      ['linear, less is better', [10, 10]],
      ['log', [0, 0]],
      ['per-unit', [0, 0]],
      ['per-unit without a cap', [0, 0]],
      ['goalposts', [0, 0]],
      ['goalposts, less is better', [10, 10]],
      ['min-max', both('constant')],
      ['percentile', [5, 5]],
      ['ratio', both('zero_not_allowed')],
      ['z-score', both('constant')],
      ['target', both('constant')],
      ['target, less is better', [10, 10]],
    ],
  ],
  [
    'a negative',
    [-4, 4],
    [
      ['tiers', [0, 4]],
      ['linear', [0, 4]],
      ['linear, less is better', [10, 6]],
      ['log', [0, LOG_4]],
      ['per-unit', [0, 8]],
      ['per-unit without a cap', [0, 8]],
      ['goalposts', [0, 4]],
      ['goalposts, less is better', [10, 6]],
      ['min-max', [0, 10]],
      ['min-max, less is better', [10, 0]],
      ['percentile', [2.5, 7.5]],
      ['percentile, less is better', [7.5, 2.5]],
      ['ratio', both('zero_not_allowed')],
      ['ratio, less is better', both('zero_not_allowed')],
      ['z-score', [LOW_Z, HIGH_Z]],
      ['z-score, less is better', [HIGH_Z, LOW_Z]],
      // 8 of the 9 from −4 to 5.
      ['target', [0, 80 / 9]],
      ['target, less is better', [10, 10]],
    ],
  ],
  [
    'negatives only',
    [-8, -4],
    [
      ['tiers', [0, 0]],
      ['linear', [0, 0]],
      ['linear, less is better', [10, 10]],
      ['log', [0, 0]],
      ['per-unit', [0, 0]],
      ['goalposts', [0, 0]],
      ['goalposts, less is better', [10, 10]],
      ['min-max', [0, 10]],
      ['min-max, less is better', [10, 0]],
      ['percentile', [2.5, 7.5]],
      ['ratio', both('zero_not_allowed')],
      ['ratio, less is better', both('zero_not_allowed')],
      ['z-score', [LOW_Z, HIGH_Z]],
      // 4 of the 13 from −8 to 5.
      ['target', [0, 40 / 13]],
      ['target, less is better', [10, 10]],
    ],
  ],
  [
    'numbers near the end of all numbers',
    [5e307, 1.5e308],
    [
      ['tiers', [10, 10]],
      ['linear', [10, 10]],
      ['linear, less is better', [0, 0]],
      ['log', [10, 10]],
      ['per-unit', [8, 8]],
      ['per-unit without a cap', both('not_finite')],
      ['goalposts', [10, 10]],
      ['goalposts, less is better', [0, 0]],
      ['min-max', [0, 10]],
      ['min-max, less is better', [10, 0]],
      ['percentile', [2.5, 7.5]],
      ['ratio', [10 / 3, 10]],
      ['ratio, less is better', [10, 10 / 3]],
      ['z-score', [LOW_Z, HIGH_Z]],
      ['target', [10, 10]],
      ['target, less is better', [20 / 3, 0]],
    ],
  ],
  [
    'ends further apart than a number reaches',
    [-1e308, 1e308],
    [
      ['tiers', [0, 10]],
      ['linear', [0, 10]],
      ['linear, less is better', [10, 0]],
      ['log', [0, 10]],
      ['per-unit', [0, 8]],
      ['per-unit without a cap', [0, 'not_finite']],
      ['goalposts', [0, 10]],
      ['goalposts, less is better', [10, 0]],
      ['min-max', both('not_finite')],
      ['min-max, less is better', both('not_finite')],
      ['percentile', [2.5, 7.5]],
      ['ratio', both('zero_not_allowed')],
      ['z-score', both('not_finite')],
      ['target', ['not_finite', 10]],
      ['target, less is better', [10, 'not_finite']],
    ],
  ],
  [
    // Below 1 equal means equal within 1e-9, so that these two are equal.
    'numbers next to nothing',
    [5e-324, 1e-320],
    [
      ['tiers', [4, 4]],
      ['linear', [0, 0]],
      ['log', [0, 0]],
      ['per-unit', [0, 0]],
      ['min-max', both('constant')],
      ['percentile', [5, 5]],
      ['ratio', both('constant')],
      ['z-score', both('constant')],
      ['target', both('constant')],
    ],
  ],
];

describe.each(TABLE)('over %s, %j', (_, values, rows) => {
  it.each(rows)('%s gives %j', (name, wanted) => {
    const found = points(name, values);
    expect(found).toHaveLength(wanted.length);
    found.forEach((cell, at) => {
      if (typeof wanted[at] === 'string') expect(cell).toBe(wanted[at]);
      else expect(cell).toBeCloseTo(wanted[at]!, 10);
    });
  });
});

it.each([
  [[], []],
  [[null], ['blank']],
  [[true], [10]],
  [
    [false, false],
    [0, 0],
  ],
  [
    [true, null, false],
    [10, 'blank', 0],
  ],
])('a flag over %j gives %j', (values, wanted) => {
  const setting = {
    of: 10,
    direction: 'more' as const,
    comparison: () => {
      throw new Error('a flag compares with nobody');
    },
  };
  expect(shown(applyRule({ is: 'flag' }, truthColumn(values), setting))).toEqual(wanted);
});

describe('a best-of of a straight rule over a, and of min-max over b', () => {
  const options = [
    { id: 'one', name: { zh: '一', en: 'one' }, formula: 'a', rule: { is: 'linear', from: 0, to: 10 } },
    { id: 'two', name: { zh: '二', en: 'two' }, formula: 'b', rule: { is: 'min-max' } },
  ];
  const scheme = schemeWith({ indicators: [{ id: 'i', rule: { is: 'best-of', options }, of: 10 }] });
  type Values = readonly (number | null)[];
  it.each<[string, Values, Values, Cell[], number[]]>([
    ['nobody', [], [], [], []],
    ['everything missing', [null, null], [null, null], TWO_NONE, [-1, -1]],
    ['one firm: the second has nobody to be compared with, and does not compete', [3], [7], [3], [0]],
    ['one firm, and nothing in the first: its reason stays', [null], [7], ['blank'], [-1]],
    ['a constant: only the first competes', [3, 4], [5, 5], [3, 4], [0, 0]],
    ['equal points: the earlier option has won', [0, 10], [1, 2], [0, 10], [0, 0]],
    ['a zero and a negative', [0, -5], [-2, 8], [0, 10], [0, 1]],
    ['ends too far apart: only the first competes', [3, 4], [-1e308, 1e308], [3, 4], [0, 0]],
  ])('over %s', (_, a, b, wanted, won) => {
    const [found] = evaluateScheme(panelOf({ a, b }), scheme).indicators;
    expect(shown(found!)).toEqual(wanted);
    expect([...found!.option!]).toEqual(won);
  });
});

describe('a treatment before a rule', () => {
  const quarter = { winsorise: [0.25, 0.75] } as const;
  const log = { log: true } as const;
  it.each<[string, PlainRule, object, readonly (number | null)[], Cell[]]>([
    ['nobody', { is: 'min-max' }, quarter, [], []],
    ['everything missing', { is: 'z-score', from: -1, to: 1 }, { ...quarter, ...log }, [null, null], TWO_NONE],
    ['one firm beside a gap', { is: 'percentile' }, quarter, [4, null], [5, 'blank']],
    ['one firm, logged', { is: 'z-score', from: -1, to: 1 }, log, [4], ['too_few']],
    // Type 7 of 2, 8, 8 at ¼ is 5, at ¾ is 8.
    ['ties: they stay equal', { is: 'ratio' }, quarter, [2, 8, 8], [6.25, 10, 10]],
    ['a constant', { is: 'target', target: 9 }, quarter, [4, 4], both('constant')],
    ['a constant, logged', { is: 'z-score', from: -1, to: 1 }, log, [4, 4], both('constant')],
    // At ¼ of 0, 4 the value is 1: no zero is left, so a ratio has a meaning.
    ['a zero that is brought in', { is: 'ratio' }, quarter, [0, 4], [10 / 3, 10]],
    ['zeros only', { is: 'ratio' }, quarter, [0, 0], both('zero_not_allowed')],
    ['negatives', { is: 'min-max' }, quarter, [-8, -4], [0, 10]],
    ['negatives, logged', { is: 'min-max' }, log, [-8, -4], [0, 10]],
    // Quantiles at ∓½ · 1.5e308: half as far apart, and a number.
    ['ends too far apart before, not after', { is: 'min-max' }, quarter, [-1.5e308, 1.5e308], [0, 10]],
    ['ends too far apart, logged', { is: 'min-max' }, log, [-1.5e308, 1.5e308], both('not_finite')],
    [
      'a column of which half is its own bound',
      { is: 'min-max' },
      { winsorise: [0, 0.5] },
      [1, 1, 1, 9],
      [...both('constant'), ...both('constant')],
    ],
  ])('over %s', (_, rule, treatment, values, wanted) => {
    const panel = panelOf({ x: values });
    const comparison = () => comparisonOf(panel, 'year', new Int16Array(values.length));
    const found = shown(applyRule(rule, numberColumn(values), { of: 10, direction: 'more', treatment, comparison }));
    expect(found).toHaveLength(wanted.length);
    found.forEach((cell, at) => {
      if (typeof wanted[at] === 'string') expect(cell).toBe(wanted[at]);
      else expect(cell).toBeCloseTo(wanted[at]!, 10);
    });
  });
});
