import { describe, expect, it } from 'vitest';
import { findLeavers, placesGained, rankChange, refusal } from '../../scoring/change';
import { segmentView } from '../../scoring/board/segment-view';
import type { Segment } from '../../scoring/board/format';
import { BARE_SCHEME, type Line, literalBoard } from './board/literal-board';

const two = (firm: string, before: Partial<Line> | null, now: Partial<Line> | null): Line[] => [
  ...(before ? [{ firm, year: 2023, score: 50, industry: 'x', ...before }] : []),
  ...(now ? [{ firm, year: 2024, score: 50, industry: 'x', ...now }] : []),
];
const changeOf = (lines: readonly Line[], firm: string, segment: Segment = { industry: 'x' }, scheme = BARE_SCHEME) =>
  rankChange(
    literalBoard(lines, scheme),
    segment,
    lines.findIndex((line) => line.firm === firm && line.year === 2024),
  );
const others = [...two('p', { score: 80 }, { score: 60 }), ...two('q', { score: 20 }, { score: 30 })];

describe('rankChange', () => {
  it.each<[string, Partial<Line> | null, Partial<Line>, unknown]>([
    ['rose', { score: 50 }, { score: 70 }, { is: 'up', by: 1 }],
    ['fell', { score: 50 }, { score: 10 }, { is: 'down', by: 1 }],
    ['stayed', { score: 50 }, { score: 40 }, { is: 'same' }],
    ['was not in the data', null, {}, { is: 'new', cause: 'no_data' }],
    ['was in another industry', { industry: 'y' }, {}, { is: 'new', cause: 'changed_segment' }],
    ['had no industry', { industry: null }, {}, { is: 'new', cause: 'changed_segment' }],
    ['was vetoed', { status: 'vetoed' }, {}, { is: 'new', cause: 'vetoed' }],
    ['was vetoed, elsewhere', { status: 'vetoed', industry: 'y' }, {}, { is: 'new', cause: 'changed_segment' }],
    ['was below a gate', { score: null, status: 'not_scored' }, {}, { is: 'new', cause: 'below_gate' }],
    ['had too little data', { status: 'insufficient_data' }, {}, { is: 'new', cause: 'insufficient_data' }],
    ['lacked a needed value', { score: null, status: 'failed' }, {}, { is: 'new', cause: 'failed' }],
    ['is vetoed now', {}, { status: 'vetoed' }, { is: 'none', cause: 'vetoed' }],
    ['is in another industry now', {}, { industry: 'y' }, { is: 'none', cause: 'not_in_segment' }],
  ])('a firm that %s', (_, before, now, wanted) => {
    expect(changeOf([...others, ...two('f', before, now)], 'f')).toEqual(wanted);
  });

  it('in a segment of stages says when there was no stage', () => {
    const scheme = { ...BARE_SCHEME, stages: [{ id: 's', name: { zh: '期', en: 'S' }, when: 'true' }] };
    const lines = [...others, ...two('f', { score: null, status: 'no_stage', stage: -1 }, {})];
    expect(changeOf(lines, 'f', { stage: 's' }, scheme)).toEqual({ is: 'new', cause: 'no_stage' });
    expect(changeOf(lines, 'f', { stage: 's', industry: 'x' }, scheme)).toEqual({ is: 'new', cause: 'no_stage' });
    const moved = [...others, ...two('f', { score: null, status: 'no_stage', stage: -1, industry: 'y' }, {})];
    expect(changeOf(moved, 'f', { stage: 's', industry: 'x' }, scheme)).toEqual({ is: 'new', cause: 'changed_segment' });
  });

  it('is refused in the first year, and after a year that is not loaded', () => {
    expect(changeOf([{ firm: 'f', year: 2024, score: 1, industry: 'x' }], 'f')).toEqual({ is: 'none', cause: 'first_year' });
    const gap = [...two('f', null, {}), { firm: 'f', year: 2022, score: 1, industry: 'x' }];
    expect(changeOf(gap, 'f')).toEqual({ is: 'none', cause: 'first_year' });
  });

  it('is refused where an indicator has values in one of the years only, not where one firm lacks it', () => {
    const without = others.map((line) => ({ ...line, has: line.year === 2024 }));
    expect(changeOf(without, 'p')).toEqual({ is: 'none', cause: 'indicators_differ' });
    expect(refusal(literalBoard(without), 2024)).toBe('indicators_differ');
    const oneWithout = others.map((line) => ({ ...line, has: line.year === 2024 || line.firm === 'q' }));
    expect(changeOf(oneWithout, 'p')).toEqual({ is: 'same' });
  });
});

it('placesGained is a number only where both years have a rank', () => {
  const lines = [...others, ...two('f', { status: 'vetoed' }, { score: 90 }), ...two('g', null, { score: 95 })];
  const ctx = literalBoard(lines);
  const rows = Int32Array.from([1, 3, 5, 6]);
  expect([...placesGained(ctx, segmentView(ctx, {}), 2024, rows)]).toEqual([-2, -2, NaN, NaN]);
});

describe('findLeavers', () => {
  it('counts by cause and names the best first', () => {
    const lines = [
      ...others,
      ...two('gone', { score: 90 }, null),
      ...two('moved', { score: 85 }, { industry: 'y' }),
      ...two('barred', { score: 70 }, { status: 'vetoed' }),
      ...two('gated', { score: 60, name: '甲' }, { score: null }),
      ...two('never', { status: 'vetoed' }, null),
    ];
    const { left, leavers } = findLeavers(literalBoard(lines), { industry: 'x' }, 2024);
    expect(left).toEqual({ no_data: 1, changed_segment: 1, vetoed: 1, below_gate: 1 });
    expect(leavers).toEqual([
      { firm: 'gone', name: 'gone示例', rank: 1, cause: 'no_data' },
      { firm: 'moved', name: 'moved示例', rank: 2, cause: 'changed_segment' },
      { firm: 'barred', name: 'barred示例', rank: 4, cause: 'vetoed' },
      { firm: 'gated', name: '甲', rank: 5, cause: 'below_gate' },
    ]);
  });

  it('names 200 and counts all', () => {
    const lines = [...Array.from({ length: 250 }, (_, at) => two(`f${at}`, { score: at }, null)).flat(), ...others];
    const { left, leavers } = findLeavers(literalBoard(lines), {}, 2024);
    expect(left).toEqual({ no_data: 250 });
    expect(leavers.length).toBe(200);
    expect(leavers[0]).toEqual({ firm: 'f249', name: 'f249示例', rank: 1, cause: 'no_data' });
  });

  it('is silent where the years cannot be compared', () => {
    expect(findLeavers(literalBoard(others), {}, 2023)).toEqual({ left: {}, leavers: [] });
  });
});
