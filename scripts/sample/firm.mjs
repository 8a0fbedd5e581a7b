import { clamp } from './arithmetic.mjs';
import { syntheticCode } from './credit-code.mjs';
import { INDUSTRIES } from './industries.mjs';
import { districtShares } from './places.mjs';
import { Stream } from './random.mjs';

export const FIRST_YEAR = 2014;
export const LAST_YEAR = 2024;
export const FIRMS = 6000;
/** Firms there from the first year; the others enter one by one, as many every year. */
const INCUMBENTS = 3350;
/** Every so many-th firm is a hidden seedling. */
const SEEDLING_STEP = 100;

const BRAND_FIRST = [...'芯禾蓉锦岷沱峨云星瑞启博明智汇恒远天澜朗睿拓卓信浣望合嘉翎渡'];
const BRAND_SECOND = [...'澄远驰源辰科图谱衡岚越泽码维航昇和晟芒溪界物光桥屿川泰安宁禾'];

/**
 * What does not change over a firm's years. `strength` is the latent cause: about standard normal, it drives R&D, patents, growth.
 * @typedef {object} Firm
 * @property {number} serial
 * @property {string} code
 * @property {string} name
 * @property {import('./industries.mjs').Industry} industry
 * @property {string} industryCode
 * @property {readonly string[]} chains key chains, often none
 * @property {string} district
 * @property {string} foundDate YYYY-MM-DD
 * @property {number} foundYear
 * @property {number} enterYear first year in the files
 * @property {number} strength
 * @property {number} entrySize log of revenue in 万元 in the year of entry
 * @property {number | null} takeoff year in which a hidden seedling starts to grow; null for all others
 */

/** @param {Stream} draw @param {import('./industries.mjs').Industry} industry @param {number} serial */
function firmName(draw, industry, serial) {
  const brand = draw.pick(BRAND_FIRST) + draw.pick(BRAND_SECOND);
  const form = draw.weighted([
    ['有限公司', 86],
    ['股份有限公司', 6],
    ['（成都）有限公司', 8],
  ]);
  return `示例${brand}${draw.pick(industry.words)}${form}${String(serial + 1).padStart(4, '0')}`;
}

/** @param {Stream} draw @param {boolean} incumbent @param {number} enterYear */
function foundYear(draw, incumbent, enterYear) {
  if (!incumbent)
    return (
      enterYear -
      draw.weighted([
        [0, 35],
        [1, 30],
        [2, 20],
        [3, 15],
      ])
    );
  const spread = draw.normal();
  return enterYear - 1 - Math.floor(clamp((spread < 0 ? -spread : spread) * 8, 0, 25));
}

/**
 * One firm of the sample world, from its serial number alone.
 * @param {number} serial from 0 to below `FIRMS`
 * @returns {Firm}
 */
export function makeFirm(serial) {
  const draw = new Stream(`firm ${serial}`);
  const industry = draw.weighted(INDUSTRIES.map((each) => /** @type {const} */ ([each, each.share])));
  const seedling = serial % SEEDLING_STEP === 37;
  const incumbent = serial < INCUMBENTS;
  const span = LAST_YEAR - FIRST_YEAR;
  const enterYear = incumbent ? FIRST_YEAR : FIRST_YEAR + 1 + Math.floor(((serial - INCUMBENTS) * span) / (FIRMS - INCUMBENTS));
  const born = foundYear(draw, incumbent, enterYear);
  const month = draw.below(12) + 1;
  const day = draw.below(28) + 1;
  const chained = draw.chance(0.52);
  const second = draw.chance(0.08);
  const chains = chained ? [...new Set([draw.pick(industry.chains), ...(second ? [draw.pick(industry.chains)] : [])])] : [];
  const spread = draw.normal();
  return {
    serial,
    code: syntheticCode(serial),
    name: firmName(draw, industry, serial),
    industry,
    industryCode: draw.pick(industry.codes),
    chains,
    district: draw.weighted(districtShares(industry.home)),
    foundDate: `${born}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    foundYear: born,
    enterYear,
    strength: seedling ? 1.7 + 0.25 * (spread < 0 ? -spread : spread) : 0.85 * spread,
    entrySize: seedling ? 5.6 + 0.4 * draw.normal() : (incumbent ? 7.1 + 1.35 * draw.normal() : 5.4 + draw.normal()) + industry.size,
    takeoff: seedling ? Math.max(enterYear + 2, 2018 + draw.below(9)) : null,
  };
}
