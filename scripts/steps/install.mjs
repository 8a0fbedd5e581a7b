import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} Lock */

/**
 * Packages that the lockfile wants and the installed tree lacks or has in another version. Optional ones are made for other
 * machines and may be absent. npm writes its record of the tree last, so an interrupted install has none.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  const there = installed?.packages ?? {};
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => {
      if (path === '') return false;
      const found = there[path];
      if (!found) return !(entry.optional || entry.devOptional);
      return found.version !== entry.version || found.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Installs the packages when they are missing or older than the lockfile. Answers whether all are there at the end. */
export async function install() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  if (!wanted) throw new Error(`package-lock.json is missing in ${ROOT}`);
  const hidden = join(ROOT, 'node_modules', '.package-lock.json');
  if (missingPackages(wanted, readLock(hidden)).length === 0) return true;
  say('installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { show: true })
    : await run('npm', args, { show: true, shell: process.platform === 'win32' });
  if (code !== 0) say('the packages could not be installed; see the lines above. Is there a network? Run again: npm ci --ignore-scripts');
  return code === 0;
}
