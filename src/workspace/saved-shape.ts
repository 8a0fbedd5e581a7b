import * as v from 'valibot';
import type { Dimension, Segment } from '../../scoring/board/format';
import type { ChartSpec, Clause, MeasureId } from '../../scoring/distribution/format';
import { MOST_SAVED, type SavedCanvas, type SavedSelection } from '../model/project';

/** The names of a closed list that lives in a format of scoring, of which this room sees the type alone: one too many or too few does not compile. */
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>) => v.picklist(Object.keys(names) as Name[]);
type Of<Is extends ChartSpec['is']> = Extract<ChartSpec, { readonly is: Is }>;

const text = v.string();
const flag = v.boolean();
const id = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,64}$/));
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100));
const measure = v.custom<MeasureId>(
  (given) => typeof given === 'string' && /^(score|(group|points|figure|field|formula):.+)$/s.test(given),
);

const dimensions: Readonly<Record<Dimension, true>> = {
  industry: true,
  type: true,
  district: true,
  stage: true,
  size: true,
  chain: true,
  age: true,
  support: true,
  chosen: true,
};
const dimension = namesOf(dimensions);
const segment: v.GenericSchema<Segment> = v.strictObject(
  Object.fromEntries(Object.keys(dimensions).map((key) => [key, v.exactOptional(text)])) as Record<
    Dimension,
    v.ExactOptionalSchema<typeof text, undefined>
  >,
);

const chart: v.GenericSchema<ChartSpec> = v.variant('is', [
  v.strictObject({
    is: v.literal('spread'),
    measure,
    mode: namesOf<Of<'spread'>['mode']>({ histogram: true, ecdf: true, density: true, strip: true }),
    log: flag,
  }),
  v.strictObject({
    is: v.literal('segments'),
    measure,
    by: v.union([dimension, v.literal('year')]),
    mode: namesOf<Of<'segments'>['mode']>({ letters: true, box: true, violin: true, ridge: true, histograms: true }),
    log: flag,
    free: flag,
  }),
  v.strictObject({ is: v.literal('groups'), measure, by: dimension, of: v.array(text) }),
  v.strictObject({ is: v.literal('change'), measure, from: v.nullable(year) }),
  v.strictObject({ is: v.literal('concentration'), measure, by: v.nullable(dimension) }),
  v.strictObject({ is: v.literal('relation'), x: measure, y: measure, logX: flag, logY: flag }),
  v.strictObject({
    is: v.literal('matrix'),
    measures: v.array(measure),
    kind: namesOf<Of<'matrix'>['kind']>({ pearson: true, spearman: true, kendall: true }),
  }),
  v.strictObject({
    is: v.literal('heat'),
    measure,
    by: dimension,
    statistic: namesOf<Of<'heat'>['statistic']>({ median: true, mean: true, p90: true, gini: true, n: true, missing: true }),
  }),
]);

const bound = v.nullable(v.pipe(v.number(), v.finite()));
const range = v.pipe(
  v.strictObject({ from: bound, to: bound }),
  v.check(({ from, to }) => from === null || to === null || from <= to),
);
const firms = v.pipe(v.array(text), v.maxLength(MOST_SAVED.firms));
const clause: v.GenericSchema<Clause> = v.variant('is', [
  v.strictObject({ is: v.literal('ranges'), measure, ranges: v.array(range), missing: flag }),
  v.strictObject({ is: v.literal('segments'), dimension, values: v.array(text) }),
  v.strictObject({ is: v.literal('firms'), firms }),
]);

/** A canvas as it is kept. */
export const canvas: v.GenericSchema<SavedCanvas> = v.strictObject({
  id,
  name: v.strictObject({ zh: text, en: text }),
  charts: v.pipe(v.array(chart), v.maxLength(MOST_SAVED.charts)),
});

/** A selection as it is kept. */
export const selection: v.GenericSchema<SavedSelection> = v.variant('is', [
  v.strictObject({ id, name: text, made: time, is: v.literal('rule'), clauses: v.array(clause), segment }),
  v.strictObject({ id, name: text, made: time, is: v.literal('list'), firms }),
]);

/** All of a workspace: not too many, and each id once, since a board is cut by an id. */
const allOf = <One extends { readonly id: string }>(one: v.GenericSchema<One>, most: number) =>
  v.pipe(
    v.array(one),
    v.maxLength(most),
    v.check((all: One[]) => new Set(all.map((each) => each.id)).size === all.length),
  );
export const canvases = allOf(canvas, MOST_SAVED.canvases);
export const selections = allOf(selection, MOST_SAVED.selections);
