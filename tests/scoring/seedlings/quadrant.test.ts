import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import { detectorsOf } from '../../../scoring/seedlings/detectors';
import { quadrantCounts } from '../../../scoring/seedlings/picture';
import { restlessCount } from '../../../scoring/seedlings/quadrant';
import { keyedRowsOf } from '../../../scoring/year-rows';
import { SETTING } from '../board/literal-board';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { detect, says, settingWith } from './given';

const at = { growthCut: 0.2, technologyCut: 0.5 };

describe('growth', () => {
  const growing = (...revenue: (number | null)[]) => says(detect([{ revenue, technology: 0.9 }], at), 'quadrant')[0];
  it('10 → 17.28 over three years is 20 % a year, though the cube root says less', () => {
    expect(growing(10, 12, 14.4, 17.28)).toBe('met');
  });
  it('10 → 17.27 is not', () => {
    expect(growing(10, 12, 14.4, 17.27)).toBe('unmet');
  });
  it('needs only both ends of the window', () => {
    expect(growing(10, null, null, 20)).toBe('met');
  });
  it('is unknown without a base, of a base year that is blank, over a base of 0 and over a loss', () => {
    expect([growing(12, 14, 20), growing(null, 12, 14, 20), growing(0, 12, 14, 20), growing(-1, 12, 14, 20)]).toEqual(
      Array.from({ length: 4 }, () => 'unknown'),
    );
  });
  it('that ends in nothing or below is none, though what became a loss has no rate', () => {
    expect([growing(10, 5, 1, 0), growing(10, 5, 1, -1)]).toEqual(['unmet', 'unmet']);
  });
  it('over a base below the floor is not applicable; a base at the floor counts', () => {
    expect([growing(0.999, 2, 3, 9), growing(1, 2, 3, 9)]).toEqual(['not_applicable', 'met']);
  });
});

describe('technology', () => {
  const strong = (technology: number | null) => says(detect([{ revenue: [10, 12, 15, 20], technology }], at), 'quadrant')[0];
  it('is met at the cut and unmet below it', () => {
    expect([strong(0.5), strong(0.49)]).toEqual(['met', 'unmet']);
  });
  it('is unknown where nothing of the group is known: missing is not zero', () => {
    expect(strong(null)).toBe('unknown');
  });
  it('that is missing does not save a firm that did not grow', () => {
    expect(says(detect([{ revenue: [10, 10, 10, 10], technology: null }], at), 'quadrant')).toEqual(['unmet']);
  });
  it('known in part is unknown while the missing part could lift it over the cut', () => {
    // 60 of 100 points known. 0.5 of them = 30 %, at most 70 %; 0.1 of them = 6 %, at most 46 %; 0.9 of them = 54 % already.
    const scheme = schemeWith({
      groups: [{ id: 'tech' }],
      indicators: [
        { id: 'a', group: 'tech', formula: 'x_a', rule: { is: 'linear', from: 0, to: 1 }, of: 60 },
        { id: 'b', group: 'tech', formula: 'x_b', rule: { is: 'linear', from: 0, to: 1 }, of: 40 },
      ],
    });
    const panel = panelOf(
      {
        revenue: [1e7, 1e7, 1e7, 3e7, 3e7, 3e7],
        x_a: [0, 0, 0, 0.5, 0.1, 0.9],
        x_b: [0, 0, 0, null, null, null],
      },
      { firm: [0, 1, 2, 0, 1, 2], year: [2021, 2021, 2021, 2024, 2024, 2024] },
    );
    const ctx = scorePanel(panel, scheme, { ...SETTING, schemeHash: 'part' });
    expect(says(detectorsOf(ctx, 2024, keyedRowsOf(panel, 2024), settingWith(at)), 'quadrant')).toEqual(['unknown', 'unmet', 'met']);
  });
  it('of a vetoed firm is held against nobody’s', () => {
    const found = detect(
      [
        { revenue: [10, 12, 15, 20], technology: 1, dishonest: true },
        { revenue: [10, 12, 15, 20], technology: 0.2 },
      ],
      {
        technologyCut: null,
      },
    );
    expect(found.cuts.technology).toBe(0.2);
    expect(says(found, 'quadrant')).toEqual(['unknown', 'met']);
  });
});

describe('cuts', () => {
  const four = [
    { revenue: [10, 0, 0, 80], technology: 0.2 },
    { revenue: [10, 0, 0, 33.75], technology: 0.4 },
    { revenue: [10, 0, 0, 10], technology: 0.6 },
    { revenue: [0.1, 0, 0, 90], technology: 0.9 },
  ];
  it('are the peers’ medians where none is given, a base below the floor left out of that of growth', () => {
    // Growths 100 %, 50 %, 0 %; shares 0.2, 0.4, 0.6, 0.9.
    const { cuts } = detect(four, { growthCut: null, technologyCut: null });
    expect(cuts.growth).toBeCloseTo(0.5, 12);
    expect(cuts.technology).toBe(0.5);
  });
  it('that nobody can be measured for are none, and everybody is unknown', () => {
    const found = detect([{ revenue: [10], technology: 0.2 }], { growthCut: null });
    expect(found.cuts.growth).toBeNull();
    expect(says(found, 'quadrant')).toEqual(['unknown']);
  });
  it('leave every firm in one quadrant or out of them', () => {
    const { sides } = detect(four, { growthCut: 0.5, technologyCut: 0.4 });
    expect(quadrantCounts(sides)).toEqual({ both: 1, growth: 1, technology: 1, neither: 0, unknown: 1 });
  });
  it('moved by 5 points move those within 5 points of them', () => {
    // Growths 20 %, 26 % and −50 %; shares 0.52, 0.9 and 0.1: only the first is within reach, the second stands 6 points off.
    const found = detect(
      [
        { revenue: [100, 0, 0, 172.8], technology: 0.52 },
        { revenue: [100, 0, 0, 200.0376], technology: 0.9 },
        { revenue: [100, 0, 0, 12.5], technology: 0.1 },
      ],
      at,
    );
    expect(restlessCount(found.figures, found.cuts, found.sides)).toBe(1);
  });
});

it('a figure that goes up never takes a firm out of the quadrant, wherever the cuts', () => {
  const firm = fc.record({ end: fc.integer({ min: 1, max: 60 }), technology: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(
      fc.array(firm, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(null, 0.2),
      (firms, more, cut) => {
        const given = firms.map(({ end, technology }) => ({ revenue: [10, null, null, end], technology: technology / 20 }));
        const cuts = { growthCut: cut, technologyCut: cut };
        const before = says(detect(given, cuts), 'quadrant')[0];
        if (before !== 'met') return;
        const first = given[0]!;
        expect(
          says(detect([{ ...first, revenue: [10, null, null, first.revenue[3]! + more] }, ...given.slice(1)], cuts), 'quadrant')[0],
        ).toBe('met');
        const higher = { ...first, technology: Math.min(1, first.technology + more / 20) };
        expect(says(detect([higher, ...given.slice(1)], cuts), 'quadrant')[0]).toBe('met');
      },
    ),
    { numRuns: 60 },
  );
});
