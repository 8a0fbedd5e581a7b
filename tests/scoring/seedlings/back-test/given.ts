import type { Ranked } from '../../../../scoring/board/context';
import type { Choose } from '../../../../scoring/seedlings/back-test/rankers';
import type { BackTestAsk } from '../../../../scoring/seedlings/format';
import { DEFAULT_SETTING } from '../../../../scoring/seedlings/setting';

/** High growth of revenue by 20 % over two years as of 2020, one chosen, no floor, unless said otherwise. */
export function askWith(more: Partial<BackTestAsk>): BackTestAsk {
  return {
    setting: { ...DEFAULT_SETTING, floor: null },
    segment: {},
    asOf: [2020],
    horizon: 2,
    outcome: { is: 'high_growth', field: 'revenue', rate: 0.2 },
    k: 1,
    embargo: false,
    ...more,
  };
}

/** Chooses by a number field of the row. */
export function byField(field: string): Choose {
  return ({ panel }: Ranked, _year, rows) => {
    const column = panel.fields.get(field);
    return Float64Array.from(rows, (row) => (column?.kind === 'number' ? column.values[row]! : NaN));
  };
}
