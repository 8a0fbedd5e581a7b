// `npm test`: everything that must hold, a line each. All checks run; the exit code is that of the first that failed.
// `npm run check` (--quick) leaves out the build and the browser.
import { closingLine, oneCount } from './steps/counts.mjs';
import { install } from './steps/install.mjs';
import { runMain } from './steps/main.mjs';
import { say } from './steps/say.mjs';

await runMain(async () => {
  if (!(await install())) {
    say(closingLine([oneCount(false)]));
    return 1;
  }
  // Packages are there from here on: what the checks import must not be asked for before.
  const { CHECKS } = await import('./steps/checks.mjs');
  const quick = process.argv.includes('--quick');
  const all = [];
  let exit = 0;
  for (const check of CHECKS.filter((each) => each.quick || !quick)) {
    const start = performance.now();
    const { counts, code, output } = await check
      .work()
      .catch((error) => ({ counts: oneCount(false), code: 1, output: error instanceof Error ? error.message : String(error) }));
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    if (code !== 0) say(output.trimEnd());
    say(
      `${code === 0 ? '✓' : '✗'} ${check.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
    for (const name of counts.skips) say(`    skipped: ${name}`);
    all.push(counts);
    exit ||= code;
  }
  say(closingLine(all));
  return exit;
});
