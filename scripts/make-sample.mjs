import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FILES, sampleFiles } from './sample/tables.mjs';
import { makeWorld } from './sample/world.mjs';
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
  mkdirSync(folder, { recursive: true });
  return sampleFiles(makeWorld()).map(([name, text]) => {
    const bytes = Buffer.from(text, 'utf8');
    writeFileSync(join(folder, name), bytes);
    return { name, bytes: bytes.length };
  });
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    for (const { name, bytes } of writeSample(join(ROOT, 'data', 'sample'))) say(`${name}: ${(bytes / 1e6).toFixed(2)} MB`);
    return 0;
  });
}
