import { beforeAll, describe, expect, it } from 'vitest';
import { firstWords, localeOf } from '../../../src/i18n';
import type { About } from '../../../src/views/seedlings/about';
import { measured, measureName } from '../../../src/views/seedlings/about';
import { backTestWords } from '../../../src/views/seedlings/back-test-words';
import { cutAt, movedCut } from '../../../src/views/seedlings/cut-handle';
import { nearText, readingText } from '../../../src/views/seedlings/figure-words';
import { paragraphOf } from '../../../src/views/seedlings/paragraph';
import { scaleOf } from '../../../src/charts/scale';
import { loadWords } from '../../fixtures/words';
import { ANSWER, BACK_TEST, CARD } from './literals';

beforeAll(async () => {
  await firstWords('en');
  await loadWords();
});

const field = (id: string, zh: string, en: string, kind: 'money' | 'count', unit: string): About['fields'][number] => ({
  id,
  zh,
  en,
  kind,
  unit,
  role: null,
  sign: 'any',
  accept: [],
  own: false,
});
const ABOUT: About = {
  currency: 'CNY',
  fields: [field('revenue', '营业收入', 'Revenue', 'money', '元'), field('inv_applied', '发明申请', 'Inventions', 'count', '件')],
  derived: [
    {
      id: 'rd',
      zh: '研发强度（研发 ÷ 营收）',
      en: 'R&D intensity (R&D ÷ revenue)',
      kind: 'ratio',
      unit: '%',
      formula: 'rd_expense / revenue',
    },
  ],
  groups: [],
};
const zh = () => localeOf('zh');

describe('a firm in plain words', () => {
  const setting = { field: 'revenue', years: 3 };
  it('is made from its facts alone', () => {
    expect(paragraphOf(CARD, setting, ABOUT, zh())).toBe(
      '2021–2024 年营业收入由 860 万元 变为 2,426 万元。3 年年均增速 41.3%。技术得分率 71.0%。触发：成长 × 技术。先核数据：稳健异常。还不能判：同业领先。',
    );
  });
  it('does not speak of a path of one year, nor of figures that are missing', () => {
    const bare = { ...CARD, path: [{ year: 2024, value: 5 }], readings: [] };
    expect(paragraphOf(bare, setting, ABOUT, zh())).toBe('没有探测器触发。');
  });
  it('is told in English too', () => {
    expect(paragraphOf(CARD, setting, ABOUT, localeOf('en'))).toContain(
      'Fired: Growth × technology. Check the data first: Far from peers.',
    );
  });
});

describe('a figure beside its threshold', () => {
  it.each([
    [0, '增速 41.3%（须 ≥ 20.0%）'],
    [1, '研发强度 —（文件中为空）'],
    [2, '稳健 z 3.82（须 > 3.50） · n 38'],
  ])('of reading %i is %s', (reading, wanted) => {
    const { figures, type } = CARD.readings[reading]!;
    // A figure and its threshold are not torn apart at the end of a line.
    expect(readingText(figures[0]!, type, ABOUT, zh()).replaceAll('\u00a0', ' ')).toBe(wanted);
  });
});

describe('a near miss', () => {
  it('is told in points of the share that misses', () => {
    expect(nearText(ANSWER.funnel[5]!.near[0]!, 'revenue', ABOUT, zh())).toBe('成长 × 技术 · 增速差 0.5 点');
  });
  it('is never told as a gap of nothing', () => {
    const miss = { firm: 'a', name: 'a', what: 'momentum', figure: 'slope', value: -0.00012, threshold: 0 } as const;
    expect(nearText(miss, 'revenue', ABOUT, zh())).toBe('势头 · 对数趋势差 0.00012');
  });
  it('is told in the unit of the field where a base is too small', () => {
    const miss = { firm: 'a', name: 'a', what: 'comparable', figure: 'base', value: 950_000, threshold: 1_000_000 } as const;
    expect(nearText(miss, 'revenue', ABOUT, zh())).toBe('营业收入 基年差 5 万元');
  });
});

describe('a measure', () => {
  it.each([
    ['formula:rd_expense / revenue', '研发强度'],
    ['formula:inv_applied / employees', '发明申请 ÷ employees'],
    ['formula:cagr(revenue, 3)', '增速'],
    ['field:revenue', '营业收入'],
    ['score', '总分'],
  ] as const)('%s is called %s', (measure, wanted) => {
    expect(measureName(measure, ABOUT, zh())).toBe(wanted);
  });
  it('is written in its unit, and missing as a dash', () => {
    expect([
      measured(7, 'field:inv_applied', ABOUT, zh()),
      measured(null, 'score', ABOUT, zh()),
      measured(0.2, 'formula:cagr(revenue, 3)', ABOUT, zh()),
    ]).toEqual(['7 件', '—', '20%']);
  });
});

describe('what came of a choice', () => {
  it('names hits and misses first, ties in part, and does not boast', () => {
    expect(backTestWords(BACK_TEST.years[0]!, zh())).toEqual([
      '2021 年挑 3 家：1.5 家后来命中，1.5 家没有。',
      '同年 20 家里命中的有 4 家（20.0%）。',
      '约为随机挑选的 2.50 倍（95 % 区间 1.50–3.20）。',
      '最好的基线是“去年增速”，1.60 倍。',
      '与最好的基线区间重叠，优势未定。',
      '随手挑也能有这么多命中的机会是 0.03%。',
    ]);
  });
});

describe('the handle of a cut', () => {
  const bounds = { low: -0.5, high: 1 };
  it.each([
    ['ArrowUp', false, 0.21],
    ['ArrowLeft', false, 0.19],
    ['ArrowUp', true, 0.25],
    ['PageDown', false, 0.15],
    ['Home', false, -0.5],
    ['End', false, 1],
    ['a', false, null],
  ])('%s (far: %s) moves 20 %% to %s', (key, isFar, wanted) => {
    expect(movedCut(0.2, key, isFar, bounds)).toBe(wanted);
  });
  it('stops at its ends', () => expect(movedCut(1, 'ArrowUp', true, bounds)).toBe(1));
  it('is dragged in half points', () => {
    // 300 pixels for 60 points: a pixel is 0.2 points.
    expect(cutAt(101, scaleOf({ low: 0, high: 0.6, isLog: false }, 300, 0), bounds)).toBe(0.4);
  });
});
