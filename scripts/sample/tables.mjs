import { FIRST_YEAR, LAST_YEAR } from './firm.mjs';
import { Hand } from './hand.mjs';
import { hasConstraint } from './constraints.mjs';

/** @typedef {import('./world.mjs').Record} Record */
/** A column: header, figure, and how hard it is to fill in. @typedef {readonly [string, (record: Record) => number, number]} FigureColumn */

/** @type {readonly FigureColumn[]} */
const STAFF = [
  ['职工总数(人)', ({ figures }) => figures.employees, 0.2],
  ['科技人员数(人)', ({ figures }) => figures.techStaff, 0.9],
  ['研发人员数(人)', ({ figures }) => figures.rdStaff, 1],
  ['研究生及以上学历人数(人)', ({ figures }) => figures.gradStaff, 1.3],
  ['吸纳应届毕业生数(人)', ({ figures }) => figures.newGraduates, 1.3],
];
/** @type {readonly FigureColumn[]} */
const MONEY = [
  ['营业收入(万元)', ({ figures }) => figures.revenue, 0.12],
  ['主营业务收入(万元)', ({ figures }) => figures.mainRevenue, 0.6],
  ['高新技术产品（服务）收入(万元)', ({ figures }) => figures.hitechRevenue, 1.4],
  ['成本费用总额(万元)', ({ figures }) => figures.totalCost, 0.5],
  ['净利润(万元)', ({ figures }) => figures.netProfit, 0.4],
  ['资产总额(万元)', ({ figures }) => figures.totalAssets, 0.4],
  ['负债总额(万元)', ({ figures }) => figures.totalLiabilities, 0.5],
  ['净资产(万元)', ({ figures }) => figures.netAssets, 0.5],
  ['研发费用(万元)', ({ figures }) => figures.rdExpense, 0.7],
  ['境内研发费用(万元)', ({ figures }) => figures.rdDomestic, 1.2],
  ['研发费用加计扣除所得税减免额(万元)', ({ figures }) => figures.rdTaxRelief, 1],
];
/** @type {readonly FigureColumn[]} */
const RIGHTS = [
  ['发明专利申请量(件)', ({ figures }) => figures.inventionsApplied, 0.25],
  ['PCT专利申请量(件)', ({ figures }) => figures.pctApplied, 0.25],
  ['有效发明专利数(件)', ({ figures }) => figures.inventionsValid, 0.2],
  ['Ⅰ类知识产权数(件)', ({ figures }) => figures.classOne, 0.2],
  ['Ⅱ类知识产权数(件)', ({ figures }) => figures.classTwo, 0.3],
  ['技术合同成交额(万元)', ({ figures }) => figures.techContract, 0.4],
  ['省级及以上创新平台数(个)', ({ figures }) => figures.platforms, 0.15],
  ['省级及以上科技奖励数(项)', ({ figures }) => figures.awards, 0.15],
  ['国家级科技计划项目数(项)', ({ figures }) => figures.projectsNation, 0.15],
  ['省级科技计划项目数(项)', ({ figures }) => figures.projectsProvince, 0.15],
  ['市级科技计划项目数(项)', ({ figures }) => figures.projectsCity, 0.15],
  ['股权融资金额(万元)', ({ figures }) => figures.equity, 0.6],
  ['高层次人才数(人)', ({ figures }) => figures.talents, 0.5],
];
const KEYS = ['统一社会信用代码', '企业名称', '年度'];
const REGISTER = ['行业', '行业代码', '产业链', '资质称号', '区（市）县', '企业规模', '成立日期'];

