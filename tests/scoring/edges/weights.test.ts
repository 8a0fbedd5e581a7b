import { describe, expect, it } from 'vitest';
import { correlator, type CorrelationKind } from '../../../scoring/statistics/correlation-matrix';
import { kurtosis, skewness } from '../../../scoring/statistics/moments';
import { ahpWeights } from '../../../scoring/weights/ahp';
import { balanceWeights } from '../../../scoring/weights/balance';
import { criticWeights } from '../../../scoring/weights/critic';
import { entropyWeights } from '../../../scoring/weights/entropy';
import { equalWeights } from '../../../scoring/weights/equal';
import { weightsOf } from '../../../scoring/weights/given';
import { rescale } from '../../../scoring/weights/rescale';
import { schemeWith } from '../schemes';
import { column, shown } from '../statistics/shown';

type Values = readonly (number | null)[];
type Wanted = string | readonly (number | null)[];
const expectWeights = (found: { reason: string | null; weights?: readonly (number | null)[] }, wanted: Wanted): void => {
  if (typeof wanted === 'string') {
    expect(found.reason).toBe(wanted);
    return;
  }
  expect(found.reason).toBeNull();
  wanted.forEach((weight, at) =>
    weight === null ? expect(found.weights![at]).toBeNull() : expect(found.weights![at]).toBeCloseTo(weight, 10),
  );
};

/** Of 1, 3 and of 1, 7: 1 − e is 0.188722 and 0.456436, by Python. */
const ENTROPY = [0.292520656324143, 0.707479343675857];

describe('entropy weights', () => {
  it.each<[string, readonly Values[], Wanted]>([
    [
      'two firms',
      [
        [1, 3],
        [1, 7],
      ],
      ENTROPY,
    ],
    ['nobody', [[], []], 'too_few'],
    ['one firm', [[4], [5]], 'too_few'],
    [
      'everything missing',
      [
        [null, null],
        [null, null],
      ],
      'too_few',
    ],
    [
      'ties, in one of two columns',
      [
        [5, 5, 5],
        [1, 1, 4],
      ],
      [0, 1],
    ],
    [
      'zeros only',
      [
        [0, 0],
        [0, 0],
      ],
      'constant',
    ],
    [
      'a column of zeros beside another',
      [
        [0, 0],
        [1, 3],
      ],
      [0, 1],
    ],
    [
      'a negative',
      [
        [1, 3],
        [-1, 3],
      ],
      'negative',
    ],
    [
      'an infinity, which is left out of its column',
      [
        [1, 3, Infinity],
        [1, 7, null],
      ],
      ENTROPY,
    ],
    [
      'numbers whose sum overflows',
      [
        [5e307, 1.5e308],
        [1, 7],
      ],
      ENTROPY,
    ],
    [
      'numbers next to nothing',
      [
        [1e-320, 3e-320],
        [1, 7],
      ],
      ENTROPY,
    ],
  ])('over %s', (_, columns, wanted) => expectWeights(entropyWeights(columns.map(column)), wanted));
});

describe('CRITIC weights', () => {
  it.each<[string, readonly Values[], Wanted]>([
    // The same values in another order: equal deviations, and the conflict is mutual.
    [
      'two columns of the same values',
      [
        [0, 1, 2, 3],
        [2, 0, 3, 1],
      ],
      [0.5, 0.5],
    ],
    ['nobody', [[], []], 'too_few'],
    ['one firm', [[4], [5]], 'too_few'],
    [
      'two firms',
      [
        [4, 5],
        [5, 4],
      ],
      'too_few',
    ],
    [
      'everything missing',
      [
        [null, null, null],
        [1, 2, 3],
      ],
      'too_few',
    ],
    [
      'zeros only beside two others',
      [
        [0, 0, 0, 0],
        [0, 1, 2, 3],
        [2, 0, 3, 1],
      ],
      [null, 0.5, 0.5],
    ],
    [
      'negatives',
      [
        [0, -1, -2, -3],
        [-2, 0, -3, -1],
      ],
      [0.5, 0.5],
    ],
    [
      'an infinity, which is missing',
      [
        [0, 1, 2, 3, Infinity],
        [2, 0, 3, 1, null],
      ],
      [0.5, 0.5],
    ],
    [
      'numbers whose squares overflow',
      [
        [0, 4e307, 8e307, 1.2e308],
        [2, 0, 3, 1],
      ],
      [0.5, 0.5],
    ],
    [
      'ends further apart than a number reaches',
      [
        [-1.5e308, -0.5e308, 0.5e308, 1.5e308],
        [2, 0, 3, 1],
      ],
      [0.5, 0.5],
    ],
  ])('over %s', (_, columns, wanted) => expectWeights(criticWeights(columns.map(column)), wanted));
});

