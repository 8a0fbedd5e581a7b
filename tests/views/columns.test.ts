import { describe, expect, it } from 'vitest';
import type { BoardRow, BoardSlice } from '../../scoring/board/format';
import { localeOf } from '../../src/i18n';
import { loadWords } from '../fixtures/words';
import { pathScale, scoreDigits, trackOf } from '../../src/views/boards/columns';
import { moveCell } from '../../src/views/boards/keys';
import { BoardRows } from '../../src/views/boards/rows.svelte';
import { bandPoints, bandsOf, bandWords, ruleWords } from '../../src/views/firm/rule-words';
import { thresholdWords } from '../../src/views/firm/threshold-words';
import { fakeRow, FakeWorkbench, SCHEME } from '../fixtures/fake-workbench.svelte';

await loadWords();
const zh = localeOf('zh');
const en = localeOf('en');

describe('scoreDigits', () => {
  it.each([
    ['neighbours that look different', 78.4, 3, [{ score: 79, rank: 2 }], 1],
    ['a neighbour that looks equal', 76.94, 4, [{ score: 76.92, rank: 5 }], 2],
    ['a tied neighbour', 76.9, 4, [{ score: 76.9, rank: 4 }], 1],
    ['a neighbour without a score', 76.9, 4, [{ score: null, rank: null }], 1],
    ['neighbours closer than four decimals', 76.90001, 4, [{ score: 76.90002, rank: 5 }], 4],
  ] as const)('with %s', (_, score, rank, beside, digits) => {
    expect(scoreDigits(score, rank, beside)).toBe(digits);
  });
});

it('pathScale keeps small moves small and gives an empty path the full scale', () => {
  expect(pathScale([70, null, 74], 100)).toEqual({ low: 62, high: 82 });
  expect(pathScale([20, 80], 100)).toEqual({ low: 20, high: 80 });
  expect(pathScale([null], 100)).toEqual({ low: 0, high: 100 });
});

it('trackOf gives the shared track and the width below which it scrolls', () => {
  const base = { id: 'rank', label: '', note: '', sort: null, end: false, frozen: null, field: null } as const;
  expect(
    trackOf([
      { ...base, width: 60, grow: 0 },
      { ...base, width: 160, grow: 1.4 },
    ]),
  ).toEqual({ template: '60px minmax(160px, 1.4fr)', least: 228 });
});

