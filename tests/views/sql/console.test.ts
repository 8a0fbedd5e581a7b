// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../src/engine/failure';
import type { FakeAnswers } from '../../fixtures/fake-sql';
import { FakeWorkbench } from '../../fixtures/fake-workbench.svelte';
import { loadWords } from '../../fixtures/words';
import { arrived, button, press, read, settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  // The editor measures what it draws; jsdom draws nothing.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
});
let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

const ONE = { columns: [['n', 'INTEGER'] as const], rows: [['7']] };

async function opened(answers: FakeAnswers = {}) {
  const workbench = new FakeWorkbench({ view: 'sql' });
  workbench.answers = answers;
  const shown = show(workbench);
  ({ end } = shown);
  const sql = await workbench.openSqlRoom();
  await arrived(() => shown.root.querySelector('.editor > div'));
  const run = async (text: string) => {
    sql.write(text);
    button(shown.root, '全部运行').click();
    await vi.waitFor(async () => {
      await settle();
      expect(sql.isBusy).toBe(false);
    });
  };
  return { workbench, sql, run, root: shown.root };
}

describe('the console', () => {
  it('offers tables with what they are called, and questions that begin it', async () => {
    const { root, sql } = await opened();
    await vi.waitFor(async () => {
      await settle();
      expect(read(root.querySelector('aside')!)).toContain('rd_expense');
    });
    const side = read(root.querySelector('aside')!);
    for (const part of ['企业代码', 'firm', 'score', '最近一年得分最高的十家是谁？', '还没有运行过']) expect(side).toContain(part);
    button(root, '最近一年得分最高的十家是谁？').click();
    await settle();
    expect(sql.text).toContain('from score as s');
    const { shadowRoot } = root.querySelector<HTMLElement>('.editor > div')!;
    expect(shadowRoot!.querySelector('[role=textbox]')!.getAttribute('aria-label')).toBe('SQL 编辑器');
    expect(shadowRoot!.textContent).toContain('from score as s');
  });

  it('a column is found in the list by pinyin', async () => {
    const { root } = await opened();
    const field = root.querySelector<HTMLInputElement>('aside input')!;
    field.value = 'zzch';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(async () => {
      await settle();
      expect(read(root.querySelector('aside')!)).toContain('资质称号');
    });
    expect(read(root.querySelector('aside')!)).not.toContain('企业代码');
  });

  it('shows rows as a grid with their true count, text as text, missing as a dash', async () => {
    const { root, run } = await opened({
      'select x': {
        columns: [
          ['x', 'VARCHAR'],
          ['v', 'DOUBLE'],
        ],
        rows: [
          ['<img src=x onerror=alert(1)>', '12345.5'],
          [null, null],
        ],
      },
    });
    await run('select x');
    const grid = root.querySelector('[role=grid]')!;
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    expect([...grid.querySelectorAll('[role=columnheader]')].map(read)).toEqual(['行', 'x', 'v']);
    expect([...grid.querySelectorAll('[role=gridcell]')].map(read)).toEqual(['<img src=x onerror=alert(1)>', '12,345.5', '—', '—']);
    expect(grid.querySelector('img')).toBeNull();
    expect(read(root.querySelector('.answer h2')!)).toBe('共 2 行');
  });

  it('says how many rows there are beyond those shown, and shows more when asked', async () => {
    const { root, run } = await opened({ 'select n': { ...ONE, all: 12_345 } });
    await run('select n');
    await vi.waitFor(async () => {
      await settle();
      expect(read(root.querySelector('.answer h2')!)).toBe('显示前 500 行，共 12,345 行');
    });
    button(root, '显示到 10,000 行').click();
    await vi.waitFor(async () => {
      await settle();
      expect(read(root.querySelector('.answer h2')!)).toBe('显示前 10,000 行，共 12,345 行');
    });
  });

  it('opens a whole row by Enter', async () => {
    const { root, run } = await opened({ 'select n': { columns: [['n', 'DOUBLE']], rows: [['1.0'], ['0.30000000000000004']] } });
    await run('select n');
    const grid = root.querySelector<HTMLElement>('[role=grid]')!;
    press(grid, 'ArrowDown');
    press(grid, 'Enter');
    await settle();
    const dialog = root.querySelector('dialog')!;
    expect(read(dialog)).toContain('第 2 行');
    expect(read(dialog.querySelector('dd')!)).toBe('0.30000000000000004');
  });

  it('says in plain words why there is no answer, with the engine’s own below', async () => {
    const { root, run } = await opened({
      'select x': new Error(
        'Binder Error: Referenced column "x" not found in FROM clause!\nCandidate bindings: "y"\n\nLINE 2: select x\n               ^',
      ),
    });
    await run('select x');
    const alert = read(root.querySelector('[role=alert]')!);
    for (const part of ['第 1 行', '没有叫“x”的列', '引擎原话', 'Candidate bindings: "y"']) expect(alert).toContain(part);
    await run('drop table panel');
    expect(read(root.querySelector('[role=alert]')!)).toContain('“drop”会改动数据');
    expect(read(root.querySelector('[role=alert]')!)).not.toContain('引擎原话');
  });

  it('says that time ran out', async () => {
    const { root, run } = await opened({ 'select x': new EngineError('deadline', 'sql') as Error });
    await run('select x');
    expect(read(root.querySelector('[role=alert]')!)).toContain('超过时限');
  });

  it('draws bars of one text and one figure, with the rows they are of', async () => {
    const { root, run } = await opened({
      'select g': {
        columns: [
          ['industry', 'VARCHAR'],
          ['firms', 'BIGINT'],
        ],
        rows: [
          ['软件', '3'],
          ['机械', '2'],
        ],
      },
    });
    await run('select g');
    button(root, '图').click();
    await settle();
    expect(read(root.querySelector('figure')!)).toContain('各industry的 firms');
    expect(read(root.querySelector('figure')!)).toContain('用到全部 2 行。');
    expect(root.querySelectorAll('figure svg rect').length).toBe(2);
  });

  it('keeps what was run: an earlier answer comes back, an earlier text goes to the editor', async () => {
    const { root, run, sql } = await opened({ 'select 1': ONE, 'select 2': { ...ONE, rows: [['8']] } });
    await run('select 1');
    await run('select 2');
    const entries = [...root.querySelectorAll<HTMLElement>('aside ol li')];
    expect(entries.map((entry) => read(entry.querySelector('.code')!))).toEqual(['select 2', 'select 1']);
    entries[1]!.querySelector<HTMLButtonElement>('.what')!.click();
    await settle();
    expect(read(root.querySelector('[role=gridcell]')!)).toBe('7');
    entries[1]!.querySelector<HTMLButtonElement>('[aria-label="放进编辑器"]')!.click();
    await settle();
    expect(sql.text).toBe('select 1');
  });

  it('says that an answer is of other data, and hands nothing of it out', async () => {
    const { root, run, workbench } = await opened({ 'select 1': ONE });
    await run('select 1');
    workbench.data = { ...workbench.data!, fingerprint: 'other' };
    await settle();
    expect(read(root.querySelector('.answer')!)).toContain('数据在这之后变过');
    expect(button(root, '下载 CSV').disabled).toBe(true);
  });

  it('hands the firms of the answer on as a list that is selected, and says which rows are of no known firm', async () => {
    const firms = ['A', 'B', 'A', null, 'nobody'];
    const { root, run, workbench } = await opened({ 'select firm': { columns: [['firm', 'VARCHAR']], rows: firms.map((firm) => [firm]) } });
    const chosen: unknown[] = [];
    Object.assign(workbench, { openSpread: async () => ({ chooseFirms: async (...asked: unknown[]) => chosen.push(asked) > 0 }) });
    await run('select firm');
    button(root, '选为企业名单').click();
    await arrived(() => root.querySelector('dialog form'));
    const said = read(root.querySelector('dialog')!);
    expect(said).toContain('有 2 家企业');
    expect(said).toContain('另有 2 行没有企业代码，或代码不在面板里');
    button(root, '存为名单，到分布里看').click();
    await vi.waitFor(() => expect(workbench.spec.view).toBe('distributions'));
    expect(chosen).toEqual([['SQL 选出的企业', ['A', 'B']]]);
  });

  it('offers no list of firms where the answer has no column of them, and none of an answer whose firms nobody knows', async () => {
    const { root, run } = await opened({ 'select 1': ONE, 'select x': { columns: [['Firm', 'VARCHAR']], rows: [['nobody']] } });
    await run('select 1');
    expect(() => button(root, '选为企业名单')).toThrow();
    await run('select x');
    button(root, '选为企业名单').click();
    await arrived(() => root.querySelector('dialog p:not(.soft)'));
    expect(read(root.querySelector('dialog')!)).toContain('没有面板认得的企业（1 行没有代码或代码不在面板里）');
    expect(root.querySelector('dialog form')).toBeNull();
  });

  it('keys pressed in the editor are none of the page’s', async () => {
    const { root, workbench } = await opened();
    const host = root.querySelector<HTMLElement>('.editor > div')!;
    for (const key of ['g', 'b', '?']) press(host, key);
    await settle();
    expect([workbench.spec.view, root.querySelector('dialog')]).toEqual(['sql', null]);
  });
});
