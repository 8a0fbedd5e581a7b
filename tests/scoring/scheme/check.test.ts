import { describe, expect, it } from 'vitest';
import { checkScheme, checkSchemeText } from '../../../scoring/scheme/check';
import type { Tier } from '../../../scoring/scheme/format';
import { kindOf, unitOf } from './dictionary';
import { sampleScheme } from './sample-scheme';

type Sample = ReturnType<typeof sampleScheme>;
const problems = (change: (scheme: Sample) => void): string[] => {
  const scheme = sampleScheme();
  change(scheme);
  const checked = checkScheme(scheme, kindOf, unitOf);
  expect(checked.scheme === null).toBe(checked.problems.some(({ severity }) => severity === 'error'));
  return checked.problems.map(({ severity, code, path, given }) =>
    `${severity === 'error' ? '' : 'warning '}${code} ${path} ${given}`.trim(),
  );
};
const rule = (scheme: Sample, at = 0): Record<string, unknown> => scheme.indicators[at]!['rule'] as Record<string, unknown>;

describe('checkScheme names the place and what stands there', () => {
  it('unknown keys, as JSON pointers', () => {
    expect(problems((scheme) => Object.assign(rule(scheme), { 'a/b~c': 1 }))).toEqual(['unknown_key /indicators/0/rule/a~1b~0c a/b~c']);
  });
  it('all faults of form at once', () => {
    expect(
      problems((scheme) => {
        scheme.indicators[0]!['of'] = 0;
        scheme.currency = 'yuan';
        Object.assign(scheme.gates[0]!, { colour: 1 });
      }),
    ).toEqual(['bad_pattern /currency yuan', 'zero_of /indicators/0/of 0 → 0.000001', 'unknown_key /gates/0/colour colour']);
  });

  it.each<[string, (scheme: Sample) => void, string[]]>([
    ['two indicators of one id', (s) => (s.indicators[1]!['id'] = 'A'), ['duplicate_id /indicators/1/id A']],
    [
      'two options of one id',
      (s) => ((rule(s, 1)['options'] as { id: string }[])[1]!.id = 'o1'),
      ['duplicate_id /indicators/1/rule/options/1/id o1'],
    ],
    [
      'an unknown group',
      (s) => s.indicators.slice(2).forEach((indicator) => (indicator['group'] = 'nobody')),
      [...[2, 3, 4, 5].map((at) => `unknown_group /indicators/${at}/group nobody`), 'empty_group /groups/1 extra'],
    ],
    ['an unknown default stage', (s) => (s.defaultStage = 'middle'), ['unknown_stage /defaultStage middle']],
    [
      'weights for an unknown stage and none for a known one',
      (s) => (s.indicators[0]!['weight'] = { young: 70, ancient: 1 }),
      ['unknown_stage /indicators/0/weight/ancient ancient', 'stage_weight_missing /indicators/0/weight old'],
    ],
    [
      'weights by stage without stages',
      (s) =>
        Object.assign(s, {
          stages: [],
          defaultStage: null,
          comparison: 'year',
          indicators: [s.indicators[0], { ...s.indicators[1], weight: 40 }, s.indicators[2]],
        }),
      ['weights_without_stages /indicators/0/weight young, old'],
    ],
    ['an unknown group in the pass line', (s) => (s.pass['groups'] = { out: 1 }), ['unknown_group /pass/groups/out out']],
    ['an unknown indicator in the pass line', (s) => (s.pass['positive'] = ['Z']), ['unknown_indicator /pass/positive/0 Z']],
    ['a day that is none', (s) => (s.effective.to = '2023-02-29'), ['bad_date /effective/to 2023-02-29']],
    ['dates the wrong way round', (s) => (s.effective.to = '2022-12-31'), ['dates_reversed /effective 2023-01-01 → 2022-12-31']],
    [
      'weights that do not add up',
      (s) => (s.fullMark = 90),
      ['warning weights_do_not_add_up /indicators 100 → 90 young', 'warning weights_do_not_add_up /indicators 100 → 90 old'],
    ],
    [
      'one stage whose weights do not add up',
      (s) => (s.indicators[1]!['weight'] = { young: 30, old: 38.5 }),
      ['warning weights_do_not_add_up /indicators 98.5 → 100 old'],
    ],
    [
      'a linear rule of no width',
      (s) => (s.indicators[2]!['rule'] = { is: 'linear', from: 2, to: 2 }),
      ['equal_bounds /indicators/2/rule 2'],
    ],
    [
      'goalposts the wrong way round',
      (s) => (s.indicators[2]!['rule'] = { is: 'goalposts', low: 2, high: 1 }),
      ['bounds_reversed /indicators/2/rule 2 → 1'],
    ],
    [
      'standard scores the wrong way round',
      (s) => Object.assign(rule(s, 3), { from: 1, to: -1 }),
      ['bounds_reversed /indicators/3/rule 1 → -1'],
    ],
    ['one standard score', (s) => Object.assign(rule(s, 3), { from: 1, to: 1 }), ['equal_bounds /indicators/3/rule 1']],
    [
      'a target in a unit of another kind',
      (s) => Object.assign(s.indicators[4]!, { formula: 'revenue' }) && Object.assign(rule(s, 4), { unit: '%' }),
      ['unit_dimension /indicators/4/rule/unit % → money'],
    ],
    [
      'peers of a stage without stages',
      (s) =>
        Object.assign(s, { stages: [], defaultStage: null, comparison: 'year' }) && s.indicators.forEach((one) => delete one['weight']),
      ['comparison_without_stages /indicators/3/rule/within industry*stage'],
    ],
    [
      'a treatment before a rule that compares with nobody',
      (s) => (s.indicators[2]!['treatment'] = { log: true }),
      ['treatment_not_here /indicators/2/treatment per-unit'],
    ],
    [
      'a treatment of a best-of',
      (s) => (s.indicators[1]!['treatment'] = { winsorise: [0, 0.9] }),
      ['treatment_not_here /indicators/1/treatment best-of'],
    ],
    [
      'a logarithm before a ratio',
      (s) => (s.indicators[5]!['treatment'] = { log: true }),
      ['log_not_here /indicators/5/treatment/log ratio'],
    ],
    [
      'quantiles the wrong way round',
      (s) => (s.indicators[5]!['treatment'] = { winsorise: [0.9, 0.1] }),
      ['quantiles_reversed /indicators/5/treatment/winsorise 0.9 → 0.1'],
    ],
    ['a mean of power 0', (s) => (s.means.groups.power = 0), ['power_zero /means/groups/power 0']],
    ['a mean of a negative power without a floor', (s) => (s.means.groups.power = -1), ['floor_needed /means/groups/floor 0']],
    [
      'a direction the rule contradicts',
      (s) => (s.indicators[2]!['direction'] = 'less'),
      ['direction_contradicts /indicators/2/direction less → per-unit'],
    ],
    [
      'a threshold in a unit of another dimension',
      (s) => (rule(s)['unit'] = '万元'),
      ['unit_dimension /indicators/0/rule/unit 万元 → ratio'],
    ],
    [
      'a money threshold without a unit',
      (s) => delete (rule(s, 1)['options'] as { rule: { unit?: string } }[])[1]!.rule.unit,
      ['warning money_without_unit /indicators/1/rule/options/1/rule log'],
    ],
    [
      'a formula that compares money with a bare number',
      (s) => (s.gates[0]!.formula = 'revenue <= 20000'),
      ['warning money_without_unit /gates/0/formula revenue <= 20000'],
    ],
    ['a formula of the wrong kind', (s) => (s.vetoes[0]!.formula = 'revenue'), ['formula_kind /vetoes/0/formula truth → number']],
    [
      'an unknown field, with the nearest name',
      (s) => (s.indicators[2]!['formula'] = 'platfroms'),
      ['formula /indicators/2/formula platfroms → platforms'],
    ],
    ['a formula that does not parse', (s) => (s.stages[0]!.when = 'age <'), ['formula /stages/0/when']],
  ])('%s', (_, change, wanted) => {
    expect(problems(change)).toEqual(wanted);
  });

  it('what is wrong inside a formula, and where', () => {
    const scheme = sampleScheme();
    scheme.indicators[2]!['formula'] = 'platforms + nothing_like_it';
    const [problem] = checkScheme(scheme, kindOf, unitOf).problems;
    expect(problem?.formula).toMatchObject({ code: 'unknown_field', at: 12, length: 15 });
  });
  it('full marks that differ between stages, where none is declared', () => {
    expect(
      problems((scheme) => {
        Reflect.deleteProperty(scheme, 'fullMark');
        scheme.indicators[1]!['weight'] = 40;
      }),
    ).toEqual(['warning full_marks_differ /indicators young 110, old 100']);
  });
});

