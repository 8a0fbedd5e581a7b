// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageKey, type Press } from '../../src/views/frame/keys';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { arrived, button, press, read, settle, show, standIn } from './fixture';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const key = (name: string, more: Partial<Press> = {}): Press => ({ ...plain, key: name, ...more });
const free = { inField: false, singleKeys: true, afterG: false };

describe('pageKey', () => {
  it.each([
    ['/', 'search'],
    ['?', 'help'],
    ['[', 'before'],
    [']', 'after'],
    ['g', 'go'],
    ['Escape', 'close'],
    ['x', null],
  ] as const)('%s is %s', (name, wish) => {
    expect(pageKey(key(name), free)).toBe(wish);
  });
  it('undoes with Ctrl or ⌘ and redoes with Shift', () => {
    expect(pageKey(key('z', { ctrlKey: true }), free)).toBe('undo');
    expect(pageKey(key('Z', { metaKey: true, shiftKey: true }), free)).toBe('redo');
  });
  it('leaves undo to the field the cursor stands in', () => {
    expect(pageKey(key('z', { ctrlKey: true }), { ...free, inField: true })).toBeNull();
  });
  it('does nothing while an input method composes', () => {
    expect(pageKey(key('/', { isComposing: true }), free)).toBeNull();
  });
  it('does nothing in a field', () => {
    expect(pageKey(key('/'), { ...free, inField: true })).toBeNull();
  });
  it('can be turned off, but for Escape and undo', () => {
    const off = { ...free, singleKeys: false };
    expect(['/', '?', 'g', '['].map((name) => pageKey(key(name), off))).toEqual([null, null, null, null]);
    expect(pageKey(key('Escape'), off)).toBe('close');
    expect(pageKey(key('z', { ctrlKey: true }), off)).toBe('undo');
  });
  it('goes to a view by g and a letter', () => {
    expect(['d', 's', 'b', 'm', 'q'].map((name) => pageKey(key(name), { ...free, afterG: true }))).toEqual([
      'data',
      'scheme',
      'boards',
      'seedlings',
      'sql',
    ]);
    expect(pageKey(key('d'), free)).toBeNull();
  });
});

describe('the frame', () => {
  let workbench: FakeWorkbench;
  let root: HTMLElement;
  let end: () => Promise<void>;
  function start(...given: ConstructorParameters<typeof FakeWorkbench>): void {
    workbench = new FakeWorkbench(...given);
    ({ root, end } = show(workbench));
  }
  beforeEach(standIn);
  afterEach(() => end());

  it('offers the views there are and no others', () => {
    start();
    expect([...root.querySelectorAll('nav[aria-label="视图"] li')].map(read)).toEqual(['数据', '方案', '榜单', '分布', '好苗子', 'SQL']);
  });
  it('counts outside requests as they happen', async () => {
    start();
    expect(read(root.querySelector('.offline'))).toContain('对外请求 0 次');
    workbench.outsideRequests = 2;
    flushSync();
    expect(read(root.querySelector('.offline'))).toContain('对外请求 2 次');
    button(root, '查看依据').click();
    await arrived(() => root.querySelector('dialog'));
    expect(read(root.querySelector('dialog'))).toContain('向本站之外发出的请求：2 次');
    button(root.querySelector('dialog')!, '关闭').click();
    flushSync();
    expect(root.querySelector('dialog')).toBeNull();
  });
  it('steps the year, and not past the ends', () => {
    start();
    expect(button(root, '下一年').disabled).toBe(true);
    button(root, '上一年').click();
    expect(workbench.spec.year).toBe(2023);
    press(window, '[');
    expect(workbench.spec.year).toBe(2022);
  });
  it('says what is not saved, and only then', () => {
    start();
    expect(read(root.querySelector('header'))).not.toContain('未保存');
    workbench.unsaved = true;
    flushSync();
    expect(read(root.querySelector('header'))).toContain('未保存');
  });
  it('switches the language, once its words have come', async () => {
    start();
    button(root, '切换到英文（Switch to English）').click();
    await expect.poll(() => read(root.querySelector('h1'))).toBe('Innovation board 2024');
  });
  it('keeps what is typed in a view when the language or the colours change', async () => {
    start({ view: 'scheme' });
    await arrived(() => [...root.querySelectorAll('button')].find((one) => read(one) === '导入方案') ?? null);
    button(root, '导入方案').click();
    flushSync();
    const typed = root.querySelector('textarea')!;
    await workbench.change({ language: 'en', theme: 'dark' });
    await settle();
    expect(root.querySelector('textarea')).toBe(typed);
  });
  it('tells the page which theme and which colour of a rise', () => {
    start({ theme: 'dark', rise: 'green' });
    expect([document.documentElement.dataset['theme'], document.documentElement.dataset['rise']]).toEqual(['dark', 'green']);
  });
  it('finds a firm from the keyboard', async () => {
    start();
    await arrived(() => root.querySelector('[role=combobox]'));
    press(window, '/');
    const input = root.querySelector<HTMLInputElement>('[role=combobox]')!;
    expect(document.activeElement).toBe(input);
    input.value = '芯';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    expect([...root.querySelectorAll('[role=option]')].map((one) => read(one).slice(0, 7))).toEqual(['示例蓉芯半导体', '示例芯禾微电子']);
    press(input, 'ArrowDown');
    press(input, 'Enter');
    expect(workbench.spec.firm).toBe(workbench.slice().rows[2]!.firm);
  });
  it('does not search for half a word of an input method', async () => {
    start();
    await arrived(() => root.querySelector('[role=combobox]'));
    const input = root.querySelector<HTMLInputElement>('[role=combobox]')!;
    input.value = 'x';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await settle();
    expect(workbench.calls.filter(([name]) => name === 'find')).toHaveLength(0);
  });
  it('shows the sheet of keys and lets single keys be turned off there', async () => {
    start();
    press(window, '?');
    await arrived(() => root.querySelector('dialog'));
    root.querySelector<HTMLInputElement>('dialog input[type=checkbox]')!.click();
    expect(workbench.spec.keys).toBe(false);
  });
  it('undoes only when there is something to undo', () => {
    start();
    expect(button(root, '撤销').disabled).toBe(true);
    workbench.canUndo = true;
    flushSync();
    button(root, '撤销').click();
    expect(workbench.calls).toEqual([['undo']]);
  });
  it('says a notice in words and takes it away when closed', async () => {
    start();
    workbench.notices = [
      { id: 7, code: 'link_unknown_value', given: 'year=abc' },
      { id: 8, code: 'odd', given: 'q' },
    ];
    await arrived(() => root.querySelector('.notice'));
    expect([...root.querySelectorAll('.notice')].map(read)).toEqual(['链接里有一处读不懂，已略过：year=abc', '有一处没能照做（odd q）']);
    button(root.querySelector('.notice')!, '关闭提示').click();
    flushSync();
    expect(root.querySelectorAll('.notice')).toHaveLength(1);
  });
  it('takes a dropped file anywhere on the page', () => {
    start();
    const file = new File(['a,b'], 'firms.csv');
    window.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files: [file] } }));
    expect(workbench.calls).toEqual([['open', [file]]]);
  });
  it('takes a pasted table, and leaves a pasted word alone', () => {
    start();
    const paste = (text: string): unknown =>
      window.dispatchEvent(Object.assign(new Event('paste'), { clipboardData: { files: [], getData: () => text } }));
    paste('word');
    paste('a\tb\n1\t2');
    expect(workbench.calls).toEqual([['paste', 'a\tb\n1\t2']]);
  });
});
