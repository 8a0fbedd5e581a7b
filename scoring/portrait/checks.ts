import { TAKES_OUT } from '../absence';
import type { Ranked } from '../board/context';
import type { FirmSheet, IndicatorSheet } from '../board/format';
import { REASON } from '../column';
import type { Beside, Check, GroupPlace, HeldTitle } from './format';

/** Fewest peers with a value for a place among them to mean anything. */
const LEAST_PEERS = 5;
/** Titles that end within this many days are worth a question. */
const SOON = 365;
const DAY = 86_400_000;

/**
 * What to look at on the spot: conditions that could not be checked, then by points at stake what is missing, what falls behind its own group, what was taken off,
 * what sources say differently; then titles that end. Equal stakes in the order of the scheme.
 */
export function checksOf(ctx: Ranked, sheet: FirmSheet, groups: readonly GroupPlace[], beside: Beside, on: string): Check[] {
  const open = sheet.conditions.filter(({ verdict }) => verdict === 'unknown');
  const weighed = [
    ...sheet.indicators.flatMap((indicator) => indicatorChecks(indicator, groups)),
    ...sheet.deductions.flatMap(({ name, taken }): Check[] => (taken === 0 ? [] : [{ is: 'deduction', name, taken, stake: taken }])),
    ...beside.conflicts.flatMap((conflict) => conflictCheck(ctx, sheet, conflict)),
  ];
  return [
    ...open.map(({ is, name }): Check => ({ is: 'condition', what: is, name, stake: null })),
    ...weighed.sort((a, b) => (b.stake ?? -1) - (a.stake ?? -1)),
    ...titleChecks(beside.titles, on),
  ];
}

/** What is missing of the firm, not what does not apply to it; and what falls behind. Without weight nothing hangs on it. */
function indicatorChecks(indicator: IndicatorSheet, groups: readonly GroupPlace[]): Check[] {
  const { name, reason, weight, contribution, peers } = indicator;
  if (!(weight > 0)) return [];
  if (reason !== 'present') return TAKES_OUT.has(REASON[reason]) ? [] : [{ is: 'missing', name, reason, stake: weight }];
  const behind = shareBehind(indicator);
  const group = groups.find(({ id }) => id === indicator.group)?.above ?? null;
  const stake = weight - contribution;
  const isBehind = behind !== null && (peers ?? 0) >= LEAST_PEERS && behind > 0.5 && group !== null && group > 0.5 && stake > 1e-9;
  return isBehind ? [{ is: 'below', name, behind, n: peers!, stake }] : [];
}

/** Share of the peers that are better: above the value, of an indicator where less is better below it; who has the same is neither. */
function shareBehind({ percentile, peers, level, direction }: IndicatorSheet): number | null {
  if (percentile === null || peers === null || level === null) return null;
  return (direction === 'less' ? percentile : 1 - percentile) - level / 2 / peers;
}

/** A field that no weighted indicator reads moves no point: it is not asked about. */
function conflictCheck(ctx: Ranked, sheet: FirmSheet, { field, says }: Beside['conflicts'][number]): Check[] {
  const stake = sheet.indicators
    .filter(({ reads }) => reads.some((read) => read.field === field && read.back === 0))
    .reduce((sum, { weight }) => sum + weight, 0);
  const { zh, en } = ctx.nameOf(field);
  return stake > 0 ? [{ is: 'conflict', name: { zh, en }, says, stake }] : [];
}

function titleChecks(titles: readonly HeldTitle[], on: string): Check[] {
  const today = Date.parse(on);
  return titles
    .flatMap(({ title, to }) => (to !== null && Date.parse(to) - today <= SOON * DAY ? [{ title, to }] : []))
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
    .map(({ title, to }): Check => ({ is: 'title', title, to, isOver: Date.parse(to) < today, stake: null }));
}
