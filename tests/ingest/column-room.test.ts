import { afterEach, expect, it, vi } from 'vitest';
import { columnRoom, sized } from '../../src/ingest/column-room';
import type { LoadedFile } from '../../src/model/source';
import { fileOf, loaded, recipeOf, valuesOf } from './given';

afterEach(() => {
  vi.unstubAllGlobals();
});

const isShared = (array: ArrayBufferView): boolean => array.buffer instanceof SharedArrayBuffer;
const ROWS = 70_000;
const TEXT = `码,收入,高企,称号\n${Array.from({ length: ROWS }, (_, row) => `F${row},${row / 4},是,甲;乙`).join('\n')}\n`;
const read = (): Promise<LoadedFile> => loaded(fileOf(TEXT), recipeOf(['code', 'number', 'flag', 'set'], {}, { separator: ';' }));

it('in an isolated page the rows of a long file are shared, its words are not, and all are what they would be elsewhere', async () => {
  const plain = await read();
  vi.stubGlobal('crossOriginIsolated', true);
  const shared = await read();
  const rowsOf = ({ columns, lines }: LoadedFile) => [
    lines,
    ...columns.flatMap(({ column }) => [
      column.reasons,
      column.kind === 'text' ? column.codes : column.kind === 'set' ? column.bits : column.values,
    ]),
  ];
  const words = ({ columns }: LoadedFile) =>
    columns.flatMap(({ column }) => ('words' in column ? [column.words.bytes, column.words.ends] : []));
  expect([rowsOf(plain).some(isShared), rowsOf(shared).every(isShared), words(shared).some(isShared)]).toEqual([false, true, false]);
  shared.columns.forEach(({ column }, at) => expect(valuesOf(column)).toEqual(valuesOf(plain.columns[at]!.column)));
});

it('a copy of a shared column is the same memory', async () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const values = columnRoom(new Float64Array(0), ROWS);
  values[5] = 0.5;
  const copy = structuredClone(values);
  values[6] = 0.25;
  expect([copy[5], copy[6]]).toEqual([0.5, 0.25]);
});

it('what is short is not shared: a copy costs less than memory of its own', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  expect(isShared(columnRoom(new Uint8Array(0), 65_535))).toBe(false);
  expect(isShared(columnRoom(new Uint8Array(0), 65_536))).toBe(true);
});

it('room is made without losing a row, and given back where much was made for nothing', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const first = columnRoom(new Float64Array(0), 3);
  first.set([1, 2, 3]);
  const larger = columnRoom(first, 100_000);
  const fitting = sized(larger, 10_000);
  expect([larger.length, [...larger.subarray(0, 4)]]).toEqual([100_000, [1, 2, 3, 0]]);
  expect([fitting.length, fitting.buffer.byteLength, isShared(fitting), [...fitting.subarray(0, 4)]]).toEqual([
    10_000,
    80_000,
    true,
    [1, 2, 3, 0],
  ]);
  expect(sized(larger, 99_000).buffer).toBe(larger.buffer);
});
