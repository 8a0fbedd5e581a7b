import { wordAt } from '../column';
import type { Panel } from '../panel';
import { rowsOfFirm } from '../year-rows';
import { times } from './edit-panel';
import type { Finding } from './format';

/** A figure and the year it is of. */
export interface YearFigure {
  readonly year: number;
  readonly value: number;
}

/** One row of a finding, as a sentence about it needs it. null where there is no number. */
export interface Evidence {
  readonly row: number;
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly field: string | null;
  readonly value: number | null;
  /** The firm's nearest years with a figure, before and after. */
  readonly before: YearFigure | null;
  readonly after: YearFigure | null;
  readonly measure: number | null;
  readonly factor: number | null;
  /** What the figure reads as once converted. */
  readonly converted: number | null;
}

/** What is known of row number `at` of a finding. The name is the key where none was given. */
export function evidenceOf(panel: Panel, finding: Finding, at: number): Evidence {
  const row = finding.rows[at];
  if (row === undefined) throw new RangeError(`finding ${finding.id} has no row ${at}, there are ${finding.rows.length}`);
  const firm = wordAt(panel.firmKeys, panel.firm[row]!);
  const value = valueAt(panel, finding.field, row);
  const factor = numberOrNull(finding.factor[at]!);
  return {
    row,
    firm,
    name: panel.name.reasons[row] === 0 ? wordAt(panel.name.words, panel.name.codes[row]!) : firm,
    year: panel.year[row]!,
    field: finding.field,
    value,
    before: neighbour(panel, finding.field, row, -1),
    after: neighbour(panel, finding.field, row, 1),
    measure: numberOrNull(finding.measure[at]!),
    factor,
    converted: value === null || factor === null ? null : times(value, factor),
  };
}

function valueAt(panel: Panel, field: string | null, row: number): number | null {
  const column = field === null ? undefined : panel.fields.get(field);
  return column?.kind === 'number' && column.reasons[row] === 0 ? column.values[row]! : null;
}

function neighbour(panel: Panel, field: string | null, row: number, step: 1 | -1): YearFigure | null {
  const rows = rowsOfFirm(panel, panel.firm[row]!);
  for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
    const value = valueAt(panel, field, rows[at]!);
    if (value !== null) return { year: panel.year[rows[at]!]!, value };
  }
  return null;
}

function numberOrNull(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}
