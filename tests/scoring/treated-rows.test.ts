import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { evaluateScheme } from '../../scoring/evaluate';
import { treatedRows } from '../../scoring/treated-rows';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const indicator = (treatment: unknown, rule: unknown = { is: 'min-max' }) =>
  schemeWith({ indicators: [{ id: 'a', formula: 'a', rule, of: 100, ...(treatment ? { treatment } : {}) }] });
// Of 0, 10, 20, 30, 100 the quantile at 75 % is 30: one value is brought in.
const panel = panelOf(
  { a: [0, 10, 20, 30, 100, null, 7] },
  { firm: [0, 1, 2, 3, 4, 5, 0], year: [2024, 2024, 2024, 2024, 2024, 2024, 2023] },
);

describe('treated rows', () => {
  it('are those whose value was changed, with the points before and after', () => {
    const scheme = indicator({ winsorise: [0, 0.75] });
    const { rows, before, after, points, untreated } = treatedRows(panel, evaluateScheme(panel, scheme), scheme.indicators[0]!, 2024);
    expect([...rows]).toEqual([4]);
    expect([before[0], after[0], points[0], untreated[0]]).toEqual([100, 30, 100, 100]);
  });
  it('of a logarithm are all with a value', () => {
    const scheme = indicator({ log: true });
    const { rows, untreated } = treatedRows(panel, evaluateScheme(panel, scheme), scheme.indicators[0]!, 2024);
    expect([...rows]).toEqual([0, 1, 2, 3, 4]);
    expect([...untreated]).toEqual([0, 10, 20, 30, 100]);
  });
  it('are none without a treatment', () => {
    const scheme = indicator(null);
    expect(treatedRows(panel, evaluateScheme(panel, scheme), scheme.indicators[0]!, 2024).rows).toHaveLength(0);
  });
  it('stand in the sheet: what was compared, and what the value itself would have earned', () => {
    const setting = {
      schemeHash: 'a'.repeat(64),
      nameOf: (id: string) => ({ zh: id, en: id }),
      format: (_: string, value: number | string) => String(value),
    };
    const scheme = indicator({ winsorise: [0, 0.75] }, { is: 'min-max', within: 'industry' });
    const ranked = scorePanel(panel, scheme, setting);
    expect(makeSheet(ranked, 4, {}).indicators[0]).toMatchObject({
      points: 100,
      treated: { value: 30, isLog: false, untreated: 100 },
      wider: -2,
    });
    // 30 of 30 with the treatment, 30 of 100 without: its own value was not changed, so it is not among the treated.
    expect(makeSheet(ranked, 3, {}).indicators[0]).toMatchObject({ points: 100 });
    expect(makeSheet(ranked, 3, {}).indicators[0]!.treated).toBeUndefined();
    expect(makeSheet(ranked, 5, {}).indicators[0]!.treated).toBeUndefined();
  });
});
