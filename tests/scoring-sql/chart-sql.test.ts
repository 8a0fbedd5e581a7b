import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartSql } from '../../queries/build/chart-sql';
import type { Query } from '../../queries/define';
import type { Ranked } from '../../scoring/board/context';
import { scorePanel } from '../../scoring/board/score-panel';
import { type Column, numberColumn, packWords, setColumn, textColumn, unpackWords } from '../../scoring/column';
import { chartOf } from '../../scoring/distribution/chart';
import {
  type ChangeAnswer,
  type ChartSpec,
  type Clause,
  type ConcentrationAnswer,
  CORRELATIONS,
  type Frame,
  type GroupsAnswer,
  HEAT_STATISTICS,
  type HeatAnswer,
  type MatrixAnswer,
  type Quantiles,
  type RelationAnswer,
  type SegmentsAnswer,
  type SpreadAnswer,
} from '../../scoring/distribution/format';
import type { Panel } from '../../scoring/panel';
import { STATUS, STATUSES } from '../../scoring/scored';
import { engineShape, enginePiece } from '../../src/engine/panel-pieces';
import { startNodeEngine } from '../../src/engine/start-node';
import { chartGiven } from '../../src/state/chart-given';
import { arrowTable } from '../engine/arrow-table';
import { schemeWith } from '../scoring/schemes';
import { seeded } from './random';

// The statement and the chart are two programs over the same firms: they must give the same numbers.
const YEARS = [2022, 2023, 2024];
const FIRMS = 70;
const INDUSTRIES = ['软件', `O'Neil "乙"`, 'C;D', 'drop table panel'];

/** Firms in three years, some absent: money with gaps, zeros and many ties, names and keys with quotes, segments that are missing, empty or several. */
function panelWith(seed: number): Panel {
  const draw = seeded(seed);
  const rows = Array.from({ length: FIRMS }, (_, firm) => YEARS.filter(() => draw() > 0.15).map((year) => ({ firm, year }))).flat();
  const of = <T>(make: () => T): T[] => rows.map(make);
  const money = (): number | null => (draw() < 0.1 ? null : draw() < 0.1 ? 0 : Math.round(10 ** (draw() * 2.5)) * 1e4);
  return {
    rows: rows.length,
    firm: Int32Array.from(rows, ({ firm }) => firm),
    firmKeys: packWords(Array.from({ length: FIRMS }, (_, firm) => `F'${firm}"`)),
    year: Int32Array.from(rows, ({ year }) => year),
    name: textColumn(rows.map(({ firm }) => `企业 "${firm}" 'x'`)),
    fields: new Map<string, Column>([
      ['revenue', numberColumn(of(money))],
      ['rd_expense', numberColumn(of(money))],
      ['net_profit', numberColumn(of(() => Math.round((draw() - 0.4) * 40) * 1e5))],
      ['industry', textColumn(of(() => (draw() < 0.1 ? null : INDUSTRIES[Math.floor(draw() ** 2 * 4)]!)))],
      ['titles', setColumn(of(() => (draw() < 0.1 ? null : ['高企', `专'精`, '小巨人'].filter(() => draw() < 0.4))))],
    ]),
    currency: 'CNY',
  };
}

const SCHEME = schemeWith({
  indicators: [
    { id: 'size', formula: 'revenue', rule: { is: 'linear', from: 0, to: 3000000 }, of: 60, missing: 'zero' },
    { id: 'rd_intensity', formula: 'rd_expense / revenue', rule: { is: 'linear', from: 0, to: 2 }, of: 40, missing: 'zero' },
  ],
  stages: [
    { id: 'small', when: 'revenue < 100000' },
    { id: 'large', when: 'revenue >= 100000' },
  ],
  gates: [{ id: 'alive', formula: 'net_profit > -1000000' }],
});

const ctx: Ranked = scorePanel(panelWith(7), SCHEME, {
  schemeHash: 'h',
  nameOf: (field) => ({ zh: field, en: field }),
  format: (_, value) => String(value),
});

const engine = startNodeEngine();
beforeAll(async () => {
  const { panel, totals } = ctx;
  await engine.insert({ name: 'panel', ...engineShape(panel), pieces: () => [enginePiece(panel, 0)!.bytes] });
  const keys = unpackWords(panel.firmKeys);
  await engine.insert(
    arrowTable('score', {
      firm: Array.from(panel.firm, (firm) => keys[firm]!),
      year: [...panel.year],
      score: Array.from(totals.score, (score) => (Number.isNaN(score) ? null : score)),
      coverage: [...totals.coverage],
      status: Array.from(totals.status, (status) => STATUSES[status]!),
    }),
  );
}, 60_000);
afterAll(() => engine.stop());

