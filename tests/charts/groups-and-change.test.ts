// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ChangePart, PairOfGroups } from '../../scoring/distribution/format';
import { changeParts, type PartName } from '../../src/charts/change-parts';
import { groupEcdf } from '../../src/charts/group-ecdf';
import { groupEffects } from '../../src/charts/group-effects';
import { yearChange } from '../../src/charts/year-change';

const none = { value: null, reason: 'too_few', n: 0 } as const;
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((text) => text.textContent);

describe('effects of pairs', () => {
  const words = {
    group: (value: string) => value,
    n: (count: number) => `n ${count}`,
    delta: (value: number) => `δ ${value}`,
    tick: (value: number) => `${value}`,
    size: (size: string) => size.slice(0, 1),
    lower: 'lower',
    higher: 'higher',
    refused: () => 'refused',
    pair: () => '',
  };
  const pair = (delta: number | null): PairOfGroups => ({
    a: 'A',
    b: 'B',
    na: 5,
    nb: 7,
    cliff: delta === null ? none : { value: delta, reason: null, n: 12 },
    a12: none,
    size: null,
    medianDifference: none,
    kolmogorov: { d: none, p: none },
    mannWhitney: { u: none, p: none },
    dunn: null,
  });
  // A quarter of 400 and a bit at each side: the axis from 104 to 296.
  const draw = (...deltas: (number | null)[]) => groupEffects(document, deltas.map(pair), 400, words);
  it('stand from −1 at the left to 1 at the right', () => {
    const dots = [...draw(-1, 0, 0.5, 1).querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
    expect(dots).toEqual([104, 200, 248, 296]);
  });
  it('name the first group at the right, where its figures are larger, the other at the left, each with its n', () => {
    const names = [...draw(0.5).querySelectorAll('[data-row] text')]
      .slice(0, 4)
      .map((text) => [text.textContent, text.getAttribute('text-anchor')]);
    expect(names).toEqual([
      ['B', 'start'],
      ['n 7', 'start'],
      ['A', 'end'],
      ['n 5', 'end'],
    ]);
  });
  it('lie on bands that begin at 0.147, 0.33 and 0.474 either side', () => {
    const lefts = [...draw(0).querySelectorAll('rect')].slice(0, 7).map((rect) => Number(rect.getAttribute('x')));
    const bounds = [-0.147, 0.147, -0.33, 0.33, -0.474, 0.474, -1];
    expect(lefts).toEqual(bounds.map((bound) => expect.closeTo(200 + 96 * bound, 1)));
  });
  it('name their bands above, or below where a name has no room', () => {
    const long = groupEffects(document, [pair(0)], 400, { ...words, size: (size) => size });
    const yOf = (svg: Element, said: string) =>
      Number([...svg.querySelectorAll('text')].find((text) => text.textContent === said)!.getAttribute('y'));
    expect(yOf(draw(0), 'm')).toBe(26);
    expect(yOf(long, 'medium')).toBeGreaterThan(34 + 38);
    expect(Number(long.getAttribute('height'))).toBe(Number(draw(0).getAttribute('height')) + 18);
  });
  it('that cannot be told have words in the place of the dot', () => {
    const svg = draw(null);
    expect([svg.querySelectorAll('circle').length, texts(svg).includes('refused')]).toEqual([0, true]);
  });
});

describe('ECDFs of groups', () => {
  const quantiles = { n: 1, missing: 0, zero: 0, p5: 1, p10: 1, p25: 1, p50: 1, p75: 1, p90: 1, p95: 1, mean: 1, pooled: null };
  const groups = Array.from({ length: 8 }, (_, at) => ({
    value: `g${at}`,
    name: null,
    figures: quantiles,
    ecdf: { at: [at], height: [1] },
  }));
  const words = {
    tick: (value: number) => `${value}`,
    unit: '',
    share: (share: number) => `${share}`,
    shareOfFirms: '',
    group: ({ value }: { value: string }) => value,
    nothing: 'nobody',
  };
  const draw = (count: number) =>
    groupEcdf(document, groups.slice(0, count), { low: 0, high: 10, isLog: false }, { width: 400, height: 250 }, words);
  it('differ by dash and shade, and no more than six are drawn', () => {
    const looks = [...draw(8).querySelectorAll('path')].map(
      (path) => `${path.getAttribute('stroke')} ${path.getAttribute('stroke-dasharray')}`,
    );
    expect([looks.length, new Set(looks).size]).toEqual([6, 6]);
  });
  it('are all named', () => {
    expect(texts(draw(6))).toEqual(expect.arrayContaining(['g0', 'g1', 'g2', 'g3', 'g4', 'g5']));
  });
  it('of none say so', () => {
    expect(texts(draw(0))).toContain('nobody');
  });
});

describe('what changed', () => {
  const words = {
    tick: (value: number) => `${value}`,
    unit: '',
    year: (year: number) => `${year}`,
    quantile: (p: number) => `P${p * 100}`,
    change: (change: number | null) => `${change}`,
    shift: () => '',
  };
  const draw = (shift: { p: number; before: number | null; after: number | null }[]) =>
    yearChange(document, { from: 2023, to: 2024, shift }, 300, words);
  it('has a ring before, a dot after, an arrow only where it moved', () => {
    const svg = draw([
      { p: 0.1, before: 0, after: 0 },
      { p: 0.9, before: 5, after: 10 },
    ]);
    const radii = [...svg.querySelectorAll('g circle')].map((circle) => circle.getAttribute('r'));
    expect(radii).toEqual(['4.5', '3.5', '4.5', '3.5']);
    expect(svg.querySelectorAll('g path')).toHaveLength(1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['2023', '2024', '0', '5']));
  });
  it('of one year alone has no arrow and no difference', () => {
    const svg = draw([{ p: 0.5, before: null, after: 4 }]);
    expect([svg.querySelectorAll('g circle').length, svg.querySelectorAll('g path').length, texts(svg).includes('null')]).toEqual([
      1,
      0,
      true,
    ]);
  });
});

