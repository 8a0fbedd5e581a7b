import { describe, expect, it } from 'vitest';
import { balanceWeights } from '../../../scoring/weights/balance';
import { criticWeights } from '../../../scoring/weights/critic';
import { entropyWeights } from '../../../scoring/weights/entropy';
import { equalWeights } from '../../../scoring/weights/equal';
import { column } from '../statistics/shown';

/** Columns of a table written row by row; null is missing. */
const table = (rows: readonly (readonly (number | null)[])[]): Float64Array[] =>
  rows[0]!.map((_, at) => column(rows.map((row) => row[at]!)));
/** Six firms, four shares of points: the table S of tests/scoring/statistics/reference.py. */
const S = table([
  [0.2, 0.9, 0, 0.5],
  [0.4, 0.1, 0.3, 0.6],
  [0.9, 0.4, 0, 0.4],
  [0.7, 0.5, 0.8, 0.1],
  [0.1, 0.3, 1, 0.9],
  [0.6, 0.8, 0.2, 0.3],
]);
const close = (got: readonly (number | null)[], wanted: readonly number[], digits: number): void => {
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, at) => expect(got[at]).toBeCloseTo(value, digits));
};

it('equal weights are 1 ÷ k', () => {
  expect(equalWeights(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(equalWeights(0)).toEqual([]);
});

describe('entropy weights', () => {
  it('are those of the worked example of Elsayed, Dawood & Karthikeyan (2017), Int. J. Eng. Trends Technol. 46 (2), 60–66', () => {
    const found = entropyWeights(
      table([
        [7, 312, 1891, 6613, 163],
        [72, 88, 728, 941804, 1078],
        [10, 252, 2594, 3466, 117471],
        [10, 145, 980, 2371, 86329],
        [65, 54, 350, 501, 29897],
        [29, 48, 380, 912, 34051],
        [7, 476, 3300, 78470, 2212],
        [70, 87, 650, 733, 819000],
        [4, 86, 591, 3015, 103],
        [12, 79, 579, 3240, 96098],
        [21, 45, 261, 1253, 453],
        [1, 72, 530, 4333, 0.1048],
      ]),
    );
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [0.104991, 0.069124, 0.071373, 0.449937, 0.304575], 6);
  });
  it('take 0 ln 0 as 0, without an ε (reference.py)', () => {
    const found = entropyWeights(S);
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [0.17042873, 0.15336539, 0.53594269, 0.14026319], 8);
  });
  it('a constant column weighs 0, be it of ones or of zeros', () => {
    expect(entropyWeights([column([1, 1, 1]), column([0, 0, 0]), column([0, 1, 2])])).toMatchObject({ reason: null, weights: [0, 0, 1] });
  });
  it.each([
    [[], 'too_few_columns', []],
    [
      [
        [2, 2, 2],
        [0, 0, 0],
      ],
      'constant',
      [],
    ],
    [
      [
        [1, 2, 3],
        [1, -2, 3],
      ],
      'negative',
      [1],
    ],
    [
      [
        [1, 2, 3],
        [null, null, 3],
      ],
      'too_few',
      [1],
    ],
  ])('of %j are refused: %s, by column %j', (columns, reason, named) => {
    const found = entropyWeights(columns.map(column));
    expect(found.reason).toBe(reason);
    expect(found.leftOut.map((one) => one.column)).toEqual(named);
  });
  it('leave a missing value out of its own column only', () => {
    const [first, second] = [column([1, 2, 3, null]), column([1, 5, 1, 9])];
    const found = entropyWeights([first, second]);
    // Of the first column only three firms are counted: as if the fourth were not there.
    const alone = entropyWeights([column([1, 2, 3]), second]);
    expect(found).toEqual(alone);
    expect(found.n).toBe(3);
  });
});