type Row = Readonly<Record<string, string | number | null>>;
async function answered(spec: ChartSpec, frame: Frame): Promise<{ readonly answer: ReturnType<typeof chartOf>; readonly rows: Row[] }> {
  const answer = chartOf(ctx, spec, frame);
  const query = chartSql(spec, frame, chartGiven(ctx, answer.is === 'spread' ? answer.bars : null));
  if (!query) throw new Error('the chart has no statement');
  return { answer, rows: await rowsOf(query) };
}
async function rowsOf(query: Query): Promise<Row[]> {
  const { rows, columns } = await engine.ask(query, {});
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        if (column.reasons[row] !== 0) return [name, null];
        return [name, column.kind === 'text' ? unpackWords(column.words)[column.codes[row]!]! : column.values[row]!];
      }),
    ),
  );
}

/** Equal, numbers within 1e-9 relative, absolute below 1. */
function expectSame(given: unknown, wanted: unknown): void {
  const close = (a: unknown, b: unknown): boolean => {
    if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => close(one, b[at]));
    if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    return a === b;
  };
  if (!close(given, wanted)) expect(given).toEqual(wanted);
}
const FIGURES = ['n', 'missing', 'zero', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'mean', 'pooled'] as const;
const lineOf = (row: Row): unknown[] => FIGURES.map((name) => row[name] ?? null);
const figuresIn = (figures: Quantiles): unknown[] => FIGURES.map((name) => figures[name]);

const FRAME: Frame = { year: 2024, segment: {}, clauses: [], pins: [] };
const RANGES: Clause = {
  is: 'ranges',
  measure: 'field:revenue',
  ranges: [
    { from: null, to: 20000 },
    { from: 100000, to: 100000 },
    { from: 500000, to: null },
  ],
  missing: true,
};
const FRAMES: readonly (readonly [string, Frame])[] = [
  ['a year', FRAME],
  ['every year', { ...FRAME, year: null }],
  ['a segment with quotes', { ...FRAME, segment: { industry: INDUSTRIES[1]! } }],
  ['the unknown industry', { ...FRAME, year: null, segment: { industry: '?' } }],
  ['a title and a stage', { ...FRAME, segment: { type: `专'精`, stage: 'large' } }],
  ['no title', { ...FRAME, segment: { type: '' } }],
  ['a selection', { ...FRAME, clauses: [RANGES, { is: 'segments', dimension: 'type', values: ['高企', ''] }] }],
  [
    'selected firms and scores',
    {
      ...FRAME,
      clauses: [
        { is: 'firms', firms: [`F'3"`, `F'4"`, `F'5"`, `F'8"`] },
        { is: 'ranges', measure: 'score', ranges: [{ from: 5, to: 90 }], missing: false },
      ],
    },
  ],
  ['a selection of nobody', { ...FRAME, clauses: [{ is: 'firms', firms: [] }] }],
];
const MEASURES = ['field:revenue', 'figure:rd_intensity', 'score', 'formula:growth(revenue)', 'field:net_profit'] as const;

