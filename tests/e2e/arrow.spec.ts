import { boardCsv, chooseFiles, downloaded, expect, goTo, loadWaiting, openLive, test } from './page';

test('the sample taken along as Arrow and opened again gives the same board', async ({ page }) => {
  await openLive(page);
  const before = await boardCsv(page);
  await goTo(page, '数据');
  await page.getByRole('button', { name: '数据总览' }).click();
  const panel = await downloaded(page, () => page.getByRole('button', { name: '面板 panel.arrow' }).click());
  expect(panel.name).toMatch(/\.arrow$/);

  await chooseFiles(page, panel);
  await loadWaiting(page);
  await expect(page.getByRole('banner')).toContainText(panel.name);
  await expect(page.getByRole('heading', { level: 1, name: '2024 年度创新积分榜' })).toBeVisible();
  const after = await boardCsv(page);
  expect(after).toHaveLength(before.length);
  expect(after).toEqual(before);
});
