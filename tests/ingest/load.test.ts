import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { ledgerPage } from '../../src/ingest/ledger';
import { load } from '../../src/ingest/load';
import { rawCells } from '../../src/ingest/raw-cells';
import { fileOf, gb18030, loaded, recipeOf, utf16, valuesOf } from './given';

const TABLE = `名称,收入,人数
甲,"1,200",5
乙,12万,-

"丙
一",x,7
丁,3
戊,1,2,3
己,1,2,
合计,1500,12
庚,0,0
`;
const RECIPE = recipeOf(['text', 'number', 'count']);

it('columns, lines and the account of a file with every fate', async () => {
  const file = await loaded(fileOf(TABLE), RECIPE);
  expect(file.columns.map(({ at, header, column }) => [at, header, valuesOf(column)])).toEqual([
    [0, 'h0', ['甲', '乙', '丙\n一', '庚']],
    [1, 'h1', [1200, 120000, '(unreadable)', 0]],
    [2, 'h2', [5, '(blank)', 7, 0]],
  ]);
  expect([...file.lines]).toEqual([2, 3, 5, 11]);
  expect(file.account).toEqual({ read: 9, loaded: 4, rejected: 3, skipped: 2, changedCells: 3, rejectedCells: 1 });
  expect([file.rows, file.width, file.problems]).toEqual([4, 3, []]);
});

it('the ledger names line, column, raw text, reason and reading', async () => {
  const source = fileOf(TABLE);
  const lines = await ledgerPage(source, await loaded(source, RECIPE), RECIPE, 0, 100);
  expect(lines.map(({ line, column, raw, action, reason, read }) => [line, column, raw, action, reason, read])).toEqual([
    [2, 'h1', '1,200', 'changed cell', 'thousands_separator', '1200'],
    [3, 'h1', '12万', 'changed cell', 'unit_override', '120000'],
    [3, 'h2', '-', 'changed cell', 'null_word', ''],
    [4, '', '', 'skipped row', 'blank_line', ''],
    [5, 'h1', 'x', 'rejected cell', 'unreadable', ''],
    [7, '', '丁,3', 'rejected row', 'too_few_cells', ''],
    [8, '', '戊,1,2,3', 'rejected row', 'too_many_cells', ''],
    [9, '', '己,1,2,', 'rejected row', 'too_many_cells', ''],
    [10, '', '合计,1500,12', 'skipped row', 'total_row', ''],
  ]);
});

it('a page of the ledger is a part of the whole', async () => {
  const source = fileOf(TABLE);
  const file = await loaded(source, RECIPE);
  expect(await ledgerPage(source, file, RECIPE, 3, 2)).toEqual((await ledgerPage(source, file, RECIPE, 0, 100)).slice(3, 5));
  expect(await ledgerPage(source, file, RECIPE, 9, 5)).toEqual([]);
});

it('raw cells are as they stand in the file', async () => {
  const source = fileOf(TABLE.replaceAll('\n', '\r\n'));
  const file = await loaded(source, RECIPE);
  expect([await rawCells(source, file, 2), await rawCells(source, file, 5), await rawCells(source, file, 11)]).toEqual([
    ['甲', '1,200', '5'],
    ['丙\n一', 'x', '7'],
    ['庚', '0', '0'],
  ]);
  await expect(rawCells(source, file, 400)).rejects.toThrow('a.csv has no line 400');
});

it.each([
  ['utf-8', (text: string) => new TextEncoder().encode(text)],
  ['gb18030', gb18030],
  ['utf-16le', (text: string) => utf16(text, 'le', true)],
  ['utf-16be', (text: string) => utf16(text, 'be', false)],
] as const)('rows far down a %s file are found again', async (encoding, encode) => {
  const text = 'k,v\r\n' + Array.from({ length: 20000 }, (_, at) => `示例${at},"${at}\r\n万"\r\n`).join('');
  const source = bytesSource('a.csv', encode(text));
  const file = await loaded(source, recipeOf(['text', 'text'], { encoding }));
  expect([file.rows, file.lines[12345]]).toEqual([20000, 2 + 2 * 12345]);
  expect(await rawCells(source, file, 2 + 2 * 12345)).toEqual(['示例12345', '12345\n万']);
});