describe('tiers must tile the line', () => {
  const tile = (tiers: readonly Tier[]): string[] => problems((scheme) => (rule(scheme)['tiers'] = tiers));
  const path = '/indicators/0/rule/tiers';
  it.each<[string, Tier[], string[]]>([
    [
      'overlap',
      [
        { from: null, to: 6, points: 0 },
        { from: 5, to: null, points: 60 },
      ],
      [`tiers_overlap ${path}/1/from #1 (−∞, 6) ∩ #2 [5, +∞)`],
    ],
    [
      'hole',
      [
        { from: 6, to: null, points: 60 },
        { from: null, to: 5, points: 0 },
      ],
      [`tiers_hole ${path}/0/from #2 (−∞, 5) | #1 [6, +∞)`],
    ],
    [
      'boundary twice',
      [
        { from: null, to: 5, toClosed: true, points: 0 },
        { from: 5, to: null, points: 60 },
      ],
      [`tiers_boundary_twice ${path}/1/from #1 (−∞, 5] ∩ #2 [5, +∞): 5`],
    ],
    [
      'boundary never',
      [
        { from: null, to: 5, points: 0 },
        { from: 5, fromOpen: true, to: null, points: 60 },
      ],
      [`tiers_boundary_never ${path}/1/from #1 (−∞, 5) | #2 (5, +∞): 5`],
    ],
    [
      'nothing below 0 said',
      [
        { from: 0, to: 5, points: 0 },
        { from: 5, to: null, points: 60 },
      ],
      [`tiers_hole ${path}/0/from −∞ | #1 [0, 5)`],
    ],
    [
      'nothing above 9 said',
      [
        { from: null, to: 5, points: 0 },
        { from: 5, to: 9, points: 60 },
      ],
      [`tiers_hole ${path}/1/to #2 [5, 9) | +∞`],
    ],
    [
      'two whole lines',
      [
        { from: null, to: null, points: 0 },
        { from: null, to: null, points: 60 },
      ],
      [`tiers_overlap ${path}/1/from #1 (−∞, +∞) ∩ #2 (−∞, +∞)`],
    ],
    [
      'empty tier',
      [
        { from: null, to: 5, points: 0 },
        { from: 5, to: 5, points: 1 },
        { from: 5, to: null, points: 60 },
      ],
      [`tier_empty ${path}/1 #2 [5, 5)`],
    ],
    [
      'reversed tier',
      [
        { from: 7, to: 5, points: 0 },
        { from: 5, to: null, points: 60 },
      ],
      [`tier_empty ${path}/0 #1 [7, 5)`],
    ],
    [
      'reversed interval',
      [
        { from: null, to: 5, points: [9, 3] },
        { from: 5, to: null, points: 60 },
      ],
      [`interval_reversed ${path}/0/points 9 → 3`],
    ],
    [
      'more than full points',
      [
        { from: null, to: 5, points: 0 },
        { from: 5, to: null, points: 61 },
      ],
      [`points_above_of ${path}/1/points 61 → 60`],
    ],
    [
      'never full points',
      [
        { from: null, to: 5, points: 0 },
        { from: 5, to: null, points: 50 },
      ],
      [`warning no_full_points ${path} 50 → 60`],
    ],
  ])('%s', (_, tiers, wanted) => {
    expect(tile(tiers)).toEqual(wanted);
  });
  it('in any order, with a single value between two', () => {
    expect(
      tile([
        { from: 3, to: null, fromOpen: true, points: 60 },
        { from: null, to: 3, points: 0 },
        { from: 3, to: 3, toClosed: true, points: 7 },
      ]),
    ).toEqual([]);
  });
});

