import type { Ranked } from '../board/context';
import { firmKey } from '../board/cell';
import { packWords, textColumn } from '../column';
import { evaluateScheme } from '../evaluate';
import { evaluateFormula } from '../formula/evaluate';
import type { Panel } from '../panel';
import type { Evaluated, IndicatorPoints, Totals } from '../scored';
import { total } from '../total';
import { rowsOfFirm } from '../year-rows';
import { comparesFirms } from './alone';

/** One firm's years as a panel of their own, and the place of a row among them: small enough to be worked out again for every "what if". */
export interface OneFirm {
  readonly panel: Panel;
  readonly at: number;
}

/** Cuts the firm of a row out of the panel. */
export function oneFirm(panel: Panel, row: number): OneFirm {
  const rows = Int32Array.from(rowsOfFirm(panel, panel.firm[row]!));
  const fields = new Map([...panel.fields.keys()].map((field) => [field, evaluateFormula({ is: 'field', field }, panel, rows)]));
  return {
    at: rows.indexOf(row),
    panel: {
      rows: rows.length,
      firm: new Int32Array(rows.length),
      firmKeys: packWords([firmKey(panel, row)]),
      year: rows.map((one) => panel.year[one]!),
      name: textColumn(Array.from(rows, () => null)),
      fields,
      currency: panel.currency,
    },
  };
}

/** The same firm with another figure in one field of the row's year. The field must be of numbers. */
export function withFigure({ panel, at }: OneFirm, field: string, value: number): OneFirm {
  const column = panel.fields.get(field);
  if (column?.kind !== 'number') throw new TypeError(`field ${field} is no number`);
  const fields = new Map(panel.fields).set(field, {
    ...column,
    values: column.values.with(at, value),
    reasons: column.reasons.with(at, 0),
  });
  return { at, panel: { ...panel, fields } };
}

/** What has become of one row. */
export interface OneTotal {
  readonly evaluated: Evaluated;
  readonly totals: Totals;
}

/**
 * The row's total with a few indicators' points replaced, everything else as it is: stage, gates, vetoes, deductions, shares of skipped weights, cap.
 * `points` by number of the indicator.
 */
export function totalWith({ evaluated, weights }: Ranked, row: number, points: ReadonlyMap<number, number>): OneTotal {
  const indicators = evaluated.indicators.map((own, at): IndicatorPoints => {
    const given = points.get(at);
    return given === undefined ? cut(own, row) : { ...cut(own, row), points: Float64Array.of(given), reasons: Uint8Array.of(0) };
  });
  const one: Evaluated = { ...rowOf(evaluated, row), indicators };
  return { evaluated: one, totals: total(one, weights) };
}

/**
 * The row's total with its firm worked out again from `firm`, whose figures may differ. Rules that compare firms keep the points they have: what
 * they would give depends on others too.
 */
export function totalOf(ctx: Ranked, row: number, firm: OneFirm): OneTotal {
  const { scheme } = ctx;
  const numbers = scheme.indicators.flatMap(({ rule }, at) => (comparesFirms(rule) ? [] : [at]));
  const again = evaluateScheme(firm.panel, { ...scheme, indicators: numbers.map((at) => scheme.indicators[at]!) });
  const indicators = ctx.evaluated.indicators.map((own, at) => {
    const place = numbers.indexOf(at);
    return place < 0 ? cut(own, row) : cut(again.indicators[place]!, firm.at);
  });
  const one: Evaluated = { ...rowOf(again, firm.at), scheme, indicators };
  return { evaluated: one, totals: total(one, ctx.weights) };
}

/** One row of an evaluation, its indicators left to the caller. */
function rowOf({ scheme, stage, gates, vetoes, deductions }: Evaluated, row: number): Omit<Evaluated, 'indicators'> {
  return {
    rows: 1,
    scheme,
    stage: stage.slice(row, row + 1),
    gates: gates.map((verdicts) => verdicts.slice(row, row + 1)),
    vetoes: vetoes.map((verdicts) => verdicts.slice(row, row + 1)),
    deductions: deductions.map((taken) => taken.slice(row, row + 1)),
  };
}

function cut(own: IndicatorPoints, row: number): IndicatorPoints {
  return {
    points: own.points.slice(row, row + 1),
    reasons: own.reasons.slice(row, row + 1),
    hit: own.hit && own.hit.slice(row, row + 1),
    option: own.option && own.option.slice(row, row + 1),
  };
}
