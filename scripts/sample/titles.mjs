import { Stream } from './random.mjs';

/** @typedef {import('./moment.mjs').FirmYear} FirmYear */
/** What a rule sees: the years up to now, last one last. @typedef {{ firm: import('./firm.mjs').Firm, now: FirmYear, before: readonly FirmYear[], titles: ReadonlySet<string> }} Case */

const techShare = (/** @type {FirmYear} */ now) => now.techStaff / now.employees;
const intensity = (/** @type {FirmYear} */ now) => (now.revenue > 0 ? now.rdExpense / now.revenue : 1);
const hitechFloor = (/** @type {FirmYear} */ now) => (now.revenue <= 5000 ? 0.05 : now.revenue <= 20000 ? 0.04 : 0.03);

/** @param {Case} given */
function grewThreeYears({ now, before }) {
  const base = before.at(-3);
  return base !== undefined && base.year === now.year - 3 && base.revenue >= 1000 && now.revenue >= 1.728 * base.revenue;
}

/**
 * Titles with the years they are valid for, the first year they exist, the share of those entitled who hold it, and who is entitled:
 * simplified from the rules of the day, for figures of the sample only.
 * @type {readonly { name: string, since: number, valid: number, share: number, entitled: (given: Case) => boolean }[]}
 */
const RULES = [
  {
    name: '高新技术企业',
    since: 2010,
    valid: 3,
    share: 0.75,
    entitled: ({ firm, now }) =>
      now.year > firm.foundYear &&
      techShare(now) >= 0.1 &&
      intensity(now) >= hitechFloor(now) &&
      (now.classOne >= 1 || now.classTwo >= 5) &&
      now.hitechRevenue >= 0.5 * now.revenue,
  },
  {
    name: '科技型中小企业',
    since: 2017,
    valid: 1,
    share: 0.6,
    entitled: ({ now }) =>
      now.employees <= 500 &&
      now.revenue <= 20000 &&
      now.totalAssets <= 20000 &&
      techShare(now) >= 0.1 &&
      intensity(now) >= 0.04 &&
      now.classOne + now.classTwo > 0,
  },
  {
    name: '创新型中小企业',
    since: 2022,
    valid: 3,
    share: 0.12,
    entitled: ({ now }) => now.employees <= 500 && intensity(now) >= 0.03 && now.classOne + now.classTwo >= 3,
  },
  {
    name: '专精特新中小企业',
    since: 2019,
    valid: 3,
    share: 0.14,
    entitled: ({ firm, now }) =>
      now.year - firm.foundYear >= 3 &&
      now.revenue >= 1000 &&
      now.rdExpense >= 100 &&
      intensity(now) >= 0.03 &&
      now.classOne >= 1 &&
      now.totalLiabilities <= 0.8 * now.totalAssets,
  },
  {
    name: '专精特新“小巨人”',
    since: 2019,
    valid: 3,
    share: 0.1,
    entitled: ({ now, titles }) =>
      titles.has('专精特新中小企业') && now.revenue >= 5000 && now.classOne >= 4 && now.mainRevenue >= 0.8 * now.revenue,
  },
  { name: '瞪羚企业', since: 2016, valid: 2, share: 0.5, entitled: (given) => given.titles.has('高新技术企业') && grewThreeYears(given) },
];

/**
 * Titles valid on 31 December, year by year: a title once given stays to the end of its term whatever the figures do.
 * @param {import('./firm.mjs').Firm} firm
 * @param {readonly FirmYear[]} years
 * @returns {string[][]}
 */
export function titlesOf(firm, years) {
  const draw = new Stream(`titles ${firm.serial}`);
  /** @type {Map<string, number>} */
  const until = new Map();
  return years.map((now, at) => {
    const held = new Set([...until].filter(([, last]) => last >= now.year).map(([name]) => name));
    for (const { name, since, valid, share, entitled } of RULES) {
      const lucky = draw.chance(share);
      if (held.has(name) || now.year < since || !lucky || !entitled({ firm, now, before: years.slice(0, at), titles: held })) continue;
      until.set(name, now.year + valid - 1);
      held.add(name);
    }
    return RULES.map(({ name }) => name).filter((name) => held.has(name));
  });
}
