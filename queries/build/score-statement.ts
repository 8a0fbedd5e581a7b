import type { Indicator, Rule, Scheme } from '../../scoring/scheme/format';
import type { AnswerType, Query } from '../define';

import type { PanelType } from './panel-table';
import { quoteName } from './quote';
import { hitNames, hitsSql } from './score-hits';
import { pointsSql } from './score-points';
import { placesSql, ranksSql } from './score-ranks';
import { asksWider, isRelative, placedSql, sharesSql, widerSql, type Compared } from './score-relative';
import { totalsSql } from './score-totals';

/** What the statement needs and this room may not import: handed in by the caller. */
export interface ScoreGiven {
  /** A formula's text as one SQL expression: DOUBLE (truth as 1 and 0), NULL where it has no value. `column` gives a field `back` years before. */
  readonly expression: (formula: string, column: (field: string, back: number) => string, year: string) => string;
  /** A text as the code of an industry of GB/T 4754 with its section letter, in SQL; NULL where it is none. */
  readonly industryCode: (text: string) => string;
  /** Stored units in one unit; 1 for none. */
  readonly factor: (unit: string | undefined) => number;
  /** Columns of table `panel`. */
  readonly panel: ReadonlyMap<string, PanelType>;
  /** Type of a field the panel does not have. */
  readonly typeOf: (field: string) => PanelType;
  /** [indicator][stage], as the weights in force. */
  readonly weights: readonly (readonly number[])[];
  /** Text columns of the panel within whose values ranks are counted, too. */
  readonly segments: readonly string[];
  /** Whether to say, too, which option and tier was hit: o<n> and t<n> after the points. Left out, the statement does the work of a board and no more. */
  readonly hits?: boolean;
}

/** One formula with its rule: an indicator, or an option of a `best-of`. `value` is the column its value stands in. */
export interface Scored {
  readonly value: string;
  readonly rule: Exclude<Rule, { is: 'best-of' }>;
}

/**
 * A whole scheme as one statement over table `panel`: points of every indicator, groups, deductions, score, status, and ranks of a year
 * overall and in segments, by window functions. It is the referee of the scoring in TypeScript, built from the scheme alone, and the SQL its speed is held against.
 * Answers `firm year stage p0… g0… l0… base bonus deduction coverage score status unchecked overall rank_<segment>…`, in order of year and firm;
 * p is an indicator's points, g and l a group's contribution and weight lost to missing values.
 * Two limits: a cell said not to apply (`not_applicable`) is NULL here like any other gap; and equal scores are found by comparing neighbours, which differs
 * from comparing with the first of a run only for chains of scores each within 1e-9 of the next.
 */
export function scoreStatement(scheme: Scheme, given: ScoreGiven): Query {
  const backs = new Set<number>();
  const column = (field: string, back: number): string => fieldSql(given, field, back, backs);
  const sqlOf = (formula: string): string => given.expression(formula, column, 'p.year');
  const parts = scheme.indicators.map((indicator, at) => partsOf(indicator, at));
  const values = scheme.indicators.flatMap((indicator, at) =>
    parts[at]!.map(({ value }, option) => `${sqlOf(formulaOf(indicator, option))} as ${value}`),
  );
  const events = [
    ...scheme.stages.map(({ when }, at) => `${sqlOf(when)} as stage_${at}`),
    ...scheme.gates.map(({ formula }, at) => `${sqlOf(formula)} as gate_${at}`),
    ...scheme.vetoes.map(({ formula }, at) => `${sqlOf(formula)} as veto_${at}`),
    ...scheme.deductions.map(({ formula }, at) => `${sqlOf(formula)} as event_${at}`),
  ];
  const industry = column('industry', 0);
  const segments = given.segments.map((name, at) => `${column(name, 0)} as segment_${at}`);
  const relative = scheme.indicators.flatMap((indicator, at) => parts[at]!.flatMap((part) => comparedOf(part, indicator)));
  const isWider = relative.some(({ rule }) => asksWider(rule, scheme));
  const codes = isWider ? [`${column('industry_code', 0)} as industry_code`] : [];
  const wider = isWider ? widerSql(given.industryCode('industry'), given.industryCode('industry_code'), scheme.comparison, 'valued') : [];
  const joins = earlierJoins(backs);
  const ctes = [
    `valued as (\nselect\n  ${['p.firm', 'p.year', `${industry} as industry`, ...codes, ...segments, ...values, ...events].join(',\n  ')}\n${['from panel as p', ...joins].join('\n')}\n)`,
    ...wider,
    `staged as (\nselect *, ${stageSql(scheme)} as stage\nfrom ${wider.length > 0 ? 'widened' : 'valued'}\n)`,
    ...relative.flatMap((compared) => sharesSql(compared, scheme, given.factor)),
    `placed as (\nselect *, ${placedSql(scheme.comparison)} as in_set\nfrom staged\n)`,
    `pointed as (\nselect\n  ${['c.*', ...scheme.indicators.flatMap((indicator, at) => indicatorSql(indicator, at, parts[at]!, given))].join(',\n  ')}\nfrom ${comparedSql(relative)}\n)`,
    ...totalsSql(scheme, given.weights),
    placesSql(given.segments.length),
    ranksSql(given.segments.length),
  ];
  const answers = answersOf(scheme, given);
  const select = answers.map(([name, sql]) => `  ${sql} as ${quoteName(name)}`).join(',\n');
  const sql = `with\n${ctes.join(',\n')}\nselect\n${select}\nfrom decided as d\nleft join ranked as r on r.firm = d.firm and r.year = d.year\norder by d.year, d.firm`;
  return {
    name: `score-statement ${scheme.id}`,
    sql,
    params: {},
    columns: Object.fromEntries(answers.map(([name, , type]) => [name, type])),
  };
}

