// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChartAnswer, ChartRefusal, ChartSpec, SegmentRow, SegmentsAnswer, SpreadAnswer } from '../../../scoring/distribution/format';
import { firstWords } from '../../../src/i18n';
import * as given from '../../fixtures/distribution-answers';
import { loadWords } from '../../fixtures/words';
import { openPopover, read, standIn } from '../fixture';
import { asTable, button, cells, choose, stand } from './fixture';

beforeAll(async () => {
  standIn();
  await firstWords('en');
  await loadWords();
});
let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});
function shown(answer: ChartAnswer | ChartRefusal, spec: ChartSpec, more: Partial<Parameters<typeof stand>[0]> = {}) {
  const panel = stand({ answer, spec, ...more });
  ends.push(panel.end);
  const feet = () => [...panel.root.querySelectorAll('figure > p.meta')].map(read);
  const title = () => read(panel.root.querySelector('h2'));
  return { ...panel, feet, title };
}

const measure = given.INTENSITY.id;
const SPREAD: ChartSpec = { is: 'spread', measure, mode: 'histogram', log: false };
const SEGMENTS: ChartSpec = { is: 'segments', measure, by: 'industry', mode: 'letters', log: false, free: false };
const EVERY: readonly (readonly [string, ChartAnswer, ChartSpec])[] = [
  ['spread', given.SPREAD, SPREAD],
  ['segments', given.SEGMENTS, SEGMENTS],
  ['groups', given.GROUPS, { is: 'groups', measure, by: 'industry', of: [] }],
  ['change', given.CHANGE, { is: 'change', measure, from: null }],
  ['concentration', given.CONCENTRATION, { is: 'concentration', measure: given.EXPENSE.id, by: 'industry' }],
  ['relation', given.RELATION, { is: 'relation', x: given.TECHNOLOGY.id, y: given.GROWTH.id, logX: false, logY: false }],
  ['matrix', given.MATRIX, { is: 'matrix', measures: [], kind: 'spearman' }],
  ['heat', given.HEAT, { is: 'heat', measure, by: 'industry', statistic: 'median' }],
];

