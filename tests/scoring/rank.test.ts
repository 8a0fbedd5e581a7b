import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords, textColumn } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import { isTie, rankAmong, rankRows } from '../../scoring/rank';
import { rankWithin } from '../../scoring/rank-within';
import { STATUS } from '../../scoring/scored';

interface Given {
  readonly firm: string;
  readonly year: number;
  readonly score: number;
  readonly status: number;
  readonly code: number;
}

function panelOf(given: readonly Given[]): Panel {
  const firms = [...new Set(given.map(({ firm }) => firm))];
  return {
    rows: given.length,
    firm: Int32Array.from(given, ({ firm }) => firms.indexOf(firm)),
    firmKeys: packWords(firms),
    year: Int32Array.from(given, ({ year }) => year),
    name: textColumn(given.map(({ firm }) => firm)),
    fields: new Map(),
    currency: 'CNY',
  };
}

const totalsOf = (given: readonly Given[]) => ({
  score: Float64Array.from(given, ({ score }) => score),
  status: Uint8Array.from(given, ({ status }) => status),
});

const scores = (list: readonly number[]): Given[] =>
  list.map((score, at) => ({ firm: `f${at}`, year: 2024, score, status: STATUS.ranked, code: 0 }));

/** The rule of docs as written: of those left, the best opens a run; all within tolerance of it share its rank. */
function naiveRanks(list: readonly number[]): number[] {
  const ranks = list.map(() => 0);
  let placed = 0;
  while (placed < list.length) {
    const left = list.map((_, at) => at).filter((at) => ranks[at] === 0);
    const first = Math.max(...left.map((at) => list[at]!));
    const run = left.filter((at) => first - list[at]! <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(list[at]!)));
    for (const at of run) ranks[at] = placed + 1;
    placed += run.length;
  }
  return ranks;
}

describe('rankRows', () => {
  it.each([
    [[90, 80, 80, 70], [1, 2, 2, 4], '1-2-2-4'],
    [[0.3, 0.1 + 0.2], [1, 1], 'float noise is no difference'],
    [[50, 50 - 4e-8, 50 - 6e-8], [1, 1, 3], 'the third is within 5e-8 of its neighbour, not of the first'],
    [[0, -0, 1], [2, 2, 1], 'minus zero is zero'],
    [[5], [1], 'one firm is first'],
    [[], [], 'nobody'],
  ])('%j has ranks %j: %s', (list, wanted) => {
    const given = scores(list);
    expect([...rankRows(panelOf(given), totalsOf(given)).overall]).toEqual(wanted);
  });

  it('ranks each year by itself and leaves the unranked at its end', () => {
    const given: Given[] = [
      { firm: 'a', year: 2024, score: 10, status: STATUS.ranked, code: 0 },
      { firm: 'b', year: 2023, score: 99, status: STATUS.ranked, code: 0 },
      { firm: 'c', year: 2024, score: NaN, status: STATUS.not_scored, code: 0 },
      { firm: 'd', year: 2024, score: 95, status: STATUS.vetoed, code: 0 },
      { firm: 'e', year: 2024, score: 20, status: STATUS.ranked, code: 0 },
    ];
    const ranking = rankRows(panelOf(given), totalsOf(given));
    expect([...ranking.order].map((row) => given[row]!.firm)).toEqual(['b', 'e', 'a', 'c', 'd']);
    expect([...ranking.overall]).toEqual([2, 1, 0, 0, 1]);
    expect([...ranking.starts]).toEqual([0, 1, 5]);
    expect([...ranking.ranked]).toEqual([1, 2]);
  });

  it('refuses a ranked row without a score', () => {
    const given = scores([1, NaN]);
    expect(() => rankRows(panelOf(given), totalsOf(given))).toThrow('row 1 is ranked but has no score');
  });
});

describe('rankWithin', () => {
  it('ranks a firm in every segment it is in, and nobody where it is in none', () => {
    const given = scores([9, 8, 8, 7]);
    const ranking = rankRows(panelOf(given), totalsOf(given));
    // Row 0 in segments 0 and 1, row 1 in 1, row 2 in 0 and 1, row 3 in none.
    const codes = { codes: Int32Array.of(0, 1, 1, 0, 1, -1), offsets: Int32Array.of(0, 2, 3, 5, 6), count: 2 };
    expect([...rankWithin(ranking, codes)]).toEqual([1, 1, 2, 2, 2, 0]);
  });
});

