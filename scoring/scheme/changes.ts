import type { Scheme } from './format';

/**
 * One thing that differs between two versions of a scheme. `at` names it by ids, not by places: `cap` (a key of the scheme), `indicators/C02` (an item),
 * `indicators/C02/rule` (a key of an item), `stages` (the order of a list, `to` being its ids). `to` is what it becomes, absent: it goes.
 */
export interface SchemeChange {
  readonly at: string;
  readonly to?: unknown;
}

const LISTS = ['groups', 'indicators', 'stages', 'deductions', 'gates', 'vetoes'] as const;
type List = (typeof LISTS)[number];
type Item = { readonly id: string };
/** What makes a version the version it is, rather than what it says. */
const IDENTITY: ReadonlySet<string> = new Set(['format', 'id', 'version']);

/**
 * What must be changed in `a` to make it say what `b` says, each thing once; id and version aside. Applied to `a` it gives `b`.
 * Items are matched by id, so that one moved within its list is no removal and addition; the order of a list is a change of its own.
 */
export function diffSchemes(a: Scheme, b: Scheme): readonly SchemeChange[] {
  const keys = unionOf(a, b).filter((key) => !IDENTITY.has(key) && !isList(key));
  return [...keys.flatMap((key) => keyChange(key, a, b)), ...LISTS.flatMap((list) => diffList(list, a[list], b[list]))];
}

function diffList(list: List, a: readonly Item[], b: readonly Item[]): SchemeChange[] {
  const before = new Map(a.map((item) => [item.id, item]));
  const after = new Map(b.map((item) => [item.id, item]));
  const gone = a.filter(({ id }) => !after.has(id)).map(({ id }) => ({ at: `${list}/${id}` }));
  const come = b.filter(({ id }) => !before.has(id)).map((item) => ({ at: `${list}/${item.id}`, to: item }));
  const kept = b.flatMap((item) => {
    const old = before.get(item.id);
    return old ? unionOf(old, item).flatMap((key) => keyChange(key, old, item, `${list}/${item.id}/`)) : [];
  });
  const order = [...a.filter(({ id }) => after.has(id)).map(({ id }) => id), ...come.map(({ to }) => to.id)];
  const wanted = b.map(({ id }) => id);
  return [...gone, ...come, ...kept, ...(order.join('\n') === wanted.join('\n') ? [] : [{ at: list, to: wanted }])];
}

function keyChange(key: string, a: object, b: object, under = ''): SchemeChange[] {
  const [old, now] = [valueOf(a, key), valueOf(b, key)];
  if (isSame(old, now)) return [];
  return [now === undefined ? { at: under + key } : { at: under + key, to: now }];
}

/**
 * A scheme with some things changed. The result may be no right scheme any more: it must go through the check before anybody is scored by it.
 * A change of an item that is not there does nothing; `stale` lists such places.
 */
export function applyChanges(
  scheme: Scheme,
  changes: readonly SchemeChange[],
): { readonly scheme: Scheme; readonly stale: readonly string[] } {
  const top = new Map<string, unknown>(Object.entries(scheme));
  const lists = new Map(LISTS.map((list) => [list, new Map((scheme[list] as readonly Item[]).map((item) => [item.id, item]))]));
  const stale: string[] = [];
  for (const { at, to } of changes) {
    const [first = '', id, key] = at.split('/');
    if (!isList(first)) put(top, first, to);
    else if (id === undefined) lists.set(first, inOrder(lists.get(first)!, to));
    else if (key === undefined) put(lists.get(first)!, id, to as Item | undefined);
    else {
      const item = lists.get(first)!.get(id);
      if (item) lists.get(first)!.set(id, withKey(item, key, to));
      else stale.push(at);
    }
  }
  for (const [list, items] of lists) top.set(list, [...items.values()]);
  return { scheme: Object.fromEntries(top) as unknown as Scheme, stale };
}

/** The changes in force after some more: of two at one place the later stands, and what is changed back is no change. */
export function moreChanges(parent: Scheme, changes: readonly SchemeChange[], more: readonly SchemeChange[]): readonly SchemeChange[] {
  return diffSchemes(parent, applyChanges(parent, [...changes, ...more]).scheme);
}

function inOrder(items: ReadonlyMap<string, Item>, ids: unknown): Map<string, Item> {
  const wanted = Array.isArray(ids) ? (ids as readonly unknown[]).map(String) : [];
  const known = wanted.filter((id) => items.has(id));
  return new Map([...known, ...[...items.keys()].filter((id) => !known.includes(id))].map((id) => [id, items.get(id)!]));
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function withKey(item: Item, key: string, value: unknown): Item {
  const entries = new Map<string, unknown>(Object.entries(item));
  put(entries, key, value);
  return Object.fromEntries(entries) as unknown as Item;
}

function isList(key: string): key is List {
  return (LISTS as readonly string[]).includes(key);
}

function unionOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function valueOf(of: object, key: string): unknown {
  return Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined;
}

/** Whether two values say the same as JSON; the order of keys does not matter. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  return unionOf(a, b).every((key) => isSame(valueOf(a, key), valueOf(b, key)));
}
