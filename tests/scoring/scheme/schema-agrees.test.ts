import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../../../scoring/scheme/check';
import { SHAPE_PROBLEMS } from '../../../scoring/scheme/problems';
import { kindOf, unitOf } from './dictionary';
import { sampleScheme } from './sample-scheme';

const ROOT = new URL('../../../', import.meta.url);
const fits = new Ajv2020({ allErrors: false, strict: false }).compile(
  JSON.parse(readFileSync(new URL('docs/scheme.schema.json', ROOT), 'utf8')) as object,
);
const shipped = ['data/schemes/'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT)).map((name) => JSON.parse(readFileSync(new URL(`${folder}${name}`, ROOT), 'utf8')) as object),
);
const shapes: ReadonlySet<string> = new Set(SHAPE_PROBLEMS);
/** Whether the check finds fault with the form. */
const refusesForm = (json: unknown): boolean => checkScheme(json, kindOf, unitOf).problems.some(({ code }) => shapes.has(code));

type Path = readonly (string | number)[];
const broken = (path: Path, value: unknown): unknown => {
  const scheme = sampleScheme() as unknown;
  let part = scheme as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) part = part[step] as Record<string | number, unknown>;
  if (value === undefined) delete part[path.at(-1)!];
  else part[path.at(-1)!] = value;
  return scheme;
};

