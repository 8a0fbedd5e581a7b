import { describe, expect, it, vi } from 'vitest';
import type { DataSummary } from '../../src/state/face';
import { EngineError } from '../../src/engine/failure';
import type { KeptSource } from '../../src/model/project';
import { SqlRoom } from '../../src/state/sql-room.svelte';
import { DEFAULTS } from '../../src/state/spec';
import { Workbench } from '../../src/state/workbench.svelte';
import { EMPTY_STATE } from '../../src/workspace/project';
import { type FakeAnswers, fakeSqlRooms } from '../fixtures/fake-sql';
import { csvRows } from '../e2e/page';
import { fakeOutside, fakeRooms, summary } from './fake-rooms';

const FIELD = {
  id: 'rd_expense',
  zh: '研发费用',
  en: 'R&D expense',
  kind: 'money',
  unit: '元',
  role: null,
  sign: 'any',
  accept: [],
  own: false,
} as const;
const SOURCES = [
  {
    source: '税务.csv',
    stamp: 1,
    rows: 2,
    columns: [
      { name: 'uscc', header: '信用代码', field: 'uscc', kind: 'code' },
      { name: 'rd_expense', header: '研发费用', field: 'rd_expense', kind: 'money' },
    ],
  },
  { source: 'Panel', stamp: 1, rows: 1, columns: [] },
] as const;

type Read = ReturnType<typeof fakeSqlRooms>['rooms']['engine']['read'];

/** `before` is told of every question before it is asked, and may refuse it. */
function room(answers: FakeAnswers = {}, part: { readonly internal?: readonly string[]; readonly before?: (is: string) => unknown } = {}) {
  const { rooms: plain, asked, put } = fakeSqlRooms(answers, SOURCES);
  const read: Read = async (statement, ask, options) => {
    part.before?.(ask.is);
    return plain.engine.read(statement, ask, options);
  };
  const rooms = { ...plain, engine: { ...plain.engine, read } };
  const data: { now: DataSummary } = { now: { ...summary, rows: 5, fields: [FIELD] } };
  const sources = SOURCES.map(
    ({ source }) => ({ name: source, facts: { use: part.internal?.includes(source) ? 'internal' : 'public' } }) as KeptSource,
  );
  const bench = {
    get data() {
      return data.now;
    },
    spec: DEFAULTS,
    project: { state: { ...EMPTY_STATE, sources }, givers: new Map([['rd_expense', ['税务.csv']]]) } as never,
  };
  return { sql: new SqlRoom({ rooms, bench, ready: async () => undefined, now: () => '2026-01-02T03:04:05Z' }), asked, put, data };
}
const ONE = { columns: [['n', 'INTEGER'] as const], rows: [['1']] };
const run = async (sql: SqlRoom, text: string) => {
  sql.write(text);
  await sql.runAll();
  return sql.shown!;
};

describe('the tables that can be asked', () => {
  it('are the panel as the engine has it, scores and sources, each column under its names', async () => {
    const { sql } = room();
    await sql.look();
    expect(sql.tables.map(({ name, is, rows }) => [name, is, rows])).toEqual([
      ['panel', 'panel', 5],
      ['score', 'score', null],
      ['税务.csv', 'source', 2],
      // A file called like a table of ours gets a number.
      ['Panel (2)', 'source', 1],
    ]);
    expect(sql.tables[0]!.columns).toEqual([
      { name: 'firm', zh: '企业代码', en: 'Firm code', kind: 'text', unit: '' },
      { name: 'year', zh: '年度', en: 'Year', kind: 'year', unit: '' },
      { name: 'rd_expense', zh: '研发费用', en: 'R&D expense', kind: 'money', unit: '元' },
      { name: 'titles', zh: '资质称号', en: 'Titles', kind: 'set', unit: '' },
      { name: 'x_own', zh: 'x_own', en: 'x_own', kind: 'text', unit: '' },
    ]);
    expect(sql.tables[2]!.columns.map(({ name, zh }) => [name, zh])).toEqual([
      ['line', '文件中的行'],
      ['uscc', '信用代码'],
      ['rd_expense', '研发费用'],
    ]);
    expect([...sql.missing]).toEqual([
      ['firm', 0],
      ['year', 0],
      ['rd_expense', 2],
      ['titles', 1],
      ['x_own', 5],
    ]);
  });

  it('are looked at once for each data', async () => {
    const { sql, asked, data } = room();
    await sql.look();
    const first = asked.length;
    await sql.look();
    expect(asked.length).toBe(first);
    data.now = { ...data.now, fingerprint: 'other' };
    await sql.look();
    expect(asked.length).toBe(2 * first);
  });

  it('are put into the engine only when a statement speaks of them', async () => {
    const { sql, put } = room({ 'select 1': ONE, 'select s.n from SCORE as s join "税务.csv" as t using (firm)': ONE });
    await run(sql, 'select 1');
    expect(put).toEqual([]);
    await run(sql, 'select s.n from SCORE as s join "税务.csv" as t using (firm)');
    expect(put).toEqual([
      ['score', '3'],
      ['税务.csv', '1 税务.csv'],
    ]);
    expect(sql.shown?.scheme).toBe('方案甲 2');
    expect(sql.fetching).toBeNull();
  });
});

