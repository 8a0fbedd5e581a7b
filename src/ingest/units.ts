import type { FieldKind } from '../model/source';
import { foldWidth } from './fold';

/** What a unit counts in. `none`: a bare multiplier (`万`), which takes the column's own measure. */
export type Measure = 'money' | 'count' | 'ratio' | 'none';

export interface Unit {
  /** The stored value is the figure × 10^exponent. All units here are powers of ten, so no rounding is added. */
  readonly exponent: number;
  readonly measure: Measure;
  /** ISO 4217 codes the word can mean; null where it names no currency. */
  readonly currencies: readonly string[] | null;
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['千', 3],
  ['trillion', 12],
  ['billions', 9],
  ['billion', 9],
  ['bn', 9],
  ['millions', 6],
  ['million', 6],
  ['mln', 6],
  ['mn', 6],
  ['thousands', 3],
  ['thousand', 3],
  ['k', 3],
  ['m', 6],
  ['b', 9],
];

const DOLLARS = ['USD', 'HKD', 'AUD', 'CAD', 'SGD', 'TWD', 'NZD'];

/** Longest first: a shorter word may be part of a longer one. */
const CURRENCIES: readonly (readonly [string, readonly string[]])[] = [
  ['人民币元', ['CNY']],
  ['元人民币', ['CNY']],
  ['人民币', ['CNY']],
  ['renminbi', ['CNY']],
  ['yuan', ['CNY']],
  ['rmb', ['CNY']],
  ['cny', ['CNY']],
  ['香港元', ['HKD']],
  ['港币', ['HKD']],
  ['港元', ['HKD']],
  ['hk$', ['HKD']],
  ['hkd', ['HKD']],
  ['美元', ['USD']],
  ['us$', ['USD']],
  ['usd', ['USD']],
  ['dollars', DOLLARS],
  ['dollar', DOLLARS],
  ['欧元', ['EUR']],
  ['euros', ['EUR']],
  ['euro', ['EUR']],
  ['eur', ['EUR']],
  ['€', ['EUR']],
  ['英镑', ['GBP']],
  ['gbp', ['GBP']],
  ['£', ['GBP']],
  ['日元', ['JPY']],
  ['jpy', ['JPY']],
  ['$', DOLLARS],
  ['¥', ['CNY', 'JPY']],
];

const COUNTED = new Set([
  '人',
  '名',
  '人次',
  '人年',
  '件',
  '项',
  '个',
  '家',
  '户',
  '篇',
  '台',
  '套',
  '次',
  '条',
  '种',
  '只',
  '份',
  '年',
  '月',
  '天',
  '岁',
  '位',
  '株',
  'persons',
  'person',
  'people',
  'employees',
  'items',
  'pieces',
  'years',
  'days',
  'count',
]);

const RATIOS = new Map([
  ['%', -2],
  ['‰', -3],
  ['百分比', -2],
  ['百分点', -2],
  ['个百分点', -2],
  ['pct', -2],
  ['percent', -2],
  ['bp', -4],
  ['ratio', 0],
]);

const known = new Map<string, Unit | null>();

/** Reads a unit word (`万元`, `(万美元)`, `EUR million`, `人`, `%`, `亿`); null where it is none. Width, case, spaces and brackets do not matter. */
export function parseUnit(text: string): Unit | null {
  let unit = known.get(text);
  if (unit === undefined) {
    unit = readUnit(text);
    if (known.size < 4096) known.set(text, unit);
  }
  return unit;
}

function readUnit(text: string): Unit | null {
  if (text.length > 24) return null;
  let rest = foldWidth(text).toLowerCase().replace(/\s+/g, '');
  const bracketed = /^([^()[\]]*)[([]([^()[\]]+)[)\]]([^()[\]]*)$/.exec(rest);
  if (bracketed) rest = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`;
  if (rest === '') return null;
  const ratio = RATIOS.get(rest);
  if (ratio !== undefined) return { exponent: ratio, measure: 'ratio', currencies: null };
  let currencies: readonly string[] | null = null;
  for (const [word, codes] of CURRENCIES) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    currencies = codes;
    rest = rest.slice(0, at) + rest.slice(at + word.length);
    break;
  }
  let exponent = 0;
  for (const [word, power] of MULTIPLIERS) {
    if (!rest.startsWith(word)) continue;
    exponent = power;
    rest = rest.slice(word.length);
    break;
  }
  if (rest === '') return { exponent, measure: currencies ? 'money' : 'none', currencies };
  if (rest === '元') return { exponent, measure: 'money', currencies };
  return !currencies && COUNTED.has(rest) ? { exponent, measure: 'count', currencies: null } : null;
}

/** Factor from a figure in this unit to the stored one (`万元` → 10000); null where the word is no unit, or none for this kind. */
export function unitFactor(text: string, kind: FieldKind): number | null {
  const unit = parseUnit(text);
  if (!unit) return null;
  const fits = kind === 'number' || (kind === 'ratio' ? unit.measure === 'ratio' : unit.measure === 'none' || unit.measure === kind);
  return fits ? 10 ** unit.exponent : null;
}

const STATED = /单位\s*[:：为]?\s*[(（]?\s*([^\s,，、;；)）]+)/;

/** The unit stated for a whole table: `单位：万元` → `万元`; null where the cell states none. */
export function statedUnit(cell: string): string | null {
  const word = STATED.exec(cell)?.[1];
  return word !== undefined && parseUnit(word) ? word : null;
}

/** The unit written in a header: `营业收入（万元）`, `占比%`, `收入/亿元`, `revenue_millions`; null where there is none. */
export function headerUnit(header: string): string | null {
  const brackets = [...header.matchAll(/[(（[【]([^()（）[\]【】]+)[)）\]】]/g)].reverse();
  for (const [, inside] of brackets) {
    const word = inside!.replace(/^单位\s*[:：]?\s*/, '').trim();
    if (parseUnit(word)) return word;
  }
  const last = /[\s/／_:：,，·-]\s*([^\s/／_:：,，·()（）-]+)$/.exec(header)?.[1];
  if (last !== undefined && last.length > 1 && parseUnit(last)) return last;
  if (last !== undefined && /[/／]/.test(header) && parseUnit(last)) return last;
  return /(?:[%％‰]|万元|亿元|千元|百万元|万美元|亿美元)$/.exec(header)?.[0] ?? null;
}
