import type { IndicatorPoints } from '../scored';
import { nothingYet, type RuleColumn } from './result';

/** `of` where the formula is true, 0 where it is false. */
export function flag(column: RuleColumn, of: number): IndicatorPoints {
  const result = nothingYet(column);
  const { values, reasons } = column;
  for (let row = 0; row < values.length; row++) if (reasons[row] === 0) result.points[row] = values[row] === 1 ? of : 0;
  return result;
}
