// Longer than other files: one relative rule after another as SQL, with the quantiles they share.
import type { Rule, Scheme, Treatment } from '../../scoring/scheme/format';
import { number } from './number';

/** A rule that compares a value with others. */
export type RelativeRule = Extract<Rule, { is: 'min-max' | 'percentile' | 'ratio' | 'z-score' | 'target' }>;

/** Whether a rule compares a value with others. */
export function isRelative(rule: Rule): rule is RelativeRule {
  return ['min-max', 'percentile', 'ratio', 'z-score', 'target'].includes(rule.is);
}

/** One value column under a relative rule. */
export interface Compared {
  readonly value: string;
  readonly rule: RelativeRule;
  readonly direction: 'more' | 'less';
  readonly treatment: Treatment | undefined;
}

const LEAST_PEERS = 10;

/** Whether a rule may be worked out among a wider industry: its peers are those of an industry, and the comparison set is none itself. */
export function asksWider(rule: Rule, { comparison }: Pick<Scheme, 'comparison'>): boolean {
  return isRelative(rule) && rule.within?.includes('industry') === true && !comparison.includes('industry');
}

/**
 * Shares of a full mark of a value among those it is compared with, as steps of a `with`: the last of them is `shares_<value>` with firm, year and share.
 * The peer group, where there is one, its wider industries and the whole comparison set are worked out alike; who is in a group of too few takes the share of
 * the nearest wider industry that has enough, or of the whole.
 */
export function sharesSql(compared: Compared, scheme: Scheme, factor: (unit: string | undefined) => number): string[] {
  const { value, rule } = compared;
  const whole = amongSql(compared, `${value}_all`, scheme.comparison, factor);
  const last = (from: string): string => `shares_${value} as (\n${from}\n)`;
  if (rule.within === undefined) return [...whole, last(`select firm, year, share from ${value}_all`)];
  const set = `${scheme.comparison}*${rule.within}`;
  const peers = amongSql(compared, `${value}_peers`, set, factor);
  const levels = asksWider(rule, scheme) ? LEVELS : [];
  const wider = levels.flatMap((level) => amongSql(compared, `${value}_up${level}`, set.replace('industry', `code${level}`), factor));
  const least = rule.least ?? LEAST_PEERS;
  const join = (name: string, as: string): string => `left join ${value}_${name} as ${as} on ${as}.firm = a.firm and ${as}.year = a.year`;
  const cases = levels.map((level) => `when s.holds${level} is not null and u${level}.present >= ${least} then u${level}.share`);
  // Who is in no peer group (no stage, no industry) is in no wider one, and compared with all.
  const inPeers = `when p.present is null then a.share when p.present >= ${least} then p.share`;
  const joined = [
    `from ${value}_all as a`,
    join('peers', 'p'),
    ...levels.map((level) => join(`up${level}`, `u${level}`)),
    ...(levels.length > 0 ? ['left join staged as s on s.firm = a.firm and s.year = a.year'] : []),
  ].join('\n');
  return [
    ...whole,
    ...peers,
    ...wider,
    last(`select a.firm, a.year, case ${[inPeers, ...cases].join(' ')} else a.share end as share\n${joined}`),
  ];
}

/** Digits after the section letter of GB/T 4754, from the finest level. */
const LEVELS = [4, 3, 2, 0] as const;

/**
 * The wider industries of each row: as `code<level>` its own, as `holds<level>` one that holds all firms of its industry, of the year or, compared over all, of all. `named` and `coded` are codes of the
 * industry and of the industry code, NULL where they are none.
 */
