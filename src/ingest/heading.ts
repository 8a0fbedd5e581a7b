import { headerUnit, parseUnit } from './units';

/** What a column header says besides its name: unit, currency, year, years back. */
export interface Heading {
  /** Folded spellings to look up, most faithful first. */
  readonly keys: readonly string[];
  readonly unit: string | null;
  readonly year: number | null;
  /** Years back: 1 for `上年营业收入` or `revenue_p1`. */
  readonly back: number;
  /** What is left of the header without unit, year and lag. */
  readonly name: string;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/欧元|€|\beuros?\b|\beur\b/, 'EUR'],
  [/美元|us\$|\$|\busd\b|\bdollars?\b/, 'USD'],
  [/港元|港币|\bhkd\b/, 'HKD'],
  [/日元|日圆|\bjpy\b/, 'JPY'],
  [/英镑|£|\bgbp\b/, 'GBP'],
  [/人民币|\bcny\b|\brmb\b|\byuan\b/, 'CNY'],
];
const YEAR_HEAD = /^(?:fy)?((?:19|20)\d\d)(?:年度|年末|年底|年|末)?[\s_·:-]*(?=\D|$)/;
const YEAR_TAIL = /(?:^|[\s_·:-]*)(?<!\d)(?:fy)?((?:19|20)\d\d)(?:年度|年末|年底|年|末)?$/;
const BACK_HEAD: readonly (readonly [RegExp, number])[] = [
  [/^(?:上一年度?末?|上年度?末?|去年度?末?|前一年度?末?|上期末?|last year'?s?|prior year'?s?|previous year'?s?)[\s_的·]*/, 1],
  [/^(?:前年度?末?|上上年度?末?|前两年|前二年)[\s_的·]*/, 2],
];
const BACK_TAIL: readonly (readonly [RegExp, (found: RegExpMatchArray) => number])[] = [
  [/(?:_p|_lag_?|[\s_(]+t-)([1-9])\)?$/, (found) => Number(found[1])],
  [/[\s_·(]*(?:上年度?末?数?|上一年度?数?|去年数?|上年同期数?|上期数?|last year|prior year|previous year)\)?$/, () => 1],
];
const THIS_YEAR = /^(?:其中:|当年度?|本年度?末?|本期|期末|年末|全年|企业|本企业|单位)[\s_的]*/;
/** Remarks in brackets, and halves of a two-row header, that do not change what is measured. `占比` would. */
const REMARK =
  /^(?:必填|选填|合计|总额|总计|金额|数量|人数|数|当年|本年|年末|期末|全年|年度|审计数?|填报|数字|文本|情况|含.*|如.*|例.*|yyyy.*)?$/;

/** The form in which headers are compared: width, case, spaces, punctuation and brackets do not count; `Ⅰ` is `i`. */
export function foldHeader(text: string): string {
  return plain(text).replace(/[\s_\-.·/、,:;'"“”‘’()[\]{}<>《》*&#]/g, '');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']')
    .trim();
}

/** Currency named anywhere in a header or unit, as an ISO 4217 code; null where none is. */
export function currencyIn(text: string): string | null {
  const known = plain(text).replace(/_/g, ' ');
  return CURRENCIES.find(([pattern]) => pattern.test(known))?.[1] ?? null;
}

/** The year of a header that is nothing but a year (`2023`, `2023年`), else null. */
export function bareYear(header: string): number | null {
  const found = /^(?:fy)?((?:19|20)\d\d)(?:年度?)?$/.exec(plain(header));
  return found ? Number(found[1]) : null;
}

/** The one year written in a file name or a title; null where there is none or more than one. */
export function yearInText(text: string): number | null {
  const years = new Set([...plain(text).matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map((found) => Number(found[1])));
  return years.size === 1 ? [...years][0]! : null;
}

/** Reads a header. The keys go from the whole text to what is left without unit, year, lag and remarks in brackets. */
export function readHeading(header: string): Heading {
  const keys = new Set<string>([foldHeader(header)]);
  let { rest, year, back } = withoutBrackets(plain(header).replace(/^\d{1,2}[、.)]\s*/, ''));
  const unit = headerUnit(plain(header));
  rest = withoutUnit(rest, unit);
  spell(rest, keys);
  const dated = YEAR_HEAD.exec(rest) ?? YEAR_TAIL.exec(rest);
  if (dated && year === null) {
    year = Number(dated[1]);
    rest = rest.replace(dated[0], '').trim();
    spell(rest, keys);
  }
  for (const [pattern, years] of BACK_HEAD) if (pattern.test(rest)) [back, rest] = [years, rest.replace(pattern, '')];
  for (const [pattern, years] of BACK_TAIL) {
    const found = pattern.exec(rest);
    if (found) [back, rest] = [years(found), rest.slice(0, found.index)];
  }
  spell(rest, keys);
  spell(rest.replace(THIS_YEAR, ''), keys);
  keys.delete('');
  return { keys: [...keys], unit, year, back, name: rest.trim() };
}

/** Takes out brackets that hold a unit, a year, a lag or a harmless remark; others stay. */
function withoutBrackets(whole: string): { rest: string; year: number | null; back: number } {
  let year: number | null = null;
  let back = 0;
  const rest = whole.replace(/[([]([^()[\]]*)[)\]]/g, (all, inner: string) => {
    const found = inner.replace(/^单位\s*:?/, '').trim();
    const named = bareYear(found);
    if (named !== null) year = named;
    else if (/^(?:上年|去年|上年度|上一年度?|last year|prior year)$/.test(found)) back = 1;
    else if (!parseUnit(found) && !REMARK.test(found)) return all;
    return '';
  });
  return { rest: rest.trim(), year, back };
}

/** Takes a unit off the end, with the separator and a currency before it (`revenue, eur million`). */
function withoutUnit(rest: string, unit: string | null): string {
  if (unit === null || !rest.endsWith(unit) || rest.length === unit.length) return rest;
  return rest
    .slice(0, -unit.length)
    .replace(/[\s/_:,·-]+(?:eur|usd|cny|rmb|hkd|jpy|gbp)?[\s/_:,·-]*$/, '')
    .trim();
}

/** Adds a spelling; of a two-row header also its last row, and its first where the last only says `金额`. */
function spell(text: string, keys: Set<string>): void {
  keys.add(foldHeader(text));
  const rows = text.split('·').map((row) => row.trim());
  if (rows.length < 2) return;
  keys.add(foldHeader(rows.at(-1)!));
  if (rows.slice(1).every((row) => REMARK.test(row))) keys.add(foldHeader(rows[0]!));
}
