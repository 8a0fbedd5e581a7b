// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedSchemes } from '../../../scoring/scheme/shipped';
import { loadWords } from '../../fixtures/words';
import type { CompareAnswer, NamedSide } from '../../../src/state/compare-face';
import type { Outcome } from '../../../src/state/face';
import type { Spec } from '../../../src/state/spec';
import { printed } from '../../../src/views/scheme/compare/printed';
import { shiftBands } from '../../../src/views/scheme/compare/shift-bands';
import { COMPARED, COMPARED_ROWS } from '../../fixtures/fake-comparing';
import { IncomingWorkbench } from '../../fixtures/fake-incoming.svelte';
import { button, read, settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../../src/views/scheme/View.svelte');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

const [scheme] = await shippedSchemes();
const sides: NamedSide[] = [
  { key: 'a@1', scheme: scheme!, draft: null },
  { key: 'a@2', scheme: { ...scheme!, version: '2' }, draft: null },
];

async function page(answer: Outcome<CompareAnswer>, part: Partial<Spec> = {}, two = true) {
  const workbench = new IncomingWorkbench({ view: 'scheme', page: 'compare', ...part }, []);
  workbench.schemes = [scheme!];
  workbench.scheme = scheme!;
  Object.assign(workbench.comparing, { sides, a: sides[0], b: two ? sides[1] : null, answer });
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  return { workbench, root: shown.root };
}
const cells = (row: Element): string[] => [...row.children].map(read);
const ready: Outcome<CompareAnswer> = { status: 'ready', value: COMPARED };

describe('the page of comparisons', () => {
  it('says in figures how alike the two boards are, and what each side is', async () => {
    const { root } = await page(ready);
    const figures = [...root.querySelectorAll('dl > div')].map((one) => read(one));
    expect(figures[0]).toContain('-0.333');
    expect(figures[1]).toContain('0 / 1');
    expect(figures[2]).toContain('▲ 2 ▼ 1');
    expect(read(root.querySelector('.side'))).toContain('#0123456789ab');
    expect(read(root.querySelector('.lead'))).toContain('1-2-2-4');
  });
  it('lists who moved with ranks, scores and a bar whose parts are said', async () => {
    const { root } = await page(ready);
    const rows = [...root.querySelectorAll('section[aria-labelledby=movers-title] tbody tr')].map((row) => read(row));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('▼ 2');
    expect(rows[0]).toContain('权重 -10.00');
    expect(rows[1]).toContain('▲ 1');
  });
  it('asks for another order, a search and the next list', async () => {
    const { root, workbench } = await page(ready);
    const last = () => workbench.comparing.calls.at(-1);
    expect(last()).toEqual(['rows', 1, { list: 'both', search: '', sort: { key: 'moved', down: true }, offset: 0, count: 50 }]);
    button(root, '分差').click();
    await settle();
    expect(last()![2]).toMatchObject({ sort: { key: 'change', down: true } });
    button(root, '分差↓').click();
    await settle();
    expect(last()![2]).toMatchObject({ sort: { key: 'change', down: false } });
    const search = root.querySelector<HTMLInputElement>('input[aria-label="找企业或信用代码"]')!;
    search.value = 'K2';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    expect(last()![2]).toMatchObject({ search: 'K2', offset: 0 });
    button(root, '只在新榜 2').click();
    await settle();
    expect(last()![2]).toMatchObject({ list: 'b', sort: { key: 'rankB', down: false } });
    expect(read(root.querySelector('.legend'))).toContain('一票否决');
  });
  it('shows every year under both, and why a figure is none', async () => {
    const { root } = await page(ready);
    const years = [...root.querySelectorAll('section[aria-labelledby=years-title] tbody tr')].map(cells);
    expect(years).toEqual([
      ['2023', '3', '—', '0 / 1', '1'],
      ['2024', '3', '-0.333', '0 / 1', '1'],
    ]);
    expect(root.querySelector('section[aria-labelledby=years-title] td[title]')!.getAttribute('title')).toBe('不足两家，无从比较');
  });
  it('gives the picture as a table', async () => {
    const { root } = await page(ready);
    button(root, '表格').click();
    flushSync();
    expect([...root.querySelectorAll('figure tbody tr')].map(cells)).toEqual([
      ['原第 1 名', '1', '0', '1', '0'],
      ['原第 2 名', '1', '1', '0', '0'],
      ['原第 3 名', '1', '1', '0', '0'],
    ]);
  });
  it('opens a firm on the board', async () => {
    const { root, workbench } = await page(ready);
    button(root, '企业K2').click();
    await settle();
    expect(workbench.spec).toMatchObject({ view: 'boards', firm: 'K2' });
  });
  it('turns the sides round when one is chosen on the other side too', async () => {
    const { root, workbench } = await page(ready);
    const select = root.querySelector<HTMLSelectElement>('.side select')!;
    select.value = 'a@2';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(workbench.spec.compare).toMatchObject({ a: 'a@2', b: 'a@1' });
  });
  it('of one scheme alone says what would be here', async () => {
    const { root } = await page({ status: 'idle' }, {}, false);
    expect(read(root.querySelector('.empty'))).toContain('并排比较');
  });
  it('says which indicators keep two years apart', async () => {
    const refusal = { is: 'indicators_differ', indicators: [{ name: { zh: '增长率', en: 'growth' }, only: 2024 }] } as const;
    const { root } = await page(
      { status: 'ready', value: { is: 'years_refused', refusal, from: 2023, to: 2024 } },
      { compare: { tab: 'rise', a: null, b: null, k: 20, from: null } },
    );
    expect(read(root.querySelector('.notice'))).toContain('增长率（只有 2024 年有）');
  });
  it('says what failed', async () => {
    const { root } = await page({ status: 'failed', error: new Error('worker stopped') });
    expect(read(root.querySelector('[role=alert]'))).toContain('worker stopped');
  });
});

describe('a printed change', () => {
  const parts = { value: 0, weight: 0, shared: 0, deduction: 0, limit: 0 };
  const of = (scoreA: number, scoreB: number, own: Partial<typeof parts>) =>
    printed({ ...COMPARED_ROWS[0]!, scoreA, scoreB, change: scoreB - scoreA, parts: { ...parts, ...own } }, 2)!;
  it('is the difference of the printed scores, and its printed parts add up to it', () => {
    // 1.005 prints 1.00 or 1.01, 2.009 prints 2.01; parts 0.334, 0.333 and 0.337 would print 0.33 + 0.33 + 0.34.
    const { change, parts: said } = of(1.004, 2.008, { weight: 0.334, value: 0.333, limit: 0.337 });
    expect(change).toBe(1.01);
    expect(said.map(({ value }) => value)).toEqual([0.34, 0.33, 0, 0, 0.34]);
  });
  it('leaves a part of nothing at nothing', () => {
    expect(of(10.004, 10.006, { value: 0.002 }).parts.map(({ value }) => value)).toEqual([0, 0.01, 0, 0, 0]);
    expect(of(10, 10, {}).change).toBe(0);
  });
  it.each([
    [50.123, 47.777, { weight: -4.001, value: 1.655 }],
    [0, 99.995, { weight: 33.335, value: 33.335, shared: 33.325 }],
    [71.349, 71.351, { weight: 3.3333, deduction: -3.3313 }],
  ])('from %d to %d adds up', (a, b, own) => {
    const { change, parts: said } = of(a, b, own);
    expect(said.reduce((sum, { value }) => sum + Math.round(value * 100), 0)).toBe(Math.round(change * 100));
  });
  it('is none without two scores', () => {
    expect(printed({ ...COMPARED_ROWS[0]!, scoreB: null }, 2)).toBeNull();
  });
});

it('the bands of a picture hold every firm once', () => {
  const bands = shiftBands({ rankA: Int32Array.of(1, 2, 20, 25), shift: Int32Array.of(1, 0, -1, 0), of: 4 }, 25);
  expect(bands).toEqual([
    { from: 1, to: 3, firms: 2, up: 1, down: 0, same: 1 },
    { from: 19, to: 21, firms: 1, up: 0, down: 1, same: 0 },
    { from: 25, to: 25, firms: 1, up: 0, down: 0, same: 1 },
  ]);
});
