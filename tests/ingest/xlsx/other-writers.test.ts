import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lookAny } from '../../../src/ingest/any-file';
import { bytesSource } from '../../../src/ingest/byte-source';
import { proposeRecipe } from '../../../src/ingest/propose';
import { dictionary } from '../dictionary';
import { readSheet, sheetRecipe } from './given';

/** A workbook that another program wrote; tests/fixtures/workbooks/README.md says which and what it holds. */
function written(name: string) {
  return bytesSource(name, new Uint8Array(readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))));
}
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

it('openpyxl: an office sheet with merged cells, Chinese dates, shares, formulas without values, a hidden sheet', async () => {
  const source = written('openpyxl-office.xlsx');
  const found = await lookAny(source);
  expect(found.sheets).toEqual([
    { name: '填报说明', rows: 2, hidden: false },
    { name: '企业', rows: 9, hidden: false },
    { name: '底稿', rows: 1, hidden: true },
  ]);
  expect([found.dialect.sheet, found.dialect.header, found.unit]).toEqual(['企业', { line: 2, lines: 2 }, '万元']);
  const { recipe } = proposeRecipe(found, dictionary);
  const { values, ledger, file } = await readSheet(source, recipe);
  expect(values).toEqual([
    ['示例甲区', '示例甲区', '示例甲区', '示例乙区'],
    ['示例甲公司', '示例乙公司', '示例丙 <&> 公司', '示例丁公司'],
    ['91000000000000001X', '91000000000000002X', '91000000000000003X', '(unreadable)'],
    [day('2001-03-05'), day('2010-01-01'), day('1999-12-31'), day('2024-02-29')],
    [12005000, 3000, -50000, 1e25],
    [13000000, '(blank)', '(unreadable)', 123456780000],
    [0.125, 0.03, 1, 0.0001],
    [day('2024-05-01'), day('2024-05-02'), day('2024-05-03'), '(blank)'],
  ]);
  expect([...file.lines]).toEqual([5, 6, 7, 8]);
  expect(ledger.filter((line) => !line.includes('percent_sign'))).toEqual([
    '1  示例市企业情况表 → above_header: ',
    '2   |  |  |  |  |  |  | 单位：万元 → above_header: ',
    `5 登记时间 2024-05-01 08:30 → time_dropped: ${day('2024-05-01')}`,
    '6 区县 示例甲区 → merged_cell: 示例甲区',
    '7 区县 示例甲区 → merged_cell: 示例甲区',
    '7 营业收入 · 2023 =E7*2 → formula_without_value: ',
    `7 登记时间 2024-05-03 23:59:59 → time_dropped: ${day('2024-05-03')}`,
    '8 统一社会信用代码 9.1E+17 → digits_lost: ',
    '9  合计 |  |  |  | =SUM(E5:E8) → total_row: ',
  ]);
});

it('XlsxWriter: days from 1904, rich text, zero-padded codes, a unit in the format, errors, formulas, a hidden row', async () => {
  const source = written('xlsxwriter-1904.xlsx');
  const found = await lookAny(source);
  expect(found.problems.map(({ code, given }) => [code, given])).toEqual([
    ['hidden_rows', '1'],
    ['formulas_not_calculated', '4'],
  ]);
  const recipe = sheetRecipe(['code', 'text', 'date', 'money', 'flag', 'number', 'text', 'text', 'date'], undefined, '数据');
  const { values, ledger } = await readSheet(source, recipe);
  expect(values).toEqual([
    ['000042', '000043'],
    ['示例加粗 公司', '示例_x0041_公司'],
    [day('2001-03-05'), day('1904-01-01')],
    [125000, -30000],
    [1, 0],
    [25, -6],
    ['(unreadable)', '甲乙'],
    ['第一行\n第二行', '=1+1'],
    [day('2024-06-30'), '(blank)'],
  ]);
  expect(ledger).toEqual([
    '2 h3 12.5万元 → unit_override: 125000',
    '2 h6 #N/A → error_value: ',
    '3 h1  示例_x0041_公司  → spaces_trimmed: 示例_x0041_公司',
    '3 h3 -3万元 → unit_override: -30000',
  ]);
});

it('XlsxWriter without shared texts, a row left out', async () => {
  const { values, file } = await readSheet(written('xlsxwriter-inline.xlsx'), sheetRecipe(['text', 'number'], undefined, '表1'));
  expect([values, [...file.lines]]).toEqual([
    [
      ['示例甲', '示例乙'],
      [1, 2.5],
    ],
    [2, 4],
  ]);
});
