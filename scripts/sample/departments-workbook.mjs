import { strToU8, zipSync } from 'fflate';

/** Styles a cell can have, in the order of the style sheet. */
export const STYLE = /** @type {const} */ ({ plain: 0, title: 1, percent: 2, date: 3 });

/** A cell: text, number, nothing; or a figure with a style or a formula. @typedef {string | number | null | { value: number | string, style?: number, formula?: string }} Cell */
/** @typedef {{ name: string, rows: readonly (readonly Cell[])[], merges?: readonly string[] }} Sheet */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Archives hold local time: made from local parts, so that the bytes are the same in every zone. */
const MADE = new Date(2025, 3, 1, 9, 0, 0);

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="SimSun"/></font><font><b/><sz val="14"/><name val="SimSun"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `A` for 0. @param {number} column */
function letters(column) {
  return (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));
}

/** Days since the last of 1899, as workbooks count them. @param {string} day `YYYY-MM-DD` @returns {number} */
export function serialDay(day) {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25569;
}

/** @param {Cell} cell @param {string} ref @param {Map<string, number>} strings */
function cellXml(cell, ref, strings) {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  const { value, style = STYLE.plain, formula } = typeof cell === 'string' ? { value: cell } : cell;
  const marked = style === STYLE.plain ? `r="${ref}"` : `r="${ref}" s="${style}"`;
  if (typeof value === 'number') return `<c ${marked}>${formula === undefined ? '' : `<f>${escaped(formula)}</f>`}<v>${value}</v></c>`;
  if (!strings.has(value)) strings.set(value, strings.size);
  return `<c ${marked} t="s"><v>${strings.get(value)}</v></c>`;
}

/** @param {Sheet} sheet @param {Map<string, number>} strings */
function sheetXml({ rows, merges = [] }, strings) {
  const lines = rows.map((cells, at) => {
    const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, strings)).join('');
    return written === '' ? '' : `<row r="${at + 1}">${written}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`;
}

/** @param {readonly string[]} parts @param {string} root @param {string} space */
const list = (parts, root, space) => `${HEAD}<${root} xmlns="${space}">${parts.join('')}</${root}>`;

/** @param {number} id @param {string} type @param {string} target */
const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** @param {string} part @param {string} type */
const override = (part, type) => `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;

/**
 * A workbook as spreadsheet programs write and open it (ECMA-376).
 * @param {readonly Sheet[]} sheets
 * @returns {Uint8Array}
 */
export function workbook(sheets) {
  /** @type {Map<string, number>} */
  const strings = new Map();
  const pages = sheets.map((sheet) => sheetXml(sheet, strings));
  const names = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const texts = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  const last = sheets.length;
  /** @type {[string, string][]} */
  const parts = [
    [
      '[Content_Types].xml',
      list(
        [
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
          '<Default Extension="xml" ContentType="application/xml"/>',
          override('workbook.xml', 'sheet.main'),
          ...pages.map((_, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet')),
          override('styles.xml', 'styles'),
          override('sharedStrings.xml', 'sharedStrings'),
        ],
        'Types',
        `${PACKAGE}/content-types`,
      ),
    ],
    ['_rels/.rels', list([relation(1, 'officeDocument', 'xl/workbook.xml')], 'Relationships', `${PACKAGE}/relationships`)],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      list(
        [
          ...pages.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
          relation(last + 1, 'styles', 'styles.xml'),
          relation(last + 2, 'sharedStrings', 'sharedStrings.xml'),
        ],
        'Relationships',
        `${PACKAGE}/relationships`,
      ),
    ],
    ...pages.map((xml, at) => /** @type {[string, string]} */ ([`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', list(texts, 'sst', MAIN)],
  ];
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), { mtime: MADE });
}
