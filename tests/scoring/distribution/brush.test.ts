import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaStep, brushStep, openBrush } from '../../../scoring/distribution/brush';
import type { ChartSpec, Clause, Frame, Range } from '../../../scoring/distribution/format';
import { measureOf, type Measured } from '../../../scoring/distribution/measure';
import { relationOf } from '../../../scoring/distribution/relation';
import { segmentsOf } from '../../../scoring/distribution/segments';
import { spreadOf } from '../../../scoring/distribution/spread';
import { type Line, literalBoard } from '../board/literal-board';

const lines = fc
  .array(
    fc.record({
      revenue: fc.option(fc.integer({ min: -3, max: 30 }), { nil: null }),
      score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      industry: fc.constantFrom('软件', '医药', null),
      titles: fc.constantFrom(['高企'], ['高企', '瞪羚'], []),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => list.map((one, at): Line => ({ ...one, firm: `f${String(at).padStart(2, '0')}`, year: 2024 })));

const CHARTS: readonly ChartSpec[] = [
  { is: 'spread', measure: 'field:revenue', mode: 'histogram', log: false },
  { is: 'spread', measure: 'score', mode: 'histogram', log: true },
  { is: 'segments', measure: 'field:revenue', by: 'industry', mode: 'box', log: false, free: false },
  { is: 'segments', measure: 'score', by: 'type', mode: 'box', log: false, free: false },
  { is: 'relation', x: 'field:revenue', y: 'score', logX: false, logY: false },
  { is: 'concentration', measure: 'field:revenue', by: null },
];
const TABLE = { measures: ['field:revenue', 'score'] as const, sort: { measure: 'score', down: true } as const, count: 5 };

/** What every chart counts when it is asked anew with the selection as conditions. */
function askedAnew(ctx: ReturnType<typeof literalBoard>, clauses: readonly Clause[]) {
  const frame: Frame = { year: 2024, segment: {}, clauses, pins: [] };
  return CHARTS.map((spec) => {
    const of = (id: Parameters<typeof measureOf>[1]): Measured => measureOf(ctx, id) as Measured;
    if (spec.is === 'spread') {
      const { selected } = spreadOf(ctx, spec, frame, of(spec.measure)).bars;
      return { bins: selected!.bins, missing: selected!.missing, zero: selected!.zero, below: selected!.below, above: selected!.above };
    }
    if (spec.is === 'segments')
      return (
        segmentsOf(ctx, spec, frame, of(spec.measure))
          ?.rows.map(({ value, selected }) => [value, selected])
          .sort() ?? null
      );
    if (spec.is === 'relation') return relationOf(ctx, spec, frame, of(spec.x), of(spec.y)).selectedCells ?? [];
    return null;
  });
}
function counted(ctx: ReturnType<typeof literalBoard>, step: ReturnType<typeof areaStep>) {
  return CHARTS.map((spec, at) => {
    const layer = step.layers[at]!;
    if (spec.is === 'spread') {
      const bins =
        spreadOf(ctx, spec, { year: 2024, segment: {}, clauses: [], pins: [] }, measureOf(ctx, spec.measure) as Measured).bars.edges
          .length - 1;
      const [zero, below, above, missing] = layer.subarray(bins);
      return { bins: [...layer.subarray(0, bins)], missing, zero, below, above };
    }
    if (spec.is === 'segments') return step.values[at]?.map((value, part) => [value, layer[part]]).sort() ?? null;
    if (spec.is === 'relation') return layer ? [...layer.subarray(0, layer.length - 1)] : [];
    return null;
  });
}

const edges = Float64Array.from({ length: 13 }, (_, at) => at * 2.5 - 3);
const ends = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 4 }).map((list) => list.sort((a, b) => a - b));
const others: Clause[] = [{ is: 'ranges', measure: 'score', ranges: [{ from: 20, to: null }], missing: true }];

it('a step of a brush counts what the charts count when they are asked anew', () => {
  fc.assert(
    fc.property(lines, ends, fc.boolean(), fc.boolean(), (list, places, missing, hasOthers) => {
      const ctx = literalBoard(list);
      const ranges: Range[] = [];
      for (let at = 0; at + 1 < places.length; at += 2) ranges.push({ from: edges[places[at]!]!, to: edges[places[at + 1]!]! });
      const frame: Frame = { year: 2024, segment: {}, clauses: hasOthers ? others : [], pins: [] };
      const ready = openBrush(ctx, frame, CHARTS, 'field:revenue', { edges, isLog: false, zeroApart: true }, TABLE)!;
      const step = brushStep(ctx, ready, ranges, missing, TABLE, []);
      const clauses: Clause[] = [...frame.clauses, { is: 'ranges', measure: 'field:revenue', ranges, missing }];
      expect(counted(ctx, step)).toEqual(askedAnew(ctx, clauses));
      const anew = areaStep(ctx, frame, CHARTS, clauses, TABLE);
      expect([step.count, step.rows.map(({ firm }) => firm)]).toEqual([anew.count, anew.rows.map(({ firm }) => firm)]);
      expect(counted(ctx, anew)).toEqual(askedAnew(ctx, clauses));
    }),
    { numRuns: 200 },
  );
});

it('an open range takes what lies below the axis, or above it', () => {
  const ctx = literalBoard([-50, 1, 90].map((revenue, at): Line => ({ firm: `f${at}`, year: 2024, score: 1, revenue })));
  const ready = openBrush(
    ctx,
    { year: 2024, segment: {}, clauses: [], pins: [] },
    [],
    'field:revenue',
    { edges, isLog: false, zeroApart: false },
    TABLE,
  )!;
  const firms = (range: Range): string[] => brushStep(ctx, ready, [range], false, TABLE, []).rows.map(({ firm }) => firm);
  expect(firms({ from: null, to: -3 })).toEqual(['f0']);
  expect(firms({ from: 27, to: null })).toEqual(['f2']);
  expect(firms({ from: null, to: null })).toEqual(['f0', 'f1', 'f2']);
});

it('a measure that is not there cannot be brushed', () => {
  const ctx = literalBoard([{ firm: 'a', year: 2024, score: 1, revenue: 1 }]);
  expect(
    openBrush(
      ctx,
      { year: 2024, segment: {}, clauses: [], pins: [] },
      CHARTS,
      'field:gone',
      { edges, isLog: false, zeroApart: true },
      TABLE,
    ),
  ).toBeNull();
});