describe('a statement', () => {
  it('gives its rows, then how many there are', async () => {
    const { sql, asked } = room({ 'select n': { ...ONE, all: 12_345 } });
    const { result, status, fault } = await run(sql, 'select n;');
    expect([status, fault, result?.rows, result?.columns, result?.most]).toEqual([
      'done',
      null,
      500,
      [{ name: 'n', type: 'INTEGER', kind: 'number' }],
      10_000,
    ]);
    await vi.waitFor(() => expect(sql.shown?.result?.total).toEqual({ is: 'known', rows: 12_345 }));
    await sql.more();
    expect([sql.shown?.result?.rows, sql.shown?.result?.cells[0]?.length, sql.shown?.result?.total]).toEqual([
      10_000,
      10_000,
      { is: 'known', rows: 12_345 },
    ]);
    expect(asked.map(([, is]) => is)).toEqual(['shape', 'rows', 'count', 'rows']);
  });

  it('that gives fewer rows than are shown is not counted again', async () => {
    const { sql, asked } = room({ 'select 1': ONE });
    expect((await run(sql, 'select 1')).result?.total).toEqual({ is: 'known', rows: 1 });
    expect(asked.map(([, is]) => is)).toEqual(['shape', 'rows']);
  });

  it('whose rows cannot be counted in time says so', async () => {
    const before = (is: string) => {
      if (is === 'count') throw new EngineError('deadline', 'sql');
    };
    const { sql } = room({ 'select n': { ...ONE, all: 501 } }, { before });
    await run(sql, 'select n');
    await vi.waitFor(() => expect(sql.shown?.result?.total).toEqual({ is: 'late' }));
  });

  it.each([
    ['drop table panel', 'changes', ['drop'], { from: 0, to: 4 }],
    ["select * from read_csv('a')", 'files', ['read_csv'], { from: 14, to: 22 }],
    ['-- nothing', 'empty', [], null],
  ] as const)('%s is refused and never asked', async (text, code, given, place) => {
    const { sql, asked } = room();
    const { status, fault } = await run(sql, text);
    expect([status, fault]).toEqual(['failed', { code, given, said: '', place }]);
    expect(asked).toEqual([]);
  });

  it.each([
    [
      'Catalog Error: Table with name pannel does not exist!\nDid you mean "panel"?\n\nLINE 2: select x\n               ^',
      'no_table',
      ['pannel'],
      { from: 7, to: 8 },
    ],
    ['Binder Error: Referenced column "x" not found in FROM clause!\nCandidate bindings: "y"', 'no_column', ['x'], null],
    ['Catalog Error: Scalar Function with name nofun does not exist!', 'no_function', ['nofun'], null],
    [
      'Binder Error: column "firm" must appear in the GROUP BY clause or must be part of an aggregate function.',
      'group_by',
      ['firm'],
      null,
    ],
    [
      '{"exception_type":"Parser","exception_message":"syntax error at or near \\"x\\"","position":"32"}',
      'syntax',
      ['x'],
      { from: 7, to: 8 },
    ],
    [
      "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'icu':\nx",
      'no_extension',
      ['icu'],
      null,
    ],
    ['Out of Memory Error: could not allocate block of size 256.0 KiB', 'memory', [''], null],
    ['Invalid Input Error: Cannot prepare multiple statements at once!', 'pivot_values', [''], null],
    ["Conversion Error: Could not convert string 'abc' to INT32", 'conversion', [''], null],
    ['Permission Error: Cannot access file "x.csv" - file system operations are disabled by configuration', 'no_files', [''], null],
    ['Invalid Input Error: boom', 'other', [], null],
  ] as const)('of which the engine says %s', async (said, code, given, place) => {
    const { sql } = room({ 'select x': new Error(said) });
    const { fault } = await run(sql, 'select x');
    expect([fault?.code, fault?.given, fault?.place]).toEqual([code, given, place]);
    expect(said.replaceAll('\\', '')).toContain(fault!.said.split('\n')[0]);
  });

  it('in which a sign of full width stands where one of half width was meant is said so, whatever the engine makes of it', async () => {
    const said = new Error('Binder Error: Referenced column "count（*）" not found in FROM clause!');
    const { sql } = room({ "select '（' as a, count（*） from panel": said });
    const { fault } = await run(sql, "select '（' as a, count（*） from panel");
    expect(fault).toMatchObject({ code: 'full_width', given: ['（'], place: { from: 22, to: 23 } });
  });

  it.each(['deadline', 'fatal', 'died'] as const)('that ends by %s says so', async (code) => {
    const { sql } = room({ 'select x': new EngineError(code, 'sql') as Error });
    expect((await run(sql, 'select x')).fault?.code).toBe(`engine_${code}`);
  });

  it('is cancelled at once, and the next is answered', async () => {
    const { sql } = room({ 'select x': 'never', 'select 1': ONE });
    sql.write('select x');
    const running = sql.runAll();
    await vi.waitFor(() => expect(sql.isBusy).toBe(true));
    sql.cancel();
    await running;
    expect([sql.isBusy, sql.shown?.status, sql.shown?.fault?.code]).toEqual([false, 'failed', 'engine_cancelled']);
    expect((await run(sql, 'select 1')).status).toBe('done');
  });

  it('gives way to the next one', async () => {
    const { sql } = room({ 'select x': 'never', 'select 1': ONE });
    sql.write('select x');
    const first = sql.runAll();
    await vi.waitFor(() => expect(sql.runs.length).toBe(1));
    await run(sql, 'select 1');
    await first;
    expect(sql.runs.map(({ text, status }) => [text, status])).toEqual([
      ['select 1', 'done'],
      ['select x', 'failed'],
    ]);
    expect(sql.shown?.text).toBe('select 1');
  });

  it('asked of data that gave way meanwhile is not answered from either', async () => {
    const { sql, data } = room(
      { 'select 1': ONE },
      { before: (is) => is === 'rows' && (data.now = { ...data.now, fingerprint: 'other' }) },
    );
    const { fault, result } = await run(sql, 'select 1');
    expect([fault?.code, result]).toEqual(['other_data', null]);
  });

  it('more of an answer of other data is not to be had', async () => {
    const { sql, data } = room({ 'select n': { ...ONE, all: 600 } });
    await run(sql, 'select n');
    data.now = { ...data.now, fingerprint: 'other' };
    await sql.more();
    expect([sql.shown?.fault?.code, sql.shown?.result?.rows]).toEqual(['other_data', 500]);
    await expect(sql.file('csv')).rejects.toMatchObject({ fault: { code: 'other_data' } });
  });

  it('of very many columns is refused with their number', async () => {
    const columns = Array.from({ length: 301 }, (_, at) => [`c${at}`, 'INTEGER'] as const);
    const { sql } = room({ 'select *': { columns, rows: [] } });
    expect((await run(sql, 'select *')).fault).toMatchObject({ code: 'too_many_columns', given: ['301', '300'] });
  });

  it('that is explained gives its plan', async () => {
    const { sql, asked } = room({ 'explain select 1': ONE });
    expect((await run(sql, 'explain select 1')).result?.plan).toBe('┌─ PLAN');
    expect(asked).toEqual([['explain select 1', 'plan']]);
  });
});

