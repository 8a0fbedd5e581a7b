import type { Locator, Page } from '@playwright/test';
import { DEPARTMENT_FILES } from '../../scripts/sample/departments.mjs';
import { departmentFile } from './departments';
import { accountIn, board, drawer, dropFiles, expect, goTo, openPage, test } from './page';

const [TORCH, TAX, , INSURED, DISTRICT, BLACKLIST] = DEPARTMENT_FILES;
const SIX = DEPARTMENT_FILES.slice(0, 6);
const TITLE = '2024 年度创新积分榜';

// A step that cannot be taken is told before the whole test is given up.
test.use({ actionTimeout: 30_000 });

const tab = (page: Page, name: string): Locator => page.getByRole('tablist', { name: '数据的各个方面' }).getByRole('tab', { name });
const undo = (page: Page): Locator => page.getByRole('tabpanel', { name: '历史' }).getByRole('button', { name: /^撤销：/ });
const option = (page: Page, firm: string): Locator =>
  page.getByRole('listbox', { name: '不一致的数值' }).getByRole('option', { name: new RegExp(firm) });
const finding = (page: Page, title: RegExp): Locator =>
  page
    .getByRole('region', { name: /类疑点/ })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: title }) });

async function openIncoming(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '来源' })
    .getByRole('button', { name: new RegExp(`^${name.replace('.', '\\.')} .*载入$`) })
    .click();
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
}

/** One per cent is no difference between two offices. */
async function tolerate(page: Page, name: string): Promise<void> {
  await openIncoming(page, name);
  const field = page.getByRole('spinbutton', { name: '与更优先来源相差多少 % 以内算一致' });
  await field.fill('1');
  await field.press('Enter');
}

