import { FIRST, LAST, firmYears } from './departments-firms.mjs';
import { Stream } from './random.mjs';

/** @typedef {import('./departments-firms.mjs').Known} Known */
/** How one firm of the insurance file is called there, and what it takes to find it. @typedef {{ firm: string | null, given: string, former: string, by: 'same' | 'folded' | 'former' | 'likely' | 'none' }} Called */

/** @param {readonly (readonly (string | number)[])[]} rows */
const csv = (rows) => `${rows.map((cells) => cells.join(',')).join('\n')}\n`;

/** The intellectual-property office: one row a firm and year, money in 元. @param {readonly Known[]} firms @returns {string} */
export function rightsList(firms) {
  const header = [
    '统一社会信用代码',
    '企业名称',
    '年度',
    '发明专利申请量',
    '有效发明专利数',
    'Ⅰ类知识产权数',
    'Ⅱ类知识产权数',
    '技术合同成交额（元）',
  ];
  const rows = firmYears(firms).map(({ firm, figures }) => [
    firm.code,
    firm.name,
    figures.year,
    figures.inventionsApplied,
    figures.inventionsValid,
    figures.classOne,
    figures.classTwo,
    Math.round(figures.techContract * 10_000),
  ]);
  return csv([header, ...rows]);
}

/** Names of bodies that are no firm of the other files. */
const STRANGERS = ['示例市公共就业服务中心', '示例市劳动人事争议仲裁院', '示例青年人才驿站', '示例市技师学院', '示例街道社区工作站'];

/**
 * How the insurance office calls the firms: most as everybody, some with another legal form or brackets, some renamed since, two misspelt.
 * @param {readonly Known[]} firms
 * @returns {Called[]}
 */
export function insuredNames(firms) {
  const called = firms.map((firm, at) => {
    /** @param {Called['by']} by @param {string} given @param {string} [former] @returns {Called} */
    const as = (by, given, former = '') => ({ firm: firm.code, given, former, by });
    const { name } = firm;
    if (at === 101 || at === 402) return as('likely', misspelt(name));
    if (at % 50 === 3) return as('former', name.replace(/^示例../, `示例新${at}号`), name);
    if (at % 10 === 5 && /[^份]有限公司$/.test(name) && !name.includes('（'))
      return as('folded', name.replace(/有限公司$/, '有限责任公司'));
    if (name.includes('（成都）')) return as('folded', name.replace('（成都）', '(成都)'));
    return as('same', name);
  });
  return [...called, ...STRANGERS.map((given) => /** @type {Called} */ ({ firm: null, given, former: '', by: 'none' }))];
}

/** One character of the middle of a name written wrongly. @param {string} name */
function misspelt(name) {
  const at = 4;
  return `${name.slice(0, at)}某${name.slice(at + 1)}`;
}

/** The insurance office: firms by name, a column a year. @param {readonly Known[]} firms @returns {string} */
export function insuredList(firms) {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
  const byCode = new Map(firms.map((firm) => [firm.code, firm]));
  const rows = insuredNames(firms).map(({ firm, given, former }) => {
    const draw = new Stream(`insured ${given}`);
    const counts = years.map((_, at) => {
      const staff = firm === null ? 40 + draw.below(60) : (byCode.get(firm)?.years[at]?.figures.employees ?? 0);
      return staff;
    });
    return [given, former, ...counts];
  });
  return csv([['单位名称', '曾用名', ...years.map((year) => `${year}年参保人数（人）`)], ...rows]);
}

/** The credit office: one row a listing, with its day. Not to be in it means that there is nothing. @param {readonly Known[]} firms @returns {string} */
export function blacklist(firms) {
  const listed = firmYears(firms).filter(({ record }) => record.constraint.dishonest || record.constraint.abnormal);
  const rows = listed.flatMap(({ firm, figures }, at) => {
    const draw = new Stream(`listed ${firm.code} ${figures.year}`);
    const day = () => `${figures.year}-${String(draw.below(12) + 1).padStart(2, '0')}-${String(draw.below(28) + 1).padStart(2, '0')}`;
    // One firm is listed twice in a year: it is dishonest once all the same.
    return Array.from({ length: at === 2 ? 2 : 1 }, () => [
      firm.code,
      firm.name,
      figures.year,
      day(),
      '未履行生效法律文书确定的义务（示例）',
    ]);
  });
  return csv([['统一社会信用代码', '企业名称', '年度', '列入日期', '列入事由'], ...rows]);
}

/** Support received, as dated events; in 元. @param {readonly Known[]} firms @returns {string} */
export function supportList(firms) {
  const rows = firmYears(firms).flatMap(({ firm, figures }) => {
    const draw = new Stream(`support ${firm.code} ${figures.year}`);
    const day = `${figures.year}-${String(draw.below(12) + 1).padStart(2, '0')}-15`;
    /** @type {(string | number)[][]} */
    const events = [];
    if (figures.equity > 0) events.push([firm.code, day, '投资', '股权投资（示例）', Math.round(figures.equity * 10_000), '示例投资基金']);
    if (figures.projectsCity > 0)
      events.push([firm.code, day, '项目', '市级科技计划项目（示例）', 200_000 * figures.projectsCity, '示例市科技局']);
    return events;
  });
  return csv([['统一社会信用代码', '支持日期', '支持类型', '支持名称', '支持金额（元）', '支持部门'], ...rows]);
}
