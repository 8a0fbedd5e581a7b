import type { MeasureFacts, Range, RelationAnswer } from '../../../../scoring/distribution/format';
import type { CorrelationWords } from '../../../charts/correlation-grid';
import type { RelationWords } from '../../../charts/relation-plan';
import type { Locale } from '../../../i18n';
import { answerWords, countWords, measureName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import type { Written } from './written';

/** Words of a relation. */
export function relationWords(
  { x, y }: RelationAnswer,
  written: { readonly x: Written; readonly y: Written },
  about: PanelAbout,
  locale: Locale,
): RelationWords {
  const { t, format } = locale;
  const axis = (measure: MeasureFacts, { tick, unit }: Written): RelationWords['x'] => {
    const name = measureName(measure, locale);
    return { tick, unit, name: unit === '' ? name : t.distribution_define_unit(name, unit) };
  };
  const side = (one: Written, { from, to }: Range): string => (from === null || to === null ? one.range({ from, to }) : one.span(from, to));
  return {
    x: axis(x, written.x),
    y: axis(y, written.y),
    cells: t.distribution_relation_cells[about.year === null ? 'years' : 'firms'],
    shade: (from, to) => {
      if (to === null) return t.distribution_at_least(format.number(from));
      return from === to ? format.number(from) : t.distribution_span(format.number(from), format.number(to));
    },
    medians: t.distribution_relation_medians,
    nothing: t.distribution_nothing,
    cell: (count, across, up) =>
      t.distribution_told(t.distribution_relation_cell(side(written.x, across), side(written.y, up)), countWords(count, about, locale)),
  };
}

/** Words of a grid of correlations. */
export function correlationWords(locale: Locale): CorrelationWords {
  const { t, format } = locale;
  const name = (measure: MeasureFacts): string => measureName(measure, locale);
  return {
    name,
    value: (value) => format.number(Math.abs(value) < 0.005 ? 0 : value, 2),
    cell: (row, column, answer) => {
      const said = answer.reason === null ? answerWords(answer, 2, locale) : refusalWords(answer.reason, locale);
      return t.distribution_told(t.distribution_list([name(row), name(column)]), t.distribution_heat_cell(said, format.number(answer.n)));
    },
    pale: t.distribution_key_pale('30'),
    refused: t.distribution_key_refused,
  };
}
