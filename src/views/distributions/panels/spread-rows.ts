import type { BarCounts, Bars } from '../../../../scoring/distribution/format';
import type { Special } from '../../../charts/spread-plan';

/** One line of the table of bars: how many, how many of them selected, and the share of everybody. */
interface Counted {
  readonly all: number;
  readonly some: number;
  /** Of all firms of the frame, those without a figure too, so that shares add up; null where there is nobody. */
  readonly share: number | null;
}
export type BinRow = Counted & ({ readonly is: 'bin'; readonly from: number; readonly to: number } | { readonly is: Special });

/** Bars from left to right as they are drawn; a bar of its own that holds nobody is left out, but for that of zero where zeros have one. */
export function binRows({ edges, all, zeroApart }: Bars, selected: BarCounts | null): readonly BinRow[] {
  const whole = all.bins.reduce((sum, count) => sum + count, 0) + all.missing + all.zero + all.below + all.above;
  const counted = (count: number, some: number): Counted => ({ all: count, some, share: whole > 0 ? count / whole : null });
  const special = (is: Special, isShown: boolean): BinRow[] => (isShown ? [{ is, ...counted(all[is], selected?.[is] ?? 0) }] : []);
  return [
    ...special('missing', all.missing > 0),
    ...special('zero', zeroApart),
    ...special('below', all.below > 0),
    ...all.bins.map((count, at): BinRow => ({
      is: 'bin',
      from: edges[at]!,
      to: edges[at + 1]!,
      ...counted(count, selected?.bins[at] ?? 0),
    })),
    ...special('above', all.above > 0),
  ];
}
