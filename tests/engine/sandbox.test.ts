import { afterAll, beforeAll, expect, it } from 'vitest';
import { define } from '../../queries/define';
import { startNodeEngine } from '../../src/engine/start-node';

const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

it('the sandbox refuses files, addresses, attaching, extensions, writing and its own opening', async () => {
  await engine.ready();
  expect(engine.sandbox?.trials.filter(({ refused }) => !refused)).toEqual([]);
  expect(engine.sandbox?.trials.map(({ trial }) => trial)).toEqual([
    'read a file',
    'read a file by its name',
    'read a text',
    'list files',
    'ask an address',
    'attach a database',
    'load an extension',
    'write a file',
    'open the sandbox',
    'change a setting',
  ]);
  expect(engine.sandbox?.closed).toBe(true);
});

it('a question asked later meets the same walls, and the engine stays well', async () => {
  const reading = define({
    name: 'reading',
    sql: "select content from read_text('package.json')",
    params: {},
    columns: { content: 'text' },
  });
  await expect(engine.ask(reading, {})).rejects.toMatchObject({
    code: 'query',
    subject: 'reading',
    message: expect.stringContaining('Permission Error'),
  });
  const one = define({ name: 'one', sql: 'select 1::integer as one', params: {}, columns: { one: 'int' } });
  expect((await engine.ask(one, {})).columns.one.values).toEqual(Float64Array.of(1));
});
