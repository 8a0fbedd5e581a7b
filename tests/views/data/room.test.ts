// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadWords } from '../../fixtures/words';
import { fullRoom, IncomingWorkbench, type IncomingWorkbench as Room } from '../../fixtures/fake-incoming.svelte';
import { conflictAt, DIFFERENCES, FINDINGS, findingRowAt, LOSSES, SOURCES } from '../../fixtures/fake-project';
import { arrived, button, openPopover, press, read, settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  HTMLElement.prototype.scrollIntoView = () => undefined;
  await loadWords();
  await Promise.all([
    import('../../../src/views/data/View.svelte'),
    import('../../../src/views/data/Keeping.svelte'),
    import('../../../src/views/data/Losses.svelte'),
    import('../../../src/views/data/Offered.svelte'),
  ]);
}, 60_000);
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
async function open(room: Room, tab?: string): Promise<HTMLElement> {
  const shown = show(room);
  end = shown.end;
  await arrived(() => shown.root.querySelector('.page'));
  await settle();
  if (tab !== undefined) {
    [...shown.root.querySelectorAll<HTMLElement>('[role=tab]')].find((one) => read(one).startsWith(tab))!.click();
    await settle();
    await arrived(() => shown.root.querySelector('[role=tabpanel] > *'));
  }
  return shown.root;
}
const panel = (root: HTMLElement): HTMLElement => root.querySelector<HTMLElement>('[role=tabpanel]')!;
function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}
function submit(inside: Element): void {
  inside.closest('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  flushSync();
}

describe('the column of sources', () => {
  it('says what each is, its account, its conflicts and how late it came', async () => {
    const root = await open(fullRoom());
    const items = [...root.querySelectorAll('.side ol > li')].map(read);
    expect(items).toHaveLength(6);
    expect(items[0]).toContain('GB18030 表头第 3 行 单位 万元 2024 年 可公开');
    expect(items[0]).toContain('143 处冲突');
    expect(items[0]).toContain('47,988 载入 · 190 拒绝 · 32 跳过');
    expect(items[3]).toContain('2 家待匹配');
    expect(items[4]).toContain('迟 28 天');
  });
  it('a source is moved in the order by Alt and an arrow', async () => {
    const room = fullRoom();
    const root = await open(room);
    press(root.querySelectorAll('.side ol .pick')[1]!, 'ArrowUp', { altKey: true });
    const names = SOURCES.map(({ source }) => source);
    expect(room.calls).toContainEqual(['orderSources', [names[1], names[0], ...names.slice(2)]]);
    expect(read(root.querySelector('.side [role=status]'))).toBe(`${names[1]} 现在第 1 位`);
  });
  it('a source dragged onto another takes its place', async () => {
    const room = fullRoom();
    const root = await open(room);
    const items = root.querySelectorAll('.side ol > li');
    const dataTransfer = { types: ['application/x-source'], setData: () => undefined };
    const drag = (item: Element, kind: string) =>
      item.dispatchEvent(Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { dataTransfer }));
    drag(items[0]!, 'dragstart');
    drag(items[2]!, 'dragover');
    flushSync();
    expect(items[2]!.className).toContain('below');
    drag(items[0]!, 'dragend');
    const names = SOURCES.map(({ source }) => source);
    expect(room.calls).toContainEqual(['orderSources', [names[1], names[2], names[0], ...names.slice(3)]]);
  });
  it('its menu reads it again and removes it', async () => {
    const room = fullRoom();
    const root = await open(room);
    const name = SOURCES[1]!.source;
    const menu = await openPopover(root, `对 ${name} 做什么`);
    button(menu, '重新读取，改读法').click();
    (await openPopover(root, `对 ${name} 做什么`)).querySelectorAll('button')[3]!.click();
    expect(room.calls).toContainEqual(['reopen', name]);
    expect(room.calls).toContainEqual(['removeSource', name]);
  });
  it('the strip of districts says who was in time, and opens the table', async () => {
    const root = await open(fullRoom());
    const strip = [...root.querySelectorAll<HTMLElement>('.foot > button')].find((one) => read(one).includes('6 月 30 日截止'))!;
    expect(read(strip)).toContain('21 / 23 按时');
    expect(root.querySelectorAll('.foot li')).toHaveLength(23);
    strip.click();
    await arrived(() => panel(root).querySelector('h2'));
    expect(read(panel(root).querySelector('h2'))).toBe('23 个区县，21 个按时交齐');
  });
});

