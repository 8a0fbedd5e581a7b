import { type Panel, earlierRow } from '../../panel';
import { sideOf } from '../grown';

const MOST_BACK = 9;

/** How many figures of some fields a later file states otherwise than the file of the year; null where no file states a figure of an earlier year. */
export function restatedCells(panel: Panel, fields: readonly string[]): number | null {
  let count: number | null = null;
  for (const field of new Set(fields)) {
    const own = panel.fields.get(field);
    for (let back = 1; back <= MOST_BACK; back++) {
      const stated = panel.fields.get(`${field}_p${back}`);
      if (stated?.kind !== 'number' || own?.kind !== 'number') continue;
      count ??= 0;
      const earlier = earlierRow(panel, back);
      for (let row = 0; row < panel.rows; row++) {
        const [then, now] = [own.values[earlier[row]!] ?? NaN, stated.values[row]!];
        if (Number.isFinite(then - now) && sideOf(now, then) !== 0) count++;
      }
    }
  }
  return count;
}
