import { gb18030 } from '../ingest/given';
import {
  accountIn,
  board,
  boardCsv,
  chooseFiles,
  downloaded,
  drawer,
  dropFiles,
  expect,
  goTo,
  loadWaiting,
  openLive,
  openSource,
  seenRows,
  test,
} from './page';
import type { Page } from '@playwright/test';

const NAME = '示例企业年报.csv';
/**
 * An office file: a title, a unit for the money, two years of five firms, and what goes wrong in such files. Firm 甲 is ahead of 乙 in every column and
 * year, 乙 of 丙 and so on, so their order is known without a calculation: of five firms the best is above four and ties with itself, (4 + ½) ÷ 5 = 90.
 */
const LINES = [
  '示例园区企业创新指标,,,,,',
  '单位：万元,,,,,',
  '统一社会信用代码,企业名称,年度,所属行业,营业收入,研发费用',
  '91000000MA0000001R,示例甲科技有限公司,2022,新材料,"12,000.50",900',
  '91000000MA0000001R,示例甲科技有限公司,2023,新材料,"15,000.50","1,200"',
  '91000000MA0000002W,示例乙科技有限公司,2022,新材料,"8,000",700',
  '91000000MA0000002W,示例乙科技有限公司,2023,新材料,"9,000",800',
  '91000000MA00000030,示例丙科技有限公司,2022,生物医药,"6,000",500',
  '91000000MA00000030,示例丙科技有限公司,2023,生物医药,"7,000",600',
  '91000000MA00000043,示例丁科技有限公司,2022,生物医药,"4,000",300',
  '91000000MA00000043,示例丁科技有限公司,2023,生物医药,"5,000",400',
  '91000000MA00000056,示例戊科技有限公司,2022,新材料,"2,000",100',
  '91000000MA00000056,示例戊科技有限公司,2023,新材料,"3,000",约二百',
  '91000000MA00000056,示例戊科技有限公司,2023,新材料,"99,000",150',
  ',示例己科技有限公司,2023,新材料,"1,000",50',
  '91000000MA00000043,示例丁科技有限公司',
  '合计,,,,"169,001.00","5,400"',
];
const bytes = gb18030(`${LINES.join('\r\n')}\r\n`);
const file = { name: NAME, bytes };
const ORDER = ['示例甲科技有限公司', '示例乙科技有限公司', '示例丙科技有限公司', '示例丁科技有限公司', '示例戊科技有限公司'];

async function loadFirst(page: Page): Promise<void> {
  await loadWaiting(page);
  await expect(page.getByText('还没有载入：请先回答下面的问题。')).toBeVisible();
  const question = page.getByRole('group', { name: '先回答 1 件事' });
  await expect(question).toContainText('有 1 组同一企业、同一年度的重复行');
  await expect(question.getByRole('row', { name: /示例戊科技有限公司/ })).toContainText('13, 14');
  await question.getByRole('button', { name: '取第一行' }).click();
  await loadWaiting(page);
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
}

