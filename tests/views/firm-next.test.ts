// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadWords } from '../fixtures/words';
import { NEXT } from '../fixtures/fake-comparing';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { arrived, button, read, settle, show, standIn } from './fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../src/views/firm/View.svelte');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

async function drawer(language: 'zh' | 'en' = 'zh') {
  const workbench = new FakeWorkbench({ language });
  const row = (await workbench.rows(2, 1))[0]!;
  await workbench.change({ firm: row.firm });
  workbench.calls.length = 0;
  const shown = show(workbench);
  end = shown.end;
  await arrived(() => shown.root.querySelector('.headline'));
  return { workbench, root: shown.root, firm: row.firm };
}
const section = (root: HTMLElement, title: string): HTMLElement =>
  [...root.querySelectorAll('h3')].find((one) => read(one) === title)!.closest('section')!;

describe('next tiers in the drawer', () => {
  it('are asked for only by who looks', async () => {
    const { workbench, root, firm } = await drawer();
    expect(workbench.comparing.calls).toEqual([]);
    button(root, '下一档').click();
    await settle();
    expect(workbench.comparing.calls).toEqual([['nextSteps', firm]]);
  });
  it('say gap, target, gain, score and rank after, and the figure that would close the gap', async () => {
    const { root } = await drawer();
    button(root, '下一档').click();
    await settle();
    const [first, second, third] = [...section(root, '下一档').querySelectorAll('li')].map((one) => read(one));
    for (const words of ['研发强度', '+4 分', '还差 4 个百分点', '到 10%', '现为 6%', '得分 84.00，第 1 名', '研发费用增加'])
      expect(first).toContain(words);
    expect(second).toContain('还取决于别家');
    expect(third).toContain('缺失');
    expect(read(section(root, '下一档'))).toContain('另有 2 项已拿满');
  });
});

describe('next tiers where there is no difference to give', () => {
  async function shown(next: Partial<typeof NEXT>) {
    const { workbench, root } = await drawer();
    workbench.comparing.next = { ...NEXT, ...next };
    button(root, '下一档').click();
    await settle();
    return read(section(root, '下一档'));
  }
  it('of a firm that is not scored say so, and no gain of nothing', async () => {
    const [first] = NEXT.steps;
    if (first?.step.is !== 'reach') throw new Error('no step');
    const after = { score: null, gained: null, rank: null, status: 'not_scored' } as const;
    const words = await shown({ steps: [{ ...first, step: { ...first.step, after, fields: [] } }] });
    expect(words).toContain('不计分');
    expect(words).not.toContain('总分不变');
  });
  it('of a firm without a stage do not say that it has everything', async () => {
    expect(await shown({ steps: [], full: 0 })).toContain('无从计算');
    await end?.();
    expect(await shown({ steps: [], full: 3 })).toContain('各项都已拿满');
  });
});

describe('why above in the drawer', () => {
  it('begins with the firm just above and adds up line by line', async () => {
    const { workbench, root, firm } = await drawer();
    button(root, '为何在前，为何在后').click();
    await settle();
    await settle();
    // The firm of the drawer is third: K3 with rank 2 is just above.
    expect(workbench.comparing.calls).toEqual([
      ['neighbours', firm],
      ['whyAbove', firm, 'K3'],
    ]);
    const why = section(root, '为何在前，为何在后');
    expect(read(why.querySelector('.title'))).toBe('企业K1 比 企业K3 低 1.00 分');
    expect([...why.querySelectorAll('tbody tr')].map((row) => [...row.children].map(read))).toEqual([
      ['研发强度', '10.00', '缺失', '+10.00'],
      ['扣减', '-3.00', '0.00', '-3.00'],
      ['营收', '1.00', '9.00', '-8.00'],
    ]);
    expect(read(why.querySelector('tfoot'))).toContain('-1.00');
  });
  it('takes another firm from the list of neighbours', async () => {
    const { workbench, root, firm } = await drawer('en');
    button(root, 'Why above, why below').click();
    await settle();
    const select = section(root, 'Why above, why below').querySelector('select')!;
    select.value = 'K2';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(workbench.comparing.calls.at(-1)).toEqual(['whyAbove', firm, 'K2']);
  });
});
