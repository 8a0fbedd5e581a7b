import type { Draft } from '../../scoring/board/format';
import type { Scheme } from '../../scoring/scheme/format';
import type { CompareSide, NamedSide } from './compare-face';
import type { CompareSpec } from './compare-spec';
import { schemeKey } from './scheme-ref';

/** Lengths of a short list that are offered. */
export const SHORT_LISTS: readonly number[] = [10, 20, 50, 100, 200];

const DRAFT = 'draft';

/** Everything that can stand on a side: the versions, and the open draft: of a whole scheme, else weights and points tried over the scheme in force. */
export function sidesOf(
  schemes: readonly Scheme[],
  inForce: Scheme | null,
  draft: Draft | null,
  trial: { readonly scheme: Scheme; readonly name: string } | null,
): NamedSide[] {
  const all: CompareSide[] = schemes.map((scheme) => ({ scheme, draft: null }));
  const versions = all.map((side): NamedSide => ({ ...side, key: schemeKey(side.scheme) }));
  if (trial) return [...versions, { key: DRAFT, scheme: trial.scheme, draft: { name: trial.name, weights: {}, points: {} } }];
  return inForce && draft ? [...versions, { key: DRAFT, scheme: inForce, draft }] : versions;
}

/**
 * The two sides an address names. Without a name: first the scheme in force, then its draft, else another version of it, else another scheme. A name that is
 * no longer there is as none.
 */
export function pairOf(
  { a, b }: CompareSpec,
  sides: readonly NamedSide[],
  inForce: Scheme | null,
): { readonly a: NamedSide | null; readonly b: NamedSide | null } {
  const named = (key: string | null): NamedSide | undefined => sides.find((side) => side.key === key);
  const first = named(a) ?? sides.find((side) => side.scheme === inForce && side.draft === null) ?? sides[0] ?? null;
  const others = sides.filter((side) => side.key !== first?.key);
  const second =
    named(b) ??
    others.find((side) => side.key === DRAFT) ??
    others.find((side) => side.scheme.id === first?.scheme.id) ??
    others[0] ??
    null;
  return { a: first, b: second };
}

/** The year a rise to `to` is counted from: the one named, else the one before; null where there is none. */
export function riseFrom(named: number | null, to: number | null, years: readonly number[]): number | null {
  const last = to ?? years.at(-1);
  if (named !== null && years.includes(named) && named !== last) return named;
  return years.filter((year) => year < (last ?? -Infinity)).at(-1) ?? null;
}
