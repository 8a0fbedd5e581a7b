// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedSchemes } from '../../../../scoring/scheme/shipped';
import { loadWords } from '../../../fixtures/words';
import { schemeKey } from '../../../../src/state/scheme-ref';
import { IncomingWorkbench } from '../../../fixtures/fake-incoming.svelte';
import { settle, show, standIn } from '../../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await Promise.all([import('../../../../src/views/scheme/View.svelte'), import('../../../../src/views/scheme/edit/Editor.svelte')]);
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

async function editor(language: 'zh' | 'en' = 'zh', scheme: string | null = null) {
  const workbench = new IncomingWorkbench({ view: 'scheme', page: 'edit', language }, []);
  workbench.schemes = await shippedSchemes();
  workbench.scheme = workbench.schemes.find(({ id }) => scheme === null || id === scheme)!;
  const desk = await workbench.openSchemeDesk();
  await desk.begin(schemeKey(workbench.scheme), '试改');
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.panes')) throw new Error('not yet');
  });
  await settle();
  return { workbench, desk, root: shown.root };
}
const labelled = (root: HTMLElement, label: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('[aria-label]')].filter((one) => one.getAttribute('aria-label') === label);
const button = (root: HTMLElement, words: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(words))!;
const field = (root: HTMLElement, label: string): HTMLInputElement =>
  [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === label)!.querySelector('input')!;
async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  flushSync();
}

