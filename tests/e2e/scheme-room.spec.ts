import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { boardCsv, downloaded, expect, goTo, openLive, seenRows, test } from './page';

async function beginDraft(page: Page): Promise<void> {
  await goTo(page, '方案');
  await page.getByRole('button', { name: '起草修改' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '总分 100 怎么分' })).toBeVisible();
}
const changes = (page: Page) => page.getByRole('region', { name: '这份草稿改了什么' });

test('a scheme keeper drafts, sees who moves, freezes a version, scores both, and finds it all after a reload', async ({ page }) => {
  await openLive(page);
  const official = await boardCsv(page);
  await beginDraft(page);

  await test.step('raising a group takes from the others, exactly; the others are told', async () => {
    const handle = page.getByRole('slider', { name: '技术创新的权重' });
    await handle.focus();
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await expect(changes(page)).toContainText('权重：技术创新 50 → 55、成长经营 30 → 27、成都特色 20 → 18');
    await expect(page.getByText('合计，恰为 100')).toBeVisible();
  });

  await test.step('a band moved on the histogram names whose points move, and the table counts them', async () => {
    await page.getByRole('button', { name: '研发费用占营业收入比例', exact: true }).click();
    const bound = page.getByRole('slider', { name: '第 5 条档界' });
    await expect(bound).toHaveText('10%');
    const box = (await bound.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(bound).not.toHaveText('10%');
    await expect(page.getByRole('heading', { name: /^\d+ 家得分变动，合计 -[\d,.]+ 分$/ })).toBeVisible();
    await expect(page.getByRole('region', { name: '得分变动的企业' }).getByRole('listitem').first()).toContainText(/10 → 8/);
    await expect(changes(page)).toContainText('研发费用占营业收入比例：规则');
  });

  await test.step('below the histogram those with a figure and those without add up to all', async () => {
    const foot = await page.locator('figcaption').filter({ hasText: '家缺失' }).innerText();
    const [, n, all, missing] = /n = ([\d,]+)[\s\S]*?([\d,]+) 家中 ([\d,]+) 家缺失/
      .exec(foot)!
      .map((part) => Number(part.replaceAll(',', '')));
    expect(n! + missing!).toBe(all);
  });

  await test.step('the board is that of the draft, and says so; undo takes the band back', async () => {
    await page.getByRole('button', { name: '看草稿榜单' }).click();
    await expect(page.getByText('试算，不是正式结果')).toBeVisible();
    const [first] = await boardCsv(page);
    expect(first?.['草稿试算，不是正式结果']).toBe('2023 修改稿');
    expect(first?.['方案数值的出处']).toContain('示例');
    expect(Object.keys(first ?? {})).toContain('研发费用总额 积分（示例）');
    await page.getByRole('button', { name: '回到编辑' }).click();
    await page.getByRole('main').getByRole('button', { name: '撤销', exact: true }).click();
    await expect(changes(page)).not.toContainText('研发费用占营业收入比例：规则');
    await expect(changes(page)).toContainText('权重：技术创新 50 → 55');
  });

  await test.step('a reload finds the draft as it was', async () => {
    await expect(page.getByRole('banner').getByRole('button', { name: /^已保存/ })).toBeVisible();
    await page.reload();
    await expect(changes(page)).toContainText('权重：技术创新 50 → 55', { timeout: 30_000 });
  });

  await test.step('frozen it is a version in force; the official one is there beside it, and scores as before', async () => {
    await page.getByRole('button', { name: '冻结为新版本…' }).click();
    const dialog = page.getByRole('dialog', { name: '冻结为新版本' });
    await dialog.getByRole('textbox', { name: '版本名' }).fill('2024 试行');
    await dialog.getByRole('textbox', { name: '版本名' }).press('Tab');
    await dialog.getByRole('button', { name: '冻结并采用' }).click();
    await expect(page.getByRole('navigation', { name: '方案' }).getByRole('button', { name: /2024 试行.*使用中/ })).toBeVisible();
    await goTo(page, '榜单');
    await expect(page.getByText('试算，不是正式结果')).toHaveCount(0);
    expect((await boardCsv(page)).map((row) => row['企业代码'])).not.toEqual(official.map((row) => row['企业代码']));
    await goTo(page, '方案');
    await page
      .getByRole('navigation', { name: '方案' })
      .getByRole('button', { name: /成都式.*版本 2023/ })
      .click();
    await page.getByRole('button', { name: '采用此方案' }).click();
    await goTo(page, '榜单');
    await expect.poll(async () => (await seenRows(page))[0]?.firm).toBe(official[0]!['企业']);
    expect(await boardCsv(page)).toEqual(official);
  });
});

test('the ways of a best-of and the shortcuts of the pass line are edited, listed, undone, and frozen into a version', async ({ page }) => {
  await openLive(page);
  await goTo(page, '方案');
  await page
    .getByRole('navigation', { name: '方案' })
    .getByRole('button', { name: /科技型中小企业.*版本 2017/ })
    .click();
  await page.getByRole('button', { name: '采用此方案' }).click();
  await expect(page.getByRole('navigation', { name: '方案' }).getByRole('button', { name: /科技型中小企业.*使用中/ })).toBeVisible();
  await beginDraft(page);
  const ways = page.getByRole('region', { name: '取优的几条算法' });

  await test.step('a way begins as a copy, which moves nobody; written otherwise it moves whom it favours', async () => {
    await page.getByRole('complementary').getByRole('button', { name: '研发投入', exact: true }).click();
    await ways.getByRole('button', { name: '加一条' }).click();
    await expect(page.getByRole('heading', { name: '与原版本相比，没有企业的得分变动' })).toBeVisible();
    const formula = page.getByRole('combobox', { name: '公式' });
    await formula.fill('rd_expense / revenue * 2');
    await formula.press('Enter');
    await expect(page.getByRole('heading', { name: /^[\d,]+ 家得分变动，合计 \+[\d,.]+ 分$/ })).toBeVisible();
    await ways.getByRole('button', { name: '新一条上移' }).click();
    await expect(ways.getByRole('listitem').nth(1)).toContainText('新一条');
    await expect(changes(page)).toContainText('研发投入：规则 加“新一条（rd_expense / revenue * 2）”');
  });

  await test.step('a shortcut counts whom it lets pass; an indicator that must earn something is named', async () => {
    await page.getByRole('button', { name: '总则' }).click();
    const shortcuts = page.getByRole('region', { name: '直接达标' });
    await expect(shortcuts.getByText(/家中命中 [1-9][\d,]* 家/).first()).toBeVisible();
    await shortcuts.getByRole('button', { name: '删去近五年内获得国家级科技奖励且排名前三' }).click();
    await shortcuts.getByRole('button', { name: '加一条直接达标' }).click();
    const written = shortcuts.getByRole('combobox', { name: '条件' }).last();
    await written.fill('platforms >= 1');
    await written.press('Enter');
    await page.getByRole('combobox', { name: '加一项必须得分的指标' }).selectOption({ label: '科技成果' });
    await expect(changes(page)).toContainText('科技成果大于 0');
    await expect(changes(page)).toContainText('新直接达标条件（platforms >= 1）');
    await page.getByRole('main').getByRole('button', { name: '撤销', exact: true }).click();
    await expect(changes(page)).not.toContainText('科技成果大于 0');
  });

  await test.step('frozen, the version says all of it', async () => {
    await page.getByRole('button', { name: '冻结为新版本…' }).click();
    const dialog = page.getByRole('dialog', { name: '冻结为新版本' });
    await dialog.getByRole('textbox', { name: '版本名' }).fill('试行');
    await dialog.getByRole('textbox', { name: '版本名' }).press('Tab');
    await dialog.getByRole('button', { name: '冻结并采用' }).click();
    const file = await downloaded(page, () => page.getByRole('button', { name: '下载 scheme.json' }).click());
    const scheme = JSON.parse(file.bytes.toString('utf8')) as {
      indicators: { id: string; rule: { options?: { id: string }[] } }[];
      pass: { anyOf: { id: string; provenance: string }[] };
    };
    expect(scheme.indicators.find(({ id }) => id === 'T2')!.rule.options!.map(({ id }) => id)).toEqual(['T2a', 'o1', 'T2b']);
    expect(scheme.pass.anyOf.map(({ id, provenance }) => [id, provenance ?? 'as the scheme'])).toEqual([
      ['hnte', 'official'],
      ['platform', 'official'],
      ['standard', 'official'],
      ['S1', 'illustrative'],
    ]);
  });
});

test('a scheme exported and read back is the same; one that says something else under the same name is refused', async ({ page }) => {
  await openLive(page);
  await goTo(page, '方案');
  const file = await downloaded(page, () => page.getByRole('button', { name: '下载 scheme.json' }).click());
  const text = file.bytes.toString('utf8');
  await page.getByRole('button', { name: '导入方案' }).click();
  const field = page.getByRole('textbox', { name: '方案 JSON' });
  await field.fill(text.replace('"cap": 100', '"cap": 90'));
  await page.getByRole('button', { name: '检查并启用' }).click();
  await expect(page.getByText('版本一经存在就不再改动')).toBeVisible();
  await field.fill(text);
  await page.getByRole('button', { name: '检查并启用' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /年度创新积分榜$/ })).toBeVisible();
  await goTo(page, '方案');
  const again = await downloaded(page, () => page.getByRole('button', { name: '下载 scheme.json' }).click());
  expect(again.bytes.equals(file.bytes)).toBe(true);
});

test('a link to a draft that is not here says so and shows the official board', async ({ page }) => {
  await openLive(page, 'edit=11111111-1111-4111-8111-111111111111');
  await expect(page.getByText('链接里的方案草稿不在这个工作区里')).toBeVisible();
  await expect(page.getByText('试算，不是正式结果')).toHaveCount(0);
});

for (const look of ['theme=light', 'theme=dark&lang=en']) {
  test(`the editor is accessible (${look})`, async ({ page }) => {
    await openLive(page, `view=scheme&${look}`);
    await page.getByRole('button', { name: /^(?:起草修改|Draft a change)$/ }).click();
    await expect(page.getByRole('slider').first()).toBeVisible();
    await expect(page.locator('article figure')).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
