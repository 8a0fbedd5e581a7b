import { describe, expect, it } from 'vitest';
import { ledgerPage } from '../../src/ingest/ledger';
import { LEDGER_REASONS } from '../../src/ingest/ledger-reasons';
import { look } from '../../src/ingest/look';
import { TableGuard } from '../../src/ingest/table-guard';
import { fileOf, loaded, recipeOf, valuesOf } from './given';

const HEADER = '代码,企业,行业,收入,人数,备注';
const ROWS = ['A1,甲公司,软件,1.5,3,好', 'A2,乙公司,医药,2.5,4,', 'A3,丙公司,软件,3.5,5,差'];

/** The reasons of rows under the header, by name; '' where a row is loaded without a word. */
function reasons(rows: readonly string[], header: readonly string[] = [HEADER]): string[] {
  const width = header.length === 0 ? 6 : header[0]!.split(',').length;
  const guard = new TableGuard(header.map((line) => line.split(',')));
  return [...ROWS, ...rows]
    .map((row) => LEDGER_REASONS[guard.judge(row.split(','), { least: width, most: width }, false)]![0])
    .slice(ROWS.length);
}

it('the header once more is skipped, each of its rows', () => {
  expect(reasons([HEADER, ' 代码 , 企业,行业,收入,人数,备注', ROWS[0]!])).toEqual(['repeated_header', 'repeated_header', '']);
  expect(reasons([',,,2022年,2023年,', 'A4,丁公司,软件,1,2,'], [HEADER, ',,,2022年,2023年,'])).toEqual(['repeated_header', '']);
});

describe('another table in the same file', () => {
  it('behind a blank line: names where ours has figures', () => {
    expect(reasons([',,,,,', '园区,街道,负责人,电话号,邮箱,备忘', '一园,一街,张,1,x,y', ROWS[0]!])).toEqual([
      'blank_line',
      'other_table',
      'other_table',
      'other_table',
    ]);
  });
  it('of another width; rows of ours come back, and so does our header', () => {
    expect(reasons([',,,,,', '园区,面积', '一园,12', ROWS[1]!])).toEqual(['blank_line', 'other_table', 'other_table', '']);
    expect(reasons([',,,,,', '园区,a,b,c,d,e', ROWS[1]!, HEADER, ROWS[1]!])).toEqual([
      'blank_line',
      'other_table',
      'other_table',
      'repeated_header',
      '',
    ]);
  });
  it('below a title', () => {
    expect(reasons(['表二 园区', '园区,面积', '一园,12'])).toEqual(['too_few_cells', 'other_table', 'other_table']);
  });
  it('a third one below the second', () => {
    expect(reasons(['', '园区,面积', '一园,12', '', '基地,街道,主任,名额,人员,备忘', 'A9,壬公司,软件,1,2,'])).toEqual([
      'blank_line',
      'other_table',
      'other_table',
      'blank_line',
      'other_table',
      'other_table',
    ]);
  });
  it('a row of words met before is a row, however short; without a break nothing is another table', () => {
    expect(reasons([',,,,,', 'A4,甲公司,软件,,,'])).toEqual(['blank_line', '']);
    expect(reasons(['园区,街道,负责人,电话号,邮箱,备忘'])).toEqual(['']);
  });
});

describe('a cell too few or too many', () => {
  it.each([
    ['A4,丁公司,软件,4.5,6', 'short_row', 'missing at the end: nowhere else would the rest fit'],
    ['A4,丁公司,软件', 'too_few_cells', 'three missing, and the word may be the remark'],
    ['A4,丁公司,软件,4.5', 'short_row', 'two missing at the end'],
    ['A4,丁公司,4.5,6,好', 'too_few_cells', 'missing in the middle'],
    ['A4,丁公司,软件,6,好', 'too_few_cells', 'one of two figures missing: which?'],
    ['A4', 'too_few_cells', 'hardly a row'],
    ['A4,丁公司,软件,4.5,6,好,', '', 'an empty cell behind the last one'],
    ['A4,多余,丁公司,软件,4.5,6,', 'too_many_cells', 'one that came in before it'],
    ['A4,丁公司,软件,4.5,6,好,坏', 'too_many_cells', 'a full one behind the last one'],
  ])('%s is %j: %s', (row, reason) => {
    expect(reasons([row])).toEqual([reason]);
  });

  it('before the columns are known every doubt is against the row', () => {
    const guard = new TableGuard([HEADER.split(',')]);
    const judge = (row: string) => LEDGER_REASONS[guard.judge(row.split(','), { least: 6, most: 6 }, false)]![0];
    expect(['A4,丁公司,软件,4.5,6', 'A4,丁公司,软件,4.5,6,好,'].map(judge)).toEqual(['too_few_cells', 'too_many_cells']);
  });
});

const TWO = `示例市企业表
${HEADER}
${ROWS.join('\n')}
${HEADER}
A4,丁公司,软件,4.5,6

表二 园区
园区,面积（平方米）
一园,100
二园,200
`;

