import type { Ranked } from '../board/context';
import { alpha } from '../statistics/alpha';
import type { Answer } from '../statistics/answer';
import { correlator, matrixOf, pairAt, type CorrelationMatrix } from '../statistics/correlation-matrix';
import { principal } from '../statistics/principal';
import { CONVENTIONS } from './conventions';
import type { AuditAbout, Consistency, ConsistencyAsk, PairFlag } from './format';
import { aboutOf, groupShares, meanWeights, membersOf, pointShares } from './shares';
import { weightAudit } from './weight-audit';

/**
 * Correlations, α, principal components and the weights the data would give, over the point shares of the ranked firms of a segment and year.
 * Missing points are left out pair by pair (correlations, CRITIC), column by column (entropy), or firm by firm (α, components, balancing); every
 * answer says how many firms it is of.
 */
export function consistencyOf(ctx: Ranked, { year, segment, kind }: ConsistencyAsk): Consistency {
  const members = membersOf(ctx, segment, year);
  const about = aboutOf(ctx, members, year);
  const rows = members.ranked;
  const columns = pointShares(ctx, rows);
  const groups = groupShares(ctx, rows);
  const score = Float64Array.from(rows, (row) => ctx.totals.score[row]!);
  const { shares, differ } = meanWeights(ctx, rows);
  const between = correlator([...columns, ...groups], kind);
  const matrix = matrixOf(between, columns.length, kind);
  const partners = about.groups.map((_, group) =>
    about.indicators.flatMap((one, at) => (one.group === group && shares[at]! > 0 ? [at] : [])),
  );
  const toGroup = about.indicators.map(({ group }, at): Answer | null =>
    partners[group]!.length < 2 || !partners[group]!.includes(at) ? null : between(at, columns.length + group),
  );
  const groupWeights = about.groups.map((_, group) => partners[group]!.reduce((sum, at) => sum + shares[at]!, 0));
  return {
    about,
    matrix,
    toGroup,
    flags: flagsOf(about, matrix),
    noise: toGroup.flatMap((answer, at) => (answer && isSaid(answer) && answer.value! < CONVENTIONS.noise ? [at] : [])),
    groups: partners.map((indicators, group) => {
      const own = indicators.map((at) => columns[at]!);
      return { group, indicators, alpha: alpha(own), principal: principal(own) };
    }),
    staged: differ,
    byIndicator: weightAudit({ columns, official: shares, parent: about.indicators.map(({ group }) => group), score }),
    byGroup: weightAudit({ columns: groups, official: groupWeights, parent: groups.map(() => 0), score }),
    conventions: CONVENTIONS,
  };
}

/** Pairs within a group that nearly repeat each other, or run against each other; strongest first. */
function flagsOf({ indicators }: AuditAbout, matrix: CorrelationMatrix): PairFlag[] {
  const flags = indicators.flatMap(({ group }, b) =>
    indicators.slice(0, b).flatMap((other, a): PairFlag[] => {
      if (other.group !== group) return [];
      const answer = pairAt(matrix, a, b);
      if (!isSaid(answer)) return [];
      const value = answer.value!;
      if (value > CONVENTIONS.redundant) return [{ is: 'redundant', a, b, value, n: answer.n }];
      return value < CONVENTIONS.tradeOff ? [{ is: 'trade_off', a, b, value, n: answer.n }] : [];
    }),
  );
  return flags.sort((one, other) => Math.abs(other.value) - Math.abs(one.value) || one.b - other.b || one.a - other.a);
}

function isSaid({ value, n }: Answer): boolean {
  return value !== null && n >= CONVENTIONS.least;
}
