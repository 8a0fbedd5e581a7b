/** The portrait of a firm, one page for a site visit, as it crosses to the page; assembled in this folder. */
import type { FirmSheet, Segment } from '../board/format';
import type { Reason } from '../column';
import type { NextStep } from '../compare/next-format';
import type { FirmStanding } from '../robustness/format';
import type { Naming, Provenance } from '../scheme/format';

/** A title a firm holds and the days between which it does, as far as a file says so; ISO. */
export interface HeldTitle {
  readonly title: string;
  readonly to: string | null;
}

/** What of a firm only its files can say. */
export interface Beside {
  readonly titles: readonly HeldTitle[];
  /** Values of the portrait's year that sources give differently. */
  readonly conflicts: readonly { readonly field: string; readonly says: readonly { readonly source: string; readonly value: string }[] }[];
}

export interface PortraitAsk extends Beside {
  readonly firm: string;
  /** null: the latest year with a board. */
  readonly year: number | null;
  readonly segment: Segment;
  /** How far weights are moved for the bound of the rank, 0…1. */
  readonly share: number;
  /** Day of printing, ISO: titles are expiring as seen from it. */
  readonly on: string;
}

/** One group among the peers. `above`: share of them it stands above, mid-rank, 0…1; null where it is not ranked, or its industry unknown. */
export interface GroupPlace {
  readonly id: string;
  readonly above: number | null;
  readonly n: number;
}

/** One year of the path. `apart`: why the line from the year before is broken, null where the two can be held against each other. */
export interface PathYear {
  readonly year: number;
  readonly score: number | null;
  readonly rank: number | null;
  /** Firms ranked in the segment that year. */
  readonly ranked: number;
  readonly apart: 'indicators' | 'stage' | 'years' | null;
}

/** A firm of the same industry and year, and the group in which the two are furthest apart: points of the firm − points of the peer. */
export interface NearPeer {
  readonly firm: string;
  readonly name: string;
  /** In the segment; null where it is not in it. */
  readonly rank: number | null;
  readonly distance: number;
  readonly most: { readonly name: Naming; readonly by: number } | null;
}

/**
 * One thing to look at on the spot. `stake`: points that hang on it (the weight of what is missing or given differently, the points not earned, the points
 * taken off); null where the whole rank does (a gate or veto), or where it cannot be said (a title, a deduction not checked).
 */
export type Check = { readonly stake: number | null } & (
  | { readonly is: 'condition'; readonly what: 'gate' | 'veto'; readonly name: Naming }
  | { readonly is: 'missing'; readonly name: Naming; readonly reason: Reason }
  /** Worse than more than half of the peers, `behind` of them, while the group it belongs to stands above half. Who has the same is not better. */
  | { readonly is: 'below'; readonly name: Naming; readonly behind: number; readonly n: number }
  | { readonly is: 'deduction'; readonly name: Naming; readonly taken: number | null }
  | { readonly is: 'conflict'; readonly name: Naming; readonly says: Beside['conflicts'][number]['says'] }
  | { readonly is: 'title'; readonly title: string; readonly to: string; readonly isOver: boolean }
);

export interface Portrait {
  readonly sheet: FirmSheet;
  readonly segment: Segment;
  /** Most a firm of this stage can reach. */
  readonly fullMark: number;
  readonly scheme: { readonly name: Naming; readonly version: string; readonly provenance: Provenance; readonly hash: string };
  readonly draft: string | null;
  /** Firms of the same industry and year, itself included; null where its industry is unknown. */
  readonly peers: number | null;
  readonly groups: readonly GroupPlace[];
  readonly path: readonly PathYear[];
  /** What pays most, at most five that can be worked out; others wait for data or depend on others. */
  readonly steps: readonly NextStep[];
  /** Of all steps: how many are not shown, and indicators with nothing more to earn. */
  readonly moreSteps: number;
  readonly full: number;
  /** The firm just above: this firm's score − the other's, and the line that lowers it most; null at the top or without a rank. */
  readonly above: {
    readonly name: string;
    readonly rank: number;
    readonly by: number;
    readonly most: { readonly name: Naming; readonly by: number } | null;
  } | null;
  readonly nearest: readonly NearPeer[];
  /** The field and years of the growth that counts for nearness. */
  readonly growth: { readonly name: Naming; readonly years: number };
  /** Bounds of the rank; null where it has none, or where the score is no weighted sum. */
  readonly standing: Pick<FirmStanding, 'rank' | 'ranked' | 'share' | 'bound' | 'missing'> | null;
  readonly titles: readonly HeldTitle[];
  /** Most at stake first; conditions before, titles by their end after. */
  readonly checks: readonly Check[];
}
