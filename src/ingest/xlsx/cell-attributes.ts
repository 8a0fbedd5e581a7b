import type { CellType } from './cell-value';
import { fault } from './part-fault';
import { nameIn, nameOf } from './xml-names';
import type { XmlTokens } from './xml-tokens';

const TYPES = new Map<number, CellType>([
  [nameOf('n'), 'number'],
  [nameOf('s'), 'shared'],
  [nameOf('str'), 'text'],
  [nameOf('inlineStr'), 'text'],
  [nameOf('d'), 'text'],
  [nameOf('b'), 'truth'],
  [nameOf('e'), 'error'],
]);

/** The whole number an attribute gives, at most `most` + 1. */
export function wholeOf({ bytes, valueStart, valueEnd }: XmlTokens, most: number): number {
  let value = 0;
  for (let at = valueStart; at < valueEnd; at++) {
    const digit = bytes[at]! - 48;
    if (!(digit >= 0 && digit <= 9)) fault('xlsx_broken', '', 'an attribute that is no whole number');
    value = Math.min(most + 1, value * 10 + digit);
  }
  return value;
}

/** How the value of a cell is written down, by its attribute `t`. */
export function typeOf({ bytes, valueStart, valueEnd }: XmlTokens): CellType {
  return TYPES.get(nameIn(bytes, valueStart, valueEnd)) ?? fault('xlsx_broken', '', 'a cell of no known type');
}
