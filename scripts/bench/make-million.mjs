// The benchmark's file: 1,000,000 firm-years × 26 columns of made-up firms, about 180 MB, the same bytes on every machine.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const HEADER = [
  '统一社会信用代码',
  '企业名称',
  '年度',
  '产业',
  '区县',
  '资质称号',
  '营业收入（万元）',
  '研发费用（万元）',
  '职工总数',
  '科技人员数',
  '研发人员数',
  '当年发明专利申请量',
  '有效发明专利数',
  'Ⅰ类知识产权数',
  'Ⅱ类知识产权数',
  '技术合同成交额（万元）',
  '省级及以上平台数',
  '省级及以上科技奖励数',
  '净利润（万元）',
  '净资产（万元）',
  '资产总额（万元）',
  '负债总额（万元）',
  '高新技术产品收入（万元）',
  '股权投资额（万元）',
  '省级科技项目数',
  '高层次人才数',
];
const INDUSTRIES = [
  '集成电路',
  '生物医药',
  '航空航天',
  '智能终端',
  '新型显示',
  '软件与信息服务',
  '新能源汽车',
  '绿色低碳',
  '新材料',
  '高端装备',
];
const TITLES = ['', '高新技术企业', '科技型中小企业', '高新技术企业;科技型中小企业', '高新技术企业;专精特新中小企业'];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Rows planted to be rejected: one cell too many or too few. */
export const PLANTED = 250;

/** @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

/** A credit code with area 000000 and a right check digit. @param {number} number */
function creditCode(number) {
  const body = `91000000${String(number).padStart(9, '0')}`;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += ALPHABET.indexOf(/** @type {string} */ (body[at])) * /** @type {number} */ (WEIGHTS[at]);
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** Writes the file unless it stands already; firms × 10 years (2015–2024) rows. @param {string} path @param {number} firms */
export function makeMillion(path, firms) {
  if (existsSync(path) && statSync(path).size > 0) return;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  const next = random(20240630);
  const every = Math.floor((firms * 10) / PLANTED);
  let lines = [HEADER.join(',')];
  let row = 0;
  for (let firm = 0; firm < firms; firm++) {
    const code = creditCode(firm);
    const name = `示例企业${String(firm).padStart(6, '0')}`;
    const industry = INDUSTRIES[Math.floor(next() * INDUSTRIES.length)];
    const district = `区${String(1 + Math.floor(next() * 30)).padStart(2, '0')}`;
    const title = TITLES[Math.floor(next() * TITLES.length)];
    let revenue = 50 + 20000 * next() ** 4;
    for (let year = 2015; year <= 2024; year++, row++) {
      revenue *= 0.9 + 0.35 * next();
      const staff = 3 + Math.floor(revenue / 60);
      const assets = revenue * (0.6 + next());
      const numbers = [
        revenue,
        revenue * 0.15 * next(),
        staff,
        Math.floor(staff * 0.5 * next()),
        Math.floor(staff * 0.3 * next()),
        Math.floor(8 * next() ** 3),
        Math.floor(30 * next() ** 3),
        Math.floor(12 * next() ** 3),
        Math.floor(20 * next() ** 2),
        revenue * 0.1 * next() ** 3,
        Math.floor(2.2 * next() ** 3),
        Math.floor(1.5 * next() ** 4),
        revenue * (0.3 * next() - 0.08),
        assets * 0.5 * next(),
        assets,
        assets * next(),
        revenue * next(),
        next() < 0.06 ? 3000 * next() : 0,
        Math.floor(3 * next() ** 3),
        Math.floor(4 * next() ** 4),
      ];
      const cells = numbers.map((value) => (next() < 0.02 ? '' : Number.isInteger(value) ? String(value) : value.toFixed(2)));
      let line = `${code},${name},${year},${industry},${district},${title},${cells.join(',')}`;
      if (row % every === every - 1) line = row % (2 * every) < every ? `${line},多余` : line.slice(0, line.lastIndexOf(','));
      lines.push(line);
      if (lines.length === 20000) {
        writeSync(file, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
  renameSync(`${path}.part`, path);
}
