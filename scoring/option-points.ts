import { formulaColumn, kindFor } from './evaluate';
import type { Panel } from './panel';
import { applyRule } from './rules/apply';
import { comparisonOf, type Comparison } from './rules/comparison';
import type { BestOption, Indicator } from './scheme/format';
import type { Evaluated } from './scored';

/** What an option of a best-of earns in one row. */
export interface OptionPoints {
  readonly value: number;
  /** NaN where there is none; then `reason` says why. */
  readonly points: number;
  readonly reason: number;
  /** Tier hit, −1 for none. */
  readonly hit: number;
}

/**
 * One option in one row as if it stood alone: only the winner's points are kept, the others are worked out when somebody asks why it won.
 * A relative rule is worked out among the row's comparison set, any other from the row alone.
 */
export function optionPoints(panel: Panel, evaluated: Evaluated, indicator: Indicator, option: BestOption, row: number): OptionPoints {
  const { rule, formula } = option;
  const { of, direction } = indicator;
  const isRelative = rule.is === 'min-max' || rule.is === 'percentile';
  const { rows, at, comparison } = isRelative ? peersOf(panel, evaluated, row) : alone(row);
  const column = formulaColumn(panel, formula, kindFor(rule), rows);
  const { points, reasons, hit } = applyRule(rule, column, { of, direction, comparison: () => comparison });
  return { value: column.values[at]!, points: points[at]!, reason: reasons[at]!, hit: hit ? hit[at]! : -1 };
}

/** Some rows, the place of the asked one among them, and whom each is compared with, by place. */
interface Peers {
  readonly rows: Int32Array;
  readonly at: number;
  readonly comparison: Comparison;
}

function alone(row: number, reason = 0): Peers {
  const none = { sets: 0, rows: new Int32Array(0), starts: new Int32Array(1) };
  return { rows: Int32Array.of(row), at: 0, comparison: { ...none, set: Int32Array.of(-1), reasons: Uint8Array.of(reason) } };
}

function peersOf(panel: Panel, { scheme, stage }: Evaluated, row: number): Peers {
  const { set, reasons, rows: all, starts } = comparisonOf(panel, scheme.comparison, stage);
  const own = set[row]!;
  if (own < 0) return alone(row, reasons[row]!);
  const rows = all.subarray(starts[own], starts[own + 1]);
  const n = rows.length;
  const places = Int32Array.from(rows, (_, place) => place);
  const comparison = { set: new Int32Array(n), sets: 1, reasons: new Uint8Array(n), rows: places, starts: Int32Array.of(0, n) };
  return { rows, at: rows.indexOf(row), comparison };
}
