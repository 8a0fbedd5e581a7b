import { boardCsv, drawer, board, expect, goTo, openPage, seenRows, test } from './page';
import { importScheme, schemeText } from './scheme';

const tiers = (...bands: readonly (readonly [number | null, number | null, number])[]) => ({
  is: 'tiers',
  tiers: bands.map(([from, to, points]) => ({ from, to, points })),
});
const REFUSED = [
  {
    what: 'a field nobody knows',
    text: schemeText([{ id: 'a', formula: 'rd_expence / revenue', weight: 100 }]),
    zh: /第 1 个指标 · 公式.*没有字段“rd_expence/,
    en: /rd_expence/,
  },
  {
    what: 'tiers that overlap',
    text: schemeText([{ id: 'a', formula: 'employees', weight: 10, rule: tiers([null, 10, 0], [5, null, 10]) }]),
    zh: /第 1 个指标 · 规则.*两档重叠/,
    en: /overlap/,
  },
  {
    what: 'tiers with a hole',
    text: schemeText([{ id: 'a', formula: 'employees', weight: 10, rule: tiers([null, 5, 0], [8, null, 10]) }]),
    zh: /第 1 个指标 · 规则.*两档之间有空当/,
    en: /gap|hole/,
  },
  { what: 'text that is no JSON', text: '{"format": 1,', zh: /不是有效的 JSON/, en: /Not valid JSON/ },
  {
    what: 'a key nobody knows',
    text: schemeText([{ id: 'a', formula: 'employees', weight: 10 }], { wieght: 1 }),
    zh: /不认识的键“wieght”/,
    en: /wieght/,
  },
] as const;
const switchLanguage = { name: /Switch to English|切换到中文/ };

test('a scheme with a fault is refused place by place in both languages; scheme and board stay', async ({ page }) => {
  await openPage(page);
  const before = await seenRows(page);
  for (const { what, text, zh, en } of REFUSED) {
    await test.step(what, async () => {
      await importScheme(page, text);
      const fault = page.getByRole('main').getByRole('alert');
      await expect(fault).toContainText(zh);
      await page.getByRole('button', switchLanguage).click();
      await expect(fault).toContainText(en);
      await expect(fault).not.toContainText(/请/);
      await page.getByRole('button', switchLanguage).click();
    });
  }
  await expect(page.getByRole('navigation', { name: '方案' }).getByText('试用方案')).toHaveCount(0);
  await goTo(page, '榜单');
  await expect(page.getByText('方案 成都式 4×20 创新积分')).toBeVisible();
  expect(await seenRows(page)).toEqual(before);
});

test('weights that do not add up, and a division by zero, are used as written and said', async ({ page }) => {
  await openPage(page);
  await importScheme(
    page,
    schemeText([
      { id: 'size', formula: 'employees', weight: 60 },
      { id: 'nothing', formula: 'revenue / (employees - employees)', weight: 30 },
    ]),
  );
  await expect(page.getByText('方案 试用方案 1')).toBeVisible();
  const rows = await boardCsv(page);
  expect(rows.every((row) => row['nothing 积分（示例）'] === '')).toBe(true);
  await board(page).getByRole('row').nth(1).click();
  await drawer(page)
    .getByRole('button', { name: /^nothing/ })
    .click();
  await expect(drawer(page)).toContainText('缺失：分母为零');
  await goTo(page, '方案');
  await expect(page.getByRole('main')).toContainText(/权重之和与声明的满分不符（合计 → 声明：90 → 100）/);
});
