import type { CoverageMap } from '../../../scoring/quality/format';
import type { Scheme } from '../../../scoring/scheme/format';

/** One cell of the coverage map. `share` is of the firms of the group; null where no source gives the field for any of them, or there are none. */
export interface CoverageCell {
  readonly share: number | null;
  readonly firms: number;
  readonly present: number;
  /** Firms for which no source gives the field. */
  readonly notCollected: number;
  /** Firms without a value though a source gives the field. */
  readonly missing: number;
}

/** Under this share a cell is set in bold. */
export const THIN = 0.75;

export function cellOf(map: CoverageMap, field: number, group: number): CoverageCell {
  const at = field * map.groups.length + group;
  const [firms, present, notCollected] = [map.firms[group] ?? 0, map.present[at] ?? 0, map.notCollected[at] ?? 0];
  const share = firms === 0 || notCollected >= firms ? null : present / firms;
  return { share, firms, present, notCollected, missing: Math.max(0, firms - present - notCollected) };
}

/** Five steps of ink: under 25 %, 50 %, 75 %, 90 %, and above. */
export function levelOf(share: number): number {
  return [0.25, 0.5, THIN, 0.9].filter((edge) => share >= edge).length;
}

/** The group in which values lack most over the given fields, and the fields that lack most in it, collected or not; null where nothing is under `THIN`. */
export function worstGroup(
  map: CoverageMap,
  fields: readonly number[],
): { readonly group: number; readonly fields: readonly number[] } | null {
  let worst: { group: number; thin: number[]; sum: number } | null = null;
  for (let group = 0; group < map.groups.length; group++) {
    if ((map.firms[group] ?? 0) === 0) continue;
    const lack = (field: number): number => 1 - cellOf(map, field, group).present / map.firms[group]!;
    const thin = fields.filter((field) => lack(field) > 1 - THIN).sort((a, b) => lack(b) - lack(a));
    const sum = thin.reduce((total, field) => total + lack(field), 0);
    if (thin.length > 0 && (!worst || sum > worst.sum)) worst = { group, thin, sum };
  }
  return worst && { group: worst.group, fields: worst.thin.slice(0, 3) };
}

/** Positions of the fields the scheme's formulas, gates and vetoes name. */
export function schemeFields(map: CoverageMap, scheme: Scheme | null): readonly number[] {
  const texts = scheme
    ? [...scheme.indicators, ...scheme.deductions, ...scheme.gates, ...scheme.vetoes].map(({ formula }) => formula).join(' ')
    : '';
  const named = new Set(texts.match(/[a-z_][a-z0-9_]*/gi) ?? []);
  return map.fields.flatMap((field, at) => (named.has(field) ? [at] : []));
}

/** Groups from the least covered of one field on, those without any firm left out. */
export function leastCovered(map: CoverageMap, field: string, most: number): readonly { readonly group: string; readonly share: number }[] {
  const at = map.fields.indexOf(field);
  if (at < 0) return [];
  return map.groups
    .map((group, column) => ({ group, ...cellOf(map, at, column) }))
    .filter(({ firms }) => firms > 0)
    .map(({ group, present, firms }) => ({ group, share: present / firms }))
    .sort((a, b) => a.share - b.share)
    .slice(0, most);
}