describe('a scheme is built field by field, complete', () => {
  it('with defaults, provenance from the group and then the scheme', () => {
    const { scheme } = checkScheme(
      {
        format: 1,
        id: 's',
        version: '1',
        name: { zh: '甲', en: 'A' },
        provenance: 'memory',
        groups: [{ id: 'g', name: { zh: '乙', en: 'B' }, provenance: 'reported' }],
        indicators: [
          {
            id: 'a',
            name: { zh: '丙', en: 'C' },
            group: 'g',
            formula: 'total_liabilities / total_assets',
            rule: { is: 'linear', from: 1, to: 0.5 },
            of: 5,
          },
        ],
      },
      kindOf,
      unitOf,
    );
    expect(scheme).toEqual({
      format: 1,
      id: 's',
      version: '1',
      name: { zh: '甲', en: 'A' },
      effective: { from: null, to: null },
      currency: 'CNY',
      comparison: 'year',
      stages: [],
      defaultStage: null,
      stageProvenance: null,
      groups: [{ id: 'g', name: { zh: '乙', en: 'B' }, kind: 'base', provenance: 'reported' }],
      indicators: [
        {
          id: 'a',
          name: { zh: '丙', en: 'C' },
          group: 'g',
          formula: 'total_liabilities / total_assets',
          rule: { is: 'linear', from: 1, to: 0.5 },
          of: 5,
          direction: 'less',
          missing: 'zero',
          provenance: 'reported',
        },
      ],
      deductions: [],
      deductionCap: null,
      gates: [],
      vetoes: [],
      pass: null,
      cap: null,
      minimumCoverage: 0,
      provenance: 'memory',
      sources: [],
    });
  });
  it('and shares nothing with the document', () => {
    const json = sampleScheme();
    const { scheme } = checkScheme(json, kindOf, unitOf);
    json.name.zh = '别的';
    json.groups[0]!.id = 'other';
    expect([scheme!.name.zh, scheme!.groups[0]!.id]).toEqual(['示例', 'input']);
  });
});

