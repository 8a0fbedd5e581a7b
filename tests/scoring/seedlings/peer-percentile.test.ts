import { describe, expect, it } from 'vitest';
import { peerPercentile } from '../../../scoring/seedlings/peer-percentile';
import { panelOf } from '../panel-of';
import { rankedOf } from './ranked-of';

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Shares and peers of figures in one year, beside the industry of each. */
function standing(figures: readonly (number | null)[], industries: readonly (string | null)[], years?: readonly number[]) {
  const panel = panelOf({ revenue: figures, industry: industries }, years ? { year: years } : {});
  const { values, reasons } = panel.fields.get('revenue') as { values: Float64Array; reasons: Uint8Array };
  const { share, peers } = peerPercentile(rankedOf(panel), values, reasons, 2024);
  return { share: [...share], peers: [...peers] };
}

describe('peerPercentile', () => {
  it('is the mid-rank among ten or more firms of the industry, whatever the others are', () => {
    const { share, peers } = standing([...TEN, 1e9], [...TEN.map(() => 'A'), 'B']);
    expect(share.slice(0, 10)).toEqual([0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95]);
    expect(peers).toEqual([...TEN.map(() => 10), 1]);
  });

  it('is drawn towards the year where the industry has fewer than ten firms: (1 · 1/2 + 10 · 5/11) ÷ 11', () => {
    const { share } = standing([...TEN, 5], [...TEN.map(() => 'A'), 'B']);
    expect(share[10]).toBeCloseTo((0.5 + 50 / 11) / 11, 15);
  });

  it('nine firms are too few, and a firm of an unknown industry has the share of the year', () => {
    const { share, peers } = standing([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [...TEN.slice(1).map(() => 'A'), null]);
    // Of A the last is 8.5/9 of nine and 8.5/10 of the year: (9 · 17/18 + 10 · 0.85) ÷ 19.
    expect(share[8]).toBeCloseTo(17 / 19, 15);
    expect(share[9]).toBe(0.95);
    expect(peers[9]).toBe(0);
  });

  it('without any industry in the data everybody is compared with the year', () => {
    const { share, peers } = standing([1, 2], [null, null]);
    expect(share).toEqual([0.25, 0.75]);
    expect(peers).toEqual([0, 0]);
  });

  it('equal figures share a place, 0.1 + 0.2 beside 0.3 too', () => {
    const ten = [0.3, 0.1 + 0.2, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(
      standing(
        ten,
        ten.map(() => 'A'),
      ).share,
    ).toEqual([0.1, 0.1, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6]);
  });

  it('a missing figure has no share and is nobody’s peer; another year is not looked at', () => {
    const { share, peers } = standing([1, null, 3, 99], ['A', 'A', 'A', 'A'], [2024, 2024, 2024, 2023]);
    expect(share).toEqual([0.25, NaN, 0.75]);
    expect(peers).toEqual([2, 2, 2]);
  });

  it('a year that is not loaded has no rows', () => {
    const ctx = rankedOf(panelOf({ revenue: [1] }));
    expect(peerPercentile(ctx, Float64Array.of(1), Uint8Array.of(0), 1999).share).toHaveLength(0);
  });
});
