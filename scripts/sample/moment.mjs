import { exp } from './arithmetic.mjs';

/**
 * The true figures of one firm and year, before anybody left a cell blank. Money in 万元.
 * @typedef {object} FirmYear
 * @property {number} year
 * @property {number} strength of the year, around the firm's own
 * @property {number} employees
 * @property {number} techStaff
 * @property {number} rdStaff
 * @property {number} gradStaff
 * @property {number} newGraduates
 * @property {number} revenue
 * @property {number} mainRevenue
 * @property {number} hitechRevenue
 * @property {number} totalCost
 * @property {number} netProfit
 * @property {number} totalAssets
 * @property {number} totalLiabilities
 * @property {number} netAssets
 * @property {number} rdExpense
 * @property {number} rdDomestic
 * @property {number} rdTaxRelief
 * @property {number} inventionsApplied
 * @property {number} pctApplied
 * @property {number} inventionsValid
 * @property {number} classOne
 * @property {number} classTwo
 * @property {number} techContract
 * @property {number} platforms
 * @property {number} awards
 * @property {number} projectsNation
 * @property {number} projectsProvince
 * @property {number} projectsCity
 * @property {number} equity
 * @property {number} talents
 */

/**
 * Where a firm stands in a year: what its figures are made from.
 * @typedef {object} Moment
 * @property {import('./firm.mjs').Firm} firm
 * @property {Traits} own
 * @property {number} year
 * @property {number} age full years since it was founded
 * @property {number} size log of revenue in 万元
 * @property {number} strength of the year
 * @property {number} grown change of `size` in the year
 * @property {number} revenue 0 before a drug maker sells
 * @property {number} employees
 * @property {number} share R&D expense ÷ expected revenue
 * @property {number} rd R&D expense
 */

/** @typedef {ReturnType<typeof traitsOf>} Traits */

/**
 * Traits of a firm that stay: how far it departs from its industry.
 * @param {import('./random.mjs').Stream} draw
 */
export function traitsOf(draw) {
  return {
    intensity: 0.35 * draw.normal(),
    perHead: 0.3 * draw.normal(),
    hitech: 0.12 * draw.normal(),
    turnover: 1.1 * exp(0.35 * draw.normal()),
    debt: 0.48 + 0.13 * draw.normal(),
    margin: 0.04 * draw.normal(),
    noResearch: draw.chance(0.25),
  };
}
