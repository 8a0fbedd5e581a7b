import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarCounts, SpreadAnswer } from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { accountOf, determined, figuresOf, LIMITS, MEASURE } from './guard-given';

const counts = (bins: readonly number[], more: Partial<BarCounts> = {}): BarCounts => ({
  bins,
  missing: 0,
  zero: 0,
  below: 0,
  above: 0,
  ...more,
});
const evenly = (bins: number): number[] => Array.from({ length: bins + 1 }, (_, at) => at * 10);

function spreadWith(all: BarCounts, more: Partial<SpreadAnswer> = {}, selected: BarCounts | null = null): SpreadAnswer {
  const sum = (one: BarCounts): number => one.bins.reduce((total, count) => total + count, one.zero + one.below + one.above);
  const n = sum(all);
  return {
    is: 'spread',
    measure: MEASURE,
    account: accountOf(n, all.missing > 0 ? [all.missing] : [], { zero: all.zero }),
    all: figuresOf(n, { missing: all.missing, zero: all.zero }),
    selected: selected && figuresOf(sum(selected), { missing: selected.missing, zero: selected.zero }),
    suggestsLog: false,
    refusesLog: false,
    bars: { edges: evenly(all.bins.length), isLog: false, rule: 'freedman-diaconis', ruleWidth: 9, zeroApart: all.zero > 0, all, selected },
    ecdf: null,
    density: null,
    strip: null,
    pins: [],
    ...more,
  };
}
const guarded = (answer: SpreadAnswer): { readonly answer: SpreadAnswer; readonly hidden: object } => {
  const { answer: found, hidden } = guardAnswer(answer, LIMITS);
  return { answer: found as SpreadAnswer, hidden: Object.fromEntries(hidden.map(({ what, count }) => [what, count])) };
};

describe('bars', () => {
  it('of too few firms are NaN, and the smallest other with the only one', () => {
    const { answer, hidden } = guarded(spreadWith(counts([40, 3, 9, 30])));
    expect(answer.bars.all.bins).toEqual([40, NaN, NaN, 30]);
    expect(answer.all.n).toBe(82);
    expect(hidden).toEqual({ small: 1, second: 1 });
  });

  it('of too few firms at the ends go to what lies beyond, until that is enough', () => {
    const { answer, hidden } = guarded(spreadWith(counts([2, 40, 30, 4, 0, 1, 2])));
    expect(answer.bars.all).toMatchObject({ bins: [30], below: 42, above: 7 });
    expect(answer.bars.edges).toEqual([20, 30]);
    expect(hidden).toMatchObject({ ends: 6 });
  });

  it('an end already beyond the bars grows until it is enough', () => {
    const { answer } = guarded(spreadWith(counts([50, 40, 9], { above: 2 })));
    expect(answer.bars.all).toMatchObject({ bins: [50, 40], above: 11 });
    expect(answer.bars.edges).toEqual([0, 10, 20]);
  });

  it('few zeros are hidden wherever they are counted, and a bar with them', () => {
    const { answer } = guarded(spreadWith(counts([50, 40], { zero: 2 })));
    expect([answer.bars.all.zero, answer.account.zero, answer.all.zero]).toEqual([NaN, NaN, NaN]);
    expect(answer.bars.all.bins).toEqual([50, NaN]);
  });

  it('few missing are hidden with the number of all rows, which is no bar', () => {
    const { answer } = guarded(spreadWith(counts([50, 40], { missing: 3 })));
    expect([answer.bars.all.missing, answer.all.missing, answer.account.rows, answer.account.left[0]!.count]).toEqual([NaN, NaN, NaN, NaN]);
    expect([answer.bars.all.bins, answer.account.present]).toEqual([[50, 40], 90]);
  });

  it('how many are below 0 is not told beside a hidden bar below 0', () => {
    const given = spreadWith(counts([20, 2, 30, 40]));
    const answer = { ...given, account: { ...given.account, negative: 22 }, bars: { ...given.bars, edges: [-20, -10, 0, 10, 20] } };
    expect(guarded(answer).answer.account.negative).toBe(NaN);
  });
});

