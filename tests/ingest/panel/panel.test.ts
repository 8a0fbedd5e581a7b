import { describe, expect, it } from 'vitest';
import { buildPanel, type PanelPart } from '../../../src/ingest/panel';
import { dictionary } from '../dictionary';
import { cells, type Given, keys, part } from './part';

const build = (...parts: PanelPart[]) => buildPanel(parts, dictionary);
const codes = (built: ReturnType<typeof build>) => built.problems.map(({ code }) => code);
const field = (built: ReturnType<typeof build>, id: string) => cells(built.panel?.fields.get(id));
const lines = (built: ReturnType<typeof build>) => built.ledger.map(({ line, action, reason }) => `${line} ${action} ${reason}`);
const firms = (...list: (string | null)[]): Given => ['firm_id', 'code', list];
const years = (...list: (number | null)[]): Given => ['year', 'year', list];

describe('one clean file', () => {
  const given = part([
    firms('A', 'A', 'B'),
    ['firm_name', 'text', ['甲', '甲改名', '乙']],
    years(2022, 2023, 2023),
    ['revenue', 'money', [10, null, 0], { unit: '元' }],
  ]);

  it('is the panel as it stands', () => {
    const built = build(given);
    expect(keys(built.panel)).toEqual(['A 2022', 'A 2023', 'B 2023']);
    expect(cells(built.panel!.name)).toEqual(['甲', '甲改名', '乙']);
    expect(field(built, 'revenue')).toEqual([10, '<blank>', 0]);
    expect([codes(built), built.ledger]).toEqual([[], []]);
  });

  it('is not copied', () => {
    const { panel } = build(given);
    expect(panel!.fields.get('revenue')).toBe(given.file.columns[3]!.column);
    expect(panel!.firm).toBe((given.file.columns[0]!.column as { codes: Int32Array }).codes);
  });

  it('without names is named by its keys', () => {
    expect(cells(build(part([firms('A', 'B'), years(2023, 2023)])).panel!.name)).toEqual(['A', 'B']);
  });
});

it('a row without key or year is rejected and the account still adds up', () => {
  const built = build(part([firms('A', null, 'B', 'C'), years(2023, 2023, null, 23)]));
  expect(keys(built.panel)).toEqual(['A 2023']);
  expect(lines(built)).toEqual(['3 rejected row no_firm_key', '4 rejected row no_year', '5 rejected row no_year']);
  expect(built.accounts).toEqual([{ read: 4, loaded: 1, rejected: 3, skipped: 0, changedCells: 0, rejectedCells: 0 }]);
});

it('a file of one year has it from the recipe', () => {
  expect(keys(build(part([firms('A', 'B')], { year: 2021 })).panel)).toEqual(['A 2021', 'B 2021']);
});

describe('a firm-year that comes twice', () => {
  const twice = (duplicates: 'ask' | 'first' | 'last' | 'reject') =>
    build(
      part(
        [
          firms('A', 'B', 'A', 'A'),
          ['firm_name', 'text', ['甲', '乙', '甲', '甲']],
          years(2023, 2023, 2023, 2023),
          ['employees', 'count', [1, 5, 2, 3]],
        ],
        { duplicates },
      ),
    );

  it('is shown with what differs, and nothing is loaded', () => {
    const built = twice('ask');
    expect(built.panel).toBeNull();
    expect(built.duplicates).toEqual([
      { firm: 'A', name: '甲', year: 2023, places: [2, 4, 5].map((line) => ({ source: 'a.csv', line })), differ: ['employees'] },
    ]);
    expect(built.problems.map(({ code, severity, given }) => [code, severity, given])).toEqual([['duplicate_rows', 'question', '1']]);
  });

  it.each([
    ['first', ['A 2023', 'B 2023'], [1, 5], [4, 5]],
    ['last', ['B 2023', 'A 2023'], [5, 3], [2, 4]],
    ['reject', ['B 2023'], [5], [2, 4, 5]],
  ] as const)('%s keeps %j', (policy, firmYears, employees, rejected) => {
    const built = twice(policy);
    expect(keys(built.panel)).toEqual(firmYears);
    expect(field(built, 'employees')).toEqual(employees);
    expect(lines(built)).toEqual(rejected.map((line) => `${line} rejected row duplicate_key`));
    expect(built.accounts[0]).toMatchObject({ read: 4, loaded: 4 - rejected.length, rejected: rejected.length });
  });
});

