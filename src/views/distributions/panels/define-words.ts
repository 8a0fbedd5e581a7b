import type { MeasureFacts, SegmentsAnswer, SpreadAnswer } from '../../../../scoring/distribution/format';
import type { ChartSpec } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief, measureName } from './names';
import type { Written } from './written';

type Spec<Is extends ChartSpec['is']> = Extract<ChartSpec, { is: Is }>;

/** A measure with its formula in words and its unit. */
export function defineMeasure(measure: MeasureFacts, written: Pick<Written, 'unit'>, locale: Locale): string {
  const { t } = locale;
  const name = measureName(measure, locale);
  const formula = measure.definition === null ? '' : brief(locale.name(measure.definition));
  // A measure without a name of its own is called by its formula.
  const said = formula === '' || name.includes(formula) ? name : t.distribution_define_formula(name, formula);
  return written.unit === '' ? said : t.distribution_define_unit(said, written.unit);
}

/** Definition line of a spread: the measure, and how it is drawn. */
export function defineSpread(answer: SpreadAnswer, mode: Spec<'spread'>['mode'], written: Written, locale: Locale): string {
  return locale.t.distribution_facts([defineMeasure(answer.measure, written, locale), drawnAs(answer, mode, written, locale)]);
}

function drawnAs({ bars, density }: SpreadAnswer, mode: Spec<'spread'>['mode'], written: Written, locale: Locale): string {
  const { t, format } = locale;
  if (mode === 'ecdf') return t.distribution_define_ecdf;
  if (mode === 'strip') return t.distribution_define_strip;
  if (mode === 'density' && density?.bandwidth) return t.distribution_define_density(written.apart(density.bandwidth));
  const rule = t.distribution_rule[bars.rule];
  if (bars.rule === 'one') return t.distribution_define_one;
  if (bars.isLog) return t.distribution_define_log_bins(format.short(bars.ruleWidth, 2), rule);
  return t.distribution_define_bins(written.apart(bars.edges[1]! - bars.edges[0]!), rule, written.apart(bars.ruleWidth));
}

/** Definition line of segments: the measure, what a shape means, and whether rows share an axis. */
export function defineSegments({ measure }: SegmentsAnswer, spec: Spec<'segments'>, written: Written, locale: Locale): string {
  const { t } = locale;
  return t.distribution_facts([
    defineMeasure(measure, written, locale),
    t.distribution_define_shape[spec.mode],
    ...(spec.mode === 'histograms' ? [spec.free ? t.distribution_define_free : t.distribution_define_shared] : []),
  ]);
}