describe('the editor', () => {
  it('shows every weight, the exact sum, and that nothing is changed yet; nothing can be frozen', async () => {
    const { root, workbench } = await editor();
    expect(root.querySelectorAll('aside li')).toHaveLength(workbench.scheme!.indicators.length);
    expect(root.querySelector('.sum')!.textContent).toContain('合计，恰为 100');
    expect(root.textContent).toContain('还没有修改');
    expect(button(root, '冻结为新版本').disabled).toBe(true);
  });
  it('a group typed heavier takes from the others, is listed as one line, and is taken back by it', async () => {
    const { root, desk } = await editor();
    await type(field(root, '技术创新的权重'), '55');
    expect(root.querySelector('ol li:not([role])')).not.toBeNull();
    expect(root.textContent).toContain('权重：技术创新 50 → 55、成长经营 30 → 27、成都特色 20 → 18');
    expect(root.querySelector('.sum')!.textContent).toContain('合计，恰为 100');
    button(root, '撤回').click();
    await settle();
    expect([desk.lines, root.textContent?.includes('还没有修改')]).toEqual([[], true]);
  });
  it('what cannot be is refused in words: all others locked', async () => {
    const { root, workbench } = await editor();
    for (const group of workbench.scheme!.groups.slice(1)) labelled(root, `锁定${group.name.zh}`)[0]!.click();
    flushSync();
    await type(field(root, '技术创新的权重'), '60');
    expect(root.querySelector('.refused')!.textContent).toContain('别的都锁着');
  });
  it('a band typed higher changes the rule and its neighbour, and says both', async () => {
    const { root, workbench, desk } = await editor();
    await workbench.change({ indicator: 'C02' });
    await settle();
    await type(field(root, '下限'), '12');
    const rule = desk.scheme!.indicators.find(({ id }) => id === 'C02')!.rule;
    expect(rule.is === 'tiers' && rule.tiers.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
      [12, null],
      [6, 12],
    ]);
    expect(root.textContent).toContain('研发费用占营业收入比例：规则 ≥ 10% → 10、≥ 6%，< 10% → 8 → ≥ 12% → 10、≥ 6%，< 12% → 8');
  });
  it('an indicator is added without weight, and taken out again', async () => {
    const { root, desk, workbench } = await editor();
    button(root, '在技术创新加一项指标').click();
    await settle();
    expect(desk.scheme!.indicators.at(-1)).toMatchObject({ id: 'N1', group: 'tech', weight: 0 });
    expect(workbench.spec.indicator).toBe('N1');
    button(root, '删去这项指标').click();
    await settle();
    expect([desk.scheme!.indicators.some(({ id }) => id === 'N1'), desk.lines]).toEqual([false, []]);
  });
  it('a stage added brings no weights by stage with it, and the sum is that of the stage', async () => {
    const { root, desk } = await editor();
    button(root, '成长阶段').click();
    await settle();
    button(root, '加一个阶段').click();
    await settle();
    expect(desk.scheme!.stages).toMatchObject([{ id: 'stage1', when: 'true' }]);
    expect(root.querySelector('.sum')!.textContent).toContain('合计，恰为 100');
  });
  it('a deduction that took when true takes by number once it is told so', async () => {
    const { root, desk } = await editor();
    button(root, '准入、否决与扣减').click();
    await settle();
    button(root, '加一项扣减').click();
    await settle();
    const made = desk.scheme!.deductions.at(-1)!;
    expect(made).toMatchObject({ formula: 'false', points: 1 });
  });
  it('a group is added with an indicator to begin with, and its change is listed', async () => {
    const { root, desk } = await editor();
    button(root, '总则').click();
    await settle();
    button(root, '加一个一级指标').click();
    await settle();
    expect(desk.scheme!.groups.at(-1)).toMatchObject({ id: 'group1', kind: 'base' });
    expect(desk.scheme!.indicators.at(-1)).toMatchObject({ group: 'group1', weight: 0 });
    expect(desk.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(root.textContent).toContain('新增 新一级指标');
  });
  it('a pass line is set by total and group, listed in words, and 0 takes it away', async () => {
    const { root, desk } = await editor();
    button(root, '总则').click();
    await settle();
    await type(field(root, '总分'), '60');
    await type(field(root, '技术创新不低于'), '20');
    expect(desk.scheme!.pass).toEqual({ total: 60, groups: { tech: 20 } });
    expect(root.textContent).toContain('达标条件 — → 总分不低于 60、技术创新不低于 20');
    await type(field(root, '总分'), '0');
    await type(field(root, '技术创新不低于'), '0');
    expect([desk.scheme!.pass, desk.lines]).toEqual([null, []]);
  });
  describe('of a best-of', () => {
    const SME = 'cn-tech-sme';
    const optionsOf = (desk: Awaited<ReturnType<typeof editor>>['desk']) => {
      const { rule } = desk.scheme!.indicators.find(({ id }) => id === 'T2')!;
      return rule.is === 'best-of' ? rule.options.map(({ id, name, formula }) => [id, name.zh, formula]) : rule.is;
    };
    async function opened() {
      const found = await editor('zh', SME);
      await found.workbench.change({ indicator: 'T2' });
      await settle();
      return { ...found, options: labelled(found.root, '取优的几条算法')[0]! };
    }
    async function formula(root: HTMLElement, text: string): Promise<void> {
      const input = root.querySelector<HTMLInputElement>('article input[role=combobox]')!;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('blur'));
      await settle();
      flushSync();
    }
    const A = ['T2a', '研发费用占销售收入比例', 'rd_expense / revenue'];
    const B = ['T2b', '研发费用占成本费用支出比例', 'rd_expense / total_cost'];

    it('an option is added as a copy, written, named, moved up and taken out; each is listed and can be undone', async () => {
      const { root, desk, options } = await opened();
      button(options, '加一条').click();
      await settle();
      expect(optionsOf(desk)).toEqual([A, B, ['o1', '新一条', 'rd_expense / revenue']]);
      await formula(root, 'rd_expense / profit');
      await type(field(options, '中文名'), '研发费用占利润比例');
      expect(optionsOf(desk)).toEqual([A, B, ['o1', '研发费用占利润比例', 'rd_expense / profit']]);
      expect(root.textContent).toContain('研发投入：规则 加“研发费用占利润比例（rd_expense / profit）”');
      labelled(options, '研发费用占利润比例上移')[0]!.click();
      await settle();
      expect(optionsOf(desk)).toEqual([A, ['o1', '研发费用占利润比例', 'rd_expense / profit'], B]);
      labelled(options, '删去研发费用占利润比例')[0]!.click();
      await settle();
      expect([optionsOf(desk), desk.lines]).toEqual([[A, B], []]);
      await desk.undo();
      expect(optionsOf(desk)).toHaveLength(3);
    });
    it('another order, another formula and another band are said option by option', async () => {
      const { root, desk, options } = await opened();
      labelled(options, '研发费用占销售收入比例下移')[0]!.click();
      await settle();
      expect(optionsOf(desk)).toEqual([B, A]);
      expect(root.textContent).toContain('次序改为 研发费用占成本费用支出比例、研发费用占销售收入比例');
      await formula(root, 'rd_expense / profit');
      expect(root.textContent).toContain('“研发费用占销售收入比例”的公式 rd_expense / revenue → rd_expense / profit');
      await type(field(root, '下限'), '7');
      expect(root.textContent).toContain('“研发费用占销售收入比例”的规则 ≥ 6% → 50');
    });
    it('one way alone can be kept, which is one line; and a plain indicator can be given another way', async () => {
      const { root, desk, options, workbench } = await opened();
      button(options, '只留“研发费用占销售收入比例”').click();
      await settle();
      expect(desk.scheme!.indicators.find(({ id }) => id === 'T2')).toMatchObject({
        formula: 'rd_expense / revenue',
        rule: { is: 'tiers' },
      });
      expect([desk.lines.length, root.textContent?.includes('研发投入：规则 只按“研发费用占销售收入比例”')]).toEqual([1, true]);
      await workbench.change({ indicator: 'T1' });
      await settle();
      button(root, '再加一条算法，取最优').click();
      await settle();
      expect(desk.scheme!.indicators.find(({ id }) => id === 'T1')!.rule).toMatchObject({
        is: 'best-of',
        options: [{ id: 'o1' }, { id: 'o2' }],
      });
      expect(root.textContent).toContain('科技人员占职工总数比例：规则 取最优：科技人员占职工总数比例、新一条');
      expect(desk.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      button(root, '撤回').click();
      await settle();
      expect(desk.lines).toHaveLength(1);
    });
    it('the last way cannot be taken out', async () => {
      const { desk, options } = await opened();
      labelled(options, '删去研发费用占销售收入比例')[0]!.click();
      await settle();
      expect(optionsOf(desk)).toEqual([B]);
      expect((labelled(options, '删去研发费用占成本费用支出比例')[0] as HTMLButtonElement).disabled).toBe(true);
    });
    it('a way may ask a yes or no, with a formula of its kind to begin with; nothing is done to figures before it', async () => {
      const { root, desk, options } = await opened();
      button(options, '加一条').click();
      await settle();
      [...root.querySelectorAll<HTMLInputElement>('article .kinds input')].find(({ value }) => value === 'flag')!.click();
      await settle();
      expect(optionsOf(desk)).toEqual([A, B, ['o1', '新一条', 'false']]);
      [...root.querySelectorAll<HTMLInputElement>('article .kinds input')].find(({ value }) => value === 'min-max')!.click();
      await settle();
      expect([root.textContent?.includes('和谁比'), root.textContent?.includes('极端值')]).toEqual([true, false]);
      expect(desk.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });

  it('indicators that must earn something and shortcuts of the pass line are added, written and taken out, and listed', async () => {
    const { root, desk } = await editor('zh', 'cn-tech-sme');
    button(root, '总则').click();
    await settle();
    const select = [...root.querySelectorAll('select')].find((one) => one.textContent?.includes('加一项必须得分的指标'))!;
    select.value = 'T3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(desk.scheme!.pass!.positive).toEqual(['T1', 'T3']);
    labelled(root, '去掉 科技人员占职工总数比例')[0]!.click();
    await settle();
    expect(desk.scheme!.pass!.positive).toEqual(['T3']);
    const shortcuts = labelled(root, '直接达标')[0]!;
    labelled(shortcuts, '删去有效期内高新技术企业')[0]!.click();
    await settle();
    button(shortcuts, '加一条直接达标').click();
    await settle();
    expect(desk.scheme!.pass!.anyOf!.map(({ id }) => id)).toEqual(['award', 'platform', 'standard', 'S1']);
    const written = [...shortcuts.querySelectorAll<HTMLInputElement>('input[role=combobox]')].at(-1)!;
    written.value = 'platforms >= 3';
    written.dispatchEvent(new Event('input', { bubbles: true }));
    written.dispatchEvent(new Event('blur'));
    await settle();
    expect(desk.scheme!.pass!.anyOf!.at(-1)).toMatchObject({ formula: 'platforms >= 3', provenance: 'illustrative' });
    expect(desk.lines).toHaveLength(1);
    const said = labelled(root, '这份草稿改了什么')[0]!.textContent!;
    expect(said).toContain("有效期内高新技术企业（'高新技术企业' in titles）");
    expect(said).toContain('新直接达标条件（platforms >= 3）');
    await desk.revoke(desk.lines[0]!);
    expect(desk.scheme!.pass).toEqual(desk.parent!.pass);
  });
  it('freezing asks for a name first, then makes a version', async () => {
    const { root, desk, workbench } = await editor();
    await type(field(root, '技术创新的权重'), '55');
    button(root, '冻结为新版本').click();
    await settle();
    button(root, '冻结并采用').click();
    await settle();
    expect(root.querySelector('dialog')!.textContent).toContain('请写版本名');
    await type(field(root, '版本名'), 'v4');
    button(root, '冻结并采用').click();
    await settle();
    expect(workbench.projectState.schemes.map(schemeKey)).toEqual(['chengdu-style-4x20@v4']);
    expect(desk.draft).toBeNull();
  });
  it('speaks English', async () => {
    const { root } = await editor('en');
    expect(root.textContent).toContain('Sum, exactly 100');
    expect(root.textContent).toContain('Nothing yet');
  });
});
