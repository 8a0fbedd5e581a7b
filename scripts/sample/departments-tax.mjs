import { firmYears, LATE_DISTRICT, LAST } from './departments-firms.mjs';
import { rdDeduction, writtenBy } from './departments-plants.mjs';
import { serialDay, STYLE, workbook } from './departments-workbook.mjs';
import { Stream } from './random.mjs';

/** @typedef {import('./departments-firms.mjs').Known} Known */
/** @typedef {import('./departments-plants.mjs').Plant} Plant */

const NOTES = [
  '填表说明',
  '一、本表由税务部门按汇算清缴口径导出，示例数据，全部为虚构。',
  '二、金额单位为万元，保留两位小数。',
  '三、研发占比由公式计算。',
];

/** Every so many-th revenue of the tax file is rounded to whole 万元, as declared; below 1 % it is the same figure. */
const ROUNDED = 300;

/** Whether the tax file gives the revenue of a row rounded. @param {number} at @param {number} revenue */
export const isRounded = (at, revenue) => at % ROUNDED === 7 && revenue > 200 && !Number.isInteger(revenue);

/**
 * The tax bureau's workbook: a sheet of notes first; on the second a title, a header of two merged rows, figures in 万元, a share by formula, days.
 * @param {readonly Known[]} firms
 * @param {readonly Plant[]} plants
 * @returns {Uint8Array}
 */
export function taxWorkbook(firms, plants) {
  const value = writtenBy(plants, 'tax');
  const planted = new Set(plants.map((one) => `${one.firm} ${one.year}`));
  const declared = firmYears(firms).filter(({ figures }) => figures.rdExpense > 0);
  const rows = declared.map(({ firm, figures }, at) => {
    const { year } = figures;
    const exact = value(firm, year, 'revenue', figures.revenue);
    const revenue = !planted.has(`${firm.code} ${year}`) && isRounded(at, exact) ? Math.round(exact) : exact;
    const expense = value(firm, year, 'rd_expense', figures.rdExpense);
    const deduction = value(firm, year, 'rd_deduction', rdDeduction(figures));
    const line = at + 4;
    const day = `${year + 1}-05-${String(new Stream(`tax ${firm.code} ${year}`).below(31) + 1).padStart(2, '0')}`;
    return [
      firm.code,
      firm.name,
      year,
      revenue,
      expense,
      deduction,
      figures.rdTaxRelief,
      revenue > 0 ? { value: expense / revenue, style: STYLE.percent, formula: `E${line}/D${line}` } : null,
      { value: serialDay(day), style: STYLE.date },
    ];
  });
  return workbook([
    { name: '说明', rows: NOTES.map((text, at) => [at === 0 ? { value: text, style: STYLE.title } : text]) },
    {
      name: '加计扣除',
      rows: [
        [{ value: '研发费用加计扣除情况（示例数据）', style: STYLE.title }],
        ['统一社会信用代码', '纳税人名称', '年度', '申报金额（万元）', null, null, null, '研发占比', '申报日期'],
        [null, null, null, '营业收入', '研发费用', '加计扣除额', '加计扣除减免额', null, null],
        ...rows,
      ],
      merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3', 'I2:I3'],
    },
  ]);
}

/** Years of the district's late file, and how many of its firms it has. */
const LATE_YEARS = 2;
const LATE_PART = 32;

/**
 * The late district's own file: some of its firms, the last two years, in 元, most of it a repetition of the yearly report.
 * @param {readonly Known[]} firms
 * @param {readonly Plant[]} plants
 * @returns {Uint8Array}
 */
export function districtWorkbook(firms, plants) {
  const value = writtenBy(plants, 'district');
  const own = firms.filter(({ district }) => district === LATE_DISTRICT);
  const needed = own.filter(({ code }) => plants.some((one) => one.file === 'district' && one.firm === code));
  const part = [...needed, ...own.filter((firm) => !needed.includes(firm))].slice(0, LATE_PART);
  const rows = firmYears(part)
    .filter(({ figures }) => figures.year > LAST - LATE_YEARS)
    .map(({ firm, figures }) => [
      firm.code,
      firm.name,
      LATE_DISTRICT,
      figures.year,
      figures.employees,
      Math.round(value(firm, figures.year, 'revenue', figures.revenue) * 10_000),
      Math.round(value(firm, figures.year, 'rd_expense', figures.rdExpense) * 10_000),
    ]);
  return workbook([
    {
      name: '补报',
      rows: [
        [{ value: `${LATE_DISTRICT}补报（示例数据，全部为虚构）`, style: STYLE.title }],
        ['统一社会信用代码', '企业名称', '区（市）县', '年度', '职工总数（人）', '营业收入（元）', '研发费用（元）'],
        ...rows,
      ],
      merges: ['A1:G1'],
    },
  ]);
}
