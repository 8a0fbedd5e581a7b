import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../scoring/scheme/changes';
import { checkScheme } from '../../../../scoring/scheme/check';
import type { BestOption, Indicator, Scheme } from '../../../../scoring/scheme/format';
import { newOption, newShortcut } from '../../../../src/views/scheme/edit/new-items';
import {
  addOption,
  asBestOf,
  asPlain,
  type BestRule,
  moveOption,
  removeOption,
  withOption,
} from '../../../../src/views/scheme/edit/options';
import { withPass, withShortcut } from '../../../../src/views/scheme/edit/pass-edits';
import { directionOf, formulaFor } from '../../../../src/views/scheme/edit/rule-kinds';
import { kindOf, unitOf } from '../../../scoring/scheme/dictionary';
import { schemeWith } from '../../../scoring/schemes';

const option = (id: string): BestOption => ({ id, name: { zh: id, en: id }, formula: id, rule: { is: 'linear', from: 0, to: 1 } });
const rule: BestRule = { is: 'best-of', options: ['a', 'b', 'c'].map(option) };
const ids = (of: BestRule): string => of.options.map(({ id }) => id).join(' ');

describe('the options of a best-of', () => {
  it('one more begins as a copy of the picked one at the end, under an id and a name of its own', () => {
    const { rule: more, id } = addOption(rule, 'b');
    expect([ids(more), id]).toEqual(['a b c o1', 'o1']);
    expect(more.options[3]).toEqual({
      id: 'o1',
      name: { zh: '新一条', en: 'New option' },
      formula: 'b',
      rule: { is: 'linear', from: 0, to: 1 },
    });
    expect(addOption(more, 'o1').id).toBe('o2');
  });
  it.each([
    ['a', 1, 'b a c'],
    ['c', -1, 'a c b'],
    ['a', -1, 'a b c'],
    ['c', 1, 'a b c'],
    ['none', 1, 'a b c'],
  ] as const)('%s moved by %i: %s', (id, by, wanted) => expect(ids(moveOption(rule, id, by))).toBe(wanted));
  it('one goes, the last one cannot', () => {
    expect(ids(removeOption(rule, 'b'))).toBe('a c');
    const alone = { ...rule, options: [option('a')] };
    expect(removeOption(alone, 'a')).toBe(alone);
  });
  it('one is said otherwise, the others stay what they are', () => {
    const said = withOption(rule, 'b', { formula: 'x', name: { zh: '乙', en: 'B' } });
    expect(said.options.map(({ formula }) => formula)).toEqual(['a', 'x', 'c']);
    expect(said.options[0]).toBe(rule.options[0]);
  });
  it('whatever is done to them, there is one at least, and no id twice', () => {
    const act = fc.tuple(fc.constantFrom('add', 'remove', 'up', 'down'), fc.nat(20));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let now = rule;
        for (const [what, number] of acts) {
          const { id } = now.options[number % now.options.length]!;
          if (what === 'add') now = addOption(now, id).rule;
          else if (what === 'remove') now = removeOption(now, id);
          else now = moveOption(now, id, what === 'up' ? -1 : 1);
        }
        expect(now.options.length).toBeGreaterThan(0);
        expect(new Set(now.options.map(({ id }) => id)).size).toBe(now.options.length);
      }),
    );
  });
});

