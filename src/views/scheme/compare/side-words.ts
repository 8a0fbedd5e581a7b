import type { NamedSide } from '../../../state/compare-face';
import type { Locale } from '../../../i18n';

/** A side as it is chosen and named: scheme and version, or the draft over it. */
export function sideWords({ scheme, draft }: NamedSide, { name, t }: Locale): string {
  const title = name(scheme.name) === '' ? t.scheme_name_quick : name(scheme.name);
  const version = t.compare_side_name(title, scheme.version);
  return draft ? t.compare_side_draft(version, draft.name) : version;
}
