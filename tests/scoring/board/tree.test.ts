import { describe, expect, it } from 'vitest';
import { segmentCounts, segmentTree } from '../../../scoring/board/tree';
import { BARE_SCHEME, type Line, literalBoard } from './literal-board';

const line = (firm: string, industry: string | null, titles: readonly string[] | null, year = 2024): Line => ({
  firm,
  year,
  score: 1,
  industry,
  titles,
});
const lines = [
  ...['a', 'b', 'c', 'd', 'e'].map((firm) => line(firm, '软件', ['高企'])),
  line('f', '软件', ['高企', '瞪羚']),
  line('g', '医药', []),
  line('h', null, null),
  line('h', '软件', ['高企'], 2023),
];
const ctx = literalBoard(lines);

describe('segmentTree', () => {
  it('counts all firms of the year, most first, unknown last; several titles count in each', () => {
    expect(segmentTree(ctx, ['industry', 'type'], 2024)).toEqual([
      {
        dimension: 'industry',
        value: '软件',
        firms: 6,
        small: false,
        children: [
          { dimension: 'type', value: '高企', firms: 6, small: false },
          { dimension: 'type', value: '瞪羚', firms: 1, small: true },
        ],
      },
      { dimension: 'industry', value: '医药', firms: 1, small: true, children: [{ dimension: 'type', value: '', firms: 1, small: true }] },
      { dimension: 'industry', value: '?', firms: 1, small: true, children: [{ dimension: 'type', value: '?', firms: 1, small: true }] },
    ]);
  });

  it('leaves out a dimension that is not offered', () => {
    expect(segmentTree(ctx, ['chain', 'industry'], 2023)).toEqual([
      { dimension: 'industry', value: '软件', firms: 1, small: true, children: [] },
    ]);
    expect(segmentTree(ctx, ['chain'], 2024)).toEqual([]);
    expect(segmentTree(ctx, ['industry'], 1999)).toEqual([]);
  });

  it('crosses the other way round', () => {
    const tree = segmentTree(ctx, ['type', 'industry'], 2024);
    expect(tree.map(({ value, firms }) => [value, firms])).toEqual([
      ['高企', 6],
      ['瞪羚', 1],
      ['', 1],
      ['?', 1],
    ]);
    expect(tree[1]!.children).toEqual([{ dimension: 'industry', value: '软件', firms: 1, small: true }]);
  });

  it('keeps stages in the order of the scheme, with their names', () => {
    const stages = ['late', 'early'].map((id) => ({ id, name: { zh: `${id}期`, en: id }, when: 'true' }));
    const staged = literalBoard(
      lines.map((one, at) => ({ ...one, stage: [1, 1, 0, -1][at] ?? 1 })),
      { ...BARE_SCHEME, stages },
      { weights: [[100, 100]] },
    );
    expect(segmentCounts(staged, 'stage', 2024).map(({ value, name, firms }) => [value, name?.zh, firms])).toEqual([
      ['late', 'late期', 1],
      ['early', 'early期', 6],
      ['?', undefined, 1],
    ]);
  });
});

describe('segmentCounts', () => {
  it('counts within a segment', () => {
    expect(segmentCounts(ctx, 'type', 2024, { industry: '医药' })).toEqual([{ dimension: 'type', value: '', firms: 1, small: true }]);
    expect(segmentCounts(ctx, 'district', 2024)).toEqual([]);
  });
});
