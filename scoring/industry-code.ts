import industries from '../data/segments/industries.json';

/** Levels of GB/T 4754 by the digits after the section letter, from the finest: class, group, division, section. */
export const LEVELS = [4, 3, 2, 0] as const;
export type Level = (typeof LEVELS)[number];

/** A code of GB/T 4754: a section letter, a section with digits, or the digits alone, which belong to one section. */
const CODE = /^([A-T])?(\d{2,4})?$/;
/** First and last division of each section (GB/T 4754-2017). */
const DIVISIONS = industries.divisions.map(({ section, from, to }) => ({ section, from: Number(from), to: Number(to) }));
const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(industries.divisionNames).map(([digits, zh]) => [`${sectionOf(digits)}${digits}`, zh] as const),
  ...industries.sections.map(({ code, zh }) => [code, zh] as const),
]);
/** Of a section and a division of one name (房地产业) the section, set last, is taken: it claims less. */
const CODE_OF: ReadonlyMap<string, string> = new Map([...NAMES].map(([code, zh]) => [folded(zh), code]));

/**
 * An industry as a code that begins with its section letter: `C3973`, `3973`; `医药制造业`, a division, → `C27`; `制造业`, a section, → `C`.
 * null where the text is none of these.
 */
export function industryCode(text: string): string | null {
  const named = CODE_OF.get(folded(text));
  if (named !== undefined) return named;
  const [, letter, digits] = CODE.exec(text.normalize('NFKC').trim().toUpperCase()) ?? [];
  if (digits === undefined) return letter ?? null;
  const section = sectionOf(digits);
  return section === null || (letter !== undefined && letter !== section) ? null : section + digits;
}

/** The code of the wider industry at a level; null where the code is not that fine. */
export function industryAt(code: string, level: Level): string | null {
  return code.length > level ? code.slice(0, level + 1) : null;
}

/** The finest industry that holds both; null where they share no section. */
export function sharedIndustry(a: string, b: string): string | null {
  for (const level of LEVELS) {
    const found = industryAt(a, level);
    if (found !== null && found === industryAt(b, level)) return found;
  }
  return null;
}

/** Chinese name of a section or a division; null of anything finer. */
export function industryName(code: string): string | null {
  return NAMES.get(code) ?? null;
}

function sectionOf(digits: string): string | null {
  const division = Number(digits.slice(0, 2));
  return DIVISIONS.find(({ from, to }) => from <= division && division <= to)?.section ?? null;
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
