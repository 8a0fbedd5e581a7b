import type { Segment } from './board/format';
import type { Clause } from './distribution/format';
import type { Panel } from './panel';
import type { RowCodes } from './rank-within';

/** A group of firms somebody chose and named. A rule holds anew in every year, within its segment; a list is the same firms in every year. */
export type Selection = { readonly id: string; readonly name: string } & (
  | { readonly is: 'rule'; readonly clauses: readonly Clause[]; readonly segment: Segment }
  /** By key. */
  | { readonly is: 'list'; readonly firms: readonly string[] }
);

/** Chosen groups as segments of a panel: values are their ids, then that of "in none"; `names` stand beside them. */
export interface ChosenCodes extends RowCodes {
  readonly values: readonly string[];
  readonly names: readonly string[];
}

const known = new WeakMap<Panel, { readonly codes: ChosenCodes | null; readonly stamp: number }>();

/** Sets the chosen groups of a panel in place of those before; null where there are none. */
export function setChosen(panel: Panel, codes: ChosenCodes | null): void {
  known.set(panel, { codes, stamp: chosenStamp(panel) + 1 });
}

/** The chosen groups of a panel; null where there are none. */
export function chosenCodes(panel: Panel): ChosenCodes | null {
  return known.get(panel)?.codes ?? null;
}

/** Another number after every `setChosen`: what was cut by other groups must not be taken for what is cut by these. 0 before the first. */
export function chosenStamp(panel: Panel): number {
  return known.get(panel)?.stamp ?? 0;
}
