import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../scoring/board/format';
import {
  CORRELATIONS,
  HEAT_STATISTICS,
  SEGMENT_MODES,
  SPREAD_MODES,
  type ChartSpec,
  type Clause,
  type MeasureId,
} from '../../scoring/distribution/format';
import { MOST_CHARTS, readSpread, SPREAD_DEFAULTS, spreadEntries, type SpreadSpec } from '../../src/state/spread-spec';

function read(text: string) {
  const refused: string[] = [];
  const spec = readSpread(new URLSearchParams(text), (key, value) => {
    refused.push(`${key}=${value}`);
    return null;
  });
  return { spec, refused };
}

it('nothing in the address is the canvas as it is', () => {
  expect(read('')).toEqual({ spec: SPREAD_DEFAULTS, refused: [] });
  expect(spreadEntries(SPREAD_DEFAULTS)).toEqual([]);
});

it.each<[string, Partial<SpreadSpec>]>([
  ['canvas=rd-by-industry', { canvas: 'rd-by-industry' }],
  ['chart=spread;histogram;log;figure:C01', { charts: [{ is: 'spread', mode: 'histogram', log: true, measure: 'figure:C01' }] }],
  [
    'chart=segments;industry;letters;field:revenue',
    { charts: [{ is: 'segments', by: 'industry', mode: 'letters', log: false, free: false, measure: 'field:revenue' }] },
  ],
  ['chart=', { charts: [] }],
  [
    'sel=in;formula:rd_expense / revenue;0.08..0.2;missing',
    { clauses: [{ is: 'ranges', measure: 'formula:rd_expense / revenue', ranges: [{ from: 0.08, to: 0.2 }], missing: true }] },
  ],
  [
    'sel=in;score;..40;90..',
    {
      clauses: [
        {
          is: 'ranges',
          measure: 'score',
          ranges: [
            { from: null, to: 40 },
            { from: 90, to: null },
          ],
          missing: false,
        },
      ],
    },
  ],
  ['sel=seg;type;;高企', { clauses: [{ is: 'segments', dimension: 'type', values: ['', '高企'] }] }],
  ['pin=91510000MA000001X&years=all', { pins: ['91510000MA000001X'], allYears: true }],
  ['tab.sort=down;score', { sort: { measure: 'score', down: true } }],
])('the link %s keeps its meaning', (link, wanted) => {
  expect(read(link)).toEqual({ spec: { ...SPREAD_DEFAULTS, ...wanted }, refused: [] });
});

describe('what cannot be read', () => {
  it.each([
    'chart=pie;figure:C01',
    'chart=spread;pie;figure:C01',
    'chart=spread;histogram;price',
    'chart=segments;planet;letters;score',
    'chart=heat;industry;mode;score',
    'chart=change;20x4;score',
    'chart=relation;;score',
    'sel=in;score;5..1',
    'sel=in;score;a..b',
    'sel=seg;planet;a',
    'tab.sort=sideways;score',
  ])('%s is left out and reported', (link) => {
    const { spec, refused } = read(link);
    expect(refused).toHaveLength(1);
    expect({ ...spec, charts: null }).toEqual(SPREAD_DEFAULTS);
  });
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 });
const measure: fc.Arbitrary<MeasureId> = fc.oneof(
  fc.constant('score' as const),
  fc.tuple(fc.constantFrom('group', 'points', 'figure', 'field', 'formula'), text).map(([kind, rest]) => `${kind}:${rest}` as MeasureId),
);
const by = fc.constantFrom(...DIMENSIONS);
const chart: fc.Arbitrary<ChartSpec> = fc.oneof(
  fc.record({ is: fc.constant('spread' as const), measure, mode: fc.constantFrom(...SPREAD_MODES), log: fc.boolean() }),
  fc.record({
    is: fc.constant('segments' as const),
    measure,
    by: fc.oneof(by, fc.constant('year' as const)),
    mode: fc.constantFrom(...SEGMENT_MODES),
    log: fc.boolean(),
    free: fc.boolean(),
  }),
  fc.record({ is: fc.constant('groups' as const), measure, by, of: fc.array(fc.oneof(text, fc.constant('')), { maxLength: 4 }) }),
  fc.record({ is: fc.constant('change' as const), measure, from: fc.option(fc.integer({ min: 1000, max: 2999 })) }),
  fc.record({ is: fc.constant('concentration' as const), measure, by: fc.option(by) }),
  fc.record({ is: fc.constant('relation' as const), x: measure, y: measure, logX: fc.boolean(), logY: fc.boolean() }),
  fc.record({ is: fc.constant('matrix' as const), measures: fc.array(measure, { maxLength: 5 }), kind: fc.constantFrom(...CORRELATIONS) }),
  fc.record({ is: fc.constant('heat' as const), measure, by, statistic: fc.constantFrom(...HEAT_STATISTICS) }),
);
const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
const range = fc
  .record({ from: fc.option(figure), to: fc.option(figure) })
  .filter(({ from, to }) => from === null || to === null || from <= to)
  // An address has one zero.
  .map(({ from, to }) => ({ from: from === null ? null : from + 0, to: to === null ? null : to + 0 }));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ is: fc.constant('ranges' as const), measure, ranges: fc.array(range, { maxLength: 3 }), missing: fc.boolean() }),
  fc.record({
    is: fc.constant('segments' as const),
    dimension: by,
    values: fc.array(fc.oneof(text, fc.constant('')), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ is: fc.constant('firms' as const), firms: fc.array(text, { minLength: 1, maxLength: 3 }) }),
);

it('every choice survives the address', () => {
  const spec: fc.Arbitrary<SpreadSpec> = fc.record({
    canvas: fc.option(text),
    charts: fc.option(fc.array(chart, { maxLength: MOST_CHARTS })),
    clauses: fc.array(clause, { maxLength: 4 }),
    pins: fc.array(text, { maxLength: 5 }),
    allYears: fc.boolean(),
    sort: fc.option(fc.record({ measure, down: fc.boolean() })),
  });
  fc.assert(
    fc.property(spec, (given) => {
      const { spec: found, refused } = read(new URLSearchParams(spreadEntries(given)).toString());
      expect(refused).toEqual([]);
      expect(found).toEqual(given);
    }),
  );
});
