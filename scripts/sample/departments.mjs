import { knownFirms } from './departments-firms.mjs';
import { gb18030 } from './departments-gb18030.mjs';
import { blacklist, insuredList, insuredNames, rightsList, supportList } from './departments-lists.mjs';
import { plantsOf } from './departments-plants.mjs';
import { districtWorkbook, taxWorkbook } from './departments-tax.mjs';
import { torchReport } from './departments-torch.mjs';

/** @typedef {import('./world.mjs').Record} Record */

/** The departments' files as they arrive: six that make the panel, in the order in which they win, and the support records. */
export const DEPARTMENT_FILES = /** @type {const} */ ([
  '统计_火炬年报_2024.csv',
  '税务_加计扣除.xlsx',
  '知识产权_授权.csv',
  '人社_参保人数.csv',
  '新津区_补报.xlsx',
  '信用_黑名单.csv',
  '支持记录.csv',
]);

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

/**
 * What was planted and what only a person can say: for tests, never read by the product.
 * @param {ReturnType<typeof knownFirms>} firms
 * @returns {string}
 */
function truth(firms) {
  const plants = plantsOf(firms).map((one) =>
    [one.kind, one.file, one.firm, one.name, one.year, one.field, one.right, one.written].join(','),
  );
  const names = insuredNames(firms).filter(({ by }) => by === 'likely' || by === 'none');
  const matches = names.map(({ by, firm, given }) =>
    [by === 'likely' ? 'likely_name' : 'no_firm', 'insured', firm ?? '', given, '', '', '', ''].join(','),
  );
  return `${['kind,file,uscc,name,year,field,right,written', ...plants, ...matches].join('\n')}\n`;
}

/**
 * Name and bytes of every file of the departments, the truth last. The same on every machine.
 * @param {readonly Record[]} world
 * @returns {[string, Uint8Array][]}
 */
export function departmentFiles(world) {
  const firms = knownFirms(world);
  const plants = plantsOf(firms);
  const bytes = [
    gb18030(torchReport(firms, plants)),
    taxWorkbook(firms, plants),
    utf8(rightsList(firms)),
    utf8(insuredList(firms)),
    districtWorkbook(firms, plants),
    utf8(blacklist(firms)),
    utf8(supportList(firms)),
    utf8(truth(firms)),
  ];
  return [...DEPARTMENT_FILES, 'truth.csv'].map((name, at) => [name, bytes[at] ?? new Uint8Array(0)]);
}
