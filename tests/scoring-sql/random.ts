import { type Column, numberColumn, packWords, REASON, setColumn, textColumn, type TruthColumn } from '../../scoring/column';
import { type ValueKind } from '../../scoring/formula/tree';
import { type Panel } from '../../scoring/panel';
import { isRelative } from '../../scoring/rules/relative';
import { type BestOption, type Group, type Indicator, type Mean, type Peers, type Rule, type Scheme } from '../../scoring/scheme/format';

/** Seeded: mulberry32, so that a failing case can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = () => number;
const below = (draw: Draw, n: number): number => Math.floor(draw() * n);
const pick = <T>(draw: Draw, list: readonly T[]): T => list[below(draw, list.length)]!;
/** Few distinct values, so that ties, zeros, negatives and boundaries are common. */
const figure = (draw: Draw): number => pick(draw, [0, 0, 1, 2, 3, 5, 0.3, 0.1 + 0.2, -1, -4, 10, 57, 1e6, 12.5]);

function cells<T>(draw: Draw, rows: number, value: () => T, gaps = 0.15): (T | null)[] {
  return Array.from({ length: rows }, () => (draw() < gaps ? null : value()));
}
function truth(list: readonly (boolean | null)[]): TruthColumn {
  return {
    kind: 'truth',
    values: Float64Array.from(list, (value) => (value === null ? NaN : Number(value))),
    reasons: Uint8Array.from(list, (value) => (value === null ? REASON.blank : 0)),
  };
}

const WORDS = ['机械', '医药', `it's "x"`];
/** Codes of every level, names of a section and a division, and words of which the firms' codes share a group, a section or nothing. */
const CODES = ['C3973', '3971', 'C39', '制造业', 'I6513', '软件和信息技术服务业', '新材料', '装备', '数字文创'];
const CODES_OF: Readonly<Record<string, readonly (string | null)[]>> = {
  制造业: ['C3973', 'C2641', 'I6513', null],
  软件和信息技术服务业: ['I6520', '不详'],
  新材料: ['C2641', '2645', 'C2641', null],
  装备: ['C3491', 'C3562', 'C34'],
  数字文创: ['R8710', 'I6422'],
};
function industries(draw: Draw, rows: number, words: readonly string[]): [string, Column][] {
  const industry = cells(draw, rows, () => pick(draw, words));
  const code = industry.map((word) => pick(draw, CODES_OF[word ?? '制造业'] ?? [null]));
  return [['industry', textColumn(industry)], ...(words === CODES ? [['industry_code', textColumn(code)] as [string, Column]] : [])];
}

/** A panel of some firms over 2020 to 2023, some firm-years absent; numbers a b c, yes/no q r, industry, titles, and a_p1 as a file gives it. */
export function randomPanel(seed: number, firms = 30): Panel {
  const draw = seeded(seed);
  const places = Array.from({ length: firms * 4 }, (_, at) => ({ firm: at >> 2, year: 2020 + (at & 3) })).filter(() => draw() < 0.85);
  const rows = places.length;
  const fields = new Map<string, Column>([
    ...['a', 'b', 'c', 'a_p1'].map((id): [string, Column] => [id, numberColumn(cells(draw, rows, () => figure(draw)))]),
    ...['q', 'r'].map((id): [string, Column] => [id, truth(cells(draw, rows, () => draw() < 0.3))]),
    ['found_date', numberColumn(cells(draw, rows, () => below(draw, 19000)))],
    ...industries(draw, rows, seed % 2 === 0 ? WORDS : CODES),
    ['titles', setColumn(cells(draw, rows, () => ['高企', '专精特新'].filter(() => draw() < 0.4)))],
  ]);
  return {
    rows,
    firm: Int32Array.from(places, ({ firm }) => firm),
    firmKeys: packWords(Array.from({ length: firms }, (_, at) => `F${String(at).padStart(4, '0')}`)),
    year: Int32Array.from(places, ({ year }) => year),
    name: textColumn(places.map(({ firm }) => `示例${firm}`)),
    fields,
    currency: 'CNY',
  };
}

