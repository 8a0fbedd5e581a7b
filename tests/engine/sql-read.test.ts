import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { define } from '../../queries/define';
import { unpackWords, type TextColumn } from '../../scoring/column';
import { framedStream, type Frame } from '../../src/columns/frame';
import { nodeHost } from '../../src/engine/node-host';
import { LIMITS, Session } from '../../src/engine/session';
import { sqlRefusal } from '../../src/engine/sql-refusal';
import { sqlTokens } from '../../src/engine/sql-tokens';
import { startNodeEngine } from '../../src/engine/start-node';
import { wrapped, type ReadAsk } from '../../src/engine/sql-wrap';
import { fivePanel, fiveScores } from '../queries/five-firms';

const SANDBOX = { noExtensions: 'http://127.0.0.1:9/no-extensions', memory: '1500MB', directories: [] };
const engine = startNodeEngine();
beforeAll(async () => {
  await engine.insert(fivePanel);
  await engine.insert(fiveScores);
}, 60_000);
afterAll(() => engine.stop());

const words = (frame: Frame, name: string) => {
  const column = frame.columns.get(name) as TextColumn;
  const all = unpackWords(column.words);
  return Array.from(column.codes, (code) => (code < 0 ? null : all[code]!));
};
const rows = (columns: number, limit = 100, cut = 100): ReadAsk => ({ is: 'rows', columns, limit, cut });
const fault = async (statement: string, ask: ReadAsk = { is: 'shape' }): Promise<string> => {
  const error: unknown = await engine.read(statement, ask).catch((caught: unknown) => caught);
  return String(Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'message'));
};

