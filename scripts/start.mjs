// `npm start`: from a fresh clone to the sample board in the browser.
import { join } from 'node:path';
import { install } from './steps/install.mjs';
import { runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';

await runMain(async () => {
  if (!(await install())) return 1;
  // Packages are there from here on: what the build imports must not be asked for before.
  const [{ build }, { serve }] = await Promise.all([import('./build.mjs'), import('./serve.mjs')]);
  await build();
  return serve(join(ROOT, 'dist', 'web'));
});
