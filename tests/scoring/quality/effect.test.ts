import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import type { Panel } from '../../../scoring/panel';
import { rankYear } from '../../../scoring/rank';
import { applyDecisions } from '../../../scoring/quality/apply';
import { effectOf } from '../../../scoring/quality/effect';
import type { Finding, FindingAction } from '../../../scoring/quality/format';
import type { Scheme } from '../../../scoring/scheme/format';
import { weightsOf } from '../../../scoring/weights/given';
import { rowsOfYear } from '../../../scoring/year-rows';
import { schemeWith } from '../schemes';
import { type Life, random, seriesPanel } from './series-panel';

const naming = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const ranked = (panel: Panel, scheme: Scheme) => scorePanel(panel, scheme, naming);
const found = (field: string | null, rows: readonly number[], factor = 0.0001): Finding => ({
  id: field === null ? 'total_row' : `unit_jump:${field}`,
  rule: field === null ? 'total_row' : 'unit_jump',
  field,
  rows: Int32Array.from(rows),
  measure: new Float64Array(rows.length).fill(1),
  factor: new Float64Array(rows.length).fill(factor),
  lines: 0,
});
// 0 … 10 points for 0 … 100 万元, and 10 for growth of 100 %.
const plain = schemeWith({
  indicators: [
    { id: 'size', formula: 'revenue', of: 10, rule: { is: 'linear', unit: '万元', from: 0, to: 100 } },
    { id: 'growth', formula: 'growth(revenue)', of: 10, rule: { is: 'linear', unit: '%', from: 0, to: 100 } },
  ],
});
const relative = (comparison: string) =>
  schemeWith({ comparison, indicators: [{ id: 'place', formula: 'revenue + previous(revenue, 1)', of: 10, rule: { is: 'percentile' } }] });

describe('by hand', () => {
  // 2024: A 5 + 0 = 5, B 10 + 10 = 20 (a million 万元), C 4 + 0 = 4. With B at 30 万元: 3 + 0 = 3, and the order is A, C, B.
  const panel = seriesPanel([{ revenue: [50e4, 50e4] }, { revenue: [30e4, 30e8] }, { revenue: [40e4, 40e4] }], 2023);
  const board = ranked(panel, plain);

  it('a slip converted changes one score and everybody’s rank', () => {
    expect(effectOf(board, found('revenue', [3]), 'convert', 2024)).toEqual({ scored: 1, ranked: 3, most: 17, turned: 0 });
  });
  it('excluded, both indicators are missing: B falls from 20 to 0', () => {
    expect(effectOf(board, found('revenue', [3]), 'exclude', 2024)).toEqual({ scored: 1, ranked: 3, most: 20, turned: 0 });
  });
  it('a row taken out has no score any more', () => {
    expect(effectOf(board, found(null, [3]), 'exclude', 2024)).toEqual({ scored: 1, ranked: 3, most: 0, turned: 1 });
  });
  it('of the year before, it is felt through growth', () => {
    // B grew from nothing known: 10 of size stay, 10 of growth go; it is first all the same.
    expect(effectOf(board, found('revenue', [2]), 'exclude', 2024)).toEqual({ scored: 1, ranked: 0, most: 10, turned: 0 });
  });
  it.each<[string, Finding, FindingAction, number]>([
    ['a mark', found('revenue', [3]), 'mark', 2024],
    ['a field the scheme does not read', found('employees', [3]), 'exclude', 2024],
    ['the year after', found('revenue', [3]), 'exclude', 2023],
    ['a factor nobody knows', found('revenue', [3], NaN), 'convert', 2024],
  ])('%s changes nothing', (_, finding, action, year) => {
    expect(effectOf(board, finding, action, year)).toEqual({ scored: 0, ranked: 0, most: 0, turned: 0 });
  });
});

describe('the same as scoring the whole panel twice', () => {
  const next = random(5);
  const lives = Array.from({ length: 60 }, (): Life => {
    const list = Array.from({ length: 4 }, () => (next() < 0.1 ? null : Math.round(next() * 150) * 1e4));
    return { revenue: list, employees: list.map(() => 1), industry: list.map(() => (next() < 0.5 ? '软件' : '制药')) };
  });
  const panel = seriesPanel(lives, 2021);
  const rows = Array.from({ length: 25 }, () => Math.floor(next() * panel.rows)).sort((a, b) => a - b);
  const once = rows.filter((row, at) => row !== rows[at - 1]);

  it.each([
    ['plain', plain],
    ['by percentile of the year', relative('year')],
    ['by percentile of year and industry', relative('year*industry')],
    ['by percentile of all years', relative('all')],
  ])('%s', (_, scheme) => {
    const board = ranked(panel, scheme);
    for (const finding of [found('revenue', once), found(null, once)]) {
      for (const action of ['exclude', 'convert'] as const) {
        for (const year of [2021, 2022, 2024]) {
          expect(effectOf(board, finding, action, year)).toEqual(slowly(panel, scheme, finding, action, year));
        }
      }
    }
  });
});

function slowly(panel: Panel, scheme: Scheme, finding: Finding, action: FindingAction, year: number) {
  const { panel: after, kept } = applyDecisions(panel, [finding], [{ finding: finding.id, action, reason: '', only: null }]);
  const [was, is] = [ranked(panel, scheme), ranked(after, scheme)];
  expect(was.weights).toEqual(weightsOf(scheme));
  const standing = (board: typeof was, back: (row: number) => number) => {
    const own = rowsOfYear(board.panel, year);
    const { ranks } = rankYear(own, board.totals);
    return new Map(Array.from(own, (row, at) => [back(row), { score: board.totals.score[row]!, rank: ranks[at]! }]));
  };
  const before = standing(was, (row) => row);
  const now = standing(is, (row) => (kept ? kept[row]! : row));
  const effect = { scored: 0, ranked: 0, most: 0, turned: 0 };
  for (const [row, { score, rank }] of before) {
    const other = now.get(row) ?? { score: NaN, rank: 0 };
    if (other.rank !== rank) effect.ranked++;
    const turned = Number.isNaN(score) !== Number.isNaN(other.score);
    if (turned) effect.turned++;
    if (turned || Math.abs(score - other.score) > 1e-9) effect.scored++;
    if (Math.abs(score - other.score) > 1e-9) effect.most = Math.max(effect.most, Math.abs(score - other.score));
  }
  return effect;
}
