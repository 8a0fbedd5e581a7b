import { clamp, exp } from './arithmetic.mjs';
import { Stream } from './random.mjs';

/**
 * What the offices noted against a firm in a year.
 * @typedef {object} Constraint
 * @property {boolean} abnormal
 * @property {boolean} dishonest
 * @property {boolean} misconduct
 * @property {boolean} accident within three years
 * @property {boolean} environment
 * @property {boolean} fraud
 * @property {boolean} late
 * @property {boolean} prohibited
 * @property {number} penalties
 * @property {string} taxGrade A, B, M (new firm), C or D; not part of the list of constraints
 */

/** @param {Stream} draw @param {number} age @param {number} revenue */
function taxGrade(draw, age, revenue) {
  if (age < 2) return 'M';
  const large = revenue > 5000;
  return draw.weighted([
    ['A', large ? 55 : 25],
    ['B', large ? 36 : 55],
    ['C', large ? 8 : 15],
    ['D', large ? 0.4 : 1.2],
  ]);
}

/**
 * Constraints of a firm, year by year. A major accident stays on record for three years. Hidden seedlings have none.
 * @param {import('./firm.mjs').Firm} firm
 * @param {readonly import('./moment.mjs').FirmYear[]} years
 * @returns {Constraint[]}
 */
export function constraintsOf(firm, years) {
  const draw = new Stream(`constraints ${firm.serial}`);
  const clean = firm.takeoff !== null;
  const making = firm.industryCode.startsWith('C');
  let accident = -Infinity;
  return years.map((now) => {
    const weak = exp(-0.3 * now.strength);
    const happens = (/** @type {number} */ probability) => draw.chance(probability) && !clean;
    if (happens(making ? 0.0012 : 0.0002)) accident = now.year;
    return {
      abnormal: happens(clamp(0.009 * weak * (now.revenue < 500 ? 2 : 1), 0, 0.1)),
      dishonest: happens(0.0025 * weak),
      misconduct: happens(0.0004),
      accident: now.year - accident < 3,
      environment: happens(making ? 0.002 : 0.0002),
      fraud: happens(0.0004),
      late: happens(0.02),
      prohibited: happens(0.0006),
      penalties: clean ? 0 : draw.count(clamp(0.02 * weak * Math.sqrt(now.employees / 50), 0, 0.3)),
      taxGrade: taxGrade(draw, now.year - firm.foundYear, now.revenue),
    };
  });
}

/** Whether there is anything to list. @param {Constraint} given @returns {boolean} */
export function hasConstraint({ abnormal, dishonest, misconduct, accident, environment, fraud, late, prohibited, penalties }) {
  return abnormal || dishonest || misconduct || accident || environment || fraud || late || prohibited || penalties > 0;
}
