import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fitRecipe, parseRecipe } from '../../src/ingest/recipe-json';
import { LEDGER_REASONS } from '../../src/ingest/ledger-reasons';
import { FATES } from '../../src/ingest/panel/placed';
import { dictionary } from '../ingest/dictionary';
import { foundColumn, foundFile } from '../ingest/found';

const page = readFileSync(new URL('../../docs/data-format.md', import.meta.url), 'utf8');

it('the page lists every field with every header it is recognised by', () => {
  const table = page.slice(page.indexOf('| headers recognised'), page.indexOf('## Units'));
  const rows = new Map([...table.matchAll(/^\| `([a-z0-9_]+)` +\|(.*)$/gm)].map(([, id, rest]) => [id!, rest!]));
  const missing = dictionary.flatMap(({ id, zh, accept }) =>
    [zh, ...accept].filter((text) => !rows.get(id)?.includes(text)).map((text) => `${id}: ${text}`),
  );
  expect(missing).toEqual([]);
});

it('the page names every reason a row or cell is refused for', () => {
  const reasons = [
    ...LEDGER_REASONS.filter(([, action]) => action !== 'changed cell').map(([reason]) => reason),
    ...FATES.filter((fate) => fate !== 'placed'),
  ];
  expect(reasons.filter((reason) => !page.includes(`\`${reason}\``))).toEqual([]);
});

it('the recipe on the page is one', () => {
  const json = /```json\n([\s\S]*?)```/.exec(page)![1]!;
  const { recipe, problems } = parseRecipe(json, 'page');
  expect(problems).toEqual([]);
  const found = foundFile(recipe!.columns.map(({ header, kind }) => foundColumn(header, kind)));
  expect(fitRecipe(recipe!, found).problems).toEqual([]);
});