describe('several files', () => {
  it('of a year each are one panel', () => {
    const built = build(
      part([firms('A', 'B'), ['employees', 'count', [1, 2]]], { year: 2022 }),
      part([firms('B', 'C'), ['employees', 'count', [3, 4]]], { year: 2023 }, 'b.csv'),
    );
    expect(keys(built.panel)).toEqual(['A 2022', 'B 2022', 'B 2023', 'C 2023']);
    expect(field(built, 'employees')).toEqual([1, 2, 3, 4]);
  });

  it('of other fields join by firm and year; what nobody gives was not collected', () => {
    const built = build(
      part([firms('A', 'B'), years(2023, 2023), ['employees', 'count', [1, 2]], ['industry', 'text', ['软件', null]]]),
      part(
        [firms('C', 'B'), years(2023, 2023), ['inv_valid', 'count', [7, 8]], ['titles', 'set', [['高企'], ['高企', '瞪羚']]]],
        {},
        'b.csv',
      ),
    );
    expect(keys(built.panel)).toEqual(['A 2023', 'B 2023', 'C 2023']);
    expect(field(built, 'employees')).toEqual([1, 2, '<not_collected>']);
    expect(field(built, 'industry')).toEqual(['软件', '<blank>', '<not_collected>']);
    expect(field(built, 'inv_valid')).toEqual(['<not_collected>', 8, 7]);
    expect(field(built, 'titles')).toEqual(['<not_collected>', ['高企', '瞪羚'], ['高企']]);
  });

  it('that differ: the first wins, a gap is filled, each difference is told with both values', () => {
    const built = build(
      part([
        firms('A', 'B', 'C'),
        years(2023, 2023, 2023),
        ['revenue', 'money', [100, null, 300], { unit: '元' }],
        ['district', 'text', ['锦江区', '青羊区', null]],
      ]),
      part(
        [
          firms('C', 'B', 'A'),
          years(2023, 2023, 2023),
          ['revenue', 'money', [300, 200, 101], { unit: '元' }],
          ['district', 'text', ['武侯区', '青羊区', '金牛区']],
        ],
        {},
        'b.csv',
      ),
    );
    expect(field(built, 'revenue')).toEqual([100, 200, 300]);
    expect(field(built, 'district')).toEqual(['锦江区', '青羊区', '武侯区']);
    expect(built.problems.map(({ code, source, where, given }) => [code, source, where, given])).toEqual([
      ['values_conflict', '', '', '2'],
    ]);
    const says = (value: string, other: string) => [
      { source: 'a.csv', line: 2, value },
      { source: 'b.csv', line: 4, value: other },
    ];
    expect(built.conflicts.page(0, 10)).toEqual([
      { firm: 'A', name: 'A', year: 2023, field: 'revenue', says: says('100', '101'), taken: 'a.csv' },
      { firm: 'A', name: 'A', year: 2023, field: 'district', says: says('锦江区', '金牛区'), taken: 'a.csv' },
    ]);
  });

  it('that differ in sets tell both', () => {
    const built = build(
      part([firms('A'), years(2023), ['titles', 'set', [['高企', '瞪羚']]]]),
      part([firms('A'), years(2023), ['titles', 'set', [['瞪羚', '独角兽']]]], {}, 'b.csv'),
    );
    expect(field(built, 'titles')).toEqual([['高企', '瞪羚']]);
    expect(built.conflicts.page(0, 1)[0]!.says.map(({ value }) => value)).toEqual(['高企;瞪羚', '瞪羚;独角兽']);
  });

  it('count every difference, and show any page of them', () => {
    const n = 1500;
    const ids = Array.from({ length: n }, (_, i) => `F${i}`);
    const of = (value: number, source: string) =>
      part([firms(...ids), ['employees', 'count', ids.map(() => value)]], { year: 2023 }, source);
    const built = build(of(1, 'a.csv'), of(2, 'b.csv'));
    expect(built.problems).toMatchObject([{ code: 'values_conflict', given: '1500' }]);
    expect(built.conflicts.page(1498, 10).map(({ firm }) => firm)).toEqual(['F1498', 'F1499']);
  });

  it('whose keys never meet are doubted', () => {
    expect(codes(build(part([firms('A')], { year: 2023 }), part([firms('91')], { year: 2023 }, 'b.csv')))).toEqual([
      'keys_do_not_meet',
      'keys_do_not_meet',
    ]);
  });

  it.each<[string, PanelPart, string]>([
    [
      'currencies',
      part([firms('A'), ['revenue', 'money', [1], { unit: '元' }]], { year: 2023, currency: 'EUR' }, 'b.csv'),
      'currencies_differ',
    ],
    ['kinds', part([firms('A'), ['x_note', 'text', ['a']], ['revenue', 'money', [1]]], { year: 2023 }, 'b.csv'), 'field_kind_differs'],
    [
      'headers of one own id',
      part([firms('A'), ['x_note', 'number', [1], { header: 'other' }]], { year: 2023 }, 'b.csv'),
      'own_field_clash',
    ],
    [
      'percent and plain figures',
      part([firms('A'), ['x_note', 'number', [1], { unit: '%' }]], { year: 2023 }, 'b.csv'),
      'field_unit_differs',
    ],
  ])('of different %s are not joined', (_, second, code) => {
    const built = build(part([firms('A'), ['revenue', 'money', [1], { unit: '元' }], ['x_note', 'number', [1]]], { year: 2023 }), second);
    expect(built.panel).toBeNull();
    expect(codes(built)).toEqual([code]);
  });
});

