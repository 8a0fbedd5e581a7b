import { type Column, packWords, textColumn } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';

/** A panel from (firm, year) pairs and columns in the same order. */
export function panelOf(keys: readonly (readonly [firm: string, year: number])[], fields: Readonly<Record<string, Column>>): Panel {
  const firms = [...new Set(keys.map(([firm]) => firm))];
  return {
    rows: keys.length,
    firm: Int32Array.from(keys, ([firm]) => firms.indexOf(firm)),
    firmKeys: packWords(firms),
    year: Int32Array.from(keys, ([, year]) => year),
    name: textColumn(keys.map(([firm]) => `示例${firm}`)),
    fields: new Map(Object.entries(fields)),
    currency: 'CNY',
  };
}