describe('CRITIC weights', () => {
  const companies = [
    [61, 1.08, 4.33],
    [20.7, 0.26, 4.34],
    [16.3, 1.98, 2.53],
    [9, 3.29, 1.65],
    [5.4, 2.77, 2.33],
    [4, 4.12, 1.21],
    [-6.1, 3.52, 2.1],
    [-34.6, 3.31, 0.98],
  ];
  const published = [0.20222554, 0.48090173, 0.31687273];
  it('are those of the eight companies of Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22 (7), 763–770', () => {
    const found = criticWeights(table(companies));
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, published, 8);
    expect(found.n).toBe(8);
  });
  it('a constant column is named and changes nothing for the others', () => {
    const found = criticWeights(table(companies.map(([a, b, c]) => [a!, 7, b!, c!])));
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.weights[1]).toBeNull();
    expect(found.leftOut).toEqual([{ column: 1, reason: 'constant' }]);
    close(
      found.weights.filter((weight) => weight !== null),
      published,
      8,
    );
  });
  it('of four shares are those of numpy (reference.py)', () => {
    const found = criticWeights(S);
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [0.2692467, 0.24987923, 0.25186818, 0.22900589], 8);
  });
  it.each([
    [[], 'too_few_columns', []],
    [[[1, 2, 3]], 'too_few_columns', []],
    [
      [
        [1, 2, 3],
        [4, 4, 4],
      ],
      'constant',
      [1],
    ],
    [
      [
        [1, 2, 3, null, null],
        [null, null, 3, 4, 6],
      ],
      'too_few',
      [0, 1],
    ],
    // One rises exactly as the other: nothing to tell apart.
    [
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
      'collinear',
      [],
    ],
  ])('of %j are refused: %s, by columns %j', (columns, reason, named) => {
    const found = criticWeights(columns.map(column));
    expect(found.reason).toBe(reason);
    expect(found.leftOut.map((one) => one.column).sort()).toEqual(named);
  });
});

describe('importance balancing', () => {
  it('of four shares meets targets 4 : 3 : 2 : 1 exactly, with the weights of numpy (reference.py)', () => {
    const found = balanceWeights(S, [4, 3, 2, 1]);
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [0.32572308, 0.22500987, 0.10141334, 0.34785371], 8);
    close(found.reached, [0.2571675136, 0.1928756352, 0.1285837568, 0.0642918784], 9);
  });
  it('of three shares makes all correlations with the total equal (reference.py)', () => {
    const found = balanceWeights(S.slice(0, 3), [1, 1, 1]);
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [0.32579151, 0.36208918, 0.31211931], 8);
    close(found.reached, [0.39851009, 0.39851009, 0.39851009], 8);
  });
  it('two columns of equal importance weigh inversely to their standard deviations', () => {
    const found = balanceWeights([column([0, 1, 2, 3, 4]), column([0, 3, 6, 12, 9])], [1, 1]);
    if (found.reason !== null) throw new Error(found.reason);
    close(found.weights, [3 / 4, 1 / 4], 12);
    // r = 0.9, so corr(I, x) = √((1 + 0.9) ÷ 2).
    close(found.reached, [Math.sqrt(0.95), Math.sqrt(0.95)], 12);
  });
  it('says "not reachable", and through which column, instead of a negative weight', () => {
    // r = 0.9: R⁻¹t of t = (1, 0.2) is (0.82, −0.7) ÷ 0.19.
    expect(balanceWeights([column([0, 1, 2, 3, 4]), column([0, 1, 2, 4, 3])], [1, 0.2])).toEqual({
      reason: 'not_reachable',
      negative: [1],
      n: 5,
    });
  });
  it('a target of 0 may be met with the sign of the others', () => {
    expect(balanceWeights([column([0, 1, 2, 3, 4]), column([0, 1, 2, 4, 3])], [1, 0])).toMatchObject({
      reason: 'not_reachable',
      negative: [1],
    });
    expect(balanceWeights([column([0, 1, 0, 1, 2]), column([1, 1, 0, 0, 0.5])], [1, 0])).toMatchObject({ reason: null, weights: [1, 0] });
  });
  it.each([
    [[[1, 2, 3]], [1], 'too_few_columns'],
    [
      [
        [1, 2],
        [2, 1],
      ],
      [1, 1],
      'too_few',
    ],
    [
      [
        [1, 2, null, 4],
        [2, null, 1, 3],
      ],
      [1, 1],
      'too_few',
    ],
    [
      [
        [1, 2, 3, 4],
        [5, 5, 5, 5],
      ],
      [1, 1],
      'constant',
    ],
    [
      [
        [1, 2, 3, 4, 9],
        [2, 4, 6, 8, 18],
      ],
      [1, 1],
      'collinear',
    ],
    [
      [
        [1, 2, 3, 4],
        [4, 2, 1, 5],
      ],
      [0, 0],
      'collinear',
    ],
    [
      [
        [1, 2, 3, 4],
        [4, 2, 1, 5],
      ],
      [1, -1],
      'negative',
    ],
  ])('of %j with targets %j is refused: %s', (columns, targets, reason) => {
    expect(balanceWeights(columns.map(column), targets).reason).toBe(reason);
  });
});
