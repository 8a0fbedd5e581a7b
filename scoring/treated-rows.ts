import { REASON } from './column';
import { formulaColumn } from './evaluate';
import type { Panel } from './panel';
import { applyRule } from './rules/apply';
import { comparing } from './rules/comparing';
import { isRelative, treatedValues } from './rules/relative';
import type { Indicator } from './scheme/format';
import type { Evaluated } from './scored';

/** Values that a treatment changed, row by row. */
export interface TreatedRows {
  /** Rows of the panel, ascending. */
  readonly rows: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Points with the treatment, and what they would be without any treatment of the set; NaN where there are none. */
  readonly points: Float64Array;
  readonly untreated: Float64Array;
}

/**
 * Every value of a year that the treatment of an indicator changed, with the points won or lost by it (`points` − `untreated`). Winsorised values are few; after a
 * logarithm it is every value. Others of the set can win or lose, too, as its ends move: their values are not in this list. Nothing where there is no treatment.
 */
export function treatedRows(panel: Panel, { scheme, stage }: Evaluated, indicator: Indicator, year: number): TreatedRows {
  const { rule, of, direction, treatment, formula } = indicator;
  if (!treatment || !isRelative(rule) || formula === undefined) return pick(new Int32Array(0), [[], [], [], []]);
  // Who compares over all years is treated among all of them.
  const among = Int32Array.from({ length: panel.rows }, (_, row) => row).filter(
    (row) => scheme.comparison === 'all' || panel.year[row] === year,
  );
  const column = formulaColumn(panel, formula, 'number', among);
  const setting = { of, direction, ...comparing(panel, scheme.comparison, stage, among) };
  const { points } = applyRule(rule, column, { ...setting, treatment });
  const { points: untreated } = applyRule(rule, column, setting);
  const after = treatedValues(rule, column, { ...setting, treatment });
  // Of a set that was logged every value was changed, even one that is its own logarithm by chance.
  const isChanged = (at: number): boolean =>
    column.reasons[at] === REASON.present && (treatment.log ? !Number.isNaN(points[at]!) : column.values[at] !== after[at]);
  const changed = among.map((_, at) => at).filter((at) => panel.year[among[at]!] === year && isChanged(at));
  return pick(
    changed.map((at) => among[at]!),
    [column.values, after, points, untreated].map((list) => Array.from(changed, (at) => list[at]!)),
  );
}

function pick(rows: Int32Array, lists: readonly (readonly number[])[]): TreatedRows {
  const [before, after, points, untreated] = lists.map((list) => Float64Array.from(list)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { rows, before, after, points, untreated };
}
