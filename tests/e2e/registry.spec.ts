import { readFile } from 'node:fs/promises';
import {
  accountIn,
  board,
  chooseFiles,
  csvRows,
  DATASETS,
  downloaded,
  expect,
  goTo,
  loadWaiting,
  openLive,
  openSource,
  test,
  withoutDatasets,
} from './page';

const REGISTRY = 'registry-sichuan/2004-gb18030.csv';
const NAME = '2004-gb18030.csv';

test.skip(withoutDatasets(REGISTRY), `${REGISTRY} is not here: it is no part of this repository`);

test('a registry in GB18030 opens with the right characters, and what was left out is in the ledger', async ({ page }) => {
  await openLive(page);
  await chooseFiles(page, { name: NAME, bytes: await readFile(DATASETS + REGISTRY) });
  await expect(page.getByRole('button', { name: 'GB18030 · 自动' })).toBeVisible();
  const preview = page.getByRole('region', { name: `${NAME} 的前几行` });
  await expect(preview).toContainText('峨眉山市林怀木材加工厂');
  await expect(preview).toContainText('四川省简阳市汇鑫超市连锁有限责任公司仁寿县石咀乡代寺村黄平加盟店');

  // A registration has no reporting year of its own: the name of the file proposes one.
  await expect(page.getByRole('tabpanel', { name: '来源' }).getByText('2004 年', { exact: true })).toBeVisible();
  await loadOrAnswer();
  const source = await openSource(page, NAME);
  const account = accountIn(await source.innerText());
  // 4,000 rows under the header, all ten cells wide: counted with Python's csv module.
  expect(account.read).toBe(4000);
  expect(account.loaded + account.rejected + account.skipped).toBe(account.read);
  const ledger = csvRows(
    (await downloaded(page, () => source.getByRole('button', { name: '台账 ledger.csv' }).click())).bytes.toString('utf8'),
  );
  const rows = (action: string): number => ledger.filter((line) => Object.values(line).includes(action)).length;
  expect(rows('rejected row')).toBe(account.rejected);
  expect(rows('skipped row')).toBe(account.skipped);
  await goTo(page, '榜单');
  await expect(board(page).getByRole('row').nth(1)).toBeVisible();

  async function loadOrAnswer(): Promise<void> {
    const units = page.getByRole('button', { name: '万元', exact: true });
    if ((await units.count()) > 0) await units.first().click();
    await loadWaiting(page);
    const first = page.getByRole('button', { name: '取第一行' });
    await expect(first.or(board(page))).toBeVisible();
    if (await first.isVisible()) {
      await first.click();
      await loadWaiting(page);
    }
  }
});
