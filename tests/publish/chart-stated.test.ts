import { expect, it } from 'vitest';
import { addWords, firstWords, localeOf } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { type ChartFacts, chartStated, guardWords } from '../../src/publish/chart-stated';

addWords(zh, en);
await firstWords('en');

const FACTS: ChartFacts = {
  title: '50% 的企业在 2–6% 之间',
  scheme: { id: 'cd', version: '2023', name: { zh: '成都 4×20', en: 'Chengdu 4×20' }, hash: 'a1b2c3', provenance: 'illustrative' },
  draft: '提高技术',
  year: 2024,
  segment: '软件 · 高企',
  selection: '研发强度 8–20%',
  workspace: '示例工作区',
  data: 'f00d',
  isSynthetic: true,
  hidden: [
    { what: 'small', count: 3 },
    { what: 'second', count: 1 },
  ],
  app: '0.1.0',
  date: '2026-11-22',
};
const said = (facts: ChartFacts, language: 'zh' | 'en'): string[] => chartStated(facts, localeOf(language)).map(({ line }) => line);

it('says everything a chart rests on, in order', () => {
  expect(said(FACTS, 'zh')).toEqual([
    '图题：50% 的企业在 2–6% 之间',
    '积分方案：成都 4×20 · 2023 #a1b2c3',
    '方案数值出处：示例：数值仅为示例，不是任何地方的官方标准',
    '草稿：提高技术',
    '年度：2024 年',
    '范围：软件 · 高企',
    '选中：研发强度 8–20%',
    '工作区：示例工作区',
    '数据指纹：f00d',
    '数据性质：合成数据，并非真实企业',
    '披露控制：3 处因企业太少未列出，另 1 处为防反推一并隐去',
    '软件：苗圃 0.1.0',
    '导出日期：2026-11-22',
  ]);
});

it('leaves out what there is nothing to say of, and says what is whole', () => {
  const bare: ChartFacts = { ...FACTS, scheme: null, draft: null, year: null, segment: '', selection: '', isSynthetic: false, hidden: [] };
  expect(said(bare, 'en')).toEqual([
    'Chart: 50% 的企业在 2–6% 之间',
    'Year: every year, counted in firm-years',
    'Segment: all firms',
    'Workspace: 示例工作区',
    'Data fingerprint: f00d',
    'Disclosure control: no single firm can be made out; nothing had to be left out',
    'Software: Miaopu 0.1.0',
    'Exported: 2026-11-22',
  ]);
});

it('tells no limit of the guard', () => {
  const words = guardWords(
    [
      { what: 'small', count: 3 },
      { what: 'quantiles', count: 2 },
      { what: 'dominated', count: 8 },
    ],
    localeOf('zh'),
  );
  expect(words).toBe('3 处因企业太少未列出，2 个分位数因企业太少未列出，8 个合计或占比因系于少数企业未列出');
  expect(words).not.toMatch(/5 家|10 家|10%/);
});
