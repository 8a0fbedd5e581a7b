// `npm start`: from a fresh clone to the sample board in the browser.
import { join } from 'node:path';
import { build } from './build.mjs';
import { serve } from './serve.mjs';
import { install } from './steps/install.mjs';
import { runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';

await runMain(async () => {
  if (!(await install())) return 1;
  await build();
  return serve(join(ROOT, 'dist', 'web'));
});