it('rows above the header are skipped with a line; a second header row is none', async () => {
  const recipe = recipeOf(['text', 'number'], { header: { line: 1, lines: 2 } });
  const file = await loaded(fileOf('情况表,\n企业,收入\n,2023\n甲,1\n'), recipe);
  expect([valuesOf(file.columns[1]!.column), file.account, [...file.lines]]).toEqual([
    [1],
    { read: 2, loaded: 1, rejected: 0, skipped: 1, changedCells: 0, rejectedCells: 0 },
    [4],
  ]);
});

it('without a header the first row says how many cells there are', async () => {
  const file = await loaded(fileOf('\n甲,1\n乙\n'), recipeOf(['text', 'number'], { header: { line: 0, lines: 0 } }));
  expect([valuesOf(file.columns[0]!.column), file.account.rejected, file.account.skipped]).toEqual([['甲'], 1, 1]);
});

it('columns without a name at the end may be left out; columns without a field are not loaded', async () => {
  const recipe = recipeOf(['text', 'number', 'text']);
  const columns = recipe.columns.map((column, at) => (at === 2 ? { ...column, field: null } : column));
  const file = await loaded(fileOf('a,b,\n甲,1\n乙,2,x\n'), { ...recipe, columns });
  expect(file.columns.map(({ column }) => valuesOf(column))).toEqual([
    ['甲', '乙'],
    [1, 2],
  ]);
});

it('one column may be read in two ways', async () => {
  const [first] = recipeOf(['number']).columns;
  const file = await loaded(fileOf('a\n007\n8\n'), {
    ...recipeOf(['number']),
    columns: [first!, { ...first!, field: 'x_text', kind: 'text' }],
  });
  expect(file.columns.map(({ column }) => valuesOf(column))).toEqual([
    [7, 8],
    ['007', '8'],
  ]);
});

it('sets are bits over their words, flags truth values', async () => {
  const file = await loaded(fileOf('a,b\n高企;瞪羚,是\n,否\n瞪羚,?\n'), recipeOf(['set', 'flag']));
  expect(file.columns.map(({ column }) => [column.kind, valuesOf(column)])).toEqual([
    ['set', [['高企', '瞪羚'], '(blank)', ['瞪羚']]],
    ['truth', [1, 0, '(unreadable)']],
  ]);
});

describe('a firm that is called like a total is no total', () => {
  it.each([
    ['621,TOTAL,FR,932.7', 'loaded'],
    ['TOTAL,FR,1,2', 'loaded'],
    ['合计示例公司,a,1,2', 'loaded'],
    ['合计,甲,1,2', 'loaded'],
    ['合计,,1,2', 'skipped'],
    ['合　计：,,1,—', 'skipped'],
    ['3,合计,"1,200",5%', 'skipped'],
    ['电子,小计,1,2', 'skipped'],
    ['Grand Total,,1,2', 'skipped'],
    [',Total,1,2', 'skipped'],
  ] as const)('%s is %s', async (row, fate) => {
    const file = await loaded(fileOf(`a,b,c,d\nx,y,1,2\n${row}\n`), recipeOf(['text', 'text', 'text', 'text']));
    expect(file.account[fate]).toBe(fate === 'loaded' ? 2 : 1);
  });
});

