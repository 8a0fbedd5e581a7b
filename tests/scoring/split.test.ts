import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankChange } from '../../scoring/change';
import { rankSplit, splitChange } from '../../scoring/split';
import { type Line, literalBoard } from './board/literal-board';

describe('splitChange', () => {
  it.each([
    // Third of three (50 behind 60 and 70); 65 alone would be second.
    ['own score only', { rankBefore: 3, rankNow: 2, ownNow: 65, before: [60, 70], after: [60, 70] }, { own: 1, others: 0, membership: 0 }],
    ['others only', { rankBefore: 3, rankNow: 1, ownNow: 50, before: [60, 70], after: [40, 45] }, { own: 0, others: 2, membership: 0 }],
    ['a leaver above', { rankBefore: 2, rankNow: 1, ownNow: 50, before: [60], after: [NaN] }, { own: 0, others: 0, membership: 1 }],
    ['an entrant above', { rankBefore: 1, rankNow: 2, ownNow: 50, before: [40], after: [40] }, { own: 0, others: 0, membership: -1 }],
    // 1: own 80 passes 60 and 70 (3 → 1). 2: the 60 becomes 90 (1 → 2). 3: an entrant above (2 → 3).
    [
      'all three, to nothing',
      { rankBefore: 3, rankNow: 3, ownNow: 80, before: [60, 70], after: [90, 70] },
      { own: 2, others: -1, membership: -1 },
    ],
    ['alone', { rankBefore: 1, rankNow: 1, ownNow: 5, before: [], after: [] }, { own: 0, others: 0, membership: 0 }],
  ])('%s', (_, { before, after, ...rest }, wanted) => {
    expect(splitChange({ ...rest, before: Float64Array.from(before), after: Float64Array.from(after) })).toEqual(wanted);
  });
});

const score = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(3 + 2e-9, 3 + 4e-9, 3 - 2e-9));
const year = fc.record({
  score,
  industry: fc.constantFrom('x', 'x', 'y'),
  status: fc.constantFrom('ranked' as const, 'ranked' as const, 'vetoed' as const),
});
const panel = fc.array(fc.record({ before: fc.option(year), now: fc.option(year) }), { minLength: 1, maxLength: 12 });

const linesOf = (firms: readonly { before: object | null; now: object | null }[]): Line[] =>
  firms.flatMap(({ before, now }, at) => [
    ...(before ? [{ firm: `f${at}`, year: 2023, ...before } as Line] : []),
    ...(now ? [{ firm: `f${at}`, year: 2024, ...now } as Line] : []),
  ]);

describe('rankSplit', () => {
  it('adds up to the change for everybody who has one, and is null for the new', () => {
    fc.assert(
      fc.property(panel, (firms) => {
        const lines = linesOf(firms);
        const ctx = literalBoard(lines);
        for (const segment of [{}, { industry: 'x' }]) {
          lines.forEach((line, row) => {
            if (line.year !== 2024) return;
            const change = rankChange(ctx, segment, row);
            const split = rankSplit(ctx, segment, row);
            if (change.is === 'new') expect(split).toBeNull();
            if (change.is === 'up' || change.is === 'down' || change.is === 'same') {
              const by = change.is === 'same' ? 0 : change.is === 'up' ? change.by : -change.by;
              expect(split!.own + split!.others + split!.membership).toBe(by);
            }
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing to membership where nobody came or went, nothing to own where the score stood', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 12 }), score, (rivals, own) => {
        const lines: Line[] = [
          ...linesOf(rivals.map(([before, now]) => ({ before: { score: before }, now: { score: now } }))),
          { firm: 'own', year: 2023, score: own },
          { firm: 'own', year: 2024, score: own },
        ];
        const split = rankSplit(literalBoard(lines), {}, lines.length - 1)!;
        expect([split.own, split.membership]).toEqual([0, 0]);
      }),
      { numRuns: 300 },
    );
  });

  it('counts a veto, a changed segment and an entrant as membership', () => {
    const lines: Line[] = [
      { firm: 'barred', year: 2023, score: 90, industry: 'x' },
      { firm: 'barred', year: 2024, score: 90, industry: 'x', status: 'vetoed' },
      { firm: 'moved', year: 2023, score: 80, industry: 'x' },
      { firm: 'moved', year: 2024, score: 80, industry: 'y' },
      { firm: 'came', year: 2023, score: 10, industry: 'y' },
      { firm: 'came', year: 2024, score: 70, industry: 'x' },
      { firm: 'own', year: 2023, score: 50, industry: 'x' },
      { firm: 'own', year: 2024, score: 50, industry: 'x' },
    ];
    expect(rankSplit(literalBoard(lines), { industry: 'x' }, 7)).toEqual({ own: 0, others: 0, membership: 1 });
  });
});
