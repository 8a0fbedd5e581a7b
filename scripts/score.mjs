// `npm run score -- …`: the command line, built first where it is older than its sources. Paths are read from where the person stands.
import { join } from 'node:path';
import { install } from './steps/install.mjs';
import { runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { run } from './steps/run.mjs';

await runMain(async () => {
  if (!(await install())) return 1;
  const { buildCli } = await import('./build.mjs');
  await buildCli();
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return (await run(process.execPath, [join(ROOT, 'dist', 'cli', 'miaopu.mjs'), ...process.argv.slice(2)], { show: true, cwd })).code;
});