describe('a question is answered', () => {
  it('with its columns and their types, before anything is counted', async () => {
    const shape = await engine.read('select firm, rd_expense, 1.10::decimal(18,2) as d, 9007199254740993 as big, titles from panel', {
      is: 'shape',
    });
    expect(words(shape, 'column_name')).toEqual(['firm', 'rd_expense', 'd', 'big', 'titles']);
    expect(words(shape, 'column_type')).toEqual(['VARCHAR', 'DOUBLE', 'DECIMAL(18,2)', 'BIGINT', 'VARCHAR[]']);
  });

  it('with every digit, whatever the type, and missing as missing', async () => {
    const statement = `select 1.10::decimal(18,2), 9007199254740993, 170141183460469231731687303715884105727::hugeint, 0.1::double, 'inf'::double, 'nan'::double,
      date '2024-02-29', true, ['a', null], {'k': 1}, null, '甲'`;
    const frame = await engine.read(statement, rows(12));
    expect(Array.from({ length: 12 }, (_, at) => words(frame, `c${at}`)[0])).toEqual([
      '1.10',
      '9007199254740993',
      '170141183460469231731687303715884105727',
      '0.1',
      'inf',
      'nan',
      '2024-02-29',
      'true',
      '[a, NULL]',
      "{'k': 1}",
      null,
      '甲',
    ]);
  });

  it('in its own order, and cut to the rows and signs asked for', async () => {
    const frame = await engine.read("select range as n, repeat('甲', 50) as t from range(1000) order by n desc", rows(2, 3, 5));
    expect(words(frame, 'c0')).toEqual(['999', '998', '997']);
    expect(words(frame, 'c1')).toEqual(['甲甲甲甲甲', '甲甲甲甲甲', '甲甲甲甲甲']);
  });

  it.each([
    ['select 1 as a, 2 as a', ['a', 'a_1']],
    ['from panel select firm -- a comment at the end', ['firm']],
    ['values (1, 2)', ['col0', 'col1']],
    ['with a as (select 1 as x) select * from a', ['x']],
    ['(select 1 as x) union all (select 2)', ['x']],
    ['show tables', ['name']],
    ['describe panel', ['column_name', 'column_type', 'null', 'key', 'default', 'extra']],
    ['pivot panel on year in (2023, 2024) using sum(rd_expense) group by industry', ['industry', '2023', '2024']],
    ['table score', ['firm', 'year', 'score', 'coverage', 'status']],
  ])('%s', async (statement, wanted) => {
    const names = words(await engine.read(statement, { is: 'shape' }), 'column_name');
    expect(names).toEqual(wanted);
    expect((await engine.read(statement, rows(names.length))).rows).toBeGreaterThan(0);
  });

  it('with the true count, however large', async () => {
    const frame = await engine.read('select a.range from range(100000) as a, range(1000) as b', { is: 'count' });
    expect((frame.columns.get('rows') as { values: Float64Array }).values[0]).toBe(100_000_000);
  });

  it('with the firms the panel knows, each once', async () => {
    const statement = "select year, firm from panel union all select 1, 'nobody' union all select 2, null";
    expect(words(await engine.read(statement, { is: 'firms', columns: 2, at: 1, limit: 100 }), 'firm')).toEqual(['A', 'B', 'C', 'D', 'E']);
    // 'nobody' and the missing one.
    expect((await engine.read(statement, { is: 'strays', columns: 2, at: 1 })).columns.get('rows')).toMatchObject({
      values: Float64Array.of(2),
    });
  });

  it('with the plan of an explain', async () => {
    expect(words(await engine.read('explain select 1', { is: 'plan' }), 'explain_value')[0]).toContain('DUMMY_SCAN');
  });

  it('an endless one gives its first rows at once, ends by cancel or deadline, and the engine answers on', async () => {
    const endless = 'select range as x from range(2000000000000)';
    expect((await engine.read(endless, rows(1, 5))).rows).toBe(5);
    const slow = `select count(*) from (${endless}) as e where md5(cast(x as varchar)) = 'no'`;
    await expect(engine.read(slow, rows(1), { limit: 400 })).rejects.toMatchObject({ code: 'deadline' });
    const control = new AbortController();
    setTimeout(() => control.abort(), 100);
    await expect(engine.read(slow, rows(1), { signal: control.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.read('select 1', rows(1))).rows).toBe(1);
    expect(engine.generation).toBe(1);
  }, 60_000);

  it('a cell of fifty million signs comes cut, and more than the memory holds is an error, not the end of the engine', async () => {
    expect(words(await engine.read("select repeat('x', 50000000)", rows(1, 1, 3)), 'c0')).toEqual(['xxx']);
    expect(await fault('select a.range from range(2000000000) as a, range(2000000000) as b', rows(1))).toMatch(/^Out of Memory/);
    expect((await engine.read('select 1', rows(1))).rows).toBe(1);
    expect(engine.generation).toBe(1);
  }, 60_000);
});

describe('the engine says what is wrong', () => {
  it.each([
    ['select nope from panel', 'Referenced column "nope"'],
    ['select * from nowhere', 'Table with name nowhere does not exist'],
    ['select firm from', 'syntax error at end of input|syntax error at or near'],
    ["select '2024-13-01'::date", 'date field value out of range'],
    ["from 'x.csv'", 'disabled by configuration'],
    ["select date_trunc('day', now())", 'icu'],
  ])('%s', async (statement, said) => expect(await fault(statement, rows(1))).toMatch(new RegExp(said)));
});

/** Everything that could change something, hide a second statement, or end the transaction it is read in. */
const HOSTILE = [
  'drop table panel',
  'drop table if exists panel cascade',
  'update panel set rd_expense = 0',
  "insert into panel(firm) values ('z')",
  'delete from panel',
  'truncate panel',
  "merge into panel using (select 'A' as firm) as s on panel.firm = s.firm when matched then delete",
  'alter table panel rename to p',
  'alter table panel add column z int',
  'create table z as select 1',
  'create temp table z as select 1',
  'create or replace table panel as select 1 as firm',
  'create or replace temp view panel as select 1 as firm',
  'create macro f(x) as x',
  'create temp macro sum(x) as 1',
  "create type mood as enum ('a')",
  'create schema s',
  'create sequence s',
  'create index i on panel(firm)',
  "comment on table panel is 'x'",
  "attach ':memory:' as other",
  "attach 'x.db'",
  'detach memory',
  'use memory.main',
  "copy panel to 'in/x.csv'",
  "copy (select 1) to 'out/x.csv'",
  "copy panel from 'in/x.csv'",
  "export database 'out/x'",
  "import database 'in/x'",
  'install json',
  'load json',
  "set memory_limit = '4GB'",
  'set enable_external_access = true',
  "set search_path = 'temp'",
  "set schema = 'temp'",
  'reset memory_limit',
  'set variable a = 1',
  'pragma enable_profiling',
  'pragma disable_optimizer',
  "pragma enable_profiling = 'json'",
  'call checkpoint()',
  'checkpoint',
  'force checkpoint',
  'vacuum',
  'analyze',
  'begin transaction',
  'commit',
  'rollback',
  'prepare p as delete from panel',
  'execute p',
  'deallocate p',
  'explain analyze delete from panel',
  'explain analyze drop table panel',
  'select 1; drop table panel',
  'select 1; commit; drop table panel',
  'select 1) ; commit; drop table panel; select * from (select 1',
  'select 1) as t; commit; drop table panel; --',
  'select 1 /* ) */ ) ; drop table panel; -- /*',
  "select ') ; drop table panel; --' ) ; commit; drop table panel; select ('",
  "select e'\\'' ) ; commit; drop table panel; --'",
  'select $$ $$ ) ; commit; drop table panel; select * from (select $$ $$',
  'select 1\n); commit;\ndrop table panel;\nselect * from (select 1',
  'select 1\u3000)\u3000; commit;\u3000drop\u3000table\u3000panel; select * from (select 1',
  'with a as (select 1) insert into panel(firm) select 1',
  'with a as (select 1) delete from panel',
  'with a as (select 1) update panel set rd_expense = 0',
  "with a as (insert into panel(firm) values ('z') returning firm) select * from a",
  'select * from (delete from panel returning *)',
  'select * from (drop table panel)',
  '(drop table panel)',
  'values ((delete from panel))',
  "from query('drop table panel')",
  "from query('select 1; drop table panel')",
  'drop\u00a0table\u00a0panel',
  '\ufeffdrop table panel',
  'DrOp TaBlE panel',
  '"drop" table panel',
];
describe.each(HOSTILE)('%s', (statement) => {
  it('is refused before it runs', async () => {
    expect(sqlRefusal(statement)).not.toBeNull();
    await expect(engine.read(statement, { is: 'shape' })).rejects.toThrow('statement is refused');
  });
});

describe('were there no guard', () => {
  let session: Session;
  beforeAll(async () => {
    session = new Session(nodeHost, LIMITS);
    await session.open(SANDBOX);
    await session.insert(fivePanel);
  }, 60_000);
  const facts = define({
    name: 'facts',
    sql: "select cast(count(*) as integer) as rows, sum(rd_expense) as sum, string_agg(firm, '' order by firm, year) as firms from panel",
    params: {},
    columns: { rows: 'int', sum: 'real', firms: 'text' },
  });
  const standing = async (): Promise<unknown> => {
    const frame = framedStream(await session.ask('facts', { set: [], sql: facts.sql }, 10_000, undefined));
    const number = (name: string) => (frame.columns.get(name) as { values: Float64Array }).values[0];
    return [number('rows'), number('sum'), words(frame, 'firms')[0]];
  };
  const state = async (): Promise<unknown> => {
    const sql = `select (select count(*)::integer from duckdb_tables()) as tables, (select count(*)::integer from duckdb_views() where not internal) as views,
      (select count(*)::integer from duckdb_databases()) as databases, (select md5(string_agg(name || '=' || value, ';' order by name)) from duckdb_settings()) as settings,
      (select count(*)::integer from duckdb_functions() where not internal) as functions, (select count(*)::integer from duckdb_variables()) as variables`;
    const frame = framedStream(await session.ask('state', { set: [], sql }, 10_000, undefined));
    return [...frame.columns.keys()].map((name) =>
      name === 'settings' ? words(frame, name)[0] : (frame.columns.get(name) as { values: Float64Array }).values[0],
    );
  };

  it.each(HOSTILE)('%s changes nothing all the same, and the engine answers', async (statement) => {
    const before = [await standing(), await state()];
    // 10 + 30 + 0 + 20 + 8 + 4 over the eight rows of five firms.
    expect(before[0]).toEqual([8, 72, 'AABBCCDE']);
    let passed = 0;
    for (const ask of [{ is: 'shape' }, rows(1), { is: 'count' }] as const) {
      const done = await session.read('sql', wrapped(statement, ask), 10_000, undefined).then(
        () => 1,
        () => 0,
      );
      passed += done;
    }
    expect(passed).toBe(0);
    expect([await standing(), await state()]).toEqual(before);
    expect(session.over).toBe(false);
  });

  it('what DuckDB takes for a space outside of quotes is what we take for one', async () => {
    const candidates = [9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x180e, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff];
    for (let code = 0x2000; code <= 0x2030; code++) candidates.push(code);
    for (const code of candidates) {
      const text = `select${String.fromCharCode(code)}1 as x`;
      const [first, second] = sqlTokens(text);
      const isOne = await session.read('sql', wrapped(text, { is: 'shape' }), 10_000, undefined).then(
        (bytes) => words(framedStream(bytes), 'column_name').join() === 'x',
        () => false,
      );
      expect([code.toString(16), first!.to === 6 && second!.kind === 'number']).toEqual([code.toString(16), isOne]);
    }
  });

  it.each(HOSTILE.filter((statement) => statement.startsWith('explain')))('%s is not explained by doing it', async (statement) => {
    await expect(session.read('sql', statement, 10_000, undefined)).rejects.toMatchObject({ code: 'query' });
    expect(await standing()).toEqual([8, 72, 'AABBCCDE']);
  });
});

describe('functions that do more than read', () => {
  /** Table functions of this build that only read what is in memory. */
  const READING = new Set(
    (
      'duckdb_approx_database_count duckdb_columns duckdb_connection_count duckdb_constraints duckdb_databases duckdb_dependencies duckdb_extensions ' +
      'duckdb_external_file_cache duckdb_functions duckdb_indexes duckdb_keywords duckdb_log_contexts duckdb_logs duckdb_memory duckdb_optimizers ' +
      'duckdb_prepared_statements duckdb_schemas duckdb_secret_types duckdb_secrets duckdb_sequences duckdb_settings duckdb_table_sample duckdb_tables ' +
      'duckdb_temporary_files duckdb_types duckdb_variables duckdb_views generate_series pragma_collations pragma_database_size pragma_metadata_info ' +
      'pragma_platform pragma_show pragma_storage_info pragma_table_info pragma_user_agent pragma_version query_table range repeat repeat_row summary ' +
      'test_all_types test_vector_types unnest which_secret'
    ).split(' '),
  );
  /** Functions with side effects that keep them to themselves. */
  const HARMLESS = new Set(
    'current_connection_id current_query current_query_id current_transaction_id currval error gen_random_uuid random stats uuid uuidv4 uuidv7'.split(
      ' ',
    ),
  );

  it.each([
    ['a table', "function_type = 'table'", READING],
    ['with side effects', 'has_side_effects', HARMLESS],
  ] as const)(
    'every function of the engine that gives %s is either known or refused: a new build must be looked at',
    async (_, where, known) => {
      const frame = await engine.read(
        `select distinct function_name as f from duckdb_functions() where ${where} order by f`,
        rows(1, 1000),
      );
      const names = words(frame, 'c0').map(String);
      expect(names.length).toBeGreaterThan(10);
      expect(names.filter((name) => !known.has(name) && sqlRefusal(`select * from ${name}(1)`) === null)).toEqual([]);
    },
  );
});