it('a stray quote costs at most its own row; read or rejected, the ledger has it', async () => {
  const source = fileOf('a,b,c\n1,"x,y\n2,甲,z\n3,"乙"丙,w\n');
  const recipe = recipeOf(['number', 'text', 'text']);
  const file = await loaded(source, recipe);
  expect([valuesOf(file.columns[1]!.column), [...file.lines], file.account.read]).toEqual([['"x', '甲', '"乙"丙'], [2, 3, 4], 3]);
  expect((await ledgerPage(source, file, recipe, 0, 9)).map(({ line, column, raw, reason }) => [line, column, raw, reason])).toEqual([
    [2, '', '1,"x,y', 'quotes_as_text'],
    [4, '', '3,"乙"丙,w', 'quotes_as_text'],
  ]);
  expect(file.problems).toEqual([{ code: 'stray_quotes', source: 'a.csv', where: 'line 2', given: '2', severity: 'warning' }]);
  const torn = fileOf('a,b,c\n1,"x\n2,甲,z\n');
  expect(await ledgerPage(torn, await loaded(torn, recipe), recipe, 0, 9)).toMatchObject([
    { line: 2, raw: '1,"x', action: 'rejected row', reason: 'stray_quote' },
  ]);
});

const codesOf = async (text: string | Uint8Array, recipe = RECIPE) => {
  const answer = await load(typeof text === 'string' ? fileOf(text) : bytesSource('a.csv', text), recipe);
  return answer.ok ? 'loaded' : answer.problems.map(({ code, where }) => `${code} ${where}`.trim());
};

it('the wrong encoding chosen by hand loads nothing and names the place', async () => {
  expect(await codesOf(gb18030('名,b,c\n企业,1,2\n'))).toEqual(['encoding_mismatch line 1, byte 0']);
  // 名 is e5 90 8d: two bytes of GB18030 and half of the comma's pair, which is none.
  expect(await codesOf('a,b,c\n1,2,名,\n', recipeOf(['text'], { encoding: 'gb18030' }))).toEqual(['encoding_mismatch line 2, byte 12']);
});

it('a file cut within a character loads nothing and names the place', async () => {
  expect(await codesOf(new TextEncoder().encode('a,b,c\n甲,1,乙').subarray(0, -1))).toEqual(['cut_character line 2, byte 12']);
});

it.each([
  ['', ['empty_file']],
  ['a,b,c\n', ['no_rows']],
  ['PK\u0003\u0004', ['binary_file']],
  ['a,b\n1,2\n', ['no_such_column column 3']],
])('%j is refused', async (text, codes) => {
  expect(await codesOf(text)).toEqual(codes);
});

it.each(['utf-8', 'gb18030'] as const)(
  'a row of more than 16 MB is refused, not gathered without end, in %s',
  async (encoding) => {
    const bytes = new Uint8Array(28 << 20).fill(0x61);
    bytes.set(new TextEncoder().encode('a,b,c\n1,2,3\n'));
    expect(await codesOf(bytes, recipeOf(['text'], { encoding }))).toEqual(['row_too_long line 3']);
    expect(await codesOf(bytes, recipeOf(['text'], { encoding, delimiter: '，' }))).toEqual(['row_too_long line 3']);
  },
  30_000,
);

it('the digest is that of the bytes', async () => {
  // NIST: SHA-256 of "abc".
  const file = await loaded(fileOf('abc'), recipeOf(['text'], { header: { line: 0, lines: 0 } }));
  expect(file.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('tells how far it is, to the end', async () => {
  const seen: number[][] = [];
  const source = fileOf(TABLE);
  await load(source, RECIPE, { report: (done, of) => seen.push([done, of]) });
  expect(seen.at(-1)).toEqual([source.size, source.size]);
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const row = '甲,1,2\n';
  const source = fileOf('a,b,c\n' + row.repeat(2_000_000));
  const reading = load(source, RECIPE, { signal: stop.signal, report: () => stop.abort(new Error('enough')) });
  await expect(reading).rejects.toThrow('enough');
});

it('a loaded file crosses a worker border', async () => {
  const file = await loaded(fileOf(TABLE), RECIPE);
  expect(structuredClone(file)).toEqual(file);
});
