import type { RankRange } from '../../../state/firmness-face';

/** What every page of a print says besides the firm: where it comes from, and how the board was tested. */
export interface PageAbout {
  readonly currency: string;
  readonly isSynthetic: boolean;
  readonly sources: readonly string[];
  readonly internal: readonly string[];
  readonly fingerprint: string;
  /** ISO day. */
  readonly made: string;
  /** The segment in words; '' for all firms. */
  readonly segment: string;
  /** The drawn range of a firm's rank by its row, and of how many draws; null where the board has not been tested. */
  readonly tested: { readonly draws: number; readonly rangeOf: (row: number) => RankRange | null } | null;
}
