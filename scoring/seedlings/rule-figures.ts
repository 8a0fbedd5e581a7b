import type { Ranked } from '../board/context';
import { REASON } from '../column';
import { kindsOf } from '../dictionary';
import { INFINITE, measureOf } from '../distribution/measure';
import type { MeasureId } from '../distribution/format';
import { formulaColumn } from '../evaluate';
import type { Panel } from '../panel';
import { rowsOfYear } from '../year-rows';
import { checkConditionFormula } from './condition-formula';
import { peerPercentile } from './peer-percentile';

/** Figures of some rows: NaN exactly where a reason is set. May be shared: never written to. */
export interface Figures {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}

/** Columns of the same rows are asked for by rule after rule: so many bytes of them are kept for a list of rows, as long as it lives. */
const KEPT = 64e6;
const BYTES_A_ROW = 9;
const known = new WeakMap<Panel, WeakMap<Int32Array, Map<string, Figures>>>();

/**
 * A formula over some rows. A field no loaded source gives is `not_collected`; a formula the data's kinds of columns do not fit (titles given as one text) is
 * `unreadable`; an infinity is `not_finite`. `rows` must not be written to afterwards.
 */
export function formulaFigures(panel: Panel, text: string, kind: 'number' | 'truth', rows: Int32Array): Figures {
  let lists = known.get(panel);
  if (!lists) known.set(panel, (lists = new WeakMap()));
  let kept = lists.get(rows);
  if (!kept) lists.set(rows, (kept = new Map()));
  const key = `${kind} ${text}`;
  const figures = kept.get(key) ?? work(panel, text, kind, rows);
  kept.delete(key);
  kept.set(key, figures);
  if (kept.size * rows.length * BYTES_A_ROW > KEPT) kept.delete(kept.keys().next().value!);
  return figures;
}

function work(panel: Panel, text: string, kind: 'number' | 'truth', rows: Int32Array): Figures {
  const checked = checkConditionFormula(text, kind, kindsOf(panel));
  if (checked.problems.length > 0 || checked.kind !== kind) return nothing(rows.length, REASON.unreadable);
  const field = panel.fields.get(text);
  // A bare field is only gathered: the evaluator's own way is made for few rows.
  if (field?.kind === kind) return gathered(field.values, field.reasons, rows);
  const { values, reasons } = formulaColumn(panel, text, kind, rows);
  return finite(values, reasons);
}

/** Figures of a fresh column; an infinity is set apart. */
function finite(values: Float64Array, reasons: Uint8Array): Figures {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    // A difference with itself is 0 only of a finite number.
    if (value - value === 0 || reasons[at] !== REASON.present) continue;
    values[at] = NaN;
    reasons[at] = REASON.not_finite;
  }
  return { values, reasons };
}

export function nothing(length: number, reason: number): Figures {
  return { values: new Float64Array(length).fill(NaN), reasons: new Uint8Array(length).fill(reason) };
}

/** A measure that needs the whole board (points, groups, the score) over some rows. One that the scheme in force does not have is `not_collected`. */
export function boardFigures(ctx: Ranked, measure: MeasureId, rows: Int32Array): Figures {
  const measured = measureOf(ctx, measure);
  if ('is' in measured) return nothing(rows.length, REASON.not_collected);
  return gathered(measured.values, measured.reasons, rows);
}

/** Where a measure stands among the peers of its year and industry, 0…1. */
export function percentileFigures(ctx: Ranked, measure: MeasureId, rows: Int32Array): Figures {
  const measured = measureOf(ctx, measure);
  if ('is' in measured) return nothing(rows.length, REASON.not_collected);
  const { panel } = ctx;
  const shares = new Float64Array(panel.rows).fill(NaN);
  for (const year of new Set(Array.from(rows, (row) => panel.year[row]!))) {
    const { share } = peerPercentile(ctx, measured.values, measured.reasons, year);
    rowsOfYear(panel, year).forEach((row, at) => (shares[row] = share[at]!));
  }
  return gathered(shares, measured.reasons, rows);
}

/** Points of an indicator or of a group as a share of its full mark in the row's stage; of a full mark of 0 there is none. */
export function shareFigures(ctx: Ranked, measure: MeasureId, rows: Int32Array): Figures {
  const { values, reasons } = boardFigures(ctx, measure, rows);
  const full = fullMarkOf(ctx, measure);
  const shares = values.map((value, at) => value / full(rows[at]!));
  return {
    values: shares.map((share) => (Number.isFinite(share) ? share : NaN)),
    reasons: reasons.map((reason, at) => reason || (Number.isFinite(shares[at]!) ? REASON.present : REASON.divided_by_zero)),
  };
}

/** Row → full mark of an indicator, or of a group in the row's stage. */
export function fullMarkOf({ scheme, weights, evaluated }: Ranked, measure: MeasureId): (row: number) => number {
  const id = measure.slice(measure.indexOf(':') + 1);
  if (measure.startsWith('points:')) {
    const of = scheme.indicators.find((indicator) => indicator.id === id)?.of ?? NaN;
    return () => of;
  }
  const stages = Math.max(1, scheme.stages.length);
  const marks = Array.from({ length: stages }, (_, stage) =>
    scheme.indicators.reduce((sum, { group }, at) => (group === id ? sum + weights[at]![stage]! : sum), 0),
  );
  return (row) => marks[evaluated.stage[row]!] ?? NaN;
}

function gathered(values: Float64Array, reasons: Uint8Array, rows: Int32Array): Figures {
  const own = new Float64Array(rows.length);
  const why = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    own[at] = values[row]!;
    why[at] = reasons[row] === INFINITE ? REASON.not_finite : reasons[row]!;
  }
  return finite(own, why);
}
