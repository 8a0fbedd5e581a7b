// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { makeBoard } from '../../scoring/board/slice';
import { kindsOf } from '../../scoring/dictionary';
import { checkScheme } from '../../scoring/scheme/check';
import { loadWords } from '../fixtures/words';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { panelOf } from '../scoring/panel-of';
import { arrived, read, show, standIn } from './fixture';

// Of each rule that needs more words than its points: a peer group too small, a treated value, an interval, a mean, an incomplete group.
const named = <T extends { readonly id: string }>(item: T) => ({ ...item, name: { zh: item.id, en: item.id } });
const { scheme: checked } = checkScheme(
  {
    format: 1,
    ...named({ id: 'trial' }),
    version: '1',
    provenance: 'illustrative',
    groups: [{ id: 'g' }, { id: 'h' }].map(named),
    means: { indicators: { is: 'geometric', floor: 0.01 }, groups: { is: 'harmonic', floor: 0.05 } },
    minimumGroupCoverage: 0.6,
    indicators: [
      { id: 'p', group: 'g', formula: 'a', rule: { is: 'percentile', within: 'industry', least: 3 }, of: 10 },
      { id: 'w', group: 'g', formula: 'a', rule: { is: 'min-max' }, of: 10, treatment: { winsorise: [0, 0.5] } },
      {
        id: 'i',
        group: 'h',
        formula: 'a',
        rule: {
          is: 'tiers',
          tiers: [
            { from: 1, to: null, points: [5, 8] },
            { from: null, to: 1, points: 0 },
          ],
        },
        of: 8,
        weight: 12,
      },
      { id: 'm', group: 'h', formula: 'c', rule: { is: 'linear', from: 0, to: 1 }, of: 10 },
    ].map(named),
  },
  (field) => kindsOf(null)(field) ?? 'number',
);
const scheme = checked!;
const setting = {
  schemeHash: 'a'.repeat(64),
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const fields = { a: [40, 10, 0, 20], c: [null, 1, 1, 1] };
let ranked = scorePanel(panelOf({ ...fields, industry: ['软件', '软件', '医药', '医药'] }), scheme, setting);

let end: () => Promise<void>;
async function drawer(language: 'zh' | 'en', row: number): Promise<HTMLElement> {
  const workbench = new FakeWorkbench({ language, firm: `F${row}` });
  const ask = { year: 2024, segment: {}, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 60, fields: [] } as const;
  workbench.board = { status: 'ready', value: makeBoard(ranked, ask) };
  workbench.scheme = scheme;
  Object.defineProperty(workbench, 'sheet', { get: () => ({ status: 'ready', value: makeSheet(ranked, row, {}) }) });
  const shown = show(workbench);
  ({ end } = shown);
  await arrived(() => shown.root.querySelector('aside button.line'));
  for (const line of shown.root.querySelectorAll<HTMLElement>('aside button.line')) line.click();
  flushSync();
  return shown.root;
}
beforeAll(loadWords);
beforeEach(standIn);
afterEach(() => end());

it('says with whom a firm was compared, what was done to its value, what experts may give, and how a mean comes about', async () => {
  const words = read((await drawer('zh', 0)).querySelector('aside')!);
  expect(words).toContain('同产业的企业只有 2 家有数值，不足以单独比较，改为同一年度内比较');
  // Of 0, 10, 20, 40 the median is 15.
  expect(words).toContain('比较前由 40 收缩到 15');
  expect(words).toContain('不作处理得 10 分，处理使其 +0');
  expect(words).toContain('专家可给到 8 ÷ 8');
  expect(words).toContain('基本分：各组得分率按权重取调和平均（得分率低于 0.05 的按 0.05），再乘满分');
  expect(words).toContain('组内各指标取几何平均（得分率低于 0.01 的按 0.01）');
  expect(words).toContain('本组有数值的权重只有 55%，不到 60%：数据不足，不列名次');
  expect(words).toMatch(/得分率 8\.75 ÷ 10，权重 10；组内不是相加，按比例摊得/);
  expect(words).toMatch(/缺失按下限计，按比例摊得/);
  expect(words).toMatch(/专家可在档内给分：得分按下限，上限可到 [\d.]+；名次按下限/);
});

it('says the same in English, and a range of scores in the row', async () => {
  const root = await drawer('en', 0);
  const words = read(root.querySelector('aside')!);
  expect(words).toContain('Only 2 firms of the industry have a value, too few to be compared by themselves');
  expect(words).toContain('Brought in from 40 to 15 before the comparison');
  expect(words).toContain('experts may give up to 8 ÷ 8');
  expect(root.querySelector('[role=grid]')!.textContent).toMatch(/\d+\.\d–\d+\.\d/);
});

it.each([
  ['zh', '同产业的企业只有 2 家有数值，不足以单独比较，改与上级行业 C39 · 计算机、通信和其他电子设备制造业 有数值的 4 家比较'],
  [
    'en',
    'Only 2 firms of the industry have a value, too few to be compared by themselves: compared with the 4 firms with a value of the wider industry C39',
  ],
] as const)('names the wider industry a firm was compared in: %s', async (language, wanted) => {
  ranked = scorePanel(panelOf({ ...fields, industry: ['C3971', 'C3971', 'C3912', 'C3912'] }), scheme, setting);
  expect(read((await drawer(language, 0)).querySelector('aside')!)).toContain(wanted);
});
