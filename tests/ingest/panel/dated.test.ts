import { describe, expect, it } from 'vitest';
import { buildPanel, giversOf, type PanelPart } from '../../../src/ingest/panel';
import { kindIn } from '../../../src/ingest/panel/support-kind';
import { titleIn, titleNamed } from '../../../src/ingest/panel/titles-held';
import type { Recipe } from '../../../src/model/recipe';
import { dictionary } from '../dictionary';
import { cells, type Given, keys, part } from './part';

const build = (...parts: PanelPart[]) => buildPanel(parts, dictionary);
const field = (built: ReturnType<typeof build>, id: string) => cells(built.panel!.fields.get(id));
const codes = (built: ReturnType<typeof build>) => built.problems.map(({ code, given }) => `${code} ${given}`);
const lines = (built: ReturnType<typeof build>) => built.ledger.map(({ line, action, reason }) => `${line} ${action} ${reason}`);
/** Days since 1970-01-01. */
const day = (iso: string) => Date.parse(iso) / 86_400_000;
const NONE = { means: 'none', years: null, districts: null } as const;

/** Firm A in 2021, 2022 and 2023, firm B in 2022. */
const main = (more: readonly Given[] = []) =>
  part([['firm_id', 'code', ['A', 'A', 'A', 'B']], ['year', 'year', [2021, 2022, 2023, 2022]], ...more], {}, 'main.csv');

describe('titles with dates', () => {
  const titles = (
    rows: readonly (readonly [firm: string, title: string | null, from: string | null, to: string | null])[],
    recipe: Partial<Recipe> = {},
  ) =>
    part(
      [
        ['firm_id', 'code', rows.map(([firm]) => firm)],
        ['title_name', 'text', rows.map(([, title]) => title)],
        ['valid_from', 'date', rows.map(([, , from]) => (from === null ? null : day(from)))],
        ['valid_to', 'date', rows.map(([, , , to]) => (to === null ? null : day(to)))],
      ],
      { dated: { is: 'titles', title: null }, ...recipe },
      'titles.csv',
    );
  const held = (built: ReturnType<typeof build>) => field(built, 'titles');
  const UNKNOWN = '<absence_unknown>';

  it.each([
    ['a day in a year to the last day of another', '2021-12-03', '2022-12-31', [['高企'], ['高企'], UNKNOWN, UNKNOWN]],
    ['a title that ends the day before does not count', '2021-12-03', '2022-12-30', [['高企'], UNKNOWN, UNKNOWN, UNKNOWN]],
    ['from the last day of a year', '2022-12-31', '2024-01-01', [UNKNOWN, ['高企'], ['高企'], UNKNOWN]],
  ])('%s', (_, from, to, wanted) => {
    expect(held(build(main(), titles([['A', '高企', from, to]])))).toEqual(wanted);
  });

  it('several at once, and none where absence means none', () => {
    const built = build(
      main(),
      titles(
        [
          ['A', '高企', '2021-01-01', '2024-01-01'],
          ['A', '瞪羚', '2022-06-01', '2022-12-31'],
        ],
        { absence: NONE },
      ),
    );
    expect(held(built)).toEqual([['高企'], ['高企', '瞪羚'], ['高企'], []]);
  });

  it('an undated title counts in its file’s year only', () => {
    expect(held(build(main(), titles([['A', '高企', null, null]], { year: 2022 })))).toEqual([UNKNOWN, ['高企'], UNKNOWN, UNKNOWN]);
    expect(lines(build(main(), titles([['A', '高企', null, null]])))).toEqual(['2 rejected row no_year']);
  });

  it('one with a single day counts on the open side, and that is said', () => {
    const built = build(main(), titles([['A', '高企', '2022-05-01', null]]));
    expect(held(built)).toEqual([UNKNOWN, ['高企'], ['高企'], UNKNOWN]);
    expect(codes(built)).toEqual(['titles_open_ended 1']);
  });

  it('a row that cannot be placed has a line with its reason, and the account adds up', () => {
    const given = titles([
      ['A', null, '2021-01-01', '2022-01-01'],
      ['A', '高企', '2023-01-01', '2022-01-01'],
      ['A', '高企', '2001-01-01', '2004-01-01'],
      ['Z', '高企', '2021-01-01', '2024-01-01'],
      ['A', '高企', '2021-01-01', '2022-01-01'],
    ]);
    const built = build(main(), given);
    expect(lines(built)).toEqual([
      '2 rejected row no_title',
      '3 rejected row bad_dates',
      '4 skipped row no_such_firm_year',
      '5 skipped row no_such_firm',
    ]);
    expect(built.accounts[1]).toMatchObject({ read: 5, loaded: 1, rejected: 2, skipped: 2 });
    expect(keys(built.panel)).toHaveLength(4);
  });

  it('a day that cannot be read is neither open nor undated', () => {
    const given = titles([['A', '高企', '2021-01-01', '2024-01-01']]);
    const to = given.file.columns[3]!.column;
    to.reasons[0] = 2;
    expect(lines(build(main(), given))).toEqual(['2 rejected row bad_dates']);
  });

  it('add to what other sources give and contradict nobody', () => {
    const built = build(main([['titles', 'set', [['瞪羚'], [], null, ['瞪羚']]]]), titles([['A', '高企', '2021-01-01', '2024-01-01']]));
    expect(held(built)).toEqual([['瞪羚', '高企'], ['高企'], ['高企'], ['瞪羚']]);
    expect(built.conflicts.total).toBe(0);
  });

  it('one title of the whole list is named in the recipe', () => {
    const list = part(
      [
        ['firm_id', 'code', ['A']],
        ['valid_from', 'date', [day('2022-01-01')]],
        ['valid_to', 'date', [day('2022-12-31')]],
      ],
      { dated: { is: 'titles', title: '瞪羚企业' } },
      'gazelles.csv',
    );
    expect(held(build(main(), list))).toEqual([UNKNOWN, ['瞪羚企业'], UNKNOWN, UNKNOWN]);
  });

  it('without a file of firms there is nothing they could belong to', () => {
    expect(codes(build(titles([['A', '高企', '2021-01-01', '2024-01-01']])))).toEqual(['only_dated_lists ']);
  });

  it('two spellings of one title are one; words of one spelling stay as they are', () => {
    const built = build(
      main([['titles', 'set', [['高企', '雏鹰'], [], [], ['高新技术企业']]]]),
      titles([['A', '国家高新技术企业', '2023-01-01', '2024-01-01']]),
    );
    expect(held(built)).toEqual([['高新技术企业', '雏鹰'], [], ['高新技术企业'], ['高新技术企业']]);
    expect(codes(built)).toEqual(['titles_respelled 高企 → 高新技术企业, 国家高新技术企业 → 高新技术企业']);
  });
});

