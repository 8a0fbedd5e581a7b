import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './page';

async function enter(page: Page, hash = ''): Promise<void> {
  await openPage(page, `view=seedlings${hash}`);
  await expect(page.locator('#seed-list')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.list [aria-busy=true]')).toHaveCount(0);
}
const lead = (page: Page) => page.locator('main header [role=status]');
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

test('the sample has a list, and the funnel adds up', async ({ page }) => {
  await openPage(page);
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '好苗子' }).click();
  await expect(page.locator('#seed-list')).toContainText(/候选 [\d,]+ 家/, { timeout: 30_000 });
  const steps = await page
    .locator('#seed-funnel ~ ol > li')
    .evaluateAll((all) => all.map((step) => [step.querySelector('b')!.textContent!, /−([\d,]+)/.exec(step.textContent!)?.[1]]));
  expect(steps).toHaveLength(7);
  for (let at = 1; at < steps.length; at++) expect(number(steps[at]![0]) + number(steps[at]![1])).toBe(number(steps[at - 1]![0]));
  const corners = await page.locator('[data-layer=corners] text').allTextContents();
  const sides = corners.map((text) => number(/([\d,]+)$/.exec(text)![1]));
  const unknown = number(/未知 ([\d,]+)/.exec(await page.locator('main figure > .meta').innerText())![1]);
  // Every firm of the year stands in one quadrant, or is unknown.
  expect(sides.reduce((sum, side) => sum + side, 0) + unknown).toBe(number(steps[0]![0]));
});

test('a cut is moved by keys: the counts change, the address keeps it, and undo takes back what one key did', async ({ page }) => {
  await enter(page);
  const before = await lead(page).innerText();
  await page.getByRole('slider', { name: '增速切线' }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page).toHaveURL(/sd\.growth=0\.3/);
  await expect(lead(page)).not.toHaveText(before, { useInnerText: true });
  const after = await lead(page).innerText();
  await page.reload();
  await expect(page.getByRole('slider', { name: '增速切线' })).toHaveAttribute('aria-valuenow', '30');
  await expect(lead(page)).toHaveText(after, { useInnerText: true, timeout: 30_000 });
  await page.getByRole('slider', { name: '增速切线' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/sd\.growth=0\.29/);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/sd\.growth=0\.3(&|$)/);
  await expect(lead(page)).toHaveText(after, { useInnerText: true });
});

test('a cut is dragged, and the picture follows', async ({ page }) => {
  await enter(page);
  const handle = page.getByRole('slider', { name: '技术切线' });
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/sd\.tech=0\.\d/);
  const moved = (await handle.boundingBox())!;
  expect(moved.x - box.x).toBeGreaterThan(60);
});

test('the reasons of a firm show each figure beside its threshold, and lead to the firm', async ({ page }) => {
  await enter(page);
  await page.locator('.list tbody button.link').first().click();
  const card = page.getByRole('complementary', { name: '理由' });
  await expect(card).toContainText(/增速 -?[\d.]+%（须 ≥\s20\.0%）/);
  await expect(card).toContainText(/技术 [\d.]+%（须 ≥\s[\d.]+%）/);
  const name = await card.getByRole('heading', { level: 2 }).innerText();
  await card.getByRole('button', { name: '看画像' }).click();
  await expect(page).toHaveURL(/firm=/);
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(name);
});

test('a back-test names hits and misses, and both add up to those chosen', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: '回测', exact: true }).click();
  await expect(page.locator('#seed-lifts')).toBeVisible({ timeout: 45_000 });
  const said = await page.locator('.back').innerText();
  const [, k, hits, misses] = /挑 ([\d.]+) 家：([\d.]+) 家后来命中，([\d.]+) 家没有/.exec(said)!.map(Number);
  expect(hits! + misses!).toBeCloseTo(k!, 6);
  expect(said).toContain('只供排走访先后，不是预测');
  await page.getByText(/^落空 /).click();
  await expect(page.locator('.back details[open] li').first()).toContainText(/没有达到|退出|疑似并购/);
});

test('the list becomes a group that the board is cut by', async ({ page }) => {
  await enter(page, '&sd.least=4');
  const listed = number(/候选 ([\d,]+) 家/.exec(await page.locator('#seed-list').innerText())![1]);
  await page.getByRole('button', { name: '存成组' }).click();
  await page.getByLabel('组名').fill('今年的苗子');
  await page.getByRole('dialog').getByRole('button', { name: '存成组' }).click();
  await expect(page.getByText(`已存成组“今年的苗子”，${listed} 家。`)).toBeVisible();
});

for (const [name, hash, scheme] of [
  ['light', '', 'light'],
  ['dark, in English', '&lang=en', 'dark'],
] as const)
  test(`has no fault of accessibility: ${name}`, async ({ page }) => {
    test.slow(); // a back-test, and then every element of a large page
    await page.emulateMedia({ colorScheme: scheme });
    await enter(page, hash);
    await page.locator('.list tbody button.link').first().click();
    await expect(page.locator('aside h2')).toBeVisible();
    await page.getByRole('button', { name: hash === '' ? '规则与门槛' : 'Rules and cuts' }).click();
    await page.getByRole('button', { name: hash === '' ? '回测' : 'Run the back-test', exact: true }).click();
    await expect(page.locator('#seed-lifts')).toBeVisible({ timeout: 45_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });

test('is read at the width of a phone without moving sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
