import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn } from '../../scoring/column';
import { sliceColumn } from '../../src/columns/slice-column';

it('a slice holds the rows asked for, with their reasons, and the same words', () => {
  const number = sliceColumn(numberColumn([1, null, 3]), 1, 3);
  expect(number).toEqual({ kind: 'number', values: new Float64Array([NaN, 3]), reasons: new Uint8Array([1, 0]) });
  const text = textColumn(['甲', '乙', null]);
  expect(sliceColumn(text, 1, 3)).toEqual({ ...text, codes: new Int32Array([1, -1]), reasons: new Uint8Array([0, 1]) });
});

it('a set of more than 32 words keeps its rows together', () => {
  const words = Array.from({ length: 40 }, (_, at) => `w${at}`);
  const set = setColumn([words, ['w39'], []]);
  expect(sliceColumn(set, 1, 2)).toEqual({ ...set, bits: new Uint32Array([0, 1 << 7]), reasons: new Uint8Array(1) });
});
