import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../scoring/board/context';
import type { Segment } from '../../../scoring/board/format';
import { contendersOf } from '../../../scoring/robustness/contenders';
import { firmStanding } from '../../../scoring/robustness/firmness';
import { portraitOf } from '../../../scoring/portrait/portrait';
import { plain, scored } from '../compare/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';

const scheme = schemeWith({
  groups: [{ id: 'tech' }, { id: 'growth' }],
  indicators: [plain('t', { group: 'tech' }), plain('u', { group: 'tech' }), plain('g', { group: 'growth' })],
});
/** Scores 15, 20, 12, 11, 7, 2, 30; the last is of another industry. */
const panel = panelOf({
  t: [8, 9, 4, 3, 2, 1, 10],
  u: [2, 6, 4, 5, 3, null, 10],
  g: [5, 5, 4, 3, 2, 1, 10],
  industry: ['芯', '芯', '芯', '芯', '芯', '芯', '药'],
});
const ctx = scored(panel, scheme);
const NOTHING = { titles: [], conflicts: [], on: '2026-01-01' };

function standing(of: Ranked, row: number, segment: Segment = {}) {
  const stamp = { hash: '', draft: null, year: 2024, segment };
  return firmStanding(of, contendersOf(of, segment, 2024), stamp, row, 0.2);
}
const portrait = (row: number, more: Partial<Parameters<typeof portraitOf>[2]> = {}, of: Ranked = ctx) =>
  portraitOf(of, row, { ...NOTHING, segment: {}, ...more }, standing(of, row, more.segment));

describe('the head of a portrait', () => {
  it('gives rank of those ranked, score of the full mark, and coverage', () => {
    const { sheet, fullMark, peers } = portrait(0);
    expect([sheet.rank, sheet.ranked, sheet.score, fullMark, sheet.coverage, peers]).toEqual([3, 7, 15, 30, 1, 6]);
  });
  it('counts ranks within the segment asked for, peers always within the industry', () => {
    const { sheet, peers, above } = portrait(0, { segment: { industry: '芯' } });
    expect([sheet.rank, sheet.ranked, peers, above?.rank]).toEqual([2, 6, 6, 1]);
  });
  it('names the firm just above, the difference, and what makes most of it', () => {
    expect(portrait(0).above).toEqual({ name: 'F1', rank: 2, by: -5, most: { name: { zh: 'u', en: 'u' }, by: -4 } });
  });
  it('of the first has nobody above', () => expect(portrait(6).above).toBeNull());
  it('skips those who share its rank', () => {
    const tied = scored(panelOf({ t: [5, 5, 9], u: [1, 1, 1], g: [1, 1, 1] }), scheme);
    expect(portrait(1, {}, tied).above).toMatchObject({ name: 'F2', rank: 1, by: -4 });
  });
});

describe('places among the peers of a portrait', () => {
  it('are mid-rank shares of the group points of the ranked', () => {
    // Technology 10 among 10 15 8 8 5 1: four below and itself half; growth 5 shared by two of six.
    expect(portrait(0).groups).toEqual([
      { id: 'tech', above: 4.5 / 6, n: 6 },
      { id: 'growth', above: 5 / 6, n: 6 },
    ]);
  });
  it('count only those with a value', () => {
    const { indicators } = portrait(0).sheet;
    expect(indicators.map(({ percentile, peers, level }) => [percentile, peers, level])).toEqual([
      [4.5 / 6, 6, 1],
      [0.1, 5, 1],
      [5 / 6, 6, 2],
    ]);
  });
  it('are none where the industry is unknown', () => {
    const alone = scored(panelOf({ t: [1], u: [1], g: [1] }), scheme);
    const { peers, groups, nearest } = portrait(0, {}, alone);
    expect([peers, groups.map(({ above }) => above), nearest]).toEqual([null, [null, null], []]);
  });
});