/** Instead of the suggestion: revenue and R&D, half each. */
async function pickTwoColumns(page: Page): Promise<void> {
  await goTo(page, '方案');
  await page.getByRole('button', { name: '快速方案', exact: true }).click();
  const taken = page.getByRole('button', { name: /^去掉/ });
  for (let left = await taken.count(); left > 0; left--) await taken.first().click();
  await expect(page.getByRole('button', { name: '按此出榜' })).toBeDisabled();
  await page.getByRole('combobox', { name: '加一列' }).selectOption('revenue');
  await page.getByRole('combobox', { name: '加一列' }).selectOption('rd_expense');
  await expect(page.getByText('合计 20，折算为 100')).toBeVisible();
  await page.getByRole('button', { name: '按此出榜' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
}

test('an office file in GB18030: dropped, asked about, loaded, ranked, and every number traced to its cell', async ({ page }) => {
  await openLive(page);
  await dropFiles(page, page.getByRole('group', { name: '拖入企业指标文件，一分钟出榜' }), file);

  await test.step('what was found is shown before anything is loaded', async () => {
    await expect(page.getByRole('button', { name: 'GB18030 · 自动' })).toBeVisible();
    await expect(page.getByText('表头第 3 行 · 自动')).toBeVisible();
    await expect(page.getByText('全表单位 万元')).toBeVisible();
    await expect(
      page.getByRole('region', { name: `${NAME} 的前几行` }).getByRole('row', { name: /示例甲科技有限公司 2022/ }),
    ).toBeVisible();
    await expect(page.getByRole('combobox', { name: '营业收入的单位' })).toHaveValue('万元');
    await expect(page.getByRole('combobox', { name: '营业收入的字段' })).toHaveValue('revenue');
  });

  await test.step('a repeated firm-year is a question, then there is a board', async () => {
    await loadFirst(page);
    await expect(page.getByText(/已用 \d 项指标建了一个速成方案/)).toBeVisible();
    await pickTwoColumns(page);
    expect((await seenRows(page)).map(({ rank, firm }) => `${rank} ${firm}`)).toEqual(ORDER.map((firm, at) => `${at + 1} ${firm}`));
    const rows = await boardCsv(page);
    // Revenue 90 70 50 30 10; of R&D only four have a value: 87.5 62.5 37.5 12.5, and the fifth earns nothing for it. Half each.
    expect(rows.map((row) => Number(row['得分']))).toEqual([88.75, 66.25, 43.75, 21.25, 5]);
    expect(rows.map((row) => Number(row['覆盖度']))).toEqual([1, 1, 1, 1, 0.5]);
    await expect(page.getByRole('banner').getByRole('button', { name: /^已保存/ })).toBeVisible();
  });

  await test.step('the drawer adds up and shows raw text, line, unit and value', async () => {
    await board(page).getByRole('row').nth(1).click();
    const sheet = drawer(page);
    const sum = sheet.getByRole('region').or(sheet).getByRole('table').first();
    await expect(sum.getByRole('row', { name: /^得分/ })).toContainText('88.75');
    await expect(sum.getByRole('row', { name: /^营业收入/ })).toContainText('45.00');
    await expect(sum.getByRole('row', { name: /^研发费用/ })).toContainText('43.75');
    await sheet.getByRole('button', { name: /^营业收入/ }).click();
    await expect(sheet).toContainText(`${NAME} · 第 5 行 · 营业收入`);
    await expect(sheet.getByText('15,000.50', { exact: true })).toBeVisible();
    await expect(sheet).toContainText('万元，× 10,000');
    await expect(sheet).toContainText('1.5 亿');
  });

  await test.step('a missing number says why, and shows the text that could not be read', async () => {
    await board(page).getByRole('row').nth(5).click();
    const sheet = drawer(page);
    await expect(sheet.getByRole('heading', { level: 2, name: ORDER[4]! })).toBeVisible();
    await sheet.getByRole('button', { name: /^研发费用/ }).click();
    await expect(sheet).toContainText('缺失：文件中的内容读不成这种值');
    await expect(sheet.getByText('约二百', { exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: '关闭企业' }).click();
  });

  await test.step('the account adds up and the ledger has every row that was left out', async () => {
    const source = await openSource(page, NAME);
    // 10 firm-years; rejected: the second row of 戊, the firm without a key, the row cut short; skipped: the total. The two rows above the header are said too.
    const account = accountIn(await source.innerText());
    expect(account).toEqual({
      read: account.loaded + account.rejected + account.skipped,
      loaded: 10,
      rejected: 3,
      skipped: account.skipped,
    });
    const said = (words: RegExp) => expect(source.getByRole('row', { name: words })).toHaveCount(1);
    await said(/^4 营业收入 12,000\.50 改写此格 去掉千分位/);
    await said(/^13 研发费用 约二百 拒绝此格 读不成这一列的类型/);
    await said(/^14 整行 .*拒绝整行 同一企业同一年度的重复行，按所选办法未取/);
    await said(/^15 整行 .*拒绝整行 没有企业代码/);
    await said(/^16 整行 .*示例丁科技有限公司.* 拒绝整行 单元格比表头少/);
    await said(/^17 整行 .*合计.* 跳过整行 合计行/);
  });
});

test('saved data are there after a reload; the recipe is taken along and answers everything next time', async ({ page }) => {
  await openLive(page);
  await chooseFiles(page, file);
  await loadFirst(page);
  const before = await boardCsv(page);

  const source = await openSource(page, NAME);
  const recipe = await downloaded(page, () => source.getByRole('button', { name: '配方 JSON' }).click());
  expect(JSON.parse(recipe.bytes.toString('utf8'))).toMatchObject({ format: 1, source: NAME, duplicates: 'first', currency: 'CNY' });

  await expect(page.getByRole('banner').getByRole('button', { name: /^已保存/ })).toBeVisible();
  await page.reload();
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
  expect(await boardCsv(page)).toEqual(before);
  await chooseFiles(page, file);
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '套用配方文件' }).click();
  await (await asked).setFiles({ name: recipe.name, mimeType: 'application/json', buffer: recipe.bytes });
  await expect(page.getByRole('radiogroup', { name: '重复行怎么取' }).getByRole('radio', { name: '取第一行' })).toBeChecked();
  await loadWaiting(page);
  await expect(page.getByRole('button', { name: /^载入 1 个文件/ })).toHaveCount(0);
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
  expect(await boardCsv(page)).toEqual(before);
});