describe('an indicator', () => {
  const scheme: Scheme = schemeWith({
    indicators: [
      { id: 'a', formula: 'rd_expense / revenue', rule: { is: 'min-max' }, of: 10, treatment: { winsorise: [0.01, 0.99] } },
      { id: 'b', formula: 'employees', rule: { is: 'goalposts', low: 0, high: 1 }, of: 10, direction: 'less' },
    ],
  });
  const changed = (indicator: Indicator, changes: ReturnType<typeof asBestOf>): Scheme =>
    applyChanges({ ...scheme, indicators: scheme.indicators.map((one) => (one.id === indicator.id ? indicator : one)) }, changes).scheme;

  it('of one formula becomes the best of two that are the same, and the scheme is right', () => {
    const next = changed(scheme.indicators[0]!, asBestOf(scheme.indicators[0]!));
    expect(next.indicators[0]).toMatchObject({
      rule: {
        is: 'best-of',
        options: [
          { id: 'o1', formula: 'rd_expense / revenue', rule: { is: 'min-max' } },
          { id: 'o2', formula: 'rd_expense / revenue', rule: { is: 'min-max' } },
        ],
      },
    });
    expect(Object.keys(next.indicators[0]!)).not.toEqual(expect.arrayContaining(['formula']));
    expect(next.indicators[0]).not.toHaveProperty('treatment');
    expect(checkScheme(next, kindOf, unitOf).problems).toEqual([]);
  });
  it('of a best-of keeps one option as its own, with the direction its numbers say', () => {
    const best: Indicator = {
      ...scheme.indicators[1]!,
      rule: { is: 'best-of', options: [{ ...option('x'), formula: 'patents' }, option('y')] },
    };
    Reflect.deleteProperty(best, 'formula');
    const next = changed(best, asPlain(best, 'x'));
    expect(next.indicators[1]).toMatchObject({ formula: 'patents', rule: { is: 'linear', from: 0, to: 1 }, direction: 'more' });
    expect(checkScheme(next, kindOf, unitOf).problems).toEqual([]);
  });
  it('that is none already, or an option that is not there, changes nothing', () => {
    expect(asBestOf({ ...scheme.indicators[0]!, rule })).toEqual([]);
    expect(asPlain(scheme.indicators[0]!, 'x')).toEqual([]);
    expect(asPlain({ ...scheme.indicators[0]!, rule }, 'none')).toEqual([]);
  });
});

it.each([
  [{ is: 'linear', from: 1, to: 0 } as const, 'more', 'less'],
  [{ is: 'linear', from: 0, to: 1 } as const, 'less', 'more'],
  [{ is: 'flag' } as const, 'less', 'more'],
  [{ is: 'log', full: 1 } as const, 'less', 'more'],
  [{ is: 'ratio' } as const, 'less', 'less'],
  [{ is: 'goalposts', low: 0, high: 1 } as const, 'less', 'less'],
] as const)('under %j an indicator for which %s is better becomes one for which %s is', (next, given, wanted) => {
  expect(directionOf(next, given)).toBe(wanted);
});

it('a rule over a yes or no begins with a formula of its kind, and the other way round', () => {
  expect(formulaFor({ is: 'flag' }, { is: 'ratio' })).toBe('false');
  expect(formulaFor({ is: 'ratio' }, { is: 'flag' })).toBe('rd_expense / revenue');
  expect(formulaFor({ is: 'ratio' }, { is: 'min-max' })).toBeNull();
});

describe('a pass line', () => {
  const shortcut = newShortcut([]);
  it.each([
    ['nothing asked for is no line', null, {}, null],
    ['a total of 0 asks for nothing, nor does how it is met', { total: 60, exceed: true }, { total: 0 }, null],
    ['a group at 0 asks for nothing', { groups: { a: 5, b: 3 } }, { groups: { a: 0, b: 3 } }, { groups: { b: 3 } }],
    ['an indicator that must earn something stays beside a total', { positive: ['a'] }, { total: 60 }, { total: 60, positive: ['a'] }],
    ['the last such indicator taken out leaves the rest', { total: 60, positive: ['a'] }, { positive: [] }, { total: 60 }],
    ['shortcuts alone are a line', null, { anyOf: [shortcut] }, { anyOf: [shortcut] }],
    ['the last shortcut taken out leaves none', { anyOf: [shortcut] }, { anyOf: [] }, null],
  ])('%s', (_, pass, part, wanted) => expect(withPass(pass, part)).toEqual(wanted));
  it('has one shortcut said otherwise', () => {
    const two = { anyOf: [shortcut, newShortcut([shortcut])] };
    expect(withShortcut(two, 'S2', { formula: 'true' })!.anyOf!.map(({ id, formula }) => [id, formula])).toEqual([
      ['S1', 'false'],
      ['S2', 'true'],
    ]);
    expect(withShortcut(null, 'S1', { formula: 'true' })).toBeNull();
  });
});

it('an option copied from nothing written yet is still the first of its kind', () => {
  expect(newOption([option('o1'), option('o3')], option('o1')).id).toBe('o2');
});
