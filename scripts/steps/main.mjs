import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { nodeComplaint } from './node-version.mjs';

/** Whether a file is the one that was started, rather than imported.
 * @param {string} url its `import.meta.url`
 * @returns {boolean} */
export function isMain(url) {
  const started = process.argv[1];
  return started !== undefined && url === pathToFileURL(realpathSync(started)).href;
}

/** Runs a command of ours: refuses an old Node, says an error without a stack, sets the exit code.
 * @param {() => Promise<number>} work answers the exit code */
export async function runMain(work) {
  const complaint = nodeComplaint(process.versions.node);
  try {
    if (complaint) throw new Error(complaint);
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
