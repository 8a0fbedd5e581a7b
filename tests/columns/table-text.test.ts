import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn } from '../../scoring/column';
import { tableText } from '../../src/columns/table-text';

it('every kind of column has its text, and missing has none', () => {
  const columns = [
    { name: 'firm', column: textColumn(['甲', null]) },
    { name: 'score', column: numberColumn([1.5, null]) },
    { name: 'listed', column: { ...numberColumn([1, 0]), kind: 'truth' as const } },
    { name: 'titles', column: setColumn([['a', 'b'], null]) },
  ];
  expect(tableText(columns, 2, ',', (name) => name.toUpperCase())).toBe('"FIRM","SCORE","LISTED","TITLES"\r\n"甲",1.5,1,"a;b"\r\n,,0,\r\n');
});