describe('several statements', () => {
  it('run one after another and stop at the first that fails', async () => {
    const { sql } = room({ 'select 1': ONE, 'select 3': ONE });
    await run(sql, 'select 1; selec 2; select 3');
    expect(sql.runs.map(({ text, status, from }) => [text, status, from])).toEqual([
      ['selec 2', 'failed', 10],
      ['select 1', 'done', 0],
    ]);
  });
  it('the one at the cursor runs alone', async () => {
    const { sql } = room({ 'select 1': ONE, 'select 2': ONE });
    sql.write('select 1;\nselect 2');
    await sql.runAt(12);
    expect(sql.runs.map(({ text }) => text)).toEqual(['select 2']);
  });
  it('an earlier answer is shown again; of long ago only the text is left', async () => {
    const { sql } = room({ 'select 1': ONE });
    for (let turn = 0; turn < 14; turn++) await run(sql, 'select 1');
    expect(sql.runs.map(({ result }) => result !== null)).toEqual([...Array<boolean>(12).fill(true), false, false]);
    sql.show(sql.runs[3]!.id);
    expect(sql.shown).toBe(sql.runs[3]);
  });
});

describe('what leaves', () => {
  const ANSWER = {
    columns: [
      ['firm', 'VARCHAR'],
      ['rd_expense', 'DOUBLE'],
      ['big', 'HUGEINT'],
      ['d', 'DECIMAL(4,2)'],
      ['bad', 'VARCHAR'],
    ] as const,
    rows: [
      ['A', '0.1', '170141183460469231731687303715884105727', '1.10', '=1+1'],
      ['B', 'inf', '12', null, '-2'],
    ],
  };
  const STATEMENT = 'select * from panel';

  it('is a CSV that says what was asked of what, with every digit and no formula', async () => {
    const { sql } = room({ [STATEMENT]: ANSWER });
    await run(sql, STATEMENT);
    const { name, bytes, type } = await sql.file('csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect([name, type, text.startsWith('\uFEFF')]).toEqual(['five_sql_20260102.csv', 'text/csv', true]);
    expect(text.slice(1).split('\r\n')).toEqual([
      '"查询：select * from panel"',
      '"工作区：five.csv；数据指纹：abc123；导出时间：2026-01-02T03:04:05Z"',
      '"行数：全部 2 行"',
      '"firm","rd_expense","big","d","bad"',
      `"A",0.1,"170141183460469231731687303715884105727",1.1,"'=1+1"`,
      `"B","inf",12,,"'-2"`,
      '',
    ]);
    expect(csvRows(text.slice(text.indexOf('"firm"'))).length).toBe(2);
  });

  it('is, for the clipboard, the table alone as far as it is shown', async () => {
    const { sql } = room({ [STATEMENT]: { ...ANSWER, all: 700 } });
    await run(sql, STATEMENT);
    expect(new TextDecoder().decode((await sql.file('tsv')).bytes).split('\r\n').length).toBe(500 + 2);
  });

  it('says how much of the answer a file holds where it does not hold all', async () => {
    const { sql } = room({ [STATEMENT]: { columns: [['n', 'INTEGER']], rows: [['1']], all: 100_001 } });
    await run(sql, STATEMENT);
    expect(new TextDecoder().decode((await sql.file('csv')).bytes)).toContain('行数：前 100000 行，全部为 100001 行');
  });

  it.each([
    ['select rd_expense from panel', [{ source: '税务.csv', fields: ['rd_expense'] }]],
    ['select count(*) from panel', [{ source: '税务.csv', fields: ['rd_expense'] }]],
    ['select score from score', [{ source: '税务.csv', fields: ['rd_expense'] }]],
    ['select uscc from "税务.csv"', [{ source: '税务.csv', fields: [] }]],
    ['select 1', null],
  ] as const)('%s may hold of internal sources %j', async (statement, internal) => {
    const { sql } = room({ [statement]: ONE }, { internal: ['税务.csv'] });
    await sql.look();
    await run(sql, statement);
    expect(await sql.leaving()).toEqual(internal && { internal, leftOut: [], holds: 'answer' });
    if (internal) expect(new TextDecoder().decode((await sql.file('csv')).bytes)).toContain('标为“内部”的来源（税务.csv）');
  });
  it('of public sources nothing is asked', async () => {
    const { sql } = room({ [STATEMENT]: ANSWER });
    await run(sql, STATEMENT);
    expect(await sql.leaving()).toBeNull();
  });

  it('firms are taken from column firm of the whole answer, each once; without it there are none', async () => {
    const { sql } = room({ [STATEMENT]: { ...ANSWER, rows: [...ANSWER.rows, ...ANSWER.rows], all: 900 }, 'select 1': ONE });
    await run(sql, STATEMENT);
    expect(await sql.takeFirms()).toEqual({ firms: ['A', 'B'], isWhole: true, strays: 0 });
    await run(sql, 'select 1');
    expect(await sql.takeFirms()).toBeNull();
  });
});

describe('from elsewhere', () => {
  it('a text is opened in the console, whose address is the view', async () => {
    const { rooms } = fakeRooms();
    const { outside, addresses } = fakeOutside(rooms);
    const workbench = new Workbench(outside);
    await workbench.openSql('select 1');
    expect([workbench.spec.view, addresses.at(-1)?.fragment]).toEqual(['sql', 'view=sql']);
    const sql = await workbench.openSqlRoom();
    expect([sql.text, sql.draft]).toEqual(['select 1', { text: 'select 1', number: 1 }]);
    await workbench.openSql('select 1');
    expect(sql.draft?.number).toBe(2);
  });
  it('the same room stands as long as the page', async () => {
    const { outside } = fakeOutside(fakeRooms().rooms, { fragment: '#view=sql' });
    const workbench = new Workbench(outside);
    expect(workbench.spec.view).toBe('sql');
    expect(await workbench.openSqlRoom()).toBe(await workbench.openSqlRoom());
  });
});
