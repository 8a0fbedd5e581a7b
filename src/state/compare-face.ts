/** Comparisons as the page, the workbench and the scoring room speak of them. */
import type { Draft, Segment } from '../../scoring/board/format';
import type { CompareReport, CompareRows, CompareWindow, YearAgreement, YearsRefusal } from '../../scoring/compare/format';
import type { Neighbour, NextSteps, WhyAbove } from '../../scoring/compare/next-format';
import type { Portrait, PortraitAsk } from '../../scoring/portrait/format';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { Outcome } from './face';

/** A version of a scheme, or a draft over one. */
export interface CompareSide {
  readonly scheme: Scheme;
  readonly draft: Draft | null;
}
/** The same with the key by which an address names it. */
export interface NamedSide extends CompareSide {
  readonly key: string;
}

export interface CompareAsk {
  readonly a: CompareSide;
  readonly b: CompareSide;
  /** Year of each side; null is the latest with a board. */
  readonly yearA: number | null;
  readonly yearB: number | null;
  readonly segment: Segment;
  /** Length of the short list. */
  readonly k: number;
}

export type CompareAnswer =
  | {
      readonly is: 'compared';
      /** Names the comparison to the room, which keeps the last one. */
      readonly number: number;
      readonly report: CompareReport;
      /** Every year under both; empty where the two sides are of different years. */
      readonly years: readonly YearAgreement[];
    }
  /** A side that cannot score these data. */
  | { readonly is: 'scheme_refused'; readonly side: 'a' | 'b'; readonly problems: readonly SchemeProblem[] }
  | { readonly is: 'years_refused'; readonly refusal: YearsRefusal; readonly from: number; readonly to: number };

/** What a file of a comparison says in words. */
export interface CompareWords {
  /** Column → its heading. */
  readonly headings: Readonly<Record<string, string>>;
  readonly causes: Readonly<Record<string, string>>;
  readonly provenance: Readonly<Record<string, string>>;
  readonly segment: string;
  readonly ties: string;
}
/** The same with what each draft changes; empty where there is none. */
export interface FileWords extends CompareWords {
  readonly draftA: string;
  readonly draftB: string;
}

/** The questions to the scoring room. */
export interface CompareRoomFace {
  compare(ask: CompareAsk): Promise<CompareAnswer>;
  /** Rows of the comparison of that number; throws once another has been made. */
  compareRows(number: number, window: CompareWindow): Promise<CompareRows>;
  compareText(number: number, words: FileWords): Promise<string>;
  /** Of the scheme or draft in force; null where the firm has no row in the year. `year` null is the latest. */
  nextSteps(firm: string, year: number | null, segment: Segment): Promise<NextSteps | null>;
  neighbours(firm: string, year: number | null, segment: Segment): Promise<readonly Neighbour[]>;
  whyAbove(firm: string, other: string, year: number | null, segment: Segment): Promise<WhyAbove | null>;
  portrait(ask: PortraitAsk): Promise<Portrait | null>;
}

/** Comparisons as views see them. */
export interface ComparingFace {
  /** What can be compared: every version, and the draft of the address. */
  readonly sides: readonly NamedSide[];
  readonly a: NamedSide | null;
  readonly b: NamedSide | null;
  /** The year a rise is counted from; null where there is no earlier one. */
  readonly from: number | null;
  readonly answer: Outcome<CompareAnswer>;
  rows(number: number, window: CompareWindow): Promise<CompareRows>;
  file(number: number, words: CompareWords): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly type: string }>;
  nextSteps(firm: string): Promise<NextSteps | null>;
  neighbours(firm: string): Promise<readonly Neighbour[]>;
  whyAbove(firm: string, other: string): Promise<WhyAbove | null>;
  /** The page about a firm, in the year and segment on screen; null where it has no row in the year. */
  portrait(ask: Pick<PortraitAsk, 'firm' | 'share' | 'on'>): Promise<Portrait | null>;
}