describe('the parts of a change', () => {
  const words = {
    part: (name: PartName) => name,
    n: (count: number) => `n ${count}`,
    before: 'before',
    after: 'after',
    figure: (value: number) => `${value}`,
    contribution: (value: number | null) => `${value}`,
    told: () => '',
    nothing: 'nothing',
  };
  const part = (contribution: number | null): ChangePart => ({
    n: 1,
    medianBefore: null,
    medianAfter: null,
    meanBefore: null,
    meanAfter: null,
    contribution,
  });
  const draw = (before: number | null, after: number | null, [stayers, entrants, leavers]: (number | null)[]) =>
    changeParts(document, { before, after, stayers: part(stayers!), entrants: part(entrants!), leavers: part(leavers!) }, 400, words);
  const ends = (svg: Element, name: string) => {
    const rect = svg.querySelector(`[data-row="${name}"] rect`)!;
    return [Number(rect.getAttribute('x')), Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))];
  };
  it('each begin where the one above ends, from the mean before to the mean after: 10 + 4 − 2 + 1 = 13', () => {
    const svg = draw(10, 13, [4, -2, 1]);
    const [stayers, entrants, leavers] = ['stayers', 'entrants', 'leavers'].map((name) => ends(svg, name)) as [
      number[],
      number[],
      number[],
    ];
    expect(entrants[1]).toBeCloseTo(stayers[1]!, -0.1);
    expect(leavers[0]).toBeCloseTo(entrants[0]!, -0.1);
    const after = [...svg.querySelectorAll('rect')].at(-1)!;
    expect(Number(after.getAttribute('x')) + 1.25).toBeCloseTo(leavers[1]!, 1);
    expect((stayers[1]! - stayers[0]!) / (leavers[1]! - leavers[0]!)).toBeCloseTo(4, 1);
  });
  it('are hatched where they lower the mean', () => {
    const svg = draw(10, 13, [4, -2, 1]);
    expect(['stayers', 'entrants', 'leavers'].map((name) => svg.querySelectorAll(`[data-row="${name}"] path`).length)).toEqual([0, 1, 0]);
  });
  it('of nobody have no bar, and all keep their rows', () => {
    const svg = draw(5, 5, [0, null, null]);
    expect(['stayers', 'entrants', 'leavers'].map((name) => svg.querySelectorAll(`[data-row="${name}"] rect`).length)).toEqual([1, 0, 0]);
  });
  it('are not told apart where a mean is missing', () => {
    expect(texts(draw(null, 3, [null, null, null]))).toEqual(['nothing']);
  });
});
