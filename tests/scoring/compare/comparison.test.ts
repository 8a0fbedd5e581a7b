import { describe, expect, it } from 'vitest';
import { absences, compareSides, summarise } from '../../../scoring/compare/comparison';
import { compareReport } from '../../../scoring/compare/report';
import { compareTable } from '../../../scoring/compare/table';
import { compareRows } from '../../../scoring/compare/window';
import { yearsRefusal, yearsUnderBoth } from '../../../scoring/compare/years';
import { unpackWords } from '../../../scoring/column';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { plain, scored } from './given';

/** Five firms: by `a` they stand 0 1 2 3 4, by `b` the other way round but for firm 4, which has no b. */
const panel = panelOf({ a: [9, 7, 5, 3, 1], b: [1, 3, 5, 7, null], industry: ['芯', '芯', '芯', '药', '药'] });
const byA = scored(panel, schemeWith({ indicators: [plain('a')] }));
const byB = scored(panel, schemeWith({ version: '2', indicators: [plain('b')], minimumCoverage: 0.5 }));
const both = compareSides({ ranked: byA, year: 2024 }, { ranked: byB, year: 2024 }, {});
const asked = { list: 'both', search: '', sort: { key: 'rankA', down: false }, offset: 0, count: 10 } as const;

describe('two versions of a year', () => {
  it('agree in figures over the firms ranked on both', () => {
    // Ranks 1 2 3 4 against 4 3 2 1: shifts −3 −1 1 3. Of the first two of each list (0, 1 and 3, 2) none is in both.
    expect(summarise(both.pairs, 2)).toEqual({
      rankedA: 5,
      rankedB: 4,
      both: 4,
      agreement: { tau: -1, n: 4 },
      overlap: { k: 2, a: 2, b: 2, both: 0, share: 0 },
      up: 2,
      down: 2,
      same: 0,
      medianShift: 2,
    });
  });
  it('say who is ranked by one only, and why not by the other', () => {
    expect(absences(both, 'b')).toEqual({ insufficient_data: 1 });
    expect(absences(both, 'a')).toEqual({});
    expect(
      compareRows(both, { ...asked, list: 'a' }).rows.map(({ firm, rankA, rankB, shift, cause }) => [firm, rankA, rankB, shift, cause]),
    ).toEqual([['F4', 5, null, null, 'insufficient_data']]);
  });
  it('are compared within a segment, ranks counted there', () => {
    const { rows } = compareRows(compareSides(both.a, both.b, { industry: '芯' }), asked);
    expect(rows.map(({ firm, rankA, rankB, shift }) => [firm, rankA, rankB, shift])).toEqual([
      ['F0', 1, 3, -2],
      ['F1', 2, 2, 0],
      ['F2', 3, 1, 2],
    ]);
  });
  it.each([
    [{ key: 'shift', down: true }, ['F3', 'F2', 'F1', 'F0']],
    [{ key: 'shift', down: false }, ['F0', 'F1', 'F2', 'F3']],
    // Equal moves stand by rank under A.
    [{ key: 'moved', down: true }, ['F0', 'F3', 'F1', 'F2']],
    [{ key: 'rankB', down: false }, ['F3', 'F2', 'F1', 'F0']],
    // Scores change by −8, −4, 0, 4.
    [{ key: 'change', down: true }, ['F3', 'F2', 'F1', 'F0']],
  ] as const)('sorted by %j stand %j', (sort, firms) => {
    expect(compareRows(both, { ...asked, sort }).rows.map(({ firm }) => firm)).toEqual(firms);
  });
  it('show a window of what a search leaves', () => {
    const found = compareRows(both, { ...asked, search: 'f2' });
    expect([found.shown, found.all, found.rows.map(({ firm }) => firm)]).toEqual([1, 4, ['F2']]);
    expect(compareRows(both, { ...asked, offset: 3, count: 5 }).rows.map(({ firm }) => firm)).toEqual(['F3']);
    expect(compareRows(both, { ...asked, offset: 99 }).offset).toBe(4);
  });
  it('are reported with what each side is and every point of the picture', () => {
    const report = compareReport(both, 2);
    expect([report.a.version, report.a.hash, report.b.version, report.b.hash]).toEqual(['1', 'hash of 1', '2', 'hash of 2']);
    expect([[...report.points.rankA], [...report.points.shift], report.points.of]).toEqual([[1, 2, 3, 4], [-3, -1, 1, 3], 4]);
    // Score changes −8 −4 0 4 −1 (firm 4 falls to 0 but keeps a score): all by one indicator going and another coming.
    expect([report.scored, report.parts.change, report.parts.weight, report.parts.value]).toEqual([5, 17 / 5, 17 / 5, 0]);
  });
  it('of many firms are drawn by all that moved far and a sample of the rest', () => {
    // 4,000 firms in one order under both, but for the first and the last, who change places.
    const a = Array.from({ length: 4000 }, (_, i) => 4000 - i);
    const swapped = [a.at(-1)!, ...a.slice(1, -1), a[0]!];
    const many = panelOf({ a, b: swapped });
    const linear = (id: string) => plain(id, { rule: { is: 'linear', from: 0, to: 4000 } });
    const of = (id: string) => ({ ranked: scored(many, schemeWith({ indicators: [linear(id)] })), year: 2024 });
    const { points } = compareReport(compareSides(of('a'), of('b'), {}), 10);
    expect(points.of).toBe(4000);
    expect(points.shift.length).toBeLessThanOrEqual(1502);
    expect([...points.shift].filter((by) => by !== 0).sort((x, y) => x - y)).toEqual([-3999, 3999]);
  });
  it('go to a file with every line saying what it is about', () => {
    const { rows, columns } = compareTable(both, {
      segment: '全部',
      ties: '1-2-2-4',
      draftA: '',
      draftB: 'try',
      cause: (cause) => `因 ${cause}`,
      provenance: (provenance) => `出自 ${provenance}`,
    });
    const read = Object.fromEntries(
      columns.map(({ name, column }) => [
        name,
        column.kind === 'text'
          ? Array.from(column.codes, (code) => unpackWords(column.words)[code] ?? null)
          : column.kind === 'number'
            ? [...column.values]
            : [],
      ]),
    );
    expect(rows).toBe(5);
    expect(read['firm']).toEqual(['F0', 'F1', 'F2', 'F3', 'F4']);
    expect(read['rank_b']).toEqual([4, 3, 2, 1, NaN]);
    expect(read['change']).toEqual([-8, -4, 0, 4, -1]);
    expect(read['cause']).toEqual([null, null, null, null, '因 insufficient_data']);
    expect([
      read['version_b']![0],
      read['draft_a']![0],
      read['draft_b']![0],
      read['hash_a']![4],
      read['provenance_a']![4],
      read['year_b']![4],
      read['segment']![0],
      read['ties']![0],
    ]).toEqual(['2', '', 'try', 'hash of 1', '出自 illustrative', 2024, '全部', '1-2-2-4']);
  });
  it('must be of one panel', () => {
    const other = scored(panelOf({ a: [1] }), byA.scheme);
    expect(() => compareSides({ ranked: byA, year: 2024 }, { ranked: other, year: 2024 }, {})).toThrow('two panels');
  });
});

