import type { Column } from '../column';
import type { Panel } from '../panel';
import { ACTION, decide, type DecidedFinding } from './decided';
import { editColumn, pickRows } from './edit-panel';
import type { Finding, FindingDecision } from './format';

/** A panel after people decided, and the account of what that changed. */
export interface Applied {
  readonly panel: Panel;
  /** Row of `panel` → row of the panel given, ascending; null where no firm-year was set aside, so that they are the same. */
  readonly kept: Int32Array | null;
  /** Cells set aside that had a value, and firm-years set aside whole. */
  readonly excluded: number;
  readonly removed: number;
  /** Cells multiplied by their factor. */
  readonly converted: number;
  /** Rows of `panel` that carry a mark, ascending. */
  readonly marks: Int32Array;
  /** Decisions that met nothing: a finding that is gone, or a rule that does not offer the action. */
  readonly unmet: readonly FindingDecision[];
}

/**
 * Applies decisions to the panel the findings were found in. Excluded cells become missing with reason `excluded`; of a finding about no field
 * the whole firm-year goes. A cell is converted once, whatever number of decisions say so, and not at all where another excludes it or no
 * factor is known. Columns without a change are shared; the panel given is never changed.
 */
export function applyDecisions(panel: Panel, findings: readonly Finding[], decisions: readonly FindingDecision[]): Applied {
  const { decided, unmet } = decide(panel, findings, decisions);
  const changes = changesOf(panel, decided);
  let [excluded, converted] = [0, 0];
  const fields = new Map<string, Column>(panel.fields);
  for (const [field, cells] of changes.cells) {
    const column = panel.fields.get(field);
    if (!column) continue;
    const out = rowsWhere(cells, (factor) => factor === SET_ASIDE).filter((row) => column.reasons[row] === 0);
    const rows = rowsWhere(cells, (factor) => factor > 0).filter((row) => column.reasons[row] === 0);
    if (out.length === 0 && rows.length === 0) continue;
    fields.set(field, editColumn(column, { excluded: out, converted: rows, factor: Float64Array.from(rows, (row) => cells.get(row)!) }));
    excluded += out.length;
    converted += rows.length;
  }
  const edited: Panel = { ...panel, fields };
  const removed = changes.removed.reduce((sum, one) => sum + one, 0);
  if (removed === 0) return { panel: edited, kept: null, excluded, removed, converted, marks: flagged(changes.marked), unmet };
  const kept = flagged(changes.removed.map((one) => 1 - one));
  const marks = flagged(Uint8Array.from(kept, (row) => changes.marked[row]!));
  return { panel: pickRows(edited, kept), kept, excluded, removed, converted, marks, unmet };
}

/** In place of a factor: the cell is set aside. */
const SET_ASIDE = 0;

interface Changes {
  /** Field → row → factor, or `SET_ASIDE`. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly removed: Uint8Array;
  readonly marked: Uint8Array;
}

/** All changes together; what several findings say of one cell is settled here, in the order of their ids. */
function changesOf(panel: Panel, decided: readonly DecidedFinding[]): Changes {
  const cells = new Map<string, Map<number, number>>();
  const removed = new Uint8Array(panel.rows);
  const marked = new Uint8Array(panel.rows);
  for (const { finding, actions } of decided.toSorted((a, b) => (a.finding.id < b.finding.id ? -1 : 1))) {
    const own = cells.get(finding.field ?? '') ?? new Map<number, number>();
    if (finding.field !== null) cells.set(finding.field, own);
    for (let at = 0; at < actions.length; at++) {
      const row = finding.rows[at]!;
      const factor = finding.factor[at]!;
      if (actions[at] === ACTION.mark) marked[row] = 1;
      else if (actions[at] === ACTION.exclude && finding.field === null) removed[row] = 1;
      else if (actions[at] === ACTION.exclude) own.set(row, SET_ASIDE);
      else if (actions[at] === ACTION.convert && factor > 0 && factor < Infinity && !own.has(row)) own.set(row, factor);
    }
  }
  return { cells, removed, marked };
}

function rowsWhere(cells: ReadonlyMap<number, number>, isWanted: (factor: number) => boolean): Int32Array {
  return Int32Array.from([...cells].flatMap(([row, factor]) => (isWanted(factor) ? [row] : []))).sort();
}

function flagged(flags: Uint8Array): Int32Array {
  const rows = new Int32Array(flags.reduce((sum, one) => sum + one, 0));
  for (let row = 0, at = 0; row < flags.length; row++) if (flags[row] === 1) rows[at++] = row;
  return rows;
}
