import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ledgerPageAny, loadAny, lookAny, rawCellsAny } from '../../../src/ingest/any-file';
import { bytesSource } from '../../../src/ingest/byte-source';
import { proposeRecipe } from '../../../src/ingest/propose';
import { isWorkbook } from '../../../src/ingest/xlsx/is-workbook';
import { type MadeBook, type MadeSheet, styled, xlsxOf } from '../../fixtures/xlsx-maker';
import { dictionary } from '../dictionary';
import { type Given, zipOf } from '../zip/zip-bytes';
import { valuesOf } from '../given';
import { faultsOf, loadedSheet, sheetRecipe } from './given';
import { SEED } from '../../fixtures/seed';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheet = (data: string, behind = ''): MadeSheet => ({
  name: '表',
  xml: `<worksheet ${MAIN}><sheetData>${data}</sheetData>${behind}</worksheet>`,
});
const faults = (sheets: readonly MadeSheet[], book: MadeBook = {}) => faultsOf(bytesSource('a.xlsx', xlsxOf(sheets, book)));
const text = (given: string) => new TextEncoder().encode(given);
const SMALL: MadeSheet = {
  name: '表',
  rows: [
    ['a', 'b'],
    ['x', 1],
  ],
};

describe('other formats, each with its own word', () => {
  const ole = (name: string, at: number) => {
    const bytes = new Uint8Array(8192);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(
      [...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
      at,
    );
    return bytes;
  };
  it.each([
    ['an old workbook', ole('Workbook', 1024), ['xls_old']],
    ['the first bytes of one', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), ['xls_old']],
    ['a workbook with a password', ole('EncryptedPackage', 5000), ['file_encrypted']],
    ['a binary workbook', xlsxOf([SMALL], { parts: { 'xl/workbook.xml': null, 'xl/workbook.bin': 'x' } }), ['xlsb_file']],
    [
      'an OpenDocument sheet',
      zipOf([
        { name: 'mimetype', bytes: text('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', bytes: text('<a/>') },
      ]),
      ['ods_file'],
    ],
    ['a web page', text('\ufeff\n<html><table><tr><td>企业</td></tr></table></html>'), ['markup_table']],
    [
      'an XML table of 2003',
      text('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      ['markup_table'],
    ],
    [
      'a text document',
      zipOf([
        { name: '[Content_Types].xml', bytes: text('<Types/>') },
        { name: 'word/document.xml', bytes: text('<a/>') },
      ]),
      ['binary_file'],
    ],
  ])('%s', async (_name, bytes, wanted) => {
    expect((await faultsOf(bytesSource('a.xlsx', bytes))).map((fault) => fault.trim())).toEqual(wanted);
  });

  it('an archive that is no workbook is left to others', async () => {
    expect(await isWorkbook(bytesSource('a.zip', zipOf([{ name: 'a.csv', bytes: text('a,b\n1,2\n') }])))).toBe(false);
    expect(await isWorkbook(bytesSource('a.csv', text('PK,b\n')))).toBe(false);
  });
});

describe('bombs are refused before they go off', () => {
  const parts = (size: number): Given[] => [
    { name: '[Content_Types].xml', bytes: text('<Types/>') },
    { name: 'xl/workbook.xml', bytes: text('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', packed: deflateRawSync(Buffer.alloc(4 << 20, 32)), method: 8, size, crc: 0 },
  ];

  it.each([
    ['a size beyond what is allowed', parts(600 << 20), 'xlsx_too_large'],
    ['a ratio beyond reason', parts(100 << 20), 'xlsx_too_large xl/worksheets/sheet1.xml'],
    ['thousands of entries', [...parts(1), ...Array.from({ length: 2100 }, (_, at) => ({ name: `xl/${at}` }))], 'xlsx_too_large'],
  ] as const)('%s', async (_name, entries, wanted) => {
    const start = performance.now();
    expect(await faultsOf(bytesSource('a.xlsx', zipOf(entries)))).toEqual([wanted]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('a sheet that unpacks to more than it says stops there', async () => {
    const made = xlsxOf([SMALL]);
    const bomb = deflateRawSync(Buffer.alloc(300 << 20, 32));
    const bytes = withPart(made, 'xl/worksheets/sheet1.xml', { packed: bomb, method: 8, size: 1000 });
    expect(await faultsOf(bytesSource('a.xlsx', bytes))).toEqual(['xlsx_damaged xl/worksheets/sheet1.xml']);
  });

  it('a claim of a whole sheet with few cells costs nothing', async () => {
    const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';
    const bytes = xlsxOf([
      { name: '表', xml: `<worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${data}</sheetData></worksheet>` },
    ]);
    const source = bytesSource('a.xlsx', bytes);
    const found = await lookAny(source, { header: { line: 0, lines: 1 } });
    expect([found.sampled, found.columns.map(({ at }) => at), found.preview.map(({ line }) => line)]).toEqual([
      1,
      [0, 16383],
      [1, 1048576],
    ]);
    const { columns, ...recipe } = sheetRecipe(['text', 'number']);
    const file = await loadedSheet(source, { ...recipe, columns: [columns[0]!, { ...columns[1]!, at: 16383 }] });
    expect([file.account.read, file.account.loaded, valuesOf(file.columns[1]!.column)]).toEqual([1, 1, [7]]);
  });

  it('rows that each reach to the last column are stopped', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('');
    expect(await faults([sheet(rows)])).toEqual([expect.stringMatching(/^sheet_too_large line \d+$/)]);
  });

  it('merged cells that lie over one another, each as wide as the sheet, cost nothing', async () => {
    const merges = '<mergeCell ref="A1:XFD2"/>'.repeat(200_000);
    const rows = '<row><c t="inlineStr"><is><t>a</t></is></c></row><row/><row><c><v>1</v></c></row>';
    const source = bytesSource('a.xlsx', xlsxOf([sheet(rows, `<mergeCells>${merges}</mergeCells>`)]));
    expect((await lookAny(source)).sampled).toBe(1);
  });

  it('merged cells that would fill a sheet are stopped', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('');
    const merges = Array.from({ length: 300 }, (_, at) => `<mergeCell ref="A${at + 2}:A1048576"/>`).join('');
    expect(await faults([sheet(rows, `<mergeCells>${merges}</mergeCells>`)])).toEqual(['sheet_too_large']);
  });
});

/** A made workbook written anew, not packed, with one part put in place of another by hand. */
function withPart(bytes: Uint8Array, name: string, given: Omit<Given, 'name'>): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  return zipOf(parts.map(([path, content]) => (path === name ? { name, ...given } : { name: path, bytes: content })));
}

describe('broken workbooks are refused with the place', () => {
  it.each([
    ['a document type', [{ name: '表', xml: '<!DOCTYPE a [<!ENTITY x "y">]><worksheet/>' }], {}, 'xlsx_dtd xl/worksheets/sheet1.xml'],
    [
      'rows out of order',
      [sheet('<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>')],
      {},
      'xlsx_broken line 5',
    ],
    ['a row beyond the last', [sheet('<row r="1048577"><c><v>1</v></c></row>')], {}, 'xlsx_broken xl/worksheets/sheet1.xml'],
    ['a cell beyond the last column', [sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')], {}, 'xlsx_broken line 1'],
    ['a cell of another row', [sheet('<row r="1"><c r="A2"><v>1</v></c></row>')], {}, 'xlsx_broken line 1'],
    ['a cell twice', [sheet('<row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row>')], {}, 'xlsx_broken line 3'],
    ['no reference at all', [sheet('<row r="1"><c r="12"><v>1</v></c></row>')], {}, 'xlsx_broken line 1'],
    ['a type of cell nobody knows', [sheet('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>')], {}, 'xlsx_broken line 1'],
    ['a shared text that is not there', [sheet('<row r="2"><c r="A2" t="s"><v>9</v></c></row>')], {}, 'xlsx_broken line 2'],
    ['a style that is not there', [sheet('<row r="2"><c r="A2" s="9"><v>1</v></c></row>')], {}, 'xlsx_broken line 2'],
    ['tags that do not pair', [sheet('<row r="1"><c r="A1"><v>1</c></v></row>')], {}, 'xlsx_broken line 1'],
    ['no sheet of cells', [{ name: '表', xml: '<html/>' }], {}, 'xlsx_broken xl/worksheets/sheet1.xml'],
    [
      'merged cells upside down',
      [sheet('<row><c><v>1</v></c></row>', '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')],
      {},
      'xlsx_broken line 1',
    ],
    ['a sheet part missing', [SMALL], { parts: { 'xl/worksheets/sheet1.xml': null } }, 'xlsx_broken xl/worksheets/sheet1.xml'],
    ['shared texts missing', [SMALL], { parts: { 'xl/sharedStrings.xml': null } }, 'xlsx_broken xl/sharedStrings.xml'],
    ['relations missing', [SMALL], { parts: { 'xl/_rels/workbook.xml.rels': null } }, 'xlsx_broken xl/_rels/workbook.xml.rels'],
    ['no sheets', [], {}, 'xlsx_no_sheet'],
    ['a path that leads out', [SMALL], { parts: { '../xl/evil.xml': '<a/>' } }, 'xlsx_damaged ../xl/evil.xml'],
    [
      'another encoding',
      [{ name: '表', xml: '<?xml version="1.0" encoding="GBK"?><worksheet/>' }],
      {},
      'xlsx_broken xl/worksheets/sheet1.xml',
    ],
  ] as const)('%s', async (_name, sheets, book, wanted) => {
    expect(await faults(sheets, book)).toEqual([wanted]);
  });

  it('bytes that are no UTF-8', async () => {
    const xml = Uint8Array.from([
      ...text(`<worksheet ${MAIN}><sheetData><row><c t="str"><v>`),
      0xb9,
      0xab,
      ...text('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(await faults([SMALL], { parts: { 'xl/worksheets/sheet1.xml': xml } })).toEqual(['xlsx_broken xl/worksheets/sheet1.xml']);
  });

  it('a file cut anywhere', async () => {
    const bytes = xlsxOf([SMALL]);
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect((await faultsOf(bytesSource('a.xlsx', cut)))[0]).toMatch(/^xlsx_damaged|^binary_file/);
    }
  });

  it('a byte that was changed is told by its sum, not read as another figure', async () => {
    const bytes = withPart(xlsxOf([{ name: '表', rows: [['a'], [41]] }]), 'none', {});
    const at = indexOf(bytes, text('<v>41</v>'));
    bytes[at + 3] = '7'.charCodeAt(0);
    expect(await faultsOf(bytesSource('a.xlsx', bytes))).toEqual(['xlsx_damaged xl/worksheets/sheet1.xml']);
  });
});

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if (part.every((byte, step) => bytes[at + step] === byte)) return at;
  throw new Error('not there');
}

describe('read all the same', () => {
  it('macros, links to other files, charts and what else a workbook may hold are passed over', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x/externalLink" Target="externalLinks/e1.xml"/>
      <Relationship Id="rId3" Type="x/chartsheet" Target="chartsheets/c1.xml"/>
      <Relationship Id="rId4" Type="x/vbaProject" Target="vbaProject.bin"/>
      <Relationship Id="rId5" Type="x/sharedStrings" Target="SharedStrings.xml"/>
      <Relationship Id="rId6" Type="x/hyperlink" Target="https://example.invalid/" TargetMode="External"/></Relationships>`;
    const workbookXml = `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="图" sheetId="2" r:id="rId3"/><x:sheet name="表" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`;
    const xml = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1" t="s"><x:v>0</x:v></x:c><x:c r="A1"><x:f>[1]其他!A1</x:f><x:v>5</x:v><x:extLst><x:ext><x:t>no</x:t></x:ext><x:t>no</x:t></x:extLst></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = xlsxOf([{ name: '表', xml }], {
      workbookXml,
      parts: { 'xl/_rels/workbook.xml.rels': relations, 'xl/vbaProject.bin': 'x', 'xl/sharedStrings.xml': '<sst><si><t>甲</t></si></sst>' },
    });
    const found = await lookAny(bytesSource('a.xlsm', bytes), { header: { line: 0, lines: 0 } });
    expect([found.sheets, found.preview.map(({ cells }) => cells)]).toEqual([[{ name: '表', rows: 1, hidden: false }], [['5', '甲']]]);
  });

  it('rows and cells that do not say where they are follow one another', async () => {
    const bytes = xlsxOf([{ name: '表', rows: [['a', null, 'b'], [], ['x', null, styled(1, 0)]] }], { isTerse: true });
    const found = await lookAny(bytesSource('a.xlsx', bytes));
    expect(found.preview.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['a', '', 'b']],
      [3, ['x', '', '1']],
    ]);
  });
});

const FIRMS = Array.from({ length: 40 }, (_, at) => [
  `91000000000000${String(at).padStart(3, '0')}X`,
  `企业${at}`,
  at * 1.5,
  styled(45000 + at, 1),
]);
const BOOK = xlsxOf(
  [{ name: '表', rows: [['统一社会信用代码', '企业名称', '营业收入（万元）', '日期'], ...FIRMS], merges: ['B3:B6'] }, SMALL],
  { formats: [14] },
);
const CHANGES = fc.array(fc.tuple(fc.nat(1e6), fc.nat(255)), { minLength: 1, maxLength: 4 });

/** Looks, loads and asks for ledger and row; whatever the bytes are, it ends with an answer whose account adds up, or with problems. */
async function survives(bytes: Uint8Array): Promise<'read' | 'refused'> {
  const source = bytesSource('a.xlsx', bytes);
  const found = await lookAny(source);
  if (found.problems.some(({ severity }) => severity === 'error')) return 'refused';
  const { recipe } = proposeRecipe(found, dictionary);
  const answer = await loadAny(source, recipe);
  if (!answer.ok) {
    expect(answer.problems.length).toBeGreaterThan(0);
    return 'refused';
  }
  const { read, loaded, rejected, skipped } = answer.file.account;
  expect(read).toBe(loaded + rejected + skipped);
  await ledgerPageAny(source, answer.file, recipe, 0, 50);
  await rawCellsAny(source, answer.file, answer.file.lines[0]!);
  return 'read';
}

describe('mutants', () => {
  it('a file changed or cut anywhere is read or refused', async () => {
    const outcome = fc.asyncProperty(CHANGES, fc.option(fc.nat(BOOK.length), { nil: BOOK.length, freq: 8 }), async (changes, length) => {
      const bytes = BOOK.slice(0, length);
      if (length > 0) for (const [at, byte] of changes) bytes[at % length] = byte;
      await survives(bytes);
    });
    await fc.assert(outcome, { numRuns: 200, seed: 6 + SEED });
  });

  it('a part changed before it was packed, so that its sum is right, is read or refused', async () => {
    const parts = unzipSync(BOOK);
    const paths = Object.keys(parts).filter((path) => path.endsWith('.xml') && path !== '[Content_Types].xml');
    const seen = { read: 0, refused: 0 };
    const outcome = fc.asyncProperty(fc.constantFrom(...paths), CHANGES, async (path, changes) => {
      const part = parts[path]!.slice();
      for (const [at, byte] of changes) part[at % part.length] = byte;
      seen[await survives(zipOf(Object.entries(parts).map(([name, bytes]) => ({ name, bytes: name === path ? part : bytes }))))]++;
    });
    await fc.assert(outcome, { numRuns: 200, seed: 1000 + SEED });
    expect([seen.read > 20, seen.refused > 20]).toEqual([true, true]);
  });
});
