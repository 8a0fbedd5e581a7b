import { beforeAll, describe, expect, it } from 'vitest';
import { firmKey } from '../../../scoring/board/cell';
import { scorePanel } from '../../../scoring/board/score-panel';
import { frameRows } from '../../../scoring/distribution/frame';
import type { Panel } from '../../../scoring/panel';
import { choiceOf } from '../../../scoring/seedlings/back-test/measures-of-choice';
import { rankAsOf } from '../../../scoring/seedlings/back-test/rank-as-of';
import { scoresOf } from '../../../scoring/seedlings/back-test/rankers';
import { backTestDetectors, detectorScores } from '../../../scoring/seedlings/back-test/run';
import { type BackTest, type BackTestAsk, RANKERS, type RankerId } from '../../../scoring/seedlings/format';
import { seedlingsOf } from '../../../scoring/seedlings/list';
import { DEFAULT_SETTING } from '../../../scoring/seedlings/setting';
import { sampleFiles } from '../../../scripts/sample/tables.mjs';
import { makeWorld } from '../../../scripts/sample/world.mjs';
import { readSample } from '../../fixtures/sample-panel';
import { SETTING } from '../board/literal-board';
import { schemeOf } from '../schemes';

/** What the generator planted, which no part of the product reads: key → year in which a hidden seedling starts to grow. */
function takeoffs(): ReadonlyMap<string, number> {
  const lines = new Map(sampleFiles(makeWorld())).get('truth.csv')!.trim().split('\n').slice(1);
  const cells = lines.map((line) => line.split(','));
  return new Map(cells.flatMap(([key, , , seedling, year]) => (seedling === '1' ? [[key!, Number(year)] as const] : [])));
}

const YEARS = [2016, 2017, 2018, 2019, 2020];
const K = 100;
const ASK: BackTestAsk = {
  setting: DEFAULT_SETTING,
  segment: {},
  asOf: YEARS,
  horizon: 3,
  outcome: { is: 'high_growth', field: 'revenue', rate: 0.2 },
  k: K,
  embargo: false,
};
const { weights: _weights, draft: _draft, ...setting } = SETTING;
/** Seedlings among the first hundred of each way, all years together: those there at all, and those that start within the horizon. */
const found: Record<'all' | 'starting', Record<RankerId, number>> = { all: zeros(), starting: zeros() };
/** Years of the list as it stands on the page, and what its first hundred hold: seedlings that began to grow in the year or the two before, and as many as a blind draw would. */
const LISTED = [2020, 2021, 2022, 2023, 2024];
const listed = { growing: 0, blind: 0 };
let panel: Panel;
let result: BackTest;

function zeros(): Record<RankerId, number> {
  return { rule: 0, growth: 0, rd_intensity: 0, score: 0, random: 0 };
}

beforeAll(async () => {
  panel = await readSample();
  const planted = takeoffs();
  const ctx = scorePanel(panel, schemeOf('data/schemes/chengdu-style-4x20-2023.json'), setting);
  result = backTestDetectors(ctx, ASK);
  for (const year of YEARS) {
    const board = rankAsOf(ctx, year);
    const rows = frameRows(board, { year, segment: {} });
    const firms = rows.map((row) => board.panel.firm[row]!);
    const scores = scoresOf(board, year, { peers: firms, firms }, 'revenue', detectorScores(DEFAULT_SETTING));
    const starts = Array.from(rows, (row) => planted.get(firmKey(board.panel, row)) ?? NaN);
    for (const id of RANKERS) {
      const count = (is: (start: number) => boolean): number =>
        choiceOf(
          scores[id] as Float64Array,
          Uint8Array.from(starts, (start) => Number(is(start))),
          K,
        )!.hits;
      found.all[id] += count((start) => start > 0);
      found.starting[id] += count((start) => start > year && start <= year + ASK.horizon);
    }
  }
  for (const year of LISTED) {
    const isGrowing = (firm: string): boolean => planted.get(firm)! <= year && planted.get(firm)! >= year - 2;
    const rows = frameRows(ctx, { year, segment: {} });
    const { rows: first } = seedlingsOf(ctx, { year, segment: {}, setting: DEFAULT_SETTING, rules: [], offset: 0, count: K });
    listed.growing += first.filter(({ firm }) => isGrowing(firm)).length;
    listed.blind += (K * Array.from(rows).filter((row) => isGrowing(firmKey(panel, row))).length) / rows.length;
  }
});

describe('the sixty planted seedlings, by the first hundred of each year', () => {
  it('the list on the page, without the top of the board, holds more than five times as many that have begun to grow as a blind draw', () => {
    expect(listed.growing).toBeGreaterThan(5 * listed.blind);
  });
  it('the rule finds more than twice as many as a blind draw, and more than the official score', () => {
    expect(found.all.rule).toBeGreaterThan(2 * found.all.random);
    expect(found.all.rule).toBeGreaterThan(1.5 * found.all.score);
  });
  // What is asked of the rule and not met: R&D intensity alone finds more, last year's growth as many. Turns red on the day it is met.
  it.fails.each(['growth', 'rd_intensity'] as const)('the rule finds clearly more than %s', (id) => {
    expect(found.all.rule).toBeGreaterThan(1.25 * found.all[id]);
  });
  // Before they start nothing but their R&D tells them from others: their revenue stands still.
  it.fails('of those that start within three years the rule finds clearly more than a blind draw', () => {
    expect(found.starting.rule).toBeGreaterThan(1.25 * found.starting.random);
  });
});

describe('high growth over three years', () => {
  const pooled = (id: RankerId) => result.pooled[RANKERS.indexOf(id)]!;
  it('all five years are tested, and a lift of 2 to 3 raises no alarm', () => {
    expect([result.years.map(({ asOf }) => asOf), result.refused, result.alarm]).toEqual([YEARS, [], false]);
    expect(pooled('rule').lift).toBeGreaterThan(2);
    expect(pooled('rule').lift).toBeLessThan(3);
  });
  it('the rule does better than a blind draw by more than its interval, and better than the score', () => {
    expect(pooled('rule').liftLow).toBeGreaterThan(1);
    expect(pooled('rule').lift).toBeGreaterThan(pooled('score').lift!);
  });
  it.fails('the rule does better than R&D intensity alone', () => {
    expect(pooled('rule').lift).toBeGreaterThan(pooled('rd_intensity').lift!);
  });
  it('every firm of the segment is accounted for in every year', () => {
    for (const { firms, universe, unknown, barred } of result.years) expect(universe + unknown + barred).toBe(firms);
  });
  it('firms did leave, and all of them count', () => {
    expect(Math.min(...result.years.map(({ exits }) => exits))).toBeGreaterThan(100);
  });
});
