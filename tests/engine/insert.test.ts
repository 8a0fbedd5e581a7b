import { Field, Float64, Schema, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fieldCoverage, panelShape } from '../../queries';
import { streamFault } from '../../src/engine/insert';
import { startNodeEngine } from '../../src/engine/start-node';
import { type EngineTable } from '../../src/engine/table';
import { arrowTable } from './arrow-table';

const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

const good = arrowTable('panel', { firm: ['A', 'B', 'C'], year: [2023, 2024, 2024] });
const [stream] = [...(good.pieces() as Iterable<Uint8Array>)];
const rows = async () => (await engine.ask(panelShape, {})).columns.rows.values[0];
const holding = (pieces: EngineTable['pieces'], about: Partial<EngineTable> = {}): EngineTable => ({ ...good, pieces, ...about });
beforeEach(() => engine.insert(good));

const file = tableToIPC(new Table({ firm: vectorFromArray(['A'], new Utf8()), year: vectorFromArray([2024], new Float64()) }), 'file');
const cutInside = new Uint8Array([...stream!.subarray(0, stream!.length - 200), 255, 255, 255, 255, 0, 0, 0, 0]);

describe('the gate refuses, says why, and leaves the old table as it was', () => {
  it.each<[string, EngineTable, RegExp]>([
    ['nothing at all', holding(() => []), /no piece came/],
    ['no bytes', holding(() => [new Uint8Array(0)]), /0 bytes are no arrow stream/],
    ['garbage', holding(() => [new Uint8Array(500).fill(7)]), /no continuation mark/],
    ['the file format', holding(() => [file]), /arrow file format, a stream is wanted/],
    ['a stream without its end', holding(() => [stream!.slice(0, -8)]), /no end mark/],
    ['a stream cut in the middle', holding(() => [stream!.slice(0, 300)]), /cut/],
    ['a stream whose middle is gone but whose end is there', holding(() => [cutInside.slice()]), /panel/],
    ['fewer rows than promised', holding(() => [stream!.slice()], { rows: 4 }), /arrived with 3 rows, sent were 4/],
    ['more rows than promised', holding(() => [stream!.slice(), stream!.slice()]), /arrived with 6 rows, sent were 3/],
    [
      'other columns',
      holding(() => [stream!.slice()], { columns: ['firm', 'jahr'] }),
      /arrived with columns firm, year, sent were firm, jahr/,
    ],
    [
      'names that differ only in case, which DuckDB renames',
      arrowTable('panel', { firm: ['A'], year: [1], Firm: ['B'] }),
      /arrived with columns/,
    ],
  ])('%s', async (_, table, said) => {
    await expect(engine.insert(table)).rejects.toMatchObject({ code: 'insert', subject: 'panel', message: expect.stringMatching(said) });
    expect(await rows()).toBe(3);
    expect(engine.generation).toBe(1);
  });

  it('a supply that breaks off', async () => {
    const broken = holding(async function* () {
      yield stream!.slice();
      throw new Error('worker gone');
    });
    await expect(engine.insert(broken)).rejects.toMatchObject({ code: 'insert', message: expect.stringContaining('worker gone') });
    expect(await rows()).toBe(3);
  });
});

describe('the gate lets in', () => {
  it('several pieces, in order, in place of the old table', async () => {
    await engine.insert(holding(() => [stream!.slice(), stream!.slice()], { rows: 6 }));
    expect(await rows()).toBe(6);
  });

  it('a table without rows, which still has its columns', async () => {
    const empty = tableToIPC(
      new Table(new Schema([new Field('firm', new Utf8(), true), new Field('year', new Float64(), true)])),
      'stream',
    );
    await engine.insert({ name: 'panel', rows: 0, columns: ['firm', 'year'], pieces: () => [empty] });
    expect(await rows()).toBe(0);
  });

  it('hostile names, as names', async () => {
    const hostile = 'x"; drop table panel; --';
    await engine.insert(arrowTable('panel', { firm: ['A'], year: [2024], [hostile]: [1] }));
    expect((await engine.ask(fieldCoverage, { field: hostile })).columns.reported.values[0]).toBe(1);
    await engine.insert(arrowTable(hostile, { [hostile]: [1] }));
    expect(engine.tables).toContain(hostile);
    await engine.drop(hostile);
    expect(await rows()).toBe(1);
  });

  it('two tables of one name at once: the later one stays', async () => {
    await Promise.all([
      engine.insert(arrowTable('panel', { firm: ['A'], year: [1] })),
      engine.insert(arrowTable('panel', { firm: ['A', 'B'], year: [1, 1] })),
    ]);
    expect(await rows()).toBe(2);
  });
});

it.each([
  [[1, 2, 3], '3 bytes are no arrow stream'],
  [[65, 82, 82, 79, 87, 49, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'arrow file format, a stream is wanted'],
  [[255, 255, 255, 255, 100, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0], 'arrow stream is cut: its schema has 100 bytes'],
])('streamFault of %j is "%s"', (bytes, said) => {
  expect(streamFault(Uint8Array.from(bytes))).toBe(said);
});

it('streamFault of a whole stream is null, at any offset in its buffer', () => {
  expect(streamFault(stream!)).toBe(null);
  const shifted = new Uint8Array(stream!.length + 3);
  shifted.set(stream!, 3);
  expect(streamFault(shifted.subarray(3))).toBe(null);
});