describe('yes/no columns of titles', () => {
  const flags = (first: (number | null)[], second: (number | null)[], source = 'flags.csv') =>
    part(
      [
        ['firm_id', 'code', ['A', 'B', 'C', 'D'].slice(0, first.length)],
        ['titles', 'flag', first, { header: '高新技术企业', word: '高新技术企业' }],
        ['titles', 'flag', second, { header: '专精特新', word: '专精特新中小企业' }],
      ],
      { year: 2022 },
      source,
    );

  it('are one set: yes is held, no is not, and an open cell without a yes is not known', () => {
    expect(field(build(flags([1, 1, 0, 0], [1, null, 0, null])), 'titles')).toEqual([
      ['高新技术企业', '专精特新中小企业'],
      ['高新技术企业'],
      [],
      '<blank>',
    ]);
  });

  it('add to a set that another source, or the same one, gives', () => {
    const other = part(
      [
        ['firm_id', 'code', ['A', 'B']],
        ['titles', 'set', [['瞪羚企业'], null]],
      ],
      { year: 2022 },
      'set.csv',
    );
    const built = build(other, flags([1, 0], [0, 0]));
    expect(field(built, 'titles')).toEqual([['瞪羚企业', '高新技术企业'], []]);
    expect(built.conflicts.total).toBe(0);
    const both = part(
      [
        ['firm_id', 'code', ['A']],
        ['titles', 'set', [['瞪羚企业']]],
        ['titles', 'flag', [1], { header: '高企', word: '高新技术企业' }],
      ],
      { year: 2022 },
    );
    expect(field(build(both), 'titles')).toEqual([['瞪羚企业', '高新技术企业']]);
  });
});

