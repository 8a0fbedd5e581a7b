import type { AuditAbout, WeightAudit } from '../../../../scoring/consistency/format';
import type { Answer } from '../../../../scoring/statistics/answer';
import type { DataWeights } from '../../../../scoring/weights/data-weights';
import { byCode, type Locale } from '../../../i18n';

/** Ways to weigh that are held against the official weights, in the order of their marks. */
export const METHODS = ['equal', 'entropy', 'critic', 'balance', 'balanceEqual'] as const;
export type Method = (typeof METHODS)[number];

/** Why there is no number. */
export function refusalWords({ t }: Locale, reason: string): string {
  return byCode(t.consist_refusal, reason, t.consist_refusal_other);
}

/** A number, or a dash; the reason belongs into a title or beside it. */
export function answerWords({ format }: Locale, { value }: Answer, digits = 2): string {
  return value === null ? '—' : format.number(roundedZero(value, digits), digits);
}

/** The same with its reason in words. */
export function answerSaid(locale: Locale, answer: Answer, digits = 2): string {
  return answer.reason === null ? answerWords(locale, answer, digits) : refusalWords(locale, answer.reason);
}

/** A value so small that it would be written −0.00 is 0. */
function roundedZero(value: number, digits: number): number {
  return Math.abs(value) < 0.5 / 10 ** digits ? 0 : value;
}

/** Shares in tenths of a per cent that sum to what the shares sum to: the largest remainders are rounded up. */
export function tenths(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 1000);
  const whole = exact.map((share) => Math.floor(share + 1e-9));
  const left = Math.round(exact.reduce((sum, share) => sum + share, 0)) - whole.reduce((sum, share) => sum + share, 0);
  const order = exact.map((_, at) => at).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const at of order.slice(0, Math.max(0, left))) whole[at]!++;
  return whole.map((share) => share / 1000);
}

/** The same within each parent by itself: the weights of every group sum to 100.0. */
export function tenthsWithin(shares: readonly number[], parents: readonly number[]): number[] {
  const shown = [...shares];
  for (const parent of new Set(parents)) {
    const own = parents.flatMap((one, at) => (one === parent ? [at] : []));
    tenths(own.map((at) => shares[at]!)).forEach((share, i) => (shown[own[i]!] = share));
  }
  return shown;
}

/** Weight of every column by one method; null where it gives none. */
export function sharesBy(audit: WeightAudit, method: Method): (number | null)[] {
  if (method === 'equal') return [...audit.equal];
  const found = audit[method];
  return found.reason === null ? [...found.weights] : audit.columns.map(() => null);
}

/** The largest gap between an official weight and one that entropy or CRITIC gives; null where neither gives any. */
export function furthest(
  audit: WeightAudit,
): { readonly at: number; readonly method: 'entropy' | 'critic'; readonly share: number } | null {
  let best: { at: number; method: 'entropy' | 'critic'; share: number } | null = null;
  let most = 0;
  for (const method of ['entropy', 'critic'] as const) {
    sharesBy(audit, method).forEach((share, at) => {
      const apart = share === null ? 0 : Math.abs(share - audit.official[at]!);
      if (share === null || apart <= most) return;
      most = apart;
      best = { at, method, share };
    });
  }
  return best;
}

/** What a method has to say beside its numbers: refusals with what stands in the way, columns left out, whether a target is met, and n. */
export function methodRemarks(audit: WeightAudit, locale: Locale, nameOf: (column: number) => string): string[] {
  const { t, format } = locale;
  const list = (columns: readonly number[]): string => columns.map((column) => nameOf(audit.columns[column]!)).join(t.data_ask_list);
  const count = (n: number): string => format.number(n);
  const refusal = (method: string, reason: string, columns: readonly number[], n: number): string =>
    columns.length === 0
      ? t.consist_weights_refused(method, refusalWords(locale, reason), count(n))
      : t.consist_weights_refused_named(method, refusalWords(locale, reason), list(columns), count(n));
  const plain = (method: 'entropy' | 'critic', found: DataWeights): string[] => {
    const name = t.consist_weights_method[method];
    const left = found.leftOut.map(({ column }) => column);
    if (found.reason !== null) return [refusal(name, found.reason, left, found.n)];
    const out = found.leftOut.map(({ column, reason }) => t.consist_weights_left_out(name, list([column]), refusalWords(locale, reason)));
    return [...out, t.consist_weights_n(name, count(found.n))];
  };
  const balanced = (method: 'balance' | 'balanceEqual'): string => {
    const found = audit[method];
    const name = t.consist_weights_method[method];
    if (found.reason === null) {
      const [low, high] = [Math.min(...found.reached), Math.max(...found.reached)].map((r) => format.number(r, 2));
      return t.consist_weights_reached(name, low!, high!, count(found.n));
    }
    if (found.reason === 'not_reachable') return t.consist_weights_unreachable(name, list(found.negative), count(found.n));
    return refusal(
      name,
      found.reason,
      found.leftOut.map(({ column }) => column),
      found.n,
    );
  };
  return [...plain('entropy', audit.entropy), ...plain('critic', audit.critic), balanced('balance'), balanced('balanceEqual')];
}

/** The year, the segment's firms and how many take part. */
export function aboutWords({ t, format }: Locale, { year, ranked, all }: AuditAbout): string {
  return t.consist_about(String(year), format.number(ranked), format.number(all));
}
