import { unpackWords } from '../column';
import type { Panel } from '../panel';
import { rowOfYear } from '../year-rows';

/** A firm-year by its key, as decisions and receipts name it: they outlive the numbers of rows. */
export interface FirmYear {
  readonly firm: string;
  readonly year: number;
}

/** Rows of the firm-years named, in their order; −1 of one the panel has not. */
export function rowsOfKeys(panel: Panel, keys: readonly FirmYear[]): Int32Array {
  const wanted = new Map<string, number>(keys.map(({ firm }) => [firm, -1]));
  unpackWords(panel.firmKeys).forEach((key, firm) => wanted.has(key) && wanted.set(key, firm));
  return Int32Array.from(keys, ({ firm, year }) => {
    const number = wanted.get(firm)!;
    return number < 0 ? -1 : rowOfYear(panel, number, year);
  });
}
