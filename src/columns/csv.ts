export type Cell = string | number | null;

/**
 * Characters with which a spreadsheet takes a cell for a formula, full-width ones included, also behind spaces, a byte-order mark
 * or zero-width characters (OWASP, CSV injection).
 */
const FORMULA_START = /^[\s\u00A0\uFEFF\u200B-\u200D\u2060]*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Rows as separated text, RFC 4180: every text cell quoted, records ended by CRLF. Numbers are written as the shortest text that reads back
 * to the same number, missing as nothing. A text that a spreadsheet would run gets `'` in front; a number never does.
 */
export function separatedText(header: readonly string[], rows: Iterable<readonly Cell[]>, separator: ',' | '\t' = ','): string {
  const lines = [header.map(textCell).join(separator)];
  for (const row of rows) lines.push(row.map((cell) => (typeof cell === 'string' ? textCell(cell) : numberCell(cell))).join(separator));
  return `${lines.join('\r\n')}\r\n`;
}

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function numberCell(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}
