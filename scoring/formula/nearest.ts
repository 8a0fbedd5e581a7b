const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const LONGEST = 40;

/**
 * A known name one slip away: a letter too many, one missing, one wrong, or two neighbours swapped; null when there is none.
 * Tries the slips, so it needs no list of names, only the question whether one is known.
 */
export function nearestName(name: string, isKnown: (name: string) => boolean): string | null {
  if (name.length > LONGEST) return null;
  for (let at = 0; at <= name.length; at++) {
    const before = name.slice(0, at);
    const after = name.slice(at);
    const tries = [before + after.slice(1)];
    if (after.length > 1) tries.push(before + after[1] + after[0] + after.slice(2));
    for (const letter of LETTERS) tries.push(before + letter + after, before + letter + after.slice(1));
    const found = tries.find((candidate) => candidate !== name && isKnown(candidate));
    if (found !== undefined) return found;
  }
  return null;
}
