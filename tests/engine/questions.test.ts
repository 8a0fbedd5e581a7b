import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { define } from '../../queries/define';
import { unpackWords } from '../../scoring/column';
import { startNodeEngine } from '../../src/engine/start-node';

// The real engine, in Node: what only DuckDB itself can tell.
const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

const endless = define({
  name: 'endless',
  sql: 'select cast(sum(a.range * b.range) as double) as s from range(2000000000) as a, range(2000000000) as b',
  params: {},
  columns: { s: 'real' },
});
const echo = define({
  name: 'echo',
  sql: 'select $text as text, $real as real, $int as int, cast(len($list) as integer) as items, $none as none',
  params: { text: 'text', real: 'real', int: 'int', list: 'text[]', none: 'text?' },
  columns: { text: 'text', real: 'real', int: 'int', items: 'int', none: 'text?' },
});

describe('values come back as they went', () => {
  it.each([
    ["O'Neil", 0.1, -5, ['a', "b'c"]],
    ['示例 "引号" \\ $text ; --', 1e300, 2 ** 31 - 1, []],
    ['', -0.30000000000000004, 0, ['']],
  ])('%s %d %d %j', async (text, real, int, list) => {
    const { columns, rows } = await engine.ask(echo, { text, real, int, list, none: null });
    expect(rows).toBe(1);
    expect(unpackWords(columns.text.words)).toEqual([text]);
    expect([columns.real.values[0], columns.int.values[0], columns.items.values[0]]).toEqual([real, int, list.length]);
    expect(columns.none.codes[0]).toBe(-1);
  });

  it('questions at once do not mix up their values', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => engine.ask(echo, { text: `t${at}`, real: at, int: at, list: [], none: null })),
    );
    expect(answers.map(({ columns }) => columns.int.values[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(answers.map(({ columns }) => unpackWords(columns.text.words)[0])).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7']);
  });

  it('an answer of many batches is whole and in order', async () => {
    const many = define({
      name: 'many',
      sql: "select cast(range as integer) as n, case when range % 3 = 0 then null else 'w' || range end as word from range(20000) order by range",
      params: {},
      columns: { n: 'int', word: 'text?' },
    });
    const { rows, columns } = await engine.ask(many, {});
    expect(rows).toBe(20000);
    expect(columns.n.values.every((value, row) => value === row)).toBe(true);
    expect(columns.word.reasons.every((reason, row) => (reason !== 0) === (row % 3 === 0))).toBe(true);
    const words = unpackWords(columns.word.words);
    expect(words[columns.word.codes[19999]!]).toBe('w19999');
  });
});

describe('an endless question', () => {
  it('ends by cancel, and the same engine answers the next', async () => {
    const control = new AbortController();
    setTimeout(() => control.abort(), 50);
    await expect(engine.ask(endless, {}, { signal: control.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.ask(echo, { text: 'x', real: 1, int: 1, list: [], none: null })).rows).toBe(1);
    expect(engine.generation).toBe(1);
  });

  it('ends by its deadline, and the same engine answers the next', async () => {
    await expect(engine.ask(endless, {}, { limit: 300 })).rejects.toMatchObject({ code: 'deadline' });
    expect((await engine.ask(echo, { text: 'x', real: 1, int: 1, list: [], none: null })).rows).toBe(1);
    expect(engine.generation).toBe(1);
  });

  it('does not keep a short one waiting', async () => {
    const control = new AbortController();
    const long = engine.ask(endless, {}, { signal: control.signal });
    expect((await engine.ask(echo, { text: 'x', real: 1, int: 1, list: [], none: null })).rows).toBe(1);
    control.abort();
    await expect(long).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the border', () => {
  it.each([
    ['a count without a cast', 'select count(*) as x', 'int', 'Int64'],
    ['a decimal, which would lose its scale', 'select 1.10::decimal(18,2) as x', 'real', 'Decimal'],
    ['a yes/no', 'select true as x', 'int', 'Bool'],
    ['a day', "select date '2024-01-01' as x", 'int', 'Date'],
    ['a list', "select ['a'] as x", 'text', 'List'],
    ['an infinity', "select 'inf'::double as x", 'real', 'finite'],
    ['a NaN', "select 'nan'::double as x", 'real', 'finite'],
    ['a gap where none was promised', 'select null::double as x', 'real', 'missing in row 0'],
  ] as const)('refuses %s', async (_, sql, type, said) => {
    const query = define({ name: 'border', sql, params: {}, columns: { x: type } });
    await expect(engine.ask(query, {})).rejects.toMatchObject({
      code: 'answer',
      subject: 'border',
      message: expect.stringContaining(said),
    });
  });

  it('an error names its query and keeps the words of DuckDB', async () => {
    const query = define({ name: 'wrong', sql: 'select nope from panel', params: {}, columns: { nope: 'int' } });
    await expect(engine.ask(query, {})).rejects.toMatchObject({
      name: 'EngineError',
      code: 'query',
      subject: 'wrong',
      cause: expect.objectContaining({ message: expect.stringContaining('Catalog Error') }),
    });
  });

  it('running out of DuckDB’s own memory is a failed question, not a dead engine', async () => {
    const greedy = define({
      name: 'greedy',
      sql: "select cast(len(string_agg(repeat(md5(range::varchar), 1000), '')) as integer) as n from range(100000)",
      params: {},
      columns: { n: 'int' },
    });
    await expect(engine.ask(greedy, {})).rejects.toMatchObject({ code: 'query', message: expect.stringContaining('Out of Memory') });
    expect((await engine.ask(echo, { text: 'x', real: 1, int: 1, list: [], none: null })).rows).toBe(1);
    expect(engine.generation).toBe(1);
  }, 60_000);
});
