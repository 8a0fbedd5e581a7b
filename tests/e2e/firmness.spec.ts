import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { board, drawer, expect, openLive, test } from './page';

/** Opens the page, tests the board, and waits for the answer. */
async function testBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始测算' }).click();
  await expect(page.getByRole('heading', { name: /^前 20 名：各项权重变动 ±[\d.]+% 以内名单不变$/ })).toBeVisible({ timeout: 30_000 });
}

test('the ten least certain ranks, the cut, what drives the list: then a whisker beside every rank and a sentence in the drawer', async ({
  page,
}) => {
  await openLive(page, 'view=scheme&page=firmness');
  await testBoard(page);
  await expect(page.getByRole('heading', { level: 2 })).toContainText([
    '哪些名次最不稳',
    '名单在哪里不牢',
    '什么左右名单',
    '缺失留下多大余地',
  ]);
  const firms = page.locator('.why li button');
  await expect(firms).toHaveCount(10);
  const name = await firms.first().innerText();
  await firms.first().click();
  await expect(drawer(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(drawer(page).getByText(/^所测假设下的范围：第 [\d,]+–[\d,]+ 名（1,000 组权重（各项 ±25%），种子 1/)).toBeVisible();
  await expect(drawer(page).getByText(/^上一位/)).toBeVisible();
  const whiskers = board(page).getByRole('img', { name: /所测假设下的范围/ });
  await expect(whiskers.first()).toBeVisible();
  // Another year is another board.
  await page.getByRole('radiogroup', { name: '年度' }).getByText('2023').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023');
  await expect(whiskers).toHaveCount(0);
  await page.getByRole('radiogroup', { name: '年度' }).getByText('2024').click();
  await expect(whiskers.first()).toBeVisible();
});

test('the same seed gives the same answer, another seed another', async ({ page }) => {
  await openLive(page, 'view=scheme&page=firmness');
  await testBoard(page);
  const said = page.locator('.found figure h3').first();
  const first = await said.innerText();
  const again = page.getByRole('button', { name: '重新测算' });
  const meta = page.locator('.found figcaption p').first();
  await page.getByLabel('种子').fill('2');
  await page.getByLabel('种子').press('Enter');
  await again.click();
  await expect(meta).toContainText('种子 2');
  // What was set stands in the address, so that a link says how it was tested.
  expect(new URL(page.url()).hash).toContain('fm.seed=2');
  await page.getByLabel('种子').fill('1');
  await page.getByLabel('种子').press('Enter');
  await again.click();
  await expect(meta).toContainText('种子 1');
  expect(await said.innerText()).toBe(first);
});

test('the page has no fault a machine can find, light, and dark in English on 390 pixels', async ({ page }) => {
  await openLive(page, 'view=scheme&page=firmness&theme=light');
  await testBoard(page);
  const faults = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };
  expect(await faults()).toEqual([]);
  for (const table of await page.getByRole('button', { name: '表格' }).all()) await table.click();
  await page.locator('details summary').click();
  expect(await faults()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => (location.hash = 'view=scheme&page=firmness&theme=dark&lang=en'));
  await expect(page.getByRole('heading', { name: 'Which ranks are least certain' })).toBeVisible();
  expect(await faults()).toEqual([]);
});
