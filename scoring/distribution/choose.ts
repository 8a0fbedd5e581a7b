import type { Ranked } from '../board/context';
import { type ChosenCodes, type Selection, setChosen } from '../chosen';
import { firmSet } from '../firm-set';
import { NONE, segmentMembers } from '../segment';
import { selectedOf } from './frame';

/** Rows of the panel in one chosen group. */
interface Group {
  readonly id: string;
  readonly name: string;
  readonly rows: Int32Array;
}

/**
 * Makes selections the chosen groups of the panel. Rules are held against every loaded year, also one that is only read for comparison: a change
 * against it asks who was in the group then. `official` is the scheme in force, never a draft, so that no try-out moves who belongs. A rule over
 * chosen groups sees those saved before it; one over a group that is gone holds for nobody.
 */
export function chooseGroups(official: Ranked, selections: readonly Selection[]): void {
  const { panel } = official;
  setChosen(panel, null);
  if (selections.length === 0) return;
  const every = Int32Array.from({ length: panel.rows }, (_, row) => row);
  const groups: Group[] = [];
  for (const selection of selections) {
    if (groups.length > 0 && readsChosen(selection)) setChosen(panel, codesOf(panel.rows, groups));
    groups.push({ id: selection.id, name: selection.name, rows: rowsOf(official, selection, every) });
  }
  setChosen(panel, codesOf(panel.rows, groups));
}

function readsChosen(selection: Selection): boolean {
  if (selection.is === 'list') return false;
  return (
    selection.segment.chosen !== undefined || selection.clauses.some((clause) => clause.is === 'segments' && clause.dimension === 'chosen')
  );
}

function rowsOf(official: Ranked, selection: Selection, every: Int32Array): Int32Array {
  const { panel } = official;
  if (selection.is === 'list') {
    const firms = firmSet(panel, selection.firms);
    return every.filter((row) => firms[panel.firm[row]!] === 1);
  }
  const inside = segmentMembers(official, selection.segment);
  const selected = selectedOf(official, selection.clauses, every);
  return every.filter((row) => inside[row] === 1 && (selected === null || selected[row] === 1));
}

/** Every row has a code: those of its groups, or that of none. */
function codesOf(rows: number, groups: readonly Group[]): ChosenCodes {
  const held = new Int32Array(rows);
  for (const group of groups) for (const row of group.rows) held[row]!++;
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) offsets[row + 1] = offsets[row]! + Math.max(1, held[row]!);
  const codes = new Int32Array(offsets[rows]!).fill(groups.length);
  const next = offsets.slice(0, rows);
  groups.forEach((group, code) => {
    for (const row of group.rows) codes[next[row]!++] = code;
  });
  const values = [...groups.map(({ id }) => id), NONE];
  const names = [...groups.map(({ name }) => name), ''];
  // Where nobody is in two groups, a code a row says it all.
  return { values, names, codes, offsets: codes.length === rows ? null : offsets, count: values.length };
}
