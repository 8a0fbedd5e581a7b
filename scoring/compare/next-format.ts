/** What a firm could earn next, and why it stands where it stands, as views meet it; assembled in this folder. */
import type { Reason } from '../column';
import type { Naming } from '../scheme/format';
import type { Status } from '../scored';

/** Where the firm would stand. Everybody else stays as they are. */
export interface Afterwards {
  readonly score: number | null;
  /** Score after − score now; null where either is none. */
  readonly gained: number | null;
  /** In the segment; null where it would not be ranked. */
  readonly rank: number | null;
  readonly status: Status;
}

/** One field moved, all others as they are. Stored units. */
export interface FieldMove {
  readonly field: string;
  readonly name: Naming;
  readonly now: number;
  readonly to: number;
  readonly after: Afterwards;
  /** Other indicators whose points move with the field. */
  readonly also: readonly Naming[];
  /** Indicators that read the field and compare firms: their points are left as they are. */
  readonly held: readonly Naming[];
  /** The stage the firm would come into; null where it stays. */
  readonly stage: Naming | null;
}

export interface NextStep {
  readonly id: string;
  readonly name: Naming;
  readonly group: string;
  /** Of a best-of: the way by which. */
  readonly option: Naming | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly points: number | null;
  readonly of: number;
  readonly step:
    | {
        readonly is: 'reach';
        readonly target: number;
        readonly gap: number;
        readonly strict: boolean;
        readonly points: number;
        /** The indicator alone moves. */
        readonly after: Afterwards;
        readonly fields: readonly FieldMove[];
      }
    | { readonly is: 'meet'; readonly points: number; readonly after: Afterwards }
    | { readonly is: 'others' }
    | { readonly is: 'missing'; readonly reason: Reason };
}

export interface NextSteps {
  readonly firm: string;
  readonly year: number;
  readonly score: number | null;
  readonly rank: number | null;
  /** By points gained, most first; then what depends on others, then what has no value. */
  readonly steps: readonly NextStep[];
  /** Indicators with nothing more to earn. */
  readonly full: number;
}

/** One line of a difference; lines add up to it. */
export interface WhyLine {
  readonly is: 'indicator' | 'shared' | 'deduction' | 'limit';
  /** Of an indicator. */
  readonly name: Naming | null;
  readonly group: string | null;
  /** Contribution of each; null of a missing value. */
  readonly own: number | null;
  readonly other: number | null;
  readonly by: number;
}

export interface Neighbour {
  readonly firm: string;
  readonly name: string;
  readonly rank: number;
}

export interface WhyAbove {
  readonly own: WhyFirm;
  readonly other: WhyFirm;
  /** Score of `own` − score of `other`; null where either has none. */
  readonly by: number | null;
  /** From what lifts `own` most to what lifts `other` most. */
  readonly lines: readonly WhyLine[];
}
export interface WhyFirm {
  readonly firm: string;
  readonly name: string;
  readonly rank: number | null;
  readonly score: number | null;
}
