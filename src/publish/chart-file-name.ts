/** Names Windows keeps for devices, whatever the ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Longest name in bytes of UTF-8 that every system takes, ending and all; a part gives way to the others. */
const MOST = 200;

/** `{what}_{segment}_{year}_{yyyymmdd}.{ending}`, safe for every system; parts that are empty are left out. `date` is an ISO day. */
export function chartFileName(
  { what, segment, year, date }: { readonly what: string; readonly segment: string; readonly year: string; readonly date: string },
  ending: 'svg' | 'png' | 'csv',
): string {
  const tail = [safe(year), safe(date).replaceAll('-', '')].filter(Boolean);
  const room = MOST - bytesOf(`_${tail.join('_')}.${ending}`);
  const middle = cutTo(safe(segment), Math.floor(room / 2));
  const head = cutTo(safe(what), room - (middle === '' ? 0 : bytesOf(middle) + 1)) || 'chart';
  return `${[head, middle, ...tail].filter(Boolean).join('_')}.${ending}`;
}

/** Without what some system forbids in a name: separators, wildcards, control and direction marks; dots and spaces at the ends. */
function safe(part: string): string {
  const clean = part
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return DEVICES.test(clean) ? `${clean}-` : clean;
}

function cutTo(part: string, most: number): string {
  let used = 0;
  let kept = '';
  for (const sign of part) {
    used += bytesOf(sign);
    if (used > most) return kept.trimEnd();
    kept += sign;
  }
  return kept;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
