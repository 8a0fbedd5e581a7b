import { REASON } from '../../column';
import type { Panel } from '../../panel';

/** Day from which the data of a year can be had, ISO: they are reported by 30 June of the year after. */
export function availableFrom(year: number): string {
  return `${year + 1}-06-30`;
}

/** Day on which a choice that may see the data of a year is made: the first on which all of them can be had. */
export function decisionDate(asOf: number): string {
  return availableFrom(asOf);
}

/** Newest year in which a column has a value; −∞ of an empty one. */
function newestYear({ year }: Panel, reasons: Uint8Array): number {
  let newest = -Infinity;
  for (let row = 0; row < reasons.length; row++) if (reasons[row] === REASON.present && year[row]! > newest) newest = year[row]!;
  return newest;
}

/** Throws where any column of a panel has a figure that could not be had on the day of the choice. */
export function assertAvailable(panel: Panel, asOf: number): void {
  const decision = decisionDate(asOf);
  for (const [field, { reasons }] of panel.fields) {
    const newest = newestYear(panel, reasons);
    if (newest > -Infinity && availableFrom(newest) > decision)
      throw new Error(`${field} of ${newest} is available from ${availableFrom(newest)}, the choice is made on ${decision}`);
  }
}