export function widerSql(named: string, coded: string, comparison: Scheme['comparison'], from: string): string[] {
  const finer = `case when industry is not null and (held is null or starts_with(own, held)) then coalesce(own, held) else held end`;
  const held = [...LEVELS].map((level) => {
    const at = `case when length(own) > ${level} then left(own, ${level + 1}) end`;
    const over = `over (partition by industry${comparison === 'all' ? '' : ', year'})`;
    return `when count(own) ${over} > 0 and count(${at}) ${over} = count(own) ${over} and min(${at}) ${over} = max(${at}) ${over} then min(${at}) ${over}`;
  });
  const columns = LEVELS.flatMap((level) =>
    (['code', 'holds'] as const).map((of) => {
      const code = of === 'code' ? 'fine' : 'held';
      return `case when length(${code}) > ${level} then left(${code}, ${level + 1}) end as ${of}${level}`;
    }),
  );
  return [
    `owned as (\nselect *, ${named} as named, ${coded} as own\nfrom ${from}\n)`,
    `held as (\nselect *, case when industry is null then null when named is not null then named ${held.join(' ')} end as held\nfrom owned\n)`,
    `fine as (\nselect *, ${finer} as fine\nfrom held\n)`,
    `widened as (\nselect *, ${columns.join(', ')}\nfrom fine\n)`,
  ];
}

/** Parts of a set in the words of the scheme, `year*stage*industry`, or with a wider industry in place of the industry. */
const SET_PARTS = ['year', 'stage', 'industry', ...LEVELS.map((level) => `code${level}`)];

/** What makes two rows of one set. */
function keySql(set: string): string {
  const parts = SET_PARTS.filter((part) => set.split('*').includes(part));
  return parts.length === 0 ? "''" : parts.map((part) => `coalesce(cast(${part} as varchar), '')`).join(" || '|' || ");
}

/** Whether a row can be placed in a set. */
export function placedSql(set: string): string {
  const parts = set.split('*');
  return [
    ...(parts.includes('stage') ? ['stage >= 0'] : []),
    ...parts.filter((part) => part === 'industry' || part.startsWith('code')).map((part) => `${part} is not null`),
    'true',
  ].join(' and ');
}

/** Firm, year, number present and share within one kind of set, as the step `name`. */
function amongSql(compared: Compared, name: string, set: string, factor: (unit: string | undefined) => number): string[] {
  const { value, rule, treatment } = compared;
  // Who is in no set of the scheme is not compared at all, so the wider of two sets is asked for with the narrower.
  const given = `${name}_0 as (\nselect firm, year, ${keySql(set)} as k, ${value} as x\nfrom staged\nwhere ${value} is not null and ${placedSql(set)}\n)`;
  const steps = [given, ...(treatment ? treatedSql(name, treatment) : [])];
  const from = treatment ? `${name}_treated` : `${name}_0`;
  if (rule.is === 'percentile') return [...steps, ...midRankSql(name, from, compared.direction)];
  const facts = 'min(x) over w as low, max(x) over w as high, count(*) over w as present';
  return [
    ...steps,
    `${name}_facts as (\nselect *, ${facts}\nfrom ${from}\nwindow w as (partition by k)\n)`,
    ...(rule.is === 'z-score' ? spreadSql(name) : []),
    `${name} as (\nselect firm, year, present, ${shareSql(compared, factor)} as share\nfrom ${name}_${rule.is === 'z-score' ? 'spread' : 'facts'}\n)`,
  ];
}

/** Mean and deviation (n − 1) of places between the lowest and the highest: standard scores are the same, and values that hardly differ keep their digits. */
function spreadSql(name: string): string[] {
  const spread = 'avg(place) over w as mean, stddev_samp(place) over w as deviation';
  return [
    `${name}_places as (\nselect *, (x - low) / nullif(high - low, 0e0) as place\nfrom ${name}_facts\n)`,
    `${name}_spread as (\nselect *, ${spread}\nfrom ${name}_places\nwindow w as (partition by k)\n)`,
  ];
}

const SLACK = '1e-9 * greatest(1e0, abs(low), abs(high))';
const DIFFER = `present >= 2 and high - low > ${SLACK}`;

