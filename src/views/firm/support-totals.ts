import type { SupportEvent } from '../../model/joined';

/** Support by kind, in the order in which a kind first appears. `amount` is the sum of the amounts given; `unknown` counts those that are not. */
export function supportTotals(
  events: readonly SupportEvent[],
): readonly { readonly kind: SupportEvent['kind']; readonly count: number; readonly amount: number; readonly unknown: number }[] {
  return [...new Set(events.map(({ kind }) => kind))].map((kind) => {
    const of = events.filter((event) => event.kind === kind);
    return {
      kind,
      count: of.length,
      amount: of.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      unknown: of.filter(({ amount }) => amount === null).length,
    };
  });
}
