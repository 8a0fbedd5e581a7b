/** Unit written behind a number → power of ten that leads to the stored unit (元, ratio with 1 = 100 %, plain count). */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
  ['万', 4],
  ['亿', 8],
  ['%', -2],
  ['‰', -3],
  ...[...'个项件人名家户次年岁月天日篇份种台'].map((unit): [string, number] => [unit, 0]),
]);

/** Power of ten of a unit, or null for a unit the language does not know (another currency, for one). */
export function unitPower(unit: string): number | null {
  return POWERS.get(unit) ?? null;
}

/**
 * A number written with a unit, in the stored unit: 2000 with 万元 is 20000000, 57 with % is 0.57.
 * The decimal point is moved in the digits, so that the result is the double nearest to what was written (0.57 万 is 5700, not 5699.999…).
 */
export function storedValue(value: number, unit?: string): number {
  const power = unit === undefined ? 0 : unitPower(unit);
  if (power === null) throw new RangeError(`${unit} is no known unit`);
  const [digits, exponent = '0'] = String(value).split('e');
  return power === 0 ? value : Number(`${digits}e${Number(exponent) + power}`);
}
