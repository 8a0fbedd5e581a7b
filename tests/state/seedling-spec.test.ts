import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSeedlingText, SEEDLING_DEFAULTS, seedlingText, type SeedlingSpec } from '../../src/state/seedling-spec';

function read(text: string) {
  const refused: string[] = [];
  const spec = readSeedlingText(text, (key, value) => {
    refused.push(`${key}=${value}`);
    return null;
  });
  return { spec, refused };
}
const { setting, backTest } = SEEDLING_DEFAULTS;

it('nothing in the address is the room as it is', () => {
  expect(read('')).toEqual({ spec: SEEDLING_DEFAULTS, refused: [] });
  expect(seedlingText(SEEDLING_DEFAULTS)).toBe('');
});

it.each<[string, Partial<SeedlingSpec>]>([
  ['sd.growth=0.35', { setting: { ...setting, growthCut: 0.35 } }],
  ['sd.growth=-0.05', { setting: { ...setting, growthCut: -0.05 } }],
  ['sd.growth=median', { setting: { ...setting, growthCut: null } }],
  ['sd.tech=0', { setting: { ...setting, technologyCut: 0 } }],
  ['sd.floor=none', { setting: { ...setting, floor: null } }],
  ['sd.floor=0', { setting: { ...setting, floor: 0 } }],
  ['sd.field=rd_expense&sd.years=2', { setting: { ...setting, field: 'rd_expense', years: 2 } }],
  ['sd.top=0', { setting: { ...setting, topShare: 0 } }],
  ['sd.gate=oecd-hge&sd.gate=own', { setting: { ...setting, gates: ['oecd-hge', 'own'] } }],
  ['sd.rule=', { rules: [] }],
  ['sd.rule=a&sd.rule=b', { rules: ['a', 'b'] }],
  ['sd.firm=91000000MA0000001R', { firm: '91000000MA0000001R' }],
  ['bt.asof=2020%2C2021', { backTest: { ...backTest, asOf: [2020, 2021] } }],
  ['bt.horizon=3&bt.k=100&bt.embargo=on', { backTest: { ...backTest, horizon: 3, k: 100, embargo: true } }],
  ['bt.outcome=title%3B%E9%AB%98%E4%BC%81', { backTest: { ...backTest, outcome: { is: 'title', title: '高企' } } }],
  ['bt.outcome=score_rise%3B5', { backTest: { ...backTest, outcome: { is: 'score_rise', points: 5 } } }],
])('%s says what it says, and is written back so', (text, part) => {
  const wanted = { ...SEEDLING_DEFAULTS, ...part };
  expect(read(text)).toEqual({ spec: wanted, refused: [] });
  expect(seedlingText(wanted)).toBe(text);
});

it.each([
  'sd.growth=fast',
  'sd.growth=-1',
  'sd.tech=1.2',
  'sd.years=0',
  'sd.years=2.5',
  'sd.least=8',
  'sd.top=20',
  'sd.floor=-1',
  'bt.horizon=0',
  'bt.k=0',
  'bt.asof=soon',
  'bt.outcome=luck',
  'bt.outcome=high_growth;x;revenue',
])('%s is refused, and the default stands', (text) => {
  expect(read(text)).toEqual({ spec: SEEDLING_DEFAULTS, refused: [text] });
});

it('whatever can be set survives the address', () => {
  const ratio = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  const id = fc.string({ minLength: 1 });
  const spec: fc.Arbitrary<SeedlingSpec> = fc.record({
    setting: fc.record({
      field: fc.constantFrom('revenue', 'rd_expense'),
      years: fc.integer({ min: 1, max: 10 }),
      floor: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
      growthCut: fc.option(ratio),
      technologyCut: fc.option(ratio),
      technology: fc.option(id),
      topShare: ratio,
      atLeast: fc.integer({ min: 1, max: 7 }),
      gates: fc.array(id, { maxLength: 3 }),
    }),
    rules: fc.option(fc.array(id, { maxLength: 3 })),
    firm: fc.option(id),
    backTest: fc.record({
      asOf: fc.option(fc.uniqueArray(fc.integer({ min: 2000, max: 2030 }), { minLength: 1 }).map((years) => years.sort((a, b) => a - b))),
      horizon: fc.integer({ min: 1, max: 10 }),
      outcome: fc.oneof(
        fc.record({ is: fc.constant('high_growth' as const), field: fc.constant('revenue'), rate: ratio }),
        fc.record({ is: fc.constant('title' as const), title: id }),
        fc.record({ is: fc.constant('score_rise' as const), points: ratio }),
      ),
      k: fc.integer({ min: 1, max: 10_000 }),
      embargo: fc.boolean(),
    }),
  });
  fc.assert(
    fc.property(spec, (one) => {
      expect(read(seedlingText(one))).toEqual({ spec: one, refused: [] });
    }),
  );
});
