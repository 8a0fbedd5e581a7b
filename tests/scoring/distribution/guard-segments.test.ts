import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantiles, SegmentRow, SegmentsAnswer } from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { accountOf, determined, figuresOf, LIMITS, MEASURE, rowOf } from './guard-given';

function segmentsWith(rows: readonly SegmentRow[], more: Partial<SegmentsAnswer> = {}): SegmentsAnswer {
  const sum = (pick: (row: SegmentRow) => number): number => rows.reduce((all, row) => all + pick(row), 0);
  const total = figuresOf(
    sum(({ figures }) => figures.n),
    { missing: sum(({ figures }) => figures.missing), zero: sum(({ figures }) => figures.zero) },
  );
  return {
    is: 'segments',
    measure: MEASURE,
    account: accountOf(total.n, total.missing > 0 ? [total.missing] : [], { zero: total.zero }),
    by: 'industry',
    rows,
    total: rowOf('', total, { selected: sum(({ selected }) => selected) }),
    overlaps: false,
    low: 1,
    high: 99,
    isLog: false,
    suggestsLog: false,
    refusesLog: false,
    spreadOfMedians: null,
    pins: [],
    ...more,
  };
}
const guarded = (answer: SegmentsAnswer): SegmentsAnswer => guardAnswer(answer, LIMITS).answer as SegmentsAnswer;
const column = ({ rows }: SegmentsAnswer, pick: (figures: Quantiles) => number | null) =>
  Object.fromEntries(rows.map(({ value, figures }) => [value, pick(figures)]));

describe('a row of too few firms', () => {
  const answer = segmentsWith([rowOf('A', figuresOf(200)), rowOf('B', figuresOf(60)), rowOf('C', figuresOf(3)), rowOf('D', figuresOf(90))]);

  it('loses its n and its mean, and the smallest other row with it', () => {
    expect(column(guarded(answer), ({ n }) => n)).toEqual({ A: 200, B: NaN, C: NaN, D: 90 });
    expect(column(guarded(answer), ({ mean }) => mean)).toEqual({ A: 50, B: null, C: null, D: 50 });
  });

  it('the other row keeps what subtraction does not give away', () => {
    expect(column(guarded(answer), ({ p50 }) => p50)).toEqual({ A: 50, B: 50, C: null, D: 50 });
  });

  it('stands last, whatever its median', () => {
    const first = segmentsWith([rowOf('C', figuresOf(3)), rowOf('A', figuresOf(200)), rowOf('B', figuresOf(60))]);
    expect(guarded(first).rows.map(({ value }) => value)).toEqual(['A', 'B', 'C']);
  });

  it('is hidden alone where segments overlap, as they do not add up', () => {
    expect(column(guarded({ ...answer, overlaps: true }), ({ n }) => n)).toEqual({ A: 200, B: 60, C: NaN, D: 90 });
  });
});

it('each column is hidden by itself: few missing hide no n', () => {
  const answer = segmentsWith([
    rowOf('A', figuresOf(90, { missing: 2 })),
    rowOf('B', figuresOf(60, { missing: 30 })),
    rowOf('C', figuresOf(50, { missing: 8 })),
  ]);
  expect(column(guarded(answer), ({ missing }) => missing)).toEqual({ A: NaN, B: 30, C: NaN });
  expect(column(guarded(answer), ({ n }) => n)).toEqual({ A: 90, B: 60, C: 50 });
});

it('zeros that leave few firms with more are hidden', () => {
  const answer = segmentsWith([
    rowOf('A', figuresOf(90, { zero: 88 })),
    rowOf('B', figuresOf(60, { zero: 30 })),
    rowOf('C', figuresOf(50, { zero: 12 })),
  ]);
  expect(column(guarded(answer), ({ zero }) => zero)).toEqual({ A: NaN, B: 30, C: NaN });
});

it('the selected are hidden where they or the others are few, with one more', () => {
  const answer = segmentsWith([
    rowOf('A', figuresOf(90), { selected: 88 }),
    rowOf('B', figuresOf(60), { selected: 20 }),
    rowOf('C', figuresOf(50), { selected: 6 }),
  ]);
  expect(guarded(answer).rows.map(({ selected }) => selected)).toEqual([NaN, 20, NaN]);
});

it('while nothing is selected, nothing of it is hidden', () => {
  const answer = segmentsWith([rowOf('A', figuresOf(90)), rowOf('B', figuresOf(6))]);
  expect(guarded(answer).rows.map(({ selected }) => selected)).toEqual([0, 0]);
});

