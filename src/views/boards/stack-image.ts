import type { BoardRow, BoardSlice } from '../../../scoring/board/format';

/** Colours there are for groups; the sixth group has that of the first. */
const HUES = 5;
/** Lies under the bar and is seen through it where points were lost to missing values. */
const HATCH = 'repeating-linear-gradient(-45deg, var(--bg) 0 2px, var(--missing) 2px 4px)';

/**
 * The contribution bar of one row as a CSS image, so that one element a row is all a dragged weight has to move. A slot a group, as wide as its weight:
 * filled from the left as far as earned, no further than the slot (an ink edge says there was more); the end of a slot that is not full is a hairline.
 * What was lost to missing values is hatched at the end of the slot. A deduction lies over the end of the last fill.
 */
export function stackImage(row: Pick<BoardRow, 'groups' | 'lost' | 'deduction'>, groups: BoardSlice['groups'], fullMark: number): string {
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
  const scale = Math.max(fullMark, whole) || 1;
  const share = (points: number): string => `${(100 * points) / scale}%`;
  const stops: string[] = [];
  let hasLost = false;
  let start = 0;
  let end = 0;
  groups.forEach(({ weight }, group) => {
    const earned = Math.max(0, row.groups[group] ?? 0);
    const lost = row.lost[group] ?? 0;
    const filled = Math.min(earned, weight);
    const fillEnd = share(start + filled);
    const slotEnd = share(start + weight);
    if (filled > 0) {
      end = start + filled;
      stops.push(`var(--group-${group % HUES}) ${share(start)} ${fillEnd}`);
      if (earned > weight + 1e-9)
        stops[stops.length - 1] = `var(--group-${group % HUES}) ${share(start)} calc(${fillEnd} - 2px), var(--ink) 0 ${fillEnd}`;
    }
    const hatched = start + Math.max(filled, weight - lost);
    if (filled < weight && lost > 0) {
      hasLost = true;
      stops.push(`var(--missing) ${fillEnd} ${share(hatched)}, transparent 0 ${slotEnd}`);
    } else if (filled < weight) stops.push(`var(--missing) ${fillEnd} calc(${slotEnd} - 1px), var(--bg) 0 ${slotEnd}`);
    start += weight;
  });
  if (start < scale) stops.push(`var(--ground, var(--bg)) ${share(start)} 100%`);
  const layers = [`linear-gradient(to right, ${stops.join(', ')})`];
  if (row.deduction > 0) layers.unshift(deductionImage(share(Math.max(0, end - row.deduction)), share(row.deduction)));
  if (hasLost) layers.push(HATCH);
  return layers.join(', ');
}

/** At least 2 pixels wide, with a hairline of ground at either side. */
function deductionImage(from: string, width: string): string {
  const to = `calc(${from} + max(${width}, 2px))`;
  const edges = `transparent ${from}, var(--bg) 0 calc(${from} + 1px), var(--deduction) 0 calc(${to} - 1px), var(--bg) 0 ${to}, transparent 0`;
  return `linear-gradient(to right, ${edges})`;
}
