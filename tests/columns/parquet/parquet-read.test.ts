import { gunzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/columns/parquet-read';
import type { TypedTable } from '../../../src/columns/typed-table';
import { bytesSource } from '../../../src/ingest/byte-source';
import { valuesOf } from '../../ingest/given';
import { duckParquet } from './duck-parquet';

const gunzip = (packed: Uint8Array, size: number) => gunzipSync(packed, { out: new Uint8Array(size) });
const read = (bytes: Uint8Array) => readParquet(bytesSource('a.parquet', bytes), { gunzip });

async function tableOf(bytes: Uint8Array): Promise<TypedTable> {
  const table = await read(bytes);
  if ('code' in table) throw new Error(`${table.code}: ${table.where} ${table.given}`);
  return table;
}
const shown = ({ columns }: TypedTable) => columns.map(({ name, from, column }) => [name, from, valuesOf(column)]);
const faultOf = async (bytes: Uint8Array) => {
  const table = await read(bytes);
  return 'code' in table ? [table.code, table.where, table.severity] : 'none';
};

const DAY_2001_03_05 = 11386;

it.each([
  ['1::tinyint', 'number', 1],
  ['-7::smallint', 'number', -7],
  ['(-2147483648)::int', 'number', -2147483648],
  ['4294967295::uinteger', 'number', 4294967295],
  ['200::utinyint', 'number', 200],
  ['-9007199254740991::bigint', 'number', -9007199254740991],
  ['9007199254740991::ubigint', 'number', 9007199254740991],
  ['0.1::double', 'number', 0.1],
  ['0.5::float', 'number', 0.5],
  ['1.10::decimal(4,2)', 'number', 1.1],
  ['-1234567.89::decimal(9,2)', 'number', -1234567.89],
  ['1234567890.123::decimal(18,3)', 'number', 1234567890.123],
  ['-0.05::decimal(38,2)', 'number', -0.05],
  ['true', 'truth', 1],
  ["'示例'", 'text', '示例'],
  ["'甲'::enum('甲','乙')", 'text', '甲'],
  ["'2001-03-05'::date", 'date', DAY_2001_03_05],
  ["'1969-12-31'::date", 'date', -1],
  ["'2001-03-05 23:59:59.999'::timestamp_ms", 'date', DAY_2001_03_05],
  ["'2001-03-05 23:59:59.999999'::timestamp", 'date', DAY_2001_03_05],
  ["'2001-03-05 23:59:59.999999999'::timestamp_ns", 'date', DAY_2001_03_05],
  ["'1969-12-31 00:00:00.000000001'::timestamp_ns", 'date', -1],
  ["'2001-03-05 00:00:00+00'::timestamptz", 'date', DAY_2001_03_05],
  ["'b9f3f3e0-0000-4000-8000-00000000000a'::uuid", 'text', 'b9f3f3e0-0000-4000-8000-00000000000a'],
  ["['高企','瞪羚','高企']", 'set', ['高企', '瞪羚']],
])('%s is %s', async (value, from, wanted) => {
  const bytes = await duckParquet(`select * from (values (${value}), (null), (${value})) t(v)`);
  expect(shown(await tableOf(bytes))).toEqual([['v', from, [wanted, '(blank)', wanted]]]);
});

it('missing is not zero: NaN and infinity are not finite, an empty text is blank, an empty list the empty set', async () => {
  const bytes = await duckParquet(
    "select * from (values (1.0::double, '', ['a']), ('nan', 'x', []), ('inf', null, null), (0, '', [null, 'b'])) t(n, w, s)",
  );
  expect(shown(await tableOf(bytes))).toEqual([
    ['n', 'number', [1, '(not_finite)', '(not_finite)', 0]],
    ['w', 'text', ['(blank)', 'x', '(blank)', '(blank)']],
    ['s', 'set', [['a'], [], '(blank)', ['b']]],
  ]);
});

it('whole numbers and decimals of too many digits are text, digit for digit', async () => {
  const bytes = await duckParquet(
    "select * from (values (9007199254740993::bigint, 18446744073709551615::ubigint, '12345678901234567890.10'::decimal(38,2), 0.01::decimal(18,2)), (1, 2, -0.5, 9999999999999999.99)) t(a, b, c, d)",
  );
  expect(shown(await tableOf(bytes))).toEqual([
    ['a', 'text', ['9007199254740993', '1']],
    ['b', 'text', ['18446744073709551615', '2']],
    ['c', 'text', ['12345678901234567890.10', '-0.50']],
    ['d', 'text', ['0.01', '9999999999999999.99']],
  ]);
});

it('columns of other types are left out, each with a warning', async () => {
  const bytes = await duckParquet(
    "select 1 as a, {'x': 1, 'y': 2} as b, map {'k': 1} as c, '12:00'::time as d, interval 1 day as e, [1, 2] as f, '\\xFF'::blob as g, [['a']] as h",
  );
  const { columns, problems } = await tableOf(bytes);
  expect(columns.map(({ name }) => name)).toEqual(['a']);
  expect(problems.map(({ code, where, severity }) => [code, where, severity])).toEqual(
    ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((where) => ['parquet_type', where, 'warning']),
  );
});

const WIDE = `select i::int as k, (i * 37 % 1000)::bigint as big, case when i % 7 = 0 then null else round(i / 3.0, 2) end as n, case when i % 11 = 0 then null else '企业' || (i % 300) end as w,
  'only ' || hash(i) as own, i % 3 = 0 as flag, case when i % 5 = 0 then null when i % 5 = 1 then [] else ['t' || (i % 4), 't' || (i % 9)] end as s, '2001-03-05'::date + i::int as d from range(12345) t(i)`;

describe.each([
  ['as DuckDB writes it', ''],
  ['many row groups', 'row_group_size 2048'],
  ['not packed', "codec 'uncompressed'"],
  ['packed by gzip', "codec 'gzip'"],
  ['with the encodings of version 2', 'parquet_version v2'],
  ['version 2, not packed, no dictionaries', "parquet_version v2, codec 'uncompressed', dictionary_size_limit 0"],
])('12,345 rows %s', (_, options) => {
  it('are what another reader reads', async () => {
    const bytes = await duckParquet(WIDE, options);
    const table = await tableOf(bytes);
    expect(table.problems).toEqual([]);
    const rows = await parquetReadObjects({ file: bytes.slice().buffer, compressors: { GZIP: gunzip } });
    const plain = (value: unknown): unknown => {
      if (value === null || value === undefined) return '(blank)';
      if (value instanceof Date) return value.getTime() / 86_400_000;
      if (Array.isArray(value)) return [...new Set(value)].sort();
      return typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value;
    };
    for (const { name, column } of table.columns) {
      const values = valuesOf(column).map((value) => (Array.isArray(value) ? [...value].sort() : value));
      expect(values).toEqual(rows.map((row) => plain(row[name])));
    }
  });
});

it('only the ranges of the column chunks are read, never the file whole', async () => {
  const bytes = await duckParquet(WIDE, 'row_group_size 2048');
  const ranges: number[] = [];
  const inner = bytesSource('a.parquet', bytes);
  const source = { ...inner, read: (from: number, to: number) => (ranges.push(to - from), inner.read(from, to)) };
  expect('code' in (await readParquet(source, { gunzip }))).toBe(false);
  expect(ranges.length).toBeGreaterThan(8 * 6);
  expect(Math.max(...ranges)).toBeLessThan(bytes.length / 2);
});

it('a reading is stopped by its signal', async () => {
  const bytes = await duckParquet(WIDE);
  await expect(readParquet(bytesSource('a', bytes), { gunzip, signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
});

describe('refused, with the reason', () => {
  it.each([
    ['zstd', 'v'],
    ['brotli', 'v'],
    ['lz4_raw', 'v'],
  ])('a codec we do not have: %s', async (codec, where) => {
    expect(await faultOf(await duckParquet('select i as v from range(10) t(i)', `codec '${codec}'`))).toEqual([
      'parquet_codec',
      where,
      'error',
    ]);
  });

  it('an encrypted file', async () => {
    const bytes = await duckParquet('select 1 as v', "encryption_config {footer_key: 'key'}");
    expect(await faultOf(bytes)).toEqual(['parquet_encrypted', '', 'error']);
  });

  it('a cut one, and one cut to nothing', async () => {
    const bytes = await duckParquet(WIDE);
    expect(await faultOf(bytes.subarray(0, bytes.length - 9))).toEqual(['parquet_cut', '', 'error']);
    expect(await faultOf(bytes.subarray(0, 4))).toEqual(['parquet_cut', '', 'error']);
  });

  it('metadata longer than the file, and metadata of ones', async () => {
    const bytes = (await duckParquet('select 1 as v')).slice();
    const view = new DataView(bytes.buffer);
    const length = view.getUint32(bytes.length - 8, true);
    view.setUint32(bytes.length - 8, 0x7fffffff, true);
    expect(await faultOf(bytes)).toEqual(['parquet_unreadable', '', 'error']);
    view.setUint32(bytes.length - 8, length, true);
    bytes.fill(0xff, bytes.length - 8 - length, bytes.length - 8);
    expect(await faultOf(bytes)).toEqual(['parquet_unreadable', '', 'error']);
  });

  it('a page of another length than its header says', async () => {
    const bytes = (await duckParquet("select 'x' || i as v from range(1000) t(i)", "codec 'uncompressed'")).slice();
    bytes.fill(0, 30, 200);
    expect((await faultOf(bytes))[0]).toBe('parquet_unreadable');
  });
});
