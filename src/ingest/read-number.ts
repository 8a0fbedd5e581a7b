import { REASON } from '../../scoring/column';
import { foldWidth } from './fold';
import { LEDGER } from './ledger-reasons';
import type { Outcome } from './read-cell';
import { type Measure, parseUnit } from './units';

/** How the figures of one column are to be read. */
export interface NumberRule {
  /** `none`: any measure is welcome (a plain number). */
  readonly measure: Measure;
  /** Power of ten from a bare figure to the stored unit. */
  readonly exponent: number;
  /** A bare figure has no known unit: it is missing, reason `unit_unknown`. */
  readonly asked: boolean;
  /** Whether a percentage may stand in this column. */
  readonly percent: boolean;
  /** ISO 4217; '' where currencies do not matter. */
  readonly currency: string;
}

const PLAIN = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,5}))?$/;
const CURRENCY = /^(?:us\$|hk\$|[¥$€£]|rmb|cny|usd|eur|hkd|人民币|美元|欧元|港元)\s*/i;
const FIGURE = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)/;
const MINUS = /^[-\u2212\u2010\u2011\u2012\u2013\ufe63]\s*/;

/** Reads a trimmed, non-empty cell as a number in the stored unit. What it cannot read it refuses; nothing overflows and nothing fades to 0. */
export function readNumber(cell: string, rule: NumberRule): Outcome {
  const plain = PLAIN.exec(cell);
  if (plain)
    return rule.asked ? missing(REASON.unit_unknown, 0) : figure(plain[1] === '-', plain[2]!, Number(plain[3] ?? 0) + rule.exponent, 0);
  const folded = foldWidth(cell);
  const wide = folded === cell ? 0 : LEDGER.full_width;
  const again = wide ? PLAIN.exec(folded) : null;
  if (again)
    return rule.asked ? missing(REASON.unit_unknown, 0) : figure(again[1] === '-', again[2]!, Number(again[3] ?? 0) + rule.exponent, wide);
  return dressed(folded, wide, rule);
}

/** A figure with signs, separators, currency or unit around it. */
function dressed(folded: string, wide: number, rule: NumberRule): Outcome {
  let text = folded.trim();
  let note = wide;
  let negative = false;
  const inside = /^\(\s*([^()]+)\)$/.exec(text);
  if (inside) {
    text = inside[1]!.trim();
    negative = true;
    note = LEDGER.parentheses_negative;
  }
  let money: string | null = null;
  for (let turn = 0; turn < 2; turn++) {
    const minus = negative ? null : MINUS.exec(text);
    if (minus) {
      negative = true;
      text = text.slice(minus[0].length);
      if (!minus[0].startsWith('-')) note = note || LEDGER.minus_sign;
    }
    const sign: RegExpExecArray | null = money === null ? CURRENCY.exec(text) : null;
    if (sign) {
      money = sign[0].trim();
      text = text.slice(sign[0].length);
    }
  }
  const digits = FIGURE.exec(text)?.[1];
  if (digits === undefined) return missing(REASON.unreadable, LEDGER.unreadable);
  if (digits.includes(',') && note !== LEDGER.parentheses_negative) note = LEDGER.thousands_separator;
  return withUnit(negative, digits.replaceAll(',', ''), text.slice(digits.length).trim(), money, note, rule);
}

function withUnit(negative: boolean, digits: string, suffix: string, money: string | null, note: number, rule: NumberRule): Outcome {
  const sign = money === null ? null : parseUnit(money);
  const unit = suffix === '' ? null : parseUnit(suffix);
  if (suffix !== '' && !unit) return missing(REASON.unreadable, LEDGER.unreadable);
  if (unit && sign && unit.measure !== 'none' && unit.measure !== 'money') return missing(REASON.unreadable, LEDGER.unreadable);
  const measure = sign ? 'money' : unit ? unit.measure : 'none';
  if (!fits(measure, suffix !== '' || sign !== null, rule)) return missing(REASON.unreadable, LEDGER.unit_mismatch);
  for (const part of [sign, unit]) {
    if (rule.currency !== '' && part?.currencies && !part.currencies.includes(rule.currency))
      return missing(REASON.unreadable, LEDGER.other_currency);
  }
  if (!unit) {
    if (rule.asked) return missing(REASON.unit_unknown, 0);
    return figure(negative, digits, rule.exponent, sign && note !== LEDGER.parentheses_negative ? LEDGER.currency_sign : note);
  }
  const told =
    unit.measure === 'ratio'
      ? LEDGER.percent_sign
      : unit.exponent === rule.exponent && !rule.asked
        ? LEDGER.unit_in_cell
        : LEDGER.unit_override;
  return figure(negative, digits, unit.exponent, note === LEDGER.parentheses_negative && told !== LEDGER.unit_override ? note : told);
}

/** Whether a cell's own measure may stand in the column. */
function fits(measure: Measure, told: boolean, rule: NumberRule): boolean {
  if (!told) return true;
  if (measure === 'ratio') return rule.percent;
  if (rule.measure === 'none') return true;
  if (measure === 'none') return rule.measure !== 'ratio';
  return measure === rule.measure;
}

/** digits × 10^exponent, rounded once: the power goes into the text, not into a multiplication. */
function figure(negative: boolean, digits: string, exponent: number, note: number): Outcome {
  const size = Number(exponent === 0 ? digits : `${digits}e${exponent}`);
  if (!Number.isFinite(size) || (size === 0 && /[1-9]/.test(digits))) return missing(REASON.unreadable, LEDGER.number_range);
  const rounded =
    note === 0 && size > Number.MAX_SAFE_INTEGER && exponent === 0 && !digits.includes('.') && BigInt(size) !== BigInt(digits);
  // + 0 so that "-0" is the same zero as "0".
  return { value: (negative ? -size : size) + 0, reason: 0, note: rounded ? LEDGER.digits_rounded : note };
}

function missing(reason: number, note: number): Outcome {
  return { value: null, reason, note };
}
