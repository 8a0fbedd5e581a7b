import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkConditionFormula, isOwnField } from '../../../scoring/seedlings/condition-formula';
import { leavesOf, type LeafCondition } from '../../../scoring/seedlings/condition-tree';
import { checkRuleText } from '../../../scoring/seedlings/check-rule';
import { shippedRules } from '../../../scoring/seedlings/shipped-rules';
import { kindOf, unitOf } from '../scheme/dictionary';

const folder = new URL('../../../data/seedlings/', import.meta.url);
const files = readdirSync(folder);
const titles = JSON.parse(readFileSync(new URL('../../../data/segments/titles.json', import.meta.url), 'utf8')) as {
  items: { zh: string }[];
};

/** Formulas a leaf looks at. */
function formulasOf(leaf: LeafCondition): string[] {
  if (leaf.is === 'holds') return [leaf.formula];
  if (leaf.is === 'growth' || leaf.is === 'trajectory') return [leaf.field];
  return leaf.is === 'at' && /^(?:field|formula):/.test(leaf.measure) ? [leaf.measure.slice(leaf.measure.indexOf(':') + 1)] : [];
}

describe.each(files)('data/seedlings/%s', (file) => {
  const { rule, problems } = checkRuleText(readFileSync(new URL(file, folder), 'utf8'), kindOf, unitOf);

  it('is a rule without a fault or a warning, named after its id', () => {
    expect(problems).toEqual([]);
    expect(`${rule?.id}.json`).toBe(file);
  });

  it('reads fields of the dictionary, and says what to ask where there is none', () => {
    for (const leaf of leavesOf(rule!.condition)) {
      const fields = formulasOf(leaf).flatMap(
        (text) => checkConditionFormula(text, leaf.is === 'holds' ? 'truth' : 'number', kindOf).fields,
      );
      for (const field of fields)
        expect(kindOf(field) !== null || (isOwnField(field) && leaf.ask !== null), `${leaf.id}: ${field}`).toBe(true);
    }
  });

  it('asks for titles as the list of titles writes them', () => {
    const asked = leavesOf(rule!.condition)
      .flatMap(formulasOf)
      .flatMap((text) => [...text.matchAll(/'([^']+)' in titles/g)].map((found) => found[1]!));
    for (const title of asked) expect(titles.items.map(({ zh }) => zh)).toContain(title);
  });

  it('says where its numbers come from, unless it is made up', () => {
    expect(rule!.sources.length > 0 || rule!.provenance === 'illustrative').toBe(true);
  });
});

describe('docs/seedling-rules.md', () => {
  const page = readFileSync(new URL('../../../docs/seedling-rules.md', import.meta.url), 'utf8');

  it('lists every rule with its provenance and its days', () => {
    for (const { id, provenance, from, to } of shippedRules()) {
      const line = page.split('\n').find((one) => one.startsWith(`| \`${id}\``)) ?? '';
      expect(line, id).toContain(provenance);
      for (const day of [from, to]) if (day !== null) expect(line).toContain(day);
    }
  });

  it('names every field that only an answer of the firm can fill', () => {
    const asked = shippedRules()
      .flatMap(({ condition }) => leavesOf(condition))
      .flatMap(formulasOf)
      .flatMap((text) => text.match(/\bx_[a-z0-9_]+/g) ?? []);
    for (const field of new Set(asked)) expect(page).toContain(`\`${field}\``);
  });
});

describe('shippedRules', () => {
  it('are the files, each once', () => {
    expect(
      shippedRules()
        .map(({ id }) => `${id}.json`)
        .sort(),
    ).toEqual(files.slice().sort());
  });

  it('no two share a short name', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = shippedRules().map(({ short }) => short[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each([
    ['miit-sme-2026', '2026-04-01', null],
    ['miit-sme-2022', null, '2026-03-31'],
    ['new-eagle-hz', null, '2027-12-31'],
    ['cn-tech-sme-2017', '2017-05-03', null],
  ])('%s is in force from %s to %s', (id, from, to) => {
    expect(shippedRules().find((rule) => rule.id === id)).toMatchObject({ from, to });
  });
});
