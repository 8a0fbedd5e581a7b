// `npm run bench`: the speed table of scripts/bench/table.mjs.
import { install } from './steps/install.mjs';
import { runMain } from './steps/main.mjs';

await runMain(async () => {
  if (!(await install())) return 1;
  // Packages are there from here on: what the table imports must not be asked for before.
  const { bench } = await import('./bench/table.mjs');
  return bench();
});