it('a file of two tables: both are found, the first is read, the other has a line a row', async () => {
  const found = await look(fileOf(TWO));
  expect(found.tables).toEqual([
    { line: 2, header: { line: 1, lines: 1 }, names: HEADER.split(','), rows: 4 },
    { line: 10, header: { line: 9, lines: 1, others: 7 }, names: ['园区', '面积（平方米）'], rows: 2 },
  ]);
  expect(found.preview.map(({ fate }) => fate)).toEqual([
    'above',
    'header',
    'data',
    'data',
    'data',
    'header',
    'data',
    'blank',
    'rejected',
    'other',
    'other',
    'other',
  ]);
  const recipe = recipeOf(['code', 'text', 'text', 'number', 'count', 'text'], { header: { line: 1, lines: 1 } });
  const source = fileOf(TWO);
  const file = await loaded(source, recipe);
  expect([valuesOf(file.columns[0]!.column), [...file.lines]]).toEqual([
    ['A1', 'A2', 'A3', 'A4'],
    [3, 4, 5, 7],
  ]);
  expect(file.account).toMatchObject({ read: 11, loaded: 4, rejected: 1, skipped: 6 });
  const rows = (await ledgerPage(source, file, recipe, 0, 50)).filter(({ column }) => column === '');
  expect(rows.map(({ line, raw, reason }) => [line, raw, reason])).toEqual([
    [1, '示例市企业表', 'above_header'],
    [6, HEADER, 'repeated_header'],
    [7, 'A4,丁公司,软件,4.5,6', 'short_row'],
    [8, '', 'blank_line'],
    [9, '表二 园区', 'too_few_cells'],
    [10, '园区,面积（平方米）', 'other_table'],
    [11, '一园,100', 'other_table'],
    [12, '二园,200', 'other_table'],
  ]);
});

it('the other table is read by its header', async () => {
  const { tables } = await look(fileOf(TWO));
  const { header } = tables![1]!;
  const found = await look(fileOf(TWO), { header });
  expect(found.columns.map((column) => [column.header, column.filled])).toEqual([
    ['园区', 2],
    ['面积（平方米）', 2],
  ]);
  const recipe = recipeOf(['text', 'number'], { header });
  const source = fileOf(TWO);
  const file = await loaded(source, recipe);
  expect(valuesOf(file.columns[1]!.column)).toEqual([100, 200]);
  // Rows of the table above belong to that one; only its own title stands above the header.
  expect(found.preview.slice(0, 9).map(({ fate }) => fate)).toEqual([...Array<string>(7).fill('other'), 'above', 'above']);
  const rows = await ledgerPage(source, file, recipe, 0, 50);
  expect(rows.map(({ line, reason }) => [line, reason])).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((line) => [line, 'other_table']),
    [8, 'above_header'],
    [9, 'above_header'],
  ]);
  expect(file.account).toMatchObject({ read: 11, loaded: 2, rejected: 0, skipped: 9 });
});

const UNITS = `单位：万元,
代码,收入
A1,1
A2,2

园区,投入
一园,100
`;

it('a unit stated above one table says nothing of the next', async () => {
  const first = await look(fileOf(UNITS));
  expect(first.unit).toBe('万元');
  expect((await look(fileOf(UNITS), { header: first.tables![1]!.header })).unit).toBeNull();
});

it.each(['utf-8', 'gb18030'] as const)('both readers leave the rows of a table above for the same reason (%s)', async (encoding) => {
  // ASCII is the same in both encodings, and GB 18030 is read by the slow reader.
  const text = 'code,revenue\nA1,1\n\nzone,area,note\nP1,100,x\n';
  const [, second] = (await look(fileOf(text))).tables!;
  expect(second!.header).toEqual({ line: 3, lines: 1, others: 2 });
  const source = fileOf(text);
  const recipe = recipeOf(['text', 'number', 'text'], { header: second!.header, encoding });
  const file = await loaded(source, recipe);
  expect((await ledgerPage(source, file, recipe, 0, 9)).map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'other_table'],
    [2, 'other_table'],
    [3, 'above_header'],
  ]);
});

it('where every row ends with a delimiter that is no doubt, but one row among others is', async () => {
  const ended = fileOf('代码,收入\nA1,1,\nA2,2,\nA3,3,\n');
  const found = await look(ended);
  expect([found.sampled, found.columns.map(({ header, filled }) => [header, filled])]).toEqual([
    3,
    [
      ['代码', 3],
      ['收入', 3],
      ['', 0],
    ],
  ]);
  const recipe = recipeOf(['code', 'number', 'text']);
  const columns = recipe.columns.map((column) => (column.at === 2 ? { ...column, field: null } : column));
  const { account } = await loaded(ended, { ...recipe, columns });
  expect(account).toMatchObject({ loaded: 3, rejected: 0 });
  expect((await loaded(fileOf('代码,收入\nA1,1,\nA2,2\nA3,3\n'), recipeOf(['code', 'number']))).account).toMatchObject({
    loaded: 2,
    rejected: 1,
  });
});
