import { boardCsv, board, drawer, expect, goTo, openLive, seenRows, test } from './page';

test('a weight tried out re-ranks under a draft of its own; ending it brings the official board back to the bit', async ({ page }) => {
  await openLive(page);
  const official = await boardCsv(page);
  await page.getByRole('button', { name: '试调权重' }).click();
  const weight = page.getByRole('spinbutton', { name: '营业收入 的权重' });
  const given = await weight.inputValue();
  await weight.fill('20');
  await weight.press('Enter');
  await expect(page.getByText('草稿“试调”')).toBeVisible();
  await expect(page.getByText('试算，不是正式结果')).toBeVisible();
  await expect
    .poll(async () => (await seenRows(page)).map(({ firm }) => firm))
    .not.toEqual(official.slice(0, 16).map((row) => row['企业']));
  const drafted = await boardCsv(page);
  expect(drafted.map((row) => row['企业代码'])).not.toEqual(official.map((row) => row['企业代码']));

  await goTo(page, '方案');
  await expect(page.getByRole('row', { name: /^营业收入 / }).first()).toContainText(given);
  await goTo(page, '榜单');
  await page.getByRole('button', { name: '放弃草稿，回到方案' }).click();
  await expect(page.getByText('草稿“试调”')).toBeHidden();
  expect(await boardCsv(page)).toEqual(official);
});

test('a rule point tried from the drawer is a draft too, and undo takes it back', async ({ page }) => {
  await openLive(page);
  await board(page).getByRole('row').nth(1).click();
  const sheet = drawer(page);
  await sheet.getByRole('button', { name: /^研发费用占营业收入比例/ }).click();
  const band = sheet.getByRole('listitem').filter({ hasText: '命中' }).getByRole('spinbutton').first();
  await expect(band).toHaveValue('10');
  await band.fill('1');
  await band.press('Enter');
  await expect(page.getByText('草稿“试调”')).toBeVisible();
  await expect(sheet.getByRole('button', { name: /^研发费用占营业收入比例/ })).toContainText('1.0');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('草稿“试调”')).toBeHidden();
  await expect(sheet.getByRole('button', { name: /^研发费用占营业收入比例/ })).toContainText('10.0');
});
