import type { DistrictProgress } from '../../../scoring/quality/format';
import type { Locale } from '../../i18n';

/** Firms that name no district stand under this word, last; they are nobody's delivery. */
const NOWHERE = '?';

/** The districts that were to deliver, without the firms that name none. */
export function namedDistricts(districts: readonly DistrictProgress[]): readonly DistrictProgress[] {
  return districts.filter(({ district }) => district !== NOWHERE);
}

/** A district as it is written; of firms that name none that is said. */
export function districtWords(district: string, { t }: Locale): string {
  return district === NOWHERE ? t.source_no_district : district;
}

/** How a district stands: in time, late, delivered on a day nobody wrote down, or not at all. */
export type Delivery = 'time' | 'late' | 'unknown' | 'absent';
export function deliveryOf({ delivered, lateDays }: Pick<DistrictProgress, 'delivered' | 'lateDays'>): Delivery {
  if (delivered === 0) return 'absent';
  return lateDays === null ? 'unknown' : lateDays > 0 ? 'late' : 'time';
}

/** Of named districts. `isDated`: at least one day received is known, so that in time or not means something. */
export function deliveryCount(all: readonly DistrictProgress[]): {
  readonly districts: number;
  readonly time: number;
  readonly delivered: number;
  readonly isDated: boolean;
} {
  const districts = namedDistricts(all);
  const kinds = districts.map(deliveryOf);
  return {
    districts: districts.length,
    time: kinds.filter((kind) => kind === 'time').length,
    delivered: kinds.filter((kind) => kind !== 'absent').length,
    isDated: districts.some(({ first }) => first !== null),
  };
}

/** `06-30` → 6 月 30 日. */
export function dayWords(day: string, { t }: Locale): string {
  const [month, date] = day.split('-');
  return t.deliver_day(String(Number(month)), String(Number(date)));
}
