// The benchmark's other files: the million rows as Parquet, a workbook of 50,000 × 30, and eight sources of 200,000 rows that share their keys.
import { closeSync, createReadStream, existsSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strToU8, zipSync } from 'fflate';

const WORKBOOK = { rows: 50_000, columns: 30 };
const SOURCES = 8;
const SOURCE_ROWS = 200_000;

/** @param {string} csv @param {string} path */
export async function makeParquet(csv, path) {
  if (existsSync(path)) return;
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", "''")}'`;
  await connection.run(
    `copy (select * from read_csv(${quoted(csv)}, ignore_errors = true)) to ${quoted(`${path}.part`)} (format parquet, compression snappy)`,
  );
  connection.closeSync();
  renameSync(`${path}.part`, path);
}

/** The first rows of the CSV, widened with further figures. @param {string} csv @param {string} path */
export async function makeWorkbook(csv, path) {
  if (existsSync(path)) return;
  const rows = await head(csv, WORKBOOK.rows + 1);
  /** @type {Map<string, number>} */
  const words = new Map();
  const escape = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (/** @type {string} */ text, /** @type {boolean} */ isText) => {
    if (text === '') return '<c/>';
    if (!isText && /^-?\d+(\.\d+)?$/.test(text)) return `<c><v>${text}</v></c>`;
    if (!words.has(text)) words.set(text, words.size);
    return `<c t="s"><v>${words.get(text)}</v></c>`;
  };
  const lines = rows.map((row, at) => {
    const further = Array.from({ length: WORKBOOK.columns - row.length }, (_, n) =>
      at === 0 ? `其他指标${n + 1}` : String((at * (n + 3)) % 9973),
    );
    return `<row r="${at + 1}">${[...row, ...further].map((text, column) => cell(text, column < 2)).join('')}</row>`;
  });
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${xml}<sst xmlns="${main}">${[...words.keys()].map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`,
  };
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6 }));
}

/** Each source has the keys and three columns of its own. @param {string} csv @param {string} folder */
export async function makeSources(csv, folder) {
  const paths = Array.from({ length: SOURCES }, (_, at) => join(folder, `source-${at + 1}.csv`));
  if (paths.every((path) => existsSync(path))) return paths;
  const rows = await head(csv, SOURCE_ROWS + 1);
  paths.forEach((path, at) => {
    const file = openSync(path, 'w');
    const own = [0, 2, 3 + 3 * at - (at === 7 ? 1 : 0), 4 + 3 * at - (at === 7 ? 1 : 0), 5 + 3 * at - (at === 7 ? 1 : 0)];
    writeSync(file, `${rows.map((row) => own.map((column) => row[column] ?? '').join(',')).join('\n')}\n`);
    closeSync(file);
  });
  return paths;
}

/** Cells of the first lines. @param {string} path @param {number} count */
async function head(path, count) {
  const rows = [];
  const input = createReadStream(path, 'utf8');
  for await (const line of createInterface({ input })) {
    rows.push(line.split(','));
    if (rows.length === count) break;
  }
  input.destroy();
  return rows;
}
