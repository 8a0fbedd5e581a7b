import type { Pass, Scheme } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';

/** What a pass line asks for, a sentence each; its shortcuts apart, which are conditions of their own. */
export function passWords(pass: Pass, scheme: Pick<Scheme, 'groups' | 'indicators'>, { t, format, name }: Locale): readonly string[] {
  const nameOf = (list: readonly { readonly id: string; readonly name: Scheme['name'] }[], id: string): string =>
    name(list.find((one) => one.id === id)?.name ?? { zh: id, en: id });
  return [
    ...(pass.total === undefined ? [] : [(pass.exceed ? t.scheme_pass_exceed : t.scheme_pass_total)(format.short(pass.total))]),
    ...Object.entries(pass.groups ?? {}).map(([id, least]) => t.scheme_pass_group(nameOf(scheme.groups, id), format.short(least))),
    ...(pass.positive ?? []).map((id) => t.scheme_pass_positive(nameOf(scheme.indicators, id))),
  ];
}
