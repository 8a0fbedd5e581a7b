import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqlRefusal } from '../../../src/engine/sql-refusal';
import { sqlName } from '../../../src/engine/sql-name';
import { startNodeEngine } from '../../../src/engine/start-node';
import { unpackWords, type TextColumn } from '../../../scoring/column';
import { examplesFor } from '../../../src/views/sql/examples';
import { arrowTable } from '../../engine/arrow-table';
import { fiveScores } from '../../queries/five-firms';

const engine = startNodeEngine();
beforeAll(async () => {
  await engine.insert(
    arrowTable('panel', {
      firm: ['A', 'B', 'C', 'D'],
      year: [2024, 2024, 2024, 2023],
      name: ['甲', '乙', '丙', '丁'],
      industry: ['软件', '软件', '机械', '机械'],
      titles: [['高企'], ['高企', '瞪羚'], [], null],
      rd_expense: [10, 30, 5, 1],
      revenue: [100, 100, 0, 10],
    }),
  );
  await engine.insert({
    ...fiveScores,
    ...arrowTable('score', {
      firm: ['A', 'B'],
      year: [2024, 2024],
      score: [60, 70],
      coverage: [1, 1],
      status: ['ranked', 'ranked'],
      rank: [2, 1],
    }),
  });
}, 60_000);
afterAll(() => engine.stop());

const words = { firms: 'a', intensity: 'b', top: 'c', titles: 'd', summary: 'e' };
const columns = ['firm', 'year', 'name', 'industry', 'titles', 'rd_expense', 'revenue'].map(
  (name) => ({ name, zh: name, en: name, kind: 'text', unit: '' }) as const,
);

/** Worked out by hand: B alone has no figure left out; C has no revenue to divide by. */
const ANSWERS: Record<string, readonly (readonly string[])[]> = {
  firms: [
    ['软件', '2024', '2'],
    ['机械', '2024', '1'],
    ['机械', '2023', '1'],
  ],
  intensity: [['软件', '0.2']],
  top: [
    ['1.0', '乙', '70.0', '1.0'],
    ['2.0', '甲', '60.0', '1.0'],
  ],
  titles: [
    ['高企', '2'],
    ['瞪羚', '1'],
  ],
};

it.each(examplesFor(columns, words))('the example $id only reads, and answers', async ({ id, sql }) => {
  const statement = sql.replace(/;$/, '');
  expect(sqlRefusal(statement)).toBeNull();
  expect(sql).toMatch(new RegExp(`^-- ${words[id]}\n`));
  const width = (ANSWERS[id]?.[0]?.length ?? 12) as number;
  const frame = await engine.read(statement, { is: 'rows', columns: width, limit: 20, cut: 100 });
  const cells = Array.from({ length: width }, (_, at) => {
    const column = frame.columns.get(`c${at}`) as TextColumn;
    const all = unpackWords(column.words);
    return Array.from(column.codes, (code) => all[code] ?? null);
  });
  if (ANSWERS[id]) expect(Array.from({ length: frame.rows }, (_, row) => cells.map((column) => column[row]))).toEqual(ANSWERS[id]);
  else expect(frame.rows).toBe(7);
});

it('an example whose columns are not there is not offered', () => {
  expect(examplesFor(columns.slice(0, 3), words).map(({ id }) => id)).toEqual(['top', 'summary']);
});

it('names are quoted exactly where DuckDB would read something else', async () => {
  const frame = await engine.read("select keyword_name from duckdb_keywords() where keyword_category <> 'unreserved'", {
    is: 'rows',
    columns: 1,
    limit: 500,
    cut: 50,
  });
  const kept = unpackWords((frame.columns.get('c0') as TextColumn).words);
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.filter((word) => sqlName(word) !== `"${word}"`)).toEqual([]);
  expect(['revenue', 'rd_expense', 'Revenue', '税务.csv', 'a"b', '2024', ''].slice(0, 6).map(sqlName)).toEqual([
    'revenue',
    'rd_expense',
    '"Revenue"',
    '"税务.csv"',
    '"a""b"',
    '"2024"',
  ]);
});
