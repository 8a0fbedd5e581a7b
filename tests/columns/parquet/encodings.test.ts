import { describe, expect, it } from 'vitest';
import { readDeltas } from '../../../src/columns/parquet/delta';
import { readHybrid } from '../../../src/columns/parquet/hybrid';
import { plainBytes } from '../../../src/columns/parquet/plain-bytes';
import { unpackSnappy } from '../../../src/columns/parquet/snappy';
import { ThriftReader } from '../../../src/columns/parquet/thrift';
import { WordTable } from '../../../src/columns/parquet/word-table';
import { unpackWords } from '../../../scoring/column';

const bytes = (...list: number[]) => Uint8Array.from(list);
const text = (word: string) => [...new TextEncoder().encode(word)];

// Examples of the format's own Encodings.md.
describe('runs and packed bits', () => {
  it('0 to 7 in three bits each are 88 C6 FA', () => {
    expect([...readHybrid(bytes(0x03, 0x88, 0xc6, 0xfa), 0, 4, 3, 8)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('a run of 100 twos, then nothing left over', () => {
    expect([...readHybrid(bytes(0xc8, 0x01, 2), 0, 3, 2, 100)]).toEqual(Array(100).fill(2));
  });
  it('values of 27 bits, and of none', () => {
    const packed = Uint8Array.from({ length: 28 }, (_, at) => (at === 0 ? 3 : at === 1 ? 5 : 0));
    expect([...readHybrid(packed, 0, 28, 27, 2)]).toEqual([5, 0]);
    expect([...readHybrid(bytes(), 0, 0, 0, 3)]).toEqual([0, 0, 0]);
  });
  it.each([
    ['a header without values', bytes(0x03), 3],
    ['a header without end', bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 3],
    ['nothing', bytes(), 1],
    ['runs of no length', bytes(0, 0, 0, 0), 1],
  ])('%s is a fault', (_, given, width) => {
    expect(() => readHybrid(given, 0, given.length, width, 8)).toThrow('codes cut short');
  });
});

describe('differences', () => {
  const HEAD = [128, 1, 4]; // blocks of 128 in 4 parts
  it('1 to 5: all differences are 1', () => {
    expect([...readDeltas(bytes(...HEAD, 5, 2, 2, 0, 0, 0, 0), 0, 5, 64).values].map(Number)).toEqual([1, 2, 3, 4, 5]);
  });
  it('7 5 3 1 2 3 4 5: differences −2 −2 −2 1 1 1 1 as 0 0 0 3 3 3 3 above −2', () => {
    const packed = bytes(...HEAD, 8, 14, 3, 2, 0, 0, 0, 0b11000000, 0b00111111, ...Array(6).fill(0));
    expect([...readDeltas(packed, 0, 8, 32).values].map(Number)).toEqual([7, 5, 3, 1, 2, 3, 4, 5]);
  });
  it('more values than the page has are a fault', () => {
    expect(() => readDeltas(bytes(...HEAD, 5, 2, 2, 0, 0, 0, 0), 0, 4, 64)).toThrow('differences cut short');
  });
  it('texts that begin like the one before them', () => {
    // axis, axle, babble, babyhood
    const fronts = [...HEAD, 4, 0, 0, 2, 0, 0, 0, 0b00001000, 0b00000011, ...Array(6).fill(0)];
    const lengths = (list: readonly number[]) => {
      const [first = 0, ...rest] = list.map((length, at) => (at === 0 ? length : length - list[at - 1]!));
      const least = Math.min(...rest);
      const out = [...HEAD, list.length, first * 2, least < 0 ? -least * 2 - 1 : least * 2, 8, 0, 0, 0];
      return [...out, ...rest.map((delta) => delta - least), ...Array(32 - rest.length).fill(0)];
    };
    expect(fronts.length).toBeGreaterThan(0);
    const page = bytes(...lengths([0, 2, 0, 3]), ...lengths([4, 2, 6, 5]), ...text('axislebabbleyhood'));
    const plain = plainBytes('DELTA_BYTE_ARRAY', { bytes: page, at: 0 }, 4, 'BYTE_ARRAY', undefined);
    expect([...plain.bytes]).toEqual(['axis', 'axle', 'babble', 'babyhood'].flatMap((word) => [word.length, 0, 0, 0, ...text(word)]));
  });
});

it('bytes split by their place: 0x03020100 and 0x13121110', () => {
  const plain = plainBytes('BYTE_STREAM_SPLIT', { bytes: bytes(0, 0x10, 1, 0x11, 2, 0x12, 3, 0x13), at: 0 }, 2, 'INT32', undefined);
  expect([...plain.bytes]).toEqual([0, 1, 2, 3, 0x10, 0x11, 0x12, 0x13]);
});

describe('Snappy', () => {
  it('a literal, a copy that reaches into itself, a copy of two bytes back', () => {
    // 'ab', then 6 from 2 back = 'ababab', then 4 from 4 back
    expect(String.fromCharCode(...unpackSnappy(bytes(12, 1 << 2, 97, 98, (2 << 2) | 1, 2, (3 << 2) | 2, 4, 0), 12))).toBe('abababababab');
  });
  it('a literal with its length in a byte of its own', () => {
    const literal = Array.from({ length: 70 }, (_, at) => at);
    expect([...unpackSnappy(bytes(70, 60 << 2, 69, ...literal), 70)]).toEqual(literal);
  });
  it.each([
    ['another size than said', bytes(3, 1 << 2, 97, 98)],
    ['a copy from before the start', bytes(8, 0, 97, (3 << 2) | 1, 2)],
    ['a copy from nowhere', bytes(8, 0, 97, (3 << 2) | 1, 0)],
    ['a literal past the end', bytes(4, 3 << 2, 97)],
    ['a length that would run back', bytes(4, 63 << 2, 255, 255, 255, 255)],
    ['nothing', bytes()],
  ])('%s is a fault', (_, packed) => {
    expect(() => unpackSnappy(packed, packed[0] ?? 1)).toThrow('snappy block');
  });
});

describe('metadata', () => {
  it('numbers, truth, bytes, lists and structs by field', () => {
    const given = bytes(0x15, 0x0d, 0x11, 0x18, 2, 97, 98, 0x19, 0x25, 2, 4, 0x1c, 0x15, 1, 0, 0);
    expect(new ThriftReader(given).struct()).toEqual(
      new Map<number, unknown>([
        [1, -7],
        [2, true],
        [3, bytes(97, 98)],
        [4, [1, 2]],
        [5, new Map([[1, -1]])],
      ]),
    );
  });
  it.each([
    ['that end early', bytes(0x15)],
    ['with a list longer than the file', bytes(0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07, 0)],
    ['with bytes past the end', bytes(0x18, 9, 1)],
    ['with a number without end', new Uint8Array(100).fill(0xff)],
    ['a thousand levels deep', new Uint8Array(1000).fill(0x1c)],
  ])('%s are a fault', (_, given) => {
    expect(() => new ThriftReader(given).struct()).toThrow();
  });
});

it('ten thousand words keep their numbers; bytes that are no text are a fault', () => {
  const table = new WordTable('c');
  const words = Array.from({ length: 10_000 }, (_, at) => `词${at}`);
  const numberOf = (word: string) => table.number(Uint8Array.from(text(word)), 0, text(word).length);
  expect(words.map(numberOf)).toEqual(words.map((_, at) => at));
  expect([numberOf('词4321'), numberOf('')]).toEqual([4321, -1]);
  expect(unpackWords(table.words())).toEqual(words);
  expect(() => table.number(bytes(0xe4, 0xbd), 0, 2)).toThrow('binary');
  expect(() => table.number(bytes(97, 0), 0, 2)).toThrow('binary');
});