function formulaOf(indicator: Indicator, option: number): string {
  const formula = indicator.rule.is === 'best-of' ? indicator.rule.options[option]?.formula : indicator.formula;
  if (formula === undefined) throw new Error(`indicator ${indicator.id} has no formula`);
  return formula;
}

function partsOf({ rule }: Indicator, at: number): Scored[] {
  if (rule.is !== 'best-of') return [{ value: `v${at}`, rule }];
  return rule.options.map((option, number_) => ({ value: `v${at}_${number_}`, rule: option.rule }));
}

/** A field of this row, or of the firm's row `back` years before; where that row is not loaded, the file's own column of the earlier year. */
export function fieldSql({ panel, typeOf }: Pick<ScoreGiven, 'panel' | 'typeOf'>, field: string, back: number, backs: Set<number>): string {
  const of = (table: string, name: string): string =>
    panel.has(name) ? `${table}.${quoteName(name)}` : `cast(null as ${panel.get(field) ?? typeOf(field)})`;
  if (back === 0) return of('p', field);
  backs.add(back);
  return `(case when e${back}.firm is not null then ${of(`e${back}`, field)} else ${of('p', `${field}_p${back}`)} end)`;
}

/** The joins that bring the earlier years `fieldSql` has asked for. */
export function earlierJoins(backs: ReadonlySet<number>): string[] {
  return [...backs].sort((a, b) => a - b).map((k) => `left join panel as e${k} on e${k}.firm = p.firm and e${k}.year = p.year - ${k}`);
}

/** Number of the first true stage, unless an earlier one is undecided; else of the default stage, −1 for none. */
function stageSql({ stages, defaultStage }: Scheme): string {
  if (stages.length === 0) return '0';
  const fallback = stages.findIndex(({ id }) => id === defaultStage);
  return `case ${stages.map((_, at) => `when stage_${at} is null then ${fallback} when stage_${at} = 1 then ${at}`).join(' ')} else ${fallback} end`;
}

/** A part with what a relative rule needs of its indicator; nothing where its rule compares with nobody. */
function comparedOf({ value, rule }: Scored, { direction, treatment }: Indicator): Compared[] {
  return isRelative(rule) ? [{ value, rule, direction, treatment }] : [];
}

/** The rows with their shares of a full mark among those they are compared with. */
function comparedSql(relative: readonly Compared[]): string {
  const shares = relative.map(({ value }) => `shares_${value}.share as share_${value}`);
  const joins = relative.map(({ value }) => `left join shares_${value} on shares_${value}.firm = s.firm and shares_${value}.year = s.year`);
  return `(\nselect ${['s.*', ...shares].join(', ')}\n${['from placed as s', ...joins].join('\n')}\n) as c`;
}

/** Points of an indicator as p, whether its weight is taken out (a relative rule that separates nobody) as apart, and what was hit where asked. */
function indicatorSql({ rule, of, direction }: Indicator, at: number, parts: readonly Scored[], { factor, hits }: ScoreGiven): string[] {
  const points = parts.map((part) => {
    return pointsSql(part.rule, { value: part.value, of, direction, factor, share: `share_${part.value}` });
  });
  // What is missing of a best-of is missing as its first option is.
  const first = parts[0]!;
  const apart = isRelative(first.rule) ? `in_set and ${first.value} is not null` : 'false';
  const all = rule.is === 'best-of' ? `greatest(${points.join(', ')})` : points[0]!;
  return [`${all} as p${at}`, `${apart} as apart_${at}`, ...(hits ? hitsSql(parts, points, at, rule.is === 'best-of', factor) : [])];
}

function answersOf(scheme: Scheme, { segments, hits }: ScoreGiven): [name: string, sql: string, type: AnswerType][] {
  const real = (name: string): [string, string, AnswerType] => [name, `d.${name}`, 'real'];
  return [
    ['firm', 'd.firm', 'text'],
    ['year', 'cast(d.year as integer)', 'int'],
    ['stage', 'cast(d.stage as integer)', 'int'],
    ...scheme.indicators.map((_, at): [string, string, AnswerType] => [`p${at}`, `d.p${at}`, 'real?']),
    ...(hits ? hitNames(scheme) : []).map((name): [string, string, AnswerType] => [name, `cast(d.${name} as integer)`, 'int?']),
    ...scheme.groups.flatMap((_, at) => [real(`g${at}`), real(`l${at}`)]),
    ...['base', 'bonus', 'deduction', 'coverage'].map(real),
    ['score', 'd.score', 'real?'],
    ['status', 'd.status', 'text'],
    ['unchecked', 'cast(d.unchecked as integer)', 'int'],
    ['overall', 'cast(r.overall as integer)', 'int?'],
    ...segments.map((name, at): [string, string, AnswerType] => [`rank_${name}`, `cast(r.rank_${at} as integer)`, 'int?']),
  ];
}
