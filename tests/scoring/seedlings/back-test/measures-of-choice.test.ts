import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../../../scoring/seedlings/back-test/measures-of-choice';

const choose = (scores: readonly number[], came: readonly number[], k: number) =>
  choiceOf(Float64Array.from(scores), Uint8Array.from(came), k)!;

describe('the k best are chosen', () => {
  it('two of four, one of them right', () => {
    const { hits, shares, judged } = choose([4, 1, 3, 2], [1, 1, 0, 0], 2);
    expect([hits, [...shares], judged]).toEqual([1, [1, 0, 1, 0], 4]);
  });
  it('a tie at the cut is shared: one place among three, two of which come true, is two thirds of a hit', () => {
    const { hits, shares } = choose([9, 5, 5, 5, 1], [1, 1, 1, 0, 1], 2);
    expect(hits).toBeCloseTo(1 + 2 / 3, 14);
    expect([...shares]).toEqual([1, 1 / 3, 1 / 3, 1 / 3, 0]);
  });
  it('a hair apart is a tie, as on a board', () => {
    expect([...choose([1 + 1e-12, 1], [1, 0], 1).shares]).toEqual([0.5, 0.5]);
  });
  it('who is not judged is never chosen', () => {
    expect([...choose([NaN, 1, 2], [1, 0, 0], 2).shares]).toEqual([0, 1, 1]);
  });
  it('fewer judged than places: no choice', () => {
    expect(choiceOf(Float64Array.of(NaN, 1), Uint8Array.of(1, 0), 2)).toBeNull();
  });
  it('equal scores throughout are a blind draw: k times the base, and an AUC of a half', () => {
    const { hits, averagePrecision, auc } = choose([0, 0, 0, 0, 0], [1, 0, 1, 0, 0], 2);
    expect(hits).toBeCloseTo(0.8, 14);
    expect([averagePrecision, auc]).toEqual([0.4, 0.5]);
  });
});

describe('measures of the whole order', () => {
  // The example of average_precision_score and roc_auc_score in the manual of scikit-learn: 0.83… and 0.75.
  it('scikit-learn’s example', () => {
    const { averagePrecision, auc } = choose([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 1);
    expect(averagePrecision).toBeCloseTo(1 / 2 + (1 / 2) * (2 / 3), 14);
    expect(auc).toBe(0.75);
  });
  // scipy 1.17.1: mannwhitneyu([5, 3, 3, 1], [4, 3, 2, 1, 0]).statistic ÷ 20.
  it('ties count half', () => {
    expect(choose([5, 3, 3, 1, 4, 3, 2, 1, 0], [1, 1, 1, 1, 0, 0, 0, 0, 0], 1).auc).toBeCloseTo(0.675, 14);
  });
  it('who is not judged stands below all others', () => {
    const [without, last] = [choose([3, 2, NaN, NaN], [1, 0, 1, 0], 1), choose([3, 2, 0, 0], [1, 0, 1, 0], 1)];
    expect([without.auc, without.averagePrecision]).toEqual([last.auc, last.averagePrecision]);
  });
  it('where all came true nothing can be told apart', () => {
    expect(choose([2, 1], [1, 1], 1)).toMatchObject({ averagePrecision: 1, auc: NaN });
  });
});
