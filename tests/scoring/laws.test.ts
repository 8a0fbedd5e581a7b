import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateScheme } from '../../scoring/evaluate';
import { isAdditive } from '../../scoring/mean';
import { isRelative } from '../../scoring/rules/relative';
import type { Scheme } from '../../scoring/scheme/format';
import { STATUSES } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const FIELDS = ['a', 'b', 'c', 'd', 'penalties'] as const;
const POLICIES = ['zero', 'skip', 'fail'] as const;
type Row = { readonly firm: number; readonly year: number; readonly cells: readonly (number | null)[] };

const cell = fc.option(
  fc.integer({ min: -20, max: 120 }).map((n) => n / 4),
  { freq: 4, nil: null },
);
const rows = fc
  .uniqueArray(
    fc.record({ firm: fc.integer({ min: 0, max: 6 }), year: fc.constantFrom(2022, 2023), cells: fc.tuple(cell, cell, cell, cell, cell) }),
    {
      selector: ({ firm, year }) => `${firm} ${year}`,
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list): Row[] => list);

const values = fc
  .array(
    fc.option(
      fc.integer({ min: -8, max: 60 }).map((n) => n / 4),
      { freq: 5, nil: null },
    ),
    { minLength: 1, maxLength: 12 },
  )
  // A column of its kind needs one value to be told by.
  .filter((list) => list.some((value) => value !== null));
const relatives = fc.constantFrom(
  { is: 'percentile' } as const,
  { is: 'min-max' } as const,
  { is: 'ratio' } as const,
  { is: 'z-score', from: -1.5, to: 2 } as const,
  { is: 'target', target: 9 } as const,
);

const tiers = {
  is: 'tiers',
  tiers: [
    { from: null, to: 3, points: 0 },
    { from: 3, to: 9, points: 4 },
    { from: 9, to: null, points: 10 },
  ],
};
const RELATIVES = [
  [{ is: 'percentile' }, { is: 'min-max' }],
  [{ is: 'z-score', from: -1.5, to: 2 }, { is: 'ratio' }],
  [
    { is: 'target', target: 12 },
    { is: 'percentile', within: 'stage', least: 3 },
  ],
  [
    { is: 'ratio', within: 'stage', least: 2 },
    { is: 'z-score', from: -1, to: 1, within: 'stage', least: 4 },
  ],
] as const;
const MEANS = [
  { indicators: { is: 'geometric', floor: 0.01 } },
  { groups: { is: 'harmonic', floor: 0.05 } },
  { indicators: { is: 'power', power: 0.5, floor: 0 }, groups: { is: 'geometric', floor: 0.02 } },
];
const schemes = fc
  .record({
    policies: fc.tuple(...FIELDS.slice(0, 4).map(() => fc.constantFrom(...POLICIES))),
    relative: fc.boolean(),
    rules: fc.constantFrom(...RELATIVES),
    treatment: fc.constantFrom(undefined, { winsorise: [0.1, 0.9] }, { winsorise: [0, 0.75] }),
    means: fc.constantFrom(undefined, ...MEANS),
    cap: fc.constantFrom(null, 25),
  })
  .map(({ policies, relative, rules: [first, second], treatment, means, cap }): Scheme =>
    schemeWith({
      groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }],
      stages: [
        { id: 'low', when: 'a < 10' },
        { id: 'high', when: 'true' },
      ],
      defaultStage: 'low',
      indicators: [
        { id: 'a', formula: 'a', rule: { is: 'linear', from: 0, to: 20 }, of: 10, weight: { low: 10, high: 20 } },
        { id: 'b', formula: 'b', rule: relative ? first : tiers, of: 10, ...(relative && treatment ? { treatment } : {}) },
        { id: 'c', formula: 'c', rule: relative ? second : { is: 'log', full: 20 }, of: 10, weight: 7.3 },
        { id: 'd', group: 'x', formula: 'd', rule: { is: 'per-unit', perUnit: 1 }, of: 10 },
      ].map((indicator, at) => ({ ...indicator, missing: policies[at] })),
      deductions: [{ id: 'p', formula: 'penalties', perUnit: 2, cap: 9 }],
      cap,
      ...(means ? { means } : {}),
      minimumCoverage: 0.3,
    }),
  );

