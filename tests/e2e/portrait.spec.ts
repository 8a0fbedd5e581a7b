import type { Page } from '@playwright/test';
import { drawer, expect, openLive, test } from './page';

/** Pages of the PDF the browser would print now. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

async function openPortrait(page: Page, button: string): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(3).click();
  await expect(drawer(page).getByRole('heading', { level: 2 })).toBeVisible();
  await drawer(page).getByRole('button', { name: button }).click();
  await expect(page.getByRole('dialog').getByRole('article')).toHaveCount(1);
}
const overflow = (page: Page) =>
  page
    .getByRole('dialog')
    .locator('article')
    .evaluateAll((all) => all.filter((one) => one.classList.contains('over') || one.scrollHeight > one.clientHeight).length);

test('the portrait of a firm is exactly one page, and says what it is', async ({ page }) => {
  await openLive(page);
  await openPortrait(page, '画像 A4');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('含经营数据，仅限内部走访，不得公开')).toBeVisible();
  await expect(dialog.getByText('示例数据，企业与数值均为虚构')).toBeVisible();
  await expect(dialog.getByRole('heading', { name: /现场核实/ })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await printedPages(page)).toBe(1);
});

test('in English it is one page too', async ({ page }) => {
  await openLive(page, 'lang=en');
  await openPortrait(page, 'Portrait A4');
  await expect(page.getByRole('dialog').getByText('Business figures: internal, not to be published')).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await printedPages(page)).toBe(1);
});

test('a list of three is three pages', async ({ page }) => {
  await openLive(page);
  await openPortrait(page, '画像 A4');
  // The sheets of a list stand one after the other, as here.
  await page
    .getByRole('dialog')
    .locator('.sheet')
    .evaluate((sheet) => sheet.after(sheet.cloneNode(true), sheet.cloneNode(true)));
  expect(await printedPages(page)).toBe(3);
});

test('Esc closes the portrait, the drawer stays, and focus is back on its button', async ({ page }) => {
  await openLive(page);
  await openPortrait(page, '画像 A4');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(drawer(page)).toBeVisible();
  await expect(drawer(page).getByRole('button', { name: '画像 A4' })).toBeFocused();
});
