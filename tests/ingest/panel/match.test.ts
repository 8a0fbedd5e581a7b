import { describe, expect, it } from 'vitest';
import { buildPanel, type PanelPart } from '../../../src/ingest/panel';
import type { Recipe } from '../../../src/model/recipe';
import { dictionary } from '../dictionary';
import { code } from './codes';
import { cells, type Given, keys, part } from './part';

const build = (...parts: PanelPart[]) => buildPanel(parts, dictionary);
const [A, B, C] = [code(1), code(2), code(3)];
const lines = (built: ReturnType<typeof build>) =>
  built.ledger.map(({ source, line, action, reason }) => `${source} ${line} ${action} ${reason}`);
const adds = (built: ReturnType<typeof build>) =>
  built.accounts.every(({ read, loaded, rejected, skipped }) => read === loaded + rejected + skipped);

/** The register: codes with names, a former name, old numbers. */
const register = part(
  [
    ['uscc', 'code', [A, B, C]],
    ['firm_name', 'text', ['示例甲科技有限公司', '示例（成都）乙材料有限公司', '示例丙食品有限公司']],
    ['former_name', 'text', [null, '成都旧名材料厂；示例乙材料厂', null]],
    ['reg_no', 'code', ['510100000000001', null, '510100000000003']],
    ['employees', 'count', [1, 2, 3]],
  ],
  { year: 2023 },
  'register.csv',
);
const named = (names: readonly (string | null)[], recipe: Partial<Recipe> = {}, more: readonly Given[] = []) =>
  part(
    [['firm_name', 'text', names], ['talents', 'count', names.map((_, at) => at + 10)], ...more],
    { year: 2023, ...recipe },
    'names.csv',
  );

describe('a source known by names', () => {
  it('joins by the same name, a former one, and one that differs in brackets and legal form', () => {
    const built = build(register, named(['示例丙食品有限公司', '成都旧名材料厂', '示例甲科技有限责任公司']));
    expect(keys(built.panel)).toEqual([`${A} 2023`, `${B} 2023`, `${C} 2023`]);
    expect(cells(built.panel!.fields.get('talents'))).toEqual([12, 11, 10]);
    expect(built.matches).toEqual([
      {
        source: 'names.csv',
        by: 'firm_name',
        exact: 0,
        known: [
          { given: '示例丙食品有限公司', firm: C, name: '示例丙食品有限公司', why: 'same_name' },
          { given: '成都旧名材料厂', firm: B, name: '示例（成都）乙材料有限公司', why: 'former_name' },
          { given: '示例甲科技有限责任公司', firm: A, name: '示例甲科技有限公司', why: 'folded_name' },
        ],
        likely: [],
        none: { count: 0, given: [] },
      },
    ]);
    expect(built.ledger).toEqual([]);
  });

  it('whose name is only similar waits for a person: nothing of the row is in the panel, the panel is there', () => {
    const built = build(register, named(['示例甲料技有限公司', '远方航运有限公司']));
    expect(built.matches[0]!.likely).toEqual([
      {
        given: '示例甲料技有限公司',
        name: '示例甲料技有限公司',
        rows: 1,
        candidates: [{ firm: A, name: '示例甲科技有限公司', why: 'similar_name', likeness: 0.8 }],
      },
    ]);
    expect(built.matches[0]!.none).toEqual({ count: 1, given: ['远方航运有限公司'] });
    expect(lines(built)).toEqual(['names.csv 2 skipped row match_undecided', 'names.csv 3 skipped row no_match']);
    expect(cells(built.panel!.fields.get('talents'))).toEqual(['<not_collected>', '<not_collected>', '<not_collected>']);
    expect(built.problems.map(({ code: one, given }) => `${one} ${given}`)).toEqual([
      'matches_undecided 1',
      'firms_not_found 1',
      'keys_do_not_meet ',
    ]);
    expect(adds(built)).toBe(true);
  });

  it('is joined as a person decided, or is not that firm', () => {
    const decided = (firm: string | null) =>
      build(register, named(['示例甲料技有限公司'], { matches: [{ given: '示例甲料技有限公司', firm }] }));
    expect(cells(decided(A).panel!.fields.get('talents'))[0]).toBe(10);
    expect(decided(A).matches[0]!.likely).toEqual([]);
    expect(lines(decided(null))).toEqual(['names.csv 2 skipped row no_match']);
    const gone = decided(code(99));
    expect(lines(gone)).toEqual(['names.csv 2 skipped row match_undecided']);
    expect(gone.problems.map(({ code: one }) => one)).toContain('match_firm_gone');
  });

  it('two firms of one name are never joined silently', () => {
    const twins = part(
      [
        ['uscc', 'code', [A, B]],
        ['firm_name', 'text', ['示例有限公司', '示例有限公司']],
      ],
      { year: 2023 },
    );
    const built = build(twins, named(['示例有限公司']));
    expect(built.matches[0]!.likely[0]!.candidates.map(({ firm, why, likeness }) => [firm, why, likeness])).toEqual([
      [A, 'same_name', 1],
      [B, 'same_name', 1],
    ]);
    // A name one firm bears and another bore is not sure either; nor is a folded name of two.
    const before = part(
      [
        ['uscc', 'code', [A, B]],
        ['firm_name', 'text', ['示例有限公司', '样本有限公司']],
        ['former_name', 'text', [null, '示例有限公司']],
      ],
      { year: 2023 },
    );
    expect(build(before, named(['示例有限公司'])).matches[0]!.likely).toHaveLength(1);
    const forms = part(
      [
        ['uscc', 'code', [A, B]],
        ['firm_name', 'text', ['示例有限公司', '示例股份有限公司']],
      ],
      { year: 2023 },
    );
    const both = build(forms, named(['示例有限公司', '示例有限责任公司'])).matches[0]!;
    expect(both.known.map(({ given, firm }) => [given, firm])).toEqual([['示例有限公司', A]]);
    expect(both.likely.map(({ given }) => given)).toEqual(['示例有限责任公司']);
  });
});

