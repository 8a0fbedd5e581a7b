import { describe, expect, it } from 'vitest';
import { exp } from '../../scripts/sample/arithmetic.mjs';
import { creditCheck, organisationCheck, syntheticCode } from '../../scripts/sample/credit-code.mjs';
import { Hand } from '../../scripts/sample/hand.mjs';
import { CHAINS, INDUSTRIES } from '../../scripts/sample/industries.mjs';
import { DISTRICTS } from '../../scripts/sample/places.mjs';
import { Stream } from '../../scripts/sample/random.mjs';
import { sizeClass } from '../../scripts/sample/size-class.mjs';

describe('credit codes', () => {
  // Two published codes and one synthetic one whose check characters are on public record.
  it.each([
    ['91110000802100433', 'B'],
    ['91440300708461136', 'T'],
    ['91000000000000000', 'K'],
  ])('the check character of %s is %s', (body, check) => {
    expect(creditCheck(body)).toBe(check);
  });

  it.each([
    ['80210043', '3'],
    ['70846113', '6'],
    // 3·0 + … + 2·0 = 0, 11 − 0 = 11, written 0
    ['00000000', '0'],
    // only the last place counts: 2·5 = 10 → 1; 2·6 = 12 → 10, written X
    ['00000005', '1'],
    ['00000006', 'X'],
  ])('the organisation code %s closes with %s', (body, check) => {
    expect(organisationCheck(body)).toBe(check);
  });

  it('no two of 6,000 serials share a code, and none is in a real area', () => {
    const codes = Array.from({ length: 6000 }, (_, serial) => syntheticCode(serial));
    expect(new Set(codes).size).toBe(6000);
    expect(codes.every((code) => /^91000000MA[0-9A-HJ-NPQRTUWXY]{6}[0-9X][0-9A-HJ-NPQRTUWXY]$/.test(code))).toBe(true);
  });
});

describe('arithmetic and draws', () => {
  it.each([-40, -1, -1e-9, 0, 0.3, 1, 13.6, 300])('exp(%d) agrees with the engine to 13 digits', (x) => {
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
  });

  it('a stream is named by its text', () => {
    const draws = (name: string) => {
      const stream = new Stream(name);
      return Array.from({ length: 5 }, () => stream.unit());
    };
    expect(draws('firm 1')).toEqual(draws('firm 1'));
    expect(draws('firm 1')).not.toEqual(draws('firm 2'));
  });

  it('10,000 draws have the mean and spread they claim, within five standard errors', () => {
    const stream = new Stream('moments');
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const many = (draw: () => number) => Array.from({ length: 10_000 }, draw);
    expect(Math.abs(mean(many(() => stream.unit())) - 0.5)).toBeLessThan(5 * 0.00289);
    const normal = many(() => stream.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.05);
    expect(Math.abs(mean(normal.map((value) => value * value)) - 1)).toBeLessThan(0.07);
    expect(Math.abs(mean(many(() => stream.count(2.5))) - 2.5)).toBeLessThan(5 * 0.0158);
    expect(Math.abs(mean(many(() => stream.count(80))) - 80)).toBeLessThan(5 * 0.0894);
  });
});

// 统计上大中小微型企业划分办法（2017）
it.each([
  ['C3973', 1000, 40000, '大型'],
  ['C3973', 999, 400000, '中型'],
  ['C3973', 299, 2000, '小型'],
  ['C3973', 20, 299.99, '微型'],
  ['I6513', 300, 10000, '大型'],
  ['I6513', 100, 999, '小型'],
  ['A0511', 3, 500, '中型'],
  ['M7320', 100, 0, '中型'],
  ['R8710', 9, 99999, '微型'],
])('%s with %d staff and %d 万元 is %s', (code, staff, revenue, wanted) => {
  expect(sizeClass(code, staff, revenue)).toBe(wanted);
});

it('there are 15 industries, 28 chains and 23 districts, and home districts exist', () => {
  expect([INDUSTRIES.length, CHAINS.length, new Set(DISTRICTS).size]).toEqual([15, 28, 23]);
  expect(INDUSTRIES.flatMap((industry) => industry.home).filter((name) => !DISTRICTS.some((each) => each === name))).toEqual([]);
});

it('a hand writes figures in several ways, all of which mean the figure', () => {
  const written = (value: number) => new Set(Array.from({ length: 20_000 }, (_, at) => new Hand(`case ${at}`, '大型').figure(value, 0)));
  expect(written(1234567.8)).toEqual(new Set(['1234567.8', '1,234,567.8', '１２３４５６７．８']));
  expect(written(-73.6)).toEqual(new Set(['-73.6', '(73.6)', '-７３．６']));
  expect(written(0)).toEqual(new Set(['0', '０']));
});
