import type { AnswerType, Query } from '../define';
import type { FirmsSql } from './chart-firms';

/** A statement in the making: its steps, the columns of its answer in order, and where they come from. */
export interface ChartDraft {
  readonly steps: readonly string[];
  readonly columns: Readonly<Record<string, AnswerType>>;
  readonly from: string;
  readonly order: string;
}

/** The whole statement, with a line of comment that says what it is about. */
export function chartQuery(name: string, about: string, { steps, columns, from, order }: ChartDraft): Query {
  const select = Object.keys(columns).map((column) => `  ${column}`);
  const comment = `-- ${about.replace(/\s+/g, ' ').slice(0, 200)}\n`;
  return {
    name,
    sql: `${comment}with\n${steps.join(',\n')}\nselect\n${select.join(',\n')}\nfrom ${from}\norder by ${order}`,
    params: {},
    columns,
  };
}

export function step(name: string, sql: string): string {
  return `${name} as (\n${sql}\n)`;
}

/** Rows of several selects under the names of their columns; what one has not is NULL. */
export function together(selects: readonly string[]): string {
  return selects.join('\nunion all by name\n');
}

export function counted(what: string, name: string): string {
  return `cast(${what} as integer) as ${name}`;
}

const QUANTILES = { p5: '0.05', p10: '0.1', p25: '0.25', p50: '0.5', p75: '0.75', p90: '0.9', p95: '0.95' } as const;

/** Expressions of a line of figures over a column `x`: quantiles of type 7, and of a ratio the pooled one. */
export function figuresSql({ hasHalves }: Pick<FirmsSql, 'hasHalves'>): string[] {
  return [
    counted('count(x)', 'n'),
    counted('count(*) - count(x)', 'missing'),
    counted('count(*) filter (where x = 0)', 'zero'),
    ...Object.entries(QUANTILES).map(([name, p]) => `quantile_cont(x, ${p}) as ${name}`),
    'avg(x) as mean',
    ...(hasHalves ? ['sum(over) filter (where under is not null) / nullif(sum(under) filter (where over is not null), 0) as pooled'] : []),
  ];
}
export function figureTypes({ hasHalves }: Pick<FirmsSql, 'hasHalves'>): Record<string, AnswerType> {
  return {
    n: 'int?',
    missing: 'int?',
    zero: 'int?',
    ...Object.fromEntries(Object.keys(QUANTILES).map((name) => [name, 'real?' as const])),
    mean: 'real?',
    ...(hasHalves ? { pooled: 'real?' as const } : {}),
  };
}

export function selectOf(expressions: readonly string[], from: string): string {
  return `select\n  ${expressions.join(',\n  ')}\nfrom ${from}`;
}

/** Firms by part, a line for each part they are in: `part` and the columns named. */
export function membersStep({ isSet }: Pick<FirmsSql, 'isSet'>, columns: readonly string[]): string {
  return step('members', selectOf([isSet ? 'unnest(part) as part' : 'part', ...columns], 'firms'));
}

/** Average ranks of a column within its partition. */
export function averageRank(column: string, partition: readonly string[] = []): string {
  const by = partition.length > 0 ? `partition by ${partition.join(', ')} ` : '';
  const ties = `partition by ${[...partition, column].join(', ')}`;
  return `rank() over (${by}order by ${column}) + (count(*) over (${ties}) - 1) / 2e0`;
}

/** A correlation that is a number: of three at least, and where both columns vary. */
export function correlation(a: string, b: string): string {
  return `case when count(*) >= 3 and min(${a}) < max(${a}) and min(${b}) < max(${b}) then corr(${a}, ${b}) end`;
}

/** Gini of the slices of a step `ordered` (x, its place i from the smallest, the slice's n). */
export const GINI = 'case when max(n) >= 2 and min(x) >= 0 and sum(x) > 0 then sum((2 * i - n - 1) * x) / (max(n) * sum(x)) end';
