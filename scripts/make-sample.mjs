import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FILES, sampleFiles } from './sample/tables.mjs';
import { makeWorld } from './sample/world.mjs';
import { install } from './steps/install.mjs';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { say } from './steps/say.mjs';

export { SAMPLE_FILES };

/**
 * Writes the synthetic sample files into a folder.
 * @param {string} folder
 * @returns {{ name: string, bytes: number }[]}
 */
export function writeSample(folder) {
  return write(
    folder,
    sampleFiles(makeWorld()).map(([name, text]) => [name, Buffer.from(text, 'utf8')]),
  );
}

/**
 * Writes the files of some of the sample's firms as their departments would send them.
 * @param {string} folder
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
export async function writeDepartments(folder) {
  // Its workbook needs a package, which is not there before the first install.
  const { departmentFiles } = await import('./sample/departments.mjs');
  return write(folder, departmentFiles(makeWorld()));
}

/** @param {string} folder @param {readonly (readonly [string, Uint8Array])[]} files */
function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  return files.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return { name, bytes: bytes.length };
  });
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    if (!(await install())) return 1;
    const written = [...writeSample(join(ROOT, 'data', 'sample')), ...(await writeDepartments(join(ROOT, 'data', 'sample-departments')))];
    for (const { name, bytes } of written) say(`${name}: ${(bytes / 1e6).toFixed(2)} MB`);
    return 0;
  });
}
