import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Every file at or under the given paths, relative to `root`, with `/` between folders, sorted. A path that is not there adds nothing.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function filesUnder(root, paths) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const walk = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full)) walk(`${path}/${name}`);
    else found.push(path);
  };
  for (const path of paths) walk(path);
  return found.sort();
}

/** sha256 of a file's bytes, as hex.
 * @param {string} path
 * @returns {string} */
export function fileHash(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** One hash for names and contents of files.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string} */
export function contentHash(root, paths) {
  const all = createHash('sha256');
  for (const path of filesUnder(root, paths)) all.update(`${path}\0${fileHash(join(root, path))}\n`);
  return all.digest('hex');
}

/**
 * Does a piece of work unless its inputs and its outputs are byte for byte those of the last time. Answers whether it was done.
 * `isOutput` leaves out files that a later step puts into the same folder.
 * @param {{ root: string, name: string, inputs: readonly string[], outputs: readonly string[], isOutput?: (path: string) => boolean, work: () => Promise<void> }} step
 * @returns {Promise<boolean>}
 */
export async function whenChanged({ root, name, inputs, outputs, isOutput = () => true, work }) {
  const stampPath = join(root, 'dist', 'stamps', `${name}.json`);
  const wanted = contentHash(root, inputs);
  if (existsSync(stampPath)) {
    const stamp = JSON.parse(readFileSync(stampPath, 'utf8'));
    const made = Object.entries(stamp.outputs);
    const kept = made.every(([path, hash]) => existsSync(join(root, path)) && fileHash(join(root, path)) === hash);
    if (stamp.inputs === wanted && made.length > 0 && kept) return false;
    rmSync(stampPath);
  }
  await work();
  const made = filesUnder(root, outputs).filter(isOutput);
  if (made.length === 0) throw new Error(`${name} made none of ${outputs.join(', ')}`);
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(
    stampPath,
    JSON.stringify({ inputs: wanted, outputs: Object.fromEntries(made.map((path) => [path, fileHash(join(root, path))])) }),
  );
  return true;
}
