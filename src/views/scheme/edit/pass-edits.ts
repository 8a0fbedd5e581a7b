import type { Condition, Pass } from '../../../../scoring/scheme/format';

/** A pass line with some of it said otherwise; what asks for nothing is left out, and a line that asks for nothing at all is none. */
export function withPass(pass: Pass | null, part: Partial<Pass>): Pass | null {
  const { total, exceed, groups, positive, anyOf } = { ...pass, ...part };
  const least = Object.fromEntries(Object.entries(groups ?? {}).filter(([, points]) => points > 0));
  const next: Pass = {
    ...(total === undefined || total === 0 ? {} : { total, ...(exceed ? { exceed } : {}) }),
    ...(Object.keys(least).length > 0 ? { groups: least } : {}),
    ...(positive && positive.length > 0 ? { positive } : {}),
    ...(anyOf && anyOf.length > 0 ? { anyOf } : {}),
  };
  return Object.keys(next).length > 0 ? next : null;
}

/** A pass line with one shortcut said otherwise. */
export function withShortcut(pass: Pass | null, id: string, part: Partial<Omit<Condition, 'id'>>): Pass | null {
  return withPass(pass, { anyOf: (pass?.anyOf ?? []).map((one) => (one.id === id ? { ...one, ...part } : one)) });
}