const NUMBERS = [
  'a',
  'a / b',
  'growth(a)',
  'cagr(b, 2)',
  'previous(c, 1) - c',
  'mean_years(a, 2)',
  'sum_years(b, 3)',
  'min(a, b, c)',
  'log(a + 1)',
  'if(a > b, a, c)',
  'abs(c) * 2',
  'age',
  'abs(c) + 1',
  'abs(b) * 3 + 0.5',
];
const TRUTHS = [
  'q',
  'not r',
  'a > b',
  'q and r',
  'q or a = 0.3',
  "industry = '机械'",
  "'高企' in titles",
  "industry in ('医药', '无')",
  'a is missing',
  'growth(a) >= 10%',
];

const name = { zh: '示例', en: 'example' };
const tier = (from: number | null, to: number | null, points: number | [number, number]) => ({ from, to, points });
const PLAIN = 11;

function peers(draw: Draw, staged: boolean): Peers {
  if (draw() < 0.6) return {};
  const within = pick(draw, staged ? (['industry', 'stage', 'industry*stage'] as const) : (['industry'] as const));
  return draw() < 0.3 ? { within } : { within, least: 2 + below(draw, 9) };
}

function plainRule(draw: Draw, kind: number, staged: boolean): BestOption['rule'] {
  switch (kind) {
    case 0:
      return { is: 'tiers', tiers: [tier(5, null, 10), tier(0.3, 5, draw() < 0.4 ? [6, 8.5] : 6), tier(null, 0.3, 1)] };
    case 1:
      return { is: 'tiers', tiers: [{ ...tier(null, 0, 0), toClosed: true }, { ...tier(0, 10, 4), fromOpen: true }, tier(10, null, 10)] };
    case 2:
      return pick(draw, [{ is: 'linear', from: 0, to: 10 } as const, { is: 'linear', from: 5, to: -1 } as const]);
    case 3:
      return { is: 'log', full: 20 };
    case 4:
      return pick(draw, [{ is: 'per-unit', perUnit: 2 } as const, { is: 'per-unit', perUnit: 2, cap: 7 } as const]);
    case 5:
      return { is: 'goalposts', low: 0, high: 12 };
    case 6:
      return { is: 'min-max', ...peers(draw, staged) };
    case 7:
      return { is: 'percentile', ...peers(draw, staged) };
    case 8:
      return { is: 'ratio', ...peers(draw, staged) };
    case 9:
      return { is: 'z-score', from: pick(draw, [-2, -0.5]), to: pick(draw, [0.5, 3]), ...peers(draw, staged) };
    default:
      return { is: 'target', target: pick(draw, [0, 3, 12, 57]), ...peers(draw, staged) };
  }
}

function indicator(draw: Draw, at: number, stages: readonly string[]): Indicator {
  const kind = below(draw, PLAIN + 2);
  const staged = stages.length > 0;
  const rule: Rule =
    kind === PLAIN
      ? { is: 'flag' }
      : kind === PLAIN + 1
        ? {
            is: 'best-of',
            options: [0, 1, 2].map((option) => ({
              id: `o${option}`,
              name,
              formula: pick(draw, NUMBERS),
              rule: plainRule(draw, below(draw, PLAIN), staged),
            })),
          }
        : plainRule(draw, kind, staged);
  const weight = draw() < 0.08 ? 0 : 5 + below(draw, 20);
  const direction = pick(draw, ['more', 'less'] as const);
  return {
    id: `i${at}`,
    name,
    group: pick(draw, ['g0', 'g1', 'plus']),
    ...(kind === PLAIN + 1 ? {} : { formula: pick(draw, kind === PLAIN ? TRUTHS : NUMBERS) }),
    rule,
    of: 10,
    ...(draw() < 0.5
      ? { weight: stages.length > 0 ? Object.fromEntries(stages.map((id, stage) => [id, weight + stage * 3])) : weight }
      : {}),
    direction,
    missing: pick(draw, ['zero', 'zero', 'zero', 'skip', 'skip', 'fail']),
    ...treatment(draw, rule),
    provenance: 'illustrative',
  };
}

