import { describe, expect, it } from 'vitest';
import type {
  ChartAnswer,
  GroupsAnswer,
  HeatAnswer,
  MatrixAnswer,
  RelationAnswer,
  SegmentsAnswer,
  SpreadAnswer,
} from '../../scoring/distribution/format';
import { addWords, firstWords, localeOf } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import type { FileTable } from '../../src/publish/chart-sheet';
import { chartTable, tableCsv } from '../../src/publish/chart-table';
import { CHANGE, CONCENTRATION, GROUPS, HEAT, MATRIX, RELATION, SEGMENTS, SPREAD } from '../fixtures/distribution-answers';
import { accountOf, few, figuresOf, found, MEASURE, rowOf } from '../scoring/distribution/guard-given';

addWords(zh, en);
await firstWords('en');
const about = { locale: localeOf('zh'), currency: 'CNY', isGuarded: true };
const RATIO = {
  ...MEASURE,
  id: 'figure:rd_intensity',
  name: { zh: '研发强度', en: 'R&D intensity' },
  kind: 'ratio',
  unit: '%',
  logUnit: 0.01,
} as const;

/** Lines as `head: cell`, empty cells left out. */
function linesOf({ heads, rows }: FileTable): string[] {
  return rows.map((row) =>
    heads.flatMap((head, at) => (row[at] === null || row[at] === undefined ? [] : [`${head}: ${row[at]}`])).join(' | '),
  );
}
const lines = (answer: ChartAnswer, more: Partial<typeof about> = {}): string[] => linesOf(chartTable(answer, { ...about, ...more }));

const SMALL_SPREAD: SpreadAnswer = {
  is: 'spread',
  measure: RATIO,
  account: accountOf(60, [7], { zero: 10 }),
  all: figuresOf(60, { missing: 7, zero: 10, p5: null, p95: null, pooled: 0.07, mean: 0.07 }, 0.001),
  selected: null,
  suggestsLog: false,
  refusesLog: false,
  bars: {
    edges: [0, 0.05, 0.1],
    isLog: false,
    rule: 'freedman-diaconis',
    ruleWidth: 0.04,
    zeroApart: true,
    all: { bins: [NaN, NaN], missing: 7, zero: 10, below: 0, above: 6 },
    selected: null,
  },
  ecdf: null,
  density: null,
  strip: null,
  pins: [],
};

describe('a spread', () => {
  it('is a line of figures, where the rows went, and the bars; ratios in per cent', () => {
    expect(lines(SMALL_SPREAD)).toEqual([
      '部分: 概览 | 项目: 全部 | n: 60 | 缺失: 7 | 零: 10 | P10（%）: 1 | P25（%）: 2.5 | P50（%）: 5 | P75（%）: 7.5 | P90（%）: 9 | 均值（%）: 7 | 合计比（%）: 7 | 说明: 未列出：P5（%）、P95（%）',
      '部分: 去向 | 项目: 有值 | n: 60',
      '部分: 去向 | 项目: 文件中为空 | n: 7',
      '部分: 去向 | 项目: 全部记录 | n: 67',
      '部分: 箱 | 从（含）（%）: 0 | 到（%）: 5 | 说明: 未列出：n',
      '部分: 箱 | 从（含）（%）: 5 | 到（%）: 10 | 说明: 未列出：n',
      '部分: 单列 | 项目: 零 | n: 10',
      '部分: 单列 | 项目: 低于所示范围 | 到（%）: 0 | n: 0',
      '部分: 单列 | 项目: 不低于所示上限 | 从（含）（%）: 10 | n: 6',
      '部分: 单列 | 项目: 缺失 | n: 7',
    ]);
  });

  it('of steps lists the steps and no bars', () => {
    const ecdf = { all: { at: [0.01, 0.02], height: [0.25, 0.75] }, selected: null };
    const table = lines({ ...SMALL_SPREAD, ecdf });
    expect(table.filter((line) => line.startsWith('部分: 箱'))).toEqual([]);
    expect(table.slice(-2)).toEqual([
      '部分: 累计曲线 | 项目: 全部 | 数值（%）: 1 | 累计占比（%）: 25',
      '部分: 累计曲线 | 项目: 全部 | 数值（%）: 2 | 累计占比（%）: 75',
    ]);
  });

  it('of money is in the currency of the panel', () => {
    const [head] = [
      chartTable({ ...SMALL_SPREAD, measure: MEASURE }, { ...about, currency: 'EUR' }).heads.find((one) => one.startsWith('P50')),
    ];
    expect(head).toBe('P50（EUR）');
  });

  it('that no guard has seen calls nothing withheld', () => {
    expect(lines(SMALL_SPREAD, { isGuarded: false })[0]).not.toContain('未列出');
  });
});