describe('years in headers', () => {
  const wide = (duplicates: 'ask' | 'first' = 'ask', last = 'B') =>
    build(
      part(
        [
          firms('A', 'B', last),
          ['industry', 'text', ['软件', '医药', '医药']],
          ['revenue', 'money', [1, null, last === 'B' ? 9 : null], { unit: '元', year: 2022, header: '2022' }],
          ['revenue', 'money', [2, 3, last === 'B' ? 9 : null], { unit: '元', year: 2023, header: '2023' }],
        ],
        { duplicates },
      ),
    );

  it('a row becomes a row a year, and none for a year of which it says nothing', () => {
    const built = wide('ask', 'C');
    expect(keys(built.panel)).toEqual(['A 2022', 'A 2023', 'B 2023']);
    expect(field(built, 'revenue')).toEqual([1, 2, 3]);
    expect(field(built, 'industry')).toEqual(['软件', '软件', '医药']);
    expect(lines(built)).toEqual(['4 skipped row no_figures']);
    expect(built.accounts[0]).toMatchObject({ read: 3, loaded: 2, rejected: 0, skipped: 1 });
  });

  it('a firm in two rows is decided by year: a row that keeps one year is loaded', () => {
    const built = wide('first');
    expect(keys(built.panel)).toEqual(['A 2022', 'B 2022', 'A 2023', 'B 2023']);
    expect(field(built, 'revenue')).toEqual([1, 9, 2, 3]);
    expect(built.ledger).toEqual([]);
  });
});

it('a negative head count is missing, out of range, with its line; a negative profit is a value', () => {
  const given = part([
    firms('A', 'B'),
    years(2023, 2023),
    ['revenue', 'money', [-20000, 5], { unit: '万元' }],
    ['net_profit', 'money', [-3, 4], { unit: '元' }],
  ]);
  const built = build(given);
  expect(field(built, 'revenue')).toEqual(['<out_of_range>', 5]);
  expect(field(built, 'net_profit')).toEqual([-3, 4]);
  expect(built.ledger).toEqual([
    { source: 'a.csv', line: 2, column: 'revenue', raw: '-2', action: 'rejected cell', reason: 'out_of_range', read: '' },
  ]);
  expect(built.accounts[0]).toMatchObject({ read: 2, loaded: 2, rejectedCells: 1 });
  expect(cells(given.file.columns[2]!.column)).toEqual([-20000, 5]);
});

it('credit codes that fail the check digit are warned of and stay keys; width and case do not part a firm', () => {
  const built = build(
    part([['uscc', 'code', ['91000000000000000K', '91000000000000000k', '910000000000000001']], years(2022, 2023, 2023)]),
  );
  expect(keys(built.panel)).toEqual(['91000000000000000K 2022', '91000000000000000K 2023', '910000000000000001 2023']);
  expect(built.problems.map(({ code, severity, given }) => [code, severity, given])).toEqual([
    ['credit_code_fault', 'warning', '1 / 3: 910000000000000001'],
  ]);
});

