/** @typedef {import('@playwright/test').Page} Page */

/** Four histograms and the firm table over every firm-year: `measures` are ids as the address has them. @param {readonly string[]} measures */
function canvasOf(measures) {
  const entries = [['view', 'distributions'], ...measures.map((measure) => ['chart', `spread;histogram;${measure}`]), ['years', 'all']];
  return entries.map(([key, value]) => `${key}=${encodeURIComponent(/** @type {string} */ (value))}`).join('&');
}

/** Opens a canvas and waits until every chart of it is answered. @param {Page} page @param {readonly string[]} measures */
async function openCanvas(page, measures) {
  await page.evaluate((hash) => (location.hash = hash), canvasOf(measures));
  await page.waitForFunction(
    (count) => document.querySelectorAll('.charts figure').length >= count && document.querySelector('.charts [aria-busy=true]') === null,
    measures.length,
    { timeout: 120_000 },
  );
}

/**
 * Milliseconds from a press on a measure nobody has looked at to its chart on screen, styled and laid out.
 * @param {Page} page @param {readonly string[]} measures the first is on screen, the others are pressed in turn
 */
export async function newCharts(page, measures) {
  await openCanvas(page, measures.slice(0, 1));
  const times = [];
  for (const measure of measures.slice(1)) {
    times.push(
      await page.evaluate(
        (hash) =>
          new Promise((resolve) => {
            let wasBusy = false;
            const watch = new MutationObserver(() => {
              const isBusy = document.querySelector('.charts .cell[aria-busy=true]') !== null;
              wasBusy ||= isBusy;
              if (!wasBusy || isBusy) return;
              watch.disconnect();
              document.body.getBoundingClientRect();
              resolve(performance.now() - start);
            });
            watch.observe(document.body, { subtree: true, childList: true, attributes: true });
            const start = performance.now();
            location.hash = hash;
          }),
        canvasOf([measure]),
      ),
    );
  }
  return times;
}

/**
 * A brush dragged over the first of four linked histograms: milliseconds of the first step, and of each further one, from the pointer to the counts of all
 * charts and the rows of the table on screen, styled and laid out.
 * @param {Page} page @param {readonly string[]} measures @param {number} steps
 */
export async function brushSteps(page, measures, steps) {
  await openCanvas(page, measures);
  // The pointer comes over the chart before it presses.
  const box = await page.locator('.charts .brush').first().boundingBox();
  if (!box) throw new Error('no chart can be brushed');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.waitForTimeout(1000);
  return page.evaluate(async (count) => {
    const brush = /** @type {HTMLElement} */ (document.querySelector('.charts .brush'));
    const { left, top, width, height } = brush.getBoundingClientRect();
    const send = (/** @type {string} */ type, /** @type {number} */ across) =>
      brush.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          button: 0,
          clientX: left + across,
          clientY: top + height / 2,
          pointerType: 'mouse',
        }),
      );
    const said = () => document.querySelector('[role=status].count')?.textContent ?? '';
    const step = (/** @type {number} */ across) =>
      new Promise((resolve) => {
        const before = said();
        const watch = new MutationObserver(() => {
          if (said() === before) return;
          watch.disconnect();
          document.body.getBoundingClientRect();
          resolve(performance.now() - start);
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        const start = performance.now();
        send('pointermove', across);
      });
    send('pointerdown', width * 0.3);
    const first = /** @type {number} */ (await step(width * 0.45));
    const times = [];
    for (let at = 1; at <= count; at++) times.push(/** @type {number} */ (await step(width * 0.45 + at * 4)));
    send('pointerup', width * 0.45 + count * 4);
    return { first, times };
  }, steps);
}
