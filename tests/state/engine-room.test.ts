import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/supervisor';
import type { EngineTable } from '../../src/engine/table';
import { EngineRoom } from '../../src/state/engine-room';

function fake() {
  const log: string[] = [];
  const tables = new Set<string>();
  const engine = {
    get tables() {
      return [...tables];
    },
    insert: async ({ name }: EngineTable) => {
      log.push(`insert ${name}`);
      tables.add(name);
    },
    drop: async (name: string) => {
      log.push(`drop ${name}`);
      tables.delete(name);
    },
    read: async (statement: string) => {
      log.push(statement);
      return { rows: 0, columns: new Map(), types: new Map() };
    },
  } as unknown as Engine;
  return { log, tables, room: new EngineRoom(async () => (log.push('start'), engine)) };
}
const table = (name: string): EngineTable => ({ name, rows: 0, columns: [], pieces: () => [] });
const read = (room: EngineRoom, statement: string) => room.read(statement, { is: 'count' }, {});

it('a question waits for the data that are on their way, not only for those that are there', async () => {
  const { log, room } = fake();
  const first = read(room, 'select 1');
  await room.adopt(Promise.resolve(table('panel')));
  await first;
  let come!: (panel: EngineTable) => void;
  void room.adopt(new Promise((resolve) => (come = resolve)));
  const second = read(room, 'select 2');
  await Promise.resolve();
  expect(log).toEqual(['start', 'insert panel', 'select 1']);
  come(table('panel'));
  await second;
  expect(log).toEqual(['start', 'insert panel', 'select 1', 'insert panel', 'select 2']);
});

it('a question does not wait for data that were only held back', async () => {
  const { log, room } = fake();
  let begin!: () => void;
  const held = new Promise<void>((resolve) => (begin = resolve));
  void room.adopt(
    held.then(() => table('panel')),
    begin,
  );
  await read(room, 'select 1');
  expect(log).toEqual(['start', 'insert panel', 'select 1']);
});

it('a table is put in once for each making, again when a rebuild has lost it, and goes when another panel comes', async () => {
  const { log, tables, room } = fake();
  await room.adopt(Promise.resolve(table('panel')));
  await room.put(table('score'), '1');
  await room.put(table('score'), '1');
  await room.put(table('score'), '2');
  tables.delete('score');
  await room.put(table('score'), '2');
  await room.adopt(Promise.resolve(table('panel')));
  await room.put(table('score'), '2');
  expect(log.slice(2)).toEqual(['insert score', 'insert score', 'insert score', 'insert panel', 'drop score', 'insert score']);
});

it('data that do not come are said to whoever asks', async () => {
  const { room } = fake();
  await expect(room.adopt(Promise.reject(new Error('no panel')))).rejects.toThrow('no panel');
  await expect(read(room, 'select 1')).rejects.toThrow('no panel');
});
