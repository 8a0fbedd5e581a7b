import { unpackWords } from '../column';
import type { Panel } from '../panel';
import { UNKNOWN } from '../segment';
import { rowOfYear, rowsOfYear } from '../year-rows';
import type { Delivery } from './delivery';
import type { DistrictProgress } from './format';

/** What districts are held to. */
export interface Wanted {
  /** Fields a delivery should have. */
  readonly wanted: readonly string[];
  /** Districts in their official order; others the panel names follow, by name. */
  readonly districts: readonly string[];
  readonly received: readonly Delivery[];
  /** `MM-DD` of the year after the data: data of 2024 are due on that day of 2025. */
  readonly deadline: string;
}

/** A wanted field that fewer firms than this have is said to be lacking. */
const LACKING = 0.75;
const DAY = 86_400_000;

/**
 * Each district's delivery for a year. A firm is delivered when its row of the year has at least one wanted field; it belongs to the district it
 * names that year, else to the one it named the year before. How late a delivery is hangs on the last source that brought rows of the district.
 * Firms without a district stand last (`?`). A panel without districts has no progress.
 */
export function districtProgress(
  panel: Panel,
  year: number,
  { wanted, districts, received, deadline }: Wanted,
): readonly DistrictProgress[] {
  const district = panel.fields.get('district');
  if (district?.kind !== 'text') return [];
  const words = unpackWords(district.words);
  const nameOf = (row: number): string => (row >= 0 && district.reasons[row] === 0 ? words[district.codes[row]!]! : UNKNOWN);
  const ownName = (row: number): string => {
    const name = nameOf(row);
    return name === UNKNOWN ? nameOf(rowOfYear(panel, panel.firm[row]!, year - 1)) : name;
  };
  const tallies = new Map<string, Tally>(districts.map((name) => [name, new Tally(wanted.length)]));
  const tallyOf = (name: string): Tally => {
    const tally = tallies.get(name) ?? new Tally(wanted.length);
    tallies.set(name, tally);
    return tally;
  };
  const reasons = wanted.map((field) => panel.fields.get(field)?.reasons ?? null);
  const isDelivered = (row: number): boolean => reasons.some((list) => list !== null && list[row] === 0);
  for (const row of rowsOfYear(panel, year)) {
    const tally = tallyOf(ownName(row));
    tally.now++;
    if (isDelivered(row)) tally.deliver(reasons, row);
  }
  for (const row of rowsOfYear(panel, year - 1)) {
    const tally = tallyOf(nameOf(row));
    tally.before++;
    const now = rowOfYear(panel, panel.firm[row]!, year);
    if (now < 0 || !isDelivered(now)) tally.absent++;
  }
  for (const { rows, day } of received) {
    const names = new Set<string>();
    for (const row of rows) if (panel.year[row] === year) names.add(ownName(row));
    for (const name of names) tallyOf(name).days.push(day);
  }
  const due = dayNumber(`${year + 1}-${deadline}`);
  const others = [...tallies.keys()]
    .slice(districts.length)
    .sort((a, b) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || (a < b ? -1 : 1));
  return [...districts, ...others].map((name) => tallies.get(name)!.progress(name, wanted, due));
}

/** Counts of one district. */
class Tally {
  before = 0;
  now = 0;
  delivered = 0;
  absent = 0;
  readonly days: (string | null)[] = [];
  readonly #filled: Int32Array;

  constructor(fields: number) {
    this.#filled = new Int32Array(fields);
  }

  deliver(reasons: readonly (Uint8Array | null)[], row: number): void {
    this.delivered++;
    reasons.forEach((list, at) => list?.[row] === 0 && this.#filled[at]!++);
  }

  progress(district: string, wanted: readonly string[], due: number): DistrictProgress {
    const { delivered } = this;
    const shares = wanted.map((field, at) => ({ field, share: this.#filled[at]! / delivered }));
    const known = this.days.filter((day) => day !== null && !Number.isNaN(dayNumber(day))).sort();
    const last = known.at(-1) ?? null;
    const late = last === null || Number.isNaN(due) ? null : Math.max(0, dayNumber(last) - due);
    return {
      district,
      expected: Math.max(this.before, this.now),
      delivered,
      complete: shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
      first: known[0] ?? null,
      last,
      // A source without a day may be the last: in time is only known where all days are.
      lateDays: late === 0 && known.length < this.days.length ? null : late,
      lacking: delivered === 0 ? [] : shares.filter(({ share }) => share < LACKING).sort((a, b) => a.share - b.share),
      absent: this.absent,
    };
  }
}

/** Days since 1970 of an ISO day; NaN of what is none, such as 2025-02-30. */
function dayNumber(day: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return NaN;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(time).toISOString().slice(0, 10) === day ? time / DAY : NaN;
}
