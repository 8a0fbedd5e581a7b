import { beforeAll, describe, expect, it } from 'vitest';
import type {
  ChangeAnswer,
  ChartAnswer,
  ChartRefusal,
  ConcentrationAnswer,
  GroupsAnswer,
  HeatAnswer,
  MatrixAnswer,
  Quantiles,
  RelationAnswer,
  SegmentRow,
  SegmentsAnswer,
  SpreadAnswer,
} from '../../../scoring/distribution/format';
import type { Answer } from '../../../scoring/statistics/answer';
import { firstWords, localeOf } from '../../../src/i18n';
import { findingOf, summaryOf } from '../../../src/views/distributions/panels/finding-of';
import { tailOf } from '../../../src/views/distributions/panels/spread-finding';
import { strengthOf } from '../../../src/views/distributions/panels/relation-finding';
import * as given from '../../fixtures/distribution-answers';
import { loadWords } from '../../fixtures/words';

beforeAll(async () => {
  await firstWords('en');
  await loadWords();
});

const ABOUT = { currency: 'CNY', year: 2024 };
const said = (answer: ChartAnswer | ChartRefusal, about: { currency: string; year: number | null } = ABOUT): [string, string] => [
  findingOf(answer, about, localeOf('zh')),
  findingOf(answer, about, localeOf('en')),
];
const num = (value: number, n = 100): Answer => ({ value, reason: null, n });
const none = (reason: NonNullable<Answer['reason']>, n = 0): Answer => ({ value: null, reason, n });

const NOBODY: Quantiles = {
  n: 0,
  missing: 7,
  zero: 0,
  p5: null,
  p10: null,
  p25: null,
  p50: null,
  p75: null,
  p90: null,
  p95: null,
  mean: null,
  pooled: null,
};
/** Quantiles of n firms, zeros counted. */
function quantiles(n: number, [p10, p25, p50, p75, p90]: readonly [number, number, number, number, number], zero = 0): Quantiles {
  return { n, missing: 7, zero, p5: p10, p10, p25, p50, p75, p90, p95: p90, mean: p50, pooled: null };
}
const flat = (n: number, value: number, zero = 0): Quantiles => quantiles(n, [value, value, value, value, value], zero);

function spread(all: Quantiles, change: Partial<SpreadAnswer> = {}): SpreadAnswer {
  const { bars } = given.SPREAD;
  return {
    ...given.SPREAD,
    all,
    account: { rows: all.n + 7, present: all.n, left: [{ why: 'blank', count: 7 }], zero: all.zero, negative: 0 },
    bars: { ...bars, rule: all.p10 === all.p90 ? 'one' : 'freedman-diaconis' },
    pins: [],
    ...change,
  };
}

