import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellFormat, readFormat } from '../../../src/ingest/xlsx/number-format';
import { numberText } from '../../../src/ingest/xlsx/number-text';
import { serialDate } from '../../../src/ingest/xlsx/serial-date';

const PLAIN: CellFormat = { is: 'plain' };

describe('days of a spreadsheet', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [36526, '2000-01-01'],
    [45351, '2024-02-29'],
    [2958465, '9999-12-31'],
    [2958466, null],
    [0, '1900-01-00'],
    [-1, null],
    [45413.5, '2024-05-01 12:00'],
    [45413.35416666666, '2024-05-01 08:30'],
    [45415.99998842592, '2024-05-03 23:59:59'],
    [45413.000005787, '2024-05-01 00:00:00.500'],
    [45413.9999999999, '2024-05-02'],
  ])('serial %d is %s', (serial, wanted) => {
    expect(serialDate(serial, 'date', false)).toBe(wanted);
  });

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [60, '1904-03-01'],
    [35493, '2001-03-05'],
  ])('serial %d of a workbook that counts from 1904 is %s', (serial, wanted) => {
    expect(serialDate(serial, 'date', true)).toBe(wanted);
  });

  it.each([
    [0.5, 'time', '12:00'],
    [0.75001157407, 'time', '18:00:01'],
    [45413.5, 'time', '2024-05-01 12:00'],
    [1.5, 'elapsed', '36:00:00'],
  ] as const)('%d as %s is %s', (serial, is, wanted) => {
    expect(serialDate(serial, is, false)).toBe(wanted);
  });
});

describe('the text of a stored number', () => {
  it.each([
    ['12', '12'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['12.0', '12'],
    ['-0', '0'],
    ['1E-3', '0.001'],
    ['1e21', '1E+21'],
    ['915100000000000000', '9.151E+17'],
    ['9.1510000000000006E+17', '9.151E+17'],
    ['9.15100000000000128E+17', '9.151000000000001E+17'],
    ['123456789012345', '123456789012345'],
    ['1234567890123450', '1.23456789012345E+15'],
    ['abc', 'abc'],
    ['0x10', '0x10'],
    ['1e400', '1e400'],
  ])('%s is %s', (stored, wanted) => {
    expect(numberText(stored, PLAIN, false)).toBe(wanted);
  });

  it.each([
    ['0.125', '0%', '12.5%'],
    ['1', '0%', '100%'],
    ['12', '0%', '1200%'],
    ['0.07', '0.0%', '7%'],
    ['-0.005', '0%', '-0.5%'],
    ['1E-7', '0%', '0.00001%'],
    ['0', '0%', '0%'],
    ['0.28999999999999998', '0%', '29%'],
    ['123', '000000', '000123'],
    ['1234567', '000000', '1234567'],
    ['12.5', '0.00"万元"', '12.5万元'],
    ['-3', '0.00"万元"', '-3万元'],
    ['1000', '"$"#,##0', '$1000'],
    ['-5', '"$"#,##0', '-$5'],
    ['1E+20', '0"元"', '100000000000000000000元'],
  ])('%s in the format %s is %s', (stored, code, wanted) => {
    expect(numberText(stored, readFormat(code), false)).toBe(wanted);
  });

  it('a share keeps every bit on its way through the percent sign', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(String(value), { is: 'percent' }, false);
        // The sign moved back in the text: any other rounding would be seen.
        expect(Number(`${text.slice(0, -1)}e-2`)).toBe(value + 0);
      }),
      { numRuns: 500 },
    );
  });
});