describe('a document that is no scheme at all', () => {
  const codes = (json: unknown): string[] => checkScheme(json, kindOf).problems.map(({ code, path }) => `${code} ${path}`.trim());
  it.each<[unknown, string]>([
    [null, 'wrong_kind'],
    ['scheme', 'wrong_kind'],
    [[], 'wrong_kind'],
    [NaN, 'not_finite'],
    [undefined, 'not_json'],
    [() => 1, 'not_json'],
    [{ note: Infinity }, 'not_finite /note'],
    [JSON.parse('{"a": {"__proto__": 1}}'), 'forbidden_key /a'],
    [{ a: [{ constructor: 1 }] }, 'forbidden_key /a/0'],
    [{ a: { prototype: 1 } }, 'forbidden_key /a'],
    [{ note: 'x'.repeat(5_000_001) }, 'too_big'],
  ])('%# is refused', (json, wanted) => {
    expect(codes(json)[0]).toBe(wanted);
  });
  it('nested deeper than 20 is refused, however deep', () => {
    const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner: unknown) => ({ a: inner }), 1);
    expect(codes(nested(21))[0]).toBe(`too_deep ${'/a'.repeat(20)}`);
    expect(codes(nested(20))[0]).not.toMatch('too_deep');
    expect(codes(nested(100_000))[0]).toMatch(/^too_deep/);
  });
  it('with ten million items is refused at once', () => {
    expect(codes({ groups: new Array(10_000_000).fill(0) })[0]).toBe('too_big');
  });
});

describe('checkSchemeText', () => {
  const read = (text: string) => checkSchemeText(text, kindOf, unitOf);
  it('reads a file, with or without a byte order mark', () => {
    expect(read(`\uFEFF${JSON.stringify(sampleScheme())}`).problems).toEqual([]);
  });
  it('refuses what is no JSON, and a text too long, as a problem', () => {
    expect(read('{"format": 1,').problems[0]?.code).toBe('not_json');
    expect(read(' '.repeat(5_000_001)).problems[0]?.code).toBe('too_big');
  });
  it.each([
    ['{"cap": 100, "cap": 90}', ' cap'],
    ['{"a": [1, {"x": 1}, {"y": "}", "x": 2, "y": 3}]}', '/a/2 y'],
    [String.raw`{"a\u0062": 1, "ab": 2}`, ' ab'],
  ])('refuses a key written twice: %s', (text, place) => {
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({ code: 'duplicate_key' });
    expect(`${problem!.path} ${problem!.given}`).toBe(place);
  });
  it('knows the same key in two objects, and a colon in a text, as no duplicate', () => {
    expect(read('{"a": {"x": "x\\": 1, \\"x"}, "b": {"x": ["x", "x"]}}').problems.map(({ code }) => code)).not.toContain('duplicate_key');
  });
});
