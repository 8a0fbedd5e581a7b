import { expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { look } from '../../src/ingest/look';
import type { FoundFile } from '../../src/model/source';
import { fileOf, gb18030 } from './given';

const kinds = (found: FoundFile) => found.columns.map(({ header, kind, unit }) => [header, kind, unit]);
const codes = (found: FoundFile) => found.problems.map(({ code }) => code);

const OFFICE = `示例市企业情况表,,,,,,,
,,,,,,,单位：万元
企业名称,统一社会信用代码,成立日期,营业收入,研发占比,从业人数,是否高企,备注
示例甲公司,91510000000000001X,2001年3月5日,"1,200.5",12.5%,120,是,-
示例乙公司,91510000000000002X,2010年1月,80,3%,15,否,暂无

示例丙公司,91510000000000003X,2011.3.5,—,2.5%,"1,015",是,好
合计,,,1280.5,,1150,,
`;

it('an office table: title, unit, header, kinds, and the fate of each row', async () => {
  const found = await look(fileOf(OFFICE));
  expect(found.dialect).toEqual({ encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 2, lines: 1 } });
  expect([found.unit, found.certain, found.sampled, found.problems]).toEqual(['万元', true, 3, []]);
  expect(kinds(found)).toEqual([
    ['企业名称', 'text', null],
    ['统一社会信用代码', 'code', null],
    ['成立日期', 'date', null],
    ['营业收入', 'money', '万元'],
    ['研发占比', 'ratio', '%'],
    ['从业人数', 'count', null],
    ['是否高企', 'flag', null],
    ['备注', 'text', null],
  ]);
  expect(found.preview.map(({ line, fate }) => [line, fate])).toEqual([
    [1, 'above'],
    [2, 'unit'],
    [3, 'header'],
    [4, 'data'],
    [5, 'data'],
    [6, 'blank'],
    [7, 'data'],
    [8, 'total'],
  ]);
});

it('counts what a column holds: filled, blank, changed, null words, samples', async () => {
  const [, , date, revenue, share, , , note] = (await look(fileOf(OFFICE))).columns;
  expect(date).toMatchObject({ filled: 3, blank: 0, changed: 1, refused: 0 });
  expect(revenue).toMatchObject({ filled: 2, blank: 1, changed: 2, nulls: [{ word: '—', count: 1 }], samples: ['1,200.5', '80', '—'] });
  expect(share).toMatchObject({ filled: 3, changed: 3, ownUnits: 3 });
  expect(note!.nulls).toEqual([
    { word: '-', count: 1 },
    { word: '暂无', count: 1 },
  ]);
});

it('duplicate, empty and dangerous names keep their places', async () => {
  const found = await look(fileOf('__proto__,a,,a\nx,1,2,3\ny,4,5,6\n'));
  expect(found.columns.map(({ at, header }) => [at, header])).toEqual([
    [0, '__proto__'],
    [1, 'a'],
    [2, ''],
    [3, 'a'],
  ]);
});

it('ranges such as 10-12 among numbers keep the column text', async () => {
  expect((await look(fileOf('a,b\n10-12,1\n26,2\n62-63,3\n'))).columns.map(({ kind }) => kind)).toEqual(['text', 'number']);
});

it.each([
  ['001', 'code'],
  ['123456789012345678', 'code'],
  ['91510000000000001X', 'code'],
  ['12', 'number'],
  ['12.5', 'number'],
  ['2023年', 'year'],
  ['2001-03-05', 'date'],
  ['20010305', 'number'],
  ['√', 'flag'],
  ['3.4亿', 'number'],
  ['50万元', 'money'],
  ['¥50', 'money'],
  ['12人', 'count'],
  ['10-12', 'text'],
  ['甲;乙', 'set'],
])('a column of %s under a name that says nothing is %s', async (cell, kind) => {
  expect((await look(fileOf(`x,y\n${cell},a\n${cell},b\n`))).columns[0]!.kind).toBe(kind);
});

it.each([
  ['联系电话', '13800000000', 'code'],
  ['日期', '20010305', 'date'],
  ['年度', '2023', 'year'],
  ['year', '2023', 'year'],
  ['是否上市', '1', 'flag'],
  ['收入', '1', 'number'],
  ['收入（万元）', '1', 'money'],
  ['专利数（件）', '1', 'count'],
  ['增长率（%）', '1', 'ratio'],
])('a column named %s of %s is %s', async (header, cell, kind) => {
  expect((await look(fileOf(`${header},y\n${cell},a\n${cell},b\n`))).columns[0]!.kind).toBe(kind);
});

it('words that recur several in a cell are a set', async () => {
  const rows = ['高企;瞪羚', '高企', '瞪羚', '高企;瞪羚', '高企', '高企;瞪羚'].map((cell, at) => `公司${at},${cell}`);
  expect((await look(fileOf(`企业,资质\n${rows.join('\n')}\n`))).columns[1]!.kind).toBe('set');
});

it('what is chosen by hand is taken', async () => {
  const found = await look(fileOf('a;b\n1;2\n'), { delimiter: ',', header: { line: 0, lines: 0 } });
  expect([found.dialect.delimiter, found.dialect.header.lines, found.columns.length]).toEqual([',', 0, 1]);
});