const panel = (list: readonly Row[]) =>
  panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, list.map(({ cells }) => cells[at]!)])), {
    firm: list.map(({ firm }) => firm),
    year: list.map(({ year }) => year),
  });
const run = (list: readonly Row[], scheme: Scheme) => {
  const evaluated = evaluateScheme(panel(list), scheme);
  return { evaluated, totals: total(evaluated, weightsOf(scheme)) };
};
const scored = (list: readonly Row[], scheme: Scheme): Map<string, string> => {
  const { totals } = run(list, scheme);
  return new Map(
    list.map(({ firm, year }, row) => [`${firm} ${year}`, `${STATUSES[totals.status[row]!]} ${totals.score[row]} ${totals.coverage[row]}`]),
  );
};

describe('whatever the data and the policies', () => {
  it('the order of rows does not matter', () => {
    fc.assert(
      fc.property(rows, schemes, fc.integer(), (list, scheme, turn) => {
        const shift = Math.abs(turn) % list.length;
        const turned = [...list.slice(shift), ...list.slice(0, shift)].reverse();
        expect(new Map([...scored(turned, scheme)].sort())).toEqual(new Map([...scored(list, scheme)].sort()));
      }),
    );
  });

  it('rows of another year do not matter to any rule, within-year ones included', () => {
    fc.assert(
      fc.property(rows, schemes, (list, scheme) => {
        const alone = scored(
          list.filter(({ year }) => year === 2023),
          scheme,
        );
        const together = scored(list, scheme);
        for (const [key, score] of alone) expect(together.get(key)).toBe(score);
      }),
    );
  });

  it('another firm does not matter where no rule is relative', () => {
    fc.assert(
      fc.property(rows, schemes, (list, scheme) => {
        fc.pre(!scheme.indicators.some(({ rule }) => isRelative(rule)));
        const alone = scored(list.slice(0, 1), scheme);
        for (const [key, score] of alone) expect(scored(list, scheme).get(key)).toBe(score);
      }),
    );
  });

  it('losing a value never raises a score, unless its weight is shared out', () => {
    fc.assert(
      fc.property(rows, schemes, fc.nat(), fc.integer({ min: 1, max: 3 }), (list, scheme, at, field) => {
        // Sharing a gap's weight out is the one policy under which a gap can help.
        fc.pre(scheme.indicators.every(({ missing, rule }) => missing !== 'skip' && !isRelative(rule)));
        const row = at % list.length;
        const worse = list.with(row, { ...list[row]!, cells: list[row]!.cells.with(field, null) });
        const before = run(list, scheme).totals.score[row]!;
        const after = run(worse, scheme).totals.score[row]!;
        if (!Number.isNaN(before) && !Number.isNaN(after)) expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('parts sum to the total: contributions to groups, groups to base and bonus, less deductions, within 0 and the cap', () => {
    fc.assert(
      fc.property(rows, schemes, (list, scheme) => {
        const { evaluated, totals } = run(list, scheme);
        const weights = weightsOf(scheme);
        fc.pre(isAdditive(scheme));
        list.forEach((_, row) => {
          const stage = evaluated.stage[row]!;
          scheme.groups.forEach(({ id, kind }, at) => {
            const members = scheme.indicators.flatMap((indicator, number) => (indicator.group === id ? [{ ...indicator, number }] : []));
            const isShared = members.some(({ missing }) => missing === 'skip');
            const sum = members.reduce(
              (so, { number, of }) => so + ((evaluated.indicators[number]!.points[row] || 0) / of) * weights[number]![stage]!,
              0,
            );
            if (!isShared) expect(totals.groups[at]![row]).toBeCloseTo(sum, 9);
            expect(kind === 'base' ? totals.base[row] : totals.bonus[row]).toBe(totals.groups[at]![row]);
          });
          const penalty = list[row]!.cells[4];
          expect(totals.deduction[row]).toBe(penalty === null || penalty === undefined ? 0 : Math.max(0, Math.min(9, 2 * penalty)));
          const sum = totals.base[row]! + totals.bonus[row]! - totals.deduction[row]!;
          if (!Number.isNaN(totals.score[row]!)) expect(totals.score[row]).toBe(Math.max(0, Math.min(scheme.cap ?? Infinity, sum)));
          expect(totals.unchecked[row]).toBe(penalty === null ? 1 : 0);
        });
      }),
    );
  });

  it('a unit does not matter to a rule that compares: values a thousand times as large give the same points', () => {
    fc.assert(
      fc.property(values, relatives, fc.constantFrom(undefined, { winsorise: [0.1, 0.9] }, { log: true }), (list, rule, treatment) => {
        fc.pre(!(treatment && 'log' in treatment) || rule.is === 'min-max' || rule.is === 'z-score');
        const scheme = (factor: number): Scheme =>
          schemeWith({
            indicators: [
              {
                id: 'a',
                formula: 'a',
                rule: rule.is === 'target' ? { ...rule, target: rule.target * factor } : rule,
                of: 10,
                ...(treatment ? { treatment } : {}),
              },
            ],
          });
        const of = (factor: number) =>
          evaluateScheme(panelOf({ a: list.map((value) => value && value * factor) }), scheme(factor)).indicators[0]!;
        const [plain, scaled] = [of(1), of(1024)];
        expect([...scaled.reasons]).toEqual([...plain.reasons]);
        scaled.points.forEach((points, row) => {
          if (plain.reasons[row] === 0) expect(points).toBeCloseTo(plain.points[row]!, 8);
        });
      }),
    );
  });

  it('a firm that is there twice earns what its double earns', () => {
    fc.assert(
      fc.property(values, relatives, fc.nat(), (list, rule, at) => {
        const double = [...list, list[at % list.length]!];
        const { points, reasons } = evaluateScheme(
          panelOf({ a: double }),
          schemeWith({ indicators: [{ id: 'a', formula: 'a', rule, of: 10 }] }),
        ).indicators[0]!;
        expect([points.at(-1), reasons.at(-1)]).toEqual([points[at % list.length], reasons[at % list.length]]);
      }),
    );
  });

  it('a firm without a value does not matter to those with one', () => {
    fc.assert(
      fc.property(values, relatives, (list, rule) => {
        const scheme = schemeWith({ indicators: [{ id: 'a', formula: 'a', rule, of: 10 }] });
        const of = (cells: (number | null)[]) => evaluateScheme(panelOf({ a: cells }), scheme).indicators[0]!;
        const [alone, beside] = [of([...list]), of([...list, null])];
        expect([...beside.points.subarray(0, list.length)]).toEqual([...alone.points]);
        expect([...beside.reasons.subarray(0, list.length)]).toEqual([...alone.reasons]);
      }),
    );
  });

  it('the name of a column does not matter', () => {
    fc.assert(
      fc.property(values, relatives, (list, rule) => {
        const of = (name: string) =>
          evaluateScheme(panelOf({ [name]: [...list] }), schemeWith({ indicators: [{ id: 'i', formula: name, rule, of: 10 }] }))
            .indicators[0]!;
        expect(of('zz')).toEqual(of('a'));
      }),
    );
  });

  it('points are within 0 and full, or there is a reason; a NaN never goes without one', () => {
    fc.assert(
      fc.property(rows, schemes, (list, scheme) => {
        const { evaluated, totals } = run(list, scheme);
        evaluated.indicators.slice(0, 3).forEach(({ points, reasons }) =>
          points.forEach((value, row) => {
            if (reasons[row] !== 0) expect(value).toBeNaN();
            else expect(value >= 0 && value <= 10 + 1e-9).toBe(true);
          }),
        );
        for (const numbers of [...totals.groups, ...totals.lost, totals.base, totals.bonus, totals.deduction, totals.coverage])
          expect(numbers.every((value) => Number.isFinite(value) && value >= -1e-9)).toBe(true);
      }),
    );
  });
});
