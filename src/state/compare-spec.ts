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
