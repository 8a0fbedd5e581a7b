import type { Scheme } from '../../scoring/scheme/format';
import type { CompareSide, NamedSide } from './compare-face';
import type { Draft } from '../../scoring/board/format';

/** What is compared, as the address keeps it. null: chosen by what there is. */
export interface CompareSpec {
  readonly tab: 'versions' | 'rise';
  /** Keys of the two sides (`id@version`, or `draft`); a rise is under `a`. */
  readonly a: string | null;
  readonly b: string | null;
  /** Length of the short list. */
  readonly k: number;
  /** First year of a rise. */
  readonly from: number | null;
}

export const COMPARE_DEFAULTS: CompareSpec = { tab: 'versions', a: null, b: null, k: 20, from: null };
export const SHORT_LISTS: readonly number[] = [10, 20, 50, 100, 200];

type Refuse = (key: string, value: string) => null;

/** Keys `cmp`, `cmp.a`, `cmp.b`, `cmp.k`, `cmp.from` of an address. What cannot be read is refused and falls back. */
export function readCompare(given: URLSearchParams, refuse: Refuse): CompareSpec {
  const number = (key: string, isRight: (value: number) => boolean): number | null => {
    const text = given.get(key);
    if (text === null) return null;
    return /^\d{1,4}$/.test(text) && isRight(Number(text)) ? Number(text) : refuse(key, text);
  };
  const tab = given.get('cmp');
  if (tab !== null && tab !== 'rise' && tab !== 'versions') refuse('cmp', tab);
  return {
    tab: tab === 'rise' ? 'rise' : 'versions',
    a: given.get('cmp.a'),
    b: given.get('cmp.b'),
    k: number('cmp.k', (k) => k >= 1) ?? COMPARE_DEFAULTS.k,
    from: number('cmp.from', (year) => year >= 1000),
  };
}

/** The same as key and value, only what differs from the defaults. */
export function compareEntries({ tab, a, b, k, from }: CompareSpec): [key: string, value: string][] {
  const entries: [string, string | null][] = [
    ['cmp', tab === COMPARE_DEFAULTS.tab ? null : tab],
    ['cmp.a', a],
    ['cmp.b', b],
    ['cmp.k', k === COMPARE_DEFAULTS.k ? null : String(k)],
    ['cmp.from', from === null ? null : String(from)],
  ];
  return entries.filter((entry): entry is [string, string] => entry[1] !== null);
}

const DRAFT = 'draft';

function keyOf({ id, version }: Scheme): string {
  return `${id}@${version}`;
}

/** Everything that can stand on a side: the versions, and the draft over the scheme in force. */
export function sidesOf(schemes: readonly Scheme[], inForce: Scheme | null, draft: Draft | null): NamedSide[] {
  const all: CompareSide[] = schemes.map((scheme) => ({ scheme, draft: null }));
  const versions = all.map((side): NamedSide => ({ ...side, key: keyOf(side.scheme) }));
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
