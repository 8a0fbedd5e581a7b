/**
 * JSON of one spelling: keys in the order of their text, no spaces, absent where undefined. Equal values give equal text, whoever built them.
 * A number that JSON cannot write throws: it would come back as null.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** The same with two spaces of indentation. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(ordered(value), null, 2);
}

function ordered(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON cannot hold ${value}`);
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