function treatment(draw: Draw, rule: Rule): Pick<Indicator, 'treatment'> {
  if (!isRelative(rule) || draw() < 0.5) return {};
  const mayLog = rule.is === 'min-max' || rule.is === 'z-score';
  const log = mayLog && draw() < 0.6 ? { log: true as const } : {};
  const winsorise =
    'log' in log && draw() < 0.5 ? {} : { winsorise: pick(draw, [[0.05, 0.95] as const, [0, 0.8] as const, [0.3, 1] as const]) };
  return { treatment: { ...winsorise, ...log } };
}

function mean(draw: Draw): Mean {
  const floor = pick(draw, [0.01, 0.1]);
  return pick<Mean>(draw, [
    { is: 'arithmetic' },
    { is: 'geometric', floor },
    { is: 'harmonic', floor },
    { is: 'power', power: -0.5, floor },
    { is: 'power', power: 2, floor: 0 },
  ]);
}

/** A scheme of every kind of rule, stage, gate, veto, deduction and policy. */
export function randomScheme(seed: number): Scheme {
  const draw = seeded(seed * 7919 + 1);
  const staged = draw() < 0.6;
  const stages = staged
    ? [{ id: 's0', name, when: 'a < 1' }, { id: 's1', name, when: 'b > 2' }, ...(draw() < 0.5 ? [{ id: 's2', name, when: 'true' }] : [])]
    : [];
  const condition = (id: string) => ({ id, name, formula: pick(draw, TRUTHS), provenance: 'illustrative' as const });
  const group = (id: string, kind: Group['kind']): Group => ({ id, name, kind, provenance: 'illustrative' });
  return {
    format: 1,
    id: `random-${seed}`,
    version: '1',
    name,
    effective: { from: null, to: null },
    currency: 'CNY',
    comparison: pick(draw, ['year', 'year*stage', 'year*industry', 'all']),
    stages,
    defaultStage: staged && draw() < 0.5 ? 's1' : null,
    stageProvenance: null,
    groups: [group('g0', 'base'), group('g1', 'base'), group('plus', 'bonus')],
    indicators: Array.from({ length: 9 }, (_, at) =>
      indicator(
        draw,
        at,
        stages.map(({ id }) => id),
      ),
    ),
    deductions: [
      { id: 'd0', name, formula: pick(draw, TRUTHS), points: 3, provenance: 'illustrative' },
      { id: 'd1', name, formula: 'b', perUnit: 2, cap: 5, provenance: 'illustrative' },
    ],
    deductionCap: draw() < 0.5 ? 6 : null,
    gates: draw() < 0.5 ? [condition('gate')] : [],
    vetoes: draw() < 0.7 ? [condition('veto')] : [],
    pass: null,
    cap: draw() < 0.5 ? 60 : null,
    minimumCoverage: pick(draw, [0, 0.5, 0.8]),
    ...(draw() < 0.3 ? { minimumGroupCoverage: pick(draw, [0.5, 2 / 3]) } : {}),
    ...(draw() < 0.5
      ? { means: { ...(draw() < 0.7 ? { indicators: mean(draw) } : {}), ...(draw() < 0.7 ? { groups: mean(draw) } : {}) } }
      : {}),
    provenance: 'illustrative',
    sources: [],
  };
}

/** Kinds of the random panel's fields. */
export function kindOf(field: string): ValueKind | null {
  if (['q', 'r'].includes(field)) return 'truth';
  if (field === 'industry' || field === 'industry_code') return 'text';
  return field === 'titles' ? 'set' : 'number';
}
