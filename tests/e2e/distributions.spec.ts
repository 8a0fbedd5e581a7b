import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function enter(page: Page, hash: string): Promise<void> {
  await page.goto(`/#view=distributions${hash}`);
  await expect(page.getByText('引擎就绪').or(page.getByText('合成数据')).first()).toBeVisible();
  await expect(page.locator('.charts figure').first()).toBeVisible();
  await expect(page.locator('.charts [aria-busy=true]')).toHaveCount(0);
}

test('a canvas answers a question, and its parts add up', async ({ page }) => {
  await enter(page, '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('各产业的研发强度');
  // n, what is missing, and all firms of the year.
  const foot = await page.locator('.charts figure .meta').first().innerText();
  const [, n] = /n = ([\d,]+)/.exec(foot)!;
  const [, missing] = /缺失 ([\d,]+)/.exec(foot)!;
  const [, all] = /共 ([\d,]+) 家/.exec(foot)!;
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  expect(number(n!) + number(missing!)).toBe(number(all!));
});

test('a brush selects in every chart, survives its link, and becomes a board', async ({ page }) => {
  await enter(page, '&chart=spread%3Bhistogram%3Bformula%3Ard_expense%20%2F%20revenue&chart=spread%3Bhistogram%3Bscore');
  const brush = page.locator('.charts .brush').first();
  const box = (await brush.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.5);
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 });
  await expect(page.locator('[role=status].count')).toContainText('家');
  const dragged = await page.locator('[role=status].count').innerText();
  await page.mouse.up();
  await expect(page).toHaveURL(/sel=/);
  // What was counted while dragging is what the condition selects.
  await expect(page.locator('[role=status].count')).toHaveText(dragged);
  await page.reload();
  await expect(page.locator('[role=status].count')).toHaveText(dragged);

  await page.getByRole('button', { name: '做成榜单' }).click();
  await page.getByLabel('名称').fill('中段研发');
  await page.getByRole('dialog').getByRole('button', { name: '做成榜单' }).click();
  await expect(page).toHaveURL(/in\.chosen=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('中段研发');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('the keyboard brushes too, and clears', async ({ page }) => {
  await enter(page, '&chart=spread%3Bhistogram%3Bscore');
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/sel=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/sel=/);
});

test('two industries are held against each other by effect, a firm is pinned on every chart', async ({ page }) => {
  await enter(page, '&chart=groups%3Bindustry%3Bformula%3Ard_expense%20%2F%20revenue&chart=concentration%3B%3Bfield%3Ard_expense');
  await expect(page.locator('.charts h2').first()).toContainText('Cliff δ');
  await page.getByRole('combobox', { name: /企业/ }).first().fill('示例');
  await expect(page.getByRole('option', { name: /示例/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pin=/);
  await expect(page.locator('.charts').getByText('◆').first()).toBeVisible();
});

test('a chart leaves as CSV that says what it rests on, and as a picture', async ({ page }) => {
  await enter(page, '&chart=spread%3Bhistogram%3Bscore');
  for (const [kind, begins] of [
    ['CSV 表格', 0xef],
    ['SVG 图片', 0x3c],
    ['PNG 图片', 0x89],
  ] as const) {
    await page.getByRole('button', { name: '这张图' }).click();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: kind }).click()]);
    const stream = await file.createReadStream();
    const bytes = await new Promise<Buffer>((resolve) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
    });
    expect(bytes[0]).toBe(begins);
    if (kind !== 'PNG 图片') expect(bytes.toString('utf8')).toContain('合成数据');
  }
});

test('the statement behind a chart opens in the SQL room', async ({ page }) => {
  await enter(page, '&chart=spread%3Bhistogram%3Bfield%3Arevenue');
  await page.getByRole('button', { name: '这张图' }).click();
  await page.getByRole('button', { name: '看 SQL' }).click();
  await expect(page).toHaveURL(/view=sql/);
  await expect(page.locator('.cm-content')).toContainText('select', { timeout: 20_000 });
});

for (const [name, hash, scheme] of [
  ['light', '', 'light'],
  ['dark, in English', '&lang=en', 'dark'],
] as const)
  test(`has no fault of accessibility: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const canvas of ['rd-by-industry', 'rd-concentration', 'growth-against-strength']) {
      await page.goto('about:blank');
      await page.goto(`/#view=distributions&canvas=${canvas}${hash}`);
      await expect(page.locator('.charts figure').nth(2)).toBeVisible();
      await expect(page.locator('.charts [aria-busy=true]')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

test('is read at the width of a phone without moving sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page, '');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a measure is cut at typed edges: each band a group, the charts cut by them, and everybody in a band or missing', async ({ page }) => {
  await enter(page, '&chart=segments%3Bindustry%3Bletters%3Bfield%3Arevenue');
  await page.getByRole('button', { name: '按值分档' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('界限').fill('0–500万–2000万–1亿');
  const counts = dialog.locator('tbody td.number');
  // Three bands between the edges, one beyond, the missing, and all.
  await expect(counts).toHaveCount(6);
  const read = (await counts.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
  expect(read.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(read.at(-1));
  await dialog.getByRole('button', { name: '每档存为自选组' }).click();
  await expect(page.getByText('已存 4 个自选组')).toBeVisible();
  await expect(page.locator('.charts .rows tbody tr')).toHaveCount(6);
  await expect(page.locator('.charts figure').first()).toContainText('营业收入 0–500 万元');

  // A press on the name of a band selects it.
  await page.locator('.charts .rows tbody th button').first().click();
  await expect(page).toHaveURL(/sel=seg/);
  await expect(page.locator('[role=status].count')).toContainText('家');
});
