import type { IndicatorSheet } from '../../../../scoring/board/format';

/** Fewest peers with a value that are compared with, as in the scoring (`LEAST_PEERS`). */
const LEAST_PEERS = 5;

/** A share of peers as a percentile: nobody stands above all of a set it is in, itself included. */
export function percentile(share: number): number {
  return Math.min(99, Math.max(1, Math.round(100 * share)));
}

/** Where the value of an indicator stands among enough peers; null else. */
export function placed({ percentile: share, peers }: Pick<IndicatorSheet, 'percentile' | 'peers'>): number | null {
  return share !== null && (peers ?? 0) >= LEAST_PEERS ? share : null;
}

/** Shares of enough peers strictly below and strictly above a value; who has the same is neither. */
export function shares({ percentile: share, peers, level }: Pick<IndicatorSheet, 'percentile' | 'peers' | 'level'>): {
  readonly below: number;
  readonly above: number;
} | null {
  if (placed({ percentile: share, peers }) === null) return null;
  const half = (level ?? 0) / 2 / peers!;
  return { below: share! - half, above: 1 - share! - half };
}