describe.each(EVERY)('the panel of %s', (_, answer, spec) => {
  it.each(['zh', 'en'] as const)('has a finding, a definition, sentences for readers and a foot in %s', (language) => {
    const { root, title, feet } = shown(answer, spec, { language });
    expect(title()).not.toBe('');
    expect(read(root.querySelector('.define'))).not.toBe('');
    expect(read(root.querySelector('figure > .unseen'))).toMatch(/[。.]$/);
    expect(feet().length).toBeGreaterThan(0);
    expect(read(root)).not.toMatch(/undefined|NaN|\[object/);
  });
  it('shows a picture hidden from readers, or a table with heads that say their scope', () => {
    const { root } = shown(answer, spec);
    expect(root.querySelector('[aria-hidden=true] svg')).not.toBeNull();
    asTable(root);
    expect(root.querySelector('[aria-hidden=true] svg')).toBeNull();
    expect(root.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
    const heads = [...root.querySelectorAll('th')];
    expect(heads.filter((head) => !/^(col|row)$/.test(head.getAttribute('scope') ?? ''))).toEqual([]);
  });
  it('is the same for a source that is named', () => {
    const { feet } = shown(answer, spec, { about: { currency: 'CNY', year: 2024, source: '火炬年报 2024' } });
    expect(feet().at(-1)).toMatch(/来源：火炬年报 2024$/);
  });
});

describe('a refusal', () => {
  it('stands in the place of any chart, with what to do', () => {
    const { root } = shown({ is: 'refused', why: 'unknown_measure', given: '<b>x</b>' }, SPREAD);
    expect(read(root)).toBe('这张图画不出来 没有“<b>x</b>”这一项，可能已从方案中去掉。请另选一项。');
    expect(root.querySelector('b')).toBeNull();
  });
});

describe('a spread', () => {
  it('is not defined twice where a measure is called by its formula', () => {
    const named = { ...given.SPREAD, measure: { ...given.INTENSITY, name: { zh: '研发强度（研发费用 ÷ 营业收入）', en: 'x' } } };
    expect(read(shown(named, SPREAD).root.querySelector('.define'))).toMatch(/^研发强度（研发费用 ÷ 营业收入），% ·/);
  });
  it('says where everybody went, and it adds up', () => {
    const { feet } = shown(given.SPREAD, SPREAD);
    expect(feet()[0]).toBe('n = 5,822（含零 315） · 缺失 208：已载入的文件都没有提供 150、文件中为空 58 · 共 6,030 家');
    expect(5822 + 208).toBe(6030);
  });
  it('of a score names firms without a rank by what became of them', () => {
    const score: SpreadAnswer = {
      ...given.SPREAD,
      measure: { ...given.TECHNOLOGY, id: 'score', name: { zh: '得分', en: 'Score' } },
      account: {
        rows: 20,
        present: 10,
        left: [
          { why: 'vetoed', count: 7 },
          { why: 'no_stage', count: 3 },
        ],
        zero: 0,
        negative: 0,
      },
    };
    const { feet, root } = shown(score, SPREAD);
    expect(feet()[0]).toBe('n = 10 · 未排名 10：一票否决 7、不属任何阶段 3 · 共 20 家');
    expect(root.querySelector('svg')!.textContent).toContain('未排名');
  });
  it('sets infinities apart from the missing', () => {
    const infinite = {
      ...given.SPREAD,
      account: {
        rows: 9,
        present: 5,
        left: [
          { why: 'infinite' as const, count: 3 },
          { why: 'blank' as const, count: 1 },
        ],
        zero: 0,
        negative: 2,
      },
    };
    expect(shown(infinite, SPREAD).feet()[0]).toBe('n = 5（含负 2） · 缺失 1：文件中为空 1 · 无穷大 3 · 共 9 家');
  });
  it('has every bar in its table, and they add up to everybody', () => {
    const { root } = shown(given.SPREAD, SPREAD);
    asTable(root);
    const rows = cells(root, '研发强度：各箱企业数');
    expect(rows[0]).toEqual(['缺失', '208', '0', '3.4%']);
    expect(rows[1]).toEqual(['零', '315', '0', '5.2%']);
    expect(rows[2]?.slice(0, 3)).toEqual(['0.00', '0.50', String(given.SPREAD.bars.all.bins[0])]);
    expect(rows.at(-2)?.slice(0, 2)).toEqual(['不低于所示上限', '34']);
    expect(rows.at(-1)).toEqual(['合计', '6,030', '485', '100.0%']);
    const counts = rows.slice(0, -1).map((row) => Number(row.at(-3)!.replace(',', '')));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6030);
  });
  it('has the quantiles of all and of the selected', () => {
    const { root } = shown(given.SPREAD, SPREAD);
    asTable(root);
    const rows = cells(root, '研发强度：分位数，%');
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['全部', '5,822', '0.0', '1.2', '2.5', '4.4'],
      ['选中', '485', '8.2', '8.4', '9.0', '10.5'],
    ]);
  });
  it('says where pinned firms stand, and who has no value', () => {
    const { root } = shown(given.SPREAD, SPREAD);
    expect([...root.querySelectorAll('li')].map(read)).toEqual(['◆ 芯禾微电子 15.5% · P95 · 第 250 / 5,822', '◆ 青禾图数：这里没有值']);
  });
  it('says how far the next tier of an indicator is, from below and from above, or that there is none', () => {
    const indicator = { zh: '研发占比', en: 'R&D share' };
    const tier = { is: 'tier', indicator, of: given.SPREAD.measure, threshold: 0.2, strict: false, gap: 0.045, points: 2.5 } as const;
    const pinned = (next: (typeof given.SPREAD.pins)[number]['next'], value = 0.155) =>
      shown({ ...given.SPREAD, pins: [{ ...given.SPREAD.pins[0]!, value, next }] }, SPREAD).root.querySelector('li');
    const stands = '◆ 芯禾微电子 15.5% · P95 · 第 250 / 5,822';
    expect(read(pinned(tier))).toBe(`${stands} · 研发占比下一档 ≥ 20%，差 4.5 个百分点，该指标多 2.5 分`);
    expect(read(pinned({ ...tier, threshold: 0.1, gap: -0.055, strict: true }))).toBe(
      `${stands} · 研发占比下一档 < 10%，差 5.5 个百分点，该指标多 2.5 分`,
    );
    expect(read(pinned({ is: 'full', indicator }))).toBe(`${stands} · 研发占比已在最高档`);
  });
  it('asks for another mode', () => {
    const { root, told } = shown(given.SPREAD, SPREAD);
    choose(root, 'ECDF');
    expect(told.specs).toEqual([{ ...SPREAD, mode: 'ecdf' }]);
  });
  it('offers the log scale only where it helps, and says why it is refused', () => {
    expect(() => button(shown(given.SPREAD, SPREAD).root, '对数')).toThrow();
    const { root, told } = shown({ ...given.SPREAD, suggestsLog: true }, SPREAD);
    button(root, '对数').click();
    expect(told.specs).toEqual([{ ...SPREAD, log: true }]);
    const refused = shown({ ...given.SPREAD, refusesLog: true }, { ...SPREAD, log: true });
    expect(read(refused.root.querySelector('.controls'))).toContain('有负值，不能取对数');
    expect(button(refused.root, '对数').getAttribute('aria-pressed')).toBe('false');
  });
  it('draws bars where a density is refused, and says why', () => {
    const none = { ...given.SPREAD, density: { all: null, selected: null, bandwidth: null } };
    const { root } = shown(none, { ...SPREAD, mode: 'density' });
    expect(read(root.querySelector('.note'))).toBe('不足 30 家或数值都相同，不画密度，改画直方图。');
    expect(root.querySelectorAll('[data-layer=all] rect').length).toBeGreaterThan(40);
  });
  it('says that there are too many firms to draw each', () => {
    expect(read(shown(given.SPREAD, { ...SPREAD, mode: 'strip' }).root.querySelector('.note'))).toContain('企业太多');
  });
  it.each([
    ['ecdf', { ...given.SPREAD, ecdf: { all: given.ECDF, selected: null } }, 'ECDF · 全部', ['', '0.5', '8.1%']],
    ['density', { ...given.SPREAD, density: { all: given.DENSITY, selected: null, bandwidth: 0.0042 } }, '密度 · 全部', null],
  ] as const)('has the points of its %s in the table', (mode, answer, label, second) => {
    const { root } = shown(answer, { ...SPREAD, mode });
    asTable(root);
    const rows = cells(root, label);
    expect(rows).toHaveLength((mode === 'ecdf' ? given.ECDF : given.DENSITY).at.length);
    if (second) expect(rows[1]![1]).toBe(second[1]);
  });
  it('lists firms of a strip; a name of HTML is a name', () => {
    const { root } = shown(given.STRIP, { ...SPREAD, mode: 'strip' });
    expect(root.querySelectorAll('[data-layer=all] circle')).toHaveLength(8);
    asTable(root);
    const rows = cells(root, '散点条');
    expect(rows[3]).toEqual(['<img src=x onerror=alert(1)>"甲"', '3.0', '']);
    expect(rows[7]).toEqual(['企业7', '9.0', '✓']);
    expect(root.querySelector('img')).toBeNull();
  });
});

