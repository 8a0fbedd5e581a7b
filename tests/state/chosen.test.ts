import { describe, expect, it, vi } from 'vitest';
import type { Selection } from '../../scoring/chosen';
import { textColumn } from '../../scoring/column';
import type { KeptSource, Project, SavedCanvas, SavedSelection } from '../../src/model/project';
import { MOST_SAVED } from '../../src/model/project';
import { shownDifferences } from '../../src/state/differences';
import { asFile } from '../../src/state/download';
import { leavingOf } from '../../src/state/leaving';
import { groupsKey, tooMany, withSaved } from '../../src/state/saved';
import { ScoreRoom } from '../../src/state/score-room';
import { DEFAULTS } from '../../src/state/spec';
import { Workbench } from '../../src/state/workbench.svelte';
import { act, begin } from '../../src/workspace/project';
import { panelOf } from '../scoring/panel-of';
import { schemeOf } from '../scoring/schemes';
import { fakeOutside, fakeRooms } from './fake-rooms';

const made = '2026-01-01T00:00:00Z';
const list = (id: string, firms: readonly string[] = ['F0']): SavedSelection => ({ id, name: `名单 ${id}`, made, is: 'list', firms });
const canvas = (id: string): SavedCanvas => ({ id, name: { zh: `画布 ${id}`, en: `Canvas ${id}` }, charts: [] });