describe('lists', () => {
  const main = part([firms('A', 'B', 'A'), years(2022, 2022, 2023), ['district', 'text', ['锦江区', '青羊区', null]]]);
  const list = (absence: Partial<PanelPart['recipe']['absence']>, source = 'list.csv') =>
    part(
      [firms('A', 'Z'), years(2022, 2022), ['abnormal_list', 'flag', [1, 1]], ['penalties', 'count', [2, 1]]],
      { absence: { means: 'none', years: null, districts: null, ...absence } },
      source,
    );

  it('absence that means none is 0; a firm nobody else knows is skipped with a line', () => {
    const built = build(main, list({}));
    expect(keys(built.panel)).toEqual(['A 2022', 'B 2022', 'A 2023']);
    expect(field(built, 'abnormal_list')).toEqual([1, 0, 0]);
    expect(field(built, 'penalties')).toEqual([2, 0, 0]);
    expect(lines(built)).toEqual(['3 skipped row no_such_firm_year']);
    expect(built.accounts[1]).toMatchObject({ read: 2, loaded: 1, rejected: 0, skipped: 1 });
  });

  it('absence says nothing of years and districts the list does not cover', () => {
    expect(field(build(main, list({ years: [2022] })), 'abnormal_list')).toEqual([1, 0, '<absence_unknown>']);
    expect(field(build(main, list({ districts: ['锦江区'] })), 'abnormal_list')).toEqual([1, '<absence_unknown>', '<absence_unknown>']);
  });

  it('absence that means nothing is unknown, never 0', () => {
    const built = build(main, list({ means: 'unknown' }));
    expect(keys(built.panel)).toEqual(['A 2022', 'B 2022', 'A 2023', 'Z 2022']);
    expect(field(built, 'abnormal_list')).toEqual([1, '<absence_unknown>', '<absence_unknown>', 1]);
    expect(field(built, 'penalties')).toEqual([2, '<not_collected>', '<not_collected>', 1]);
  });

  it('a firm that stands in the list with an empty cell is blank, not 0', () => {
    const given = part(
      [firms('A'), years(2022), ['abnormal_list', 'flag', [null]]],
      { absence: { means: 'none', years: null, districts: null } },
      'list.csv',
    );
    expect(field(build(main, given), 'abnormal_list')).toEqual(['<blank>', 0, 0]);
  });

  it('events are counted a firm and year; a flag is true once there is one', () => {
    const events = (id: string) =>
      part(
        [firms('A', 'A', 'Z'), years(2022, 2022, 2022), ['x_why', 'text', ['a', 'b', 'c']]],
        { events: { field: id }, absence: { means: 'none', years: null, districts: null } },
        'events.csv',
      );
    const built = build(main, events('penalties'));
    expect(field(built, 'penalties')).toEqual([2, 0, 0]);
    expect(built.panel!.fields.has('x_why')).toBe(false);
    expect(built.accounts[1]).toMatchObject({ read: 3, loaded: 2, skipped: 1 });
    const flagged = build(main, events('env_violation')).panel!.fields.get('env_violation')!;
    expect([flagged.kind, cells(flagged)]).toEqual(['truth', [1, 0, 0]]);
  });
});

describe('what stops at once', () => {
  it.each<[string, PanelPart, string]>([
    ['no key', part([['employees', 'count', [1]], years(2023)]), 'no_firm_key'],
    ['no year', part([firms('A')]), 'no_year'],
    ['no row with a key', part([firms(null), years(2023)]), 'no_rows'],
  ])('%s', (_, given, code) => {
    const built = build(given);
    expect([built.panel, codes(built)]).toEqual([null, [code]]);
  });

  it('a file loaded by another recipe is our fault and loud', () => {
    const one = part([firms('A'), years(2023)]);
    const other = part([firms('A'), years(2023), ['employees', 'count', [1]]]);
    expect(() => build({ file: one.file, recipe: other.recipe })).toThrow('column 2 of a.csv is in the recipe but was not loaded');
  });
});
