// The shipped page in headless Chromium, driven as a person would, timed from inside.
import { readFileSync, readdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** @returns {Promise<import('@playwright/test').Browser>} */
export async function openBrowser() {
  const executablePath = await ensureChromium();
  if (!executablePath) throw new Error('no Chromium to measure in');
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** Milliseconds from navigation to the first board, cold cache. @param {import('@playwright/test').Browser} browser @param {string} address */
export async function firstBoard(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('[role=grid] [role=row] [role=gridcell]');
  const time = await page.evaluate(() => performance.now());
  await context.close();
  return time;
}

/** Opens the page and waits until the sample is live, so that nothing of it is counted. @param {import('@playwright/test').Browser} browser @param {string} address */
export async function livePage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const blocks = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { blocks });
    new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  await page.goto(address);
  await page.getByText('引擎就绪').or(page.getByText('合成数据')).first().waitFor();
  await page.waitForFunction(
    () => !document.body.innerText.includes('引擎启动中') && !document.body.innerText.includes('引擎计算中'),
    undefined,
    { timeout: 60_000 },
  );
  await page.evaluate(() => {
    const { blocks } = /** @type {{ blocks: number[] }} */ (/** @type {unknown} */ (globalThis));
    blocks.length = 0;
  });
  return page;
}

/**
 * Resolves as soon as an element is in the page, and enabled if it is a control. Seen by an observer: a look now and again, as Playwright's waiting
 * does it at last, would add up to half a second.
 * @param {Page} page @param {string} selector @param {string} words what its text begins with
 */
function appears(page, selector, words = '') {
  return page.evaluate(
    ([which, beginning]) =>
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        const isThere = () =>
          [...document.querySelectorAll(which)].some(
            (one) => (one.textContent ?? '').trim().startsWith(beginning) && !one.matches(':disabled'),
          );
        const watch = new MutationObserver(() => {
          if (!isThere()) return;
          watch.disconnect();
          // Styled and laid out in a task of its own, as without the observer, so that no block of the page looks longer than it is.
          setTimeout(() => {
            document.body.getBoundingClientRect();
            resolve();
          });
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        if (isThere()) resolve();
      }),
    /** @type {const} */ ([selector, words]),
  );
}

/**
 * Brings a file in through the page: milliseconds of looking (file chosen → mapping on screen) and of loading (button pressed → board on screen).
 * @param {Page} page @param {string} path
 */
export async function bringIn(page, path) {
  await page
    .getByRole('link', { name: '数据', exact: true })
    .or(page.getByRole('button', { name: '数据', exact: true }))
    .first()
    .click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件' }).first().click()]);
  const mapped = appears(page, 'button', '载入 1 个文件');
  const looking = performance.now();
  await chooser.setFiles(path);
  await mapped;
  const looked = performance.now();
  const shown = appears(page, '[role=grid] [role=row] [role=gridcell]');
  await page.getByRole('button', { name: /^载入 1 个文件/ }).click();
  await shown;
  const loaded = performance.now();
  return { look: looked - looking, load: loaded - looked };
}

/**
 * Milliseconds from an event to the board it asks for: in the page, styled and laid out, so that the next frame has only to paint it. What the event
 * is dispatched on is found beforehand. Seen by an observer, not by looking again and again: a board can come and go between two looks.
 * @param {Page} page @param {import('@playwright/test').Locator} target @param {{ value: string, event: 'input' | 'change' } | null} input null: a click
 * @returns {Promise<number>}
 */
async function timed(page, target, input) {
  const handle = await target.elementHandle();
  return page.evaluate(
    ([element, asked]) =>
      new Promise((resolve) => {
        const control = /** @type {HTMLInputElement} */ (element);
        let wasBusy = false;
        let start = 0;
        const watch = new MutationObserver(() => {
          const isBusy = document.querySelector('.busy.on') !== null;
          wasBusy ||= isBusy;
          if (!wasBusy || isBusy) return;
          watch.disconnect();
          document.body.getBoundingClientRect(); // Styles and lays out what has changed.
          resolve(performance.now() - start);
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        start = performance.now();
        if (!asked) return control.click();
        control.value = asked.value;
        control.dispatchEvent(new Event(asked.event, { bubbles: true }));
      }),
    /** @type {const} */ ([handle, input]),
  );
}

/**
 * `timed` for each of the given values of a control in turn.
 * @param {Page} page @param {string} selector @param {readonly string[]} values @param {'input' | 'change'} event
 */
export async function touches(page, selector, values, event) {
  const times = [];
  for (const value of values) times.push(await timed(page, page.locator(selector).first(), { value, event }));
  return times;
}

/** `timed` for a click. @param {Page} page @param {import('@playwright/test').Locator} target */
export function clicked(page, target) {
  return timed(page, target, null);
}

/** The longest task of the page's own thread so far in milliseconds; tasks under 50 ms are not told, so 0 means less. @param {Page} page */
export async function longestBlock(page) {
  return page.evaluate(() => Math.max(0, .../** @type {any} */ (globalThis).blocks));
}

/** Watches the largest renderer process: `peak()` gives its highest resident size so far in bytes, null where the system does not tell. */
export function watchMemory() {
  let peak = 0;
  const timer = setInterval(() => {
    for (const id of processes()) peak = Math.max(peak, rendererSize(id));
  }, 50);
  return {
    peak: () => (peak > 0 ? peak : null),
    reset: () => (peak = 0),
    stop: () => clearInterval(timer),
  };
}

function processes() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** @param {string} id */
function rendererSize(id) {
  try {
    if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return line ? Number(line[1]) * 1024 : 0;
  } catch {
    return 0; // The process ended between the listing and the reading.
  }
}