it('segments are a line each and one of all; what is hidden is empty and named', () => {
  const answer: SegmentsAnswer = {
    is: 'segments',
    measure: MEASURE,
    account: accountOf(103),
    by: 'industry',
    rows: [
      rowOf('软件', figuresOf(100), { letters: { lower: [50, 25], upper: [50, 75] } }),
      rowOf('', figuresOf(NaN, { p5: null, p10: null, p25: null, p50: null, p75: null, p90: null, p95: null, mean: null })),
    ],
    total: rowOf('', figuresOf(103)),
    overlaps: false,
    low: 0,
    high: 9,
    isLog: false,
    suggestsLog: false,
    refusesLog: false,
    spreadOfMedians: null,
    pins: [],
  };
  const [first, second, third] = lines(answer);
  expect(first).toBe(
    '部分: 概览 | 产业: 软件 | n: 100 | 缺失: 0 | 零: 0 | P5（元）: 5 | P10（元）: 10 | P25（元）: 25 | P50（元）: 50 | P75（元）: 75 | P90（元）: 90 | P95（元）: 95 | 均值（元）: 50 | M（元）: 50 | F 下（元）: 25 | F 上（元）: 75',
  );
  expect(second).toBe(
    '部分: 概览 | 产业: 未归产业 | 缺失: 0 | 零: 0 | 说明: 未列出：n、P5（元）、P10（元）、P25（元）、P50（元）、P75（元）、P90（元）、P95（元）、均值（元）',
  );
  expect(third).toContain('产业: 全部企业 | n: 103');
});

it('a pair of groups says its effect and why a statistic has none', () => {
  const answer: GroupsAnswer = {
    ...GROUPS,
    pairs: [{ ...GROUPS.pairs[0]!, kolmogorov: { d: { value: null, reason: 'constant', n: 1045 }, p: few(NaN) } }],
  };
  const found = lines(answer);
  expect(found).toContain('部分: 两组比较 | 产业: 集成电路 | 与: 生物医药 | 项目: Cliff δ | 值: 0.12 | n: 1045 | 说明: 可忽略');
  expect(found).toContain('部分: 两组比较 | 产业: 集成电路 | 与: 生物医药 | 项目: 中位之差 | 中位之差（%）: 1.2 | n: 1045');
  expect(found).toContain('部分: 两组比较 | 产业: 集成电路 | 与: 生物医药 | 项目: Kolmogorov–Smirnov D | n: 1045 | 说明: 数值都相同');
  expect(found).toContain('部分: 两组比较 | 产业: 集成电路 | 与: 生物医药 | 项目: Kolmogorov–Smirnov p | 说明: 未列出：值、n');
});

it('a change has its two years in the heads, and a part without a figure is not called withheld', () => {
  const found = lines(CHANGE);
  expect(found).toContain(
    '部分: 变化来源 | 项目: 新进 | n: 612 | 2024 中位（%）: 4.41 | 2024 均值（%）: 5.77 | 对均值变化的贡献（%）: 0.05',
  );
  expect(found).toContain('部分: 分位变化 | 项目: P50 | 2023 中位（%）: 4.41 | 2024 中位（%）: 4.49');
});

it('concentration names no firm', () => {
  const text = lines(CONCENTRATION).join('\n');
  expect(text).not.toMatch(/芙蕖|芯禾/);
  expect(text).toContain('部分: 指标 | 项目: CR5 | 值: 0.1354 | n: 5634');
  expect(text).toContain(
    '部分: 十等分 | 项目: 10 | n: 563 | 从（含）（元）: 32512618 | 到（元）: 5776179169 | 占总额（%）: 78.91 | 累计占比（%）: 100',
  );
  expect(text).toContain('部分: 历年 | 年度: 2020 | 项目: CR10 | 值: 0.178 | n: 4820');
});

