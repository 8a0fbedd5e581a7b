import type { Indicator, Naming, Scheme } from '../../../../scoring/scheme/format';
import type { Locale } from '../../../i18n';
import type { DraftLine } from '../../../state/face-scheme';
import { meanWords } from '../mean-words';
import { passWords } from '../pass-words';
import { weightIn } from '../weights';
import { ruleStep } from './rule-steps';

type Item = { readonly id: string; readonly name?: Naming };

/** One line of a draft as a sentence: what it was and what it is. */
export function lineWords(line: DraftLine, parent: Scheme, scheme: Scheme, locale: Locale): string {
  return line.is === 'weights' ? weightWords(line, parent, scheme, locale) : placeWords(line.places[0]!, parent, scheme, locale);
}

/** The indicator a line is about, to be opened from it; null where it is about something else. */
export function indicatorOf(line: DraftLine): string | null {
  const [list, id] = line.places[0]?.split('/') ?? [];
  return list === 'indicators' && id !== undefined ? id : null;
}

function weightWords({ places }: DraftLine, parent: Scheme, scheme: Scheme, locale: Locale): string {
  const { t, format } = locale;
  const sum = (of: Scheme, group: string): number =>
    Math.round(
      1e4 *
        of.indicators.filter((one) => one.group === group).reduce((all, one) => all + (weightIn(one, of.stages[0]?.id ?? null) ?? 0), 0),
    ) / 1e4;
  const steps = scheme.groups.flatMap(({ id, name }) => {
    const [before, after] = [sum(parent, id), sum(scheme, id)];
    return before === after ? [] : [t.edit_change_step(locale.name(name), format.short(before), format.short(after))];
  });
  return steps.length > 0 ? t.edit_change_weights(steps.join(t.data_ask_list)) : t.edit_change_weights_inside(format.number(places.length));
}

function placeWords(place: string, parent: Scheme, scheme: Scheme, locale: Locale): string {
  const { t } = locale;
  const [list = '', id, key] = place.split('/');
  const keys: Readonly<Record<string, string>> = t.edit_key;
  const lists: Readonly<Record<string, string>> = t.edit_list;
  if (id === undefined) {
    if (Object.hasOwn(lists, list)) return t.edit_change_order(lists[list]!);
    return t.edit_change_step(keys[list] ?? list, wholeWords(list, parent, scheme, locale), wholeWords(list, scheme, parent, locale));
  }
  const [before, after] = [itemOf(parent, list, id), itemOf(scheme, list, id)];
  const name = nameOf(after ?? before, locale);
  if (!before) return t.edit_change_added(name);
  if (!after) return t.edit_change_removed(name);
  if (key === undefined) return name;
  const part = keys[key] ?? key;
  if (key === 'rule') return ruleStep(name, part, before as Indicator, after as Indicator, locale);
  const [old, now] = [valueWords(key, valueAt(before, key), locale), valueWords(key, valueAt(after, key), locale)];
  return old === '' && now === '' ? t.edit_change_part(name, part) : t.edit_change_part_step(name, part, old, now);
}

/** A key of the whole scheme as it is read beside the other; a shortcut that is another there is said with its formula. */
function wholeWords(key: string, scheme: Scheme, other: Scheme, locale: Locale): string {
  if (key === 'pass' && scheme.pass) {
    const shortcuts = (scheme.pass.anyOf ?? []).map(({ id, name, formula }) => {
      const isSame = other.pass?.anyOf?.find((one) => one.id === id)?.formula === formula;
      return isSame ? locale.name(name) : locale.t.edit_change_formula(locale.name(name), formula);
    });
    return [...passWords(scheme.pass, scheme, locale), ...shortcuts].join(locale.t.data_ask_list);
  }
  if (key === 'means') return [scheme.means?.indicators, scheme.means?.groups].map((mean) => meanWords(mean, locale)).join(' / ');
  return valueWords(key, valueAt(scheme, key), locale);
}

function itemOf(scheme: Scheme, list: string, id: string): Item | undefined {
  return (valueAt(scheme, list) as readonly Item[] | undefined)?.find((one) => one.id === id);
}

function nameOf(item: Item | undefined, locale: Locale): string {
  return item?.name ? locale.name(item.name) : (item?.id ?? '');
}

function valueAt(of: object, key: string): unknown {
  return (of as Record<string, unknown>)[key];
}

/** A value as it is read; '' for what is too large for a line. */
function valueWords(key: string, value: unknown, locale: Locale): string {
  const { t, format } = locale;
  if (value === undefined || value === null) return '—';
  if (typeof value === 'number') return key === 'minimumCoverage' ? format.percent(value, 1) : format.short(value, 4);
  if (key === 'missing') return t.scheme_missing_policy[value as keyof typeof t.scheme_missing_policy] ?? String(value);
  if (key === 'direction') return t.scheme_direction[value as 'more' | 'less'];
  if (key === 'comparison') return t.scheme_comparison[value as keyof typeof t.scheme_comparison];
  if (typeof value === 'string') return value;
  const naming = value as Partial<Naming>;
  return typeof naming.zh === 'string' && typeof naming.en === 'string' ? locale.name(naming as Naming) : '';
}
