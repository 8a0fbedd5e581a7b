import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUERIES } from '../../queries';
import { define, type AnswerType, type ParamType } from '../../queries/define';
import { startNodeEngine } from '../../src/engine/start-node';
import { fivePanel, fiveScores } from './five-firms';

const folder = new URL('../../queries/', import.meta.url);
const engine = startNodeEngine();
beforeAll(async () => {
  await engine.insert(fivePanel);
  await engine.insert(fiveScores);
}, 60_000);
afterAll(() => engine.stop());

const SAMPLE: Record<ParamType, unknown> = {
  int: 2024,
  real: 0.5,
  text: 'x',
  'int?': null,
  'real?': null,
  'text?': null,
  'int[]': [],
  'real[]': [],
  'text[]': [],
  ident: 'rd_expense',
};

function headerOf(sql: string): { question: string; params: [string, string][]; columns: [string, string][] } {
  const [first = '', ...rest] = sql.split('\n');
  const lines = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('--')),
  );
  const facts = lines.map((line) => /^-- (param|column) +(\S+) +(\S+)(?: {2,}\S.*)?$/.exec(line) ?? [line, 'unreadable', line, line]);
  const of = (word: string) => facts.filter((fact) => fact[1] === word).map((fact): [string, string] => [fact[2]!, fact[3]!]);
  expect(of('unreadable')).toEqual([]);
  return { question: first, params: of('param'), columns: of('column') };
}

it('every .sql file stands in the catalogue under its own name, in order', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  expect(QUERIES.map(({ name }) => `${name}.sql`)).toEqual(files.sort());
});

describe.each(QUERIES.map((query) => [query.name, query] as const))('%s', (name, query) => {
  it('begins with a question and says in its header what its descriptor says', () => {
    const text = readFileSync(new URL(`${name}.sql`, folder), 'utf8');
    const header = headerOf(text);
    expect(header.question).toMatch(/^-- .+\?$/);
    expect(header.params).toEqual(Object.entries(query.params));
    expect(header.columns).toEqual(Object.entries(query.columns));
    expect(query.sql).toBe(text);
    expect(text.split('\n').length).toBeLessThanOrEqual(70);
  });

  it('answers what DuckDB says it answers, with no row asked for', async () => {
    // The engine compares names and types with the descriptor and throws; every column is let be missing, for no row comes.
    const columns = Object.fromEntries(
      Object.entries(query.columns).map(([column, type]) => [column, `${type.replace('?', '')}?` as AnswerType]),
    );
    const empty = define({ ...query, sql: `select * from (\n${query.sql}\n) limit 0`, columns });
    const params = Object.fromEntries(Object.entries(query.params).map(([param, type]) => [param, SAMPLE[type]]));
    expect((await engine.ask(empty, params as never)).rows).toBe(0);
  });
});
