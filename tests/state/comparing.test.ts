import { describe, expect, it } from 'vitest';
import { ScoreRoom } from '../../src/state/score-room';
import type { CompareAsk } from '../../src/state/compare-face';
import { panelOf } from '../scoring/panel-of';
import { schemeWith } from '../scoring/schemes';

const panel = () =>
  panelOf(
    { revenue: [1e8, 5e7, 9e7, 2e8, 4e7], rd_expense: [1e6, 4e6, 2e6, 3e6, 8e6], employees: [10, 20, 30, 40, 50] },
    { firm: [0, 1, 2, 0, 1], year: [2023, 2023, 2023, 2024, 2024] },
  );
const indicator = (id: string, formula: string, weight: number) => ({
  id,
  formula,
  rule: { is: 'linear', unit: '万元', from: 0, to: 20000 },
  of: 10,
  weight,
});
const first = schemeWith({ version: '1', indicators: [indicator('size', 'revenue', 60), indicator('rd', 'rd_expense', 40)] });
const second = schemeWith({ version: '2', indicators: [indicator('size', 'revenue', 10), indicator('rd', 'rd_expense * 20', 90)] });
const dollars = schemeWith({ version: '3', currency: 'USD', indicators: [indicator('size', 'revenue', 10)] });

async function room() {
  const score = new ScoreRoom();
  await score.adopt(panel(), [], 'five.csv', false, 'abc', null);
  await score.choose(first);
  return score;
}
const ask = (part: Partial<CompareAsk> = {}): CompareAsk => ({
  a: { scheme: first, draft: null },
  b: { scheme: second, draft: null },
  yearA: null,
  yearB: null,
  segment: {},
  k: 1,
  ...part,
});
const window = { list: 'both', search: '', sort: { key: 'rankA', down: false }, offset: 0, count: 10 } as const;

describe('the scoring room', () => {
  it('makes a portrait within the segment, with the bounds of that board, and none of a firm that is not there', async () => {
    const score = await room();
    const asked = { segment: {}, share: 0.2, titles: [], conflicts: [], on: '2026-01-01' };
    const found = await score.portrait({ ...asked, firm: 'F1', year: 2024 });
    expect([found?.sheet.rank, found?.sheet.ranked, found?.standing?.rank, found?.standing?.share]).toEqual([2, 2, 2, 0.2]);
    expect(await score.portrait({ ...asked, firm: 'F2', year: 2024 })).toBeNull();
    expect(await score.portrait({ ...asked, firm: 'nobody', year: null })).toBeNull();
  });

  it('scores both versions and compares the latest year, every year beside it', async () => {
    const score = await room();
    const answer = await score.compare(ask());
    if (answer.is !== 'compared') throw new Error(answer.is);
    expect([answer.report.a.version, answer.report.b.version, answer.report.b.year]).toEqual(['1', '2', 2024]);
    // 2024: firm 0 earns 60 + 0.6 and 10 + 27 = 37; firm 1 12 + 1.6 and 2 + 72 = 74.
    const { rows } = await score.compareRows(answer.number, window);
    expect(rows.map(({ firm, rankA, rankB, scoreB }) => [firm, rankA, rankB, scoreB!.toFixed(6)])).toEqual([
      ['F0', 1, 2, '37.000000'],
      ['F1', 2, 1, '74.000000'],
    ]);
    expect(answer.years.map(({ year, summary }) => [year, summary.both])).toEqual([
      [2023, 3],
      [2024, 2],
    ]);
    // The board on screen is still the first version's.
    const { board } = await score.show({
      draft: null,
      trial: null,
      board: { year: 2024, segment: {}, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 5, fields: [] },
      tree: null,
      firm: null,
    });
    expect(board.scheme.version).toBe('1');
  });
  it('compares a draft with its parent', async () => {
    const answer = await (
      await room()
    ).compare(ask({ b: { scheme: first, draft: { name: 'more R&D', weights: { rd: 100 }, points: {} } } }));
    if (answer.is !== 'compared') throw new Error(answer.is);
    expect([answer.report.a.draft, answer.report.b.draft, answer.report.a.hash === answer.report.b.hash]).toEqual([null, 'more R&D', true]);
    // Firm 0 + 0.015 × 60, firm 1 + 0.04 × 60: in the mean 1.65, all of it weight.
    expect([answer.report.parts.change, answer.report.parts.weight].map((size) => size.toFixed(9))).toEqual(['1.650000000', '1.650000000']);
  });
  it('compares two years under one version, and refuses the same year', async () => {
    const score = await room();
    const same = { scheme: first, draft: null };
    const answer = await score.compare(ask({ b: same, yearA: 2023 }));
    if (answer.is !== 'compared') throw new Error(answer.is);
    expect([answer.report.a.year, answer.report.b.year, answer.years, answer.report.onlyA]).toEqual([2023, 2024, [], { no_data: 1 }]);
    expect(await score.compare(ask({ b: same }))).toEqual({ is: 'years_refused', refusal: { is: 'same_year' }, from: 2024, to: 2024 });
  });
  it('says which side cannot score these data, and why', async () => {
    const answer = await (await room()).compare(ask({ b: { scheme: dollars, draft: null } }));
    expect(answer).toMatchObject({ is: 'scheme_refused', side: 'b' });
    expect(answer.is === 'scheme_refused' && answer.problems.some(({ severity }) => severity === 'error')).toBe(true);
  });
  it('keeps the last comparison for its rows and its file, and no other', async () => {
    const score = await room();
    const before = await score.compare(ask());
    const after = await score.compare(ask({ k: 2 }));
    if (before.is !== 'compared' || after.is !== 'compared') throw new Error('refused');
    await expect(score.compareRows(before.number, window)).rejects.toThrow('has given way');
    const text = await score.compareText(after.number, {
      headings: { firm: '企业', ties: '规则' },
      causes: {},
      provenance: {},
      segment: '全部',
      ties: '1-2-2-4',
      draftA: '',
      draftB: 'try',
    });
    const [head, line, ...rest] = text.replaceAll('"', '').trim().split(/\r?\n/);
    expect(head).toMatch(/^企业,name,rank_a,rank_b,shift/);
    expect(line).toMatch(/^F0,.*,1,2,-1,/);
    expect(line).toMatch(/,test,2,[0-9a-f]{64},illustrative,try,2024,全部,1-2-2-4$/);
    expect(rest).toHaveLength(1);
  });
  it('forgets what it scored over other data', async () => {
    const score = await room();
    const before = await score.compare(ask());
    await score.adopt(panelOf({ revenue: [1e8], rd_expense: [1e6] }), [], 'one.csv', false, 'def', null);
    await score.choose(first);
    const answer = await score.compare(ask());
    if (before.is !== 'compared' || answer.is !== 'compared') throw new Error('refused');
    expect(answer.report.summary.rankedB).toBe(1);
  });
  it('answers for one firm under what is in force', async () => {
    const score = await room();
    const next = await score.nextSteps('F1', 2024, {});
    expect(next!.steps.map(({ id }) => id)).toEqual(['size', 'rd']);
    expect((await score.neighbours('F1', 2024, {})).map(({ firm }) => firm)).toEqual(['F0']);
    expect((await score.whyAbove('F0', 'F1', null, {}))!.lines.map(({ name, by }) => [name!.en, by.toFixed(6)])).toEqual([
      ['size', '48.000000'],
      ['rd', '-1.000000'],
    ]);
    expect([
      await score.nextSteps('F9', 2024, {}),
      await score.neighbours('F2', 2024, {}),
      await score.whyAbove('F0', 'F2', 2024, {}),
    ]).toEqual([null, [], null]);
  });
});
