import { test as withoutWalls } from '@playwright/test';
import { board, boardCsv, chooseFiles, drawer, expect, loadWaiting, openLive, test } from './page';

// Apart from the other tests, which fail at any such attempt.
withoutWalls('the page comes with a closed policy, and a request to elsewhere is stopped by it', async ({ page }) => {
  const answer = await page.goto('./');
  const policy = answer!
    .headers()
    ['content-security-policy']!.split(';')
    .map((part) => part.trim());
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.find((part) => part.startsWith('script-src'))).not.toMatch(/'unsafe-(?:inline|eval)'|https?:/);
  expect(answer!.headers()['referrer-policy']).toBe('no-referrer');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(
    await page.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'sent',
        () => 'stopped',
      ),
    ),
  ).toBe('stopped');
});

test('with the network cut, another year, a firm and its trace, a file, a board and its download all work', async ({ page, context }) => {
  await openLive(page);
  // The parts not opened yet come behind the board.
  for (const part of ['TryPanel', 'OfflineDialog', 'download'])
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
      .toContainEqual(expect.stringContaining(part));
  await context.setOffline(true);
  await page.getByRole('button', { name: '上一年' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
  await board(page).getByRole('row').nth(1).click();
  await drawer(page)
    .getByRole('button', { name: /^营业收入 / })
    .click();
  await expect(drawer(page)).toContainText(/经营与研发_2014-2024\.csv · 第 [\d,]+ 行 · 营业收入/);
  await page.getByRole('button', { name: '关闭企业' }).click();
  await page.getByRole('button', { name: '试调权重' }).click();
  await expect(page.getByRole('region', { name: '试调权重' })).toBeVisible();

  await chooseFiles(page, {
    name: '断网.csv',
    bytes: '统一社会信用代码,企业名称,年度,营业收入（万元）\n91000000MA0000001R,示例甲,2023,5\n91000000MA0000002W,示例乙,2023,6\n',
  });
  await loadWaiting(page);
  await expect(page.getByRole('banner')).toContainText('断网.csv');
  expect((await boardCsv(page)).map((row) => row['企业'])).toEqual(['示例乙', '示例甲']);
  await expect(page.getByText('对外请求 0 次')).toBeVisible();
});