describe('moveCell', () => {
  const size = { rows: 100, columns: 8, screen: 20 };
  const from = { row: 50, column: 3 };
  it.each([
    ['ArrowDown', false, { row: 51, column: 3 }],
    ['PageUp', false, { row: 30, column: 3 }],
    ['PageDown', false, { row: 70, column: 3 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', false, { row: 50, column: 7 }],
    ['Home', true, { row: 0, column: 3 }],
    ['End', true, { row: 99, column: 3 }],
    ['a', false, null],
  ] as const)('%s with control %s', (key, control, to) => {
    expect(moveCell(key, control, from, size)).toEqual(to);
  });
  it('stays at 0 in an empty table', () => {
    expect(moveCell('End', true, { row: 0, column: 0 }, { rows: 0, columns: 8, screen: 20 })).toEqual({ row: 0, column: 0 });
  });
});

describe('rule words', () => {
  it('say the bands of a ratio in per cent', () => {
    const bands = bandsOf(SCHEME.indicators[0]!.rule, '');
    expect(bands.map((band) => `${band.place} ${bandWords(band, zh)} ${bandPoints(band.tier, zh)}`)).toEqual([
      '0 ≥ 10% 20 分',
      '1 ≥ 6%，< 10% 14 分',
      '2 ≥ 3%，< 6% 8 分',
      '3 < 3% 0 分',
    ]);
  });
  it('say open and closed ends, and points chosen inside a band', () => {
    const tier = { from: 5, to: 10, fromOpen: true, toClosed: true, points: [3, 6] as const };
    expect(bandWords({ tier, unit: null, option: null }, zh)).toBe('> 5，≤ 10');
    expect(bandPoints(tier, zh)).toBe('3–6 分');
  });
  it('name the place of a band inside a best-of as a draft does', () => {
    const rule = {
      is: 'best-of',
      options: [{ id: 'a', name: { zh: '甲', en: 'A' }, formula: 'x', rule: { is: 'tiers', tiers: [{ from: 1, to: null, points: 5 }] } }],
    } as const;
    expect(bandsOf(rule, '').map((band) => [band.place, bandWords(band, zh)])).toEqual([['a/0', '甲 · ≥ 1']]);
  });
  it.each([
    [{ is: 'linear', unit: 'ratio', from: 0, to: 0.35 }, 30, '0% 得 0 分，35% 得 30 分，其间按比例'],
    [{ is: 'per-unit', unit: '件', perUnit: 1.5, cap: 15 }, 15, '每 1 件得 1.5 分，最多 15 分'],
    [{ is: 'per-unit', perUnit: 2 }, 10, '每 1 得 2 分'],
    [{ is: 'flag' }, 5, '是得 5 分，否得 0 分'],
    [{ is: 'percentile' }, 20, '按比较范围内的百分位乘 20 分'],
    [{ is: 'goalposts', unit: '%', low: 1, high: 9 }, 8, '1% 得 0 分，9% 得 8 分，越界按端点'],
    [{ is: 'target', unit: '万元', target: 50 }, 8, '达到 50 万元 得 8 分；未达到的，按在比较范围内最小值（0 分）与目标之间的位置'],
    [{ is: 'ratio' }, 8, '与最优者之比：比较范围内最大值得 8 分，其余按值 ÷ 最大值；范围内有 0 或负数则都不计'],
    [{ is: 'z-score', from: -2, to: 2 }, 8, '标准分（n − 1）−2 及以下得 0 分，2 及以上得 8 分，其间按比例'],
    [
      { is: 'percentile', within: 'industry', least: 6 },
      8,
      '按比较范围内的百分位乘 8 分；只与同产业的企业比较；其中有数值的不足 6 家时，先改与上级行业比较（有行业代码或门类、大类名称的），仍不足再与整个比较范围比较',
    ],
    [
      { is: 'percentile', within: 'stage', least: 6 },
      8,
      '按比较范围内的百分位乘 8 分；只与同阶段的企业比较；其中有数值的不足 6 家时，改与整个比较范围比较',
    ],
  ] as const)('%j of %d', (rule, of, words) => {
    expect(ruleWords(rule, { of, unit: null, direction: 'more' }, zh)).toBe(words);
  });
  it.each([
    [{ is: 'per-unit', unit: '万元', perUnit: 1 }, null, '每 1 万元得 1 分', '1 point for each 10,000'],
    [
      { is: 'log', unit: '万元', full: 5000 },
      null,
      '按对数：5,000 万元 得满分 8，得分 = 8 × ln(1 + 值) ÷ ln(1 + 5,000)，值以 1 万元为单位',
      'By logarithm: 50 million earns the full 8; points = 8 × ln(1 + value) ÷ ln(1 + 5,000), the value in units of 10,000',
    ],
    [{ is: 'linear', from: 0, to: 0.35 }, '%', '0% 得 0 分，35% 得 8 分，其间按比例', '0% earns 0, 35% earns 8, in proportion between'],
    [
      { is: 'linear', from: 0, to: 500 },
      '万元',
      '0 元 得 0 分，500 元 得 8 分，其间按比例',
      '0 earns 0, 500 earns 8, in proportion between',
    ],
  ] as const)('%j shown in %s, bounds without a unit in the stored one', (rule, unit, inChinese, inEnglish) => {
    const ruled = { of: 8, unit, direction: 'more' } as const;
    expect([ruleWords(rule, ruled, zh), ruleWords(rule, ruled, en)]).toEqual([inChinese, inEnglish]);
  });
  it.each([
    [
      { is: 'goalposts', unit: '%', low: 1, high: 9 },
      '9% 得 0 分，1% 得 8 分，越界按端点',
      '9% earns 0, 1% earns 8, the ends count beyond',
    ],
    [{ is: 'min-max' }, '比较范围内的最大值得 0 分，最小值得 8 分', 'The highest value compared earns 0, the lowest 8'],
    [{ is: 'percentile' }, '按比较范围内从大到小的百分位乘 8 分', 'Percentile among the firms compared, counted from the highest, × 8'],
  ] as const)('%j where less is better', (rule, inChinese, inEnglish) => {
    const ruled = { of: 8, unit: null, direction: 'less' } as const;
    expect([ruleWords(rule, ruled, zh), ruleWords(rule, ruled, en)]).toEqual([inChinese, inEnglish]);
  });
  it('says a treatment, and the peers a rule takes where it does not say how many', () => {
    const ruled = { of: 8, unit: null, direction: 'less', treatment: { winsorise: [0.05, 0.95], log: true } } as const;
    expect(ruleWords({ is: 'z-score', from: -1, to: 1, within: 'industry*stage' }, ruled, en)).toBe(
      'Standard score with its sign turned, less being better (n − 1): −1 or less earns 0, 1 or more earns 8, in proportion between; compared with firms of the industry and stage only, unless fewer than 10 of them have a value: then within the wider industry (where codes, or names of sections and divisions, tell it), and where that is too small with the whole comparison set; before that, values beyond percentiles 5 and 95 are brought in to them; before that, the logarithm is taken',
    );
  });
  it.each([
    [0.1234, 'ratio', '12.34%', '12.34%'],
    [2000, '万元', '2,000 万元', '20 million'],
    [12345.6, '万元', '12,345.6 万元', '123.456 million'],
    [5, '亿元', '5 亿元', '500 million'],
    [500, '千元', '500 千元', '500,000'],
    [0.57, '亿元', '0.57 亿元', '57 million'],
    [3, '件', '3 件', '3'],
    [1, '年', '1 年', '1 year'],
    [5, '年', '5 年', '5 years'],
    [5, '%', '5%', '5%'],
    [7, null, '7', '7'],
  ] as const)('a threshold of %d in %s reads %s, in English %s', (value, unit, inChinese, inEnglish) => {
    expect([thresholdWords(value, unit, zh), thresholdWords(value, unit, en)]).toEqual([inChinese, inEnglish]);
  });
});

describe('BoardRows', () => {
  const slice = (ranked: number): BoardSlice => new FakeWorkbench({}, { ranked, unranked: 0 }).slice();
  function fetcher(): { asked: [number, number][]; ask: (offset: number, count: number) => Promise<readonly BoardRow[]> } {
    const asked: [number, number][] = [];
    return {
      asked,
      ask: async (offset, count) => (asked.push([offset, count]), Array.from({ length: count }, (_, at) => fakeRow(offset + at, 1000, []))),
    };
  }
  it('has the rows that came with the slice and fetches the pages that did not', async () => {
    const { asked, ask } = fetcher();
    const rows = new BoardRows(slice(1000), ask, null);
    expect(rows.at(0)).toMatchObject({ isStale: false, row: { rank: 1 } });
    expect(rows.at(250)).toBeNull();
    rows.need(250, 20);
    rows.need(255, 20);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([[200, 100]]);
    expect(rows.at(250)?.row.rank).toBe(251);
  });
  it('asks for nothing while the rows on screen came with the slice', () => {
    const { asked, ask } = fetcher();
    new BoardRows(slice(1000), ask, null).need(0, 40);
    expect(asked).toEqual([]);
  });
  it('lets the old board stand in, marked stale, until the new row is here', async () => {
    const { ask } = fetcher();
    const old = new BoardRows(slice(1000), ask, null);
    old.need(250, 20);
    await Promise.resolve();
    await Promise.resolve();
    const fresh = new BoardRows(slice(1000), ask, old);
    expect(fresh.at(250)?.isStale).toBe(true);
    expect(fresh.at(0)?.isStale).toBe(false);
  });
  it('knows how far a firm moved on the same list, and of another list nothing', () => {
    const { ask } = fetcher();
    const first = slice(1000);
    const swapped = { ...first, rows: [first.rows[2]!, first.rows[1]!, first.rows[0]!, ...first.rows.slice(3)] };
    const before = new BoardRows(first, ask, null);
    expect([...new BoardRows(swapped, ask, before).moves()]).toEqual([
      [0, 2],
      [2, -2],
    ]);
    expect(new BoardRows({ ...swapped, year: 2023 }, ask, before).moves().size).toBe(0);
  });
  it('moves no row while a weight is dragged, and then each from where it stood before the drag', () => {
    const { ask } = fetcher();
    const first = slice(1000);
    const [a, b, c, ...rest] = first.rows as [BoardRow, BoardRow, BoardRow, ...BoardRow[]];
    const before = new BoardRows(first, ask, null);
    const dragged = new BoardRows({ ...first, rows: [b, a, c, ...rest] }, ask, before, true);
    const further = new BoardRows({ ...first, rows: [b, c, a, ...rest] }, ask, dragged, true);
    expect([dragged.moves().size, further.moves().size]).toEqual([0, 0]);
    const ended = { ...first, rows: [b, c, a, ...rest] };
    expect([...new BoardRows(ended, ask, further).moves()]).toEqual([
      [0, 1],
      [1, 1],
      [2, -2],
    ]);
    expect(new BoardRows(ended, ask, new BoardRows(ended, ask, further)).moves().size).toBe(0);
  });
  it('says when rows could not be fetched and asks again later', async () => {
    let works = false;
    const rows = new BoardRows(slice(1000), async () => (works ? [fakeRow(200, 1000, [])] : Promise.reject(new Error('gone'))), null);
    rows.need(200, 10);
    await new Promise((done) => setTimeout(done, 0));
    expect(rows.isFailed).toBe(true);
    works = true;
    rows.need(200, 10);
    await new Promise((done) => setTimeout(done, 0));
    expect(rows.isFailed).toBe(false);
    expect(rows.at(200)?.row.rank).toBe(201);
  });
});