describe('a loaded source', () => {
  async function source(room: Room, at: number): Promise<HTMLElement> {
    const root = await open(room);
    root.querySelectorAll<HTMLElement>('.side ol .pick')[at]!.click();
    await settle();
    return panel(root);
  }
  it('goes on record only when a person says so', async () => {
    const room = fullRoom();
    const section = await source(room, 2);
    const form = section.querySelector('form')!;
    type(form.querySelector<HTMLInputElement>('input[type=text]')!, '市知识产权局 ');
    expect(room.calls.some(([verb]) => verb === 'setFacts')).toBe(false);
    submit(form.querySelector('input')!);
    expect(room.calls).toContainEqual(['setFacts', SOURCES[2]!.source, { owner: '市知识产权局', received: '', basis: '', use: '' }]);
  });
  it('is joined otherwise without being read again', async () => {
    const room = fullRoom();
    const section = await source(room, 0);
    [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')]
      .find((one) => read(one.closest('label')) === '取最后一行')!
      .click();
    expect(room.calls).toContainEqual(['changeJoining', SOURCES[0]!.source, { ...SOURCES[0]!.recipe, duplicates: 'last' }]);
  });
});

describe('joining', () => {
  it('says how firms were found, and decides the likely ones', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '合并'));
    expect(read(section.querySelector('.counts'))).toBe('按企业名称 完全一致 9,002 可认定 2 拿不准 2 找不到 1,204');
    const source = SOURCES[3]!.source;
    button(section, '示例玉垒设计公司 就是 示例玉垒设计有限公司').click();
    await settle();
    button(section, '9100000OMA6K3 不是其中任何一家').click();
    await settle();
    expect(room.calls).toContainEqual(['decideMatch', source, '示例玉垒设计公司', '91000000MA69Q7RE5L']);
    expect(room.calls).toContainEqual(['decideMatch', source, '9100000OMA6K3', null]);
  });
  it('finds another firm by its name', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '合并'));
    const box = await openPopover(section, '另找一家');
    type(box.querySelector('input')!, '望江');
    await settle();
    box.querySelector<HTMLElement>('li button')!.click();
    await settle();
    expect(room.calls.findLast(([verb]) => verb === 'decideMatch')!.slice(1, 3)).toEqual([SOURCES[3]!.source, '示例玉垒设计公司']);
    expect(String(room.calls.findLast(([verb]) => verb === 'decideMatch')![3])).toMatch(/^91000000/);
  });
  it('takes a decision on a firm back', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '合并'));
    button(section, '收回对 示例望江封测厂 的决定').click();
    await settle();
    const [, source, recipe] = room.calls.findLast(([verb]) => verb === 'changeJoining')!;
    expect(source).toBe(SOURCES[3]!.source);
    expect((recipe as (typeof SOURCES)[0]['recipe']).matches).toEqual([{ given: '示例不存在有限公司', firm: null }]);
  });
  it('draws only the conflicts in sight, and decides the chosen one with its reason', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '合并'));
    const list = section.querySelector('[role=listbox]')!;
    expect(list.querySelectorAll('[role=option]').length).toBeLessThan(60);
    press(list, 'ArrowDown');
    await settle();
    expect(read(section.querySelector('.clash form h3'))).toContain('示例第2家有限公司');
    press(list, 'ArrowUp');
    await settle();
    const form = section.querySelector<HTMLElement>('.clash form')!;
    expect(read(form)).toContain(`${SOURCES[0]!.source} · 第 4 行`);
    form.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    type(form.querySelector('input[type=text]')!, '以税务为准');
    submit(form.querySelector('input')!);
    await settle();
    expect(room.calls).toContainEqual(['decideConflict', conflictAt(0), { take: SOURCES[1]!.source, reason: '以税务为准' }]);
    button(section, '收回决定').click();
    await settle();
    expect(room.calls).toContainEqual(['decideConflict', conflictAt(0), null]);
  });
  it('a value can be made missing instead', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '合并'));
    const form = section.querySelector<HTMLElement>('.clash form')!;
    form.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]!.click();
    flushSync();
    submit(form.querySelector('input')!);
    await settle();
    expect(room.calls).toContainEqual(['decideConflict', conflictAt(0), { take: null, reason: '' }]);
  });
});

