import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule, checkRuleText } from '../../../scoring/seedlings/check-rule';
import { shippedRules } from '../../../scoring/seedlings/shipped-rules';
import { kindOf, unitOf } from '../scheme/dictionary';

const named = (id: string) => ({ id, name: { zh: id, en: id } });
const ask = { zh: '问', en: 'ask' };
const at = { ...named('c'), is: 'at', measure: 'field:revenue', operator: '>=', threshold: 1 };
const growth = { ...named('c'), is: 'growth', field: 'revenue', years: 3, operator: '>', rate: 0.2 };
const rule = (condition: unknown, parts: object = {}): unknown => ({
  ...named('r'),
  kind: 'own',
  short: { zh: '短', en: 'R' },
  provenance: 'illustrative',
  condition,
  ...parts,
});
/** Faults as `code path`. */
const faults = (json: unknown): string[] => checkRule(json, kindOf, unitOf).problems.map(({ code, path }) => `${code} ${path}`);
/** A condition so many levels deep. */
const nested = (levels: number): unknown => (levels === 0 ? at : { ...named(`n${levels}`), is: 'all', of: [nested(levels - 1)] });

describe('checkRule', () => {
  it('fills in what may be left out', () => {
    expect(checkRule(rule(at), kindOf, unitOf).rule).toEqual({
      ...named('r'),
      kind: 'own',
      short: { zh: '短', en: 'R' },
      from: null,
      to: null,
      provenance: 'illustrative',
      sources: [],
      note: null,
      condition: { ...at, as: 'figure', ask: null, when: null },
    });
  });

  it('reads back what it made: every shipped rule survives a project file', () => {
    for (const one of shippedRules())
      expect(checkRule(JSON.parse(JSON.stringify(one)), kindOf, unitOf)).toEqual({ rule: one, problems: [] });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', null, ['wrong_kind ']],
    ['a list', [], ['wrong_kind ']],
    ['no condition', { ...(rule(at) as object), condition: undefined }, ['not_json /condition']],
    ['a condition that is text', rule('revenue > 1'), ['wrong_kind /condition']],
    ['a condition of no kind', rule(named('c')), ['missing_key /condition']],
    ['a condition of an unknown kind', rule({ ...named('c'), is: 'maybe' }), ['bad_choice /condition/is']],
    ['a key too many', rule({ ...at, weight: 1 }), ['unknown_key /condition/weight']],
    ['a key of another kind of condition', rule({ ...growth, threshold: 1 }), ['unknown_key /condition/threshold']],
    ['an operator that is none', rule({ ...at, operator: '=' }), ['bad_choice /condition/operator']],
    ['growth below a line', rule({ ...growth, operator: '<' }), ['bad_choice /condition/operator']],
    ['a threshold that is text', rule({ ...at, threshold: '1' }), ['wrong_kind /condition/threshold']],
    ['a threshold without end', rule({ ...at, threshold: Infinity }), ['not_finite /condition/threshold']],
    ['half a year', rule({ ...growth, years: 2.5 }), ['bad_choice /condition/years']],
    ['no years', rule({ ...growth, years: 0 }), ['too_small /condition/years']],
    ['a loss of everything a year', rule({ ...growth, rate: -1 }), ['too_small /condition/rate']],
    ['a percentile above 1', rule({ ...at, as: 'percentile', threshold: 90 }), ['too_large_number /condition/threshold']],
    ['a share of a field, which has no full mark', rule({ ...at, as: 'share' }), ['bad_choice /condition/as']],
    ['a measure of no kind', rule({ ...at, measure: 'rank' }), ['bad_pattern /condition/measure']],
    ['a field nobody knows', rule({ ...at, measure: 'field:revenu' }), ['formula /condition/measure']],
    ['a formula that breaks off', rule({ ...at, measure: 'formula:revenue /' }), ['formula /condition/measure']],
    ['a truth where a number is due', rule({ ...at, measure: 'formula:revenue > 1' }), ['formula_kind /condition/measure']],
    ['a number where a truth is due', rule({ ...named('c'), is: 'holds', formula: 'revenue' }), ['formula_kind /condition/formula']],
    ['growth of a set', rule({ ...growth, field: 'titles' }), ['formula_kind /condition/field']],
    ['growth of a formula', rule({ ...growth, field: 'revenue + 1' }), ['bad_pattern /condition/field']],
    ['money without a unit', rule({ ...named('c'), is: 'holds', formula: 'revenue > 100' }), ['money_without_unit /condition/formula']],
    ['evidence of its own, and no question', rule({ ...at, measure: 'field:x_share' }), ['missing_key /condition']],
    ['a manual look, and no question', rule({ ...named('c'), is: 'manual' }), ['missing_key /condition']],
    ['a path of no type', rule({ ...named('c'), is: 'trajectory', field: 'revenue', of: ['up'] }), ['bad_choice /condition/of/0']],
    ['nothing together', rule({ ...named('c'), is: 'all', of: [] }), ['too_few_items /condition/of']],
    ['51 parts', rule({ ...named('c'), is: 'any', of: Array.from({ length: 51 }, () => at) }), ['too_many_items /condition/of']],
    ['two of one', rule({ ...named('d'), is: 'count', atLeast: 2, of: [at] }), ['too_large_number /condition/atLeast']],
    ['an id used twice', rule({ ...named('d'), is: 'all', of: [at, at] }), ['duplicate_id /condition/of/1/id']],
    ['an id used again in a when', rule({ ...at, when: at }), ['duplicate_id /condition/when/id']],
    ['faults inside a when', rule({ ...at, when: { ...growth, id: '1' } }), ['bad_id /condition/when/id']],
    ['deep nesting', rule(nested(12)), ['too_deep /condition/of/0/of/0/of/0/of/0/of/0/of/0/of/0/of/0/of/0/name']],
    ['a day that is none', rule(at, { from: '2023-02-29' }), ['bad_date /from']],
    ['days the wrong way round', rule(at, { from: '2024-01-02', to: '2024-01-01' }), ['dates_reversed ']],
    ['a kind of rule that is none', rule(at, { kind: 'law' }), ['bad_choice /kind']],
    ['a short name that is long', rule(at, { short: { zh: '十七个字十七个字十七个字十七个字十', en: 'R' } }), ['long_text /short/zh']],
    ['several faults at once', rule({ ...at, operator: '=' }, { kind: 'law' }), ['bad_choice /kind', 'bad_choice /condition/operator']],
  ])('refuses or warns of %s', (_, json, wanted) => {
    expect(faults(json)).toEqual(wanted);
  });

  it('nine levels of parts are read, and an own field with a question', () => {
    expect(faults(rule(nested(8)))).toEqual([]);
    expect(faults(rule({ ...at, measure: 'formula:x_share / revenue', ask }))).toEqual([]);
    expect(faults(rule({ ...named('c'), is: 'holds', formula: 'x_flag and x_other', ask }))).toEqual([]);
  });

  it('more than 200 conditions in all are refused once', () => {
    const part = (id: string) => ({
      ...named(id),
      is: 'all',
      of: Array.from({ length: 50 }, (_, n) => ({ ...at, ...named(`${id}_${n}`) })),
    });
    expect(faults(rule({ ...named('all'), is: 'all', of: ['a', 'b', 'c', 'd'].map(part) }))).toEqual(['too_many_items /condition']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const text = JSON.stringify(rule(at)).replace('"operator"', `"${key}":{},"operator"`);
    expect(checkRuleText(text, kindOf, unitOf)).toMatchObject({ rule: null, problems: [{ code: 'forbidden_key', path: '/condition' }] });
  });

  it('refuses a text that is no JSON, and a key written twice', () => {
    expect(checkRuleText('{', kindOf, unitOf).problems[0]).toMatchObject({ code: 'not_json' });
    const twice = JSON.stringify(rule(at)).replace('"threshold":1', '"threshold":1,"threshold":2');
    expect(checkRuleText(twice, kindOf, unitOf).problems[0]).toMatchObject({
      code: 'duplicate_key',
      path: '/condition',
      given: 'threshold',
    });
  });

  it('whatever is given, it answers: a rule or a fault, never a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.anything().map((thing) => rule(thing)),
          fc.jsonValue().map((thing) => rule({ ...at, measure: thing })),
        ),
        (json) => {
          const { rule: made, problems } = checkRule(json, kindOf, unitOf);
          expect(made !== null || problems.length > 0).toBe(true);
        },
      ),
    );
  });
});
