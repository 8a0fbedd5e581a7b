import { cents } from './arithmetic.mjs';
import { LATE_DISTRICT } from './departments-firms.mjs';

/** @typedef {import('./departments-firms.mjs').Known} Known */
/** A fault put into one file on purpose. @typedef {{ kind: 'conflict' | 'unit_slip', file: 'torch' | 'tax' | 'district', firm: string, name: string, year: number, field: string, right: number, written: number }} Plant */

/** Share of a firm's extra deduction by the year's rule. @param {number} year */
const deductionShare = (year) => (year <= 2020 ? 0.75 : 1);

/** Extra deduction of R&D expense, in 万元. @param {{ year: number, rdExpense: number }} figures @returns {number} */
export function rdDeduction({ year, rdExpense }) {
  return cents(rdExpense * deductionShare(year));
}

/** A firm whose figure is steady over the years, so that only the planted fault stands out. @param {readonly number[]} series */
function isSteady(series) {
  return series.every(
    (value, at) => value > 300 && (at === 0 || (value < 1.6 * (series[at - 1] ?? 0) && value > 0.65 * (series[at - 1] ?? 0))),
  );
}

/**
 * The five faults, each in a firm of its own: three figures that two files give differently, two figures written in 元 where the file says 万元.
 * @param {readonly Known[]} firms
 * @returns {Plant[]}
 */
export function plantsOf(firms) {
  const steady = firms.filter(({ years }) =>
    [
      years.map(({ figures }) => figures.revenue),
      years.map(({ figures }) => figures.rdExpense),
      years.map(({ figures }) => figures.totalAssets),
    ].every(isSteady),
  );
  const late = steady.filter(({ district }) => district === LATE_DISTRICT);
  const others = steady.filter(({ district }) => district !== LATE_DISTRICT);
  /** @param {Known | undefined} firm @param {number} year @param {Pick<Plant, 'kind' | 'file' | 'field'>} what @param {(figures: import('./moment.mjs').FirmYear) => number} of @param {number} factor */
  const plant = (firm, year, what, of, factor) => {
    const figures = firm?.years.find((one) => one.figures.year === year)?.figures;
    if (!firm || !figures) throw new Error(`no firm to plant ${what.kind} in ${what.file}`);
    const right = of(figures);
    return { ...what, firm: firm.code, name: firm.name, year, right, written: cents(right * factor) };
  };
  return [
    plant(others[3], 2023, { kind: 'conflict', file: 'tax', field: 'revenue' }, ({ revenue }) => revenue, 0.92),
    plant(others[8], 2024, { kind: 'conflict', file: 'tax', field: 'rd_expense' }, ({ rdExpense }) => rdExpense, 0.75),
    plant(late[0], 2024, { kind: 'conflict', file: 'district', field: 'revenue' }, ({ revenue }) => revenue, 1.12),
    plant(others[13], 2022, { kind: 'unit_slip', file: 'torch', field: 'total_assets' }, ({ totalAssets }) => totalAssets, 10_000),
    plant(others[18], 2021, { kind: 'unit_slip', file: 'tax', field: 'rd_deduction' }, rdDeduction, 10_000),
  ];
}

/**
 * What a file writes for a figure: the right one, or the planted one.
 * @param {readonly Plant[]} plants
 * @param {Plant['file']} file
 * @returns {(firm: Known, year: number, field: string, right: number) => number}
 */
export function writtenBy(plants, file) {
  const own = new Map(plants.filter((one) => one.file === file).map((one) => [`${one.firm} ${one.year} ${one.field}`, one.written]));
  return (firm, year, field, right) => own.get(`${firm.code} ${year} ${field}`) ?? right;
}
