import { board, boardCsv, drawer, expect, expectLive, seenRows, shippedBoard, test } from './page';

test('the board stands before the sample is there, says it is synthetic, and keeps what was clicked until it can answer', async ({
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/sample/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1, name: '2024 年度创新积分榜' })).toBeVisible();
  const [first] = shippedBoard().board.rows;
  await expect(board(page).getByRole('row').nth(1)).toContainText(first!.name);
  await expect(page.getByRole('banner')).toContainText('合成数据');
  await expect(page.getByText('示例权重')).toBeVisible();
  await expect(page.getByText('现在看到的是合成示例')).toBeVisible();

  // What cannot work yet says so, and happens once it can.
  await board(page).getByRole('row').nth(1).click();
  await expect(drawer(page)).toContainText('正在计算');
  await expect(page.getByRole('banner')).toContainText('引擎启动中');
  release();
  await expect(drawer(page).getByRole('heading', { level: 2, name: first!.name })).toBeVisible({ timeout: 30_000 });
  await expect(drawer(page)).toContainText('得分怎么加出来');
  await expectLive(page);
});

test('the live board is the shipped one, firm by firm and bit by bit', async ({ page }) => {
  await page.goto('./');
  await expectLive(page);
  const live = await boardCsv(page);
  const { rows } = shippedBoard().board;
  expect(rows.length).toBeGreaterThan(20);
  expect(
    live.slice(0, rows.length).map((row) => ({
      firm: row['企业代码'],
      name: row['企业'],
      rank: Number(row['总名次']),
      score: Number(row['得分']),
      coverage: Number(row['覆盖度']),
    })),
  ).toEqual(rows.map(({ firm, name, overall, score, coverage }) => ({ firm, name, rank: overall, score, coverage })));
});

test('years, segments and their crossing re-rank; the drawer opens on a firm', async ({ page }) => {
  await page.goto('./');
  await expectLive(page);
  await page.getByRole('button', { name: '上一年' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
  await page.getByRole('radiogroup', { name: '年度' }).getByText('2022').click();
  await expect(page.getByRole('heading', { level: 1, name: '2022 年度创新积分榜' })).toBeVisible();

  const tree = page.getByRole('navigation', { name: '分组' });
  await tree.getByRole('button', { name: /^生物医药/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2022 年度创新积分榜 · 生物医药' })).toBeVisible();
  const alone = await boardCsv(page);
  expect(new Set(alone.map((row) => row['行业']))).toEqual(new Set(['生物医药']));

  await page.getByRole('banner').getByRole('button', { name: '筛选' }).click();
  const filter = page.getByRole('dialog', { name: '筛选' });
  await filter.getByRole('button', { name: '类型' }).click();
  await filter.getByRole('button', { name: /^高新技术企业/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2022 年度创新积分榜 · 生物医药 · 高新技术企业' })).toBeVisible();
  const crossed = await boardCsv(page);
  expect(crossed.length).toBeLessThan(alone.length);
  expect(crossed.every((row) => row['行业'] === '生物医药' && row['类型']!.split(';').includes('高新技术企业'))).toBe(true);
  // Ranks are counted within the segment, 1-2-2-4, and follow the overall order.
  const ranked = crossed.filter((row) => row['组内名次'] !== '');
  expect(ranked.map((row) => Number(row['组内名次']))).toEqual(
    ranked.map((row) => 1 + ranked.filter((other) => Number(other['总名次']) < Number(row['总名次'])).length),
  );
  expect((await seenRows(page))[0]).toMatchObject({ rank: '1', firm: crossed[0]!['企业'] });

  await board(page).getByRole('row').nth(1).click();
  await expect(drawer(page)).toContainText(`${crossed[0]!['企业代码']} · 2022`);
  await page.getByRole('button', { name: '去掉 类型 高新技术企业' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2022 年度创新积分榜 · 生物医药' })).toBeVisible();
});
