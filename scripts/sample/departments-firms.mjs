import { Stream } from './random.mjs';

/** @typedef {import('./world.mjs').Record} Record */
/** @typedef {import('./moment.mjs').FirmYear} FirmYear */

export const FIRST = 2019;
export const LAST = 2024;
/** How many firms the departments know. */
const FIRMS = 600;
/** The district that sends a file of its own, late; it has this many of the firms. */
export const LATE_DISTRICT = '新津区';
const LATE_FIRMS = 40;

/**
 * A firm as the departments know it.
 * @typedef {object} Known
 * @property {string} code
 * @property {string} name without the number that the sample puts behind it: the departments write names as registers do
 * @property {string} district
 * @property {string} industry
 * @property {string} industryCode
 * @property {string} foundDate
 * @property {readonly Record[]} years of the span, ascending, none left out
 */

/** What tells one name from another when brackets and legal form do not count. @param {string} name */
function core(name) {
  return name.replace(/（成都）/, '成都').replace(/(?:股份)?有限公司$/, '');
}

/** @param {readonly Record[]} years @returns {Known | null} null where a year is missing */
function known(years) {
  const firm = years[0]?.firm;
  if (!firm || years.length !== LAST - FIRST + 1) return null;
  const { code, district, industry, industryCode, foundDate } = firm;
  return { code, name: firm.name.replace(/\d{4}$/, ''), district, industry: industry.name, industryCode, foundDate, years };
}

/**
 * The firms of the departments' files: 40 of the late district and 560 others drawn from the sample world, all with every year of the span and no
 * two called alike; by credit code.
 * @param {readonly Record[]} world
 * @returns {Known[]}
 */
export function knownFirms(world) {
  /** @type {Map<number, Record[]>} */
  const bySerial = new Map();
  for (const record of world) {
    if (record.figures.year < FIRST) continue;
    const list = bySerial.get(record.firm.serial);
    if (list) list.push(record);
    else bySerial.set(record.firm.serial, [record]);
  }
  const draw = new Stream('departments: which firms');
  const order = [...bySerial.keys()].map((serial) => /** @type {const} */ ([draw.unit(), serial])).sort((a, b) => a[0] - b[0]);
  const names = new Set();
  /** @type {{ late: Known[], others: Known[] }} */
  const chosen = { late: [], others: [] };
  for (const [, serial] of order) {
    const firm = known(bySerial.get(serial) ?? []);
    if (!firm || names.has(core(firm.name))) continue;
    const [list, room] = firm.district === LATE_DISTRICT ? [chosen.late, LATE_FIRMS] : [chosen.others, FIRMS - LATE_FIRMS];
    if (list.length >= room) continue;
    names.add(core(firm.name));
    list.push(firm);
  }
  return [...chosen.late, ...chosen.others].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Every firm-year, by year and then by credit code. @param {readonly Known[]} firms @returns {{ firm: Known, figures: FirmYear, record: Record }[]} */
export function firmYears(firms) {
  const all = firms.flatMap((firm) => firm.years.map((record) => ({ firm, figures: record.figures, record })));
  return all.sort((a, b) => a.figures.year - b.figures.year);
}
