/** @typedef {{ passed: number, failed: number, skipped: number, skips: string[] }} Counts */

/**
 * Counts from Vitest's JSON report. A file that could not be loaded has no tests, and counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number, testResults?: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const files = report.testResults ?? [];
  const unloaded = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const skips = files.flatMap((file) =>
    file.assertionResults.filter((test) => ['pending', 'skipped', 'todo'].includes(test.status)).map((test) => test.fullName),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    skips,
  };
}

/**
 * Counts from Playwright's JSON report. A test that passed only on a second try is a failure; so is an error outside any test.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[], suites?: unknown[] }} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped, skips: [] };
}

/**
 * A step of its own without tests in it: one passed or one failed.
 * @param {boolean} good
 * @returns {Counts}
 */
export function oneCount(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, skips: [] };
}

/**
 * The closing line of a run.
 * @param {readonly Counts[]} all
 * @returns {string}
 */
export function closingLine(all) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
