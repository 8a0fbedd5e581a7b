import type { Segment } from '../../scoring/board/format';
import { MOST_SAVED, type ProjectState, type SavedSelection } from '../model/project';
import type { TooMany } from './face';

/** A list with one more, in the place of the one of its id where there is one. */
export function withSaved<One extends { readonly id: string }>(list: readonly One[], one: One): readonly One[] {
  return list.some(({ id }) => id === one.id) ? list.map((each) => (each.id === one.id ? one : each)) : [...list, one];
}

/** What a state would hold too much of to be opened again; null where it is right. */
export function tooMany({ canvases, selections }: Pick<ProjectState, 'canvases' | 'selections'>): TooMany | null {
  const lists = selections.flatMap(listsOf);
  if (canvases.length > MOST_SAVED.canvases) return 'canvases';
  if (canvases.some(({ charts }) => charts.length > MOST_SAVED.charts)) return 'charts';
  if (selections.length > MOST_SAVED.selections) return 'selections';
  if (lists.some((firms) => firms.length > MOST_SAVED.firms)) return 'firms';
  return lists.reduce((sum, firms) => sum + firms.length, 0) > MOST_SAVED.listed ? 'listed' : null;
}

/**
 * Tells the chosen groups a segment is cut by, as the scheme in force makes them, from those before and after: an answer about the one is none about the
 * other. '' where it is cut by none.
 */
export function groupsKey({ chosen }: Segment, selections: readonly SavedSelection[], scheme: string | null): string {
  return chosen === undefined ? '' : [scheme, ...selections.map(({ id, made }) => `${id} ${made}`)].join();
}

function listsOf(selection: SavedSelection): readonly (readonly string[])[] {
  if (selection.is === 'list') return [selection.firms];
  return selection.clauses.flatMap((clause) => (clause.is === 'firms' ? [clause.firms] : []));
}