describe.each(FRAMES)('of %s', (_, frame) => {
  it.each(MEASURES)('the spread of %s', async (measure) => {
    const { answer, rows } = await answered({ is: 'spread', measure, mode: 'histogram', log: false }, frame);
    const { all, selected, bars } = answer as SpreadAnswer;
    const part = (name: string): Row[] => rows.filter((row) => row['part'] === name);
    expectSame(part('all').map(lineOf), [figuresIn(all)]);
    expectSame(part('selected').map(lineOf), selected ? [figuresIn(selected)] : []);
    expectSame(
      part('bin').map((row) => [row['low'], row['high'], row['n']]),
      bars.all.bins.map((n, at) => [bars.edges[at], bars.edges[at + 1], n]),
    );
    const apart = (['missing', 'below', 'above', ...(bars.zeroApart ? (['zero'] as const) : [])] as const).map((name) => [
      part(name)[0]!['n'],
      part(name)[0]!['selected'] ?? null,
    ]);
    expectSame(
      apart,
      (['missing', 'below', 'above', ...(bars.zeroApart ? (['zero'] as const) : [])] as const).map((name) => [
        bars.all[name],
        bars.selected?.[name] ?? null,
      ]),
    );
    if (bars.selected)
      expectSame(
        part('bin').map((row) => row['selected']),
        bars.selected.bins,
      );
  });

  it.each(['industry', 'type', 'stage', 'year'] as const)('segments by %s', async (by) => {
    const { answer, rows } = await answered(
      { is: 'segments', measure: 'figure:rd_intensity', by, mode: 'letters', log: false, free: false },
      frame,
    );
    const { rows: wanted, total } = answer as SegmentsAnswer;
    const hasSelection = frame.clauses.length > 0;
    expectSame(
      rows.map((row) => [row['part'], ...lineOf(row), row['selected'] ?? null]),
      [
        ...wanted.map((row) => [row.value, ...figuresIn(row.figures), hasSelection ? row.selected : null]),
        [null, ...figuresIn(total.figures), hasSelection ? total.selected : null],
      ],
    );
  });

  it('concentration', async () => {
    const { answer, rows } = await answered({ is: 'concentration', measure: 'field:revenue', by: null }, frame);
    const { years, gini, theil, hhi, effective, cr, account } = answer as ConcentrationAnswer;
    const own = rows.find((row) => row['year'] === frame.year)!;
    expectSame(
      rows.filter((row) => row['year'] !== null).map((row) => [row['year'], row['n'], row['gini'], row['cr10'], row['hhi']]),
      years.filter(({ n }) => n > 0).map((year) => [year.year, year.n, year.gini.value, year.cr10.value, year.hhi.value]),
    );
    expectSame(
      ['n', 'gini', 'theil', 'hhi', 'effective', 'cr1', 'cr5', 'cr10', 'cr20'].map((name) => own[name]),
      [account.present, ...[gini, theil, hhi, effective, ...cr.map(({ share }) => share)].map(({ value }) => value)],
    );
  });

  it('a relation', async () => {
    const { answer, rows } = await answered({ is: 'relation', x: 'figure:rd_intensity', y: 'score', logX: false, logY: false }, frame);
    const { account, pearson, spearman, selected, medians } = answer as RelationAnswer;
    const [all] = rows.filter((row) => row['part'] === 'all');
    expectSame(
      ['n', 'without_x', 'without_y', 'without_both', 'pearson', 'spearman'].map((name) => all![name]),
      [account.present, account.withoutX, account.withoutY, account.withoutBoth, pearson.value, spearman.value],
    );
    expectSame(
      rows.filter((row) => row['part'] === 'selected').map((row) => [row['n'], row['spearman']]),
      selected ? [[selected.n, selected.value]] : [],
    );
    expectSame(
      rows
        .filter((row) => row['part'] === 'median')
        .map((row) => ['low', 'middle', 'high', 'q1', 'median', 'q3', 'n'].map((name) => row[name])),
      medians.map(({ from, x, to, q1, median, q3, n }) => [from, x, to, q1, median, q3, n]),
    );
  });

  it.each(['pearson', 'spearman'] as const)('a matrix of %s', async (kind) => {
    const { answer, rows } = await answered({ is: 'matrix', measures: MEASURES, kind }, frame);
    const { cells } = answer as MatrixAnswer;
    const pairs = cells.flatMap((row, a) =>
      row.slice(a + 1).map((cell, at) => [MEASURES[a]!, MEASURES[a + 1 + at]!, cell.n, cell.value] as const),
    );
    expectSame(
      rows.map((row) => [row['a'], row['b'], row['n'], row['value']]),
      pairs.filter(([, , n]) => n > 0).map((pair) => [...pair]),
    );
  });

  it.each([
    { by: 'industry', of: [] },
    { by: 'industry', of: ['软件', '?', INDUSTRIES[1]!] },
    { by: 'type', of: ['高企', '', '小巨人'] },
  ] as const)('groups %j', async ({ by, of }) => {
    const { answer, rows } = await answered({ is: 'groups', measure: 'figure:rd_intensity', by, of }, frame);
    const { groups, pairs } = answer as GroupsAnswer;
    expectSame(
      rows.filter((row) => row['part'] !== null).map((row) => [row['part'], ...lineOf(row)]),
      groups.map(({ value, figures }) => [value, ...figuresIn(figures)]),
    );
    const isKnown = pairs.filter(({ na, nb }) => na > 0 && nb > 0);
    expectSame(
      rows
        .filter((row) => row['part'] === null)
        .map((row) => ['a', 'b', 'n_a', 'n_b', 'cliff', 'a12', 'median_difference'].map((name) => row[name])),
      isKnown.map(({ a, b, na, nb, cliff, a12, medianDifference }) => [a, b, na, nb, cliff.value, a12.value, medianDifference.value]),
    );
  });

  it.each(['field:revenue', 'score'] as const)('the change of %s', async (measure) => {
    const { answer, rows } = await answered({ is: 'change', measure, from: 2022 }, frame);
    const { before, after, stayers, entrants, leavers, moves } = answer as ChangeAnswer;
    const of = (name: string): Row => rows.find((row) => row['part'] === name)!;
    const PART = ['n', 'median_before', 'median_after', 'mean_before', 'mean_after', 'contribution'];
    expectSame(
      ['stayers', 'entrants', 'leavers'].map((name) => PART.map((column) => of(name)[column])),
      [stayers, entrants, leavers].map((part) => [
        part.n,
        part.medianBefore,
        part.medianAfter,
        part.meanBefore,
        part.meanAfter,
        part.contribution,
      ]),
    );
    expectSame(
      [of('before')['n'], of('before')['median_before'], of('before')['mean_before']],
      [before.figures.n, before.figures.p50, before.figures.mean],
    );
    expectSame(
      [of('after')['n'], of('after')['median_after'], of('after')['mean_after']],
      [after.figures.n, after.figures.p50, after.figures.mean],
    );
    expectSame(
      ['up', 'down', 'same'].map((name) => of(name)['n']),
      [moves.up, moves.down, moves.same],
    );
  });

  it.each(HEAT_STATISTICS.flatMap((statistic) => (['industry', 'type'] as const).map((by) => ({ statistic, by }))))(
    'a heat map of $statistic by $by',
    async ({ statistic, by }) => {
      const { answer, rows } = await answered({ is: 'heat', measure: 'field:net_profit', by, statistic }, frame);
      const { rows: wanted, years } = answer as HeatAnswer;
      expectSame(
        rows.map((row) => ['part', 'year', 'value', 'n', 'firms'].map((name) => row[name])),
        wanted.flatMap(({ value: part, cells }) =>
          cells.flatMap(({ value, n, firms }, at) => (firms > 0 ? [[part, years[at], value.value, n, firms]] : [])),
        ),
      );
    },
  );
});

