import {
  Bool,
  Decimal,
  Float16,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Table,
  tableToIPC,
  Uint32,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { REASON, unpackWords } from '../../scoring/column';
import { framed, framedStream } from '../../src/columns/frame';

function numbers(table: Table, name = 'x'): { values: number[]; reasons: number[] } {
  const column = framed(table).columns.get(name);
  if (column?.kind !== 'number') throw new Error('no number column');
  return { values: [...column.values], reasons: [...column.reasons] };
}

describe('framed', () => {
  it.each([
    ['double', new Float64(), 'real'],
    ['float', new Float32(), 'real'],
    ['integer', new Int32(), 'int'],
    ['short', new Int16(), 'int'],
    ['unsigned', new Uint32(), 'int'],
  ])('a null in a column of %s is missing, and 0 is 0', (_, type, shown) => {
    const table = new Table({ x: vectorFromArray([1, null, 0, 2.5 - 0.5], type) });
    expect(numbers(table)).toEqual({ values: [1, NaN, 0, 2], reasons: [0, REASON.blank, 0, 0] });
    expect(framed(table).types.get('x')).toBe(shown);
  });

  it('text keeps its words in order of first appearance, the empty text too', () => {
    const frame = framed(new Table({ x: vectorFromArray(['示例', null, '', '示例'], new Utf8()) }));
    const column = frame.columns.get('x');
    if (column?.kind !== 'text') throw new Error('no text column');
    expect(unpackWords(column.words)).toEqual(['示例', '']);
    expect([...column.codes]).toEqual([0, -1, 1, 0]);
    expect([...column.reasons]).toEqual([0, REASON.blank, 0, 0]);
  });

  it('a slice that does not begin at a byte of its validity bits keeps each null in its place', () => {
    const whole = new Table({ x: vectorFromArray([0, 1, 2, null, 4, null, 6, 7, 8, null, 10, 11], new Float64()) });
    expect(numbers(whole.slice(3, 11))).toEqual({
      values: [NaN, 4, NaN, 6, 7, 8, NaN, 10],
      reasons: [REASON.blank, 0, REASON.blank, 0, 0, 0, REASON.blank, 0],
    });
  });

  it('batches follow one another', () => {
    const part = (values: (number | null)[]) => vectorFromArray(values, new Float64());
    const whole = new Table({ x: part([1, null]).concat(part([null, 4])) });
    expect(whole.batches).toHaveLength(2);
    expect(numbers(whole)).toEqual({ values: [1, NaN, NaN, 4], reasons: [0, REASON.blank, REASON.blank, 0] });
  });

  it('no rows are no rows', () => {
    expect(framedStream(tableToIPC(new Table({ x: vectorFromArray([], new Float64()) }), 'stream')).rows).toBe(0);
  });

  it.each([
    ['Int64', vectorFromArray([1n], new Int64())],
    ['Decimal', vectorFromArray([new Uint32Array([110, 0, 0, 0])], new Decimal(2, 18, 128))],
    ['Bool', vectorFromArray([true], new Bool())],
    ['Float16', vectorFromArray([1], new Float16())],
  ])('%s may not leave the engine', (_, vector) => {
    expect(() => framed(new Table({ x: vector as never }))).toThrow(/column x has type .*: cast it/);
  });

  it.each([NaN, Infinity, -Infinity])('%d is no value of a present cell', (value) => {
    expect(() => framed(new Table({ x: vectorFromArray([1, value], new Float64()) }))).toThrow(`column x has ${value} in row 1`);
  });
});
