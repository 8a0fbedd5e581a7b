import { describe, expect, it } from 'vitest';
import { sqlRefusal } from '../../src/engine/sql-refusal';

describe('what reads is let through', () => {
  it.each([
    'select 1',
    'SELECT * FROM panel;',
    '-- a comment first\nselect 1 -- and last',
    '/* drop table panel; */ select 1',
    "select 'drop table panel; --' as text",
    'select "insert", "update" from panel',
    'select update, "delete" from panel where comment = 1',
    'select $$ ; drop table panel $$',
    'with a as (select 1 as x), b as (select x from a) select * from b',
    'with recursive n as (select 1 as i union all select i + 1 from n where i < 5) from n',
    'with a(x) as materialized (select 1) table a',
    'from panel',
    'from panel select firm',
    'values (1), (2)',
    '(select 1) union all (select 2)',
    'table panel',
    'describe panel',
    'desc panel',
    'show tables',
    'summarize panel',
    'pivot panel on year in (2023, 2024) using sum(rd_expense)',
    'unpivot panel on rd_expense into name n value v',
    'explain select 1',
    'explain analyze with a as (select 1) select * from a',
    'explain (format json) select 1',
    'explain (select 1)',
    "select * from query_table('panel')",
    "select replace(name, 'a', 'b'), set_bit(x, 1, 0), load from panel",
    'select * from duckdb_tables()',
    "select x glob 'a*' from panel",
  ])('%s', (text) => expect(sqlRefusal(text)).toBeNull());
});

/** Statement, why it is refused, what is pointed at. */
const HOSTILE: readonly (readonly [text: string, code: string, given: string])[] = [
  ['drop table panel', 'changes', 'drop'],
  ['DROP TABLE panel;', 'changes', 'DROP'],
  ['/* select */ drop table panel', 'changes', 'drop'],
  ['-- select 1\ndelete from panel', 'changes', 'delete'],
  ['\u00a0\u3000update panel set rd_expense = 0', 'changes', 'update'],
  ['create temp table t as select 1', 'changes', 'create'],
  ['set variable a = 1', 'changes', 'set'],
  ['pragma enable_profiling', 'changes', 'pragma'],
  ['call enable_logging()', 'changes', 'call'],
  ['explain analyze delete from panel', 'changes', 'delete'],
  ['explain (analyze) drop table panel', 'changes', 'drop'],
  ['explain explain select 1', 'start', 'explain'],
  ['explain', 'start', 'explain'],
  ['with a as (select 1) insert into panel select * from a', 'changes', 'insert'],
  ['with a as (select 1) delete from panel', 'changes', 'delete'],
  ["with a as (insert into panel(firm) values ('z') returning firm) select * from a", 'changes', 'insert'],
  ['select * from (delete from panel returning *)', 'changes', 'delete'],
  ['select 1; drop table panel', 'several', ''],
  ['select 1;;select 2', 'several', ''],
  ["select e'\\'' ; drop table panel --'", 'several', ''],
  ['select 1) ; drop table panel; select (2', 'several', ''],
  ['select 1) as t, (select 2', 'brackets', ')'],
  ['select (1', 'brackets', '('],
  ["select 'a", 'open', "'a"],
  ['select /* a', 'open', '/* a'],
  ['select $a$ ; drop table panel', 'open', '$a$ ; drop table panel'],
  ['select 1\0', 'sign', '\0'],
  ['selec 1', 'start', 'selec'],
  ['"select" 1', 'start', '"select"'],
  ['1 + 1', 'start', '1'],
  ['', 'empty', ''],
  ['-- nothing', 'empty', ''],
  ["from enable_logging('QueryLog', storage = 'file')", 'function', 'enable_logging'],
  ['from main . "Enable_Logging" /* a */ (\'x\')', 'function', '"Enable_Logging"'],
  ["select write_log('x')", 'function', 'write_log'],
  ["select 'x'.write_log()", 'function', 'write_log'],
  ["from query('from enable_logging()')", 'function', 'query'],
  ['from checkpoint()', 'function', 'checkpoint'],
  ['from arrow_scan(1, 2, 3)', 'function', 'arrow_scan'],
  ["from read_csv('x.csv')", 'files', 'read_csv'],
  ["from READ_TEXT('/etc/passwd')", 'files', 'READ_TEXT'],
  ["from glob('*')", 'files', 'glob'],
  ["from read_parquet('https://example.org/x')", 'files', 'read_parquet'],
  ['select $1', 'parameter', '$1'],
  ['select * from panel where year = $year', 'parameter', '$year'],
  ['select ?', 'parameter', '?'],
];

describe('what does not only read is refused, and the place of it pointed at', () => {
  it.each(HOSTILE)('%s', (text, code, given) => {
    const refusal = sqlRefusal(text);
    expect([refusal?.code, refusal?.given]).toEqual([code, given]);
    if (given !== '') expect(text.slice(refusal!.from, refusal!.to)).toBe(given);
  });
});
