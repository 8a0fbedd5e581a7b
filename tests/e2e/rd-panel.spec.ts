import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  board,
  boardCsv,
  chooseFiles,
  csvRows,
  DATASETS,
  downloaded,
  drawer,
  expect,
  loadWaiting,
  openLive,
  openSource,
  test,
  withoutDatasets,
} from './page';
import { importScheme, schemeText } from './scheme';

const PANEL = 'rd-panel/panel_2015_2018.csv';
const NAME = 'panel_2015_2018.csv';
const CLI = fileURLToPath(new URL('../../dist/cli/miaopu.mjs', import.meta.url));
const SCHEME = schemeText(
  [
    { id: 'intensity', formula: 'rd_expense / revenue', weight: 40 },
    { id: 'growth', formula: 'growth(revenue)', weight: 30 },
    { id: 'per_head', formula: 'rd_expense / employees', weight: 30 },
  ],
  { currency: 'EUR' },
);

test.skip(withoutDatasets(PANEL), `${PANEL} is not here: it is no part of this repository`);

test('2,000 R&D investors by industry and year: answered, scored, traced, and ranked alike by page and command line', async ({
  page,
}, info) => {
  await openLive(page);
  await chooseFiles(page, { name: NAME, bytes: await readFile(DATASETS + PANEL) });

  await test.step('amounts without a unit are asked about before anything is loaded', async () => {
    await expect(page.getByRole('group', { name: '先回答 1 件事' })).toContainText('金额没有写单位');
    await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeDisabled();
    await page.getByRole('group', { name: '先回答 1 件事' }).getByRole('button', { name: '百万元', exact: true }).click();
    await page.getByRole('combobox', { name: '金额的币种' }).selectOption('EUR');
    await expect(page.getByText('币种 EUR')).toBeVisible();
    await loadWaiting(page);
    await expect(page.getByRole('heading', { level: 1, name: '2018 年度创新积分榜' })).toBeVisible();
  });

  const ofPage = await test.step('a scheme of R&D intensity, sales growth and R&D per head ranks all firms of 2018', async () => {
    await importScheme(page, SCHEME);
    await expect(page.getByText('方案 试用方案 1')).toBeVisible();
    const rows = await boardCsv(page);
    expect(rows).toHaveLength(2000);
    return rows;
  });

  await test.step('a number is traced to its line: Alphabet 2018, R&D 18,270.73 of sales 119,492.52 EUR million', async () => {
    await page.getByRole('searchbox', { name: '在榜内筛选企业' }).fill('ALPHABET');
    await expect(page.getByText('显示 1 家，共 2,000 家；名次不变')).toBeVisible();
    await board(page).getByRole('row').nth(1).click();
    const sheet = drawer(page);
    await sheet.getByRole('button', { name: /^intensity/ }).click();
    // 18270.732835 ÷ 119492.515922 = 15.29 %
    await expect(sheet).toContainText(/15\.3\s?%|0\.152\d|0\.153/);
    await expect(sheet).toContainText(`${NAME} · 第 2 行 · rd`);
    await expect(sheet.getByText('18270.732835', { exact: true })).toBeVisible();
    await expect(sheet.getByText('119492.515922', { exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: '关闭企业' }).click();
    await page.getByRole('searchbox', { name: '在榜内筛选企业' }).fill('');
  });

  await test.step('boards by industry (isic4) and year', async () => {
    await page
      .getByRole('navigation', { name: '分组' })
      .getByRole('button', { name: /^62-63/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: '2018 年度创新积分榜 · 62-63' })).toBeVisible();
    await page.getByRole('button', { name: '上一年' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '2017 年度创新积分榜 · 62-63' })).toBeVisible();
    expect(new Set((await boardCsv(page)).map((row) => row['行业']))).toEqual(new Set(['62-63']));
  });

  await test.step('the command line gives every firm of 2018 the same score and rank', async () => {
    const source = await openSource(page, NAME);
    const recipe = await downloaded(page, () => source.getByRole('button', { name: '配方 JSON' }).click());
    const folder = info.outputPath('cli');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'recipe.json'), recipe.bytes);
    await writeFile(join(folder, 'scheme.json'), SCHEME);
    const run = promisify(execFile);
    await run(process.execPath, [
      CLI,
      ...['--data', DATASETS + PANEL, '--map', join(folder, 'recipe.json'), '--scheme', join(folder, 'scheme.json'), '--out', folder],
    ]);
    const ofCommand = csvRows(await readFile(join(folder, 'scores.csv'), 'utf8')).filter((row) => row['year'] === '2018');
    const facts = (row: Readonly<Record<string, string>>, [firm, rank, score]: readonly [string, string, string]) =>
      `${row[firm]} ${row[rank]} ${row[score]}`;
    expect(ofCommand).toHaveLength(2000);
    expect(ofCommand.map((row) => facts(row, ['firm', 'rank_overall', 'score'])).sort()).toEqual(
      ofPage.map((row) => facts(row, ['企业代码', '总名次', '得分'])).sort(),
    );
  });
});
