import round from '../../data/quality/onsite-tech-sme-2026.json';
import { kindsOf } from '../dictionary';
import { verdicts } from '../evaluate';
import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { Panel } from '../panel';
import { VERDICT } from '../scored';
import { rowsOfYear, yearRows } from '../year-rows';
import { firmOrder } from './firm-order';
import type { Finding } from './format';
import { RowList } from './row-list';

/** One thing that sends an inspector: a truth formula, or that the firm never applied before. */
export interface Trigger {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly formula?: string;
  readonly first?: boolean;
}
export const TRIGGERS: readonly Trigger[] = round.triggers;

/**
 * Holders of the tech-SME title in the latest year whom a trigger of the round is true of, one finding a trigger. These are no faults.
 * What cannot be decided triggers nothing; a first application is only told where the year before is loaded.
 */
export function findOnsiteChecks(panel: Panel): readonly Finding[] {
  const { years } = yearRows(panel);
  const latest = years.at(-1);
  if (latest === undefined || !isReadable(panel, round.applies)) return [];
  const held = verdicts(panel, round.applies);
  const rows = rowsOfYear(panel, latest).filter((row) => held[row] === VERDICT.yes);
  return TRIGGERS.flatMap(({ id, formula, first }) => {
    const found = new RowList();
    const isTrue = formula !== undefined ? said(panel, formula, rows) : first === true ? isFirst(panel, held, rows) : null;
    if (isTrue === null) throw new Error(`on-site trigger ${id} has no condition`);
    rows.forEach((row, at) => isTrue[at] === VERDICT.yes && found.add(row, NaN));
    const finding = found.finding(`onsite_check:${id}`, 'onsite_check', null);
    return finding ? [finding] : [];
  });
}

/** Whether the formula fits the kinds of the panel's columns: a file may give titles as one text. */
function isReadable(panel: Panel, formula: string): boolean {
  const parsed = parseFormula(formula);
  return parsed.ok && checkFormula(parsed.tree, kindsOf(panel)).problems.length === 0;
}

function said(panel: Panel, formula: string, rows: Int32Array): Uint8Array {
  return isReadable(panel, formula) ? verdicts(panel, formula, rows) : new Uint8Array(rows.length).fill(VERDICT.unknown);
}

/** Yes where the firm holds the title now and in no loaded year before. */
function isFirst(panel: Panel, held: Uint8Array, rows: Int32Array): Uint8Array {
  const { years } = yearRows(panel);
  if (years.length < 2 || years.at(-1)! - years.at(-2)! > 1) return new Uint8Array(rows.length).fill(VERDICT.unknown);
  const { order, starts } = firmOrder(panel);
  return Uint8Array.from(rows, (row) => {
    const own = order.subarray(starts[panel.firm[row]!], starts[panel.firm[row]! + 1]);
    const before = Array.from(own.subarray(0, own.indexOf(row)), (earlier) => held[earlier]!);
    if (before.includes(VERDICT.yes)) return VERDICT.no;
    return before.includes(VERDICT.unknown) ? VERDICT.unknown : VERDICT.yes;
  });
}