describe('a source known by old numbers', () => {
  const numbered = (numbers: string[], names: (string | null)[], recipe: Partial<Recipe> = {}) =>
    part(
      [
        ['reg_no', 'code', numbers],
        ['firm_name', 'text', names],
        ['talents', 'count', numbers.map((_, at) => at + 10)],
      ],
      { year: 2023, ...recipe },
      'old.csv',
    );

  it('joins by registration number, and by the organisation code inside the credit code', () => {
    const built = build(register, numbered(['510100000000003', `${A.slice(8, 16)}-${A.slice(16, 17)}`], [null, null]));
    expect(built.matches[0]!.known.map(({ firm, why }) => [firm, why])).toEqual([
      [C, 'old_number'],
      [A, 'old_number'],
    ]);
    expect(cells(built.panel!.fields.get('talents'))).toEqual([11, '<not_collected>', 10]);
  });

  it('a number whose firm bears quite another name needs a person', () => {
    const built = build(register, numbered(['510100000000003'], ['远方航运有限公司']));
    expect(built.matches[0]!.likely[0]!.candidates[0]).toMatchObject({ firm: C, why: 'old_number' });
  });

  it('a name whose firm has another registration number needs a person', () => {
    const built = build(register, numbered(['510100000000777'], ['示例丙食品有限公司']));
    expect(built.matches[0]!.likely[0]!.candidates[0]).toMatchObject({ firm: C, why: 'same_name' });
  });

  it('two numbers that lead to one firm by its name alone are two firms of one name', () => {
    const built = build(register, numbered(['510100000000777', '510100000000778'], Array(2).fill('示例（成都）乙材料有限公司')));
    expect(built.matches[0]!.likely.map(({ given }) => given)).toEqual(['510100000000777', '510100000000778']);
  });

  it('a firm id joins through a file that has both', () => {
    const both = part(
      [
        ['uscc', 'code', [A, B]],
        ['firm_id', 'code', ['K1', 'K2']],
        ['employees', 'count', [1, 2]],
      ],
      { year: 2023 },
    );
    const own = part(
      [
        ['firm_id', 'code', ['K2', 'K9']],
        ['talents', 'count', [5, 6]],
      ],
      { year: 2023 },
      'ids.csv',
    );
    const built = build(both, own);
    expect([built.matches[0]!.by, built.matches[0]!.exact, built.matches[0]!.none.count]).toEqual(['firm_id', 1, 1]);
    expect(cells(built.panel!.fields.get('talents'))).toEqual(['<not_collected>', 5]);
  });
});

