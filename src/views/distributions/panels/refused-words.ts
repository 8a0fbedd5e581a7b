import type { ChartRefusal } from '../../../../scoring/distribution/format';
import { byCode, type Locale } from '../../../i18n';

/** Why a chart cannot be made, and what to do. */
export function refusedWords(refusal: ChartRefusal, { t, format }: Locale): string {
  const { given } = refusal;
  switch (refusal.why) {
    case 'bad_formula':
      return t.distribution_refused.bad_formula(given, format.number(refusal.at + 1));
    case 'not_offered':
      return t.distribution_refused.not_offered(byCode(t.dimension, given, (code) => code));
    default:
      return t.distribution_refused[refusal.why](given);
  }
}