describe('the finding of a spread', () => {
  it.each<[string, SpreadAnswer, string, string]>([
    ['nobody', spread(NOBODY), '没有企业有研发强度', 'No firms with R&D intensity'],
    ['one firm', spread(flat(1, 0.05)), '只有 1 家有研发强度：5%', 'R&D intensity: only 1 firm with a value, 5%'],
    [
      'two firms',
      spread(quantiles(2, [0.022, 0.025, 0.03, 0.035, 0.038])),
      '只有 2 家有研发强度，中位 3%',
      'R&D intensity: only 2 firms with a value, median 3%',
    ],
    ['all equal', spread(flat(40, 0.03)), '40 家的研发强度都是 3%', 'R&D intensity: all 40 firms at 3%'],
    ['all zero', spread(flat(40, 0, 40)), '40 家的研发强度都是 0%', 'R&D intensity: all 40 firms at 0%'],
    [
      'mostly zero',
      spread(quantiles(100, [0, 0, 0, 0.01, 0.042], 62)),
      '62% 的企业恰为 0，P90 为 4.2%',
      '62% of the firms are at exactly 0; P90 is 4.2%',
    ],
    [
      'a lump',
      spread(quantiles(100, [0.01, 0.03, 0.03, 0.03, 0.09])),
      '居中一半的企业都是 3%',
      'The middle half of the firms are all at 3%',
    ],
    [
      'a long right tail',
      spread(quantiles(100, [0.014, 0.027, 0.045, 0.073, 0.109])),
      '50% 的企业在 2.7–7.3% 之间，右尾很长',
      'Half of the firms lie within 2.7–7.3%; long right tail',
    ],
    [
      'even sides, and figures that differ in the third place',
      spread(quantiles(100, [0.1, 0.1012, 0.102, 0.1034, 0.104])),
      '50% 的企业在 10.1–10.3% 之间，两侧大致对称',
      'Half of the firms lie within 10.1–10.3%; about even on both sides',
    ],
    [
      'a long left tail, below 0',
      spread(quantiles(100, [-0.3, -0.12, 0, 0.04, 0.06])),
      '50% 的企业在 -12 到 4% 之间，左尾很长',
      'Half of the firms lie within -12 to 4%; long left tail',
    ],
  ])('with %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
  it('counts firm-years where a frame holds every year', () => {
    expect(said(spread(flat(40, 0.03)), { currency: 'CNY', year: null })).toEqual([
      '40 条企业年度记录的研发强度都是 3%',
      'R&D intensity: all 40 firm-years at 3%',
    ]);
  });
  it('writes money in one unit', () => {
    const money = spread(quantiles(100, [1e6, 2.5e6, 5e6, 1.2e7, 4e7]), { measure: given.EXPENSE });
    expect(said(money)).toEqual([
      '50% 的企业在 250–1,200 万元 之间，右尾很长',
      'Half of the firms lie within 2.5–12 million CNY; long right tail',
    ]);
  });
  it.each([
    // Kelly's coefficients: 0.347 of the picture, 0.2, 0.1, −0.2, −0.4.
    [[1.4, 4.5, 10.9], 'right_long'],
    [[0, 4, 10], 'right'],
    [[0, 4.5, 10], 'even'],
    [[0, 6, 10], 'left'],
    [[0, 7, 10], 'left_long'],
  ] as const)('P10, P50 and P90 of %j have the tail %s', ([p10, p50, p90], tail) => {
    expect(tailOf(quantiles(100, [p10, p10, p50, p90, p90]))).toBe(tail);
  });
});

function segments(rows: readonly [string, Quantiles][], change: Partial<SegmentsAnswer> = {}): SegmentsAnswer {
  const bare = { name: null, selected: 0, letters: null, box: null, density: null, bars: null, beyond: 0 };
  return {
    ...given.SEGMENTS,
    rows: rows.map(([value, figures]): SegmentRow => ({ value, figures, ...bare })),
    spreadOfMedians: null,
    pins: [],
    ...change,
  };
}
const about = (n: number, median: number, reach: number): Quantiles =>
  quantiles(n, [median - reach / 2, median, median, median, median + reach / 2]);

describe('the finding of segments', () => {
  it.each<[string, SegmentsAnswer, string, string]>([
    ['nobody', segments([['A', NOBODY]]), '各产业都没有值', 'Industry: no value anywhere'],
    [
      'one segment',
      segments([
        ['A', about(20, 0.05, 0.02)],
        ['B', NOBODY],
      ]),
      '只有A有值，中位 5%',
      'Only A has values, median 5%',
    ],
    [
      'only small ones',
      segments([
        ['A', about(3, 0.05, 0.02)],
        ['B', about(12, 0.03, 0.02)],
      ]),
      '满 10 家的产业不足两个；企业最多的B中位 3%',
      'Industry: fewer than two with 10 firms; the largest, B, has median 3%',
    ],
    [
      'more difference within',
      segments(
        [
          ['A', about(20, 0.08, 0.1)],
          ['B', about(20, 0.02, 0.08)],
        ],
        { spreadOfMedians: 4 },
      ),
      '各产业的中位数最高为最低的 4 倍，产业之内差得更多',
      'Industry: the highest median is 4 times the lowest; firms differ more within than that',
    ],
    [
      'less difference within',
      segments(
        [
          ['A', about(20, 0.08, 0.01)],
          ['B', about(20, 0.02, 0.02)],
        ],
        { spreadOfMedians: 4 },
      ),
      '各产业的中位数最高为最低的 4 倍，产业之内差得较少',
      'Industry: the highest median is 4 times the lowest; firms differ less within',
    ],
    [
      'medians below 0, which have no ratio',
      segments([
        ['A', about(20, 0.08, 0.1)],
        ['B', about(20, -0.02, 0.1)],
      ]),
      '各产业的中位数在 -2 到 8%，产业之内差得相仿',
      'Industry: medians lie within -2 to 8%; firms differ about as much within',
    ],
    [
      'all equal',
      segments([
        ['A', flat(20, 0.03)],
        ['B', flat(20, 0.03)],
      ]),
      '各产业的中位数都是 3%',
      'Industry: every median is 3%',
    ],
    [
      'years',
      segments(
        [
          ['2020', about(20, 0.039, 0.1)],
          ['2024', about(20, 0.045, 0.1)],
        ],
        { by: 'year' },
      ),
      '2020 到 2024 年，研发强度的中位由 3.9% 升到 4.5%',
      'R&D intensity: the median rose from 3.9% in 2020 to 4.5% in 2024',
    ],
  ])('with %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
  it('cuts a name of 200 signs in the title and names the known "none"', () => {
    const long = '长'.repeat(200);
    const [zh] = said(segments([[long, about(20, 0.05, 0.02)]]));
    expect(zh.length).toBeLessThan(60);
    expect(said(segments([['', about(20, 0.05, 0.02)]]))[0]).toBe('只有未归产业有值，中位 5%');
  });
});

function groups(cliff: Answer, size: GroupsAnswer['pairs'][number]['size']): GroupsAnswer {
  return { ...given.GROUPS, groups: given.GROUPS.groups.slice(0, 2), pairs: [{ ...given.GROUPS.pairs[0]!, cliff, size }], kruskal: null };
}

describe('the finding of groups', () => {
  it.each<[string, GroupsAnswer, string, string]>([
    ['none chosen', { ...given.GROUPS, groups: [], pairs: [] }, '请选两个以上的产业来比较', 'Choose two or more to compare (Industry)'],
    [
      'too few firms',
      groups(none('too_few'), null),
      '集成电路与生物医药不能比较：企业太少',
      '集成电路 and 生物医药 cannot be compared: too few firms',
    ],
    [
      'nothing between them',
      groups(num(-0.1), 'negligible'),
      '生物医药与集成电路几乎没有差别（Cliff δ = 0.10）',
      '生物医药 and 集成电路 hardly differ (Cliff’s δ = 0.10)',
    ],
    [
      'the second one higher',
      groups(num(-0.4), 'medium'),
      '生物医药多高于集成电路，仍有不少重叠（Cliff δ = 0.40）',
      '生物医药 tends to be above 集成电路, with some overlap (Cliff’s δ = 0.40)',
    ],
    [
      'three groups',
      given.GROUPS,
      '3 对之中差得最开的：集成电路大多高于现代农业（Cliff δ = 0.93）',
      'Furthest apart of 3 pairs: 集成电路 is mostly above 现代农业 (Cliff’s δ = 0.93)',
    ],
  ])('with %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
});

function change(before: Quantiles, after: Quantiles): ChangeAnswer {
  return {
    ...given.CHANGE,
    before: { ...given.CHANGE.before, figures: before },
    after: { ...given.CHANGE.after, figures: after },
  };
}

describe('the finding of a change', () => {
  const before = quantiles(100, [0.01, 0.02, 0.04, 0.06, 0.1]);
  it.each<[string, ChangeAnswer, string, string]>([
    [
      'nobody before',
      change(NOBODY, before),
      '2023 年没有企业有研发强度，无从比较',
      'Nobody has R&D intensity in 2023: nothing to compare',
    ],
    [
      'no move, of less than a twentieth of P25–P75',
      change(before, quantiles(100, [0.01, 0.02, 0.0415, 0.06, 0.1])),
      '研发强度从 2023 到 2024 年几乎未动：中位 4% → 4.2%',
      'R&D intensity hardly moved from 2023 to 2024: median 4% → 4.2%',
    ],
    [
      'the top alone',
      change(before, quantiles(100, [0.01, 0.02, 0.04, 0.07, 0.12])),
      '研发强度从 2023 到 2024 年中位几乎未动，高端动了：P90 10% → 12%',
      'R&D intensity, 2023 to 2024: the middle hardly moved, the top did: P90 10% → 12%',
    ],
    [
      'the bottom alone',
      change(before, quantiles(100, [0.005, 0.02, 0.04, 0.06, 0.1])),
      '研发强度从 2023 到 2024 年中位几乎未动，低端动了：P10 1% → 0.5%',
      'R&D intensity, 2023 to 2024: the middle hardly moved, the bottom did: P10 1% → 0.5%',
    ],
    [
      'the middle',
      change(before, quantiles(100, [0.01, 0.02, 0.05, 0.06, 0.11])),
      '研发强度从 2023 到 2024 年中位 4% → 5%',
      'R&D intensity, 2023 to 2024: median 4% → 5%',
    ],
    [
      'the top more than the middle',
      change(before, quantiles(100, [0.01, 0.02, 0.045, 0.06, 0.13])),
      '研发强度从 2023 到 2024 年中位 4% → 4.5%，高端动得更多：P90 10% → 13%',
      'R&D intensity, 2023 to 2024: median 4% → 4.5%; the top moved more: P90 10% → 13%',
    ],
    [
      'all equal in both years',
      change(flat(9, 0.03), flat(9, 0.03)),
      '研发强度从 2023 到 2024 年几乎未动：中位 3% → 3%',
      'R&D intensity hardly moved from 2023 to 2024: median 3% → 3%',
    ],
  ])('with %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
});

describe('the finding of concentration', () => {
  const refused = (reason: NonNullable<Answer['reason']>): ConcentrationAnswer => ({ ...given.CONCENTRATION, gini: none(reason, 40) });
  it.each<[string, ConcentrationAnswer, string, string]>([
    ['many', given.CONCENTRATION, '研发费用的 Gini 为 0.86；前 10 家占 19%', 'R&D expenditure: Gini 0.86; the 10 largest hold 19%'],
    [
      'seven',
      { ...given.CONCENTRATION, gini: num(0.5, 7), top: [{ firm: 'F', name: '甲', value: 9, share: 0.4 }] },
      '研发费用的 Gini 为 0.50；共 7 家，最大一家占 40%',
      'R&D expenditure: Gini 0.50; 7 firms, the largest holds 40%',
    ],
    [
      'values below 0',
      refused('negative'),
      '研发费用算不了集中度：有负值',
      'R&D expenditure: concentration cannot be computed, a value below 0',
    ],
    [
      'nothing to share',
      refused('no_total'),
      '研发费用算不了集中度：合计为 0',
      'R&D expenditure: concentration cannot be computed, the total is 0',
    ],
    ['nobody', refused('too_few'), '研发费用算不了集中度：企业太少', 'R&D expenditure: concentration cannot be computed, too few firms'],
  ])('of %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
});

describe('the finding of a relation', () => {
  const relation = (spearman: Answer, present = 100): RelationAnswer => ({
    ...given.RELATION,
    account: { ...given.RELATION.account, present },
    spearman,
  });
  it.each<[string, RelationAnswer, string, string]>([
    [
      'nobody with both',
      relation(none('too_few'), 0),
      '技术创新与三年营收复合增长算不了相关：没有企业两项都有',
      'Technology and Three-year revenue growth: no correlation, no firm has both',
    ],
    [
      'a constant',
      relation(none('constant', 50)),
      '技术创新与三年营收复合增长算不了相关：数值都相同',
      'Technology and Three-year revenue growth: no correlation, all values equal',
    ],
    [
      'nine firms',
      relation(num(0.9, 9), 9),
      '技术创新与三年营收复合增长：只有 9 家两项都有，不下结论（Spearman ρ = 0.90）',
      'Technology and Three-year revenue growth: only 9 firms with both, too few to say (Spearman ρ = 0.90)',
    ],
    [
      'no relation, written without a minus of nothing',
      relation(num(-0.004)),
      '技术创新与三年营收复合增长几乎不相随（Spearman ρ = 0.00）',
      'Technology and Three-year revenue growth hardly go together (Spearman ρ = 0.00)',
    ],
    [
      'a weak one',
      relation(num(0.21)),
      '技术创新较高的，三年营收复合增长也稍高，但很分散（Spearman ρ = 0.21）',
      'With higher Technology, Three-year revenue growth is a little higher, but widely scattered (Spearman ρ = 0.21)',
    ],
    [
      'a strong one the other way',
      relation(num(-0.8)),
      '技术创新越高的，三年营收复合增长大多越低（Spearman ρ = -0.80）',
      'The higher Technology, the lower mostly Three-year revenue growth (Spearman ρ = -0.80)',
    ],
  ])('with %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
  it.each([
    [0.0999, 'none'],
    [-0.1, 'weak'],
    [0.3, 'moderate'],
    [-0.5, 'fair'],
    [0.7, 'strong'],
  ] as const)('a coefficient of %d is %s', (value, strength) => {
    expect(strengthOf(value)).toBe(strength);
  });
});

describe('the finding of a matrix', () => {
  const two = (answer: Answer): MatrixAnswer => ({
    ...given.MATRIX,
    measures: given.MATRIX.measures.slice(0, 2),
    cells: [
      [num(1), answer],
      [answer, num(1)],
    ],
  });
  it.each<[string, MatrixAnswer, string, string]>([
    [
      'one measure',
      { ...given.MATRIX, measures: [given.INTENSITY], cells: [[num(1)]] },
      '至少要两项指标才有相关',
      'A correlation needs two measures or more',
    ],
    ['all refused', two(none('constant')), '没有一对指标算得出相关：数值都相同', 'No pair has a correlation: all values equal'],
    [
      'weak ones',
      two(num(-0.21)),
      '没有明显相随的指标（Spearman ρ 绝对值最大 0.21）',
      'No two measures clearly go together (largest Spearman ρ is 0.21 in size)',
    ],
    [
      'one against another',
      two(num(-0.6)),
      '最相背的一对：研发强度与研发费用（Spearman ρ = -0.60）',
      'R&D intensity and R&D expenditure run against each other most (Spearman ρ = -0.60)',
    ],
    [
      'four measures',
      given.MATRIX,
      '最相随的一对：研发费用与发明专利（Spearman ρ = 0.63）',
      'R&D expenditure and Invention patents go together most (Spearman ρ = 0.63)',
    ],
  ])('of %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
});

describe('the finding of a heat map', () => {
  const cut = (rows: HeatAnswer['rows']): HeatAnswer => ({ ...given.HEAT, rows });
  const cell = (value: number, n: number) => ({ value: num(value, n), n, firms: n });
  const empty = { value: none('too_few'), n: 0, firms: 0 };
  it.each<[string, HeatAnswer, string, string]>([
    [
      'three industries',
      given.HEAT,
      '2024 年中位数：集成电路最高（8.3%），软件与信息服务最低（5.7%）',
      '2024, median: highest in 集成电路 (8.3%), lowest in 软件与信息服务 (5.7%)',
    ],
    ['nobody', cut([]), '没有一格满 10 家而有中位数', 'No cell of 10 firms or more has a median'],
    [
      'a last year of small cells',
      cut([{ value: 'A', name: null, cells: [cell(0.02, 30), cell(0.03, 30), cell(0.9, 4)] }]),
      '2023 年中位数：A 3%',
      '2023, median: A 3%',
    ],
    [
      'equal cells',
      cut(['A', 'B'].map((value) => ({ value, name: null, cells: [empty, empty, cell(0.02, 30)] }))),
      '2024 年各组中位数都是 2%',
      '2024, median: 2% everywhere',
    ],
    [
      'shares of missing',
      { ...cut([{ value: 'A', name: null, cells: [empty, empty, cell(0.125, 30)] }]), statistic: 'missing' },
      '2024 年缺失占比：A 12.5%',
      '2024, share missing: A 12.5%',
    ],
  ])('of %s', (_, answer, zh, en) => {
    expect(said(answer)).toEqual([zh, en]);
  });
});

describe('a refusal', () => {
  const refusal = (why: ChartRefusal['why'], text: string): ChartRefusal =>
    why === 'bad_formula' ? { is: 'refused', why, given: text, at: 4 } : { is: 'refused', why, given: text };
  it.each([
    [refusal('unknown_measure', 'figure:x'), '没有“figure:x”这一项，可能已从方案中去掉。请另选一项。'],
    [refusal('bad_formula', 'rd / / revenue'), '公式“rd / / revenue”第 5 个字符处有误，没有计算。请改公式。'],
    [refusal('not_offered', 'chain'), '当前数据没有“产业链”这种分法。请另选一种。'],
    [refusal('one_year', '2024'), '只有 2024 年的数据，没有别的年度可比。请载入另一年的文件。'],
  ])('says why and what to do: %j', (answer, zh) => {
    expect(summaryOf(answer, ABOUT, localeOf('zh'))).toBe(zh);
    expect(said(answer)).toEqual(['这张图画不出来', 'This chart cannot be drawn']);
  });
});

it('no title speaks of causes or of p', () => {
  const titles = Object.values(given)
    .filter((one): one is ChartAnswer => typeof one === 'object' && 'is' in one)
    .flatMap((answer) => said(answer));
  expect(titles).toHaveLength(18);
  expect(titles.filter((title) => /\bp =|导致|带动|促进|because|cause|effect|driv|significant|显著/i.test(title))).toEqual([]);
});
it.each(['zh', 'en'] as const)('every summary in %s is whole sentences without a hole', (language) => {
  const summaries = Object.values(given)
    .filter((one): one is ChartAnswer => typeof one === 'object' && 'is' in one)
    .map((answer) => summaryOf(answer, ABOUT, localeOf(language)));
  expect(summaries.filter((summary) => /undefined|NaN|null/.test(summary) || !/[。.]$/.test(summary))).toEqual([]);
});
