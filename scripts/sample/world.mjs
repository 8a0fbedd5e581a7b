import { constraintsOf } from './constraints.mjs';
import { FIRMS, makeFirm } from './firm.mjs';
import { liveYears } from './life.mjs';
import { sizeClass } from './size-class.mjs';
import { titlesOf } from './titles.mjs';

/**
 * One firm-year as it was, before the offices wrote it down.
 * @typedef {object} Record
 * @property {import('./firm.mjs').Firm} firm
 * @property {import('./moment.mjs').FirmYear} figures
 * @property {readonly string[]} titles
 * @property {import('./constraints.mjs').Constraint} constraint
 * @property {'大型' | '中型' | '小型' | '微型'} size
 */

/**
 * The whole sample world, by year and then by credit code, as registers are kept. The same on every machine.
 * @returns {Record[]}
 */
export function makeWorld() {
  /** @type {Record[]} */
  const records = [];
  for (let serial = 0; serial < FIRMS; serial++) {
    const firm = makeFirm(serial);
    const years = liveYears(firm);
    const titles = titlesOf(firm, years);
    const constraints = constraintsOf(firm, years);
    years.forEach((figures, at) => {
      const constraint = constraints[at];
      if (!constraint) throw new Error(`firm ${serial} has no constraints in ${figures.year}`);
      records.push({
        firm,
        figures,
        titles: titles[at] ?? [],
        constraint,
        size: sizeClass(firm.industryCode, figures.employees, figures.revenue),
      });
    });
  }
  const before = (/** @type {string | number} */ a, /** @type {string | number} */ b) => (a < b ? -1 : a > b ? 1 : 0);
  return records.sort((a, b) => before(a.figures.year, b.figures.year) || before(a.firm.code, b.firm.code));
}