describe('quality', () => {
  it('tells what was not collected from what is missing, and says why', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '质量'));
    expect(read(section.querySelector('h2'))).toBe('2019 年缺得最多：应届毕业生、研发费用、技术合同成交额');
    const row = [...section.querySelectorAll('tbody tr')].find((one) => read(one).startsWith('应届毕业生'))!;
    const cells = [...row.querySelectorAll('[role=gridcell]')];
    expect(cells.map(read)).toEqual(['—', '—', '52', '61', '70', '74']);
    expect(cells.map((one) => [one.className.includes('uncollected'), one.className.includes('thin')])).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
      [false, true],
      [false, true],
    ]);
    button(row, '应届毕业生，2021：52.0%').click();
    await settle();
    const detail = read(section.querySelector('aside'));
    expect(detail).toContain('1,000 家企业，520 家有值（52.0%）');
    expect(detail).toContain('480 家缺失');
    expect(detail).toContain(`给出这个字段的来源，先用的在前：${SOURCES[3]!.source}`);
    button(row, '应届毕业生，2019：未采集').click();
    await settle();
    expect(read(section.querySelector('aside'))).toContain('1,000 家未采集：没有来源给出');
    expect(read(section.querySelector('aside'))).not.toContain('家缺失');
  });
  it('moves through the map by arrow keys and cuts it by district', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '质量'));
    const grid = section.querySelector('[role=grid]')!;
    press(grid, 'ArrowDown');
    press(grid, 'ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('研发费用，2020：78.0%');
    [...section.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((one) => read(one.closest('label')) === '区县')!.click();
    await settle();
    expect(room.calls).toContainEqual(['coverage', 'district']);
    expect(read(section.querySelector('thead'))).toContain('新津区');
  });
  it('lists every doubt with its rows and works out its effect', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '质量'));
    const lines = [...section.querySelectorAll('section:last-of-type li .line')];
    expect(lines).toHaveLength(FINDINGS.length);
    expect(read(lines[0]!)).toContain('单位疑似差 10 的几次方 · 研发费用 804 家企业');
    expect(read(lines[0]!)).toContain('1,126 38 家变分');
    expect(read(lines[3]!)).toContain('不变分');
    expect(room.calls).toContainEqual(['effect', 'unit_jump:rd_expense', 'convert']);
    expect(room.calls).toContainEqual(['effect', 'conflict', 'exclude']);
    // Rows that never reached the panel, and what is decided already, have no effect to ask for.
    expect(room.calls.filter(([verb, id]) => verb === 'effect' && (id === 'total_row' || id === 'duplicate_key'))).toEqual([]);
  });
  it('offers of each rule only what can be done about it, and names fields that only the files have', async () => {
    const room = fullRoom();
    const gap = { ...FINDINGS[3]!, id: 'series_gap', rule: 'series_gap' as const };
    const own = { ...FINDINGS[0]!, id: 'outlier:x_h1', rule: 'outlier' as const, field: 'x_h1', canConvert: false };
    room.project.findings = { status: 'ready', value: [gap, own] };
    room.data = {
      ...room.data!,
      fields: [{ id: 'x_h1', zh: '展会数', en: 'Fairs', kind: 'count', unit: '', role: null, sign: 'any', accept: [], own: true }],
    };
    const section = panel(await open(room, '质量'));
    const lines = [...section.querySelectorAll('section:last-of-type li .line')];
    const offered = lines.map((line) => [...line.querySelectorAll('.actions button')].map(read));
    expect(offered).toEqual([
      ['标记', '忽略'],
      ['排除', '标记', '忽略'],
    ]);
    expect(read(lines[1]!)).toContain('展会数');
    expect(read(lines[1]!)).not.toContain('x_h1');
  });
  it('excludes only with a reason; a mark needs none', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '质量'));
    const line = section.querySelectorAll('section:last-of-type > ul > li')[2]!;
    button(line, '排除').click();
    flushSync();
    const input = line.querySelector<HTMLInputElement>('form input')!;
    submit(input);
    expect(room.calls.some(([verb]) => verb === 'decideFinding')).toBe(false);
    type(input, '企业书面更正');
    submit(input);
    await settle();
    expect(room.calls).toContainEqual([
      'decideFinding',
      'identity:main_revenue',
      { action: 'exclude', reason: '企业书面更正', only: null },
    ]);
    expect(read(line)).toContain('已排除：企业书面更正');
    button(line, '收回处置').click();
    await settle();
    expect(room.calls).toContainEqual(['decideFinding', 'identity:main_revenue', null]);
    button(section.querySelectorAll('section:last-of-type > ul > li')[6]!, '标记').click();
    await settle();
    expect(room.calls).toContainEqual(['decideFinding', 'conflict', { action: 'mark', reason: '', only: null }]);
  });
  it('opens to its rows: neighbours, what it would read as, the cell, the firm; ticked rows alone are converted', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '质量'));
    const line = section.querySelector<HTMLElement>('section:last-of-type > ul > li')!;
    line.querySelector<HTMLElement>('.title')!.click();
    await settle();
    const rows = [...line.querySelectorAll<HTMLElement>('[role=row][aria-rowindex]')];
    expect(read(rows[0])).toBe('示例第1家有限公司 2023 1,940 万元 2,318 亿元 2,566 万元 2,318 万元');
    expect(read(rows[1])).toContain('— 2,328 万元');
    expect(read(line)).toContain('第 1,842 行 · 研发费用(万元) 2,318.00');
    rows[1]!.querySelector<HTMLInputElement>('input')!.click();
    flushSync();
    button(line, '换算').click();
    flushSync();
    const input = line.querySelector<HTMLInputElement>('form input[type=text]')!;
    type(input, '按元填报');
    expect(read(line.querySelector('form button'))).toBe('换算选中的 1 行');
    submit(input);
    await settle();
    const { firm, year } = findingRowAt(1);
    expect(room.calls).toContainEqual([
      'decideFinding',
      'unit_jump:rd_expense',
      { action: 'convert', reason: '按元填报', only: [{ firm, year }] },
    ]);
    press(line.querySelector('[role=grid]')!, 'ArrowDown');
    await settle();
    expect(read(line)).toContain('这一行没有进面板');
    press(line.querySelector('[role=grid]')!, 'Home');
    await settle();
    button(line, '打开企业').click();
    expect(room.calls).toContainEqual(['change', { view: 'boards', firm: findingRowAt(0).firm, year: 2023 }, 'step']);
  });
  it('while it is not known, it does not say that nothing is doubtful', async () => {
    const room = fullRoom();
    room.project.findings = { status: 'busy' };
    const section = panel(await open(room, '质量'));
    expect(read(section)).toContain('正在检查…');
    expect(read(section)).not.toContain('没有发现疑点');
  });
});

