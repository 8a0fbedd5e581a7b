const DAY = 86_400_000;
/** The day before serial 1 of each count. */
const FIRST_1900 = Date.UTC(1899, 11, 31) / DAY;
const FIRST_1904 = Date.UTC(1904, 0, 1) / DAY;
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY;
/** Spreadsheets count a 29 February 1900, which was none, so that later days are one off. */
const NO_DAY = 60;

/**
 * A stored date as `2023-05-01`, with `08:30` or `08:30:15` behind it where it has a time; null where the number is no date. The day that was none, and
 * day 0, come as spreadsheets show them (`1900-02-29`, `1900-01-00`): whoever reads them as dates refuses them.
 */
export function serialDate(serial: number, is: 'date' | 'time' | 'elapsed', from1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  // Milliseconds are as fine as a double of this size tells days apart.
  let day = Math.floor(serial);
  let time = Math.round((serial - day) * DAY);
  if (time === DAY) [day, time] = [day + 1, 0];
  if (is === 'elapsed') return elapsed(day * DAY + time);
  if (is === 'time' && day === 0) return timeOf(time);
  const date = dayOf(day, from1904);
  return date === null ? null : time === 0 ? date : `${date} ${timeOf(time)}`;
}

/** Days written out before: a column holds few different ones. */
const written = new Map<number, string>();
const MOST_WRITTEN = 1 << 16;

function dayOf(day: number, from1904: boolean): string | null {
  if (!from1904 && day === 0) return '1900-01-00';
  if (!from1904 && day === NO_DAY) return '1900-02-29';
  const days = from1904 ? FIRST_1904 + day : FIRST_1900 + (day > NO_DAY ? day - 1 : day);
  const known = written.get(days);
  if (known !== undefined || days > LAST_DAY) return known ?? null;
  const text = new Date(days * DAY).toISOString().slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(days, text);
  return text;
}

const two = (value: number): string => String(value).padStart(2, '0');

function timeOf(time: number): string {
  const [hours, minutes, rest] = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60, time % 60_000];
  if (rest === 0) return `${two(hours)}:${two(minutes)}`;
  const part = rest % 1000;
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(rest / 1000))}${part === 0 ? '' : `.${String(part).padStart(3, '0')}`}`;
}

function elapsed(time: number): string {
  return `${Math.floor(time / 3_600_000)}:${two(Math.floor(time / 60_000) % 60)}:${two(Math.floor(time / 1000) % 60)}`;
}
