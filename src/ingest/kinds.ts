import type { FieldKind } from '../model/source';
import { foldWidth } from './fold';
import { readDate, readYear } from './read-date';
import { readNumber } from './read-number';
import { parseUnit } from './units';

const CODE_HEADER =
  /代码|编号|编码|证号|信用代|电话|手机|邮编|税号|(?:^|[^a-z])(?:id|code|uscc|phone|zip|tel|isic\d?|nace\d?|naics|sic)(?:[^a-z]|$)/i;
const DATE_HEADER = /日期|时间|date/i;
const YEAR_HEADER = /^(?:年份?|年度|报告期|会计年度|所属年度)$|年份|(?:^|[^a-z])year(?:[^a-z]|$)/i;
const FLAG_HEADER = /是否|有无|^is[_ ]|^has[_ ]|[?？]$/i;
const MONEY_HEADER =
  /收入|利润|资产|负债|费用|投入|金额|成本|税|资金|产值|资本|营收|总额|revenue|sales|profit|assets|cost|capital|income|expense/i;
const COUNT_HEADER = /(?:人|件|项|个|家|户|次|员|从业人员|职工)数|人数|数量|employees|headcount/i;
const FLAG_WORD = /^(?:是|否|有|无|没有|√|✓|✔|×|y|n|yes|no|true|false)$/i;
const ANY_NUMBER = { measure: 'none', exponent: 0, asked: false, percent: true, currency: '' } as const;
/** Share of the filled cells that must be readable for a kind to be proposed; the rest goes to the ledger. */
const MOST = 0.9;

/** Whether a header names an amount of money. */
export function isMoneyHeader(header: string): boolean {
  return MONEY_HEADER.test(header) && !/率|比|占|增长|增速|%|％|人均|rate|growth|ratio|share/i.test(header);
}

/** Guesses what a column holds from its header, its unit and its filled cells (trimmed, null words left out). It only proposes; text loses nothing. */
export function guessKind(header: string, unit: string | null, cells: readonly string[]): FieldKind {
  if (cells.length === 0) return CODE_HEADER.test(header) ? 'code' : 'text';
  const share = (claim: (cell: string) => boolean) => cells.filter(claim).length / cells.length;
  if (CODE_HEADER.test(header) && share((cell) => cell.length <= 40) >= MOST) return 'code';
  if (share(isCode) >= 0.5) return 'code';
  if (isFlags(header, cells)) return 'flag';
  if (YEAR_HEADER.test(header) && share((cell) => readYear(cell).reason === 0) >= MOST) return 'year';
  if (share((cell) => /^(?:19|20)\d\d\s*年度?$/.test(foldWidth(cell))) >= MOST) return 'year';
  if (share((cell) => isDate(cell, header)) >= MOST) return 'date';
  if (share((cell) => readNumber(cell, ANY_NUMBER).reason === 0) >= MOST) return figureKind(header, unit, cells);
  return isSet(cells) ? 'set' : 'text';
}

/** The unit that a cell carries after its figure, without its brackets; '' where it is a bare figure. */
export function cellUnit(cell: string): string {
  const suffix = /^[^\d]*[\d,.]+\s*(.*?)\s*$/s.exec(foldWidth(cell))?.[1] ?? '';
  return parseUnit(suffix) ? suffix : '';
}

function figureKind(header: string, unit: string | null, cells: readonly string[]): FieldKind {
  const own = cells.map(cellUnit).filter((word) => word !== '');
  const measures = own.map((word) => parseUnit(word)!.measure);
  const most = (measure: string) => measures.filter((one) => one === measure).length > cells.length / 2;
  const told = unit === null ? null : parseUnit(unit)!.measure;
  if (told === 'ratio' || most('ratio')) return 'ratio';
  const currency = cells.filter((cell) => /[¥￥$€£]/.test(cell)).length > cells.length / 2;
  if (told === 'money' || most('money') || currency) return 'money';
  if (told === 'count' || most('count') || COUNT_HEADER.test(header)) return 'count';
  return (told === 'none' || most('none')) && isMoneyHeader(header) ? 'money' : 'number';
}

/** A credit code, a number with leading zeros, or more digits than a figure has. */
function isCode(cell: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(cell)
    ? /[A-Z]/.test(cell) || /^\d{18}$/.test(cell)
    : /^0\d+$/.test(cell) || /^\d{15,}$/.test(cell);
}

/** Only 1 and 0 are figures unless the header asks a question. */
function isFlags(header: string, cells: readonly string[]): boolean {
  if (cells.every((cell) => FLAG_WORD.test(cell))) return true;
  return FLAG_HEADER.test(header) && cells.every((cell) => FLAG_WORD.test(cell) || cell === '1' || cell === '0');
}

function isDate(cell: string, header: string): boolean {
  if (readDate(cell).reason !== 0) return false;
  // 20010305 may be an amount, and 2001.3 a figure.
  return DATE_HEADER.test(header) || (/[-/年]/.test(cell) && !/^\d+-\d+$/.test(cell)) || /^\d{4}\.\d{1,2}\.\d{1,2}$/.test(cell);
}

/** Few short words that recur, several in a cell. */
function isSet(cells: readonly string[]): boolean {
  const split = cells.map((cell) => cell.split(/[;；、|]/).map((word) => word.trim()));
  const words = split.flat();
  const several = split.filter((list) => list.length > 1).length;
  return (
    several >= cells.length * 0.1 &&
    several > 1 &&
    words.every((word) => word.length <= 20) &&
    new Set(words).size <= Math.max(2, words.length / 3)
  );
}
