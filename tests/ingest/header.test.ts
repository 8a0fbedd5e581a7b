import { expect, it } from 'vitest';
import { findMarks } from '../../src/ingest/dialect';
import { findHeader, headerNames, unitAbove } from '../../src/ingest/header';

function header(text: string) {
  const rows = text.split('\n').map((line) => line.split(','));
  const found = findHeader(rows);
  return { ...found, ...headerNames(rows, found), unit: unitAbove(rows, found) };
}

it.each([
  ['企业,收入\n甲,1\n乙,2', 0, 1, ['企业', '收入']],
  ['企业,2021,2022,占比,金额\n甲,1,2,3%,4\n乙,1,2,3%,4', 0, 1, ['企业', '2021', '2022', '占比', '金额']],
  ['2021,2022,2023\n15,16,17\n18,19,20', 0, 1, ['2021', '2022', '2023']],
  ['企业,2022年,2023年\n甲,1,2', 0, 1, ['企业', '2022年', '2023年']],
  ['企业,行业\n甲,电子\n乙,医药', 0, 1, ['企业', '行业']],
  [',year,fi\n1,1983,1\n2,1983,2', 0, 1, ['', 'year', 'fi']],
  ['__proto__,constructor,a,a\n1,2,3,4', 0, 1, ['__proto__', 'constructor', 'a', 'a']],
  ['甲,1\n乙,2', 0, 0, []],
  ['甲,电子\n乙,电子\n丙,电子', 0, 0, []],
  ['91510000000000001X,示例公司,1\n91510000000000002X,示例公司二,2', 0, 0, []],
  ['1803,2018,5\n1134,2018,6', 0, 0, []],
])('%j has its header at row %d, %d lines', (text, line, lines, names) => {
  expect(header(text)).toMatchObject({ line, lines, names });
});

it('title and unit rows above the header are passed, the unit kept', () => {
  expect(header('示例市2023年企业情况表,,,\n,,,单位：万元\n企业名称,营业收入,利润,人数\n甲,1,2,3')).toEqual({
    line: 2,
    lines: 1,
    names: ['企业名称', '营业收入', '利润', '人数'],
    units: [null, null, null, null],
    unit: '万元',
  });
});

it('a title in one cell of its own, a blank row, then the header', () => {
  expect(header('情况表（单位：亿元）\n\n企业,收入\n甲,1')).toMatchObject({ line: 2, lines: 1, unit: '亿元' });
});

it('two header rows are joined, merged cells filled to the right', () => {
  expect(header('企业,代码,营业收入,,研发费用,\n,,2022年,2023年,2022年,2023年\n甲,A1,1,2,3,4\n乙,A2,1,2,3,4')).toMatchObject({
    line: 0,
    lines: 2,
    names: ['企业', '代码', '营业收入 · 2022年', '营业收入 · 2023年', '研发费用 · 2022年', '研发费用 · 2023年'],
  });
});

it('three header rows are joined, the empty cells under a merged one with their name', () => {
  expect(header('企业,代码,经营情况,,,\n,,2022年,,2023年,\n,,收入,利润,收入,利润\n甲,A1,1,2,3,4\n乙,A2,1,2,3,4')).toMatchObject({
    line: 0,
    lines: 3,
    names: ['企业', '代码', '经营情况 · 2022年 · 收入', '经营情况 · 2022年 · 利润', '经营情况 · 2023年 · 收入', '经营情况 · 2023年 · 利润'],
  });
});

it('a header that comes again below is still a header', () => {
  expect(header('企业,收入\n甲,1\n企业,收入\n企业,收入\n乙,2')).toMatchObject({ line: 0, lines: 1 });
});

it('the row of units under a header is no data', () => {
  expect(header('企业,收入,人数\n,万元,人\n甲,1,2')).toEqual({
    line: 0,
    lines: 2,
    names: ['企业', '收入', '人数'],
    units: [null, '万元', '人'],
    unit: null,
  });
});

it('a first data row of texts is not taken for a second header row', () => {
  expect(header('企业,行业,收入\n甲,电子,-\n乙,医药,2')).toMatchObject({ line: 0, lines: 1 });
});

it.each([
  ['a,b\n1,2\n', ',', '"'],
  ['a\tb\n1\t2\n', '\t', '"'],
  ['a;b\n1,5;2,5\n3,5;4,5\n', ';', '"'],
  ['a|b\n1|2\n', '|', '"'],
  ['甲，乙\n1，2\n', '，', '"'],
  ['甲,乙\n一，二,三\n四,五\n', ',', '"'],
  ['a,b\n"1,2",3\n', ',', '"'],
  ["a,b\n'x,y','z'\n'u','v'\n", ',', "'"],
  ["a,b\nit's,1\nthat's,2\n", ',', '"'],
  ['甲,乙\n高企;瞪羚,1\n高企;瞪羚,2\n', ',', '"'],
  ['表\n\na;b;c\n1;2;3\n', ';', '"'],
  ['一列\n1\n2\n', ',', '"'],
  ['', ',', '"'],
  ['a;b;c\n1;2;3;4\n', ';', '"'],
  ['a b c\n1 2 3\n4 5 6\n', ' ', '"'],
  ['甲公司 总部\n乙公司\n丙公司 分部 二\n', ',', '"'],
  ['a, b, c\n1, 2, "x, y"\n4, 5, z\n', ', ', '"'],
  ['a; b\n1,5; 2\n3,5; 4\n', '; ', '"'],
  ['a, b\n1,200, 2\n3,400, 4\n', ', ', '"'],
  ['a,b\n1, 2\n3,4\n5,6\n', ',', '"'],
  ["a;b\n'x;y';1\n", ';', "'"],
  ['甲,乙,丙\n1,2,3\n\n园区;面积\n', ',', '"'],
])('%j is parted by %j, quoted by %s', (text, delimiter, quote) => {
  expect(findMarks(text)).toEqual({ delimiter, quote });
});

it.each([
  ['a,b\n"say \\"hi\\"",1\n"x",2\n', '\\'],
  ['a,b\nx\\,y,1\nz,2\n', '\\'],
  ['a,b\nC:\\temp,1\nD:\\x,2\n', undefined],
  ['a,b\n"say ""hi""",1\n"C:\\x",2\n', undefined],
])('%j is escaped by %j', (text, escape) => {
  expect(findMarks(text).escape).toBe(escape);
});