describe('support records', () => {
  type Row = readonly [firm: string, date: string | null, kind: string | null, amount: number | null, name?: string];
  const records = (rows: readonly Row[], recipe: Partial<Recipe> = {}, source = 'support.csv') =>
    part(
      [
        ['firm_id', 'code', rows.map(([firm]) => firm)],
        ['support_date', 'date', rows.map(([, date]) => (date === null ? null : day(date)))],
        ['support_kind', 'text', rows.map(([, , kind]) => kind)],
        ['support_amount', 'money', rows.map(([, , , amount]) => amount), { unit: '元' }],
        ['support_name', 'text', rows.map(([, , , , name]) => name ?? null)],
      ],
      { dated: { is: 'support', kind: null }, ...recipe },
      source,
    );

  it('count in the year of their day: how often, how much, of what kinds', () => {
    const built = build(
      main(),
      records(
        [
          ['A', '2022-03-01', '信用贷款', 500],
          ['A', '2022-09-01', '财政补助', 20],
          ['A', '2023-01-01', '科技计划项目', 7],
        ],
        { absence: NONE },
      ),
    );
    expect(field(built, 'support_count')).toEqual([0, 2, 1, 0]);
    expect(field(built, 'support_amount')).toEqual([0, 520, 7, 0]);
    expect(field(built, 'support_kinds')).toEqual([[], ['政策', '贷款'], ['项目'], []]);
    expect(keys(built.panel)).toHaveLength(4);
  });

  it('say nothing of firm-years they do not cover', () => {
    const built = build(main(), records([['A', '2022-03-01', '贷款', 500]], { absence: { ...NONE, years: [2022] } }));
    expect(field(built, 'support_count')).toEqual(['<absence_unknown>', 1, '<absence_unknown>', 0]);
    expect(field(build(main(), records([['A', '2022-03-01', '贷款', 500]])), 'support_count')).toEqual([
      '<absence_unknown>',
      1,
      '<absence_unknown>',
      '<absence_unknown>',
    ]);
  });

  it('of several lists add up; none is known only where every list says so', () => {
    const loans = records([['A', '2022-03-01', '贷款', 500]], { absence: NONE }, 'loans.csv');
    const platforms = part(
      [
        ['firm_id', 'code', ['A', 'B']],
        ['support_date', 'date', [day('2022-05-01'), day('2022-06-01')]],
      ],
      { dated: { is: 'support', kind: 'platform' } },
      'platforms.csv',
    );
    const built = build(main(), loans, platforms);
    expect(field(built, 'support_count')).toEqual(['<absence_unknown>', 2, '<absence_unknown>', 1]);
    // Amounts are those of the lists that give any: B is in none of them, and that means none.
    expect(field(built, 'support_amount')).toEqual([0, 500, 0, 0]);
    expect(giversOf(built.origins).get('support_amount')).toEqual(['loans.csv']);
  });

  it('a sum with an amount missing is missing', () => {
    const built = build(
      main(),
      records([
        ['A', '2022-03-01', '贷款', 500],
        ['A', '2022-04-01', '贷款', null],
      ]),
    );
    expect(field(built, 'support_amount')[1]).toBe('<blank>');
    expect(field(built, 'support_count')[1]).toBe(2);
  });

  it('without a day are listed with the firm, count nowhere, and nobody says of that firm that it had none', () => {
    const built = build(main(), records([['A', null, '贷款', 500]], { absence: NONE }));
    expect(field(built, 'support_count')).toEqual(['<absence_unknown>', '<absence_unknown>', '<absence_unknown>', 0]);
    expect(codes(built)).toEqual(['support_undated 1']);
    expect(built.support.of('A')).toMatchObject([{ date: null, amount: 500 }]);
  });

  it('of a firm come oldest first, with file and line; a year the panel has not is no loss', () => {
    const built = build(
      main(),
      records([
        ['A', '2022-03-01', '贷款', 500, '科创贷'],
        ['B', '2022-01-01', '人才', null],
        ['A', '2010-05-06', '补贴', null, '创新券'],
        ['Z', '2022-01-01', '贷款', 1],
      ]),
      records([['A', null, null, 9]], { year: 2021, dated: { is: 'support', kind: null } }, 'more.csv'),
    );
    expect(built.support.of('A')).toEqual([
      { kind: 'policy', date: '2010-05-06', name: '创新券', amount: null, office: '', end: null, source: 'support.csv', line: 4 },
      { kind: 'other', date: '2021', name: '', amount: 9, office: '', end: null, source: 'more.csv', line: 2 },
      { kind: 'loan', date: '2022-03-01', name: '科创贷', amount: 500, office: '', end: null, source: 'support.csv', line: 2 },
    ]);
    expect([built.support.total, built.support.of('Z'), lines(built)]).toEqual([4, [], ['5 skipped row no_such_firm']]);
    expect(built.accounts[1]).toMatchObject({ read: 4, loaded: 3, skipped: 1 });
  });

  it('a word that names no kind is other, and that is said', () => {
    expect(codes(build(main(), records([['A', '2022-03-01', '神秘', 1]])))).toEqual(['support_kind_unknown 神秘']);
  });

  it.each([
    ['loan', 'loan'],
    ['贷款', 'loan'],
    ['市级科技计划项目', 'project'],
    ['知识产权质押贷款', 'loan'],
    ['项目贷款', null],
    ['神秘', null],
  ])('%s is of kind %s', (text, kind) => {
    expect(kindIn(text)).toBe(kind);
  });
});

it.each([
  ['2023年度高新技术企业名单', '高新技术企业'],
  ['国家级专精特新小巨人', '专精特新“小巨人”'],
  ['潜在独角兽', '潜在独角兽企业'],
  ['高新技术企业与瞪羚企业', null],
  ['企业名单', null],
])('the title in %s is %s', (text, title) => {
  expect(titleIn(text)).toBe(title);
});

it('a title is known by any of its spellings and by nothing near it', () => {
  expect([titleNamed('专精特新“小巨人”企业'), titleNamed('高企'), titleNamed('高企培育')]).toEqual([
    '专精特新“小巨人”',
    '高新技术企业',
    null,
  ]);
});
