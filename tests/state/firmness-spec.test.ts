import { describe, expect, it } from 'vitest';
import { FIRMNESS_DEFAULTS } from '../../src/state/firmness-spec';
import { formatSpec, parseSpec } from '../../src/state/url';

describe('the address of a test of firmness', () => {
  it('says only what differs from the defaults, and is read back the same', () => {
    const link = 'view=scheme&fm.how=any&fm.share=0.1&fm.draws=2000&fm.seed=0&fm.k=50&page=firmness';
    const { spec, problems } = parseSpec(link);
    expect(spec.firmness).toEqual({ how: 'any', share: 0.1, draws: 2000, seed: 0, k: 50 });
    expect([problems, formatSpec(spec)]).toEqual([[], link]);
    expect(formatSpec({ ...spec, firmness: FIRMNESS_DEFAULTS })).toBe('view=scheme&page=firmness');
    expect(parseSpec('view=scheme&page=firmness').spec.firmness).toEqual({ how: 'around', share: 0.25, draws: 1000, seed: 1, k: 20 });
  });
  it.each([
    ['fm.how=both'],
    ['fm.how='],
    ['fm.share=1.01'],
    ['fm.share=-0.1'],
    ['fm.share=a'],
    ['fm.share=0.2.5'],
    ['fm.draws=99'],
    ['fm.draws=5001'],
    ['fm.draws=1e3'],
    ['fm.seed=-1'],
    ['fm.seed=4294967296'],
    ['fm.k=0'],
    ['fm.k=1.5'],
    ['fm.k=NaN'],
    ['fm.k='],
  ])('%s is dropped and reported', (link) => {
    const { spec, problems } = parseSpec(link);
    expect([spec.firmness, problems]).toEqual([FIRMNESS_DEFAULTS, [{ code: 'link_unknown_value', given: link }]]);
  });
  it.each([
    ['fm.share=0', { share: 0 }],
    ['fm.share=1', { share: 1 }],
    ['fm.share=1e-7', { share: 1e-7 }],
    ['fm.seed=4294967295', { seed: 4294967295 }],
    ['fm.k=1', { k: 1 }],
  ])('%s holds', (link, wanted) => {
    const { spec, problems } = parseSpec(link);
    expect([spec.firmness, problems, formatSpec(spec)]).toEqual([{ ...FIRMNESS_DEFAULTS, ...wanted }, [], link]);
  });
});