describe('balancing to equal importance', () => {
  it.each<[string, readonly Values[], Wanted]>([
    ['nobody', [[], []], 'too_few'],
    ['one firm', [[4], [5]], 'too_few'],
    [
      'everything missing',
      [
        [null, null, null],
        [1, 2, 3],
      ],
      'too_few',
    ],
    [
      'zeros only',
      [
        [0, 0, 0, 0],
        [1, 2, 4, 3],
      ],
      'constant',
    ],
    // Deviations 1 : 3.
    [
      'ties',
      [
        [0, 0, 1, 1],
        [0, 3, 0, 3],
      ],
      [0.75, 0.25],
    ],
    [
      'negatives',
      [
        [0, 0, -1, -1],
        [0, -3, 0, -3],
      ],
      [0.75, 0.25],
    ],
    [
      'an infinity, which leaves its firm out',
      [
        [0, 0, 1, 1, Infinity],
        [0, 3, 0, 3, 1],
      ],
      [0.75, 0.25],
    ],
    [
      'numbers whose squares overflow',
      [
        [0, 0, 4e307, 4e307],
        [0, 1.2e308, 0, 1.2e308],
      ],
      [0.75, 0.25],
    ],
  ])('over %s', (_, columns, wanted) => expectWeights(balanceWeights(columns.map(column), [1, 1]), wanted));
});

describe('given weights', () => {
  const scheme = schemeWith({
    stages: [
      { id: 'toString', when: 'a < 5' },
      { id: 'valueOf', when: 'true' },
    ],
    indicators: [
      { id: 'hasOwnProperty', formula: 'a', rule: { is: 'linear', from: 0, to: 1 }, of: 10, weight: { toString: 1, valueOf: 2 } },
    ],
  });
  it('of stages and indicators named like an object’s own machinery are the scheme’s', () => {
    expect(weightsOf(scheme)).toEqual([[1, 2]]);
    expect(weightsOf(scheme, { hasOwnProperty: {} })).toEqual([[1, 2]]);
    expect(weightsOf(scheme, JSON.parse('{"__proto__": 7}') as Record<string, number>)).toEqual([[1, 2]]);
  });
  it('may be 0, not less, not infinite and not no number', () => {
    expect(weightsOf(scheme, { hasOwnProperty: 0 })).toEqual([[0, 0]]);
    for (const weight of [-1, Infinity, NaN])
      expect(() => weightsOf(scheme, { hasOwnProperty: weight })).toThrow('weight of hasOwnProperty');
  });
});

it('one thing has the whole weight, equal or judged; two things judged equal share it', () => {
  expect(equalWeights(1)).toEqual([1]);
  expect(ahpWeights(1, [])).toMatchObject({ weights: [1], ratio: 0 });
  expect(ahpWeights(2, [1])).toMatchObject({ weights: [0.5, 0.5], ratio: 0 });
});

it('weights that are all 0 can be given a sum by one of them only where it takes nothing from the others', () => {
  const parts = ['a', 'b'].map((id) => ({ id, weight: 0, locked: false }));
  expect(rescale(parts, 'a', 0)).toMatchObject({ ok: true });
  expect(rescale(parts, 'a', 1)).toEqual({ ok: false, why: 'beyond', most: 0 });
});

describe.each<[CorrelationKind]>([['pearson'], ['spearman'], ['kendall']])('%s', (kind) => {
  it.each<[string, Values, Values, number | string]>([
    ['nobody', [], [], 'too_few'],
    ['one firm', [1], [2], 'too_few'],
    ['everything missing', [null, null, null], [1, 2, 3], 'too_few'],
    ['zeros only', [0, 0, -0], [1, 2, 3], 'constant'],
    ['negatives', [-1, -2, -3], [3, 2, 1], 1],
    ['numbers whose squares overflow', [1e200, 2e200, 3e200], [1, 2, 3], 1],
    ['numbers whose squares vanish', [1e-200, 2e-200, 3e-200], [3, 2, 1], -1],
    ['ends further apart than a number reaches', [-1.5e308, 0, 1.5e308], [1, 2, 3], 1],
  ])('over %s', (_, x, y, wanted) => {
    const found = shown(correlator([column(x), column(y)], kind)(0, 1));
    if (typeof wanted === 'string') expect(found).toBe(wanted);
    else expect(found).toBeCloseTo(wanted, 12);
  });
});

it.each<[string, Values, number | string, number | string]>([
  ['nobody', [], 'too_few', 'too_few'],
  ['one firm', [1], 'too_few', 'too_few'],
  ['zeros only', [0, 0, 0, 0], 'constant', 'constant'],
  // Mean 2.5, m₂ 1.25, m₃ 0, m₄ 2.5625: G2 = 3 ÷ 2 × (5 × (1.64 − 3) + 6).
  ['negatives', [-1, -2, -3, -4], 0, -1.2],
  ['an infinity, which is left out', [1, 2, 3, 4, Infinity], 0, -1.2],
  ['numbers whose powers overflow', [1e100, 2e100, 3e100, 4e100], 0, -1.2],
])('skewness and kurtosis over %s', (_, values, g1, g2) => {
  const found = [skewness(column(values)), kurtosis(column(values))].map(shown);
  [g1, g2].forEach((wanted, at) => {
    if (typeof wanted === 'string') expect(found[at]).toBe(wanted);
    else expect(found[at]).toBeCloseTo(wanted, 12);
  });
});
