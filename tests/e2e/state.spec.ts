import { board, boardCsv, drawer, expect, expectLive, openLive, openPage, seenRows, test } from './page';

const title = '2023 年度创新积分榜 · 生物医药';

test('a link brings back year, segment, firm and draft, and Back undoes a step', async ({ page }) => {
  await openLive(page);
  await page.getByRole('radiogroup', { name: '年度' }).getByText('2023').click();
  await page
    .getByRole('navigation', { name: '分组' })
    .getByRole('button', { name: /^生物医药/ })
    .click();
  await page.getByRole('button', { name: '试调权重' }).click();
  await page.getByRole('spinbutton', { name: '研发费用总额 的权重' }).fill('0');
  await page.getByRole('spinbutton', { name: '研发费用总额 的权重' }).press('Enter');
  await expect(page.getByText('草稿“试调”')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const before = await boardCsv(page);
  const address = page.url();

  await page.reload();
  await expectLive(page);
  expect(page.url()).toBe(address);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('草稿“试调”')).toBeVisible();
  expect(await boardCsv(page)).toEqual(before);

  await page.goBack();
  await expect(page.getByText('草稿“试调”')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a garbled link, made on other data, is reported; what it does say holds, and nothing breaks', async ({ page }) => {
  await openLive(page, 'year=20x4&data=0123456789ab&in.industry=生物医药&sort=colour&w=a:b&draft=x&theme=%E0%A4%A');
  await expect(page.getByText('链接里有一处读不懂，已略过：year=20x4')).toBeVisible();
  await expect(page.getByText('链接是在另一份数据（0123456789ab）上做的')).toBeVisible();
  await expect(page.getByText('链接里有一处读不懂，已略过：sort=colour')).toBeVisible();
  await expect(page.getByText('链接里有一处读不懂，已略过：w=a:b')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '2024 年度创新积分榜 · 生物医药' })).toBeVisible();
  expect((await seenRows(page)).length).toBeGreaterThan(5);
});

test('undo and redo, by button and by key', async ({ page }) => {
  await openPage(page);
  const now = (year: number) => expect(page.getByRole('heading', { level: 1, name: `${year} 年度创新积分榜` })).toBeVisible();
  await page.getByRole('button', { name: '上一年' }).click();
  await now(2023);
  await page.getByRole('button', { name: '上一年' }).click();
  await now(2022);
  await page.getByRole('button', { name: '撤销' }).click();
  await now(2023);
  await page.keyboard.press('Control+z');
  await now(2024);
  await page.keyboard.press('Control+Shift+z');
  await now(2023);
  await page.getByRole('button', { name: '重做' }).click();
  await now(2022);
  await expect(page.getByRole('button', { name: '重做' })).toBeDisabled();
});

test('language and colours change everything on screen and survive a reload', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '切换到英文（Switch to English）' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('navigation', { name: /view/i }).getByRole('button', { name: 'Boards' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /^Rank/ })).toBeVisible();
  await page.getByRole('button', { name: /^(?:Appearance|Look|Theme|Colours)/ }).click();
  await page.getByRole('dialog').getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expectLive(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the keyboard alone: search, open, walk the table, close', async ({ page }) => {
  await openPage(page);
  const [first, , third] = await seenRows(page);
  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: '查找企业或信用代码' });
  await expect(search).toBeFocused();
  await page.keyboard.type(third!.firm);
  await expect(page.getByRole('option', { name: third!.firm })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2, name: third!.firm })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();

  await board(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2, name: third!.firm })).toBeVisible();
  await page.keyboard.press('Escape');
  await board(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2, name: first!.firm })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
});

test('half a word of an input method is no search', async ({ page }) => {
  await openLive(page);
  const filter = page.getByRole('searchbox', { name: '在榜内筛选企业' });
  await filter.focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'sheng', selectionStart: 5, selectionEnd: 5 });
  await expect(filter).toHaveValue('sheng');
  await expect(page.getByRole('heading', { level: 1, name: '2024 年度创新积分榜' })).toBeVisible();
  expect(page.url()).not.toContain('q=');
  await client.send('Input.insertText', { text: '生物' });
  await expect.poll(() => decodeURIComponent(page.url())).toContain('q=生物');
  await expect(page.getByText(/显示 [\d,]+ 家，共 [\d,]+ 家；名次不变/)).toBeVisible();
  expect((await seenRows(page)).every(({ firm }) => firm.includes('生物'))).toBe(true);
});
