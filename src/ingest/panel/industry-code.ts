import industries from '../../../data/segments/industries.json';
import { foldHeader } from '../heading';

/** A code of GB/T 4754: a section letter, a section with digits, or the digits alone, which belong to one section. */
const CODE = /^([A-T])?(\d{2,4})?$/;
const SECTIONS = new Map(industries.sections.map(({ code, zh }) => [foldHeader(zh), code]));
/** First and last division of each section (GB/T 4754-2017). */
const DIVISIONS = industries.divisions.map(({ section, from, to }) => ({ section, from: Number(from), to: Number(to) }));

/** An industry as a code that begins with its section letter: `C3973`, `3973`, `制造业` → `C`. null where the text is neither code nor section. */
export function industryCode(text: string): string | null {
  const named = SECTIONS.get(foldHeader(text));
  if (named !== undefined) return named;
  const [, letter, digits] = CODE.exec(text.normalize('NFKC').trim().toUpperCase()) ?? [];
  if (digits === undefined) return letter ?? null;
  const division = Number(digits.slice(0, 2));
  const section = DIVISIONS.find(({ from, to }) => from <= division && division <= to)?.section ?? null;
  return section === null || (letter !== undefined && letter !== section) ? null : section + digits;
}
