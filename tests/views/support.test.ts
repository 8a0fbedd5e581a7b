// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadWords } from '../fixtures/words';
import { supportTotals } from '../../src/views/firm/support-totals';
import { SOURCES, SUPPORT } from '../fixtures/fake-project';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { arrived, read, settle, show, standIn } from './fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../src/views/firm/View.svelte');
}, 60_000);
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
const SOURCE = { ...SOURCES[0]!, recipe: { ...SOURCES[0]!.recipe, dated: { is: 'support', kind: null } as const } };
async function drawer(workbench: FakeWorkbench): Promise<HTMLElement> {
  const shown = show(workbench);
  end = shown.end;
  await arrived(() => shown.root.querySelector('aside .score'));
  await settle();
  return shown.root.querySelector<HTMLElement>('aside')!;
}

it('adds up a kind over the amounts given, and counts those that are not', () => {
  expect(supportTotals(SUPPORT)).toEqual([
    { kind: 'policy', count: 2, amount: 1_200_000, unknown: 1 },
    { kind: 'loan', count: 1, amount: 8_000_000, unknown: 0 },
    { kind: 'talent', count: 1, amount: 0, unknown: 1 },
  ]);
});
describe('support in the drawer of a firm', () => {
  it('lists the newest first, with its office and source; an amount not given is not 0', async () => {
    const workbench = new FakeWorkbench({ firm: new FakeWorkbench().slice().rows[0]!.firm });
    workbench.sources = [SOURCE];
    const text = read(await drawer(workbench));
    expect(text).toContain('政策 2 项，120 万元（另 1 项金额未写）');
    expect(text).toContain('贷款 1 项，800 万元');
    expect(text).toContain('人才 1 项');
    expect(text).not.toContain('人才 1 项，');
    const at = ['2024-08-01', '2024-05-20', '2023-11', '日期未写'].map((date) => text.indexOf(date));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(text).toContain('科技_扶持.csv · 第 12 行');
  });
  it('says none only where a source of support is loaded', async () => {
    const without = new FakeWorkbench({ firm: new FakeWorkbench().slice().rows[0]!.firm });
    without.project.support = async () => [];
    expect(read(await drawer(without))).not.toContain('受到的扶持');
    await end?.();
    end = null;
    const loaded = new FakeWorkbench({ firm: new FakeWorkbench().slice().rows[0]!.firm });
    loaded.sources = [SOURCE];
    loaded.project.support = async () => [];
    expect(read(await drawer(loaded))).toContain('已载入的扶持来源里没有这家企业的记录。');
  });
});
