import type { ChangeAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { measureName } from './names';
import type { PanelAbout } from './panel';
import { writtenOf, type Written } from './written';

/** How figures of this chart are written. */
export function changeWritten({ measure, before, after }: ChangeAnswer, { currency }: PanelAbout, locale: Locale): Written {
  const values = [before, after].flatMap(({ figures: { p25, p50, p75 } }) => [p25, p50, p75]);
  return writtenOf(measure, values, currency, locale);
}

/** What moved: the middle, the top, the bottom, or nothing. Less than a twentieth of the earlier P25–P75 is no move. */
export function changeFinding(answer: ChangeAnswer, about: PanelAbout, locale: Locale): string {
  const { t } = locale;
  const [b, a] = [answer.before.figures, answer.after.figures];
  const [from, to] = [String(answer.from), String(answer.to)];
  const name = measureName(answer.measure, locale);
  if (b.p50 === null || a.p50 === null) return t.distribution_change_none(b.p50 === null ? from : to, name);
  const written = changeWritten(answer, about, locale);
  const arrow = (one: number | null, other: number | null): string =>
    one === null || other === null ? '—' : t.distribution_change_arrow(...written.pair(one, other));
  const least = 0.05 * ((b.p75 ?? 0) - (b.p25 ?? 0));
  const moved = (one: number | null, other: number | null): number => {
    const by = (other ?? 0) - (one ?? 0);
    return Math.abs(by) > least ? by : 0;
  };
  const [low, middle, high] = [moved(b.p10, a.p10), moved(b.p50, a.p50), moved(b.p90, a.p90)];
  if (middle === 0) {
    if (high !== 0) return t.distribution_change_top(name, from, to, arrow(b.p90, a.p90));
    if (low !== 0) return t.distribution_change_bottom(name, from, to, arrow(b.p10, a.p10));
    return t.distribution_change_still(name, from, to, arrow(b.p50, a.p50));
  }
  if (Math.abs(high) > 2 * Math.abs(middle)) return t.distribution_change_more(name, from, to, arrow(b.p50, a.p50), arrow(b.p90, a.p90));
  return t.distribution_change_middle(name, from, to, arrow(b.p50, a.p50));
}

/** The chart in sentences, for who does not see it. */
export function changeSummary(answer: ChangeAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const written = changeWritten(answer, about, locale);
  const { before, after, stayers, entrants, leavers, moves } = answer;
  const [b, a] = [before.figures.mean, after.figures.mean];
  return t.distribution_sentences([
    ...(b === null || a === null
      ? []
      : [
          t.distribution_change_summary(
            written.change(a - b),
            written.change(stayers.contribution),
            written.change(entrants.contribution),
            written.change(leavers.contribution),
          ),
        ]),
    t.distribution_change_moves(
      format.number(moves.up),
      format.number(moves.down),
      format.number(moves.same),
      written.change(moves.change.p50),
    ),
  ]);
}
