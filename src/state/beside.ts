import type { Beside, HeldTitle } from '../../scoring/portrait/format';
import { wordIndex } from '../../scoring/word-index';
import { rowOfYear } from '../../scoring/year-rows';
import type { BuiltPanel } from '../ingest/panel';
import { titleNamed } from '../ingest/panel/titles-held';
import { titlesAt } from '../ingest/trace';

/** What only the files of a firm can say for its portrait: how long its titles last, and what they say differently; nothing of a firm without a row in the year. */
export function besideOf({ panel, origins, conflicts }: BuiltPanel, firm: string, year: number): Beside {
  const number = panel ? wordIndex(panel.firmKeys, firm) : -1;
  const row = panel && number >= 0 ? rowOfYear(panel, number, year) : -1;
  if (row < 0) return { titles: [], conflicts: [] };
  return {
    titles: longest(titlesAt(origins, row)),
    conflicts: conflicts.openAt(row).map(({ field, says }) => ({ field, says: says.map(({ source, value }) => ({ source, value })) })),
  };
}

/** A title given again is held until the later day; known titles under their name in data/segments/titles.json. */
function longest(titles: readonly HeldTitle[]): HeldTitle[] {
  const ends = new Map<string, string | null>();
  for (const { title, to } of titles) {
    const name = titleNamed(title) ?? title;
    const before = ends.get(name) ?? null;
    ends.set(name, before === null || (to !== null && to > before) ? to : before);
  }
  return [...ends].map(([title, to]) => ({ title, to }));
}
