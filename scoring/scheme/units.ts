/** Units a threshold may be written in. Values are stored in 元 (of the scheme's currency), ratios as 1 = 100 %, counts and years as they are. */
export type UnitDimension = 'money' | 'ratio' | 'count' | 'years' | 'points';

interface Unit {
  readonly dimension: UnitDimension;
  /** Stored units in one of this unit. */
  readonly factor: number;
}

const unit = (dimension: UnitDimension, factor: number): Unit => ({ dimension, factor });

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['元', unit('money', 1)],
  ['千元', unit('money', 1e3)],
  ['万元', unit('money', 1e4)],
  ['百万元', unit('money', 1e6)],
  ['千万元', unit('money', 1e7)],
  ['亿元', unit('money', 1e8)],
  ['ratio', unit('ratio', 1)],
  ['%', unit('ratio', 0.01)],
  ['‰', unit('ratio', 0.001)],
  ['count', unit('count', 1)],
  ['件', unit('count', 1)],
  ['项', unit('count', 1)],
  ['个', unit('count', 1)],
  ['人', unit('count', 1)],
  ['家', unit('count', 1)],
  ['次', unit('count', 1)],
  ['年', unit('years', 1)],
  ['分', unit('points', 1)],
]);

/** Stored units in one unit; 1 where the rule names none. */
export function unitFactor(name: string | undefined): number {
  if (name === undefined) return 1;
  const found = UNITS.get(name);
  if (!found) throw new RangeError(`unit ${name} is not known`);
  return found.factor;
}
