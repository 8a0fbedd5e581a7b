import { expect, it } from 'vitest';
import { evaluateScheme } from '../../scoring/evaluate';
import type { Panel } from '../../scoring/panel';
import { passVerdicts } from '../../scoring/pass';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const WORDS = ['no', 'yes', 'unknown'];
const indicator = (id: string, group = 'g') => ({ id, group, formula: id, rule: { is: 'per-unit', perUnit: 1, cap: 50 }, of: 50 });
const passed = (panel: Panel, pass: unknown, more: Readonly<Record<string, unknown>> = {}, rows?: Int32Array): string[] | null => {
  const scheme = schemeWith({ groups: [{ id: 'g' }, { id: 'h' }], indicators: [indicator('a'), indicator('b', 'h')], pass, ...more });
  const evaluated = evaluateScheme(panel, scheme);
  const verdicts = passVerdicts(panel, evaluated, total(evaluated, weightsOf(scheme)), rows);
  return verdicts && Array.from(verdicts, (verdict) => WORDS[verdict]!);
};
const shortcut = (formula: string) => [{ id: 's', name: { zh: 's', en: 's' }, formula }];

it('a scheme without a line passes nobody and fails nobody', () => {
  expect(passed(panelOf({ a: [1], b: [1] }), null)).toBeNull();
});
it('a total must reach the line, or exceed it where the scheme says so', () => {
  const panel = panelOf({ a: [30, 30, 29], b: [30, 31, 30] });
  expect(passed(panel, { total: 60 })).toEqual(['yes', 'yes', 'no']);
  expect(passed(panel, { total: 60, exceed: true })).toEqual(['no', 'yes', 'no']);
});
it('a total that what is missing could lift over the line is unknown', () => {
  expect(passed(panelOf({ a: [30, 5], b: [null, null] }), { total: 60 })).toEqual(['unknown', 'no']);
});
it('each group named needs its minimum', () => {
  expect(passed(panelOf({ a: [50, 20, 50], b: [15, 50, null] }), { groups: { g: 30, h: 15 } })).toEqual(['yes', 'no', 'unknown']);
});
it('an indicator that must be above 0 is unknown where it is missing', () => {
  expect(passed(panelOf({ a: [1, 0, null], b: [0, 0, 0] }), { positive: ['a'] })).toEqual(['yes', 'no', 'unknown']);
});
it('any shortcut passes, an unknown one leaves it open, none leaves the line to decide', () => {
  const panel = panelOf({ a: [0, 0, 0, 50], b: [0, 0, 0, 50], flag_a: [true, false, null, null] });
  expect(passed(panel, { total: 60, anyOf: shortcut('flag_a') })).toEqual(['yes', 'no', 'unknown', 'yes']);
  expect(passed(panel, { anyOf: shortcut('flag_a') })).toEqual(['yes', 'no', 'unknown', 'unknown']);
});
it('a false gate or a true veto is a no, shortcut or not; one that was not checked turns a yes into unknown', () => {
  const panel = panelOf({ a: [50, 50, 50, 0], b: [50, 50, 50, 0], flag_a: [true, true, true, true], employees: [400, 600, null, null] });
  const more = { gates: [{ id: 'g', formula: 'employees <= 500' }] };
  expect(passed(panel, { total: 60 }, more)).toEqual(['yes', 'no', 'unknown', 'no']);
  expect(passed(panel, { total: 60, anyOf: shortcut('flag_a') }, more)).toEqual(['yes', 'no', 'unknown', 'unknown']);
  const veto = { vetoes: [{ id: 'v', formula: 'flag_a' }] };
  expect(passed(panel, { total: 60 }, veto)).toEqual(['no', 'no', 'no', 'no']);
});
it('a deduction that was not checked leaves the total open, but no shortcut', () => {
  const panel = panelOf({ a: [50, 50], b: [50, 50], penalties: [null, null], flag_a: [true, false] });
  const more = { deductions: [{ id: 'd', formula: 'penalties', perUnit: 5 }] };
  expect(passed(panel, { total: 60, anyOf: shortcut('flag_a') }, more)).toEqual(['yes', 'unknown']);
});
it('answers for the rows asked, in their order', () => {
  const panel = panelOf({ a: [50, 0, 0], b: [50, 0, 0], flag_a: [false, false, true] });
  expect(passed(panel, { total: 60, anyOf: shortcut('flag_a') }, {}, Int32Array.of(2, 1, 0))).toEqual(['yes', 'no', 'yes']);
});
