// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FirmnessAnswer, NamedPair } from '../../../scoring/robustness/format';
import { ANSWER } from '../../fixtures/fake-firmness.svelte';
import { FakeWorkbench } from '../../fixtures/fake-workbench.svelte';
import { loadWords } from '../../fixtures/words';
import { arrived, read, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

/** The sections of the page under an answer, by their headings. */
async function sections(part: Partial<FirmnessAnswer>): Promise<(heading: string) => HTMLElement> {
  const workbench = new FakeWorkbench({ view: 'scheme', page: 'firmness' });
  workbench.firmness.answer = { ...ANSWER, ...part };
  const shown = show(workbench);
  end = shown.end;
  await arrived(() => shown.root.querySelector('.found'));
  return (heading) =>
    [...shown.root.querySelectorAll<HTMLElement>('.found section')].find((one) => read(one.querySelector('h2')) === heading)!;
}
const titles = (section: HTMLElement): string[] => [...section.querySelectorAll('h3')].map(read);
const pair = (stability: NamedPair['stability']): NamedPair => ({ ...ANSWER.pairs[0]!, stability });
const NOBODY = { mayLeave: [], mayLeaveCount: 0, mayCome: [], mayComeCount: 0 };

describe('the cut of the short list', () => {
  const cutUnder = async (cut: Partial<FirmnessAnswer['cut']>, pairs: readonly NamedPair[] = []) =>
    (await sections({ cut: { ...ANSWER.cut, ...cut }, pairs }))('名单在哪里不牢');

  it('names the pair that turns first, where one can', async () => {
    const said = read(await cutUnder({}));
    expect(said).toContain('名单上有 1 家（并列全收）。 最先互换的一对是企业0（第 1 名）与企业1（第 2 名）。');
  });
  it('says “may” of a pair of which only a bound is known, and why', async () => {
    const bound = { isExact: false, delta: 0.04, pair: pair({ is: 'bound', delta: 0.04, because: 'clipped' }) };
    const section = await cutUnder(bound);
    expect(titles(section)[0]).toBe('前 1 名：各项权重变动至少 ±4.0% 以内名单不变');
    expect(read(section)).toContain('最先可能互换的一对是企业0（第 1 名）与企业1（第 2 名）。');
    expect(read(section)).toContain('这一对会碰到 0 分或封顶，所以只是下界。');
  });
  it('names no pair where no weighting turns any', async () => {
    const section = await cutUnder({ delta: 1, pair: pair({ is: 'exact', delta: 1 }), ...NOBODY });
    expect(titles(section)).toEqual(['前 1 名：怎样改权重名单都不变']);
    expect(read(section)).not.toContain('互换');
  });
  it('names no pair where there is no cut, and says that of what nothing is known', async () => {
    const none = await cutUnder({ isNone: true, isExact: false, delta: 0, pair: null, inside: 3, ...NOBODY });
    expect(read(none)).toBe('名单在哪里不牢 前 1 名就是全部或没有人，谈不上取舍');
    await end!();
    const unknown = await cutUnder({ isExact: false, delta: 0, pair: null, ...NOBODY });
    expect(titles(unknown)).toEqual(['前 1 名：多大的变动会改变名单，说不准']);
  });
  it('shows no picture without neighbours, and no list of whom may leave where nobody may', async () => {
    const section = await cutUnder(NOBODY);
    expect([section.querySelector('figure'), section.querySelector('.risks')]).toEqual([null, null]);
  });
  it.each<[string, readonly NamedPair[], string]>([
    [
      'the weakest of those known exactly',
      [pair({ is: 'exact', delta: 0.5 }), pair({ is: 'exact', delta: 0.03 })],
      '相邻两名里最不牢的是第 1、2 名：±3.0% 就会对调',
    ],
    ['a tie', [pair({ is: 'exact', delta: 0 })], '第 1 名是并列，任何改动都会分出先后'],
    ['nothing that turns: no pair is named', [pair({ is: 'exact', delta: 1 }), pair({ is: 'identical' })], '相邻各对在任何权重下都不对调'],
    ['bounds alone: no pair is named, and none is called firm', [pair({ is: 'bound', delta: 0.2, because: 'stage' })], '相邻两名的 δ*'],
    [
      'nothing that turns beside a bound: not called firm',
      [pair({ is: 'exact', delta: 1 }), pair({ is: 'bound', delta: 0.2, because: 'stage' })],
      '相邻两名的 δ*',
    ],
  ])('the strip is called by %s', async (_, pairs, wanted) => {
    const same = pairs.map((one, at) => ({ ...one, upper: { ...one.upper, row: at } }));
    expect(titles(await cutUnder(NOBODY, same)).at(-1)).toBe(wanted);
  });
});

describe('what drives the list', () => {
  it('has two pictures, the choices and what is taken out', async () => {
    const section = (await sections({}))('什么左右名单');
    expect(section.querySelectorAll('figure')).toHaveLength(2);
    expect(titles(section)[1]).toBe('去掉“研发强度”牵动最大：名次平均移动 0.7 位');
  });
  it('with no indicator to take out says so, and no empty picture stands', async () => {
    const section = (await sections({ removed: [] }))('什么左右名单');
    expect(section.querySelectorAll('figure')).toHaveLength(1);
    expect(read(section)).toContain('没有可去掉的指标');
  });
  it('is led by what moves most, a whole group being called one', async () => {
    const [one] = ANSWER.removed;
    const section = (
      await sections({
        removed: [one!, { is: 'group', name: { zh: '技术创新', en: 'Technology' }, shift: { mean: 2.5, most: 3, kept: 0, list: 1 } }],
      })
    )('什么左右名单');
    expect(titles(section)[1]).toBe('去掉“技术创新（整组）”牵动最大：名次平均移动 2.5 位');
  });
  it('claims no driver where no choice changes anything', async () => {
    const section = (await sections({ factorial: { ...ANSWER.factorial, first: [null, null, null], total: [null, null, null] } }))(
      '什么左右名单',
    );
    expect(titles(section)[0]).toBe('换哪种做法名次都一样');
    expect(read(section)).toContain('— / —');
  });
});
