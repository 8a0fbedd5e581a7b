import { expect, it } from 'vitest';
import type { Recipe } from '../../src/model/recipe';
import type { FoundFile } from '../../src/model/source';
import { previewCells } from '../../src/state/preview-cells';
import { FOUND, READY, RECIPE } from '../fixtures/fake-incoming.svelte';

/** One data row under a recipe, as `fate value` by column. */
function reading(cells: readonly string[], recipe: Recipe = READY.recipe!): Record<number, string> {
  const found: FoundFile = { ...FOUND, preview: [{ line: 4, cells, fate: 'data' }] };
  return Object.fromEntries([...previewCells(found, recipe)[0]!].map(([at, { fate, value }]) => [at, `${fate} ${String(value)}`]));
}

it('reads the cells of the preview in stored units and says what was rewritten', () => {
  const read = reading(['91000000MA6C8F2K7P', ' 示例芯禾 ', '1.496亿', '2318', '12万', '340人', '集成电路', '—', '补报']);
  expect(read).toEqual({
    0: 'same 91000000MA6C8F2K7P',
    1: 'changed 示例芯禾',
    2: 'changed 149600000',
    3: 'same 23180000',
    4: 'changed 120000',
    5: 'changed 340',
    6: 'same 集成电路',
    7: 'missing null',
  });
});
it('a share among amounts is refused, not read as an amount', () => {
  expect(reading(['', '', '9.8%'])[2]).toBe('refused null');
});
it('an amount without a unit waits for the answer, one that brings its own does not', () => {
  expect(reading(['', '', '8,870', '3.4亿'], RECIPE)).toMatchObject({ 2: 'asked null', 3: 'changed 340000000' });
});
it('rows that are not data, and columns not taken, have no cells', () => {
  const cells = previewCells(FOUND, READY.recipe!);
  expect(cells.map((row) => row.size)).toEqual([0, 0, 0, 8, 8, 0, 0, 0]);
  expect(cells[3]!.has(8)).toBe(false);
});
it('a recipe with a unit word that is none is still shown, without that column', () => {
  const recipe = { ...READY.recipe!, columns: READY.recipe!.columns.map((one) => (one.at === 3 ? { ...one, unit: '万圆圆' } : one)) };
  expect(Object.keys(reading(['', '', '1', '2'], recipe))).toEqual(['0', '1', '2', '4', '5', '6', '7']);
});
