import { FIRST, LAST, firmYears } from './departments-firms.mjs';
import { writtenBy } from './departments-plants.mjs';
import { Stream } from './random.mjs';

/** @typedef {import('./departments-firms.mjs').Known} Known */
/** @typedef {import('./moment.mjs').FirmYear} FirmYear */

/** Header, field, figure, whether it is money. @type {readonly (readonly [string, string, (figures: FirmYear) => number, boolean])[]} */
const FIGURES = [
  ['从业人员数(人)', 'employees', ({ employees }) => employees, false],
  ['科技人员数(人)', 'tech_staff', ({ techStaff }) => techStaff, false],
  ['营业收入', 'revenue', ({ revenue }) => revenue, true],
  ['高新技术产品收入', 'hitech_revenue', ({ hitechRevenue }) => hitechRevenue, true],
  ['净利润', 'net_profit', ({ netProfit }) => netProfit, true],
  ['资产总计', 'total_assets', ({ totalAssets }) => totalAssets, true],
  ['研发费用', 'rd_expense', ({ rdExpense }) => rdExpense, true],
];
const HEADER = ['序号', '统一社会信用代码', '企业名称', '所属区县', '行业', '行业代码', '年度', ...FIGURES.map(([header]) => header)];

/** A figure of 万元 in 亿, every digit kept: `1.496亿`. @param {number} value two decimals at most */
function inYi(value) {
  const cents = Math.round(value * 100);
  const [whole, part] = [
    Math.floor(cents / 1e6),
    String(cents % 1e6)
      .padStart(6, '0')
      .replace(/0+$/, ''),
  ];
  return `${whole}${part === '' ? '' : `.${part}`}亿`;
}

/** @param {string} text */
const fullWidth = (text) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/**
 * One cell in the hand of whoever filled the form in: now and then a word for nothing, or the right figure written otherwise.
 * @param {Stream} draw
 * @param {number} value
 * @param {boolean} money
 */
function written(draw, value, money) {
  const whim = draw.unit();
  if (whim < 0.004) return '暂无';
  if (whim < 0.008) return '—';
  if (whim < 0.02) return '';
  if (whim < 0.03 && money && value >= 10_000) return inYi(value);
  if (whim < 0.026 && value >= 0) return fullWidth(String(value));
  return String(value);
}

/** @param {readonly string[]} cells */
const line = (cells) => cells.join(',');

/** A row of sums. @param {string} word @param {readonly number[]} cents */
function sumLine(word, cents) {
  return line(['', '', word, '', '', '', '', ...cents.map((sum) => String(sum / 100))]);
}

/**
 * The statistics bureau's yearly report: titles and the unit above the header, a block a year with its 小计, the header once more in the middle,
 * blank lines, rows a cell too short and a cell too long.
 * @param {readonly Known[]} firms
 * @param {readonly import('./departments-plants.mjs').Plant[]} plants
 * @returns {string}
 */
export function torchReport(firms, plants) {
  const rows = firmYears(firms);
  const value = writtenBy(plants, 'torch');
  const planted = new Set(plants.map((one) => `${one.firm} ${one.year}`));
  const lines = [
    line([`2024年火炬统计年报（示例数据，全部为虚构）`, ...HEADER.slice(1).map(() => '')]),
    line([`填报范围：${FIRST}—${LAST}年在库企业`, ...HEADER.slice(1).map(() => '')]),
    line(['单位：万元', ...HEADER.slice(1).map(() => '')]),
    line(HEADER),
  ];
  const all = FIGURES.map(() => 0);
  let block = FIGURES.map(() => 0);
  rows.forEach(({ firm, figures }, at) => {
    const { year } = figures;
    const isPlanted = planted.has(`${firm.code} ${year}`);
    const draw = new Stream(`torch ${firm.code} ${year}`);
    const cells = FIGURES.map(([, field, of, money], column) => {
      const right = value(firm, year, field, of(figures));
      all[column] = (all[column] ?? 0) + Math.round(right * 100);
      block[column] = (block[column] ?? 0) + Math.round(right * 100);
      return isPlanted ? String(right) : written(draw, right, money);
    });
    const row = [String(at + 1), firm.code, firm.name, firm.district, firm.industry, firm.industryCode, String(year), ...cells];
    if (SHORT.includes(at) && !isPlanted) lines.push(line(row.slice(0, -2)));
    else if (LONG.includes(at) && !isPlanted) lines.push(line([...row, '已核']));
    else lines.push(line(row));
    if (rows[at + 1]?.figures.year !== year) {
      lines.push(sumLine('小计', block), '');
      block = FIGURES.map(() => 0);
      if (year === 2021) lines.push(line(HEADER));
    }
  });
  lines.push(sumLine('合计', all));
  return `${lines.join('\r\n')}\r\n`;
}

/** Places of rows that lost their last two cells, and of rows with a remark behind the last column. */
export const SHORT = [411, 2760];
export const LONG = [1203, 3111];
