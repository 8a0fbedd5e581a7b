import { describe, expect, it } from 'vitest';
import { numberColumn, REASONS } from '../../../scoring/column';
import { kindsOf } from '../../../scoring/dictionary';
import { evaluateFormula } from '../../../scoring/formula/evaluate';
import { parseFormula } from '../../../scoring/formula/parse';
import { evaluateScheme } from '../../../scoring/evaluate';
import { passVerdicts } from '../../../scoring/pass';
import { checkScheme, checkSchemeText } from '../../../scoring/scheme/check';
import { tryFormula } from '../../../scoring/scheme/try-formula';
import { VERDICT } from '../../../scoring/scored';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { kindOf, unitOf } from '../scheme/dictionary';
import { sampleScheme } from '../scheme/sample-scheme';

type Sample = ReturnType<typeof sampleScheme>;
type Item = Record<string, unknown>;
const options = (scheme: Sample): Item[] => (scheme.indicators[1]!['rule'] as { options: Item[] }).options;
const shortcuts = (scheme: Sample): Item[] => scheme.pass['anyOf'] as Item[];
const faults = (change: (scheme: Sample) => void): string[] => {
  const scheme = sampleScheme();
  change(scheme);
  return checkScheme(scheme, kindOf, unitOf).problems.map(({ code, path, given }) => `${code} ${path} ${given}`);
};

/** Every list of a scheme that has ids, and where it stands. */
const LISTS: readonly (readonly [string, (scheme: Sample) => Item[], string])[] = [
  ['stages', (scheme) => scheme.stages, '/stages'],
  ['groups', (scheme) => scheme.groups, '/groups'],
  ['indicators', (scheme) => scheme.indicators, '/indicators'],
  ['options of a best-of', options, '/indicators/1/rule/options'],
  ['deductions', (scheme) => scheme.deductions, '/deductions'],
  ['gates', (scheme) => scheme.gates, '/gates'],
  ['vetoes', (scheme) => scheme.vetoes, '/vetoes'],
  ['shortcuts', shortcuts, '/pass/anyOf'],
];
describe('an id', () => {
  it.each(LISTS)('used twice among %s is refused where it stands the second time', (_, listOf, path) => {
    const before = listOf(sampleScheme());
    const found = faults((scheme) => listOf(scheme).push({ ...before[0]! }));
    expect(found).toContain(`duplicate_id ${path}/${before.length}/id ${String(before[0]!['id'])}`);
  });
  it('of one list may stand in another', () => {
    const twins = faults((scheme) => {
      scheme.gates[0]!.id = 'same';
      scheme.vetoes[0]!.id = 'same';
      scheme.deductions[0]!['id'] = 'same';
      shortcuts(scheme)[0]!['id'] = 'same';
    });
    expect(twins).toEqual([]);
  });
  it.each(['__proto__', 'constructor', 'prototype'])('%s is refused in every list', (id) => {
    for (const [, listOf, path] of LISTS)
      expect(faults((scheme) => (listOf(scheme)[0]!['id'] = id))).toContain(`bad_id ${path}/0/id ${id}`);
  });
  it.each(['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'])('%s is an id like another, and scores like another', (id) => {
    const scheme = schemeWith({
      groups: [{ id }],
      stages: [{ id, when: 'true' }],
      indicators: [{ id, group: id, formula: 'a', rule: { is: 'linear', from: 0, to: 10 }, of: 10, weight: { [id]: 20 } }],
      pass: { groups: { [id]: 8 }, positive: [id] },
    });
    const panel = panelOf({ a: [5, 3] });
    const evaluated = evaluateScheme(panel, scheme);
    const totals = total(evaluated, weightsOf(scheme));
    expect([...totals.score]).toEqual([10, 6]);
    expect([...passVerdicts(panel, evaluated, totals)!]).toEqual([VERDICT.yes, VERDICT.no]);
  });
});

/** Every place of a scheme that holds a formula. */
const FORMULAS: readonly (readonly [string, (scheme: Sample, formula: string) => void, string])[] = [
  ['a stage', (scheme, formula) => (scheme.stages[0]!.when = formula), '/stages/0/when'],
  ['an indicator', (scheme, formula) => (scheme.indicators[2]!['formula'] = formula), '/indicators/2/formula'],
  ['an option', (scheme, formula) => (options(scheme)[0]!['formula'] = formula), '/indicators/1/rule/options/0/formula'],
  ['a deduction', (scheme, formula) => (scheme.deductions[1]!['formula'] = formula), '/deductions/1/formula'],
  ['a gate', (scheme, formula) => (scheme.gates[0]!.formula = formula), '/gates/0/formula'],
  ['a veto', (scheme, formula) => (scheme.vetoes[0]!.formula = formula), '/vetoes/0/formula'],
  ['a shortcut', (scheme, formula) => (shortcuts(scheme)[0]!['formula'] = formula), '/pass/anyOf/0/formula'],
];
describe.each(FORMULAS)('the formula of %s', (_, write, path) => {
  const wrong = (formula: string): string[] => faults((scheme) => write(scheme, formula));
  it('with an unknown name is refused', () => expect(wrong('nowhere_to_be_found')).toEqual([`formula ${path} nowhere_to_be_found`]));
  // A formula reads fields of the data and nothing else: what does not exist cannot turn in a circle.
  it.each(['C', 'extra', 'young', 'd2'])('cannot turn in a circle: %s, the id of a part, is no field', (id) => {
    const [first, ...more] = wrong(id.toLowerCase());
    expect([first!.startsWith(`formula ${path} ${id.toLowerCase()}`), more]).toEqual([true, []]);
  });
  it.each(['__proto__', 'constructor', 'prototype', 'tostring'])('with the name %s is refused as an unknown name', (name) =>
    expect(wrong(name)).toEqual([`formula ${path} ${name}`]),
  );
  it('of a million characters is refused with its length', () =>
    expect(wrong(`${'employees + '.repeat(90_000)}1`)).toEqual([`long_text ${path} 20000`]));
  it('that is empty is refused', () => expect(wrong('')).toEqual([`empty_text ${path} `]));
});