describe('two years of one version', () => {
  const years = panelOf(
    { a: [5, 6, 7, 9, 4], late: [null, null, null, 1, 1], industry: ['芯', '芯', '药', '芯', '芯'] },
    { firm: [0, 1, 2, 0, 3], year: [2023, 2023, 2023, 2024, 2024] },
  );
  const fixed = scored(years, schemeWith({ indicators: [plain('a')] }));
  const rise = compareSides({ ranked: fixed, year: 2023 }, { ranked: fixed, year: 2024 }, {});

  it('give the rise of each firm that is on both, entrants and leavers apart', () => {
    expect(
      compareRows(rise, asked).rows.map(({ firm, scoreA, scoreB, change, rankA, rankB }) => [firm, scoreA, scoreB, change, rankA, rankB]),
    ).toEqual([['F0', 5, 9, 4, 3, 1]]);
    expect(compareRows(rise, { ...asked, list: 'a' }).rows.map(({ firm, cause }) => [firm, cause])).toEqual([
      ['F2', 'no_data'],
      ['F1', 'no_data'],
    ]);
    expect(compareRows(rise, { ...asked, list: 'b' }).rows.map(({ firm, cause }) => [firm, cause])).toEqual([['F3', 'no_data']]);
  });
  it('may be taken backwards', () => {
    const fall = compareSides(rise.b, rise.a, {});
    expect(compareRows(fall, asked).rows.map(({ firm, change }) => [firm, change])).toEqual([['F0', -4]]);
    expect(compareRows(fall, { ...asked, list: 'a' }).rows.map(({ firm }) => firm)).toEqual(['F3']);
  });
  it('are refused where an indicator has values in one of them only', () => {
    const two = scored(years, schemeWith({ indicators: [plain('a'), plain('late')] }));
    expect(yearsRefusal(two, 2023, 2024)).toEqual({
      is: 'indicators_differ',
      indicators: [{ name: { zh: 'late', en: 'late' }, only: 2024 }],
    });
    expect(yearsRefusal(fixed, 2023, 2024)).toBeNull();
    expect(yearsRefusal(fixed, 2024, 2024)).toEqual({ is: 'same_year' });
    expect(yearsRefusal(fixed, 2021, 2024)).toEqual({ is: 'not_loaded', year: 2021 });
  });
  it('stand one below the other under two versions', () => {
    const other = scored(
      years,
      schemeWith({ version: '2', indicators: [plain('a', { direction: 'less', rule: { is: 'goalposts', low: 0, high: 10 } })] }),
    );
    expect(
      yearsUnderBoth(fixed, other, {}, 1).map(({ year, summary }) => [year, summary.both, summary.agreement.tau, summary.overlap.share]),
    ).toEqual([
      [2023, 3, -1, 0],
      [2024, 2, -1, 0],
    ]);
  });
});
