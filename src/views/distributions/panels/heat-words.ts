import type { HeatAnswer } from '../../../../scoring/distribution/format';
import type { HeatWords } from '../../../charts/heat-table';
import type { Locale } from '../../../i18n';
import type { HeatWritten } from './heat-finding';
import { brief, partName, refusalWords } from './names';
import { SMALL } from './panel';

/** Words of a heat map. */
export function heatWords({ by }: HeatAnswer, written: HeatWritten, locale: Locale): HeatWords {
  const { t, format } = locale;
  return {
    name: (row) => partName(by, row, locale),
    year: String,
    value: (value) => written.cell(value),
    atMost: (value) => t.distribution_at_most(written.said(value)),
    atLeast: (value) => t.distribution_at_least(written.said(value)),
    cell: (row, year, { value, n }) => {
      const said = value.reason === null ? written.said(value.value) : refusalWords(value.reason, locale);
      return t.distribution_told(
        t.distribution_facts([brief(partName(by, row, locale)), String(year)]),
        t.distribution_heat_cell(said, format.number(n)),
      );
    },
    pale: t.distribution_key_pale(String(SMALL)),
    refused: t.distribution_key_refused,
  };
}
