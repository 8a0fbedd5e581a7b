import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIMENSIONS } from '../../scoring/board/format';
import { DEFAULTS, SCHEME_PAGES, type Spec } from '../../src/state/spec';
import { formatSpec, parseSpec } from '../../src/state/url';

it('the defaults are the empty fragment', () => {
  expect(formatSpec(DEFAULTS)).toBe('');
  expect(parseSpec('')).toEqual({ spec: DEFAULTS, problems: [] });
});

it.each([
  ['year=2023&in.industry=%E9%9B%86%E6%88%90%E7%94%B5%E8%B7%AF', { year: 2023, segment: { industry: '集成电路' } }],
  ['view=scheme&page=consistency', { view: 'scheme', page: 'consistency' }],
  ['in.type=', { segment: { type: '' } }],
  ['sort=-field:revenue&cols=revenue,rd_expense', { sort: { key: 'field:revenue', down: true }, fields: ['revenue', 'rd_expense'] }],
  ['draft=a&w=C01:0,C02/s1:4.5&p=C02/1:7', { draft: { name: 'a', weights: { C01: 0, C02: { s1: 4.5 } }, points: { 'C02/1': 7 } } }],
])('an old link %s keeps its meaning', (link, wanted) => {
  const { spec, problems } = parseSpec(`#${link}`);
  expect(problems).toEqual([]);
  expect(spec).toEqual({ ...DEFAULTS, ...wanted });
});

it.each(['year=20x4', 'view=loans', 'sort=price', 'draft=a&w=C01:much', 'draft=a&p=__proto__:1'])('%s is dropped and reported', (link) => {
  const { spec, problems } = parseSpec(link);
  expect(problems).toHaveLength(1);
  expect({ ...spec, draft: null }).toEqual(DEFAULTS);
});

it('an unknown key is ignored', () => {
  expect(parseSpec('utm=1')).toEqual({ spec: DEFAULTS, problems: [] });
});

it('every spec survives the address', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const weight = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
  const spec: fc.Arbitrary<Spec> = fc.record({
    view: fc.constantFrom('boards', 'data', 'scheme', 'distributions', 'seedlings'),
    spread: fc
      .array(fc.tuple(fc.constantFrom('canvas', 'chart', 'sel', 'pin', 'years', 'tab.sort'), text), { maxLength: 5 })
      .map((entries) => new URLSearchParams(entries).toString()),
    seedling: fc
      .array(fc.tuple(fc.constantFrom('sd.growth', 'sd.gate', 'sd.rule', 'sd.firm', 'bt.k'), text), { maxLength: 5 })
      .map((entries) => new URLSearchParams(entries).toString()),
    compare: fc.record({
      tab: fc.constantFrom('versions', 'rise'),
      a: fc.option(text),
      b: fc.option(text),
      k: fc.integer({ min: 1, max: 999 }),
      from: fc.option(fc.integer({ min: 1990, max: 2100 })),
    }),
    firmness: fc.record({
      how: fc.constantFrom('around', 'any'),
      share: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
      draws: fc.integer({ min: 100, max: 5000 }),
      seed: fc.nat(2 ** 31 - 1),
      k: fc.integer({ min: 1, max: 1e6 }),
    }),
    year: fc.option(fc.integer({ min: 1990, max: 2100 })),
    segment: fc.dictionary(fc.constantFrom(...DIMENSIONS), text).map((segment) => ({ ...segment })),
    tree: fc.shuffledSubarray([...DIMENSIONS], { minLength: 1 }),
    search: text,
    sort: fc.record({ key: fc.constantFrom('rank', 'score', 'group:tech', 'field:revenue'), down: fc.boolean() }),
    fields: fc.uniqueArray(id, { maxLength: 3 }),
    hidden: fc.subarray(['change', 'overall', 'groups', 'history', 'coverage'] as const),
    firm: fc.option(text),
    scheme: fc.option(text),
    draft: fc.option(
      fc.record({
        name: text,
        weights: fc.dictionary(id, weight).map((w) => ({ ...w })),
        points: fc.dictionary(id, weight).map((p) => ({ ...p })),
      }),
    ),
    page: fc.constantFrom(...SCHEME_PAGES),
    edit: fc.option(text),
    indicator: fc.option(text),
    language: fc.constantFrom('zh', 'en'),
    theme: fc.constantFrom('light', 'dark', 'system'),
    rise: fc.constantFrom('red', 'green'),
    keys: fc.boolean(),
    data: fc.option(text),
  });
  fc.assert(
    fc.property(spec, (given) => {
      const read = parseSpec(formatSpec(given));
      expect(read.problems).toEqual([]);
      expect(read.spec).toEqual(given);
    }),
  );
});
