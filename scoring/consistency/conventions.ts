import type { Conventions, ScreeningThresholds } from './format';

/**
 * Conventions, not laws; the page prints them. Redundant (r > 0.92): usual in the audits of composite indicators by the Joint Research Centre; COINr
 * takes 0.9. Trade-off (r < −0.4) and noise (r < 0.3 with the parent): `flagthresh` of COINr's `plot_corr`. Under ten firms no flag is raised: our own caution.
 */
export const CONVENTIONS: Conventions = { redundant: 0.92, tradeOff: -0.4, noise: 0.3, least: 10 };

/**
 * Firms: 2/3 of indicators present, 5 % not zero. Indicators: 65 % present (Joint Research Centre), 50 % distinct, 50 % not zero. Size effect:
 * |r| > 0.6 with a denominator. Defaults of COINr 1.1.14; every share is shown with the count it is of.
 */
export const SCREENING: ScreeningThresholds = {
  firmPresent: 2 / 3,
  firmNonZero: 0.05,
  present: 0.65,
  unique: 0.5,
  nonZero: 0.5,
  sizeEffect: 0.6,
};

/** Whether a share lies under its threshold; equal to it is enough, whatever rounding does. */
export function isUnder(share: number, threshold: number): boolean {
  return share < threshold - 1e-9;
}
