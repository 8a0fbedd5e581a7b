import {
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float64,
  Float32,
  Int32,
  Int64,
  Int8,
  List,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  Vector,
  vectorFromArray,
  type DataType,
} from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn, type Column } from '../../scoring/column';
import { readArrow } from '../../src/columns/arrow-read';
import { writeArrow, writeArrowFile } from '../../src/columns/arrow-write';
import type { TypedTable } from '../../src/columns/typed-table';
import { cells } from '../ingest/panel/part';

const truth = (list: (number | null)[]): Column => ({ ...numberColumn(list), kind: 'truth' });
const columns = [
  { name: 'n', column: numberColumn([0.1, null, -0, 5e-324, 1e308]) },
  { name: 't', column: textColumn(['甲', null, '乙', '甲', '甲']) },
  { name: 'own', column: textColumn(['a', 'bb', null, 'ccc', '']) },
  { name: 'f', column: truth([1, 0, null, 1, 0]) },
  { name: 's', column: setColumn([['高企', '瞪羚'], [], null, ['瞪羚'], ['高企']]) },
];

function read(bytes: Uint8Array): TypedTable {
  const answer = readArrow(bytes);
  if ('code' in answer) throw new Error(answer.code);
  return answer;
}
const shown = (bytes: Uint8Array) => Object.fromEntries(read(bytes).columns.map(({ name, column }) => [name, cells(column)]));

describe('what is written comes back', () => {
  const wanted = {
    n: [0.1, '<blank>', -0, 5e-324, 1e308],
    t: ['甲', '<blank>', '乙', '甲', '甲'],
    own: ['a', 'bb', '<blank>', 'ccc', '<blank>'],
    f: [1, 0, '<blank>', 1, 0],
    s: [['高企', '瞪羚'], [], '<blank>', ['瞪羚'], ['高企']],
  };
  it('as a stream', () => expect(shown(writeArrow(5, columns))).toEqual(wanted));
  it('as a file', () => expect(shown(writeArrowFile(5, columns))).toEqual(wanted));
  it('columns of nothing but missing values, too', () => {
    const bare = [
      { name: 'f', column: truth([null, null]) },
      { name: 'n', column: numberColumn([null, null]) },
      { name: 't', column: textColumn([null, null]) },
      { name: 's', column: setColumn([null, null]) },
    ];
    const missing = ['<blank>', '<blank>'];
    expect(shown(writeArrowFile(2, bare))).toEqual({ f: missing, n: missing, t: missing, s: missing });
  });

  it('with no rows', () => {
    const none = columns.map(({ name, column }) => ({ name, column: { ...column, ...empty(column) } as Column }));
    expect(shown(writeArrowFile(0, none))).toEqual({ n: [], t: [], own: [], f: [], s: [] });
  });

  it('every finite double, to the bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (list) => {
        const [column] = read(writeArrow(list.length, [{ name: 'n', column: numberColumn(list) }])).columns;
        const back = (column!.column as { values: Float64Array }).values;
        expect(new BigUint64Array(back.buffer, 0, back.length)).toEqual(new BigUint64Array(Float64Array.from(list).buffer));
      }),
    );
  });

  it('whole numbers and dates narrowed, metadata kept', () => {
    const made = writeArrowFile(
      2,
      [
        { name: 'year', column: numberColumn([2023, null]), as: 'int32' },
        { name: 'found', column: numberColumn([-1, 19000]), as: 'date', metadata: new Map([['kind', 'date']]) },
      ],
      new Map([['currency', 'EUR']]),
    );
    const back = read(made);
    expect(back.columns.map(({ name, from, column, metadata }) => [name, from, cells(column), metadata.get('kind')])).toEqual([
      ['year', 'number', [2023, '<blank>'], undefined],
      ['found', 'date', [-1, 19000], 'date'],
    ]);
    expect(back.metadata.get('currency')).toBe('EUR');
  });

  it('a fraction is not narrowed but refused', () => {
    expect(() => writeArrow(1, [{ name: 'y', column: numberColumn([1.5]), as: 'int32' }])).toThrow('column y is not whole numbers');
  });

  it('a column of another length is refused', () => {
    expect(() => writeArrow(2, [{ name: 'y', column: numberColumn([1]) }])).toThrow('column y has 1 rows, not 2');
  });
});

function empty(column: Column) {
  const reasons = new Uint8Array(0);
  if (column.kind === 'text') return { reasons, codes: new Int32Array(0) };
  if (column.kind === 'set') return { reasons, bits: new Uint32Array(0) };
  return { reasons, values: new Float64Array(0) };
}

it('the library reads what we write as its own', () => {
  const table = tableFromIPC(writeArrow(5, columns));
  expect(table.toArray().map((row) => [row?.n, row?.t, row?.own, row?.f, row?.s?.toArray()])).toEqual([
    [0.1, '甲', 'a', true, ['高企', '瞪羚']],
    [null, null, 'bb', false, []],
    [-0, '乙', null, null, undefined],
    [5e-324, '甲', 'ccc', true, ['瞪羚']],
    [1e308, '甲', '', false, ['高企']],
  ]);
});

const oneColumn = (vector: Vector) => tableToIPC(new Table({ v: vector }), 'stream');