describe('a formula written in the editor', () => {
  const attempt = (text: string) => tryFormula(text, 'number', { kindOf, unitOf }, (field) => ({ zh: field, en: field }));
  it('of a million characters is told its length, not read', () => {
    expect(attempt('a+'.repeat(500_000)).problems).toMatchObject([{ code: 'too_long', given: '1000000' }]);
    expect(attempt('('.repeat(1_000_000)).problems).toMatchObject([{ code: 'too_long' }]);
  });
  it.each(['__proto__', 'constructor', 'a.b'])('with %s is told what is wrong', (text) => expect(attempt(text).problems).toHaveLength(1));
});

describe('a field of the data', () => {
  const valueOf = (formula: string, fields: Readonly<Record<string, readonly number[]>>) => {
    const panel = panelOf({ a: [2] });
    const named = {
      ...panel,
      fields: new Map([...panel.fields, ...Object.entries(fields).map(([id, list]) => [id, numberColumn(list)] as const)]),
    };
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(formula);
    const column = evaluateFormula(parsed.tree, named);
    return column.kind === 'number' && column.reasons[0] === 0 ? column.values[0] : REASONS[column.reasons[0]!];
  };
  it.each(['constructor', 'prototype', 'valueof', '__proto__'])(
    'named %s is read where it is there, and not collected where it is not',
    (name) => {
      expect(valueOf(`a + ${name}`, Object.fromEntries([[name, [5]]]))).toBe(7);
      expect(valueOf(`a + ${name}`, {})).toBe('not_collected');
      expect(kindsOf(null)(name)).toBeNull();
    },
  );
});

describe('a key __proto__ in a file', () => {
  const text = JSON.stringify(sampleScheme());
  it.each([
    ['the scheme', text.replace('{', '{"__proto__": {"cap": 1},'), ''],
    ['a name', text.replace('"name":{', '"name":{"__proto__":"x",'), '/name'],
    ['weights by stage', text.replace('"weight":{', '"weight":{"__proto__":5,'), '/indicators/0/weight'],
    ['a tier', text.replace('"tiers":[{', '"tiers":[{"__proto__":{},'), '/indicators/0/rule/tiers/0'],
    ['an option', text.replace('"options":[{', '"options":[{"constructor":{},'), '/indicators/1/rule/options/0'],
    ['the groups of the pass line', text.replace('"groups":{"input"', '"groups":{"__proto__":1,"input"'), '/pass/groups'],
    ['means', text.replace('"means":{', '"means":{"prototype":1,'), '/means'],
  ])('in %s is refused by its place, and nothing of it is taken over', (_, hostile, path) => {
    expect(hostile).not.toBe(text);
    const { scheme, problems } = checkSchemeText(hostile, kindOf, unitOf);
    expect([scheme, problems.map(({ code, path: at }) => `${code} ${at}`)]).toEqual([null, [`forbidden_key ${path}`]]);
    expect(({} as Item)['cap']).toBeUndefined();
  });
});

it.each([
  [
    'a group without an indicator',
    (scheme: Sample) => scheme.groups.push({ id: 'empty', name: { zh: '空', en: 'Empty' } } as never),
    'empty_group /groups/2 empty',
  ],
  ['no group at all', (scheme: Sample) => (scheme.groups = []), 'too_few_items /groups 1'],
  ['no indicator at all', (scheme: Sample) => (scheme.indicators = []), 'too_few_items /indicators 1'],
  ['a best-of without an option', (scheme: Sample) => options(scheme).splice(0), 'too_few_items /indicators/1/rule/options 1'],
  [
    'tiers without a tier',
    (scheme: Sample) => ((scheme.indicators[0]!['rule'] as Item)['tiers'] = []),
    'too_few_items /indicators/0/rule/tiers 1',
  ],
  ['a pass line of no shortcut', (scheme: Sample) => shortcuts(scheme).splice(0), 'too_few_items /pass/anyOf 1'],
  [
    'goalposts in one place',
    (scheme: Sample) => (scheme.indicators[2]!['rule'] = { is: 'goalposts', low: 2, high: 2 }),
    'equal_bounds /indicators/2/rule 2',
  ],
  [
    'a rule of another method',
    (scheme: Sample) => (scheme.indicators[2]!['rule'] = { is: 'rank' }),
    'bad_choice /indicators/2/rule/is rank',
  ],
  [
    'full points too small to divide by',
    (scheme: Sample) => (scheme.indicators[2]!['of'] = 1e-320),
    'zero_of /indicators/2/of 1e-320 → 0.000001',
  ],
  ['a mean of a power next to 0', (scheme: Sample) => (scheme.means.groups.power = 0.001), 'power_zero /means/groups/power 0.001'],
])('%s is refused', (_, change, wanted) => {
  expect(faults(change)).toContain(wanted);
});