describe('a credit code that cannot be right', () => {
  const bent = `${A.slice(0, 17)}${A.endsWith('0') ? '1' : '0'}`;
  const second = (uscc: string, name: string | null, recipe: Partial<Recipe> = {}) =>
    part(
      [
        ['uscc', 'code', [uscc]],
        ['firm_name', 'text', [name]],
        ['talents', 'count', [7]],
      ],
      { year: 2023, ...recipe },
      'typed.csv',
    );

  it.each([
    ['beside the same name', '示例甲科技有限公司'],
    ['beside a similar name', '示例甲料技有限公司'],
    ['beside no name', null],
  ])('one character off %s is likely that firm', (_, name) => {
    const built = build(register, second(bent, name));
    expect(built.matches[0]!.likely).toMatchObject([{ given: bent, rows: 1, candidates: [{ firm: A, why: 'code_typo' }] }]);
    expect(lines(built)).toEqual(['typed.csv 2 skipped row match_undecided']);
    expect(build(register, second(bent, name, { matches: [{ given: bent, firm: A }] })).panel!.rows).toBe(3);
  });

  it('beside another name, or decided not to be that firm, is a firm of its own with a warning', () => {
    for (const built of [
      build(register, second(bent, '远方航运有限公司')),
      build(register, second(bent, '示例甲科技有限公司', { matches: [{ given: bent, firm: null }] })),
    ]) {
      expect(keys(built.panel)).toContain(`${bent} 2023`);
      expect(built.problems.map(({ code: one }) => one)).toContain('credit_code_fault');
      expect(built.ledger).toEqual([]);
    }
  });

  it('quite another code beside the same name is likely that firm too', () => {
    const other = `${code(500).slice(0, 17)}${code(500).endsWith('0') ? '1' : '0'}`;
    expect(build(register, second(other, '示例甲科技有限公司')).matches[0]!.likely[0]!.candidates[0]).toMatchObject({
      firm: A,
      why: 'same_name',
    });
  });

  it('an old registration number in the column of codes is that firm', () => {
    const built = build(register, second('510100000000001', '示例甲科技有限公司'));
    expect(built.matches[0]!.known).toMatchObject([{ given: '510100000000001', firm: A, why: 'old_number' }]);
    expect(cells(built.panel!.fields.get('talents'))[0]).toBe(7);
  });

  it('in several files is one firm, whatever the order of the files', () => {
    const parts = [
      register,
      second(bent, '远方航运有限公司'),
      part(
        [
          ['uscc', 'code', [bent]],
          ['awards', 'count', [4]],
        ],
        { year: 2023 },
        'c.csv',
      ),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const built = build(...order.map((at) => parts[at]!));
      const row = keys(built.panel).indexOf(`${bent} 2023`);
      expect([cells(built.panel!.fields.get('talents'))[row], cells(built.panel!.fields.get('awards'))[row]]).toEqual([7, 4]);
    }
  });
});

describe('without credit codes anywhere', () => {
  it('names are the keys; spellings that fold to one are one firm, unless one file has both', () => {
    const other = (names: string[]) =>
      part(
        [
          ['firm_name', 'text', names],
          ['employees', 'count', names.map((_, at) => at)],
        ],
        { year: 2022 },
        'b.csv',
      );
    const built = build(named(['示例（成都）科技有限公司']), other(['示例(成都)科技有限责任公司', '样本有限公司']));
    expect(keys(built.panel)).toEqual(['示例（成都）科技有限公司 2023', '示例（成都）科技有限公司 2022', '样本有限公司 2022']);
    expect(built.matches[1]!.known).toMatchObject([{ given: '示例(成都)科技有限责任公司', why: 'folded_name' }]);
    const both = build(named(['示例有限公司']), other(['示例有限公司', '示例股份有限公司']));
    expect(keys(both.panel)).toEqual(['示例有限公司 2023', '示例有限公司 2022', '示例股份有限公司 2022']);
  });

  it('a firm id is surer than a name; what is found nowhere stays a firm', () => {
    const ids = part(
      [
        ['firm_id', 'code', ['K1']],
        ['firm_name', 'text', ['示例有限公司']],
        ['employees', 'count', [1]],
      ],
      { year: 2023 },
    );
    const built = build(ids, named(['示例有限责任公司', '远方航运有限公司']));
    expect(keys(built.panel)).toEqual(['K1 2023', '远方航运有限公司 2023']);
    expect(cells(built.panel!.fields.get('talents'))).toEqual([10, 11]);
  });
});

it('what matching met is in the receipts: names of one key, keys of one name, repeated rows, rows of totals', () => {
  const first = part(
    [
      ['uscc', 'code', [A, A, B, C]],
      ['firm_name', 'text', ['示例甲有限公司', '远方甲厂', '同名有限公司', '同名有限公司']],
    ],
    { year: 2023, duplicates: 'first' },
  );
  const second = part(
    [
      ['uscc', 'code', [A]],
      ['firm_name', 'text', ['样本甲']],
    ],
    { year: 2023 },
    'b.csv',
  );
  const ledger = { source: 'b.csv', total: 2, lines: Uint32Array.of(4, 9), ats: Int32Array.of(-1, -1), reasons: Uint8Array.of(3, 2) };
  const { receipts } = build(first, { ...second, file: { ...second.file, ledger } });
  expect(receipts.repeated).toEqual({ count: 1, listed: [{ source: 'a.csv', firm: A, year: 2023, lines: [2, 3] }] });
  expect(receipts.severalNames).toEqual({
    count: 2,
    listed: [
      {
        firm: A,
        year: 2023,
        names: [
          { source: 'a.csv', line: 2, name: '示例甲有限公司' },
          { source: 'a.csv', line: 3, name: '远方甲厂' },
        ],
      },
      {
        firm: A,
        year: 2023,
        names: [
          { source: 'a.csv', line: 2, name: '示例甲有限公司' },
          { source: 'b.csv', line: 2, name: '样本甲' },
        ],
      },
    ],
  });
  expect(receipts.severalKeys).toEqual({ count: 1, listed: [{ source: 'a.csv', year: 2023, name: '同名有限公司', keys: [B, C] }] });
  expect(receipts.totals).toEqual([{ source: 'b.csv', count: 1, lines: [4] }]);
});
