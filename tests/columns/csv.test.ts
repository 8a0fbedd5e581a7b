import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { separatedText } from '../../src/columns/csv';

it('numbers stay numbers, texts are quoted, missing is nothing', () => {
  expect(
    separatedText(
      ['a', 'b'],
      [
        [-5, 'x'],
        [0.1, null],
      ],
    ),
  ).toBe('"a","b"\r\n-5,"x"\r\n0.1,\r\n');
});

it.each(['=1+1', '+1', '-1+cmd', '@SUM(1)', '\t=1', '  =1', '\uFEFF=1', '＝1', '\r=1'])('%j cannot run in a spreadsheet', (text) => {
  expect(separatedText(['h'], [[text]])).toBe(`"h"\r\n"'${text}"\r\n`);
});

it('a header is guarded like a cell', () => {
  expect(separatedText(['=1'], [])).toBe('"\'=1"\r\n');
});

it('quotes, separators and line breaks inside a text come back as they were', () => {
  const rows = [
    ['a"b', 'c,d\r\ne', '"'],
    ['𠮷', '', ' '],
  ];
  const read = Papa.parse<string[]>(separatedText(['1', '2', '3'], rows), { skipEmptyLines: true }).data.slice(1);
  expect(read).toEqual(rows);
});