describe('the nearest peers of a portrait', () => {
  it('lie by differences over MAD, with the group that parts them most', () => {
    const { nearest } = portrait(0);
    // MAD of technology 2.5, of growth 1.5; 0.6745 × the mean of both differences over it.
    const given = nearest.map(({ name, rank, distance, most }) => [name, rank, Math.round(distance * 1e4) / 1e4, most?.name.zh, most?.by]);
    expect(given).toEqual([
      ['F2', 4, 0.4946, 'tech', 2],
      ['F1', 2, 0.6745, 'tech', -5],
      ['F3', 5, 0.7195, 'tech', 2],
      ['F4', 6, 1.349, 'tech', 5],
      ['F5', 7, 2.1134, 'tech', 9],
    ]);
  });
});

describe('what is missing in a portrait', () => {
  it('bounds score and rank from nothing to full', () => {
    // 2 now; 12 with all of u, level with F2: not behind it.
    expect(portrait(5).standing?.missing).toEqual({ gaps: 1, low: 2, high: 12, best: 4, worst: 7 });
  });
  it('leaves the bounds out for a firm without a rank', () => {
    const gated = scored(
      panelOf({ t: [1, 2], u: [1, 2], g: [1, 2], flag_a: [false, true] }),
      schemeWith({ indicators: [plain('t')], gates: [{ id: 'open', formula: 'flag_a', provenance: 'illustrative' }] }),
    );
    const { sheet, standing: bounds, above } = portrait(0, {}, gated);
    expect([sheet.rank, bounds, above]).toEqual([null, null, null]);
  });
});

describe('the path of a portrait', () => {
  const overYears = (g: readonly (number | null)[], firm: readonly number[], year: readonly number[]) =>
    scored(panelOf({ t: g.map(() => 1), u: g.map(() => 1), g }, { firm, year }), scheme);
  it('gives rank and number of the ranked of each year', () => {
    const two = overYears([1, 2, 4, 3], [0, 1, 0, 1], [2023, 2023, 2024, 2024]);
    expect(portrait(2, {}, two).path).toEqual([
      { year: 2023, score: 3, rank: 2, ranked: 2, apart: null },
      { year: 2024, score: 6, rank: 1, ranked: 2, apart: null },
    ]);
  });
  it('is broken where an indicator had no value of anybody', () => {
    const two = overYears([null, null, 4, 3], [0, 1, 0, 1], [2023, 2023, 2024, 2024]);
    expect(portrait(2, {}, two).path.map(({ apart }) => apart)).toEqual([null, 'indicators']);
  });
  it('is broken over a year that is not loaded, and has no rank in a year without the firm', () => {
    const gap = overYears([1, 1, 4, 3], [0, 1, 0, 1], [2022, 2022, 2024, 2024]);
    expect(portrait(2, {}, gap).path.map(({ apart }) => apart)).toEqual([null, 'years']);
    const late = overYears([1, 4, 3], [1, 0, 1], [2023, 2024, 2024]);
    expect(portrait(1, {}, late).path.map(({ rank, ranked }) => [rank, ranked])).toEqual([
      [null, 1],
      [1, 2],
    ]);
  });
  it('is broken where the stage is another', () => {
    const staged = schemeWith({
      stages: [
        { id: 'young', when: 'g < 3' },
        { id: 'old', when: 'g >= 3' },
      ],
      stageProvenance: 'illustrative',
      indicators: [plain('t', { weight: { young: 10, old: 10 } })],
    });
    const grown = scored(panelOf({ t: [1, 1], g: [1, 4] }, { firm: [0, 0], year: [2023, 2024] }), staged);
    expect(portrait(1, {}, grown).path.map(({ apart }) => apart)).toEqual([null, 'stage']);
  });
});

describe('what pays in a portrait', () => {
  it('is at most five steps that gain, the others are counted', () => {
    const { steps, moreSteps, full } = portrait(5);
    // u has no value: it cannot be worked out.
    expect([steps.map(({ id }) => id), moreSteps, full]).toEqual([['t', 'g'], 1, 0]);
  });
});