const near = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 12 }).map((step) => 50 + step * 2e-8),
  fc.constantFrom(-0, 0, 1e-320, 1e12, 1e12 + 500, -3, -3 - 1e-10),
);
const rows = fc.array(
  fc.record({
    year: fc.constantFrom(2022, 2023),
    score: near,
    status: fc.constantFrom(STATUS.ranked, STATUS.ranked, STATUS.ranked, STATUS.vetoed),
    code: fc.integer({ min: -1, max: 2 }),
  }),
  { maxLength: 60 },
);

it('judges equality among the firms of the segment, from its own best', () => {
  // Overall the second is the equal of the first, the third is not; without the first the third is the equal of the second.
  const given = scores([50 + 4e-8, 50, 50 - 4e-8]).map((row, at) => ({ ...row, firm: ['c', 'b', 'a'][at]! }));
  const ranking = rankRows(panelOf(given), totalsOf(given));
  expect([...ranking.overall]).toEqual([1, 1, 3]);
  expect([...rankWithin(ranking, { codes: Int32Array.of(-1, 0, 0), offsets: null, count: 1 })]).toEqual([0, 1, 1]);
});

it('keeps scores apart that an outlier pushes onto one step of the scale', () => {
  const given = scores([1e300, ...Array.from({ length: 100 }, (_, at) => (at * 37) % 100)]);
  expect([...rankRows(panelOf(given), totalsOf(given)).overall]).toEqual([
    1,
    ...Array.from({ length: 100 }, (_, at) => 101 - ((at * 37) % 100)),
  ]);
});

it.each([
  [
    [1e-320, 0, 5e-324],
    [1, 1, 1],
  ],
  [
    [1.5e308, -1.5e308, 0],
    [1, 3, 2],
  ],
])('finds no scale between %j and still ranks %j', (list, wanted) => {
  const given = scores(list);
  expect([...rankRows(panelOf(given), totalsOf(given)).overall]).toEqual(wanted);
});

it('writes over the memory it is given, and nothing of what was there shows', () => {
  const before = scores([1, 2, 3]);
  const panel = panelOf(before);
  const first = rankRows(panel, totalsOf(before));
  const now = scores([3, 3, NaN]).map((row, at) => (at === 2 ? { ...row, status: STATUS.vetoed } : row));
  const second = rankRows(panel, totalsOf(now), first);
  expect(second.order).toBe(first.order);
  expect([[...second.overall], [...second.ranked]]).toEqual([[1, 1, 0], [2]]);
  const codes = { codes: Int32Array.of(0, -1, 0), offsets: null, count: 1 };
  expect([...rankWithin(second, codes, Int32Array.of(9, 9, 9))]).toEqual([1, 0, 0]);
});

describe('ranks agree with the definition', () => {
  it('overall and in every segment', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const given = list.map((row, at) => ({ ...row, firm: `f${at}` }));
        const ranking = rankRows(panelOf(given), totalsOf(given));
        const within = rankWithin(ranking, { codes: Int32Array.from(given, ({ code }) => code), offsets: null, count: 3 });
        for (const year of [2022, 2023]) {
          for (const code of [null, 0, 1, 2]) {
            const members = given.flatMap((row, at) =>
              row.year === year && row.status === STATUS.ranked && (code === null || row.code === code) ? [at] : [],
            );
            const wanted = naiveRanks(members.map((at) => given[at]!.score));
            expect(members.map((at) => (code === null ? ranking.overall : within)[at])).toEqual(wanted);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in another order of rows: everybody keeps the rank', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, stream) => {
        const given = list.map((row, at) => ({ ...row, firm: `f${at}` }));
        const shuffled = given.map((row) => ({ row, at: stream.next().value as number })).sort((a, b) => a.at - b.at);
        const ranks = (rowsGiven: readonly Given[]): string[] => {
          const { overall } = rankRows(panelOf(rowsGiven), totalsOf(rowsGiven));
          return rowsGiven.map(({ firm }, row) => `${firm} ${overall[row]}`).sort();
        };
        expect(ranks(shuffled.map(({ row }) => row))).toEqual(ranks(given));
      }),
      { numRuns: 200 },
    );
  });

  it('for one score among others', () => {
    fc.assert(
      fc.property(fc.array(near, { maxLength: 40 }), near, (others, own) => {
        expect(rankAmong(Float64Array.from(others), own)).toBe(naiveRanks([...others, own]).at(-1));
      }),
      { numRuns: 300 },
    );
  });
});

describe('isTie', () => {
  it.each([
    [1e12, 1e12 + 999, true],
    [1e12, 1e12 + 1001, false],
    [0, 9e-10, true],
    [0, 1.1e-9, false],
  ])('%d and %d: %s', (first, score, wanted) => {
    expect(isTie(first, score)).toBe(wanted);
  });
});
