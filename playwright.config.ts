import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const ASK_PORT =
  "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { process.stdout.write(String(s.address().port)); s.close(); })";

// Every process of a run reads this file; the first one chooses the port and hands it on.
const port = (process.env.MIAOPU_E2E_PORT ??= execFileSync(process.execPath, ['-e', ASK_PORT], { encoding: 'utf8' }));
const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium found: run npm test, which installs one, or set CHROMIUM_PATH');

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  timeout: 60_000,
  // A busy machine may take its time over the sample; what is wrong fails all the same.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/serve.mjs',
    url: `http://127.0.0.1:${port}/`,
    env: { PORT: port, HOST: '127.0.0.1' },
    reuseExistingServer: false,
  },
});
