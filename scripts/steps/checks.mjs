import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, makeSample } from '../build.mjs';
import { ensureChromium } from '../chromium.mjs';
import { oneCount, playwrightCounts, vitestCounts } from './counts.mjs';
import { ROOT } from './root.mjs';
import { run, runTool } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ code: number, output: string }} Answer */
/** @typedef {{ counts: Counts, code: number, output: string }} Outcome */
/** @typedef {{ name: string, quick: boolean, work: () => Promise<Outcome> }} Check */

const UNIT_REPORT = join(ROOT, 'dist', 'reports', 'vitest.json');
const BROWSER_REPORT = join(ROOT, 'dist', 'reports', 'playwright.json');

/** A check without tests in it.
 * @param {Promise<Answer>} running
 * @returns {Promise<Outcome>} */
async function plain(running) {
  const { code, output } = await running;
  return { counts: oneCount(code === 0), code, output };
}

/**
 * A check that leaves a report with counts. No report, or an exit code that the counts do not explain, is a failure too.
 * @param {string} path
 * @param {(report: any) => Counts} read
 * @param {() => Promise<Answer>} start
 * @returns {Promise<Outcome>}
 */
async function reported(path, read, start) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const { code, output } = await start();
  const counts = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : oneCount(false);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { counts, code: code === 0 && counts.failed > 0 ? 1 : code, output };
}

async function unit() {
  await makeSample();
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  return reported(UNIT_REPORT, vitestCounts, () => runTool('vitest', args));
}

async function browser() {
  const path = await ensureChromium();
  if (!path) return { counts: oneCount(false), code: 1, output: 'the browser tests need a browser: see the command above' };
  const env = { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT };
  return reported(BROWSER_REPORT, playwrightCounts, () => runTool('playwright', ['test', '--reporter=dot,json'], { env }));
}

async function builds() {
  await build();
  return { counts: oneCount(true), code: 0, output: '' };
}

/** Everything that must hold, in order; `quick` ones need neither build nor browser. @type {readonly Check[]} */
export const CHECKS = [
  { name: 'format', quick: true, work: () => plain(runTool('prettier', ['--check', '--log-level', 'warn', '.'])) },
  { name: 'lint', quick: true, work: () => plain(runTool('eslint', ['--max-warnings', '0', '.'])) },
  {
    name: 'types',
    quick: true,
    work: () => plain(runTool('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'])),
  },
  { name: 'dead code', quick: true, work: () => plain(runTool('knip', [])) },
  { name: 'unit', quick: true, work: unit },
  { name: 'build', quick: false, work: builds },
  { name: 'size', quick: false, work: () => plain(run(process.execPath, ['scripts/size.mjs'])) },
  { name: 'browser', quick: false, work: browser },
];