describe('what is saved', () => {
  it('stands in the place of the one of its id, or last', () => {
    const [a, b] = [list('a'), list('b')];
    const other = { ...a, name: '改名' };
    expect([withSaved([a, b], other), withSaved([a], b)]).toEqual([
      [other, b],
      [a, b],
    ]);
  });

  const many = <One>(count: number, make: (at: number) => One): One[] => Array.from({ length: count }, (_, at) => make(at));
  const spread = { is: 'spread', measure: 'score', mode: 'ecdf', log: false } as const;
  it.each([
    ['canvases', { canvases: many(MOST_SAVED.canvases + 1, (at) => canvas(`${at}`)), selections: [] }],
    ['charts', { canvases: [{ ...canvas('a'), charts: many(MOST_SAVED.charts + 1, () => spread) }], selections: [] }],
    ['selections', { canvases: [], selections: many(MOST_SAVED.selections + 1, (at) => list(`${at}`)) }],
    ['firms', { canvases: [], selections: [list('a', many(MOST_SAVED.firms + 1, String))] }],
    ['listed', { canvases: [], selections: many(11, (at) => list(`${at}`, many(MOST_SAVED.firms, String))) }],
    [null, { canvases: [canvas('a')], selections: many(10, (at) => list(`${at}`, many(MOST_SAVED.firms, String))) }],
  ] as const)('of too much it is said what there is too much of: %s', (wanted, state) => {
    expect(tooMany(state)).toBe(wanted);
  });
  it('firms named in a condition count as those of a list', () => {
    const clauses = [{ is: 'firms', firms: many(MOST_SAVED.firms + 1, String) }] as const;
    expect(tooMany({ canvases: [], selections: [{ id: 'a', name: '', made, is: 'rule', clauses, segment: {} }] })).toBe('firms');
  });
  it('tells an answer cut by chosen groups from one about others, and leaves every other answer alone', () => {
    const [a, later] = [list('a'), { ...list('a'), made: '2026-01-02T00:00:00Z' }];
    expect(groupsKey({ industry: '软件' }, [a], 's@1')).toBe('');
    const keys = [
      groupsKey({ chosen: 'a' }, [a], 's@1'),
      groupsKey({ chosen: 'a' }, [later], 's@1'),
      groupsKey({ chosen: 'a' }, [a], 's@2'),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});

async function withSample(fragment = '', last?: Project) {
  const fake = fakeRooms({ fits: ['a'], ...(last ? { last } : {}) });
  const { outside } = fakeOutside(fake.rooms, { fragment });
  const workbench = new Workbench(outside);
  await workbench.begin();
  return { ...fake, workbench };
}
const codes = (workbench: Workbench) => workbench.notices.map(({ code }) => code);

describe('in the workspace', () => {
  it('the sample is kept from the first thing saved, as with a draft', async () => {
    const { workbench, kept } = await withSample();
    expect([workbench.project.keeping.is, kept.length]).toEqual(['sample', 0]);
    await workbench.project.saveCanvas(canvas('c1'));
    expect([workbench.project.keeping.is, kept.at(-1)?.state.canvases]).toEqual(['unsaved', [canvas('c1')]]);
  });

  it('saving, saving again and dropping are steps with the name, which undo and redo walk', async () => {
    const { workbench } = await withSample();
    const { project } = workbench;
    await project.saveCanvas(canvas('c1'));
    await project.saveSelection(list('s1'));
    await project.saveSelection({ ...list('s1'), name: '新名' });
    await project.dropSelection('s1');
    await project.dropCanvas('c1');
    await project.dropCanvas('c1');
    expect(project.steps.slice(2).map(({ kind, given }) => [kind, ...given])).toEqual([
      ['canvas_saved', '画布 c1', 'Canvas c1'],
      ['selection_saved', '名单 s1'],
      ['selection_saved', '新名'],
      ['selection_dropped', '新名'],
      ['canvas_dropped', '画布 c1', 'Canvas c1'],
    ]);
    expect([project.state.canvases, project.state.selections]).toEqual([[], []]);
    await project.undo();
    await project.undo();
    await project.undo();
    expect([project.state.canvases, project.state.selections]).toEqual([[canvas('c1')], [list('s1')]]);
    await project.redo();
    expect(project.state.selections).toEqual([{ ...list('s1'), name: '新名' }]);
  });

  it('two things saved at once are both kept', async () => {
    const { workbench } = await withSample();
    await Promise.all([workbench.project.saveSelection(list('s1')), workbench.project.saveSelection(list('s2'))]);
    expect(workbench.project.state.selections.map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('what is too much is refused and is no step', async () => {
    const { workbench } = await withSample();
    const firms = Array.from({ length: MOST_SAVED.firms + 1 }, (_, at) => `F${at}`);
    expect(await workbench.project.saveSelection(list('s1', firms))).toBe('firms');
    expect([workbench.project.state.selections, workbench.project.steps.length]).toEqual([[], 2]);
  });

  it('the scores are told of the groups with the data and after every step that changes them, of no other', async () => {
    const { workbench, told, shows } = await withSample();
    expect(told).toEqual([[]]);
    await workbench.project.rename('甲');
    await workbench.project.saveCanvas(canvas('c1'));
    expect(told).toEqual([[]]);
    const before = shows.length;
    await workbench.project.saveSelection(list('s1'));
    await vi.waitFor(() => expect(shows.length).toBe(before + 1));
    // The tree may show the groups: it is grown anew.
    expect(shows.at(-1)!.tree).toEqual(['industry', 'type']);
    await workbench.project.undo();
    await workbench.project.redo();
    expect(told).toEqual([[], ['s1'], [], ['s1']]);
  });

  it('a workspace that comes back brings its groups along', async () => {
    const first = await withSample();
    await first.workbench.project.saveSelection(list('s1'));
    const { told } = await withSample('', first.kept.at(-1));
    expect(told).toEqual([['s1']]);
  });
});

it('another workspace’s canvases and groups are told of by name and by how much they hold', () => {
  const project = (part: Partial<Project['state']>): Project => act(begin('甲', 'w1', made), 'renamed', [], part, made);
  const mine = project({ canvases: [canvas('c1')], selections: [list('s1', ['F0', 'F1'])] });
  const theirs = project({ selections: [{ id: 's1', name: '大户', made, is: 'rule', clauses: [], segment: {} }] });
  expect(shownDifferences(mine, theirs)).toEqual([
    { what: 'canvas', mine: ['画布 c1', 'Canvas c1', '0'], theirs: [] },
    { what: 'selection', mine: ['名单 s1', 'list', '2'], theirs: ['大户', 'rule', '0'] },
  ]);
});

describe('a board cut by a group that is not here', () => {
  it('says so once for each group, and not of one that is here', async () => {
    const { workbench } = await withSample('in.chosen=gone');
    expect([codes(workbench), workbench.spec.segment]).toEqual([['chosen_not_here'], { chosen: 'gone' }]);
    workbench.dismiss(workbench.notices[0]!.id);
    await workbench.change({ sort: { key: 'score', down: true } });
    expect(codes(workbench)).toEqual([]);
    await workbench.project.saveSelection(list('s1'));
    await workbench.change({ segment: { chosen: 's1' } });
    expect(codes(workbench)).toEqual([]);
    await workbench.project.dropSelection('s1');
    await vi.waitFor(() => expect(codes(workbench)).toEqual(['chosen_not_here']));
  });
});

// Revenue 1, 3 and 5 million in 2024; the scheme makes two of them start-ups.
const day = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;
const panel = panelOf({ revenue: [1e6, 3e6, 5e8], found_date: [2022, 2021, 2000].map(day) });
const scheme = schemeOf('data/schemes/cn-most-2024-18.json');
const over: Selection = {
  id: 'over',
  name: '两百万以上',
  is: 'rule',
  clauses: [{ is: 'ranges', measure: 'field:revenue', ranges: [{ from: 2e6, to: null }], missing: false }],
  segment: {},
};
const show = { draft: null, trial: null, tree: null, firm: 'F1' } as const;
const ask = (segment: object) =>
  ({ year: null, segment, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 9, fields: [] }) as const;

async function room(selections: readonly Selection[], of = panel) {
  const score = new ScoreRoom();
  await score.adopt(of, [], '示例.csv', false, 'abc', null);
  await score.setChosen(selections);
  await score.choose(scheme);
  return score;
}

describe('the scoring room', () => {
  it('cuts boards by the groups it was told of before or after the scheme', async () => {
    const score = await room([over]);
    const answer = await score.show({ ...show, board: ask({ chosen: 'over' }) });
    expect(answer.board.rows.map(({ firm }) => firm).sort()).toEqual(['F1', 'F2']);
    expect([answer.board.chosen, answer.sheet?.chosen, answer.newlyLost]).toEqual([
      [{ id: 'over', name: '两百万以上' }],
      ['两百万以上'],
      null,
    ]);
    expect(answer.dimensions).toContain('chosen');
    await score.setChosen([list('l', ['F0'])]);
    const later = await score.show({ ...show, board: ask({ chosen: 'l' }) });
    expect(later.board.rows.map(({ firm }) => firm)).toEqual(['F0']);
  });

  it('a group it was not told of, or "in none" while there are no groups, is an empty board and said to be lost, once', async () => {
    const lost = async (selections: readonly Selection[], chosen: string) => {
      const score = await room(selections);
      const answers = [await score.show({ ...show, board: ask({ chosen }) }), await score.show({ ...show, board: ask({ chosen }) })];
      return answers.map(({ board, newlyLost }) => [board.all, newlyLost]);
    };
    expect([await lost([over], 'gone'), await lost([over], ''), await lost([], '')]).toEqual([
      [
        [0, 'gone'],
        [0, null],
      ],
      [
        [1, null],
        [1, null],
      ],
      [
        [0, ''],
        [0, null],
      ],
    ]);
  });

  it('keeps no groups over other data', async () => {
    const score = await room([over]);
    await score.adopt(panelOf({ revenue: [9e6], found_date: [day(2022)] }), [], '别的.csv', false, 'def', null);
    await score.choose(scheme);
    expect((await score.show({ ...show, board: ask({}) })).dimensions).not.toContain('chosen');
  });

  it('lets a comparison cut by a group go once the groups are others, and keeps one that is not', async () => {
    const score = await room([over]);
    const side = { scheme, draft: null };
    const other = { scheme: { ...scheme, version: '2', cap: 50 }, draft: null };
    const compared = async (segment: object): Promise<number> => {
      const answer = await score.compare({ a: side, b: other, yearA: null, yearB: null, segment, k: 2 });
      if (answer.is !== 'compared') throw new Error(answer.is);
      await score.setChosen([over]);
      return answer.number;
    };
    const rows = async (number: number) =>
      score.compareRows(number, { list: 'both', search: '', sort: { key: 'rankA', down: false }, offset: 0, count: 9 });
    expect((await rows(await compared({}))).all).toBe(3);
    await expect(rows(await compared({ chosen: 'over' }))).rejects.toThrow('has given way');
  });
});

describe('a board taken home', () => {
  const source = (name: string, use: KeptSource['facts']['use']): KeptSource =>
    ({ name, facts: { owner: '', received: '', basis: '', use } }) as KeptSource;
  const givers = new Map([
    ['revenue', ['税务.csv']],
    ['found_date', ['登记.csv']],
  ]);
  async function file(use: 'internal' | 'public', selections: readonly Selection[]) {
    const score = await room(selections);
    const { board } = await score.show({ ...show, board: ask({ chosen: 'over' }) });
    const { name, bytes } = await asFile('board.csv', {
      spec: { ...DEFAULTS, language: 'zh', segment: { chosen: 'over' } },
      data: { name: '示例.csv', fields: [{ id: 'revenue', zh: '营业收入', en: 'Revenue' }] } as never,
      scheme,
      board,
      sources: [source('税务.csv', use), source('登记.csv', 'public')],
      incoming: [],
      givers,
      rooms: { ...fakeRooms().rooms, score },
    });
    return [name, new TextDecoder().decode(bytes)] as const;
  }

  it('is named after the group and has a column of all groups, by name', async () => {
    const [name, text] = await file('public', [over, list('l', ['F1'])]);
    expect(name).toBe('示例_2024_两百万以上.csv');
    expect(text).toContain('"自选组"');
    expect(text).toContain('"两百万以上;名单 l"');
  });

  it('leaves the column out where a rule tells of values of an internal source, and says so', async () => {
    const [, text] = await file('internal', [over]);
    expect(text.split('\r\n')[0]).toContain('来自内部来源而未列出的列：自选组。');
    expect(text.split('\r\n').slice(1).join()).not.toContain('两百万以上');
  });

  it('a rule over points, or over open data, tells of no internal value', () => {
    const held = { sources: [source('税务.csv', 'internal'), source('登记.csv', 'public')], givers, fields: ['revenue', 'found_date'] };
    expect(leavingOf('board.csv', held, [], [])).toBeNull();
    expect(leavingOf('board.csv', held, [], ['found_date'])).toBeNull();
    expect(leavingOf('board.csv', held, [], ['revenue'])).toEqual({
      internal: [{ source: '税务.csv', fields: ['revenue'] }],
      leftOut: ['chosen'],
      holds: 'points',
    });
  });
});

it('columns of the data are named in both languages: none is left with its id', async () => {
  const titled = panelOf({ revenue: [1e6], found_date: [day(2022)], age_band: ['3–5 年'] });
  const fields = new Map([...titled.fields, ['support_kinds', textColumn(['贷款'])] as const]);
  const text = await (await room([over], { ...titled, fields })).boardText(null, {}, ',', 'zh');
  expect(text.split('\r\n')[0]).toContain('"企业年龄","获支持","自选组"');
});