describe('districts', () => {
  it('who has delivered, how late, how completely, and what lacks', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '区县'));
    const cells = (district: string) =>
      [...[...section.querySelectorAll('tbody tr')].find((row) => read(row).startsWith(district))!.querySelectorAll('th, td')].map(read);
    expect(cells('新津区')).toEqual(['新津区', '307', '296', '87%', '2025-07-28', '迟 28 天', '11', '']);
    expect(cells('蒲江县')).toEqual(['蒲江县', '443', '0', '—', '—', '未交', '443', '']);
    expect(cells('锦江区')[7]).toContain('52%');
    const day = section.querySelector<HTMLInputElement>('input[type=date]')!;
    expect(day.value).toBe('2025-06-30');
    day.value = '2025-07-15';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    expect(room.calls).toContainEqual(['setDeadline', '07-15']);
  });
  it('says that nobody wrote down when a file came, and leads to where it is written', async () => {
    const room = fullRoom();
    room.project.state = { ...room.project.state, sources: [] };
    const root = await open(room, '区县');
    expect(read(panel(root))).toContain('各来源都未填收件日期，是否按时无从判断。');
    expect(read(panel(root).querySelector('tbody tr'))).toContain('未填收件日期');
    expect(read(panel(root).querySelector('h2'))).toBe('23 个区县，22 个已交');
    button(panel(root), '去填收件日期').click();
    await settle();
    expect(document.activeElement?.id).toBe('facts-received');
    expect(read(panel(root).querySelector('h2'))).toBe(SOURCES[2]!.source);
  });
});

