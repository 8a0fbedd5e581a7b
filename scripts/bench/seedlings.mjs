/** @typedef {import('./table.mjs').Row} Row */

/**
 * The seedling room over firms made on the page.
 * @param {(name: string, paths: readonly string[], verb: string, rounds: number) => Promise<any>} onPage
 * @param {(row: Omit<Row, 'met'> & { most?: number, least?: number }) => void} report
 * @param {(list: readonly number[]) => number} median
 * @param {number} rounds
 */
export async function measureSeedlings(onPage, report, median, rounds) {
  const { first, drag, skyline } = await onPage('seedlings-page', [], 'measureDetectors', rounds);
  const row = (/** @type {string} */ name, /** @type {readonly number[]} */ times, /** @type {number} */ most) =>
    report({ name, value: median(times), unit: 'ms', aim: `≤ ${most} ms`, most, times });
  row('seedlings: 12 rules, 7 detectors and the list, 100,000 firms × 5 years', first, 500);
  row('seedlings: a dragged threshold, 100,000 firms', drag, 16);
  row('skyline of 3 axes, 100,000 firms', skyline, 100);
}
