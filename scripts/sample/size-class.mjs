/**
 * Lower bounds of large, medium and small by the 2017 statistical rule (国统字〔2017〕213号): staff, revenue in 万元; null where the rule
 * does not look. Only the industries of the sample.
 * @type {readonly { of: (code: string) => boolean, staff: readonly [number, number, number] | null, revenue: readonly [number, number, number] | null }[]}
 */
const ROWS = [
  { of: (code) => code.startsWith('A'), staff: null, revenue: [20000, 500, 50] },
  { of: (code) => code.startsWith('C'), staff: [1000, 300, 20], revenue: [40000, 2000, 300] },
  { of: (code) => code.startsWith('I65'), staff: [300, 100, 10], revenue: [10000, 1000, 50] },
  { of: (code) => /^[MNR]/.test(code), staff: [300, 100, 10], revenue: null },
];
const NAMES = /** @type {const} */ (['大型', '中型', '小型']);

/**
 * Size class of a firm: the highest class all of whose lower bounds hold, else 微型.
 * @param {string} code GB/T 4754-2017 class
 * @param {number} staff
 * @param {number} revenue 万元
 * @returns {'大型' | '中型' | '小型' | '微型'}
 */
export function sizeClass(code, staff, revenue) {
  const row = ROWS.find((each) => each.of(code));
  if (!row) throw new Error(`${code} has no size rule in the sample`);
  const found = NAMES.find((_, at) => staff >= (row.staff?.[at] ?? 0) && revenue >= (row.revenue?.[at] ?? 0));
  return found ?? '微型';
}