describe('the selected', () => {
  it('are hidden in a bar where they are few, or where the others are', () => {
    const { answer } = guarded(spreadWith(counts([40, 30, 20, 50]), {}, counts([3, 28, 10, 25])));
    expect(answer.bars.selected!.bins).toEqual([NaN, NaN, 10, 25]);
    expect(answer.bars.all.bins).toEqual([40, 30, 20, 50]);
  });

  it.each([
    ['are few', counts([3, 0])],
    ['leave few', counts([40, 27])],
  ])('are gone altogether where they %s', (_, selected) => {
    const { answer } = guarded(spreadWith(counts([40, 30]), {}, selected));
    expect([answer.selected, answer.bars.selected]).toEqual([null, null]);
  });
});

describe('figures', () => {
  it.each<[number, (keyof SpreadAnswer['all'])[]]>([
    [9, []],
    [10, ['p50']],
    [17, ['p25', 'p50', 'p75']],
    [41, ['p10', 'p25', 'p50', 'p75', 'p90']],
    [81, ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95']],
  ])('of %i firms the quantiles listed have five firms at or beyond them', (n, listed) => {
    const { all } = guarded(spreadWith(counts([n]))).answer;
    const names = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const;
    expect(names.filter((name) => all[name] !== null)).toEqual(listed);
    expect(all.mean).toBe(50);
  });

  it('of four firms nothing is left but who is missing', () => {
    const { answer } = guarded(spreadWith(counts([1, 3], { missing: 30 })));
    expect(answer.account).toEqual({ rows: NaN, present: NaN, left: [{ why: 'blank', count: 30 }], zero: NaN, negative: 0 });
    expect(answer.all).toEqual(figuresOf(NaN, { ...NOTHING, missing: 30, zero: NaN }));
    expect(answer.bars).toMatchObject({ edges: [0, 1], all: { bins: [NaN], missing: 30 } });
  });

  it('a mean of which one firm has nearly all is not listed', () => {
    const sizes = [...Array.from({ length: 19 }, () => 1), 900];
    const strip = sizes.map((value, at) => ({ firm: `F${at}`, name: `企业${at}`, value, selected: false }));
    const given = spreadWith(counts([19, 1]), { strip, all: figuresOf(20, { mean: 919 / 20 }) });
    const { answer, hidden } = guarded(given);
    expect([answer.all.mean, answer.all.p50, answer.strip]).toEqual([null, 50, null]);
    expect(hidden).toMatchObject({ dominated: 1, firms: 20 });
  });

  it('a mean of which only four firms have anything is not listed', () => {
    expect(guarded(spreadWith(counts([4], { zero: 60 }))).answer.all.mean).toBe(null);
  });
});
const NOTHING = { p5: null, p10: null, p25: null, p50: null, p75: null, p90: null, p95: null, mean: null, pooled: null };

describe('curves', () => {
  const steps = (n: number, by = 1) => ({
    at: Array.from({ length: n / by }, (_, at) => at + 1),
    height: Array.from({ length: n / by }, (_, at) => ((at + 1) * by) / n),
  });

  it('steps have five firms between them, below the first and above the last', () => {
    const { ecdf } = guarded(spreadWith(counts([12]), { ecdf: { all: steps(12), selected: null } })).answer;
    expect(ecdf!.all).toEqual({ at: [5], height: [5 / 12] });
  });

  it('where a step is of both, those not selected can be counted there and are enough', () => {
    // Of 1 … 40 the selected are 1 … 18 and 23 … 40: up to 20 two others would be counted.
    const all = steps(40);
    const chosen = [...Array.from({ length: 18 }, (_, at) => at + 1), ...Array.from({ length: 18 }, (_, at) => at + 23)];
    const selected = { at: chosen, height: chosen.map((_, at) => (at + 1) / 36) };
    const given = spreadWith(counts([40]), { ecdf: { all, selected }, selected: figuresOf(30) }, counts([36]));
    const { ecdf } = guarded({
      ...given,
      all: figuresOf(41),
      account: accountOf(41),
      bars: { ...given.bars, all: counts([41]) },
      selected: figuresOf(36),
    }).answer;
    const others = ecdf!.selected!.at.flatMap((value, step) => {
      const both = ecdf!.all.at.indexOf(value);
      return both < 0 ? [] : [Math.round(ecdf!.all.height[both]! * 41) - Math.round(ecdf!.selected!.height[step]! * 36)];
    });
    expect(others.every((count) => count === 0 || count >= 5)).toBe(true);
  });

  it('a density ends where the bars do', () => {
    const density = { all: { at: [0, 10, 20, 30, 40], height: [1, 2, 3, 2, 1] }, selected: null, bandwidth: 2 };
    const { answer } = guarded(spreadWith(counts([50, 40, 9, 2]), { density }));
    expect(answer.bars.edges).toEqual([0, 10, 20]);
    expect(answer.density!.all).toEqual({ at: [0, 10, 20], height: [1, 2, 3] });
  });
});

it('pinned firms are gone', () => {
  const pins = [{ firm: 'F1', name: '示例', value: 3, percentile: 0.5, rank: 2, n: 80, segment: null, next: null }];
  expect(guarded(spreadWith(counts([40, 40]), { pins }))).toMatchObject({ answer: { pins: [] }, hidden: { firms: 1 } });
});

describe('of any bars', () => {
  const bar = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 2, arbitrary: fc.integer({ min: 7, max: 60 }) });
  const bars = fc
    .array(fc.tuple(bar, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 14 })
    .chain((list) => fc.record({ list: fc.constant(list), zero: bar, above: bar, missing: bar, isSelected: fc.boolean() }))
    .map(({ list, zero, above, missing, isSelected }) => {
      const part = (of: (pair: readonly [number, number]) => number) => list.map(of);
      const all = counts(
        part(([count]) => count),
        { zero, above, missing },
      );
      const selected = counts(
        part(([count, share]) => Math.round(count * share)),
        { above: Math.floor(above / 2) },
      );
      return spreadWith(all, {}, isSelected ? selected : null);
    });

  it('no hidden count can be had by subtraction, of all, the selected or the others', () => {
    fc.assert(
      fc.property(bars, (given) => {
        expect(givenAway(guarded(given).answer, given)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('guarding once more takes out nothing', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const once = guardAnswer(given, LIMITS).answer;
        expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
      }),
    );
  });

  /** Small counts that the guarded answer still gives away, by solving at once everything it says. */
  function givenAway({ bars: { edges, all, selected }, account }: SpreadAnswer, given: SpreadAnswer): string[] {
    if (Number.isNaN(account.present)) return [];
    const unknowns = new Map<string, number>();
    const term = (name: string, shown: number, count: number): string[] => {
      if (!Number.isNaN(shown)) return [];
      unknowns.set(name, count);
      return [name];
    };
    const parts = ({ bins, zero, below, above }: BarCounts): number[] => [...bins, zero, below, above];
    const truth = (one: BarCounts): number[] => {
      const [from, to] = [edges[0]! / 10, edges.at(-1)! / 10];
      const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0);
      return [...one.bins.slice(from, to), one.zero, one.below + sum(one.bins.slice(0, from)), one.above + sum(one.bins.slice(to))];
    };
    const counted = truth(given.bars.all);
    const relations: string[][] = [
      parts(all).flatMap((shown, at) => term(`all ${at}`, shown, counted[at]!)),
      [...term('missing', all.missing, given.bars.all.missing), ...term('rows', account.rows, 5)],
    ];
    if (selected) {
      const some = truth(given.bars.selected!);
      relations.push(parts(selected).flatMap((shown, at) => term(`selected ${at}`, shown, some[at]!)));
      // The others are never listed: a bar is the selected and the others, all of them are what the totals leave.
      parts(selected).forEach((shown, at) =>
        relations.push([
          ...term(`all ${at}`, parts(all)[at]!, counted[at]!),
          ...term(`selected ${at}`, shown, some[at]!),
          ...term(`others ${at}`, NaN, counted[at]! - some[at]!),
        ]),
      );
    }
    const names = [...unknowns.keys()];
    const sign = (name: string): number => (name.startsWith('all') ? 1 : -1);
    const matrix = relations.map((relation, at) => names.map((name) => (relation.includes(name) ? (at > 1 ? sign(name) : 1) : 0)));
    return determined(matrix, names.length).flatMap((at) => {
      const count = unknowns.get(names[at]!)!;
      return count > 0 && count < 5 ? [names[at]!] : [];
    });
  }
});
