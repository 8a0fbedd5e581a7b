import { describe, expect, it } from 'vitest';
import { checkFormula } from '../../../scoring/formula/check';
import { parseFormula } from '../../../scoring/formula/parse';
import type { Formula, ValueKind } from '../../../scoring/formula/tree';

const KINDS = new Map<string, ValueKind>([
  ...['revenue', 'rd_expense', 'employees', 'tech_staff', 'class1_ip', 'class2_ip', 'penalties', 'found_date'].map(
    (id): [string, ValueKind] => [id, 'number'],
  ),
  ...['dishonest', 'data_fraud'].map((id): [string, ValueKind] => [id, 'truth']),
  ...['tax_grade', 'chain'].map((id): [string, ValueKind] => [id, 'text']),
  ['titles', 'set'],
]);
const kindOf = (field: string) => KINDS.get(field) ?? null;

function check(text: string) {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problems)}`);
  return checkFormula(read.tree, kindOf);
}

describe('a right formula has a kind and knows what it reads', () => {
  it.each<[string, ValueKind, string[]]>([
    ['rd_expense / revenue', 'number', ['rd_expense 0', 'revenue 0']],
    ['revenue + revenue', 'number', ['revenue 0']],
    ['previous(revenue, 2)', 'number', ['revenue 2']],
    ["previous(tax_grade, 1) = 'D'", 'truth', ['tax_grade 1']],
    ['growth(revenue)', 'number', ['revenue 0', 'revenue 1']],
    ['cagr(revenue, 3)', 'number', ['revenue 0', 'revenue 3']],
    ['sum_years(revenue, 3)', 'number', ['revenue 0', 'revenue 1', 'revenue 2']],
    ['mean_years(revenue, 1)', 'number', ['revenue 0']],
    ['previous(revenue, 20) > 0', 'truth', ['revenue 20']],
    ['age < 5 and revenue < 2000万元', 'truth', ['found_date 0', 'revenue 0']],
    ["tax_grade = 'D'", 'truth', ['tax_grade 0']],
    ['dishonest = data_fraud', 'truth', ['dishonest 0', 'data_fraud 0']],
    ["'高新技术企业' in titles", 'truth', ['titles 0']],
    ["chain in ('集成电路')", 'truth', ['chain 0']],
    ['employees in (1, 2)', 'truth', ['employees 0']],
    ['titles is missing', 'truth', ['titles 0']],
    ["if(dishonest, 'D', tax_grade)", 'text', ['dishonest 0', 'tax_grade 0']],
    ['if(dishonest, 0, 1)', 'number', ['dishonest 0']],
    ['titles', 'set', ['titles 0']],
    ['true', 'truth', []],
  ])('%s is a %s', (text, kind, reads) => {
    const found = check(text);
    expect(found.problems).toEqual([]);
    expect(found.kind).toBe(kind);
    expect(found.reads.map(({ field, back }) => `${field} ${back}`)).toEqual(reads);
  });
});

describe('a wrong formula is told what and where', () => {
  it.each<[string, [code: string, at: number, length: number, given: string][]]>([
    ['1 + dishonest', [['needs_number', 4, 9, 'dishonest']]],
    ['-tax_grade', [['needs_number', 1, 9, 'tax_grade']]],
    [
      "tax_grade < 'B'",
      [
        ['needs_number', 0, 9, 'tax_grade'],
        ['needs_number', 12, 3, "'B'"],
      ],
    ],
    ['(dishonest and data_fraud) * 2', [['needs_number', 1, 24, 'dishonest and data_fraud']]],
    ['revenue and dishonest', [['needs_truth', 0, 7, 'revenue']]],
    ['not revenue', [['needs_truth', 4, 7, 'revenue']]],
    ['if(revenue, 1, 2)', [['needs_truth', 3, 7, 'revenue']]],
    ["if(dishonest, 1, 'a')", [['different_kinds', 0, 21, "if(dishonest, 1, 'a')"]]],
    ["revenue = 'a'", [['different_kinds', 0, 13, "revenue = 'a'"]]],
    ["employees in ('a', 2)", [['different_kinds', 14, 3, "'a'"]]],
    ["dishonest in ('a')", [['needs_text', 0, 9, 'dishonest']]],
    ["'a' in chain", [['needs_set', 7, 5, 'chain']]],
    ['revenue in titles', [['needs_text', 0, 7, 'revenue']]],
    ["titles = 'a'", [['set_not_value', 0, 6, 'titles']]],
    ["titles in ('a')", [['set_not_value', 0, 6, 'titles']]],
    ['if(dishonest, titles, titles)', [['set_not_value', 14, 6, 'titles']]],
    ['previous(titles, 1) is missing', [['set_not_value', 0, 19, 'previous(titles, 1)']]],
    ['growth(tax_grade)', [['needs_number', 0, 17, 'tax_grade']]],
    ['revenu * 2', [['unknown_field', 0, 6, 'revenu → revenue']]],
    ['1 + revneue', [['unknown_field', 4, 7, 'revneue → revenue']]],
    ['revenuee', [['unknown_field', 0, 8, 'revenuee → revenue']]],
    ['revemue', [['unknown_field', 0, 7, 'revemue → revenue']]],
    ['nonsense', [['unknown_field', 0, 8, 'nonsense']]],
    ['__proto__ + 1', [['unknown_field', 0, 9, '__proto__']]],
    ['growth(constructor)', [['unknown_field', 0, 19, 'constructor']]],
    [
      'nonsense + dishonest',
      [
        ['unknown_field', 0, 8, 'nonsense'],
        ['needs_number', 11, 9, 'dishonest'],
      ],
    ],
    ['min(revenue)', [['wrong_arity', 0, 12, 'min']]],
    ['abs(1, 2)', [['wrong_arity', 0, 9, 'abs']]],
    ['log()', [['wrong_arity', 0, 5, 'log']]],
    ['previous(revenue, 0)', [['bad_years', 0, 20, '0']]],
    ['cagr(revenue, 1.5)', [['bad_years', 0, 18, '1.5']]],
    ['sum_years(revenue, 21)', [['bad_years', 0, 22, '21']]],
  ])('%s', (text, problems) => {
    expect(check(text).problems.map(({ code, at, length, given }) => [code, at, length, given])).toEqual(problems);
  });

  it('an unknown field leaves the kind open and spares what is around it', () => {
    expect(check('nonsense')).toMatchObject({ kind: null, reads: [] });
    expect(check("nonsense = 'a'").problems).toHaveLength(1);
  });

  it('a list of expressions in a tree made by hand is refused', () => {
    const tree: Formula = { is: 'in', item: { is: 'field', field: 'revenue' }, list: [{ is: 'field', field: 'employees' }] };
    expect(checkFormula(tree, kindOf).problems).toEqual([{ code: 'expected_literal', at: 0, length: 0, given: 'employees' }]);
  });
});
