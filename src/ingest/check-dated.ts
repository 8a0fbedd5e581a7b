import type { DatedList, Recipe } from '../model/recipe';
import type { Say } from './check-recipe';

/** Columns that date the rows of a dated list. */
export const DAYS: Readonly<Record<DatedList['is'], readonly string[]>> = { titles: ['valid_from', 'valid_to'], support: ['support_date'] };

/** A dated list says what its rows are about, is no list of events besides, and has no years in its headers. */
export function checkDated({ dated, events, columns }: Recipe, say: Say): void {
  if (events) say('dated_and_events', 'error', '', events.field);
  const taken = columns.filter(({ field }) => field !== null);
  const isNamed = taken.some(({ field }) => field === 'title_name');
  if (dated?.is === 'titles' && dated.title === null && !isNamed) say('dated_without_title', 'question', '', '');
  if (dated?.is === 'titles' && dated.title !== null && isNamed) say('title_twice', 'error', '', dated.title);
  const wide = taken.find(({ year }) => year !== null);
  if (wide) say('dated_with_years', 'error', wide.header, String(wide.year));
}