describe('history', () => {
  it('newest first, undone steps struck through and kept, undo and redo by name', async () => {
    const room = fullRoom();
    const section = panel(await open(room, '历史'));
    const items = [...section.querySelectorAll('li')];
    expect(items.map((one) => read(one.querySelector('.n')))).toEqual(['7', '6', '5', '4', '3', '2', '1']);
    expect(read(items[1]!.querySelector('s'))).toContain('换算“单位疑似差 10 的几次方 · 研发费用”');
    expect(section.querySelectorAll('s')).toHaveLength(1);
    button(section, '撤销：91000000000000001X 2021 年的研发费用记为缺失。理由：两家都没有佐证').click();
    await settle();
    button(section, '重做：换算“单位疑似差 10 的几次方 · 研发费用”。理由：税务按元填报').click();
    await settle();
    expect(room.calls.map(([verb]) => verb)).toEqual(expect.arrayContaining(['project undo', 'project redo']));
  });
  it('Ctrl+Z acts on the workspace here, on the board elsewhere', async () => {
    const room = fullRoom();
    const root = await open(room);
    press(root, 'z', { ctrlKey: true });
    press(root, 'z', { ctrlKey: true, shiftKey: true });
    expect(room.calls.filter(([verb]) => ['undo', 'redo', 'project undo', 'project redo'].includes(String(verb)))).toEqual([
      ['project undo'],
      ['project redo'],
    ]);
    room.spec = { ...room.spec, view: 'scheme' };
    flushSync();
    press(root, 'z', { ctrlKey: true });
    expect(room.calls.at(-1)).toEqual(['undo']);
  });
});