describe('segments', () => {
  it('have shapes and figures in the same rows, the total last and by the same formula', () => {
    const { root, feet } = shown(given.SEGMENTS, SEGMENTS);
    const rows = cells(root, '研发强度：产业');
    expect(rows).toHaveLength(13);
    expect(rows[0]).toEqual(['集成电路', '', '412', '4.5', '6.0', '8.2', '11.2', '14.7', '9.0', '6', '5', '94']);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['全部企业', '', '5,822']);
    expect(root.querySelectorAll('[data-row]')).toHaveLength(13);
    expect(feet()[1]).toContain('合计按同一公式对全部企业重算，不取各组之均');
  });
  it('have everything in the full table', () => {
    const { root } = shown(given.SEGMENTS, SEGMENTS);
    asTable(root);
    const heads = [...root.querySelectorAll('thead th')].map(read);
    expect(heads).toEqual(['产业，%', 'n', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', '均值', '合计比', '零', '缺失', '超出', '选中']);
    expect(cells(root, '研发强度：产业')).toHaveLength(13);
  });
  it('say in which one a pinned firm is', () => {
    expect(read(shown(given.SEGMENTS, SEGMENTS).root.querySelector('li'))).toBe('◆ 芯禾微电子 15.5% · P95 · 第 250 / 5,822 · 集成电路');
  });
  it('draw the first forty, and the table has the rest', () => {
    const many: SegmentsAnswer = {
      ...given.SEGMENTS,
      rows: Array.from({ length: 2000 }, (_, at): SegmentRow => ({ ...given.SEGMENTS.rows[at % 12]!, value: `产业${at}` })),
    };
    const { root } = shown(many, SEGMENTS);
    expect(read(root.querySelector('.note'))).toBe('图中只画前 40 组，共 2,000 组，余下的见表。');
    expect(root.querySelectorAll('[data-row]')).toHaveLength(41);
    asTable(root);
    expect(cells(root, '研发强度：产业')).toHaveLength(201);
    button(root, '显示全部 2,000 行').click();
    flushSync();
    expect(cells(root, '研发强度：产业')).toHaveLength(2001);
  });
  it('keep a dash where nobody has a figure, and say why', () => {
    const nobody = {
      n: 0,
      missing: 4,
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
    const empty: SegmentRow = {
      ...given.SEGMENTS.rows[0]!,
      value: '低空',
      figures: nobody,
      selected: 0,
      letters: null,
      box: null,
      density: null,
    };
    const { root } = shown({ ...given.SEGMENTS, rows: [...given.SEGMENTS.rows, empty] }, SEGMENTS);
    const row = [...root.querySelectorAll('tbody tr')].find((one) => read(one).startsWith('低空'))!;
    expect([...row.children].map(read).slice(2, 8)).toEqual(['0', '—', '—', '—', '—', '—']);
    expect(row.children[3]!.getAttribute('title')).toBe('没有数值');
  });
  it('hold names of 200 signs and of HTML', () => {
    const long = `${'长'.repeat(200)}<script>`;
    const rows = given.SEGMENTS.rows.map((row, at) => (at === 0 ? { ...row, value: long } : row));
    const { root } = shown({ ...given.SEGMENTS, rows }, SEGMENTS);
    const [name] = root.querySelectorAll<HTMLElement>('tbody th');
    expect([name!.textContent, name!.title]).toEqual([long, long]);
    expect(root.querySelector('script')).toBeNull();
    expect(parseFloat(root.querySelector('col')!.style.width)).toBeLessThan(200);
  });
  it('by year count firm-years, whatever year the canvas is on', () => {
    const rows = given.SEGMENTS.rows.slice(0, 2).map((row, at) => ({ ...row, value: String(2023 + at) }));
    const { root, feet } = shown({ ...given.SEGMENTS, by: 'year', rows }, { ...SEGMENTS, by: 'year' });
    expect(feet()[0]).toMatch(/共 6,030 条企业年度记录$/);
    expect(cells(root, '研发强度：年度').map(([name]) => name)).toEqual(['2023', '2024', '全部记录']);
  });
  it('have a histogram each, on one axis or on their own', () => {
    const { root, told } = shown(given.SEGMENTS, { ...SEGMENTS, mode: 'histograms' });
    expect(root.querySelectorAll('[data-row]')).toHaveLength(12);
    expect(read(root.querySelector('.define'))).toContain('各组共用横轴');
    button(root, '各用各轴').click();
    flushSync();
    expect(told.specs).toEqual([{ ...SEGMENTS, mode: 'histograms', free: true }]);
    expect(read(root.querySelector('.define'))).toContain('不可左右相比');
  });
});

describe('groups', () => {
  const spec: ChartSpec = { is: 'groups', measure, by: 'industry', of: [] };
  it('show effects first; tests only when asked for, with what they cannot say', () => {
    const { root } = shown(given.GROUPS, spec);
    asTable(root);
    expect(cells(root, '效应')[1]).toEqual(['集成电路', '现代农业', '412 / 153', '0.93', '大', '0.97', '+6.70']);
    expect(read(root)).not.toContain('Kruskal');
    button(root, '显示检验').click();
    flushSync();
    expect(read(root)).toContain('名册是全体而非抽样');
    expect(read(root)).toContain('Kruskal–Wallis H = 316.2，p < 0.0001，ε² = 0.264（n = 1,198）');
    expect(cells(root, '显示检验')[0]).toEqual(['集成电路', '生物医药', '0.130', '0.0004', '146,043', '0.0010', '3.10', '0.0019']);
  });
  it('are chosen from what is offered, two to six', async () => {
    const { root, told } = shown(given.GROUPS, spec);
    const box = await openPopover(root, '选择要比较的组');
    const checks = [...box.querySelectorAll('label')];
    expect(checks.map(read).slice(0, 2)).toEqual(['软件与信息服务（1,204）', '高端装备（815）']);
    checks[0]!.querySelector('input')!.click();
    expect(told.specs).toEqual([{ ...spec, of: ['集成电路', '生物医药', '现代农业', '软件与信息服务'] }]);
  });
  it('let go of none below two', async () => {
    const { root } = shown({ ...given.GROUPS, groups: given.GROUPS.groups.slice(0, 2) }, spec);
    const box = await openPopover(root, '选择要比较的组');
    expect([...box.querySelectorAll('input:checked')].every((input) => (input as HTMLInputElement).disabled)).toBe(true);
  });
  it('say that firms stand in several', () => {
    expect(
      shown({ ...given.GROUPS, shared: 12 }, spec)
        .feet()
        .at(-1),
    ).toContain('12 家同属多组');
  });
});

describe('a change', () => {
  const spec: ChartSpec = { is: 'change', measure, from: null };
  it('splits the change of the mean into parts that add up as printed', () => {
    const { root } = shown(given.CHANGE, spec);
    asTable(root);
    expect(cells(root, '均值的变化由谁带来')).toEqual([
      ['两年都有', '5,210 → 5,210', '4.5', '4.5', '5.3', '5.6', '+0.22'],
      ['新进', '— → 612', '—', '4.4', '—', '5.8', '+0.05'],
      ['退出', '330 → —', '4.0', '—', '4.7', '—', '+0.03'],
      ['全部', '5,540 → 5,822', '4.4', '4.5', '5.3', '5.6', '+0.30'],
    ]);
  });
  it('has each quantile of both years', () => {
    const { root } = shown(given.CHANGE, spec);
    asTable(root);
    expect(cells(root, '各分位的变化').at(-1)).toEqual(['P90', '10.2', '10.9', '+0.72']);
  });
  it('accounts for both years', () => {
    const feet = shown(given.CHANGE, spec).feet();
    expect(feet[0]).toBe('2023 年：n = 5,540（含零 330） · 缺失 170：已载入的文件都没有提供 170 · 共 5,710 家');
    expect(feet[1]).toMatch(/^2024 年：n = 5,822/);
  });
  it('is held against another year', () => {
    const { root, told } = shown(given.CHANGE, spec);
    const select = root.querySelector('select')!;
    expect([...select.options].map(read)).toEqual(['2020 年', '2021 年', '2022 年', '2023 年']);
    select.value = '2021';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told.specs).toEqual([{ ...spec, from: 2021 }]);
  });
});

describe('concentration', () => {
  const spec: ChartSpec = { is: 'concentration', measure: given.EXPENSE.id, by: 'industry' };
  it('has all its figures with what they mean, and the split of Theil', () => {
    const { root, feet } = shown(given.CONCENTRATION, spec);
    asTable(root);
    const figures = Object.fromEntries(cells(root, '集中度指标').map(([name, figure]) => [name, figure]));
    expect(figures).toEqual({
      Gini: '0.8596',
      'Gini（选中）': '0.8200',
      CR1: '5.2%',
      CR5: '13.5%',
      CR10: '19.1%',
      CR20: '26.2%',
      HHI: '0.0067',
      等效企业数: '148.8',
      'Theil T': '2.114',
      其中组间: '产业：0.317（15.0%）',
      其中组内: '产业：1.797（85.0%）',
    });
    expect(feet()[1]).toBe('CR10 19.1% · HHI 0.0067 · 等效 149 家 · Gini（选中） 0.82');
  });
  it('names the largest firms, which open', () => {
    const { root, told } = shown(given.CONCENTRATION, spec);
    asTable(root);
    expect(cells(root, '最大的 10 家')[0]).toEqual(['1', '芙蕖精工', '57.76', '5.2%']);
    button(root, '芙蕖精工').click();
    expect(told.firms).toEqual(['F1']);
  });
  it('has tenths and years', () => {
    const { root } = shown(given.CONCENTRATION, spec);
    asTable(root);
    expect(cells(root, '按十等分看').at(-1)?.slice(-2)).toEqual(['78.91%', '100.00%']);
    expect(cells(root, '历年').at(-1)).toEqual(['2024', '5,634', '0.8596', '19.1%', '0.0067']);
  });
  it('refused says why in every place', () => {
    const none = { value: null, reason: 'negative', n: 5634 } as const;
    const { root, title } = shown(
      { ...given.CONCENTRATION, gini: none, hhi: none, lorenz: { all: null, selected: null }, deciles: [], top: [] },
      spec,
    );
    expect(title()).toBe('研发费用算不了集中度：有负值');
    expect(root.querySelector('svg')!.textContent).toContain('有负值');
    asTable(root);
    expect(cells(root, '集中度指标')[0]).toEqual(['Gini', '—', '有负值']);
  });
});

describe('a relation', () => {
  const spec: ChartSpec = { is: 'relation', x: given.TECHNOLOGY.id, y: given.GROWTH.id, logX: false, logY: false };
  it('say why there is no Kendall of very many firms', () => {
    const said = '两项都有的超过 50,000 家，Kendall τ-b 太费时，没有计算';
    expect(shown({ ...given.RELATION, kendall: null }, spec).feet()[1]).toContain(said);
    expect(shown(given.RELATION, spec).feet().join()).not.toContain('太费时');
  });
  it('accounts for who lacks one figure, the other, or both', () => {
    const { feet } = shown(given.RELATION, spec);
    expect(feet()[0]).toBe('n = 5,842 · 缺技术创新 60 · 缺三年营收复合增长 100 · 两项都缺 28 · 共 6,030 家');
    expect(5842 + 60 + 100 + 28).toBe(6030);
    expect(feet()[1]).toContain('相随不等于谁引起谁');
  });
  it('counts who has no logarithm', () => {
    const { feet } = shown(
      { ...given.RELATION, logY: true, account: { ...given.RELATION.account, present: 5000 } },
      { ...spec, logY: true },
    );
    expect(feet()[0]).toContain('负值取不了对数 842');
  });
  it('has three coefficients with n, and medians along x', () => {
    const { root } = shown(given.RELATION, spec);
    asTable(root);
    expect(cells(root, '相关系数')).toEqual([
      ['Spearman ρ', '0.169', '5,842'],
      ['Kendall τ-b', '0.113', '5,842'],
      ['Pearson r', '0.171', '5,842'],
      ['Spearman ρ（选中）', '0.050', expect.any(String)],
    ]);
    expect(cells(root, '分箱中位')).toHaveLength(given.RELATION.medians.length);
  });
  it('says that Kendall’s was not worked out', () => {
    const { root } = shown({ ...given.RELATION, kendall: null }, spec);
    asTable(root);
    expect(cells(root, '相关系数')[1]).toEqual(['Kendall τ-b', '企业太多，没有计算', '—']);
  });
  it('switches each axis by itself', () => {
    const { root, told } = shown({ ...given.RELATION, suggestsLogX: true }, spec);
    button(root, '横轴对数').click();
    expect(told.specs).toEqual([{ ...spec, logX: true }]);
  });
});

describe('a matrix', () => {
  const spec: ChartSpec = { is: 'matrix', measures: [], kind: 'spearman' };
  it('lists pairs strongest first, with n; those without a number last, with the reason', () => {
    const { root } = shown(given.MATRIX, spec);
    asTable(root);
    const rows = cells(root, '各对相关');
    expect(rows[0]).toEqual(['研发费用', '发明专利', '0.630', '5,710']);
    expect(rows.at(-1)).toEqual(['发明专利', '三年营收复合增长', '数值都相同', '4']);
    expect(rows).toHaveLength(6);
  });
  it('asks for another kind', () => {
    const { root, told } = shown(given.MATRIX, spec);
    choose(root, 'Pearson r');
    expect(told.specs).toEqual([{ ...spec, kind: 'pearson' }]);
  });
});

describe('a heat map', () => {
  const spec: ChartSpec = { is: 'heat', measure, by: 'industry', statistic: 'median' };
  it('has n in every cell, and a reason for a dash', () => {
    const { root, feet } = shown(given.HEAT, spec);
    expect(feet()[0]).toBe('n = 4,632 · 缺失 40 · 共 4,672 条企业年度记录');
    asTable(root);
    expect(cells(root, '研发强度：产业').at(-1)).toEqual(['低空经济', '—（n = 0）', '12.0（n = 4）', '6.1（n = 22）']);
    expect(root.querySelector('tbody tr:last-child td')!.getAttribute('title')).toBe('企业太少');
  });
  it('asks for another statistic', () => {
    const { root, told } = shown(given.HEAT, spec);
    const select = root.querySelector('select')!;
    select.value = 'gini';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told.specs).toEqual([{ ...spec, statistic: 'gini' }]);
  });
});