it('a relation lists cells with both edges, and no point', () => {
  const answer: RelationAnswer = {
    ...RELATION,
    xEdges: [0, 2, 4],
    yEdges: [-0.1, 0, 0.1],
    cells: [5, NaN, 0, 9],
    selectedCells: null,
    medians: [],
  };
  const found = lines(answer);
  expect(found.join('\n')).not.toMatch(/芙蕖|芯禾/);
  expect(found.slice(-5)).toEqual([
    '部分: 格 | n: 5 | 技术创新·从（含）（分）: 0 | 技术创新·到（分）: 2 | 三年营收复合增长·从（含）（%）: -10 | 三年营收复合增长·到（%）: 0',
    '部分: 格 | 技术创新·从（含）（分）: 2 | 技术创新·到（分）: 4 | 三年营收复合增长·从（含）（%）: -10 | 三年营收复合增长·到（%）: 0 | 说明: 未列出：n',
    '部分: 格 | n: 0 | 技术创新·从（含）（分）: 0 | 技术创新·到（分）: 2 | 三年营收复合增长·从（含）（%）: 0 | 三年营收复合增长·到（%）: 10',
    '部分: 格 | n: 9 | 技术创新·从（含）（分）: 2 | 技术创新·到（分）: 4 | 三年营收复合增长·从（含）（%）: 0 | 三年营收复合增长·到（%）: 10',
    '部分: 格 | 项目: 所示范围之外 | n: 0',
  ]);
});

it('a matrix lists every pair once', () => {
  const matrix: MatrixAnswer = {
    ...MATRIX,
    measures: MATRIX.measures.slice(0, 3),
    cells: MATRIX.cells.slice(0, 3).map((row) => row.slice(0, 3)),
  };
  expect(lines(matrix)).toEqual([
    '指标: 研发强度 | 与: 研发费用 | Spearman ρ: 0.38 | n: 5822',
    '指标: 研发强度 | 与: 发明专利 | Spearman ρ: 0.21 | n: 5700',
    '指标: 研发费用 | 与: 发明专利 | Spearman ρ: 0.63 | n: 5710',
  ]);
});

it('a heat map is a line for each cell, a refused one with its reason, a hidden one named', () => {
  const cells = [
    { value: found(0.052, 90), n: 90, firms: 95 },
    { value: few(0), n: 0, firms: 0 },
    { value: few(NaN), n: NaN, firms: NaN },
  ];
  const heat: HeatAnswer = { ...HEAT, rows: [{ value: '软件', name: null, cells }] };
  expect(lines(heat)).toEqual([
    '产业: 软件 | 年度: 2022 | 中位数（%）: 5.2 | n: 90 | 企业数: 95',
    '产业: 软件 | 年度: 2023 | n: 0 | 企业数: 0 | 说明: 企业太少',
    '产业: 软件 | 年度: 2024 | 说明: 未列出：中位数（%）、n、企业数',
  ]);
});

it.each([SPREAD, SEGMENTS, GROUPS, CHANGE, CONCENTRATION, RELATION, MATRIX, HEAT] as readonly ChartAnswer[])(
  '$is has as many cells as heads in every line, in both languages',
  (answer) => {
    for (const language of ['zh', 'en'] as const) {
      const { heads, rows } = chartTable(answer, { ...about, locale: localeOf(language) });
      expect(rows.length).toBeGreaterThan(2);
      expect(new Set(heads).size).toBe(heads.length);
      expect(rows.filter((row) => row.length !== heads.length)).toEqual([]);
    }
  },
);

describe('as CSV', () => {
  const table: FileTable = {
    heads: ['产业', 'n'],
    rows: [
      ['=HYPERLINK("x")', 3],
      ['软件', null],
    ],
  };
  const stated = [
    { id: 'scheme', head: '积分方案', text: '成都 · 1 #abc', line: '' },
    { id: 'nature', head: '数据性质', text: '合成数据，并非真实企业', line: '' },
  ] as const;

  it('begins with the mark Excel needs, runs no formula, and says in every line what it rests on', () => {
    expect(tableCsv(table, stated)).toBe(
      '\uFEFF"产业","n","积分方案","数据性质"\r\n' +
        '"\'=HYPERLINK(""x"")",3,"成都 · 1 #abc","合成数据，并非真实企业"\r\n' +
        '"软件",,"成都 · 1 #abc","合成数据，并非真实企业"\r\n',
    );
  });
});
