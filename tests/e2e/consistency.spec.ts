import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawer, expect, openPage, test } from './page';

const IC = encodeURIComponent('集成电路');

/** The page with all its parts there. */
async function openConsistency(page: Page, more = ''): Promise<void> {
  await openPage(page, `view=scheme&page=consistency${more}`);
  await expect(page.locator('#consist-screen')).toBeVisible({ timeout: 30_000 });
}

test('from the scheme to its consistency: the numbers of the sample are those of numpy and scipy', async ({ page }) => {
  await openPage(page, 'view=scheme');
  await page.getByRole('tab', { name: '一致性' }).click();
  await expect(page.locator('#consist-screen')).toBeVisible({ timeout: 30_000 });
  expect(page.url()).toContain('page=consistency');
  // tests/e2e/consistency-reference.py.
  await expect(page.getByText('其中列入名次的 4,377 家参与计算')).toBeVisible();
  await expect(page.getByRole('button', { name: '研发费用占营业收入比例 与 研发费用总额：0.58，n = 4,113' })).toBeVisible();
  const alphas = page.locator('section:has(#consist-groups) tbody tr');
  await expect(alphas).toHaveText([
    /技术创新\s*8\s*0\.66\s*2,932\s*36%\s*2/,
    /成长经营\s*6\s*0\.22\s*3,048\s*24%\s*3/,
    /成都特色\s*4\s*0\.02\s*4,083\s*29%\s*2/,
  ]);
  await expect(page.locator('#consist-weights')).toHaveText('相差最大：获得股权投资金额，官方 5.0%，熵权 18.2%');
  await expect(
    page.getByText('须为负的是 研发费用总额、科技人员占职工总数比例、当年发明专利申请量、高新技术产品(服务)收入占比（n = 2,121）'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: '换成 TOPSIS：前 20 名的 20 家里两榜都有的 10 家' })).toBeVisible();
  await expect(page.getByText('τ-b = 0.74；名次平均变动 406.4，最多 3,678')).toBeVisible();
  await expect(page.getByText('两两对阵最多 3,000 家')).toBeVisible();
  await page.getByText('肯德尔 τ-b').click();
  await expect(page.getByRole('button', { name: '研发费用占营业收入比例 与 研发费用总额：0.38，n = 4,113' })).toBeVisible();
});

test('a segment has its own answers, a firm that moves opens, and Back comes back', async ({ page }) => {
  await openConsistency(page, `&in.industry=${IC}`);
  await expect(page.getByRole('heading', { name: '换成 Copeland：前 20 名的 20 家里两榜都有的 15 家' })).toBeVisible();
  await expect(page.getByText('τ-b = 0.78；名次平均变动 19.1，最多 95')).toBeVisible();
  const firm = page.getByRole('region', { name: 'Copeland 下变动最大的企业' }).getByRole('button').first();
  const name = await firm.textContent();
  await firm.click();
  await expect(drawer(page).getByText(name!).first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('#consist-map')).toBeVisible();
});

test('judgments that contradict each other are said to, and no machine finds a fault of access', async ({ page }) => {
  await openConsistency(page, '&theme=light');
  const section = page.locator('section:has(#consist-ahp)');
  // A over B over C over A: λ = 1 + 3 + 1/3, CR = 2/3 ÷ 0.58.
  for (const [at, judgment] of ['3', '1/3', '3'].entries()) {
    await section.getByRole('combobox').nth(at).focus();
    await section.getByRole('combobox').nth(at).selectOption(judgment);
  }
  await section.getByRole('button', { name: '算权重' }).click();
  await expect(section.getByRole('status')).toContainText('CR = 1.149');
  await expect(section.getByRole('status')).toContainText('超过 0.1');
  for (const table of await page.getByRole('button', { name: '表格' }).all()) await table.click();
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  expect((await axe.analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
});
