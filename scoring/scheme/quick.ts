import type { Group, Indicator, Scheme } from './format';

/** What a quick scheme needs to know of a field. */
export interface QuickField {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: string;
  readonly unit: string;
  /** What the field is to the workbench beyond a value (firm, year, industry …); such fields are not indicators. */
  readonly role?: string | null;
  /** Where it is no column but computed from some; the id is then only a name. */
  readonly formula?: string;
}
export interface QuickColumn {
  readonly field: string;
  readonly direction: 'more' | 'less';
  readonly weight: number;
}

/** Weights are whole hundredths, so that what is shown is what is used. */
const HUNDREDTHS = 10_000;
/** With few columns each is a group of its own, so that the stacked bar tells them apart; there are four hues. */
const OWN_GROUPS = 4;
/** How many columns a suggestion takes. */
const SUGGESTED = OWN_GROUPS;
const MEASURES = new Set(['number', 'money', 'count', 'ratio']);
/** Fields of the dictionary of which less is better. */
const LESS_IS_BETTER = new Set(['penalties', 'total_liabilities']);

/**
 * A scheme for any data: each column earns its mid-rank percentile within the year, times its weight. Weights are rescaled to add up to exactly 100
 * (in hundredths, at least one each); a missing value earns nothing and shows as coverage; everyone is ranked. Columns of weight 0 are left out.
 */
export function quickScheme(name: string, columns: readonly QuickColumn[], fields: readonly QuickField[], currency = 'CNY'): Scheme {
  const taken = columns.filter(({ weight }) => weight > 0);
  if (taken.length === 0) throw new RangeError(`quick scheme ${name} has no column with a weight`);
  const weights = hundredths(taken.map(({ weight }) => weight));
  const isApart = taken.length <= OWN_GROUPS;
  const indicators = taken.map((column, at): Indicator =>
    indicatorOf(column, fields, weights[at]! / 100, isApart ? column.field : 'columns'),
  );
  if (new Set(indicators.map(({ id }) => id)).size < indicators.length) throw new RangeError(`quick scheme ${name} has a column twice`);
  return {
    format: 1,
    id: 'quick',
    version: '1',
    name: { zh: name, en: name },
    effective: { from: null, to: null },
    currency,
    comparison: 'year',
    stages: [],
    defaultStage: null,
    stageProvenance: null,
    groups: groupsOf(indicators, isApart),
    indicators,
    deductions: [],
    deductionCap: null,
    gates: [],
    vetoes: [],
    pass: null,
    cap: 100,
    minimumCoverage: 0,
    provenance: 'illustrative',
    sources: [],
  };
}

function indicatorOf({ field, direction }: QuickColumn, fields: readonly QuickField[], weight: number, group: string): Indicator {
  const known = fields.find(({ id }) => id === field);
  if (!known) throw new RangeError(`quick scheme names a field that is not there: ${field}`);
  const isFlag = known.kind === 'flag';
  return {
    id: field,
    name: { zh: known.zh, en: known.en },
    group,
    formula: isFlag && direction === 'less' ? `not ${field}` : (known.formula ?? field),
    rule: { is: isFlag ? 'flag' : 'percentile' },
    of: weight,
    weight,
    direction: isFlag ? 'more' : direction,
    missing: 'zero',
    ...(known.unit === '' ? {} : { unit: known.unit }),
    provenance: 'illustrative',
  };
}

function groupsOf(indicators: readonly Indicator[], isApart: boolean): Group[] {
  const group = (id: string, name: Group['name']): Group => ({ id, name, kind: 'base', provenance: 'illustrative' });
  return isApart ? indicators.map(({ id, name }) => group(id, name)) : [group('columns', { zh: '所选指标', en: 'Chosen columns' })];
}

/** Weights as hundredths of 100 that add up to it: rounded down, at least 1, what is left (or too much) goes by the largest remainder. */
function hundredths(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!Number.isFinite(sum)) throw new RangeError(`weights of a quick scheme add up to ${sum}`);
  const exact = weights.map((weight) => (weight / sum) * HUNDREDTHS);
  const parts = exact.map((part) => Math.max(1, Math.floor(part)));
  for (let left = HUNDREDTHS - parts.reduce((total, part) => total + part, 0); left !== 0; left -= Math.sign(left)) {
    const step = Math.sign(left);
    let best = -1;
    parts.forEach((part, at) => {
      if (part + step < 1) return;
      if (best < 0 || step * (exact[at]! - part) > step * (exact[best]! - parts[best]!)) best = at;
    });
    if (best < 0) throw new RangeError(`${weights.length} columns are too many for a quick scheme`);
    parts[best]! += step;
  }
  return parts;
}

/** Columns to begin with: measures computed from several, then the first single ones, weighing the same. Fields with a role (keys, segments) and flags are not measures. */
export function suggestQuick(fields: readonly QuickField[]): QuickColumn[] {
  const fit = fields.filter(({ kind, role }) => MEASURES.has(kind) && (role ?? null) === null);
  const computed = ({ formula }: QuickField): boolean => formula !== undefined;
  const measures = [...fit.filter(computed), ...fit.filter((field) => !computed(field))].slice(0, SUGGESTED);
  return measures.map(({ id }) => ({ field: id, direction: LESS_IS_BETTER.has(id) ? 'less' : 'more', weight: 1 }));
}
