import type { Account, MeasureFacts, RelationAnswer } from '../../../../scoring/distribution/format';
import { byCode, type Locale } from '../../../i18n';
import { countWords, measureName } from './names';
import type { PanelAbout } from './panel';

/** Whether a measure is one of ranked firms alone: who is left out of it has no rank, and may well have a figure. */
export function isOfRanked({ id }: Pick<MeasureFacts, 'id'>): boolean {
  return id === 'score' || id.startsWith('group:');
}

/** What a firm without a figure is called in this measure. */
export function missingWord(measure: Pick<MeasureFacts, 'id'>, { t }: Locale): string {
  return isOfRanked(measure) ? t.distribution_row.unranked : t.distribution_row.missing;
}

/** How many firms have a figure, where the others went, and how many that is in all: n and what is left add up to it. */
export function accountWords(account: Account, measure: Pick<MeasureFacts, 'id'>, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const holds = [
    ...(account.zero > 0 ? [t.distribution_account_zero(format.number(account.zero))] : []),
    ...(account.negative > 0 ? [t.distribution_account_negative(format.number(account.negative))] : []),
  ];
  const n = format.number(account.present);
  return t.distribution_facts([
    holds.length > 0 ? t.distribution_account_holds(n, t.distribution_list(holds)) : t.distribution_account_n(n),
    ...leftWords(account, isOfRanked(measure), locale),
    t.distribution_account_total(countWords(account.rows, about, locale)),
  ]);
}

function leftWords({ left }: Account, isStatus: boolean, { t, format }: Locale): string[] {
  const infinite = left.filter(({ why }) => why === 'infinite');
  const others = left.filter(({ why }) => why !== 'infinite');
  const texts: Readonly<Record<string, string>> = isStatus ? t.status : t.reason;
  const sum = (parts: Account['left']): string => format.number(parts.reduce((all, { count }) => all + count, 0));
  const said = others.map(({ why, count }) =>
    t.distribution_account_item(
      byCode(texts, why, (code) => t.distribution_refusal_other(code)),
      format.number(count),
    ),
  );
  const say = isStatus ? t.distribution_account_unranked : t.distribution_account_missing;
  return [
    ...(others.length > 0 ? [say(sum(others), t.distribution_list(said))] : []),
    ...(infinite.length > 0 ? [t.distribution_account_infinite(sum(infinite))] : []),
    ...(left.length === 0 ? [isStatus ? t.distribution_account_ranked : t.distribution_account_full] : []),
  ];
}

/** The same of two measures: with both, without one or the other, without either, and of what a logarithm cannot hold. */
export function pairAccountWords({ account, x, y, logX, logY }: RelationAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { rows, present, withoutX, withoutY, withoutBoth } = account;
  const unlogged = logX || logY ? rows - present - withoutX - withoutY - withoutBoth : 0;
  const part = (count: number, say: (n: string) => string): string[] => (count > 0 ? [say(format.number(count))] : []);
  return t.distribution_facts([
    t.distribution_account_n(format.number(present)),
    ...part(withoutX, (n) => t.distribution_account_without(measureName(x, locale), n)),
    ...part(withoutY, (n) => t.distribution_account_without(measureName(y, locale), n)),
    ...part(withoutBoth, t.distribution_account_both),
    ...part(unlogged, t.distribution_account_no_log),
    t.distribution_account_total(countWords(rows, about, locale)),
  ]);
}
