import { expect, it } from 'vitest';
import { evidenceOf } from '../../../scoring/quality/evidence';
import type { Finding } from '../../../scoring/quality/format';
import { seriesPanel } from './series-panel';

const panel = seriesPanel([{ rd_expense: [19.4e6, 231_800_000_000, null, 25.66e6], employees: [1, 2, 3, 4] }], 2022, ['蜀光激光器件']);
const finding: Finding = {
  id: 'unit_jump:rd_expense',
  rule: 'unit_jump',
  field: 'rd_expense',
  rows: Int32Array.of(1),
  measure: Float64Array.of(10390),
  factor: Float64Array.of(0.0001),
  lines: 0,
};

it('has the figure between its neighbours, and as it reads once converted', () => {
  expect(evidenceOf(panel, finding, 0)).toEqual({
    row: 1,
    firm: 'F0',
    name: '蜀光激光器件',
    year: 2023,
    field: 'rd_expense',
    value: 231_800_000_000,
    before: { year: 2022, value: 19.4e6 },
    after: { year: 2025, value: 25.66e6 },
    measure: 10390,
    factor: 0.0001,
    converted: 23_180_000,
  });
});

it('of a finding about rows there is no figure', () => {
  const rows: Finding = {
    ...finding,
    id: 'two_keys',
    rule: 'two_keys',
    field: null,
    measure: Float64Array.of(2),
    factor: Float64Array.of(NaN),
  };
  expect(evidenceOf(panel, rows, 0)).toMatchObject({ value: null, before: null, after: null, measure: 2, factor: null, converted: null });
});

it('a firm without a name is called by its key', () => {
  const name = { ...panel.name, codes: new Int32Array(4).fill(-1), reasons: new Uint8Array(4).fill(1) };
  expect(evidenceOf({ ...panel, name }, finding, 0).name).toBe('F0');
});

it('a row that is not there is our fault', () => {
  expect(() => evidenceOf(panel, finding, 1)).toThrow('finding unit_jump:rd_expense has no row 1, there are 1');
});
