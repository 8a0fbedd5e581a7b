import { cents, clamp, exp } from './arithmetic.mjs';

/** @typedef {import('./random.mjs').Stream} Stream */
/** @typedef {import('./moment.mjs').Moment} Moment */

/** Share of R&D expense that may be deducted once more from the tax base. @param {number} year */
const extraDeduction = (year) => (year <= 2017 ? 0.5 : year <= 2020 ? 0.75 : 1);

/**
 * Staff by kind; no kind outnumbers the whole.
 * @param {Stream} draw
 * @param {Moment} moment
 */
export function people(draw, { firm: { industry }, own, employees, share, strength, grown }) {
  const techShare = industry.techShare + 0.07 * strength + 0.1 * own.intensity + 0.25 * (share - industry.intensity) + 0.04 * draw.normal();
  const techStaff = Math.round(employees * clamp(techShare, 0.01, 0.92));
  const rdStaff = share === 0 ? 0 : Math.round(techStaff * clamp(0.68 + 0.1 * draw.normal(), 0.2, 1));
  const gradShare = industry.gradShare * exp(0.5 * strength + 0.25 * draw.normal());
  const gradStaff = Math.round(employees * clamp(gradShare, 0, 0.8));
  const newGraduates = Math.min(employees, draw.count(employees * 0.03 * clamp(1 + 2 * grown, 0.2, 4)));
  return { employees, techStaff, rdStaff, gradStaff, newGraduates };
}

/** @param {Stream} draw @param {Moment} moment */
function profit(draw, { firm, own, year, age, strength, revenue, rd, employees }) {
  const margin = firm.industry.margin + own.margin + 0.02 * strength - 0.35 * exp(-age / 1.6) + 0.05 * draw.normal();
  const unsold = revenue === 0 ? employees * 11 + rd : 0;
  const totalCost = cents(Math.max(revenue * (1 - clamp(margin, -0.9, 0.45)), rd * 1.05, unsold));
  const before = revenue - totalCost;
  const rate = firm.strength > 0.3 ? 0.15 : 0.25;
  const rdTaxRelief = before > 0 ? cents(Math.min(rd * extraDeduction(year), before) * rate) : 0;
  return { totalCost, rdTaxRelief, netProfit: cents(before > 0 ? before - Math.max(0, before * rate - rdTaxRelief) : before) };
}

/**
 * Revenue, cost, profit and balance sheet; net assets are assets less liabilities, to the cent.
 * @param {Stream} draw
 * @param {Moment} moment
 * @param {number} capital equity raised so far
 */
export function accounts(draw, moment, capital) {
  const { own, age, strength, revenue, employees } = moment;
  const result = profit(draw, moment);
  const mainRevenue = cents(revenue * clamp(0.95 - 0.36 * draw.unit() * draw.unit(), 0.4, 1));
  const hitechShare = 0.6 + 0.15 * strength + own.hitech + 0.05 * draw.normal();
  const totalAssets = cents(revenue * own.turnover * clamp(1 + 0.08 * draw.normal(), 0.7, 1.4) + 0.6 * capital + 3 * employees + 20);
  const debt = own.debt - 0.03 * strength - (capital > 0 ? 0.08 : 0) + 0.06 * draw.normal() + 0.25 * exp(-age / 2) * draw.unit();
  const totalLiabilities = cents(totalAssets * clamp(debt, 0.03, 1.25));
  return {
    revenue,
    mainRevenue,
    hitechRevenue: cents(mainRevenue * clamp(hitechShare, 0, 0.99)),
    ...result,
    totalAssets,
    totalLiabilities,
    netAssets: cents(totalAssets - totalLiabilities),
  };
}
