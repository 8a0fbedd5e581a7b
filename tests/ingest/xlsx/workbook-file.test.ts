import { describe, expect, it } from 'vitest';
import { loadAny, lookAny, rawCellsAny } from '../../../src/ingest/any-file';
import { bytesSource } from '../../../src/ingest/byte-source';
import { proposeRecipe } from '../../../src/ingest/propose';
import { formula, type MadeCell, styled, xlsxOf } from '../../fixtures/xlsx-maker';
import { dictionary } from '../dictionary';
import { valuesOf } from '../given';
import { loadedSheet, readSheet, sheetOf, sheetRecipe } from './given';

const ERROR: MadeCell = { attributes: 't="e"', content: '<v>#REF!</v>' };
const OFFICE: readonly (readonly MadeCell[])[] = [
  ['示例市企业情况表'],
  [null, null, null, null, null, '单位：万元'],
  ['区县', '企业名称', '统一社会信用代码', '营业收入', null, '研发占比'],
  [null, null, null, '2022', '2023', null],
  ['示例甲区', '示例甲公司', '91000000000000001X', 12.5, 0.1 + 0.2, styled(0.125, 1)],
  [null, '示例乙公司', '91000000000000002X', 80, ERROR, styled(0.03, 1)],
  [],
  ['示例乙区', '示例丙公司', '91000000000000003X', formula('D5*2', '25'), formula('D9*2', null), null],
  ['合计', null, null, 117.5, formula('SUM(E5:E8)', null)],
];
const MERGES = ['A1:F1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'A5:A6'];
const office = () => sheetOf(OFFICE, MERGES, { formats: ['0.0%'] });

describe('an office sheet', () => {
  it('has its title, unit, header of two rows with merged cells, and the fate of each row by the number a spreadsheet shows', async () => {
    const found = await lookAny(office());
    expect(found.dialect).toEqual({ encoding: 'utf-8', delimiter: '', quote: '', header: { line: 2, lines: 2 }, sheet: '表' });
    expect([found.unit, found.certain, found.sampled]).toEqual(['万元', true, 3]);
    expect(found.columns.map(({ header, kind, unit }) => [header, kind, unit])).toEqual([
      ['区县', 'text', null],
      ['企业名称', 'text', null],
      ['统一社会信用代码', 'code', null],
      ['营业收入 · 2022', 'money', '万元'],
      ['营业收入 · 2023', 'money', '万元'],
      ['研发占比', 'ratio', '%'],
    ]);
    expect(found.preview.map(({ line, fate }) => `${line} ${fate}`)).toEqual([
      '1 above',
      '2 unit',
      '3 header',
      '4 header',
      '5 data',
      '6 data',
      '8 data',
      '9 total',
    ]);
    expect(found.preview[5]!.cells).toEqual(['示例甲区', '示例乙公司', '91000000000000002X', '80', '#REF!', '3%']);
    expect(found.columns[4]).toMatchObject({ filled: 3, refused: 2, samples: ['0.30000000000000004'] });
    expect(found.columns[0]).toMatchObject({ filled: 3, blank: 0, changed: 1 });
  });

  it('becomes rows of 2022 and 2023 in 万元, nothing lost without a line', async () => {
    const source = office();
    const { recipe } = proposeRecipe(await lookAny(source), dictionary);
    expect([recipe.sheet, 'sheet' in recipe.dialect]).toEqual(['表', false]);
    expect(recipe.columns.map(({ field, year, unit }) => [field, year, unit])).toEqual([
      ['district', null, null],
      ['firm_name', null, null],
      ['uscc', null, null],
      ['revenue', 2022, '万元'],
      ['revenue', 2023, '万元'],
      [expect.stringMatching(/^x_/), 2023, '%'],
    ]);
    const { file, values, ledger } = await readSheet(source, recipe);
    expect(values).toEqual([
      ['示例甲区', '示例甲区', '示例乙区'],
      ['示例甲公司', '示例乙公司', '示例丙公司'],
      ['91000000000000001X', '91000000000000002X', '91000000000000003X'],
      [125000, 800000, 250000],
      [3000.0000000000005, '(unreadable)', '(unreadable)'],
      [0.125, 0.03, '(blank)'],
    ]);
    expect([...file.lines]).toEqual([5, 6, 8]);
    expect(file.account).toEqual({ read: 6, loaded: 3, rejected: 0, skipped: 3, changedCells: 3, rejectedCells: 2 });
    expect(file.dialect.sheet).toBe('表');
    expect(ledger).toEqual([
      '1  示例市企业情况表 → above_header: ',
      '2   |  |  |  |  | 单位：万元 → above_header: ',
      '5 研发占比 12.5% → percent_sign: 0.125',
      '6 区县 示例甲区 → merged_cell: 示例甲区',
      '6 营业收入 · 2023 #REF! → error_value: ',
      '6 研发占比 3% → percent_sign: 0.03',
      '8 营业收入 · 2023 =D9*2 → formula_without_value: ',
      '9  合计 |  |  | 117.5 | =SUM(E5:E8) → total_row: ',
    ]);
  });

  it('is found again by sheet and row: the trace has the row as it stands', async () => {
    const source = office();
    const { recipe } = proposeRecipe(await lookAny(source), dictionary);
    const file = await loadedSheet(source, recipe);
    expect(await rawCellsAny(source, file, 8)).toEqual(['示例乙区', '示例丙公司', '91000000000000003X', '25', '=D9*2']);
    expect((await rawCellsAny(source, file, 6))[0]).toBe('示例甲区');
    await expect(rawCellsAny(source, file, 7)).rejects.toThrow('a.xlsx has no row 7 on sheet 表');
    // A source that was never looked at, as after a visit ended.
    expect((await rawCellsAny(office(), file, 5))[3]).toBe('12.5');
  });

  it('says that formulas are taken as stored', async () => {
    expect((await lookAny(office())).problems.map(({ code, given, severity }) => [code, given, severity])).toEqual([
      ['formulas_as_stored', '1', 'warning'],
    ]);
  });
});

describe('sheets', () => {
  const table = (rows: number): MadeCell[][] => [['企业', '收入'], ...Array.from({ length: rows }, (_, at) => [`企业${at}`, at])];
  const book = () =>
    bytesSource(
      'a.xlsx',
      xlsxOf([
        { name: '说明', rows: [['填报说明'], ['一、单位为万元']] },
        { name: '2022', rows: table(2) },
        { name: '2023', rows: table(3) },
        { name: '底稿', rows: table(9), state: 'hidden' },
        { name: '空' },
      ]),
    );

  it('the visible one with the most cells is taken, not the first, and all are listed', async () => {
    const found = await lookAny(book());
    expect([found.dialect.sheet, found.sampled]).toEqual(['2023', 3]);
    expect(found.sheets).toEqual([
      { name: '说明', rows: 2, hidden: false },
      { name: '2022', rows: 3, hidden: false },
      { name: '2023', rows: 4, hidden: false },
      { name: '底稿', rows: 10, hidden: true },
      { name: '空', rows: 0, hidden: false },
    ]);
  });

  it('another is looked at when it is asked for, a hidden one too', async () => {
    const found = await lookAny(book(), { sheet: '底稿' });
    expect([found.dialect.sheet, found.sampled, proposeRecipe(found, dictionary).recipe.sheet]).toEqual(['底稿', 9, '底稿']);
  });

  it('an empty one is said to have no rows, and the others stay to choose from', async () => {
    const found = await lookAny(book(), { sheet: '空' });
    expect([found.problems.map(({ code }) => code), found.sheets?.length]).toEqual([['no_rows'], 5]);
  });

  it('one that is not there is said with those that are', async () => {
    const found = await lookAny(book(), { sheet: '2021' });
    expect(found.problems).toEqual([
      { code: 'sheet_missing', source: 'a.xlsx', where: '2021', given: '说明, 2022, 2023, 底稿, 空', severity: 'error' },
    ]);
    expect(found.sheets?.length).toBe(5);
    expect(await loadAny(book(), sheetRecipe(['text'], undefined, '2021'))).toMatchObject({
      ok: false,
      problems: [{ code: 'sheet_missing' }],
    });
  });

  it('a recipe without one takes the one that would be chosen', async () => {
    const { sheet: _, ...recipe } = sheetRecipe(['text', 'number']);
    const file = await loadedSheet(book(), recipe);
    expect([file.rows, file.dialect.sheet]).toEqual([3, '2023']);
  });

  it('one that is damaged is said, the others are read', async () => {
    const broken = xlsxOf([
      { name: '好', rows: table(2) },
      { name: '坏', xml: '<worksheet><sheetData><row></sheetData></worksheet>' },
    ]);
    const found = await lookAny(bytesSource('a.xlsx', broken));
    expect([found.sampled, found.problems.map(({ code, where }) => [code, where])]).toEqual([2, [['sheet_unreadable', '坏']]]);
  });

  it('hidden rows are read, and that is said', async () => {
    const bytes = xlsxOf([{ name: '表', rows: table(3), rowAttributes: { 3: 'hidden="1"' } }]);
    const found = await lookAny(bytesSource('a.xlsx', bytes));
    expect([found.sampled, found.problems.map(({ code, given }) => [code, given])]).toEqual([3, [['hidden_rows', '1']]]);
  });
});

describe('a header with merged cells', () => {
  it.each([
    [
      'three rows, the unit below',
      [
        ['企业', '收入', null, null, null],
        [null, '2022', null, '2023', null],
        [null, '主营', '其他', '主营', '其他'],
        [null, '万元', '万元', '万元', '万元'],
        ['甲', 1, 2, 3, 4],
        ['乙', 5, 6, 7, 8],
      ],
      ['A1:A4', 'B1:E1', 'B2:C2', 'D2:E2'],
      4,
      ['企业', '收入 · 2022 · 主营', '收入 · 2022 · 其他', '收入 · 2023 · 主营', '收入 · 2023 · 其他'],
      '万元',
    ],
    [
      'a name that is merged down does not spread to its right',
      [
        ['企业', null, '收入', null],
        [null, '代码', '2022', '2023'],
        ['甲', 'a1', 1, 2],
        ['乙', 'a2', 3, 4],
      ],
      ['A1:A2', 'C1:D1'],
      2,
      ['企业', '代码', '收入 · 2022', '收入 · 2023'],
      null,
    ],
  ] as const)('%s', async (_name, rows, merges, lines, headers, unit) => {
    const found = await lookAny(sheetOf(rows, merges));
    expect([found.dialect.header, found.columns.map(({ header }) => header), found.columns.at(-1)!.unit]).toEqual([
      { line: 0, lines },
      headers,
      unit,
    ]);
  });

  it('set by hand stays as set', async () => {
    const rows = [
      ['企业', '收入', null],
      [null, '2022', '2023'],
      ['甲', 1, 2],
    ];
    const found = await lookAny(sheetOf(rows, ['A1:A2', 'B1:C1']), { header: { line: 0, lines: 1 } });
    expect([found.dialect.header.lines, found.columns.map(({ header }) => header)]).toEqual([1, ['企业', '收入', '收入']]);
  });
});

describe('merged cells of the body', () => {
  const HEAD = ['区县', '企业', '收入'];

  it('are filled down, each with a line; what is merged to the right is not repeated', async () => {
    const source = sheetOf(
      [HEAD, ['甲区', 'a', 1], [null, 'b', 2], [null, 'c', 3], ['乙区', 'd', null], [null, 'e', 4]],
      ['A2:A4', 'B5:C5'],
    );
    const { values, ledger, file } = await readSheet(source, sheetRecipe(['text', 'text', 'number']));
    expect(values).toEqual([
      ['甲区', '甲区', '甲区', '乙区', '(blank)'],
      ['a', 'b', 'c', 'd', 'e'],
      [1, 2, 3, '(blank)', 4],
    ]);
    expect(ledger).toEqual(['3 h0 甲区 → merged_cell: 甲区', '4 h0 甲区 → merged_cell: 甲区']);
    expect(file.account).toMatchObject({ read: 5, loaded: 5, changedCells: 2 });
  });

  it('make no rows where a row has nothing of its own', async () => {
    const source = sheetOf([HEAD, ['甲区', 'a', 1], [], []], ['A2:A4']);
    expect((await readSheet(source, sheetRecipe(['text', 'text', 'number']))).file.account).toMatchObject({ read: 1, loaded: 1 });
  });

  it('hand on that the first of them is an error', async () => {
    const source = sheetOf([HEAD, [ERROR, 'a', 1], [null, 'b', 2]], ['A2:A3']);
    const { values, ledger } = await readSheet(source, sheetRecipe(['text', 'text', 'number']));
    expect([values[0], ledger]).toEqual([
      ['(unreadable)', '(unreadable)'],
      ['2 h0 #REF! → error_value: ', '3 h0 #REF! → error_value: '],
    ]);
  });

  it('of the header or above it say nothing of the rows below', async () => {
    const source = sheetOf(
      [
        ['区县', '企业', '收入'],
        ['甲区', 'a', 1],
        [null, 'b', 2],
      ],
      ['A1:A2', 'B1:B3'],
    );
    const { values } = await readSheet(source, sheetRecipe(['text', 'text', 'number']));
    expect(values[1]).toEqual(['a', 'b']);
  });
});

describe('cells', () => {
  /** What a column of one cell is read as, with the reason in its ledger line. */
  async function cell(
    content: MadeCell,
    kind: Parameters<typeof sheetRecipe>[0][number],
    formats: readonly (string | number)[] = [],
    from1904 = false,
  ) {
    const source = sheetOf(
      [
        ['h0', 'h1'],
        [content, 'x'],
      ],
      [],
      { formats, from1904 },
    );
    const { values, ledger } = await readSheet(source, sheetRecipe([kind, 'text']));
    return [values[0]![0], /→ (\w+)/.exec(ledger[0] ?? '')?.[1] ?? ''];
  }

  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  it.each([
    ['a date by its style', styled(45351, 1), 'date', [14], day('2024-02-29'), ''],
    ['a Chinese format', styled(45047, 1), 'date', ['yyyy"年"m"月"'], day('2023-05-01'), ''],
    ['a date with a time', styled(45413.5, 1), 'date', [22], day('2024-05-01'), 'time_dropped'],
    ['the day that was none', styled(60, 1), 'date', [14], '(unreadable)', 'impossible_date'],
    ['day nought', styled(0, 1), 'date', [14], '(unreadable)', 'impossible_date'],
    ['a date as a text', styled(36526, 1), 'text', ['yyyy/m/d'], '2000-01-01', ''],
    ['the year of a date', styled(45291, 1), 'year', ['yyyy'], 2023, 'year_of_date'],
    ['a year with its sign', styled(2023, 1), 'year', ['0"年"'], 2023, ''],
    ['a share', styled(0.125, 1), 'ratio', ['0.0%'], 0.125, 'percent_sign'],
    ['an amount with its unit', styled(12.5, 1), 'money', ['0.00"万元"'], 125000, 'unit_override'],
    ['dollars among yuan', styled(12.5, 1), 'money', ['"$"0.00'], '(unreadable)', 'other_currency'],
    ['yuan', styled(12.5, 1), 'money', ['"¥"0.00'], 12.5, ''],
    ['thousands shown as ones', styled(120000, 1), 'money', ['0!.0,"万"'], 120000, ''],
    ['a code with leading zeros', styled(42, 1), 'code', ['000000'], '000042', ''],
    ['a plain number as code', 13800000000, 'code', [], '13800000000', ''],
    ['a code of 15 digits', 123456789012345, 'code', [], '123456789012345', ''],
    ['a code of 18 digits', { content: '<v>915100000000000013</v>' }, 'code', [], '(unreadable)', 'digits_lost'],
    ['a code of 16 digits', { content: '<v>1234567890123450</v>' }, 'code', [], '(unreadable)', 'digits_lost'],
    ['such a number where it is a figure', { content: '<v>9.1510000000000006E+17</v>' }, 'number', [], 9.151e17, ''],
    ['truth', true, 'flag', [], 1, ''],
    ['truth as text', false, 'text', [], 'FALSE', ''],
    ['a sum as stored', 0.1 + 0.2, 'number', [], 0.30000000000000004, ''],
    ['a figure as text', '1,234', 'number', [], 1234, 'thousands_separator'],
    ['an error', ERROR, 'number', [], '(unreadable)', 'error_value'],
    ['#N/A, a null word in a text', { attributes: 't="e"', content: '<v>#N/A</v>' }, 'number', [], '(unreadable)', 'error_value'],
    ['an error in a text', ERROR, 'text', [], '(unreadable)', 'error_value'],
    ['an error in a set', ERROR, 'set', [], '(unreadable)', 'error_value'],
    ['an error in a flag', ERROR, 'flag', [], '(unreadable)', 'error_value'],
    ['a formula with its value', formula('A1*2', '25'), 'number', [], 25, ''],
    ['a formula that gives text', formula('A1&amp;"x"', '甲x', 't="str"'), 'text', [], '甲x', ''],
    ['a formula that gives nothing', formula('""', '', 't="str"'), 'text', [], '(blank)', ''],
    ['a formula without a value', formula('A1*2', null), 'number', [], '(unreadable)', 'formula_without_value'],
    ['a formula with an empty value', formula('A1*2', ''), 'number', [], '(unreadable)', 'formula_without_value'],
    ['a text in its cell', { attributes: 't="inlineStr"', content: '<is><t>甲</t></is>' }, 'text', [], '甲', ''],
    [
      'runs of a text, without how it is pronounced',
      {
        attributes: 't="inlineStr"',
        content: '<is><r><rPr><b/></rPr><t>甲</t></r><rPh sb="0" eb="1"><t>jiǎ</t></rPh><r><t>乙</t></r></is>',
      },
      'text',
      [],
      '甲乙',
      '',
    ],
    [
      'a day in the notation of ISO 8601',
      { attributes: 't="d"', content: '<v>2024-05-01T00:00:00</v>' },
      'date',
      [],
      day('2024-05-01'),
      '',
    ],
    ['a number that is none', { content: '<v>12x</v>' }, 'number', [], '(unreadable)', 'unreadable'],
    ['a number with an exponent', { content: '<v>1.5E-3</v>' }, 'number', [], 0.0015, ''],
    ['minus nought', { content: '<v>-0</v>' }, 'number', [], 0, ''],
  ] as const)('%s', async (_name, content, kind, formats, value, reason) => {
    expect(await cell(content, kind, formats)).toEqual([value, reason]);
  });

  it('a workbook that counts days from 1904', async () => {
    expect(await cell(styled(0, 1), 'date', [14], true)).toEqual([day('1904-01-01'), '']);
  });

  it('shared texts: runs joined, pronunciation left out, white space where it is kept, entities', async () => {
    const texts = [
      '<si><t> a </t></si>',
      '<si><t xml:space="preserve"> b </t></si>',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">示例 </t></r><r><t>甲</t></r><rPh sb="0" eb="1"><t>jiǎ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>A&amp;B<![CDATA[<&>]]></t></si>',
      '<si/>',
    ];
    const cells = texts.map((_, at): MadeCell[] => [at + 1, { attributes: 't="s"', content: `<v>${at}</v>` }]);
    const source = sheetOf(cells, [], { parts: { 'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>` } });
    const found = await lookAny(source, { header: { line: 0, lines: 0 } });
    expect(found.preview.map((row) => row.cells.slice(1))).toEqual([['a'], [' b '], ['示例 甲'], ['A&B<&>'], []]);
  });

  it('formulas that no spreadsheet calculated are said to be so', async () => {
    const xml = '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>';
    const found = await lookAny(
      sheetOf(
        [
          ['a', 'b'],
          ['x', formula('1+1', '0')],
        ],
        [],
        { workbookXml: xml },
      ),
    );
    expect(found.problems.map(({ code, given }) => [code, given])).toEqual([['formulas_not_calculated', '1']]);
  });
});

describe('rows and columns', () => {
  it('a row ends with its last cell: what is left is blank, not too few', async () => {
    const { values, file } = await readSheet(sheetOf([['a', 'b', 'c'], ['x'], ['y', 1, '甲']]), sheetRecipe(['text', 'number', 'text']));
    expect([values, file.account.rejected]).toEqual([
      [
        ['x', 'y'],
        ['(blank)', 1],
        ['(blank)', '甲'],
      ],
      0,
    ]);
  });

  it('a column without a name is kept where it holds something, and left out where it holds nothing', async () => {
    const found = await lookAny(
      sheetOf([
        [null, '企业', null, '收入'],
        [null, '甲', null, 1, null, '注'],
        [null, '乙', null, 2],
      ]),
    );
    expect(found.columns.map(({ at, header }) => [at, header])).toEqual([
      [1, '企业'],
      [3, '收入'],
      [5, ''],
    ]);
    expect(found.problems).toEqual([]);
  });

  it('a row wider than anything the recipe knows is refused, with a line', async () => {
    const { file, ledger } = await readSheet(sheetOf([['a'], ['x'], ['y', null, '多']]), sheetRecipe(['text']));
    expect([file.account.rejected, ledger]).toEqual([1, ['3  y |  | 多 → too_many_cells: ']]);
  });

  it('a column the sheet has not is said', async () => {
    const answer = await loadAny(sheetOf([['a'], ['x']]), sheetRecipe(['text', 'text']));
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'no_such_column', where: 'column 2' }] });
  });

  it('a firm stands where the sheet has no header', async () => {
    const source = sheetOf([
      ['甲', 1],
      ['乙', 2, 3],
    ]);
    const found = await lookAny(source);
    expect([found.dialect.header.lines, found.columns.length]).toEqual([0, 3]);
    const { values } = await readSheet(source, sheetRecipe(['text', 'number', 'number'], { line: 0, lines: 0 }));
    expect(values).toEqual([
      ['甲', '乙'],
      [1, 2],
      ['(blank)', 3],
    ]);
  });

  it('tells how far it is, to the end, and stops when it is told to', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [`企业${at}`, at]);
    const source = sheetOf([['a', 'b'], ...rows]);
    const seen: number[] = [];
    const recipe = sheetRecipe(['text', 'number']);
    const answer = await loadAny(source, recipe, { report: (done, of) => seen.push(done / of) });
    expect([answer.ok, seen.at(-1)]).toEqual([true, 1]);
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(loadAny(sheetOf([['a', 'b'], ...rows]), recipe, { signal: stop.signal })).rejects.toThrow('enough');
    // What was stopped is read when it is asked for again.
    expect((await loadedSheet(source, recipe)).rows).toBe(3000);
  });

  it('a long sheet is looked at to its end: a column that turns to text late is seen', async () => {
    const rows = Array.from({ length: 6000 }, (_, at): MadeCell[] => [`企业${at}`, at < 1500 ? at : '甲']);
    const found = await lookAny(sheetOf([['a', 'b'], ...rows]));
    expect([found.columns[1]!.kind, found.sampled > 1300, found.sampled < 2000]).toEqual(['text', true, true]);
  });

  it('rows far down are found again, and a page of the ledger is a part of the whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [`企业${at}`, at % 2 === 0 ? at : '—']);
    const source = sheetOf([['a', 'b'], ...rows]);
    const recipe = sheetRecipe(['text', 'number']);
    const { file, ledger } = await readSheet(source, recipe);
    expect([file.rows, file.ledger.total, ledger[999]]).toEqual([30_000, 15_000, '2001 h1 — → null_word: ']);
    expect(await rawCellsAny(source, file, 29_000)).toEqual(['企业28998', '28998']);
    expect(await rawCellsAny(source, file, 3)).toEqual(['企业1', '—']);
  });
});

it('a loaded sheet crosses a worker border', async () => {
  const file = await loadedSheet(sheetOf([['a'], ['x']]), sheetRecipe(['text']));
  expect(structuredClone(file)).toEqual(file);
  expect(valuesOf(file.columns[0]!.column)).toEqual(['x']);
});
