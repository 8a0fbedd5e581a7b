import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { run, runTool } from './steps/run.mjs';
import { say } from './steps/say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for every start: nothing in the browser may talk to the outside by itself. A browser run as root has no sandbox of its own. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether a file starts and says it is a browser (some systems put a script there that only tells where to get one).
 * @param {string} path */
function isBrowser(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && /chrom/i.test(answer.stdout);
}

/** The browser Playwright keeps for itself, if it ever fetched one.
 * @returns {string | null} */
function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return null; // no browser is made for this system, or the packages are not installed yet
  }
}

/**
 * Path of a Chromium or Chrome on this machine, or null. `CHROMIUM_PATH` goes first, and one that does not work is an error:
 * whoever set it means that browser and no other.
 * @param {Record<string, string | undefined>} [environment]
 * @returns {string | null}
 */
export function findChromium(environment = process.env) {
  const given = environment.CHROMIUM_PATH;
  if (given) {
    if (isBrowser(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which does not start as a Chromium`);
  }
  const inPath = (environment.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const own = playwrightBrowser();
  return [...inPath, ...PLACES, ...(own ? [own] : [])].find(isBrowser) ?? null;
}

/**
 * Finds a browser or installs one: by apt as root, by Playwright elsewhere. Null, after saying the one command to run, when neither works.
 * @returns {Promise<string | null>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('no Chromium found; installing it (apt-get install chromium fonts-noto-cjk) …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env: quiet });
    const answer = await run('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], { env: quiet });
    if (answer.code !== 0) say(answer.output.trim().split('\n').slice(-5).join('\n'));
  } else {
    say('no Chromium found; installing one (playwright install chromium) …');
    const answer = await runTool('playwright', ['install', 'chromium']);
    if (answer.code !== 0) say(answer.output.trim().split('\n').slice(-5).join('\n'));
  }
  const installed = findChromium();
  if (!installed) {
    const debian = existsSync('/usr/bin/apt-get');
    say(
      `there is no browser for the end-to-end tests. Run: ${debian ? 'sudo apt-get install -y chromium fonts-noto-cjk' : 'npx playwright install chromium'}`,
    );
  }
  return installed;
}
