import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../scoring/formula/parse';
import { formulaToText } from '../../../scoring/formula/print-text';
import type { BinaryOperator, Formula } from '../../../scoring/formula/tree';
import { storedValue } from '../../../scoring/formula/units';
import { anyTree } from './trees';

const n = (value: number, unit?: string): Formula => ({ is: 'number', value, ...(unit === undefined ? {} : { unit }) });
const w = (value: string): Formula => ({ is: 'text', value });
const f = (field: string): Formula => ({ is: 'field', field });
const b = (left: Formula, operator: BinaryOperator, right: Formula): Formula => ({ is: 'binary', operator, left, right });
const not = (of: Formula): Formula => ({ is: 'unary', operator: 'not', of });
const minus = (of: Formula): Formula => ({ is: 'unary', operator: 'negate', of });

function treeOf(text: string): Formula {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.problems)}`);
  return read.tree;
}

describe('a formula is read as', () => {
  it.each<[string, Formula]>([
    ['a + b * c', b(f('a'), '+', b(f('b'), '*', f('c')))],
    ['a - b - c', b(b(f('a'), '-', f('b')), '-', f('c'))],
    ['a / b / c', b(b(f('a'), '/', f('b')), '/', f('c'))],
    ['(a + b) * c', b(b(f('a'), '+', f('b')), '*', f('c'))],
    ['-a * b', b(minus(f('a')), '*', f('b'))],
    ['a - -b', b(f('a'), '-', minus(f('b')))],
    ['a or b and c', b(f('a'), 'or', b(f('b'), 'and', f('c')))],
    ['not a and b', b(not(f('a')), 'and', f('b'))],
    ['not a = b', not(b(f('a'), '=', f('b')))],
    ['a + 1 >= b', b(b(f('a'), '+', n(1)), '>=', f('b'))],
    ['a == 1', b(f('a'), '=', n(1))],
    ['a != 1', b(f('a'), '<>', n(1))],
    ['a<>1', b(f('a'), '<>', n(1))],
    ['a ≤ 1 or a ≥ 2 or a ≠ 3', b(b(b(f('a'), '<=', n(1)), 'or', b(f('a'), '>=', n(2))), 'or', b(f('a'), '<>', n(3)))],
    ['a × b ÷ c − d', b(b(b(f('a'), '*', f('b')), '/', f('c')), '-', f('d'))],
    ['（ａ＋ｂ）＊２', b(b(f('a'), '+', f('b')), '*', n(2))],
    ["grade　＝　'Ａ'", b(f('grade'), '=', w('Ａ'))],
    ['grade = ＇D＇', b(f('grade'), '=', w('D'))],
    ['grade = ‘D’', b(f('grade'), '=', w('D'))],
    ["'it''s'", w("it's")],
    ["''", w('')],
    ["grade in ('A'，'B'、'C')", { is: 'in', item: f('grade'), list: [w('A'), w('B'), w('C')] }],
    ['a in (1, 2%)', { is: 'in', item: f('a'), list: [n(1), n(2, '%')] }],
    ["grade not in ('D')", not({ is: 'in', item: f('grade'), list: [w('D')] })],
    ["'高新技术企业' in titles", { is: 'in', item: w('高新技术企业'), list: f('titles') }],
    ['chain is missing', { is: 'missing', of: f('chain'), negated: false }],
    ['chain is not missing', { is: 'missing', of: f('chain'), negated: true }],
    ['not a is missing', not({ is: 'missing', of: f('a'), negated: false })],
    ['if(a, 1, if(b, 2, 3))', { is: 'if', when: f('a'), then: n(1), otherwise: { is: 'if', when: f('b'), then: n(2), otherwise: n(3) } }],
    ['min(a, 2, -b)', { is: 'call', name: 'min', args: [f('a'), n(2), minus(f('b'))] }],
    ['log(abs(a))', { is: 'call', name: 'log', args: [{ is: 'call', name: 'abs', args: [f('a')] }] }],
    ['previous(revenue, 2)', { is: 'years', name: 'previous', field: 'revenue', k: 2 }],
    ['growth(revenue)', { is: 'years', name: 'growth', field: 'revenue', k: 1 }],
    ['cagr(revenue, 3)', { is: 'years', name: 'cagr', field: 'revenue', k: 3 }],
    [
      'sum_years(rd, 3) / mean_years(rd, 2)',
      b({ is: 'years', name: 'sum_years', field: 'rd', k: 3 }, '/', { is: 'years', name: 'mean_years', field: 'rd', k: 2 }),
    ],
    ['age < 5', b({ is: 'age' }, '<', n(5))],
    ['true and not false', b({ is: 'truth', value: true }, 'and', not({ is: 'truth', value: false }))],
    ['min', f('min')],
    ['__proto__', f('__proto__')],
    ['constructor + valueof', b(f('constructor'), '+', f('valueof'))],
  ])('%s', (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

it.each<[string, number, string | undefined, number]>([
  ['2000', 2000, undefined, 2000],
  ['1.5e3', 1500, undefined, 1500],
  ['2000万元', 2000, '万元', 20_000_000],
  ['2亿元', 2, '亿元', 200_000_000],
  ['0.57 万元', 0.57, '万元', 5700],
  ['10%', 10, '%', 0.1],
  ['57％', 57, '%', 0.57],
  ['5‰', 5, '‰', 0.005],
  ['5 件', 5, '件', 5],
  ['３家', 3, '家', 3],
  ['1e-7亿', 1e-7, '亿', 10],
])('the number %s is %d with unit %s, stored %d', (text, value, unit, stored) => {
  expect(treeOf(text)).toEqual(n(value, unit));
  expect(storedValue(value, unit)).toBe(stored);
});

describe('a fault is named and placed', () => {
  it.each<[string, string, number, number, string]>([
    ['', 'empty', 0, 0, ''],
    [' \n　', 'empty', 0, 0, ''],
    ["grade = 'D", 'unclosed_text', 8, 2, "'D"],
    ["'a''", 'unclosed_text', 0, 4, "'a''"],
    ['‘a', 'unclosed_text', 0, 2, '‘a'],
    ["'a\u0000b'", 'unexpected_character', 0, 5, '\u0000'],
    ["'\ud800'", 'unexpected_character', 0, 3, '\ud800'],
    ['a # b', 'unexpected_character', 2, 1, '#'],
    ['a + 😀', 'unexpected_character', 4, 2, '😀'],
    ['grade = "D"', 'unexpected_character', 8, 1, '"'],
    ['营业收入 / 2', 'unexpected_character', 0, 1, '营'],
    ['Revenue', 'upper_case', 0, 7, 'Revenue'],
    ['a AND b', 'upper_case', 2, 3, 'AND'],
    ['1.2.3', 'bad_number', 0, 5, '1.2.3'],
    ['a > 12abc', 'bad_number', 4, 5, '12abc'],
    ['1e999', 'bad_number', 0, 5, '1e999'],
    ['1e5.5', 'bad_number', 0, 5, '1e5.5'],
    ['1e308亿', 'bad_number', 0, 6, '1e308亿'],
    ['a > 20万美元', 'unknown_unit', 6, 3, '万美元'],
    ['a > 20 万美元', 'unknown_unit', 7, 3, '万美元'],
    ['a +', 'expected_value', 3, 0, ''],
    ['* a', 'expected_value', 0, 1, '*'],
    ['a + and', 'expected_value', 4, 3, 'and'],
    ['()', 'expected_value', 1, 1, ')'],
    ['min(a,)', 'expected_value', 6, 1, ')'],
    ["grade in ('A', b)", 'expected_literal', 15, 1, 'b'],
    ['grade in ()', 'expected_literal', 10, 1, ')'],
    ['growth(a + b)', 'expected_field', 7, 5, 'growth'],
    ['previous(a, b)', 'expected_years', 12, 1, 'previous'],
    ['previous(a, 2年)', 'expected_years', 12, 2, 'previous'],
    ['(a + b', 'expected_closing', 6, 0, ''],
    ["grade in ('A'", 'expected_closing', 13, 0, ''],
    ['if a > 1', 'expected_opening', 3, 1, 'a'],
    ['a is null', 'expected_missing', 5, 4, 'null'],
    ['a is not', 'expected_missing', 8, 0, ''],
    ['a b', 'unexpected_piece', 2, 1, 'b'],
    ['a)', 'unexpected_piece', 1, 1, ')'],
    ['1 < a < 2', 'chained_comparison', 6, 1, '<'],
    ["a in ('A') is missing", 'chained_comparison', 11, 2, 'is'],
    ['sqrt(a)', 'unknown_function', 0, 4, 'sqrt'],
    ['__proto__(a)', 'unknown_function', 0, 9, '__proto__'],
    ['constructor(a)', 'unknown_function', 0, 11, 'constructor'],
    ['if(a, 1)', 'wrong_arity', 0, 2, 'if'],
    ['if(a, 1, 2, 3)', 'wrong_arity', 0, 2, 'if'],
    ['growth(a, 1)', 'wrong_arity', 0, 6, 'growth'],
    ['previous(a)', 'wrong_arity', 0, 8, 'previous'],
    ['cagr()', 'wrong_arity', 0, 4, 'cagr'],
  ])('%j is %s at %d, %d long', (text, code, at, length, given) => {
    expect(parseFormula(text)).toEqual({ ok: false, problems: [{ code, at, length, given }] });
  });

  it('a million characters are refused without reading them', () => {
    const text = `${'a + '.repeat(250_000)}a`;
    expect(parseFormula(text)).toEqual({ ok: false, problems: [{ code: 'too_long', at: 20_000, length: 980_001, given: '1000001' }] });
  });

  it.each([
    ['parentheses', (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`],
    ['signs', (depth: number) => `${'- '.repeat(depth)}a`],
    ['denials', (depth: number) => `${'not '.repeat(depth)}a`],
    ['calls', (depth: number) => `${'abs('.repeat(depth)}a${')'.repeat(depth)}`],
    ['terms', (depth: number) => `a${' + a'.repeat(depth)}`],
  ])('%s nest 199 deep and not 5000', (_, text) => {
    expect(parseFormula(text(199)).ok).toBe(true);
    const deep = parseFormula(text(5000).slice(0, 20_000));
    expect(deep.ok ? [] : deep.problems.map(({ code }) => code)).toEqual(['too_deep']);
  });

  it('any text gives a tree or a problem inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      '1',
      "'",
      '(',
      ')',
      ',',
      ' ',
      'not ',
      'and',
      'is',
      'in',
      'if(',
      '万',
      '%',
      '=',
      '<',
      '-',
      '—',
      '＇',
      'E',
      '.',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((list) => list.join('')),
        ),
        (text) => {
          const read = parseFormula(text);
          if (read.ok) return;
          expect(read.problems).toHaveLength(1);
          const { at, length } = read.problems[0]!;
          expect(at >= 0 && at + length <= text.length).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('formulaToText', () => {
  it.each([
    ['a+b*c', 'a + b * c'],
    ['((a+b))*c', '(a + b) * c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a/(b*c)', 'a / (b * c)'],
    ['--a', '-(-a)'],
    ['not(not(a))', 'not not a'],
    ['not (a or b)', 'not (a or b)'],
    ['(a and b) or c', 'a and b or c'],
    ['(a > 1) = b', '(a > 1) = b'],
    ['(a+b) is missing', 'a + b is missing'],
    ['(a or b) is not missing', '(a or b) is not missing'],
    ["grade not in ('it''s')", "not grade in ('it''s')"],
    ['a≥2000 万元', 'a >= 2000万元'],
    ['growth(a)+cagr( a,3 )', 'growth(a) + cagr(a, 3)'],
  ])('%s is spelled %s', (text, spelled) => {
    expect(formulaToText(treeOf(text))).toBe(spelled);
  });

  it('every tree survives printing and reading', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(treeOf(formulaToText(tree))).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  });
});