describe('what other programs write', () => {
  it.each<[string, Vector, unknown[]]>([
    ['bytes', vectorFromArray([1, null, -3], new Int8()), [1, '<blank>', -3]],
    ['floats', vectorFromArray([0.5, null], new Float32()), [0.5, '<blank>']],
    ['long whole numbers', vectorFromArray([9007199254740991n, null], new Int64()), [9007199254740991, '<blank>']],
    ['truth', vectorFromArray([true, null, false], new Bool()), [1, '<blank>', 0]],
    ['dictionary text', vectorFromArray(['a', null, 'b', 'a'], new Dictionary(new Utf8(), new Int32())), ['a', '<blank>', 'b', 'a']],
    ['plain text', vectorFromArray(['a', null, ''], new Utf8()), ['a', '<blank>', '<blank>']],
    ['days', vectorFromArray([new Date(Date.UTC(1970, 0, 3)), null], new DateDay()), [2, '<blank>']],
    [
      'time stamps, without the time',
      vectorFromArray([Date.UTC(1970, 0, 3, 23), Date.UTC(1969, 11, 31, 1)], new TimestampMillisecond()),
      [2, -1],
    ],
    ['lists of text', vectorFromArray([['a', 'b'], null, []], new List(new Field('item', new Utf8(), true))), [['a', 'b'], '<blank>', []]],
    ['no number', vectorFromArray([NaN, Infinity, 1], new Float64()), ['<not_finite>', '<not_finite>', 1]],
  ])('%s', (_, vector, wanted) => {
    expect(shown(oneColumn(vector)).v).toEqual(wanted);
  });

  it('decimals keep their scale and sign', () => {
    // 1.10 and −0.05 as 128-bit whole numbers of hundredths, low word first.
    const data = new Uint32Array([110, 0, 0, 0, -5 >>> 0, 0xffffffff, 0xffffffff, 0xffffffff]);
    const vector = new Vector([makeData({ type: new Decimal(2, 18, 128), length: 2, nullCount: 0, data })]);
    expect(shown(oneColumn(vector)).v).toEqual([1.1, -0.05]);
  });

  it('several batches, slices and their validity', () => {
    const whole = vectorFromArray([1, null, 3, null, 5, 6, null, 8, 9, null], new Float64());
    expect(shown(oneColumn(whole.slice(1, 4).concat(whole.slice(6, 10)))).v).toEqual(['<blank>', 3, '<blank>', '<blank>', 8, 9, '<blank>']);
  });
});

describe('what cannot be read is a problem', () => {
  const good = writeArrow(5, columns);
  const file = writeArrowFile(5, columns);
  const code = (bytes: Uint8Array) => {
    const answer = readArrow(bytes, 'x.arrow');
    return 'code' in answer ? answer.code : 'read';
  };

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'arrow_unreadable'],
    ['text', new TextEncoder().encode('企业名称,年度\n甲,2023\n'), 'arrow_unreadable'],
    ['the magic alone', new TextEncoder().encode('ARROW1'), 'arrow_unreadable'],
    ['a stream without its end', good.subarray(0, good.length - 8), 'arrow_cut'],
    ['half a file', file.subarray(0, file.length >> 1), 'arrow_cut'],
  ])('%s', (_, bytes, wanted) => {
    expect(code(bytes)).toBe(wanted);
  });

  it('a stream or file cut anywhere is never read as a shorter table', () => {
    for (const whole of [good, file])
      for (let length = 0; length < whole.length; length++) expect(code(whole.subarray(0, length))).toMatch(/^arrow_/);
  });

  it('a code without a word and text that runs past its end are refused', () => {
    const words = new Vector([
      makeData({ type: new Utf8(), length: 1, nullCount: 0, valueOffsets: new Int32Array([0, 1]), data: new Uint8Array([97]) }),
    ]);
    const codes = makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: 2,
      nullCount: 0,
      data: new Int32Array([0, 7]),
      dictionary: words,
    });
    expect(readArrow(oneColumn(new Vector([codes])))).toMatchObject({ code: 'arrow_unreadable', given: 'column v: a code without a word' });
    const long = makeData({
      type: new Utf8(),
      length: 1,
      nullCount: 0,
      valueOffsets: new Int32Array([0, 900]),
      data: new Uint8Array([97]),
    });
    expect(readArrow(oneColumn(new Vector([long])))).toMatchObject({
      code: 'arrow_unreadable',
      given: 'column v: offsets run past the end',
    });
  });

  it('whole numbers that would lose digits name the column and the number', () => {
    expect(readArrow(oneColumn(vectorFromArray([9007199254740993n], new Int64())), 'x.arrow')).toEqual({
      code: 'arrow_integer_too_large',
      source: 'x.arrow',
      where: 'v',
      given: '9007199254740993',
      severity: 'error',
    });
  });

  it('a column of a strange type is left out with a warning, the rest is read', () => {
    const struct = new Struct<Record<string, DataType>>([new Field('a', new Int32(), true)]);
    const child = makeData({ type: new Int32(), length: 1, nullCount: 0, data: new Int32Array([1]) });
    const schema = new Schema([new Field('odd', struct, true), new Field('n', new Float64(), true)]);
    const odd = makeData({ type: struct, length: 1, nullCount: 0, children: [child] });
    const number = makeVector(new Float64Array([2])).data[0]!;
    const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: 1, nullCount: 0, children: [odd, number] }));
    const answer = read(tableToIPC(new Table([batch]), 'file'));
    expect(answer.columns.map(({ name }) => name)).toEqual(['n']);
    expect(answer.problems.map(({ code: its, where, severity }) => [its, where, severity])).toEqual([['arrow_type', 'odd', 'warning']]);
  });
});

it('nothing is compiled on the way: the content policy forbids it', () => {
  const { Function: saved } = globalThis;
  const refuse = () => {
    throw new EvalError('compiled');
  };
  globalThis.Function = new Proxy(saved, { apply: refuse, construct: refuse });
  try {
    expect(shown(writeArrowFile(5, columns)).n).toHaveLength(5);
    expect(() => Reflect.construct(globalThis.Function, ['return 1']) as unknown).toThrow('compiled');
  } finally {
    globalThis.Function = saved;
  }
});
