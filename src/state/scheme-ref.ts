import type { Scheme } from '../../scoring/scheme/format';

/** What a version of a scheme is called in addresses and documents. */
export function schemeKey({ id, version }: Pick<Scheme, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** The version a key names. A bare id, as older links and workspaces have it, means the last version of that id. */
export function schemeNamed(schemes: readonly Scheme[], ref: string | null): Scheme | null {
  if (ref === null) return null;
  return schemes.find((scheme) => schemeKey(scheme) === ref) ?? schemes.findLast(({ id }) => id === ref) ?? null;
}

/** A list of versions with some more; one of the same key is replaced where it stands. */
export function withSchemes(schemes: readonly Scheme[], more: readonly Scheme[]): readonly Scheme[] {
  const given = new Map(more.map((scheme) => [schemeKey(scheme), scheme]));
  const kept = schemes.map((scheme) => given.get(schemeKey(scheme)) ?? scheme);
  const known = new Set(schemes.map(schemeKey));
  return [...kept, ...more.filter((scheme) => !known.has(schemeKey(scheme)))];
}