/** One line of comma-separated text; quoted where a cell holds a comma or a quote. @param {readonly string[]} cells */
function line(cells) {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** What a register writes where a firm holds no title or stands in no chain: known, not missing. */
const NO_MEMBERS = '无';

/** Business and R&D, one row a firm and year: what a science office collects. @param {readonly Record[]} world @returns {string} */
function businessTable(world) {
  const figures = [...STAFF, ...MONEY];
  const lines = [line([...KEYS, ...REGISTER, ...figures.map(([header]) => header), '纳税信用等级'])];
  for (const record of world) {
    const { firm, titles, size, constraint } = record;
    const hand = new Hand(`business ${firm.serial} ${record.figures.year}`, size);
    if (hand.skips()) continue;
    lines.push(
      line([
        firm.code,
        firm.name,
        String(record.figures.year),
        firm.industry.name,
        firm.industryCode,
        firm.chains.join(';') || NO_MEMBERS,
        titles.join(';') || NO_MEMBERS,
        firm.district,
        size,
        hand.word(firm.foundDate, 0.1),
        ...figures.map(([, value, difficulty]) => hand.figure(value(record), difficulty)),
        hand.word(constraint.taxGrade, 0.4),
      ]),
    );
  }
  // As spreadsheets save it: byte-order mark, line ends of two characters.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Rights, contracts, projects: another department's table, with a title above the header and a total below. @param {readonly Record[]} world @returns {string} */
function rightsTable(world) {
  const header = ['统一社会信用代码', '年度', ...RIGHTS.map(([name]) => name)];
  const sums = RIGHTS.map(() => 0);
  const lines = [
    line([`知识产权与项目（${FIRST_YEAR}—${LAST_YEAR}，示例数据，全部为虚构）`, ...header.slice(1).map(() => '')]),
    line(header),
  ];
  for (const record of world) {
    const hand = new Hand(`rights ${record.firm.serial} ${record.figures.year}`, record.size);
    const cells = RIGHTS.map(([, value, difficulty], at) => {
      const written = hand.figure(value(record), difficulty);
      if (/\d/.test(written) || /[\uff10-\uff19]/.test(written)) sums[at] = (sums[at] ?? 0) + Math.round(value(record) * 100);
      return written;
    });
    lines.push(line([record.firm.code, String(record.figures.year), ...cells]));
  }
  lines.push(line(['合计', '', ...sums.map((sum) => String(sum / 100))]));
  return `${lines.join('\n')}\n`;
}

/** Firms something is noted against, and only those: not to be in this table means that there is nothing. @param {readonly Record[]} world @returns {string} */
function constraintTable(world) {
  const header = [
    ...KEYS,
    '经营异常名录',
    '失信被执行人',
    '科研失信',
    '近三年重大安全质量事故',
    '严重环境违法',
    '数据造假',
    '数据逾期或缺报',
    '产品属于禁止限制淘汰类',
    '行政处罚次数(次)',
  ];
  const lines = [line(header)];
  for (const { firm, figures, constraint: noted } of world) {
    if (!hasConstraint(noted)) continue;
    const flags = [
      noted.abnormal,
      noted.dishonest,
      noted.misconduct,
      noted.accident,
      noted.environment,
      noted.fraud,
      noted.late,
      noted.prohibited,
    ];
    lines.push(line([firm.code, firm.name, String(figures.year), ...flags.map((flag) => (flag ? '是' : '否')), String(noted.penalties)]));
  }
  return `${lines.join('\n')}\n`;
}

/** What lies behind the figures: for tests of discovery rules, never read by the product. @param {readonly Record[]} world @returns {string} */
function truthTable(world) {
  const lines = ['uscc,firm_name,strength,seedling,takeoff_year'];
  const seen = new Set();
  for (const { firm } of world) {
    if (seen.has(firm.serial)) continue;
    seen.add(firm.serial);
    lines.push(
      line([
        firm.code,
        firm.name,
        firm.strength.toFixed(4),
        firm.takeoff === null ? '0' : '1',
        firm.takeoff === null ? '' : String(firm.takeoff),
      ]),
    );
  }
  return `${lines.join('\n')}\n`;
}

const SPAN = `${FIRST_YEAR}-${LAST_YEAR}`;
/** Names of the files the product reads. */
export const SAMPLE_FILES = [`经营与研发_${SPAN}.csv`, `知识产权与项目_${SPAN}.csv`, '约束事项.csv'];

/**
 * Name and text of every file of the sample, the hidden truth last.
 * @param {readonly Record[]} world
 * @returns {[string, string][]}
 */
export function sampleFiles(world) {
  const texts = [businessTable(world), rightsTable(world), constraintTable(world), truthTable(world)];
  return [...SAMPLE_FILES, 'truth.csv'].map((name, at) => [name, texts[at] ?? '']);
}