describe('shapes', () => {
  it('letters of a depth under five are dropped', () => {
    // Depths of 40 firms: 20.5, 10.5, 5.5, 3.
    const letters = { lower: [50, 25, 12, 6], upper: [50, 75, 88, 94] };
    const [row] = guarded(segmentsWith([rowOf('A', figuresOf(40), { letters })])).rows;
    expect(row!.letters).toEqual({ lower: [50, 25, 12], upper: [50, 75, 88] });
  });

  it('letters of nine firms are dropped altogether', () => {
    const letters = { lower: [50], upper: [50] };
    expect(guarded(segmentsWith([rowOf('A', figuresOf(9), { letters })])).rows[0]!.letters).toBe(null);
  });

  const box = { q1: 25, median: 50, q3: 75, low: 0.3, high: 321, beyondLow: 0, beyondHigh: 4 };
  it.each([
    ['P5 and P95', 81, 5, 95],
    ['P10 and P90 where P5 is of too few', 41, 10, 90],
    ['the box where P10 is, too', 20, 25, 75],
  ])('whiskers end at %s', (_, n, low, high) => {
    const [row] = guarded(segmentsWith([rowOf('A', figuresOf(n), { box })])).rows;
    expect(row!.box).toEqual({ q1: 25, median: 50, q3: 75, low, high, beyondLow: NaN, beyondHigh: NaN });
  });

  it('a box without quartiles is none', () => {
    expect(guarded(segmentsWith([rowOf('A', figuresOf(16), { box })])).rows[0]!.box).toBe(null);
  });

  it('a density lies between the outermost quantiles that are listed', () => {
    const density = { at: [0, 5, 10, 50, 90, 95, 321], height: [1, 2, 3, 4, 3, 2, 1] };
    const [row] = guarded(segmentsWith([rowOf('A', figuresOf(81), { density })])).rows;
    expect(row!.density).toEqual({ at: [5, 10, 50, 90, 95], height: [2, 3, 4, 3, 2] });
  });

  it('the shown range ends at the outermost figures left, not at a firm', () => {
    const { low, high } = guarded(segmentsWith([rowOf('A', figuresOf(81), { box }), rowOf('B', figuresOf(300, {}, 2))]));
    expect([low, high]).toEqual([5, 190]);
  });

  it('small bars are hidden with another, and all firms have no bars to subtract from', () => {
    const edges = [0, 10, 20, 30];
    const rows = [
      rowOf('A', figuresOf(52), { bars: { edges, counts: [40, 2, 10] } }),
      rowOf('B', figuresOf(60), { bars: { edges, counts: [20, 20, 20] } }),
    ];
    const given = segmentsWith(rows);
    const { rows: found, total } = guarded({ ...given, total: { ...given.total, bars: { edges, counts: [60, 22, 30] } } });
    expect(found.map(({ bars }) => bars!.counts)).toEqual([
      [40, NaN, NaN],
      [20, 20, 20],
    ]);
    expect(total.bars).toBe(null);
  });

  it('of bins of their own nothing is to be subtracted', () => {
    const rows = [rowOf('A', figuresOf(52), { bars: { edges: [0, 10, 20, 30], counts: [40, 2, 10] } })];
    const given = segmentsWith(rows);
    const bars = { edges: [0, 15, 30], counts: [41, 11] };
    expect(guarded({ ...given, total: { ...given.total, bars } }).total.bars).toEqual(bars);
  });
});

describe('of any segments', () => {
  const count = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 3, arbitrary: fc.integer({ min: 7, max: 80 }) },
  );
  const answers = fc
    .array(
      fc.record({
        n: count,
        missing: count,
        zero: fc.double({ min: 0, max: 1, noNaN: true }),
        selected: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    .map((rows) =>
      segmentsWith(
        rows.map(({ n, missing, zero, selected }, at) =>
          rowOf(String.fromCharCode(65 + at), figuresOf(n, { missing, zero: Math.round(n * zero) }), {
            selected: Math.round((n + missing) * selected),
          }),
        ),
      ),
    );

  it('no hidden count, sum, nor anything between two counts can be had by subtraction', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(givenAway(guarded(given), given)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('guarding once more takes out nothing', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const once = guardAnswer(given, LIMITS).answer;
        expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
      }),
    );
  });

  /** Small counts given away, solving all columns at once with what lies between them: n − zero, and n + missing − selected. */
  function givenAway(answer: SegmentsAnswer, given: SegmentsAnswer): string[] {
    const names = ['n', 'missing', 'zero', 'selected'] as const;
    const of = (row: SegmentRow, name: (typeof names)[number]): number => (name === 'selected' ? row.selected : row.figures[name]);
    const unknowns: string[] = [];
    const values: number[] = [];
    const relations: Map<string, number>[] = [];
    const term = (name: string, shown: number, value: number, sign: number): [string, number][] => {
      if (!Number.isNaN(shown)) return [];
      if (!unknowns.includes(name)) {
        unknowns.push(name);
        values.push(value);
      }
      return [[name, sign]];
    };
    for (const name of names) {
      const column = answer.rows.flatMap((row) =>
        term(
          `${row.value} ${name}`,
          of(row, name),
          of(
            given.rows.find(({ value }) => value === row.value)!,
            name,
          ),
          1,
        ),
      );
      relations.push(new Map([...column, ...term(`total ${name}`, of(answer.total, name), of(given.total, name), -1)]));
    }
    for (const row of [...answer.rows, answer.total]) {
      const true_ = row.value === '' ? given.total : given.rows.find(({ value }) => value === row.value)!;
      const who = row.value === '' ? 'total' : row.value;
      const cell = (name: (typeof names)[number], sign: number) => term(`${who} ${name}`, of(row, name), of(true_, name), sign);
      const { n, missing, zero } = true_.figures;
      relations.push(new Map([...cell('n', 1), ...cell('zero', -1), ...(zero > 0 ? term(`${who} more`, NaN, n - zero, -1) : [])]));
      if (zero === 0) relations.pop();
      if (true_.selected > 0)
        relations.push(
          new Map([
            ...cell('n', 1),
            ...cell('missing', 1),
            ...cell('selected', -1),
            ...term(`${who} others`, NaN, n + missing - true_.selected, -1),
          ]),
        );
    }
    const matrix = relations.map((relation) => unknowns.map((name) => relation.get(name) ?? 0));
    return determined(matrix, unknowns.length).flatMap((at) => (values[at]! > 0 && values[at]! < 5 ? [unknowns[at]!] : []));
  }
});
