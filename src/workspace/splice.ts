/** How a list changed: at a place some items were dropped and others added. A history of lists is kept as these, else it would grow with its square. */
export interface Splice {
  readonly at: number;
  readonly drop: number;
  readonly add: readonly unknown[];
}

/** The one splice between two lists: what they share at the beginning and at the end stays. */
export function spliceOf(before: readonly unknown[], after: readonly unknown[]): Splice {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && same(before[at], after[at])) at++;
  let behind = 0;
  while (behind < shorter - at && same(before[before.length - 1 - behind], after[after.length - 1 - behind])) behind++;
  return { at, drop: before.length - at - behind, add: after.slice(at, after.length - behind) };
}

/** The list after a splice; null where the splice reaches past the list. */
export function splice(list: readonly unknown[], { at, drop, add }: Splice): readonly unknown[] | null {
  return at + drop > list.length ? null : [...list.slice(0, at), ...add, ...list.slice(at + drop)];
}

/** Whether two values are the same JSON. A key that is undefined is a key that is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  const [one, two] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = keysOf(one);
  return keys.length === keysOf(two).length && keys.every((key) => Object.hasOwn(two, key) && same(one[key], two[key]));
}

const keysOf = (value: Record<string, unknown>): string[] => Object.keys(value).filter((key) => value[key] !== undefined);
