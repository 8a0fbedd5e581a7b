import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { board, chooseFiles, drawer, expect, goTo, openLive, test } from './page';

const WAITING = {
  name: '待答.csv',
  bytes: '统一社会信用代码,企业名称,年度,营业收入,备注\n91000000MA0000001R,示例甲,2023,"1,000",好\n91000000MA0000002W,示例乙,2023,暂无,\n',
};

/** No fault of WCAG 2.1 A and AA that a machine can find. In one page, since the second one that axe opens by default costs more than the check. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}

async function openFirm(page: Page): Promise<void> {
  await board(page).getByRole('row').nth(1).click();
  const indicator = drawer(page).getByRole('button', { expanded: false }).nth(1);
  await indicator.click();
  await expect(drawer(page).locator('mark').first()).toBeVisible();
}

async function askAboutFile(page: Page): Promise<void> {
  await chooseFiles(page, WAITING);
  await expect(page.getByRole('button', { name: /^百万元/ })).toBeVisible();
}

test('the board, and a firm with its trace, light', async ({ page }) => {
  await openLive(page, 'theme=light');
  await expectAccessible(page, 'board');
  await openFirm(page);
  await expectAccessible(page, 'firm');
});

test('a file with a question, the ledger, and the scheme, light', async ({ page }) => {
  await openLive(page, 'theme=light');
  await askAboutFile(page);
  await expectAccessible(page, 'file');
  await page.getByRole('button', { name: '数据总览' }).click();
  await expect(page.getByRole('region', { name: '台账' })).toBeVisible();
  await expectAccessible(page, 'ledger');
  await goTo(page, '方案');
  await expect(page.getByRole('heading', { level: 2, name: /^权重合计/ })).toBeVisible();
  await expectAccessible(page, 'scheme');
});

test('the board with a firm, dark and in English', async ({ page }) => {
  await openLive(page, 'theme=dark&lang=en');
  await openFirm(page);
  await expectAccessible(page, 'firm');
});

test('a file with a question, and the scheme, dark and in English', async ({ page }) => {
  await openLive(page, 'theme=dark&lang=en');
  await askAboutFile(page);
  await expectAccessible(page, 'file');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scheme' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page, 'scheme');
});

test('the board under a draft, and trying weights, dark on 390 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLive(page, 'theme=dark&draft=x&w=C01:4');
  await expectAccessible(page, 'board');
  await page.getByRole('button', { name: '试调权重' }).click();
  await expect(page.getByRole('region', { name: '试调权重' })).toBeVisible();
  await expectAccessible(page, 'trying');
});

test('two versions side by side, light', async ({ page }) => {
  await openLive(page, 'theme=light&view=scheme&page=compare&year=2024&draft=试调&w=C02:20');
  await expect(page.getByRole('region', { name: '两边都有名次' }).getByRole('row')).toHaveCount(51, { timeout: 30_000 });
  await expectAccessible(page, 'picture');
  await page.getByRole('button', { name: '表格' }).click();
  await expectAccessible(page, 'table');
});

test('a rise list, and what a firm could earn next, dark and in English', async ({ page }) => {
  await openLive(page, 'theme=dark&lang=en&view=scheme&page=compare&cmp=rise&year=2024');
  await expect(page.getByRole('region', { name: 'Ranked in both years' }).getByRole('row')).toHaveCount(51, { timeout: 30_000 });
  await expectAccessible(page, 'rise list');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Boards' }).click();
  await board(page).getByRole('row').nth(3).click();
  await drawer(page).getByRole('button', { name: 'Next tier' }).click();
  await drawer(page).getByRole('button', { name: 'Why above, why below' }).click();
  await expect(drawer(page).getByText(/points below/)).toBeVisible();
  await expectAccessible(page, 'next and why');
});
