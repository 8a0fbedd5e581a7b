import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, from any working directory, with spaces and Chinese in the path. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Entry files of the tools, started with the running Node: no shell, so no path needs quoting. */
export const TOOLS = /** @type {const} */ ({
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  'svelte-check': 'node_modules/svelte-check/bin/svelte-check',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
});
