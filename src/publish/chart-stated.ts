import type { Hidden } from '../../scoring/distribution/guard-counts';
import type { Naming, Provenance } from '../../scoring/scheme/format';
import type { Locale } from '../i18n';

/** What a chart rests on. Words of the page (title, segment, selection) come as they stand there. */
export interface ChartFacts {
  readonly title: string;
  readonly scheme: {
    readonly id: string;
    readonly version: string;
    readonly name: Naming;
    readonly hash: string;
    readonly provenance: Provenance;
  } | null;
  /** Name of the draft in force; null without one. */
  readonly draft: string | null;
  /** null: every year. */
  readonly year: number | null;
  /** '' for all firms. */
  readonly segment: string;
  /** '' while nothing is selected. */
  readonly selection: string;
  readonly workspace: string;
  /** Fingerprint of the data. */
  readonly data: string;
  readonly isSynthetic: boolean;
  /** What a guard took out; null where none was asked. */
  readonly hidden: readonly Hidden[] | null;
  readonly app: string;
  /** The day of the export, ISO. */
  readonly date: string;
}

/** One thing an export says of itself. `id` names it for programs. */
export interface Stated {
  readonly id: keyof Locale['t']['export_stated'];
  readonly head: string;
  readonly text: string;
  /** Both, as a line under a picture. */
  readonly line: string;
}

/** What every export of a chart says of itself, in order; what there is nothing to say of is left out. The limits of the guard stay secret. */
export function chartStated(facts: ChartFacts, locale: Locale): Stated[] {
  const { t, name } = locale;
  const { scheme, draft, year, segment, selection, hidden } = facts;
  const texts: Record<Stated['id'], string> = {
    title: facts.title,
    scheme: scheme === null ? '' : t.export_scheme(name(scheme.name) || scheme.id, scheme.version, scheme.hash),
    provenance: scheme === null ? '' : t.export_provenance(t.provenance[scheme.provenance], t.provenance_note[scheme.provenance]),
    draft: draft ?? '',
    year: year === null ? t.export_every_year : t.export_year(String(year)),
    segment: segment === '' ? t.export_everybody : segment,
    selection,
    workspace: facts.workspace,
    data: facts.data,
    nature: facts.isSynthetic ? t.export_synthetic : '',
    guard: hidden === null ? '' : guardWords(hidden, locale),
    app: t.export_app(facts.app),
    date: facts.date,
  };
  const ids = Object.keys(texts) as Stated['id'][];
  return ids.flatMap((id) => {
    const [head, text] = [t.export_stated[id], texts[id]];
    return text === '' ? [] : [{ id, head, text, line: t.export_stated_line(head, text) }];
  });
}

/** What was taken out, in a sentence. */
export function guardWords(hidden: readonly Hidden[], { t, format }: Locale): string {
  if (hidden.length === 0) return t.export_guard_none;
  return t.export_guard(hidden.map(({ what, count }) => t.export_hidden[what](format.number(count))));
}