/** Six departments' files, dropped at once, with what only a person knows of three of them. */
async function loadSix(page: Page): Promise<void> {
  await dropFiles(page, page.getByRole('main'), ...SIX.map(departmentFile));
  await expect(page.getByRole('button', { name: '载入 6 个文件' })).toBeEnabled({ timeout: 60_000 });
  await tolerate(page, TAX);
  await tolerate(page, DISTRICT);
  await openIncoming(page, BLACKLIST);
  const counted = page.getByRole('combobox', { name: /^事件清单/ });
  // A long list is filled when it is about to open.
  await counted.focus();
  await counted.selectOption('dishonest');
  await page.getByRole('radiogroup', { name: '企业不在此文件中意味着' }).getByText('没有（记 0）').click();
  await page.getByRole('button', { name: '载入 6 个文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
}

test('six departments become one panel: conflicts, slips and a district delivered twice are found, decided, undone and traced', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openPage(page);
  await loadSix(page);

  await test.step('every row of every file is accounted for', async () => {
    await goTo(page, '数据');
    const account = accountIn(await page.getByRole('main').innerText());
    // 3,617 + 3,359 + 3,600 + 605 + 65 + 44; two rows too short and two too long.
    expect(account).toMatchObject({ read: 11290, rejected: 4 });
    expect(account.loaded + account.rejected + account.skipped).toBe(account.read);
    await expect(page.getByRole('main')).toContainText('600 家企业 · 2019–2024 · 3,600 个企业年');
  });

  await test.step('two misspelt firms wait for a person, five are nowhere', async () => {
    await tab(page, '合并').click();
    const panel = page.getByRole('tabpanel', { name: '合并' });
    await expect(panel).toContainText('2 家拿不准，请您定');
    await expect(panel).toContainText('找不到 5');
    await panel.getByRole('button', { name: '示例芯昇某密机械有限公司 就是 示例芯昇精密机械有限公司' }).click();
    await expect(panel).toContainText('1 家拿不准，请您定');
    await panel.getByRole('button', { name: '示例岷泽某道装备（成都）有限公司 不是其中任何一家' }).click();
    await expect(panel).toContainText('您定过的 2 家');
  });

  await test.step('three conflicts of figures, both values shown with file and line; one is decided', async () => {
    const panel = page.getByRole('tabpanel', { name: '合并' });
    for (const firm of ['示例澜维数据有限公司', '示例启安航空有限公司', '示例瑞维生物有限公司'])
      await expect(option(page, firm)).toBeVisible();
    await option(page, '示例澜维数据有限公司').click();
    await expect(panel.getByRole('radio', { name: new RegExp(`5,638\\.7 万元.*${TORCH} · 第 2,464 行`) })).toBeChecked();
    await panel.getByRole('radio', { name: new RegExp(`5,187\\.6 万元.*${TAX} · 第 2,291 行`) }).check();
    await panel.getByRole('textbox', { name: '理由（进入记录）' }).fill('以汇算清缴为准');
    await panel.getByRole('button', { name: '就这样定' }).click();
    await expect(option(page, '示例澜维数据有限公司')).toContainText('已定');
  });

  await test.step('two slips of the unit and the district are among the findings; a slip is converted, the district marked', async () => {
    await tab(page, '质量').click();
    const slip = finding(page, /单位疑似差 10 的几次方 · 资产总额/);
    await expect(slip).toBeVisible({ timeout: 60_000 });
    await expect(finding(page, /单位疑似差 10 的几次方 · 研发费用加计扣除额/)).toBeVisible();
    const district = finding(page, /重复报送 · 新津区/);
    await expect(district).toContainText('64');
    await slip.getByRole('button', { name: /单位疑似差/ }).click();
    await expect(slip.getByRole('row', { name: /示例蓉晟汽车零部件有限公司/ })).toContainText('2022');
    await expect(slip).toContainText(`${TORCH} · 第`);
    await expect(slip).toContainText('216947000');
    await slip.getByRole('button', { name: '换算', exact: true }).click();
    await slip.getByRole('textbox', { name: '换算的理由' }).fill('按元填报');
    await slip.getByRole('button', { name: '换算全部' }).click();
    await expect(slip).toContainText('已换算：按元填报', { timeout: 60_000 });
    await district.getByRole('button', { name: '标记', exact: true }).click();
    await expect(district).toContainText('已标记', { timeout: 60_000 });
  });

  await test.step('each decision is a line of the history; undo adds lines and takes none away', async () => {
    await tab(page, '历史').click();
    const lines = page.getByRole('tabpanel', { name: '历史' }).getByRole('listitem');
    await expect(lines.filter({ hasText: '标记“重复报送' })).toHaveCount(1);
    await expect(lines.filter({ hasText: '理由：按元填报' })).toHaveCount(1);
    await expect(lines.filter({ hasText: '理由：以汇算清缴为准' })).toHaveCount(1);
    const before = await lines.count(); // Counted once the last decision stands in it.
    for (let times = 1; times <= 3; times++) {
      await undo(page).click();
      await expect(lines).toHaveCount(before + times, { timeout: 60_000 });
    }
    await tab(page, '合并').click();
    await expect(option(page, '示例澜维数据有限公司')).not.toContainText('已定');
    await tab(page, '质量').click();
    await expect(finding(page, /重复报送 · 新津区/)).not.toContainText('已标记', { timeout: 60_000 });
  });

  await test.step('the late district stands in the strip with what it delivered', async () => {
    await tab(page, '区县').click();
    const row = page.getByRole('tabpanel', { name: '区县' }).getByRole('row', { name: /^新津区/ });
    await expect(row).toContainText('40');
  });

  await test.step('a number of the board goes back to its file, sheet and row', async () => {
    await goTo(page, '榜单');
    await page.getByRole('combobox', { name: '查找企业或信用代码' }).fill('91000000MA282YA48M');
    await page.getByRole('option', { name: /示例澜维数据有限公司/ }).click();
    await expect(drawer(page)).toContainText('示例澜维数据有限公司');
  });

  await test.step('the board can be cut by district', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button', { name: '筛选' }).click();
    const filter = page.getByRole('dialog', { name: '筛选' });
    await filter.getByRole('button', { name: '区（市）县' }).click();
    await filter.getByRole('button', { name: /^新津区/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${TITLE} · 新津区` })).toBeVisible();
    await expect(board(page).getByRole('row').nth(1)).toBeVisible();
  });
  void INSURED;
});
