import { expect, openLive, test } from './page';

test('on paper the board is a table of its firms with its rules above it, and nothing of the screen lies over it', async ({ page }) => {
  await openLive(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = page.getByRole('table').filter({ hasText: '成长经营' });
  await expect(paper).toBeVisible();
  expect(await paper.getByRole('row').count()).toBeGreaterThan(40);
  await expect(page.getByText(/数值仅为示例，不是任何地方的官方标准/).first()).toBeVisible();
  for (const screen of [page.getByRole('link', { name: '跳到正文' }), page.getByRole('banner'), page.getByRole('grid')])
    await expect(screen).toBeHidden();
});
