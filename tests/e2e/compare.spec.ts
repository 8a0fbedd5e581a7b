import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { board, drawer, expect, openLive, test } from './page';

const DRAFT = 'view=scheme&page=compare&year=2024&draft=试调&w=C02:20';

test('a draft beside its parent: figures, movers whose parts add up, every year, and the file says what it is about', async ({ page }) => {
  await openLive(page, DRAFT);
  const movers = page.getByRole('region', { name: '两边都有名次' });
  await expect(movers.getByRole('row')).toHaveCount(51, { timeout: 30_000 });
  await expect(page.getByRole('row', { name: /^2020 / })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载比较表 CSV' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  expect(data.length).toBeGreaterThan(4000);
  for (const row of data) {
    if (row['分差（新减原）'] === '') continue;
    const parts = ['取值效应', '权重效应', '缺失分摊', '扣减', '封顶与保底'].reduce((sum, part) => sum + Number(row[part]), 0);
    expect(Math.abs(parts - (Number(row['新得分']) - Number(row['原得分'])))).toBeLessThanOrEqual(1e-9);
    // Only a weight was moved.
    expect(Number(row['取值效应'])).toBe(0);
  }
  expect(data[0]).toMatchObject({
    新方案草稿: '试调 {"weights":{"C02":20},"points":{}}',
    原方案草稿: '',
    原年度: '2024',
    分组: '全部企业',
  });
  expect(data[0]!['原方案哈希']).toMatch(/^[0-9a-f]{64}$/);
});

test('the rise list re-scores two years under one scheme; the link says the same again', async ({ page }) => {
  await openLive(page, 'view=scheme&page=compare&cmp=rise&year=2024');
  await expect(page.getByText('2023 → 2024')).toBeVisible();
  const rows = page.getByRole('region', { name: '两年都有名次' }).getByRole('row');
  await expect(rows).toHaveCount(51, { timeout: 30_000 });
  const first = await rows.nth(1).textContent();
  await page.getByRole('tab', { name: /^新进/ }).click();
  await expect(page.getByRole('region', { name: '新进' }).getByRole('row').nth(1)).toContainText(
    /没有该年数据|数据不足|被一票否决|未过准入/,
  );
  await page.reload();
  await expect(rows).toHaveCount(51, { timeout: 30_000 });
  expect(await rows.nth(1).textContent()).toBe(first);
});

test('the drawer says what a firm could earn next and why it stands behind the one above', async ({ page }) => {
  await openLive(page);
  await board(page).getByRole('row').nth(3).click();
  const sheet = drawer(page);
  await sheet.getByRole('button', { name: '下一档' }).click();
  await expect(sheet.getByText(/得分 \d+\.\d\d，第 \d+ 名/).first()).toBeVisible();
  await sheet.getByRole('button', { name: '为何在前，为何在后' }).click();
  await expect(sheet.getByText(/ 比 .+ 低 \d+\.\d\d 分/)).toBeVisible();
  const differences = await sheet.locator('table:has(.difference) tbody .difference').allTextContents();
  const total = await sheet.locator('table:has(.difference) tfoot td').last().textContent();
  const number = (words: string | null) => Number((words ?? '').replace('−', '-').trim());
  // Each line is rounded to a hundredth by itself.
  expect(Math.abs(differences.map(number).reduce((sum, one) => sum + one, 0) - number(total))).toBeLessThanOrEqual(
    0.005 * (differences.length + 1),
  );
});
