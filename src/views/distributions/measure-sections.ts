import type { MeasureFacts } from '../../../scoring/distribution/format';
import type { Scheme } from '../../../scoring/scheme/format';
import type { Locale } from '../../i18n';

export interface MeasureSection {
  readonly name: string;
  readonly isOpen: boolean;
  readonly measures: readonly MeasureFacts[];
}

/** The measures as they are listed: figures of the indicators by group, scores, usual ratios, then points and fields, which are many. */
export function measureSections(
  measures: readonly MeasureFacts[],
  scheme: Scheme | null,
  search: string,
  locale: Locale,
): readonly MeasureSection[] {
  const { t } = locale;
  const wanted = search.trim().toLocaleLowerCase();
  const isWanted = ({ id, name }: MeasureFacts): boolean =>
    wanted === '' || [id, name.zh, name.en].some((text) => text.toLocaleLowerCase().includes(wanted));
  const group = new Map(scheme?.indicators.map((indicator) => [indicator.id, indicator.group]));
  const of = (prefix: string, also: (measure: MeasureFacts) => boolean = () => true): readonly MeasureFacts[] =>
    measures.filter((one) => one.id.startsWith(prefix) && also(one) && isWanted(one));
  const sections: MeasureSection[] = [
    ...(scheme?.groups ?? []).map(({ id, name }) => ({
      name: locale.name(name),
      isOpen: true,
      measures: of('figure:', (one) => group.get(one.id.slice('figure:'.length)) === id),
    })),
    { name: t.canvas_measures_total, isOpen: true, measures: [...of('score'), ...of('group:')] },
    { name: t.canvas_measures_derived, isOpen: true, measures: of('formula:') },
    { name: t.canvas_measures_points, isOpen: false, measures: of('points:') },
    { name: t.canvas_measures_fields, isOpen: false, measures: of('field:') },
  ];
  return sections.filter((section) => section.measures.length > 0);
}
