import type { Refusal } from './answer';

/** A test of whether groups could be one and the same: its statistic and two-sided p, or why there is none. */
export type TestResult =
  | { readonly reason: null; readonly n: number; readonly statistic: number; readonly p: number }
  | { readonly reason: Refusal; readonly n: number };

/** The p-values here hold for many firms; with fewer than this in a group they would be made up. */
export const LEAST_FOR_TEST = 5;
