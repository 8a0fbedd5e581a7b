import { describe, expect, it } from 'vitest';
import { asEdited } from '../../../scoring/scheme/edited';
import { tryFormula } from '../../../scoring/scheme/try-formula';
import { schemeOf } from '../schemes';
import { kindOf, unitOf } from './dictionary';

const official = schemeOf('data/schemes/cn-tech-sme-2017.json');
const first = official.indicators[0]!;
const withFirst = (part: Partial<typeof first>) => ({ ...official, indicators: official.indicators.with(0, { ...first, ...part }) });

describe('asEdited', () => {
  it('an official number that was changed is illustrative, and so is the scheme; the others stay official', () => {
    const edited = asEdited(official, withFirst({ weight: 21 }));
    expect(edited.indicators.map(({ provenance }) => provenance)).toEqual([
      'illustrative',
      ...official.indicators.slice(1).map(({ provenance }) => provenance),
    ]);
    expect(edited.provenance).toBe('illustrative');
  });
  it('put back as it was, it is what its parent says', () => {
    const there = asEdited(official, withFirst({ weight: 21 }));
    expect(
      asEdited(official, { ...there, indicators: there.indicators.with(0, { ...there.indicators[0]!, weight: first.of }) }).provenance,
    ).toBe('illustrative');
    expect(asEdited(official, { ...there, indicators: there.indicators.with(0, { ...first, provenance: 'illustrative' }) })).toEqual(
      official,
    );
  });
  it('another name makes no number another', () => {
    expect(asEdited(official, withFirst({ name: { zh: '新名', en: 'New name' } })).provenance).toBe(official.provenance);
  });
  it('a shortcut of the pass line that is another condition is illustrative, one that is only called otherwise is not, and the others stay official', () => {
    const { pass } = official;
    const withShortcut = (part: object) => ({
      ...official,
      pass: { ...pass, anyOf: pass!.anyOf!.with(0, { ...pass!.anyOf![0]!, ...part }) },
    });
    const marks = (scheme: typeof official) => [scheme.provenance, ...scheme.pass!.anyOf!.map(({ provenance }) => provenance)];
    expect(marks(asEdited(official, withShortcut({ formula: 'false' })))).toEqual([
      'illustrative',
      'illustrative',
      'official',
      'official',
      'official',
    ]);
    expect(marks(asEdited(official, withShortcut({ name: { zh: '高企', en: 'HNTE' } })))).toEqual(marks(official));
    const there = asEdited(official, withShortcut({ formula: 'false' }));
    expect(asEdited(official, { ...there, pass })).toEqual(official);
  });
  it('an option of a best-of called otherwise makes no number another; one with another formula, or in another place, does', () => {
    const at = official.indicators.findIndex(({ rule }) => rule.is === 'best-of');
    const { rule } = official.indicators[at]!;
    if (rule.is !== 'best-of') throw new Error('no best-of');
    const marked = (options: typeof rule.options) =>
      asEdited(official, {
        ...official,
        indicators: official.indicators.with(at, { ...official.indicators[at]!, rule: { ...rule, options } }),
      }).indicators[at]!.provenance;
    const [first] = rule.options;
    expect(marked(rule.options.with(0, { ...first!, name: { zh: '新名', en: 'New name' } }))).toBe('official');
    expect(marked(rule.options.with(0, { ...first!, formula: 'revenue' }))).toBe('illustrative');
    expect(marked(rule.options.toReversed())).toBe('illustrative');
  });
  it('a ceiling moved, or an indicator taken out, makes the scheme illustrative', () => {
    expect(asEdited(official, { ...official, cap: 90 }).provenance).toBe('illustrative');
    expect(asEdited(official, { ...official, indicators: official.indicators.slice(1) }).provenance).toBe('illustrative');
  });
});

describe('tryFormula', () => {
  const nameOf = (field: string) => ({ zh: `「${field}」`, en: field });
  const attempt = (text: string, wanted: 'number' | 'truth' = 'number') => tryFormula(text, wanted, { kindOf, unitOf }, nameOf);
  it('says what a formula yields, and in which units thresholds over it may stand', () => {
    expect(attempt('rd_expense / revenue')).toMatchObject({ problems: [], dimension: 'ratio', units: ['ratio', '%', '‰'] });
    expect(attempt('revenue').units).toContain('万元');
    expect(attempt('rd_expense / revenue').words).toEqual({ zh: '「rd_expense」 ÷ 「revenue」', en: 'rd_expense ÷ revenue' });
  });
  it.each([
    ['', 'number', 'empty', 0],
    ['revenue / ', 'number', 'expected_value', 10],
    ['revenu', 'number', 'unknown_field', 0],
    ['revenue > 5', 'number', 'needs_number', 0],
    ['revenue', 'truth', 'needs_truth', 0],
  ] as const)('%j as %s: %s at %d', (text, wanted, code, at) => {
    const { problems, words } = attempt(text, wanted);
    expect([problems[0]?.code, problems[0]?.at, words]).toEqual([code, at, null]);
  });
});
