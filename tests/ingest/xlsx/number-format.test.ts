import { describe, expect, it } from 'vitest';
import { builtInFormat, readFormat } from '../../../src/ingest/xlsx/number-format';

describe('what a number format makes of a number', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy/m/d;@', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
    ['yyyy\\-mm', 'date'],
    ['m"月"', 'date'],
    ['mmm\\-yy', 'date'],
    ['aaaa', 'date'],
    ['yyyy-mm-dd hh:mm:ss', 'date'],
    ['[<1]h:mm;yyyy-m-d', 'time'],
    ['h:mm AM/PM', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['0%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['_-* 0.0%_-', 'percent'],
    ['General', 'plain'],
    ['@', 'plain'],
    ['#,##0.00', 'plain'],
    ['0.00E+00', 'plain'],
    ['[Red]0.00', 'plain'],
    ['# ?/?', 'plain'],
    ['0"d"', 'plain'],
    ['"year "0', 'plain'],
    ['_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ', 'plain'],
    ['G/通用格式', 'plain'],
  ])('%s is %s', (code, wanted) => {
    expect(readFormat(code).is).toBe(wanted);
  });

  it.each([
    ['000000', { is: 'padded', digits: 6 }],
    ['0.00"万元"', { is: 'dressed', before: '', behind: '万元' }],
    ['#,##0 "人"', { is: 'dressed', before: '', behind: '人' }],
    ['General"元"', { is: 'dressed', before: '', behind: '元' }],
    ['0.0"%"', { is: 'dressed', before: '', behind: '%' }],
    ['"$"#,##0.00', { is: 'dressed', before: '$', behind: '' }],
    ['[$€-2] #,##0.00', { is: 'dressed', before: '€', behind: '' }],
  ])('%s is shown with what stands around the figure', (code, wanted) => {
    expect(readFormat(code)).toEqual(wanted);
  });

  it.each(['0!.0,"万"', '0!.0000"万元"', '#,##0,"千元"', '0"年"0"月"'])(
    '%s shows another figure than is stored, so its unit is not taken',
    (code) => {
      expect(readFormat(code)).toEqual({ is: 'plain' });
    },
  );

  // ECMA-376, part 1, 18.8.30.
  it.each([
    [0, 'plain'],
    [4, 'plain'],
    [9, 'percent'],
    [10, 'percent'],
    [14, 'date'],
    [17, 'date'],
    [18, 'time'],
    [21, 'time'],
    [22, 'date'],
    [27, 'date'],
    [31, 'date'],
    [33, 'time'],
    [36, 'date'],
    [45, 'time'],
    [46, 'elapsed'],
    [49, 'plain'],
    [50, 'date'],
    [57, 'date'],
    [58, 'date'],
  ])('format %i, built in, is %s', (id, wanted) => {
    expect(builtInFormat(id).is).toBe(wanted);
  });
});
