import { describe, expect, it } from 'vitest';
import { atLeast, hypergeometric, sumOf } from '../../../scoring/statistics/hypergeometric';

const relative = (found: number, wanted: number): number => Math.abs(found / wanted - 1);

// `phyper(hits − 1, marked, all − marked, drawn, lower.tail = FALSE)` of R 4.2.2; scipy 1.17.1 agrees.
it.each([
  [3500, 350, 100, 20, 0.001686840347842981],
  [20, 5, 8, 3, 0.2961816305469557],
  [6000, 60, 100, 41, 1.635539472397349e-62],
  [6000, 3000, 500, 300, 1.761653136563471e-6],
])('of %d firms with %d marked, %d drawn hold at least %d with chance %d', (all, marked, drawn, hits, chance) => {
  expect(relative(atLeast(hypergeometric(all, marked, drawn), hits), chance)).toBeLessThan(1e-10);
});

describe('by hand', () => {
  it('3 of 4 drawn with 2 marked hold 1 or 2 of them: 2 × 1 and 1 × 2 ways of 4', () => {
    expect(hypergeometric(4, 2, 3)).toEqual({ from: 1, of: Float64Array.of(0.5, 0.5) });
  });
  it('all drawn hold all', () => {
    expect(hypergeometric(5, 2, 5)).toEqual({ from: 2, of: Float64Array.of(1) });
  });
  it('nobody marked, nobody hit; at least none is certain', () => {
    const none = hypergeometric(5, 0, 3);
    expect([none, atLeast(none, 0), atLeast(none, 1)]).toEqual([{ from: 0, of: Float64Array.of(1) }, 1, 0]);
  });
  it('two draws of a half add up to 0, 1 and 2 by a quarter, a half and a quarter', () => {
    const coin = hypergeometric(2, 1, 1);
    expect(sumOf(coin, coin)).toEqual({ from: 0, of: Float64Array.of(0.25, 0.5, 0.25) });
  });
});

it('more drawn than there are is our mistake', () => {
  expect(() => hypergeometric(5, 2, 6)).toThrow('hypergeometric of 5, 2, 6');
});
