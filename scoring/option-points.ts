import { formulaColumn, kindFor } from './evaluate';
import type { Panel } from './panel';
import { applyRule, type PlainRule } from './rules/apply';
import { comparing } from './rules/comparing';
import { comparisonOf, type Comparison } from './rules/comparison';
import { isRelative, type RelativeSetting } from './rules/relative';
import type { Indicator } from './scheme/format';
import { PEERS, type Evaluated } from './scored';

/** What an option of a best-of earns in one row. */
export interface OptionPoints {
  readonly value: number;
  /** NaN where there is none; then `reason` says why. */
  readonly points: number;
  readonly reason: number;
  /** Tier hit, −1 for none. */
  readonly hit: number;
  /** Points at the upper end of the tier's interval; `points` where it has none. */
  readonly high: number;
  /** Firms of the peer group with a value where these were too few, `PEERS.within` otherwise. */
  readonly wider: number;
  /** The wider industry that was taken instead, if one was: digits of its code, and its firms with a value. */
  readonly parent?: { readonly digits: number; readonly firms: number };
}

/** A formula with its rule: an option of a best-of, or an indicator that has no options. */
interface Asked {
  readonly formula: string;
  readonly rule: PlainRule;
}

/**
 * One option in one row as if it stood alone: only the winner's points are kept, the others are worked out when somebody asks why it won.
 * A relative rule is worked out among the row's comparison set, any other from the row alone.
 */
export function optionPoints(
  panel: Panel,
  evaluated: Evaluated,
  { of, direction, treatment }: Pick<Indicator, 'of' | 'direction' | 'treatment'>,
  { formula, rule }: Asked,
  row: number,
): OptionPoints {
  const { rows, at, compared } = isRelative(rule) ? peersOf(panel, evaluated, row) : alone(row);
  const column = formulaColumn(panel, formula, kindFor(rule), rows);
  const { points, reasons, hit, high, wider, parent } = applyRule(rule, column, {
    of,
    direction,
    ...compared,
    ...(treatment ? { treatment } : {}),
  });
  return {
    value: column.values[at]!,
    points: points[at]!,
    reason: reasons[at]!,
    hit: hit ? hit[at]! : -1,
    high: (high ?? points)[at]!,
    wider: wider ? wider[at]! : PEERS.within,
    ...(parent && parent.digits[at]! >= 0 ? { parent: { digits: parent.digits[at]!, firms: parent.firms[at]! } } : {}),
  };
}

/** Some rows, the place of the asked one among them, and whom each is compared with, by place. */
interface Compared {
  readonly rows: Int32Array;
  readonly at: number;
  readonly compared: Pick<RelativeSetting, 'comparison' | 'wider'>;
}

function alone(row: number, reason = 0): Compared {
  const none = { sets: 0, rows: new Int32Array(0), starts: new Int32Array(1) };
  const comparison = (): Comparison => ({ ...none, set: Int32Array.of(-1), reasons: Uint8Array.of(reason) });
  return { rows: Int32Array.of(row), at: 0, compared: { comparison } };
}

function peersOf(panel: Panel, { scheme, stage }: Evaluated, row: number): Compared {
  const { set, reasons, rows: all, starts } = comparisonOf(panel, scheme.comparison, stage);
  const own = set[row]!;
  if (own < 0) return alone(row, reasons[row]!);
  const rows = all.subarray(starts[own], starts[own + 1]);
  return { rows, at: rows.indexOf(row), compared: comparing(panel, scheme.comparison, stage, rows) };
}
