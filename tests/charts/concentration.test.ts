// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../scoring/statistics/answer';
import { concentrationYears } from '../../src/charts/concentration-years';
import { lorenz, lorenzPlan, selectedLorenz, type LorenzShown, type LorenzWords } from '../../src/charts/lorenz';
import { shareByDecile } from '../../src/charts/share-by-decile';

const found = (value: number): Answer => ({ value, reason: null, n: 9 });
const refused: Answer = { value: null, reason: 'negative', n: 9 };
const texts = (svg: SVGElement) => [...svg.querySelectorAll('text')].map((text) => text.textContent);

describe('the Lorenz curve', () => {
  const words: LorenzWords = {
    tick: (share) => `${share}`,
    unit: '',
    firms: 'firms',
    sum: 'sum',
    equality: 'equal',
    all: (gini) => `all ${gini}`,
    selected: (gini) => `selected ${gini}`,
    pin: ({ name }) => name,
    refused: 'refused',
  };
  // 32 and 12 px beside, 20 above, 36 below: 100 × 100 px.
  const size = { width: 144, height: 156 };
  const two = { at: [0, 0.5, 1], height: [0, 0.1, 1] };
  const shownOf = (part: Partial<LorenzShown>): LorenzShown => ({
    lorenz: { all: two, selected: null },
    gini: found(0.4),
    giniSelected: null,
    pins: [],
    ...part,
  });
  it('of two firms with a tenth and nine tenths bends at half the firms', () => {
    const svg = lorenz(document, shownOf({}), size, words);
    expect(svg.querySelector('[data-layer="all"] path')!.getAttribute('d')).toBe('M32 120L82 110L132 20');
    expect(texts(svg)).toContain('all 0.4');
  });
  it('has the diagonal of equal shares, dashed', () => {
    const dashed = lorenz(document, shownOf({}), size, words).querySelector('line[stroke-dasharray]')!;
    expect(['x1', 'y1', 'x2', 'y2'].map((key) => dashed.getAttribute(key))).toEqual(['32', '120', '132', '20']);
  });
  it('puts a pinned firm on it, with a line to the ground', () => {
    const pin = { firm: 'f', name: 'F', value: 1, percentile: 0.5, rank: 1, n: 2, segment: null, next: null };
    const svg = lorenz(
      document,
      shownOf({
        pins: [
          { ...pin, at: 0.5, height: 0.1 },
          { ...pin, name: 'G', at: null, height: null },
        ],
      }),
      size,
      words,
    );
    expect(svg.querySelectorAll('[data-pin]')).toHaveLength(1);
    expect(svg.querySelector('[data-pin] path')!.getAttribute('d')).toMatch(/^M82 105.5L/);
  });
  it('that is refused says why, without a curve or a diagonal', () => {
    const svg = lorenz(document, shownOf({ lorenz: { all: null, selected: null }, gini: refused }), size, words);
    expect([svg.querySelectorAll('path').length, texts(svg).includes('refused'), texts(svg).includes('equal')]).toEqual([0, true, false]);
  });
  it('draws its selected layer by itself as in the whole', () => {
    const svg = lorenz(document, shownOf({ lorenz: { all: two, selected: two }, giniSelected: found(0.4) }), size, words);
    const [alone] = selectedLorenz(document, two, lorenzPlan(size));
    expect(alone!.isEqualNode(svg.querySelector('[data-layer="selected"] path'))).toBe(true);
  });
});

describe('shares by tenth', () => {
  const words = {
    decile: (place: number) => `${place}`,
    share: (share: number) => `${share}`,
    axis: '',
    equal: '',
    told: () => '',
    nothing: 'nothing',
  };
  const draw = (shares: readonly number[]) =>
    shareByDecile(
      document,
      shares.map((share) => ({ n: 1, from: 0, to: 0, share, cumulative: share })),
      { width: 200, height: 150 },
      words,
    );
  it('are bars as high as the shares: 100 px for the largest', () => {
    const heights = [...draw([0.1, 0.4, 0, 0.5]).querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('height')));
    expect(heights).toEqual([20, 80, 0, 100]);
  });
  it('have a dashed line at equal shares: a quarter of four', () => {
    expect(draw([0.1, 0.4, 0, 0.5]).querySelector('line[stroke-dasharray]')!.getAttribute('y1')).toBe('68.5');
  });
  it('that cannot be made say so', () => {
    expect(texts(draw([]))).toEqual(['nothing']);
  });
});

describe('concentration over years', () => {
  const words = {
    gini: 'Gini',
    cr10: 'CR10',
    year: (year: number) => `${year}`,
    figure: (_: string, value: number) => `${value}`,
    told: (_: string, answer: Answer) => `${answer.reason}`,
  };
  const draw = (ginis: readonly Answer[], width = 300) =>
    concentrationYears(
      document,
      ginis.map((gini, at) => ({ year: 2020 + at, n: 9, gini, cr10: refused, hhi: refused })),
      width,
      words,
    );
  it('break the line at a refused year, which is a dashed ring that says why', () => {
    const svg = draw([found(0.5), found(0.6), refused, found(0.7)]);
    expect(svg.querySelector('path')!.getAttribute('d')!.match(/M/g)).toHaveLength(2);
    const rings = [...svg.querySelectorAll('circle[stroke-dasharray]')];
    expect([rings.length, rings[0]!.textContent]).toEqual([5, 'negative']);
  });
  it('write the figures, the last one always', () => {
    expect(texts(draw([found(0.5), found(0.6)]))).toEqual(['Gini', '0.5', '0.6', 'CR10', '2020', '2021']);
    const many = texts(
      draw(
        Array.from({ length: 30 }, (_, at) => found(at / 100)),
        200,
      ),
    );
    expect([many.includes('0.29'), many.includes('0.28')]).toEqual([true, false]);
  });
  it('do not make a fall of a change of a thousandth', () => {
    const ys = [...draw([found(0.5), found(0.501)]).querySelectorAll('circle')].slice(0, 2).map((dot) => Number(dot.getAttribute('cy')));
    expect(Math.abs(ys[0]! - ys[1]!)).toBeLessThan(1);
  });
  it('of one year or none are drawn', () => {
    expect(texts(draw([found(0.4)]))).toContain('0.4');
    expect(draw([]).querySelectorAll('circle')).toHaveLength(0);
  });
});
