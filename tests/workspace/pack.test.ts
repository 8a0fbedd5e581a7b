import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn } from '../../scoring/column';
import type { LoadedFile } from '../../src/model/source';
import { pack, packFile, unpack, unpackFile } from '../../src/workspace/pack';

const file: LoadedFile = {
  source: '税务.csv',
  sha256: 'ab'.repeat(32),
  rows: 3,
  columns: [
    { at: 0, header: '名称', column: textColumn(['甲', null, '乙']) },
    { at: 2, header: '', column: numberColumn([1.5, null, -0]) },
    { at: 3, header: '资质', column: setColumn([['高企', '专精特新'], [], null]) },
    { at: 4, header: '上市', column: { ...numberColumn([1, 0, null]), kind: 'truth' } },
  ],
  lines: Uint32Array.of(2, 3, 5),
  account: { read: 4, loaded: 3, rejected: 1, skipped: 0, changedCells: 1, rejectedCells: 0 },
  ledger: { source: '税务.csv', total: 1, lines: Uint32Array.of(4), ats: Int32Array.of(-1), reasons: Uint8Array.of(7) },
  dialect: { encoding: 'gb18030', delimiter: ',', quote: '"', header: { line: 0, lines: 1 } },
  width: 5,
  lineIndex: { lines: Uint32Array.of(1), offsets: Float64Array.of(0) },
  problems: [{ code: 'stray_quotes', source: '税务.csv', where: 'line 4', given: '1', severity: 'warning' }],
};

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

it('a file comes back as it was, to the bit', () => {
  expect(unpackFile(joined(packFile(file)))).toEqual({ ok: true, value: file });
});

it('copies nothing: it is written from the file’s own memory and read as views', () => {
  const { values } = file.columns[1]!.column as { values: Float64Array };
  expect(packFile(file).some((chunk) => chunk.buffer === values.buffer)).toBe(true);
  const bytes = joined(packFile(file));
  const read = unpackFile(bytes);
  const back = read.ok ? (read.value.columns[1]!.column as { values: Float64Array }).values : new Float64Array();
  expect(back.buffer).toBe(bytes.buffer);
  expect(back.byteOffset % 8).toBe(0);
});

it('can be read from anywhere in memory', () => {
  const bytes = joined(packFile(file));
  const moved = new Uint8Array(bytes.length + 3);
  moved.set(bytes, 3);
  expect(unpackFile(moved.subarray(3))).toEqual({ ok: true, value: file });
});

it('an array used twice is written once, and is one array again', () => {
  const shared = Float64Array.of(1, 2, 3);
  const bytes = joined(pack('pair', { a: shared, b: { c: shared } }));
  const read = unpack<{ a: Float64Array; b: { c: Float64Array } }>('pair', bytes);
  expect(read.ok && read.value.a === read.value.b.c).toBe(true);
  expect(bytes.length).toBeLessThan(joined(pack('pair', { a: shared, b: { c: Float64Array.of(1, 2, 3) } })).length);
});

it('any value of lists, objects, maps, numbers of all kinds and buffers comes back', () => {
  const leaf = fc.oneof(
    fc.double(),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 5 }),
    fc.float64Array({ maxLength: 5 }),
    fc.int32Array({ maxLength: 3 }),
    fc.uint32Array({ maxLength: 3 }),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ maxLength: 3 }).filter((key) => !key.startsWith('\0') && key !== '__proto__'),
        tie('value'),
        { maxKeys: 3, noNullPrototype: true },
      ),
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(unpack('any', joined(pack('any', given)))).toEqual({ ok: true, value: given });
    }),
  );
});

describe('is refused', () => {
  const whole = joined(packFile(file));
  const code = (bytes: Uint8Array) => {
    const read = unpackFile(bytes);
    return read.ok ? 'read' : read.fault.code;
  };

  it('with any bit turned: never read as something else', () => {
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const bytes = whole.slice();
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const read = unpackFile(bytes);
      // Between buffers lie up to seven bytes that mean nothing.
      if (read.ok) expect(read.value).toEqual(file);
    }
  });
  it('cut anywhere', () => {
    for (let length = 0; length < whole.length; length++)
      expect(code(whole.slice(0, length))).toBe(length < 32 ? 'pack_not_one' : 'pack_cut');
  });
  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['something else', () => new TextEncoder().encode('企业名称,年度\n'.repeat(4)), 'pack_not_one'],
    ['another version', (bytes) => bytes.fill(2, 8, 9), 'pack_other_version'],
    ['more than it says', (bytes) => joined([bytes, new Uint8Array(8)]), 'pack_cut'],
    ['a damaged header', (bytes) => bytes.fill(0, 40, 41), 'pack_damaged'],
    ['a damaged buffer', (bytes) => bytes.fill(9, bytes.length - 8), 'pack_damaged'],
    ['a pack of something else', () => joined(pack('panel', { rows: 1 })), 'pack_other_content'],
  ])('%s', (_, change, wanted) => {
    expect(code(change(whole.slice()))).toBe(wanted);
  });
});

it.each([
  ['a function', { a: () => 1 }],
  ['an object of a class', { a: new Date() }],
  ['a key that would be taken for a mark', { '\0b': 1 }],
  ['a buffer of whole numbers it has no kind for', BigInt64Array.of(1n)],
  ['a big whole number', 1n],
])('%s is not packed silently wrong but thrown', (_, value) => {
  expect(() => pack('any', value)).toThrow('a pack cannot hold');
});
