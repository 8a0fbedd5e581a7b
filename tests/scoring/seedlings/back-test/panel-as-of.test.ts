import { describe, expect, it } from 'vitest';
import { REASON } from '../../../../scoring/column';
import { assertAvailable, availableFrom, decisionDate } from '../../../../scoring/seedlings/back-test/available';
import { panelAsOf } from '../../../../scoring/seedlings/back-test/panel-as-of';
import { panelOf } from '../../panel-of';

/** Days since 1970-01-01 of the last day of 2020 and the first of 2021. */
const [END_2020, START_2021] = [18627, 18628];
const panel = panelOf(
  {
    revenue: [1, 2, 3, 4],
    industry: ['药', '软件', null, '药'],
    titles: [['高企'], [], ['高企', '专精特新'], null],
    valid_to: [END_2020, START_2021, 20000, null],
    x_days: [30000, 30000, 30000, 30000],
  },
  { firm: [0, 1, 0, 1], year: [2020, 2019, 2021, 2022] },
);

describe('a panel as of 2020', () => {
  const cut = panelAsOf(panel, 2020);
  it('holds no row of a later year, in any column', () => {
    expect([cut.rows, [...cut.year], [...cut.firm]]).toEqual([2, [2020, 2019], [0, 1]]);
    for (const [field, column] of cut.fields) {
      expect(column.reasons.length, field).toBe(2);
      if ('values' in column) expect(column.values.length, field).toBe(2);
      if (column.kind === 'set') expect(column.bits.length, field).toBe(2 * column.width);
      if (column.kind === 'text') expect(column.codes.length, field).toBe(2);
    }
    expect([cut.name.codes.length, cut.name.reasons.length]).toEqual([2, 2]);
  });
  it('hides a day after 31 December 2020 and shows that day', () => {
    const days = cut.fields.get('valid_to')!;
    expect(days).toMatchObject({ values: Float64Array.of(END_2020, NaN), reasons: Uint8Array.of(0, REASON.not_collected) });
  });
  it('takes a number of the file’s own for no day', () => {
    expect(cut.fields.get('x_days')).toMatchObject({ values: Float64Array.of(30000, 30000) });
  });
  it('leaves the whole panel as it was', () => {
    expect(panel.fields.get('valid_to')).toMatchObject({ values: Float64Array.of(END_2020, START_2021, 20000, NaN) });
  });
});

it('nothing is left before the first year, everything after the last', () => {
  expect([panelAsOf(panel, 2018).rows, panelAsOf(panel, 2030).rows]).toEqual([0, 4]);
});

describe('what is available on the day of the choice', () => {
  it('data of 2020 are published by 30 June 2021, the day of the choice as of 2020', () => {
    expect([availableFrom(2020), decisionDate(2020)]).toEqual(['2021-06-30', '2021-06-30']);
  });
  it('a cut panel passes', () => {
    expect(() => assertAvailable(panelAsOf(panel, 2020), 2020)).not.toThrow();
  });
  it('a figure of a later year is our mistake, and is named', () => {
    expect(() => assertAvailable(panel, 2020)).toThrow('revenue of 2022 is available from 2023-06-30, the choice is made on 2021-06-30');
  });
  it('a later row without a figure gives nothing away', () => {
    const empty = panelOf({ revenue: [1, null] }, { firm: [0, 0], year: [2020, 2021] });
    expect(() => assertAvailable(empty, 2020)).not.toThrow();
  });
});
