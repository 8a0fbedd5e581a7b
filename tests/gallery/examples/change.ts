import type { ChangeAnswer, ChangePart } from '../../../scoring/distribution/format';
import { changeParts, type PartsShown, type PartsWords } from '../../../src/charts/change-parts';
import { yearChange, type YearChangeWords } from '../../../src/charts/year-change';
import type { Example } from './example';
import { count, figure, tick } from './words';

const signed = (value: number | null): string =>
  value === null ? '—' : value === 0 ? '0' : `${value > 0 ? '▲' : '▼'} ${figure(Math.abs(value))}`;
const SHIFT: YearChangeWords = {
  tick,
  unit: '%',
  year: (year) => `${year}`,
  quantile: (p) => `P${Math.round(p * 100)}`,
  change: signed,
  shift: ({ p, before, after }) => `P${Math.round(p * 100)}：${before ?? '—'} → ${after ?? '—'}`,
};
const shift = (shown: ChangeAnswer['shift']): Example => ({
  width: 400,
  draw: (document, width) => yearChange(document, { from: 2023, to: 2024, shift: shown }, width, SHIFT),
});
export const changeTop = shift([
  { p: 0.1, before: 1.4, after: 1.4 },
  { p: 0.25, before: 2.7, after: 2.6 },
  { p: 0.5, before: 4.5, after: 4.9 },
  { p: 0.75, before: 7.3, after: 9.1 },
  { p: 0.9, before: 10.9, after: 16.2 },
]);
export const changeOneYear = shift([
  { p: 0.1, before: null, after: -2 },
  { p: 0.5, before: null, after: 4.9 },
  { p: 0.9, before: null, after: 9 },
]);
export const changeNothing = shift([{ p: 0.5, before: null, after: null }]);

const PARTS: PartsWords = {
  part: (name) => ({ stayers: '两年都在', entrants: '新进', leavers: '退出' })[name],
  n: (firms) => `n ${count(firms)}`,
  before: '2023 均值',
  after: '2024 均值',
  figure: (value) => figure(value),
  contribution: signed,
  told: (name, part) => `${name} ${part.contribution ?? '—'}`,
  nothing: '有一年没有数值，不拆分',
};
const part = (n: number, contribution: number | null): ChangePart => ({
  n,
  medianBefore: null,
  medianAfter: null,
  meanBefore: null,
  meanAfter: null,
  contribution,
});
const parts = (shown: PartsShown): Example => ({
  width: 400,
  draw: (document, width) => changeParts(document, shown, width, PARTS),
});
/** 5.6 + 0.4 − 0.3 + 0.2 = 5.9. */
export const changePartsMixed = parts({
  before: 5.6,
  after: 5.9,
  stayers: part(4810, 0.4),
  entrants: part(602, -0.3),
  leavers: part(333, 0.2),
});
export const changePartsNobodyNew = parts({ before: 5, after: 5, stayers: part(12, 0), entrants: part(0, null), leavers: part(0, null) });
export const changePartsNothing = parts({
  before: null,
  after: 3,
  stayers: part(0, null),
  entrants: part(5, null),
  leavers: part(0, null),
});
