import type { MatrixAnswer } from '../../../../scoring/distribution/format';
import type { Answer } from '../../../../scoring/statistics/answer';
import type { Locale } from '../../../i18n';
import { answerWords, measureName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import { strengthOf } from './relation-finding';

/** Two measures and how they go together. */
export interface MatrixPair {
  readonly a: number;
  readonly b: number;
  readonly answer: Answer;
}

/** Every pair once, strongest first, those without a number last. */
export function matrixPairs({ cells, measures }: MatrixAnswer): readonly MatrixPair[] {
  const pairs = measures.flatMap((_, b) => measures.slice(0, b).map((__, a) => ({ a, b, answer: cells[a]![b]! })));
  const size = ({ answer }: MatrixPair): number => (answer.value === null ? -1 : Math.abs(answer.value));
  return pairs.sort((p, q) => size(q) - size(p) || p.a - q.a || p.b - q.b);
}

/** The pair that goes together most; where none does, that. */
export function matrixFinding(answer: MatrixAnswer, _about: PanelAbout, locale: Locale): string {
  const { t } = locale;
  const [first] = matrixPairs(answer);
  if (!first) return t.distribution_matrix_none;
  if (first.answer.value === null) return t.distribution_matrix_refused(refusalWords(first.answer.reason, locale));
  const kind = t.distribution_correlation[answer.kind];
  const strength = strengthOf(first.answer.value);
  if (strength === 'none' || strength === 'weak')
    return t.distribution_matrix_weak(kind, locale.format.number(Math.abs(first.answer.value), 2));
  const [a, b] = [measureName(answer.measures[first.a]!, locale), measureName(answer.measures[first.b]!, locale)];
  const say = first.answer.value > 0 ? t.distribution_matrix_title : t.distribution_matrix_against;
  return say(a, b, kind, answerWords(first.answer, 2, locale));
}

/** The chart in sentences, for who does not see it. */
export function matrixSummary(answer: MatrixAnswer, _about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const pairs = matrixPairs(answer);
  if (pairs.length === 0) return t.distribution_matrix_none;
  const strong = pairs.filter(({ answer: { value } }) => value !== null && Math.abs(value) >= 0.5).length;
  const counts = pairs.map(({ answer: { n } }) => n);
  return t.distribution_matrix_summary(
    format.number(pairs.length),
    format.number(strong),
    format.number(0.5, 1),
    format.number(Math.min(...counts)),
    format.number(Math.max(...counts)),
  );
}