it('an encoding chosen by hand that does not fit is said with its place', async () => {
  const found = await look(bytesSource('a.csv', gb18030('名称,值\n企业,1\n')), { encoding: 'utf-8' });
  expect(found.problems[0]).toMatchObject({ code: 'encoding_mismatch', where: 'line 1, byte 0', severity: 'error' });
});

it('GB18030 is found and read', async () => {
  const found = await look(bytesSource('a.csv', gb18030('企业名称,营业收入（万元）\n示例公司,12\n')));
  expect([found.dialect.encoding, found.certain, kinds(found)]).toEqual([
    'gb18030',
    true,
    [
      ['企业名称', 'text', null],
      ['营业收入（万元）', 'money', '万元'],
    ],
  ]);
});

const bytes = (...list: readonly number[]) => Uint8Array.from(list);
it.each([
  ['nothing', bytes(), 'empty_file', '0'],
  ['white space', bytes(32, 10, 10), 'empty_file', '3'],
  ['only a mark', bytes(0xef, 0xbb, 0xbf), 'empty_file', '3'],
  ['a workbook', bytes(0x50, 0x4b, 3, 4, 0, 0, ...new TextEncoder().encode('xl/workbook.xml')), 'binary_file', 'xlsx'],
  ['an archive', bytes(0x50, 0x4b, 3, 4, 20, 0, 0), 'binary_file', 'zip'],
  ['Parquet', new TextEncoder().encode('PAR1xxxx'), 'binary_file', 'parquet'],
  ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'binary_file', 'pdf'],
  ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'xls_old', ''],
  ['an Arrow file', new TextEncoder().encode('ARROW1\0\0'), 'binary_file', 'arrow'],
  ['bytes with NULs', bytes(1, 2, 0, 0, 0, 5, 0, 9, 0, 0), 'binary_file', 'NUL at byte 2'],
])('%s is refused', async (_name, content, code, given) => {
  const found = await look(bytesSource('a.csv', content));
  expect([found.problems.map((problem) => [problem.code, problem.given]), found.columns]).toEqual([[[code, given]], []]);
});

it('a file beyond 2 GB is refused before it is read', async () => {
  const source = { name: 'big.csv', size: 2 ** 31 + 1, read: () => Promise.reject(new Error('was read')) };
  expect((await look(source)).problems).toEqual([
    { code: 'file_too_large', source: 'big.csv', where: '', given: '2147483649', severity: 'error' },
  ]);
});

it('a header without rows is said', async () => {
  expect(codes(await look(fileOf('企业,收入\n')))).toEqual(['header_only']);
});

it('no header at all', async () => {
  const found = await look(fileOf('甲,1\n乙,2\n'));
  expect([found.dialect.header.lines, found.columns.map(({ header, kind }) => [header, kind])]).toEqual([
    0,
    [
      ['', 'text'],
      ['', 'number'],
    ],
  ]);
});

it('200 columns and a quote gone astray', async () => {
  const wide = Array.from({ length: 200 }, (_, at) => `n${at}`).join(',') + '\n' + '1,'.repeat(199) + '1\n';
  expect((await look(fileOf(wide))).columns.length).toBe(200);
  expect(codes(await look(fileOf('a,b\n1,"x\n2,y\n3,z\n')))).toEqual(['stray_quotes']);
});

it('a large file is sampled further on: a column that turns to text late is seen', async () => {
  const lines = Array.from({ length: 700_000 }, (_, at) => `企业${at},${at < 200_000 ? at : 'x'}`);
  const found = await look(fileOf(`企业,值\n${lines.join('\n')}\n`));
  expect(found.columns[1]).toMatchObject({ kind: 'text' });
});

/** A file of 9 MB, of which a sample is looked at; `odd` stands where no sample is taken. */
function long(odd: number): ReturnType<typeof bytesSource> {
  const bytes = new TextEncoder().encode(`统一社会信用代码,年度\n${'91510000000000001X,2024\n'.repeat(380_000)}`);
  bytes[1_200_000] = odd;
  return bytesSource('a.csv', bytes);
}

it('what is expected of a sample is told before every byte is seen, and is the answer when every byte is UTF-8', async () => {
  let expected: FoundFile | null = null;
  const isTold: boolean[] = [];
  const found = await look(
    long(48),
    {},
    {
      expect: (early) => (expected = early),
      encodingOf: async () => {
        isTold.push(expected !== null);
        return { encoding: 'utf-8', certain: true, problem: null };
      },
    },
  );
  expect(isTold).toEqual([true]);
  expect(found).toBe(expected);
  expect(found).toEqual(await look(long(48)));
});

it('a byte beyond the sample that is no UTF-8 is found all the same, and the answer is not what was expected', async () => {
  const expected: FoundFile[] = [];
  const found = await look(long(0xff), {}, { expect: (early) => expected.push(early) });
  expect([expected.length, expected.includes(found)]).toEqual([1, false]);
  expect(found).toEqual(await look(long(0xff)));
  expect(codes(found)).not.toEqual([]);
});

it('nothing is expected of a sample that is no UTF-8, nor where the encoding is chosen by hand', async () => {
  const expected: FoundFile[] = [];
  const reading = { expect: (early: FoundFile) => expected.push(early) };
  await look(bytesSource('a.csv', gb18030('企业名称,年度\n示例甲科技有限公司,2024\n')), {}, reading);
  await look(fileOf(OFFICE), { encoding: 'utf-8' }, reading);
  expect(expected).toEqual([]);
});