it('the panel of the test has ties, zeros, gaps, and firms that are not ranked', () => {
  const revenue = ctx.panel.fields.get('revenue')!;
  if (revenue.kind !== 'number') throw new Error('revenue is no number');
  const known = [...revenue.values].filter((value) => !Number.isNaN(value));
  expect(known.length).toBeLessThan(ctx.panel.rows);
  expect(new Set(known).size).toBeLessThan(known.length);
  expect(known.filter((value) => value === 0).length).toBeGreaterThan(3);
  expect([...ctx.totals.status].filter((status) => status !== STATUS.ranked).length).toBeGreaterThan(3);
});

describe('there is no statement', () => {
  const given = chartGiven(ctx, null);
  it.each<[string, ChartSpec, Partial<Frame>]>([
    ['of points, which stand in neither table', { is: 'concentration', measure: 'points:size', by: null }, {}],
    ['of a group of the scheme', { is: 'concentration', measure: 'group:g', by: null }, {}],
    ['within a chosen group', { is: 'concentration', measure: 'field:revenue', by: null }, { segment: { chosen: 'mine' } }],
    ['by a dimension the data have not', { is: 'heat', measure: 'field:revenue', by: 'age', statistic: 'median' }, {}],
    [
      'of a selection by points',
      { is: 'relation', x: 'field:revenue', y: 'score', logX: false, logY: false },
      { clauses: [{ is: 'ranges', measure: 'points:size', ranges: [], missing: true }] },
    ],
    ['of Kendall’s τ', { is: 'matrix', measures: ['score', 'field:revenue'], kind: CORRELATIONS[2] }, {}],
    ['of a change without an earlier year', { is: 'change', measure: 'score', from: null }, { year: 2022 }],
    ['of bars nobody has drawn', { is: 'spread', measure: 'score', mode: 'histogram', log: false }, {}],
  ])('%s', (_, spec, more) => {
    expect(chartSql(spec, { ...FRAME, ...more }, given)).toBe(null);
  });
});

it('reads like a question: a line of comment, then one clause a line', () => {
  const spec: ChartSpec = { is: 'concentration', measure: 'figure:rd_intensity', by: null };
  const query = chartSql(spec, { ...FRAME, segment: { industry: `O'Neil` } }, chartGiven(ctx, null));
  expect(query!.sql.split('\n').slice(0, 24)).toEqual([
    '-- figure:rd_intensity: how concentrated it is',
    'with',
    'valued as (',
    'select',
    '  p.firm,',
    '  p.year,',
    '  list_filter([(p."rd_expense" / nullif(p."revenue", 0))], lambda v: isfinite(v))[1] as "figure:rd_intensity",',
    `  coalesce(p."industry", '?') as "industry"`,
    'from panel as p',
    'where p.year in (2022, 2023, 2024)',
    '),',
    'firms as (',
    'select',
    '  firm,',
    '  year,',
    '  "figure:rd_intensity" as x',
    'from valued',
    `where "industry" in ('O''Neil')`,
    '),',
    'slices as (',
    'select',
    '  cast(year as integer) as slice,',
    '  x',
    'from firms',
  ]);
});