describe('keeping', () => {
  async function bar(room: Room): Promise<HTMLElement> {
    const root = await open(room);
    await arrived(() => root.querySelector('.keeping'));
    return root.querySelector<HTMLElement>('.keeping')!;
  }
  it.each([
    [{ is: 'sample' }, '示例 · 合成数据'],
    [{ is: 'unsaved', why: null }, '未保存'],
    [{ is: 'saving', done: 42, of: 100 }, '保存中 42%'],
    [{ is: 'saved', at: '2025-07-28T14:02:00Z' }, '已保存 14:02'],
    [{ is: 'elsewhere' }, '在另一标签页打开，只读'],
  ] as const)('%j reads %s', async (keeping, words) => {
    const room = fullRoom();
    room.project.keeping = keeping;
    expect(read((await bar(room)).querySelector('button'))).toBe(words);
  });
  it('a failure is read out with its cause', async () => {
    const room = fullRoom();
    room.project.keeping = { is: 'failed', code: 'storage_full', given: '' };
    const box = await bar(room);
    expect(read(box.querySelector('button'))).toBe('保存失败');
    expect(read(box.querySelector('[role=alert]'))).toContain('保存失败：');
  });
  it('renames, saves as a file, and deletes a kept workspace only after a second yes', async () => {
    const room = fullRoom();
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    URL.createObjectURL = () => 'blob:one';
    const root = await bar(room);
    const menu = await openPopover(root, '已保存 14:02');
    type(menu.querySelector('input[type=text]')!, '成都 2025');
    submit(menu.querySelector('input')!);
    await settle();
    button(menu, '删除 高新区 2023 试算').click();
    flushSync();
    expect(room.calls.some(([verb]) => verb === 'removeKept')).toBe(false);
    button(menu, '删除').click();
    await settle();
    button(menu, '另存为 .miaopu 文件').click();
    await settle();
    button(await openPopover(root, '已保存 14:02'), '打开 成都市创新积分 2019–2024').click();
    await settle();
    expect(room.calls.filter(([verb]) => ['rename', 'removeKept', 'openKept', 'saveFile'].includes(String(verb)))).toEqual([
      ['rename', '成都 2025'],
      ['removeKept', 'w2'],
      ['saveFile'],
      ['openKept', 'w1'],
    ]);
    expect(saved).toEqual(['成都 2025.miaopu']);
  });
  it('data that are not saved are closed only after a yes', async () => {
    const room = fullRoom();
    room.project.keeping = { is: 'unsaved', why: 'no_storage' };
    const menu = await openPopover(await bar(room), '未保存');
    button(menu, '关闭数据，释放内存').click();
    await settle();
    expect(room.calls.some(([verb]) => verb === 'close')).toBe(false);
    button(menu, '关闭').click();
    await settle();
    expect(room.calls.some(([verb]) => verb === 'close')).toBe(true);
  });
  it('names the files of a load cut off, and takes them again', async () => {
    const room = fullRoom();
    room.project.losses = LOSSES;
    const root = await open(room);
    await arrived(() => [...root.querySelectorAll('.notice')].find((one) => read(one).includes('中断了')) ?? null);
    const notices = [...root.querySelectorAll('main > .notice')].map(read);
    expect(notices[0]).toContain(`${SOURCES[1]!.source}、${SOURCES[3]!.source}`);
    expect(notices[1]).toContain('浏览器为腾空间清掉了本机保存的工作区');
    expect(notices[3]).toContain('保存的内容有一部分坏了（历史）');
    const file = new File(['a'], SOURCES[1]!.source);
    const input = root.querySelector<HTMLInputElement>('main > input[type=file]')!;
    button(root.querySelector('main')!, '再选这些文件').click();
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(room.calls).toContainEqual(['open', [file]]);
    expect(room.calls).toContainEqual(['dismissLoss', 0]);
  });
  it('shows how another workspace differs before it is opened', async () => {
    const room = fullRoom();
    room.project.offered = { name: '市局汇总', differences: DIFFERENCES };
    const root = await open(room);
    await arrived(() => root.querySelector('dialog'));
    const rows = [...root.querySelectorAll('dialog tbody tr')].map((row) => [...row.querySelectorAll('th, td')].map(read));
    expect(rows[0]).toEqual(['多出的来源', '没有', '科技_技术合同_2024.csv']);
    expect(rows[1]).toEqual(['来源的内容不同', '统计_火炬年报_2024.csv：9f86d081', '统计_火炬年报_2024.csv：1c2d3e4f']);
    expect(rows[2]![2]).not.toMatch(/unit_jump|convert/);
    expect(rows[3]).toEqual(['截止日', '6 月 30 日', '7 月 15 日']);
    button(root.querySelector('dialog')!, '打开它').click();
    await settle();
    expect(room.calls).toContainEqual(['takeOffered', true]);
    expect(root.querySelector('dialog')).toBeNull();
  });
});

it('a folder dropped anywhere comes in as its files', async () => {
  const room = new IncomingWorkbench({}, []);
  const root = await open(room);
  const inside = new File(['a,b'], '新津.csv');
  const entry = {
    name: '补报',
    isDirectory: true,
    isFile: false,
    createReader: () => reader([{ name: '新津.csv', isFile: true, file: (done: (file: File) => void) => done(inside) }]),
  };
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [new File([], '补报')], items: [{ webkitGetAsEntry: () => entry }], getData: () => '' },
  });
  root.querySelector('.foot [role=group]')!.dispatchEvent(drop);
  await vi.waitFor(() => expect(room.calls).toContainEqual(['open', [inside]]));
});
function reader(entries: readonly unknown[]): { readEntries: (done: (some: readonly unknown[]) => void) => void } {
  let at = 0;
  return { readEntries: (done) => done(entries.slice(at, (at += 10))) };
}
