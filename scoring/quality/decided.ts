import type { Panel } from '../panel';
import { OFFERED, type Finding, type FindingAction, type FindingDecision } from './format';
import { rowsOfKeys } from './rows-of-keys';

/** Actions by strength: where equally precise decisions clash the stronger one stands. The place is the byte in `DecidedFinding.actions`. */
const BY_STRENGTH: readonly FindingAction[] = ['ignore', 'mark', 'convert', 'exclude'];
/** Byte of an action. */
export const ACTION = { none: 0, ignore: 1, mark: 2, convert: 3, exclude: 4 } as const;

/** A finding with what was decided of each of its rows. */
export interface DecidedFinding {
  readonly finding: Finding;
  /** Row for row of `finding.rows`: ACTION bytes. */
  readonly actions: Uint8Array;
}

/** How precisely a decision speaks of a finding: of a whole rule, of the finding, and in each case of named firm-years. −1 not at all. */
function precision({ finding, only }: FindingDecision, { id, rule }: Finding): number {
  if (finding !== id && finding !== rule) return -1;
  return (only === null ? 0 : 2) + (finding === id ? 1 : 0);
}

/**
 * What decisions say of the rows of each finding. The more precise decision goes before the more general one, so that one firm can be excepted
 * from a rule; among equals the stronger stands. The order of the decisions does not matter. `unmet` are those that meet nothing: the finding
 * is gone, its rows are, or its rule does not offer the action.
 */
export function decide(
  panel: Panel,
  findings: readonly Finding[],
  decisions: readonly FindingDecision[],
): { readonly decided: readonly DecidedFinding[]; readonly unmet: readonly FindingDecision[] } {
  const met = new Set<FindingDecision>();
  const named = new Map(decisions.map((one) => [one, one.only && namedRows(panel, one.only)]));
  const decided = findings.flatMap((finding): DecidedFinding[] => {
    const own = decisions.filter((one) => precision(one, finding) >= 0 && OFFERED[finding.rule].includes(one.action));
    if (own.length === 0) return [];
    const actions = new Uint8Array(finding.rows.length);
    const ranked = own.toSorted(
      (a, b) => precision(a, finding) - precision(b, finding) || BY_STRENGTH.indexOf(a.action) - BY_STRENGTH.indexOf(b.action),
    );
    for (const one of ranked) {
      const rows = named.get(one) ?? null;
      for (let at = 0; at < actions.length; at++) {
        if (rows && !rows.has(finding.rows[at]!)) continue;
        actions[at] = ACTION[one.action];
        met.add(one);
      }
    }
    return [{ finding, actions }];
  });
  return { decided, unmet: decisions.filter((one) => !met.has(one)) };
}

function namedRows(panel: Panel, only: NonNullable<FindingDecision['only']>): ReadonlySet<number> {
  return new Set(rowsOfKeys(panel, only));
}
