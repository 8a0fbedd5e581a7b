import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/ingest/match/fold-name';
import { editsWithin, likeness } from '../../../src/ingest/match/likeness';
import { isOneOff, NearCodes } from '../../../src/ingest/match/near-codes';
import { NearNames } from '../../../src/ingest/match/near-names';
import { code } from '../panel/codes';

describe('a folded name', () => {
  it.each([
    ['示例（成都）科技有限公司', '示例成都科技'],
    ['示例(成都)科技有限责任公司', '示例成都科技'],
    ['示例 成都 科技股份有限公司', '示例成都科技'],
    ['示例集团有限公司', '示例集团'],
    ['ＡＢＣ科技有限公司', 'abc科技'],
    ['Example Co., Ltd.', 'example'],
    ['EXAMPLE COMPANY LIMITED', 'example'],
    ['Zinc', 'zinc'],
    ['有限公司', '有限公司'],
    ['示例科技厂', '示例科技厂'],
  ])('%s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('likeness', () => {
  it.each([
    ['示例科技', '示例科技', 1],
    // one of eight characters
    ['成都示例云计算科', '成都示例云计算料', 1 - 1 / 8],
    // pairs with edges: ^示 示例 例科 科技 技$ and ^成 成都 都示 示例 例科 科技 技$ share four of five and seven
    ['示例科技', '成都示例科技', 8 / 12],
    ['甲乙', '丙丁', 0],
  ])('of %s and %s is %d', (one, other, wanted) => {
    expect(likeness(one, other)).toBeCloseTo(wanted, 12);
    expect(likeness(other, one)).toBeCloseTo(wanted, 12);
  });

  it.each([
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, null],
    ['abc', 'abc', 2, 0],
    ['abc', 'axc', 2, 1],
    ['abcd', 'ab', 2, 2],
    ['', 'abc', 2, null],
  ])('from %s to %s, at most %d, takes %s edits', (one, other, most, wanted) => {
    expect(editsWithin(one, other, most)).toBe(wanted);
  });
});

describe('searching names', () => {
  const names = ['示例云计算科技', '示例新材料', '示例食品2号', '样本生物医药', '样本生物医疗'];
  const near = new NearNames(names);
  const found = (name: string, most = 5) => near.find(name, most).map(({ at }) => names[at]);

  it('finds what differs in a character, best first', () => {
    expect(found('示例云计算料技')).toEqual(['示例云计算科技']);
    expect(found('样本生物医药')).toEqual(['样本生物医药', '样本生物医疗']);
    expect(found('样本生物医药', 1)).toEqual(['样本生物医药']);
  });
  it('finds nothing where little is shared, or the figures differ', () => {
    expect(found('远方航运')).toEqual([]);
    expect(found('示例食品3号')).toEqual([]);
    expect(found('示例食品2号')).toEqual(['示例食品2号']);
  });
  it('a search leaves nothing behind for the next', () => {
    expect(found('样本生物医药')).toEqual(found('样本生物医药'));
  });
  it('finds as a comparison with every name does', () => {
    const many = Array.from(
      { length: 400 },
      (_, i) =>
        `示例${'甲乙丙丁戊己庚辛'[i % 8]}${'子丑寅卯辰巳午'[i % 7]}${'金木水火土'[i % 5]}${'科技材料食品医药'.slice((i % 4) * 2, (i % 4) * 2 + 2)}`,
    );
    const index = new NearNames(many);
    for (const at of [0, 17, 200, 399]) {
      const bent = many[at]!.replace('示', '亦');
      const best = Math.max(...many.map((name) => likeness(bent, name)));
      expect(index.find(bent, 1)[0]?.likeness).toBe(best);
    }
  });
});

it('codes one character apart are found wherever the character stands', () => {
  const codes = Array.from({ length: 50 }, (_, i) => code(i * 977));
  const near = new NearCodes(codes);
  for (let at = 0; at < 18; at++) {
    const bent = codes[7]!.slice(0, at) + (codes[7]![at] === 'X' ? 'Y' : 'X') + codes[7]!.slice(at + 1);
    expect(near.find(bent)).toEqual(codes.flatMap((one, index) => (isOneOff(one, bent) ? [index] : [])));
    expect(near.find(bent)).toContain(7);
  }
  expect(near.find('510100000000001')).toEqual([]);
});
