import identities from '../../data/quality/identities.json';
import type { Column } from '../column';
import { evaluateFormula } from '../formula/evaluate';
import { treeOf } from '../evaluate';
import type { Panel } from '../panel';
import type { Finding } from './format';
import { RowList } from './row-list';

/** A relation between figures of one firm and year that holds by what they mean. */
export interface Identity {
  readonly id: string;
  /** Whose cell is set aside by a decision to exclude. */
  readonly field: string;
  /** Formulas of the scheme language. */
  readonly left: string;
  readonly is: 'at_most' | 'equal';
  readonly right: string;
  /** Relative room; 0 where things are counted. */
  readonly slack: number;
  /** `doubt`: honest firms can break it. */
  readonly severity: 'fault' | 'doubt';
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

/** 0.01 万元: money is often written so, and sums are then off by as much. Counts have no slack and no rounding. */
const ROUNDING = 100;

/** The identities that ship, dated data in data/quality. */
export const IDENTITIES = identities as readonly Identity[];

/**
 * Firm-years in which an identity fails, one finding each. A missing figure breaks nothing. `measure` is left ÷ right for “at most”, and the
 * difference as a share of the right side for “equal”; NaN over a right side of 0 or less.
 */
export function findBroken(panel: Panel, list: readonly Identity[] = IDENTITIES): readonly Finding[] {
  return list.flatMap((identity) => {
    const [left, right] = [identity.left, identity.right].map((formula) => evaluateFormula(treeOf(formula), panel));
    if (left?.kind !== 'number' || right?.kind !== 'number') throw new TypeError(`identity ${identity.id} is not between numbers`);
    const found = broken(left, right, identity).finding(`identity:${identity.id}`, 'identity', identity.field);
    return found ? [found] : [];
  });
}

type Numbers = Extract<Column, { kind: 'number' }>;

function broken(left: Numbers, right: Numbers, { is, slack }: Identity): RowList {
  const found = new RowList();
  const rounding = slack > 0 ? ROUNDING : 0;
  for (let row = 0; row < left.values.length; row++) {
    const over = left.values[row]! - right.values[row]!;
    const distance = is === 'equal' ? Math.abs(over) : over;
    // NaN compares false: a missing side breaks nothing.
    if (!(distance > rounding)) continue;
    const limit = right.values[row]!;
    if (distance <= slack * Math.abs(limit) + rounding) continue;
    found.add(row, limit <= 0 ? NaN : is === 'equal' ? over / limit : left.values[row]! / limit);
  }
  return found;
}
