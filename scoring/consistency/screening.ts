import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { REASON } from '../column';
import { formulaColumn, kindFor } from '../evaluate';
import type { Indicator } from '../scheme/format';
import { STATUS } from '../scored';
import { classesOf } from '../statistics/classes';
import { farValues } from '../statistics/far-values';
import { kurtosis, skewness } from '../statistics/moments';
import { quantile } from '../statistics/quantile';
import { isUnder, SCREENING } from './conventions';
import { sizeEffects } from './denominators';
import type { ConsistencyAsk, ScreenedFirm, ScreenedIndicator, Screening, Shape } from './format';
import { aboutOf, membersOf } from './shares';

/** Figures of one indicator for the firms screened: NaN where there is none; `applies` is 0 where the indicator is not for the firm. */
interface Figures {
  readonly on: 'value' | 'points';
  /** Yes and no, as 1 and 0. */
  readonly isTruth: boolean;
  readonly values: Float64Array;
  readonly applies: Uint8Array;
}

const WORST = 20;

/**
 * Screening of firms, indicators and denominators before anything is averaged (COINr's screening; Nardo et al. 2008), over all firms of the segment
 * that no gate keeps out, ranked or not. It advises and takes nobody out.
 */
export function screeningOf(ctx: Ranked, { year, segment }: Omit<ConsistencyAsk, 'kind'>): Screening {
  const members = membersOf(ctx, segment, year);
  const rows = members.rows.filter((row) => ctx.totals.status[row] !== STATUS.not_scored);
  const figures = ctx.evaluated.scheme.indicators.map((indicator, at) => figuresOf(ctx, indicator, at, rows));
  const effects = sizeEffects(
    ctx.panel,
    rows,
    figures.map(({ values }) => values),
  );
  return {
    about: aboutOf(ctx, members, year),
    screened: rows.length,
    firms: screenFirms(ctx, rows, figures),
    indicators: figures.map((one, at) => screenIndicator(one, at, unitOf(ctx.evaluated.scheme.indicators[at]!))),
    ...effects,
    thresholds: SCREENING,
  };
}

function figuresOf({ panel, evaluated }: Ranked, { formula, rule }: Indicator, at: number, rows: Int32Array): Figures {
  const { points, reasons } = evaluated.indicators[at]!;
  const applies = Uint8Array.from(rows, (row) => (reasons[row] === REASON.not_applicable ? 0 : 1));
  if (formula === undefined) return { on: 'points', isTruth: false, values: Float64Array.from(rows, (row) => points[row]!), applies };
  const column = formulaColumn(panel, formula, kindFor(rule), rows);
  return {
    on: 'value',
    isTruth: column.kind === 'truth',
    values: column.values.map((value, i) => (column.reasons[i] === 0 ? value : NaN)),
    applies,
  };
}

function screenFirms({ panel }: Ranked, rows: Int32Array, figures: readonly Figures[]): Screening['firms'] {
  let [fewPresent, fewNonZero] = [0, 0];
  const poor: { readonly at: number; readonly present: number; readonly nonZero: number; readonly of: number }[] = [];
  for (let at = 0; at < rows.length; at++) {
    let [present, nonZero, of] = [0, 0, 0];
    for (const { values, applies } of figures) {
      if (applies[at] === 0) continue;
      of++;
      if (!Number.isFinite(values[at]!)) continue;
      present++;
      if (values[at] !== 0) nonZero++;
    }
    if (of === 0) continue;
    const lacks = isUnder(present / of, SCREENING.firmPresent);
    const isEmpty = isUnder(nonZero / of, SCREENING.firmNonZero);
    if (lacks) fewPresent++;
    if (isEmpty) fewNonZero++;
    if (lacks || isEmpty) poor.push({ at, present, nonZero, of });
  }
  const worst = poor
    .sort((a, b) => a.present / a.of - b.present / b.of || a.nonZero / a.of - b.nonZero / b.of || a.at - b.at)
    .slice(0, WORST)
    .map(({ at, ...counts }): ScreenedFirm => ({ firm: firmKey(panel, rows[at]!), name: firmName(panel, rows[at]!), ...counts }));
  return { fewPresent, fewNonZero, worst };
}

/** Unit of an indicator's value: its own, or the one its rule is written in. */
function unitOf({ unit, rule }: Indicator): string | null {
  return unit ?? ('unit' in rule ? rule.unit : undefined) ?? null;
}

function screenIndicator({ on, isTruth, values, applies }: Figures, indicator: number, unit: string | null): ScreenedIndicator {
  const own = values.map((value, at) => (applies[at] === 1 ? value : NaN));
  const firms = applies.reduce((sum, applied) => sum + applied, 0);
  let [n, zero] = [0, 0];
  for (const value of own) {
    if (!Number.isFinite(value)) continue;
    n++;
    if (value === 0) zero++;
  }
  const shares = {
    present: firms > 0 ? n / firms : null,
    unique: n > 0 && on === 'value' && !isTruth ? classesOf(own).count / n : null,
    nonZero: n > 0 ? (n - zero) / n : null,
  };
  return {
    indicator,
    on,
    unit: on === 'value' ? unit : null,
    firms,
    n,
    ...shares,
    low: (['present', 'unique', 'nonZero'] as const).filter((key) => shares[key] !== null && isUnder(shares[key], SCREENING[key])),
    shape: isTruth ? null : shapeOf(own),
  };
}

/** Middle, skewness and far values; the check of skewness is the one of the Joint Research Centre and advises only. */
function shapeOf(values: Float64Array): Shape {
  const [g1, g2] = [skewness(values), kurtosis(values)];
  return {
    median: quantile(values, 0.5),
    skewness: g1,
    kurtosis: g2,
    skewed: g1.value !== null && g2.value !== null && Math.abs(g1.value) >= 2 && g2.value >= 3.5,
    far: farValues(values),
  };
}
