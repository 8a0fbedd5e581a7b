/** Where in an answer a number is none: NaN or infinite. JSON would hide it as null. */
export function strays(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => strays(part, `${path}/${key}`));
}
