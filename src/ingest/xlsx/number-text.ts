import type { CellFormat } from './number-format';
import { serialDate } from './serial-date';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** A stored number keeps 15 digits; from here on the last ones of a code are lost. */
const DIGITS_LOST = 1e15;

/**
 * The text of a stored number as a person would write it down: the shortest that reads back to the same number, a date as a date, a percentage with its
 * sign. Whole numbers of more than 15 digits come as `9.151E+17`, which no code is. What is no number comes back as it stands.
 */
export function numberText(stored: string, format: CellFormat, from1904: boolean): string {
  const value = NUMBER.test(stored) ? Number(stored) : NaN;
  if (!Number.isFinite(value)) return stored;
  switch (format.is) {
    case 'date':
    case 'time':
    case 'elapsed':
      return serialDate(value, format.is, from1904) ?? shortest(value);
    case 'percent':
      return `${shifted(value, 2)}%`;
    case 'padded':
      return Number.isInteger(value) && value >= 0 && value < DIGITS_LOST ? String(value).padStart(format.digits, '0') : shortest(value);
    case 'dressed':
      return value < 0 ? `-${format.before}${shifted(-value, 0)}${format.behind}` : `${format.before}${shifted(value, 0)}${format.behind}`;
    case 'plain':
      return shortest(value);
  }
}

function shortest(value: number): string {
  return Math.abs(value) >= DIGITS_LOST ? value.toExponential().toUpperCase() : String(value + 0);
}

/** value × 10^places in plain digits: the point is moved in the text, since a multiplication would round. */
function shifted(value: number, places: number): string {
  const text = String(Math.abs(value));
  const power = text.indexOf('e');
  const plain = power === -1 ? text : text.slice(0, power);
  const dot = plain.indexOf('.');
  const digits = dot === -1 ? plain : plain.slice(0, dot) + plain.slice(dot + 1);
  const point = (dot === -1 ? plain.length : dot) + places + (power === -1 ? 0 : Number(text.slice(power + 1)));
  const moved =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  let first = 0;
  while (moved[first] === '0' && first + 1 < moved.length && moved[first + 1] !== '.') first++;
  return `${value < 0 ? '-' : ''}${moved.slice(first)}`;
}
