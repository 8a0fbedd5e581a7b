import { accounts, people } from './accounts.mjs';
import { cents, clamp, exp } from './arithmetic.mjs';
import { LAST_YEAR } from './firm.mjs';
import { traitsOf } from './moment.mjs';
import { deals, emptyStocks, recognition, rights } from './output.mjs';
import { Stream } from './random.mjs';

/** @typedef {import('./moment.mjs').FirmYear} FirmYear */

/** Growth of everybody in a year, beyond each firm's own. @type {Readonly<Record<number, number>>} */
const CLIMATE = {
  2015: 0.02,
  2016: 0.03,
  2017: 0.05,
  2018: 0.02,
  2019: 0.01,
  2020: -0.06,
  2021: 0.06,
  2022: -0.02,
  2023: 0.01,
  2024: 0.02,
};

/** Yearly change of log revenue.
 * @param {Stream} draw @param {import('./firm.mjs').Firm} firm @param {number} year @param {number} strength @param {number} size */
function growth(draw, firm, year, strength, size) {
  const noise = (0.13 + 0.012 * clamp(10 - size, 0, 8)) * draw.normal();
  if (firm.takeoff !== null) {
    const since = year - firm.takeoff;
    if (since < 0) return 0.12 * (6.2 - size) + 0.6 * noise;
    if (since < 3) return (since === 1 ? 0.6 : 0.48) + 0.4 * noise;
  }
  return (
    0.01 +
    0.075 * strength +
    firm.industry.trend +
    (CLIMATE[year] ?? 0) +
    0.2 * exp(-(year - firm.foundYear) / 4) -
    0.03 * (size - 7 - firm.industry.size) +
    noise
  );
}

/** Whether the firm is gone after a year. @param {Stream} draw @param {import('./firm.mjs').Firm} firm @param {number} strength @param {number} size */
function leaves(draw, firm, strength, size) {
  const hazard = 0.035 + 0.02 * clamp(6.2 - size, 0, 2) - 0.012 * strength;
  return draw.chance(firm.takeoff !== null ? 0 : clamp(hazard, 0.006, 0.2));
}

/** R&D expense ÷ revenue. @param {Stream} draw @param {import('./firm.mjs').Firm} firm @param {import('./moment.mjs').Traits} own @param {number} strength @param {number} size */
function intensity(draw, firm, own, strength, size) {
  if (own.noResearch && strength < -0.6) return 0;
  return clamp(firm.industry.intensity * exp(0.38 * strength + 0.06 * (7 - size) + own.intensity + 0.16 * draw.normal()), 0.002, 1.6);
}

/** A drug maker may have nothing to sell in its first years. @param {import('./firm.mjs').Firm} firm @param {number} age */
const sells = (firm, age) => !(firm.industry.name === '生物医药' && age <= 2 && firm.serial % 3 === 0);

/**
 * The years of one firm, from entry to exit or to the last year. Strength returns to the firm's own mean; growth follows strength.
 * @param {import('./firm.mjs').Firm} firm
 * @returns {FirmYear[]}
 */
export function liveYears(firm) {
  const draw = new Stream(`life ${firm.serial}`);
  const own = traitsOf(draw);
  const stocks = emptyStocks();
  /** @type {FirmYear[]} */
  const years = [];
  let size = firm.entrySize;
  let strength = firm.strength + 0.45 * draw.normal();
  let staff = exp(size - own.perHead) / firm.industry.perHead;
  for (let year = firm.enterYear; year <= LAST_YEAR; year++) {
    const first = years.length === 0;
    const age = year - firm.foundYear;
    const grown = first ? 0 : growth(draw, firm, year, strength, size);
    size = clamp(size + grown, 1.6, 13.6);
    strength = firm.strength + 0.7 * (strength - firm.strength) + 0.33 * draw.normal();
    staff += 0.5 * (exp(size - own.perHead) / firm.industry.perHead - staff);
    const employees = Math.max(2, Math.round(staff * clamp(1 + 0.04 * draw.normal(), 0.8, 1.2) + 1));
    const share = intensity(draw, firm, own, strength, size);
    const rd = cents(exp(size) * share);
    const moment = { firm, own, year, age, size, strength, grown, revenue: sells(firm, age) ? cents(exp(size)) : 0, employees, share, rd };
    const past = first ? Math.max(1, age) : 1;
    const dealt = deals(draw, moment, stocks);
    years.push({
      year,
      strength,
      ...people(draw, moment),
      ...accounts(draw, moment, stocks.capital),
      rdExpense: rd,
      rdDomestic: cents(rd * (draw.chance(0.06) ? draw.between(0.7, 0.99) : 1)),
      ...rights(draw, moment, stocks, past),
      ...recognition(draw, moment, stocks, past),
      ...dealt,
    });
    if (leaves(draw, firm, strength, size)) break;
  }
  return years;
}
