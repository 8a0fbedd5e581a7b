import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords } from '../../scoring/column';
import { orderOf, sortRowsBy } from '../../scoring/radix';
import { wordOrder } from '../../scoring/word-order';

describe('orderOf', () => {
  it.each([
    [[3, 1, 2], false, [1, 2, 0]],
    [[3, 1, 2], true, [0, 2, 1]],
    [[NaN, 1, NaN, 2], true, [3, 1, 0, 2]],
    [[NaN, 1, NaN, 2], false, [1, 3, 0, 2]],
    [[5, 5, 5], true, [0, 1, 2]],
    [[-1, -2, 0, -0, -Infinity, Infinity], false, [4, 1, 0, 2, 3, 5]],
    [[], false, []],
  ])('%j, down %s: %j', (values, down, wanted) => {
    expect([...orderOf(Float64Array.from(values), down)]).toEqual(wanted);
  });

  it('is the stable sort of the language, with what is missing at the end', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(NaN, 0, -0, 1, 1 + 2 ** -52, 1 + 2 ** -51, -1, -1 - 2 ** -52, 5e-324, -5e-324));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.boolean(), (values, down) => {
        const sign = down ? -1 : 1;
        const wanted = values
          .map((_, at) => at)
          .sort((a, b) => {
            const gap = Number(Number.isNaN(values[a]!)) - Number(Number.isNaN(values[b]!));
            return gap || (values[a] === values[b] || Number.isNaN(values[a]!) ? a - b : sign * (values[a]! < values[b]! ? -1 : 1));
          });
        expect([...orderOf(Float64Array.from(values), down)]).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it.each([true, false])('sorts a long run that differs only in the lower bits, down %s', (down) => {
    const values = Float64Array.from({ length: 300 }, (_, at) => 1 + ((at * 7) % 300) * 2 ** -40);
    const sorted = [...orderOf(values, down)].map((at) => values[at]!);
    expect(sorted).toEqual([...values].sort((a, b) => (down ? b - a : a - b)));
    const negative = [
      ...orderOf(
        values.map((value) => -value),
        down,
      ),
    ].map((at) => -values[at]!);
    expect(negative).toEqual([...values].map((value) => -value).sort((a, b) => (down ? b - a : a - b)));
  });
});

it.each([3, 24, 25, 500])('sortRowsBy puts %d rows in order and keeps equals as they stood', (length) => {
  const rows = Int32Array.from({ length }, (_, at) => length - at);
  const wanted = [...rows].sort((a, b) => (a % 7) - (b % 7));
  sortRowsBy(rows, (row) => row % 7);
  expect([...rows]).toEqual(wanted);
});

describe('wordOrder', () => {
  const places = (list: readonly string[]): number[] => [...wordOrder(packWords(list))];
  it.each([
    [
      ['b', 'a', 'c'],
      [1, 0, 2],
    ],
    [
      ['ab', 'a', ''],
      [2, 1, 0],
    ],
    [
      ['成都', '一', 'z'],
      [2, 1, 0],
    ],
    [
      [`${'x'.repeat(70)}b`, `${'x'.repeat(70)}a`, 'x'.repeat(70)],
      [2, 1, 0],
    ],
    [[], []],
  ])('%j stand at %j', (list, wanted) => {
    expect(places(list)).toEqual(wanted);
  });

  it('is the order of UTF-8 bytes', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 5 }).map((end) => 'p'.repeat(63) + end),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          word.filter((text) => !text.includes('\0')),
          { maxLength: 40 },
        ),
        (list) => {
          const wanted = list.map((text) => Buffer.from(text)).sort(Buffer.compare);
          const found: Buffer[] = [];
          places(list).forEach((place, at) => (found[place] = Buffer.from(list[at]!)));
          expect(found.map(String)).toEqual(wanted.map(String));
        },
      ),
    );
  });
});
