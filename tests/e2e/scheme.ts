import { expect, type Page } from '@playwright/test';
import { goTo } from './page';

export interface GivenIndicator {
  readonly id: string;
  readonly formula: string;
  readonly weight: number;
  readonly rule?: object;
}

/** A scheme of one group and a few indicators, as JSON text; `more` overrides any key. */
export function schemeText(indicators: readonly GivenIndicator[], more: object = {}): string {
  return JSON.stringify({
    format: 1,
    id: 'trial',
    version: '1',
    name: { zh: '试用方案', en: 'Trial scheme' },
    effective: { from: null, to: null },
    currency: 'CNY',
    comparison: 'year',
    groups: [{ id: 'all', name: { zh: '全部', en: 'All' }, provenance: 'illustrative' }],
    indicators: indicators.map(({ id, formula, weight, rule }) => ({
      id,
      name: { zh: id, en: id },
      group: 'all',
      formula,
      rule: rule ?? { is: 'percentile' },
      of: weight,
      weight,
      missing: 'zero',
      provenance: 'illustrative',
    })),
    cap: 100,
    minimumCoverage: 0,
    provenance: 'illustrative',
    sources: [],
    ...more,
  });
}

/** Pastes a scheme into the scheme view and asks for it to be checked and put in force. */
export async function importScheme(page: Page, text: string): Promise<void> {
  await goTo(page, '方案');
  const paste = page.getByRole('textbox', { name: '方案 JSON' });
  // The button opens and closes the form.
  if ((await paste.count()) === 0) await page.getByRole('button', { name: '导入方案', exact: true }).click();
  await paste.fill(text);
  await expect(paste).toHaveValue(text);
  await page.getByRole('button', { name: '检查并启用' }).click();
}
