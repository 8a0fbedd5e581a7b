import { describe, expect, it } from 'vitest';
import { boardTable } from '../../scoring/board/export';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { makeBoard } from '../../scoring/board/slice';
import { evaluateScheme } from '../../scoring/evaluate';
import { hasIntervals, scoreRange } from '../../scoring/score-range';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const bands = {
  is: 'tiers',
  tiers: [
    { from: 5, to: null, points: [7, 8] },
    { from: null, to: 5, points: 2 },
  ],
};
const scheme = schemeWith({
  indicators: [
    { id: 'a', formula: 'a', rule: bands, of: 8, weight: 16 },
    {
      id: 'b',
      // A high end beats the winner's: 6 alone against 5 to 9.
      rule: {
        is: 'best-of',
        options: [
          { id: 'flat', name: { zh: '一', en: 'one' }, formula: 'b', rule: { is: 'linear', from: 0, to: 10 } },
          {
            id: 'wide',
            name: { zh: '二', en: 'two' },
            formula: 'c',
            rule: {
              is: 'tiers',
              tiers: [
                { from: null, to: 1, points: 0 },
                { from: 1, to: null, points: [5, 9] },
              ],
            },
          },
        ],
      },
      of: 10,
    },
  ],
  deductions: [{ id: 'd', formula: 'penalties', perUnit: 1 }],
  cap: 25,
});
const panel = panelOf({ a: [6, 1, 6, null], b: [6, 6, null, null], c: [2, 0, 2, null], penalties: [1, 0, 0, 0] });
const ranked = scorePanel(panel, scheme, {
  schemeHash: 'a'.repeat(64),
  nameOf: (field) => ({ zh: field, en: field }),
  format: (_, value) => String(value),
});
const all = Int32Array.of(0, 1, 2, 3);

describe('intervals of points', () => {
  it('go to the total: 14 … 16 and 6 … 9 less 1; 4 and 6; 14 … 16 and 5 … 9; nothing', () => {
    const evaluated = evaluateScheme(panel, scheme);
    const { low, high } = scoreRange(evaluated, weightsOf(scheme), all);
    expect([...low]).toEqual([19, 10, 19, 0]);
    expect([...high]).toEqual([24, 10, 25, 0]);
    expect([...low]).toEqual([...total(evaluated, weightsOf(scheme)).score]);
  });
  it('are worked out for the rows asked for, in their order', () => {
    expect([...scoreRange(evaluateScheme(panel, scheme), weightsOf(scheme), Int32Array.of(2, 0)).high]).toEqual([25, 24]);
    expect([...scoreRange(evaluateScheme(panel, scheme), weightsOf(scheme), new Int32Array(0)).high]).toEqual([]);
  });
  it('are found wherever a rule has one', () => {
    expect(hasIntervals(scheme)).toBe(true);
    expect(hasIntervals(schemeWith({ indicators: [{ id: 'a', formula: 'a', rule: { is: 'percentile' }, of: 1 }] }))).toBe(false);
  });
});

describe('a range of scores is shown', () => {
  it('on the board, where the two ends differ; ranks go by the lower one, so that 19 … 24 and 19 … 25 are tied', () => {
    const ask = { year: 2024, segment: {}, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 9, fields: [] } as const;
    const board = makeBoard(ranked, ask);
    expect(board.ranged).toBe(true);
    expect(board.rows.map(({ row, rank, score, high }) => [row, rank, score, high])).toEqual([
      [0, 1, 19, 24],
      [2, 1, 19, 25],
      [1, 3, 10, undefined],
      [3, 4, 0, undefined],
    ]);
  });
  it('in the sheet, with the indicator and the option it comes from', () => {
    const sheet = makeSheet(ranked, 0, {});
    expect([sheet.score, sheet.high]).toEqual([19, 24]);
    expect(sheet.indicators.map(({ points, high }) => [points, high])).toEqual([
      [7, 8],
      [6, 9],
    ]);
    expect(sheet.indicators[1]!.options.map(({ points, high, won }) => [points, high, won])).toEqual([
      [6, undefined, true],
      [5, 9, false],
    ]);
    expect(makeSheet(ranked, 1, {}).high).toBeUndefined();
  });
  it('in the file, as a column of its own', () => {
    const { columns } = boardTable(ranked, null, {}, null);
    const high = columns.find(({ name }) => name === 'score_high')!.column;
    expect(high.kind === 'number' && [...high.values]).toEqual([24, 25, 10, 0]);
  });
});
