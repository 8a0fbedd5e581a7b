import { type Page } from '@playwright/test';
import { board, drawer, expect, goTo, openLive, seenRows, test } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('a phone shows rank, firm and score, the firm as a sheet of its own, and never scrolls sideways', async ({ page }) => {
  await openLive(page);
  await expect(board(page).getByRole('columnheader')).toHaveText([/^名次/, /^企业/, /^得分/]);
  const [first] = await seenRows(page);
  expect(first!.rank).toBe('1');
  expect(first!.firm).toContain('示例');
  for (const cell of await board(page).getByRole('row').nth(1).getByRole('gridcell').all()) await expect(cell).toBeInViewport();
  expect(await widthOf(page)).toBe(390);

  await board(page).getByRole('row').nth(1).tap();
  const sheet = drawer(page);
  await expect(sheet).toContainText('得分怎么加出来');
  const box = (await sheet.locator('xpath=..').boundingBox())!;
  expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 390, 844]);
  expect(await widthOf(page)).toBe(390);
  await sheet.getByRole('button', { name: '关闭企业' }).tap();
  await expect(sheet).toBeHidden();

  await page.getByRole('button', { name: '分组', exact: true }).tap();
  await page
    .getByRole('dialog', { name: '分组' })
    .getByRole('button', { name: /^生物医药/ })
    .tap();
  await expect(page.getByRole('heading', { level: 1, name: '2024 年度创新积分榜 · 生物医药' })).toBeVisible();

  for (const view of ['数据', '方案'] as const) {
    await goTo(page, view);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await widthOf(page)).toBe(390);
  }
});

test('the rooms stand in one low row in both languages, and leave the screen to what is in them', async ({ page }) => {
  for (const language of ['', 'lang=en']) {
    await openLive(page, language);
    const rail = page.locator('nav').filter({ has: page.getByRole('button', { name: 'SQL' }) });
    expect((await rail.boundingBox())!.height).toBeLessThanOrEqual(80);
    for (const button of await rail.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 });
    expect(await widthOf(page)).toBe(390);
  }
});
