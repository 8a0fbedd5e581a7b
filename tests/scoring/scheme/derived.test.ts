import { expect, it } from 'vitest';
import measures from '../../../data/derived.json';
import { numberColumn, textColumn } from '../../../scoring/column';
import { kindsOf } from '../../../scoring/dictionary';
import { checkFormula } from '../../../scoring/formula/check';
import { parseFormula } from '../../../scoring/formula/parse';
import type { Panel } from '../../../scoring/panel';
import { derivedMeasures } from '../../../scoring/scheme/derived';

const panel = (...fields: string[]): Panel => ({
  rows: 1,
  firm: new Int32Array(1),
  firmKeys: textColumn(['a']).words,
  year: Int32Array.of(2024),
  name: textColumn(['甲']),
  fields: new Map(fields.map((field) => [field, numberColumn([1])])),
  currency: 'CNY',
});
const ids = (...fields: string[]) => derivedMeasures(panel(...fields)).map(({ id }) => id);

it('a measure is offered only where every field it needs is there', () => {
  expect(ids('rd_expense')).toEqual(['rd_growth']);
  expect(ids('rd_expense', 'revenue')).toEqual(['rd_intensity', 'revenue_growth', 'rd_growth']);
});

it('a file that brings the measure itself is not doubted', () => {
  expect(ids('rd_expense', 'revenue', 'rd_intensity')).not.toContain('rd_intensity');
});

it.each(measures)('$id is a formula over fields of the dictionary', ({ formula }) => {
  const parsed = parseFormula(formula);
  expect(parsed.ok && checkFormula(parsed.tree, kindsOf(null))).toMatchObject({ kind: 'number', problems: [] });
});
