import type { MeasureId } from '../../../scoring/distribution/format';
import type { Scheme } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';
import type { DataSummary } from '../../state/face';

/** What the figures of the room are called and measured in. */
export interface About {
  readonly currency: string;
  readonly fields: DataSummary['fields'];
  readonly derived: DataSummary['derived'];
  readonly groups: Scheme['groups'];
}

type Kind = Parameters<Locale['format']['figure']>[1];
interface Unit {
  readonly kind: Kind;
  readonly unit: string;
}

/** How figures of a measure are written. A growth is a ratio, as is a formula that is not among the usual ones: most divide. */
export function unitOf(measure: MeasureId | null, { fields, derived }: About): Unit {
  const [is, rest] = partsOf(measure);
  const field = is === 'field' ? fields.find(({ id }) => id === rest) : undefined;
  if (field) return { kind: field.kind, unit: field.unit };
  const usual = is === 'formula' ? derived.find(({ formula }) => formula === rest) : undefined;
  if (usual) return { kind: usual.kind as Kind, unit: usual.unit };
  return is === 'formula' && /^(cagr|growth)\(/.test(rest) ? { kind: 'ratio', unit: '%' } : { kind: 'number', unit: '' };
}

/** A figure of a measure in a sentence; missing is a dash. */
export function measured(value: number | null, measure: MeasureId | null, about: About, { format }: Locale): string {
  if (value === null) return '—';
  const { kind, unit } = unitOf(measure, about);
  return kind === 'number' && unit === '' ? format.short(value, 3) : format.figure(value, kind, unit, about.currency);
}

/** What a measure is called; a formula that is not among the usual ones by its fields. */
export function measureName(measure: MeasureId, { fields, derived, groups }: About, locale: Locale): string {
  const [is, rest] = partsOf(measure);
  if (is === 'score') return locale.t.seed_card_score;
  if (is === 'group') return nameOf(groups.find(({ id }) => id === rest)?.name, locale) ?? rest;
  if (is === 'field')
    return (
      nameOf(
        fields.find(({ id }) => id === rest),
        locale,
      ) ?? rest
    );
  if (/^(cagr|growth)\(/.test(rest)) return locale.t.seed_figure.growth;
  const usual = nameOf(
    derived.find(({ formula }) => formula === rest),
    locale,
  );
  // What stands in brackets is the formula again.
  if (usual !== null) return usual.replace(/\s*[（(].*[）)]$/, '');
  const word = (id: string): string =>
    nameOf(
      fields.find((field) => field.id === id),
      locale,
    ) ?? id;
  return rest.replace(/[a-z][a-z0-9_]*/g, word).replaceAll(' / ', ' ÷ ');
}

/** What a field is called. */
export function fieldName(field: string, about: About, locale: Locale): string {
  return measureName(`field:${field}`, about, locale);
}

function nameOf(naming: { readonly zh: string; readonly en: string } | undefined, locale: Locale): string | null {
  return naming ? locale.name(naming) : null;
}
function partsOf(measure: MeasureId | null): readonly [string, string] {
  const at = measure?.indexOf(':') ?? -1;
  return at < 0 ? [measure ?? '', ''] : [measure!.slice(0, at), measure!.slice(at + 1)];
}
