import { cents, clamp, exp } from './arithmetic.mjs';

/** @typedef {import('./random.mjs').Stream} Stream */
/** @typedef {import('./moment.mjs').Moment} Moment */

/** What one year hands to the next; `applied` holds the applications of the last two years, older first. */
export function emptyStocks() {
  return { inventions: 0, other: 0, classTwo: 0, platforms: 0, talents: 0, capital: 0, applied: /** @type {[number, number]} */ ([0, 0]) };
}
/** @typedef {ReturnType<typeof emptyStocks>} Stocks */

/** How much comes out of the R&D of a year: less than in proportion, more for the strong. @param {Moment} moment */
const reachOf = ({ rd, strength }) => Math.sqrt(rd / 100) * exp(0.45 * strength);
/** How a firm stands with those who give awards and programmes. @param {Moment} moment */
const standingOf = ({ strength, size }) => exp(0.7 * strength + 0.35 * (size - 7));

/**
 * Rights applied for, granted and held. An application is granted after two years or never; `years` above 1 stands for the time before the files.
 * @param {Stream} draw
 * @param {Moment} moment
 * @param {Stocks} stocks changed
 * @param {number} years
 */
export function rights(draw, moment, stocks, years) {
  const { industry } = moment.firm;
  const reach = reachOf(moment);
  const inventionsApplied = draw.count(industry.patents * reach);
  const granted = draw.count(years > 1 ? 0.3 * years * industry.patents * reach : 0.55 * stocks.applied[0]);
  stocks.applied = [stocks.applied[1], inventionsApplied];
  stocks.inventions = Math.max(0, stocks.inventions + granted - draw.count(0.04 * stocks.inventions));
  stocks.other += draw.count(years * industry.firstClass * 0.5 * reach);
  const added = draw.count(years * industry.secondClass * (0.35 + 0.4 * reach));
  stocks.classTwo = Math.max(0, stocks.classTwo + added - draw.count(0.06 * stocks.classTwo));
  return {
    inventionsApplied,
    pctApplied: draw.count(0.035 * reach * exp(0.3 * moment.strength)),
    inventionsValid: stocks.inventions,
    classOne: stocks.inventions + stocks.other,
    classTwo: stocks.classTwo,
  };
}

/**
 * Platforms, people, awards, programmes.
 * @param {Stream} draw
 * @param {Moment} moment
 * @param {Stocks} stocks changed
 * @param {number} years
 */
export function recognition(draw, moment, stocks, years) {
  const { strength, size } = moment;
  const standing = standingOf(moment);
  const past = clamp(years, 0, 5);
  stocks.platforms = Math.min(6, stocks.platforms + draw.count(past * 0.006 * standing));
  stocks.talents = Math.max(0, stocks.talents + draw.count(past * 0.03 * exp(0.9 * strength)) - draw.count(0.08 * stocks.talents));
  return {
    platforms: stocks.platforms,
    talents: stocks.talents,
    awards: draw.count(0.006 * standing),
    projectsNation: draw.count(0.006 * standing),
    projectsProvince: draw.count(0.025 * exp(0.8 * strength) * clamp(size / 6, 0.6, 1.8)),
    projectsCity: draw.count(0.07 * exp(0.6 * strength)),
  };
}

/**
 * Technology contracts registered and equity raised in the year.
 * @param {Stream} draw
 * @param {Moment} moment
 * @param {Stocks} stocks changed
 */
export function deals(draw, { firm, age, size, strength, grown, rd }, stocks) {
  const wooed = 0.012 + 0.03 * clamp(strength, 0, 3) * exp(-age / 8) + 0.05 * clamp(grown, 0, 0.6);
  const amount = exp(clamp(6.2 + 0.25 * (size - 7) + 0.9 * draw.normal(), 3.9, 10.5));
  const equity = draw.chance(clamp(wooed, 0, 0.3)) ? Math.round(amount / 10) * 10 : 0;
  stocks.capital += equity;
  const contracts = draw.chance(clamp(0.07 + 0.06 * strength + (firm.industry.name === '科技服务' ? 0.15 : 0), 0.01, 0.6));
  return { equity, techContract: contracts ? cents((rd + 10) * draw.between(0.15, 1.6)) : 0 };
}