describe('the JSON Schema and the check agree on the form', () => {
  it('of the sample and of all six schemes: good', () => {
    for (const scheme of [sampleScheme(), ...shipped]) {
      expect(fits(scheme)).toBe(true);
      expect(checkScheme(scheme, kindOf, unitOf).problems).toEqual([]);
    }
  });

  const bad: readonly (readonly [string, Path, unknown, string])[] = [
    ['an unknown key', ['colour'], 'red', 'unknown_key'],
    ['an unknown key deep inside', ['indicators', 0, 'rule', 'tiers', 1, 'label'], 'x', 'unknown_key'],
    ['a key of another rule', ['indicators', 1, 'rule', 'options', 0, 'rule', 'cap'], 5, 'unknown_key'],
    ['a missing name', ['indicators', 0, 'name'], undefined, 'missing_key'],
    ['a missing format', ['format'], undefined, 'missing_key'],
    ['another format', ['format'], 2, 'bad_choice'],
    ['a number as text', ['cap'], '100', 'wrong_kind'],
    ['a list as an object', ['groups'], {}, 'wrong_kind'],
    ['an unknown rule', ['indicators', 0, 'rule', 'is'], 'stairs', 'bad_choice'],
    ['a rule without a name', ['indicators', 0, 'rule', 'is'], undefined, 'missing_key'],
    ['best-of inside best-of', ['indicators', 1, 'rule', 'options', 0, 'rule', 'is'], 'best-of', 'bad_choice'],
    ['an unknown unit', ['indicators', 0, 'rule', 'unit'], 'USD', 'bad_choice'],
    ['a bad id', ['groups', 0, 'id'], '投入', 'bad_id'],
    ['a machine word as id', ['groups', 0, 'id'], 'constructor', 'bad_id'],
    ['an id of 65 letters', ['id'], 'a'.repeat(65), 'bad_id'],
    ['a bad date', ['effective', 'from'], '2023/01/01', 'bad_pattern'],
    ['a bad currency', ['currency'], 'yuan', 'bad_pattern'],
    ['an empty text', ['note', 'zh'], '', 'empty_text'],
    ['a note in one language', ['note'], 'x', 'wrong_kind'],
    ['a note without English', ['gates', 0, 'note', 'en'], undefined, 'missing_key'],
    ['a note too long', ['deductions', 1, 'note', 'en'], 'n'.repeat(2001), 'long_text'],
    ['a source in one language', ['indicators', 0, 'source'], '税务', 'wrong_kind'],
    ['a source too long', ['indicators', 0, 'source', 'zh'], '源'.repeat(501), 'long_text'],
    ['a text too long', ['name', 'zh'], '长'.repeat(201), 'long_text'],
    ['points below 0', ['indicators', 0, 'rule', 'tiers', 2, 'points'], -1, 'too_small'],
    ['three ends of an interval', ['indicators', 0, 'rule', 'tiers', 1, 'points'], [1, 2, 3], 'too_many_items'],
    ['one end of an interval', ['indicators', 0, 'rule', 'tiers', 1, 'points'], [1], 'too_few_items'],
    ['a threshold beyond 10^15', ['indicators', 0, 'rule', 'tiers', 0, 'from'], 1e16, 'too_large_number'],
    ['full points of 0', ['indicators', 0, 'of'], 0, 'zero_of'],
    ['no groups', ['groups'], [], 'too_few_items'],
    ['no formula', ['indicators', 0, 'formula'], undefined, 'formula_missing'],
    ['a formula beside best-of', ['indicators', 1, 'formula'], 'revenue', 'formula_not_here'],
    ['points and points a unit', ['deductions', 1, 'points'], 5, 'points_or_per_unit'],
    ['neither', ['deductions', 0, 'points'], undefined, 'points_or_per_unit'],
    ['a cap without points a unit', ['deductions', 0, 'cap'], 5, 'cap_without_per_unit'],
    ['an empty pass line', ['pass'], {}, 'empty_pass'],
    ['exceed without a total', ['pass', 'total'], undefined, 'exceed_without_total'],
    ['coverage above 1', ['minimumCoverage'], 60, 'too_large_number'],
    ['empty weights by stage', ['indicators', 0, 'weight'], {}, 'too_few_items'],
    ['a peer group of nothing known', ['indicators', 3, 'rule', 'within'], 'district', 'bad_choice'],
    ['a number of peers without peers', ['indicators', 3, 'rule', 'within'], undefined, 'least_without_within'],
    ['a peer group of one', ['indicators', 3, 'rule', 'least'], 1, 'too_small'],
    ['a peer group for a rule that compares with nobody', ['indicators', 2, 'rule', 'within'], 'industry', 'unknown_key'],
    ['a standard score beyond 10', ['indicators', 3, 'rule', 'to'], 11, 'too_large_number'],
    ['a z-score without ends', ['indicators', 3, 'rule', 'from'], undefined, 'missing_key'],
    ['a unit of a standard score', ['indicators', 3, 'rule', 'unit'], '%', 'unknown_key'],
    ['a target of nothing', ['indicators', 4, 'rule', 'target'], undefined, 'missing_key'],
    ['an empty treatment', ['indicators', 3, 'treatment'], {}, 'empty_treatment'],
    ['one quantile', ['indicators', 3, 'treatment', 'winsorise'], [0.05], 'too_few_items'],
    ['a quantile above 1', ['indicators', 3, 'treatment', 'winsorise', 1], 95, 'too_large_number'],
    ['a logarithm said to be untrue', ['indicators', 3, 'treatment', 'log'], false, 'bad_choice'],
    ['an unknown mean', ['means', 'groups', 'is'], 'median', 'bad_choice'],
    ['a geometric mean without a floor', ['means', 'indicators', 'floor'], undefined, 'missing_key'],
    ['a geometric mean with a floor of 0', ['means', 'indicators', 'floor'], 0, 'too_small'],
    ['an arithmetic mean with a floor', ['means', 'indicators', 'is'], 'arithmetic', 'unknown_key'],
    ['a power without a power', ['means', 'groups', 'power'], undefined, 'missing_key'],
    ['a power beyond 20', ['means', 'groups', 'power'], 21, 'too_large_number'],
    ['means of something else', ['means', 'indicator'], { is: 'arithmetic' }, 'unknown_key'],
    ['a group coverage above 1', ['minimumGroupCoverage'], 66, 'too_large_number'],
    ['weights below 0', ['indicators', 0, 'weight'], { young: -1, old: 1 }, 'too_small'],
  ];
  it.each(bad)('%s is refused by both', (_, path, value, code) => {
    const json = broken(path, value);
    expect(fits(json)).toBe(false);
    expect(checkScheme(json, kindOf, unitOf).problems.map((problem) => problem.code)).toContain(code);
  });

  const values = fc.constantFrom<unknown>(
    ...[
      undefined,
      null,
      0,
      -1,
      0.5,
      100,
      1e20,
      '',
      'x',
      'A',
      '%',
      'year',
      'official',
      true,
      [],
      [1, 2],
      [{}],
      {},
      { is: 'flag' },
      { is: 'ratio', least: 3 },
      { is: 'percentile', within: 'stage' },
      { is: 'power', power: -1, floor: 0.1 },
      { is: 'harmonic', floor: 0.5 },
      { log: true },
      [0.1, 0.9],
      'stage',
      { zh: '注', en: 'note' },
      { zh: '注' },
      { zh: '注', en: '' },
      { young: 1 },
    ],
  );
  it('of 3000 documents broken at random', () => {
    fc.assert(
      fc.property(fc.nat(), values, fc.boolean(), (pick, value, adds) => {
        const places = pathsOf(sampleScheme());
        const path = places[pick % places.length]!;
        const json = broken(adds ? [...path.slice(0, -1), typeof path.at(-1) === 'number' ? path.at(-1)! : 'note'] : path, value);
        expect([JSON.stringify(json), refusesForm(json)]).toEqual([JSON.stringify(json), !fits(json)]);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});

/** Every place of a document, the root apart. Array holes made by a deletion are no JSON, so items are never deleted. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [here]), ...pathsOf(item, here)];
  });
}