/** Share of a full mark from the facts of the set, NULL where the rule refuses. */
function shareSql({ rule, direction }: Compared, factor: (unit: string | undefined) => number): string {
  const isMore = direction === 'more';
  switch (rule.is) {
    case 'min-max':
      return `case when ${DIFFER} then (${isMore ? 'x - low' : 'high - x'}) / (high - low) end`;
    case 'ratio':
      return `case when ${DIFFER} and low > 0 then ${isMore ? 'x / high' : 'low / x'} end`;
    case 'z-score': {
      const z = isMore ? '(place - mean) / deviation' : '(mean - place) / deviation';
      return `case when ${DIFFER} then ${within01(`(${z} - ${number(rule.from)}) / ${number(rule.to - rule.from)}`)} end`;
    }
    case 'target': {
      const goal = rule.target * factor(rule.unit);
      const slack = number(1e-9 * Math.max(1, Math.abs(goal)));
      const reached = isMore ? `x >= ${number(goal)} - ${slack}` : `x <= ${number(goal)} + ${slack}`;
      const worst = isMore ? 'low' : 'high';
      return `case when ${reached} then 1e0 when ${DIFFER} then (x - ${worst}) / (${number(goal)} - ${worst}) end`;
    }
    case 'percentile':
      throw new Error('a percentile is counted, not measured');
  }
}

const within01 = (share: string): string => `greatest(0e0, least(1e0, ${share}))`;

/**
 * Type 7 of a sorted list. Not `quantile_cont`, which is the same quantile but for a last digit: values that differ only in their last digits, brought in and then
 * logged, would make that digit a difference of points.
 */
function quantileSql(p: number): string {
  const place = `((len(list) - 1) * ${number(p)})`;
  const at = (step: 0 | 1): string => `list[least(len(list), cast(floor(${place}) as integer) + ${step + 1})]`;
  return `${at(0)} + (${place} - floor(${place})) * (${at(1)} - ${at(0)})`;
}

/** Values brought in to two quantiles of their set, then their logarithm. */
function treatedSql(name: string, { winsorise, log }: Treatment): string[] {
  const steps: string[] = [];
  let from = `${name}_0`;
  if (winsorise) {
    const ends = winsorise.map((p, at) => `${quantileSql(p)} as q${at}`).join(', ');
    steps.push(
      `${name}_sorted as (\nselect *, list_sort(list(x) over (partition by k)) as list\nfrom ${from}\n)`,
      `${name}_ends as (\nselect firm, year, k, x, ${ends}\nfrom ${name}_sorted\n)`,
      `${name}_within as (\nselect firm, year, k, least(q1, greatest(q0, x)) as x\nfrom ${name}_ends\n)`,
    );
    from = `${name}_within`;
  }
  if (log) {
    const span = 'min(x) over w as low, max(x) over w as high, count(*) over w as present';
    steps.push(
      `${name}_span as (\nselect firm, year, k, x, ${span}\nfrom ${from}\nwindow w as (partition by k)\n)`,
      `${name}_log as (\nselect firm, year, k, case when ${DIFFER} then ln(x - low + 1e-2 * (high - low)) else x end as x\nfrom ${name}_span\n)`,
    );
    from = `${name}_log`;
  }
  return [...steps, `${name}_treated as (\nselect firm, year, k, x\nfrom ${from}\n)`];
}

/** Mid-rank share of each value in its set: runs of equals first (neighbours within 1e-9), then what lies below and half the run. */
function midRankSql(name: string, from: string, direction: 'more' | 'less'): string[] {
  const order = 'partition by k order by x, firm, year';
  const share = '(min(place) over (partition by k, run) - 1 + count(*) over (partition by k, run) / 2e0) / count(*) over (partition by k)';
  return [
    `${name}_steps as (\nselect firm, year, k, x,\n  case when x - lag(x) over (${order}) <= 1e-9 * greatest(1e0, abs(x)) then 0 else 1 end as step\nfrom ${from}\n)`,
    `${name}_runs as (\nselect *, sum(step) over (${order} rows unbounded preceding) as run, row_number() over (${order}) as place\nfrom ${name}_steps\n)`,
    `${name} as (\nselect firm, year, count(*) over (partition by k) as present, ${direction === 'more' ? share : `1e0 - ${share}`} as share\nfrom ${name}_runs\n)`,
  ];
}
