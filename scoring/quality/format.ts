/** Rules of the quality page. What they look at, in words and with sources, stands in docs/quality-rules.md. */
export const FINDING_RULES = [
  'unit_jump', // a figure about 10, 100, 1,000 or 10,000 times the firm's own neighbouring years or its peers
  'jump', // growth or fall past any unit slip: beyond the robust spread of peers' growth
  'outlier', // robust z of the logged figure among peers of the year and industry
  'identity', // an identity that cannot fail fails: R&D above revenue, tech staff above staff
  'impossible_sign', // negative where only zero or more is possible (what ingest already refused is counted with it)
  'series_gap', // a firm has the years around, not this one
  'constant_column', // all values of a field and year equal
  'two_names', // one key, several names in one year
  'two_keys', // one name, several keys
  'total_row', // a row named 合计, 小计 or like one
  'duplicate_key', // a firm and year more than once in a source, or one district's rows delivered twice
  'conflict', // two sources give one value differently, beyond the tolerance
  'onsite_check', // triggers of the 2026 tech-SME round for a look on the spot; not faults
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

/** What is done with the rows of a finding. `convert` only where a factor is known (a unit slip). */
export type FindingAction = 'exclude' | 'mark' | 'ignore' | 'convert';

/**
 * What can be done about each rule. Excluding sets the cell aside, or the firm-year where a finding is about no field; a gap in a series and a
 * trigger for a visit are no faults of a figure, so there is nothing to set aside.
 */
export const OFFERED: Readonly<Record<FindingRule, readonly FindingAction[]>> = {
  unit_jump: ['convert', 'exclude', 'mark', 'ignore'],
  jump: ['exclude', 'mark', 'ignore'],
  outlier: ['exclude', 'mark', 'ignore'],
  identity: ['exclude', 'mark', 'ignore'],
  impossible_sign: ['exclude', 'mark', 'ignore'],
  series_gap: ['mark', 'ignore'],
  constant_column: ['exclude', 'mark', 'ignore'],
  two_names: ['exclude', 'mark', 'ignore'],
  two_keys: ['exclude', 'mark', 'ignore'],
  total_row: ['exclude', 'mark', 'ignore'],
  duplicate_key: ['exclude', 'mark', 'ignore'],
  conflict: ['exclude', 'mark', 'ignore'],
  onsite_check: ['mark', 'ignore'],
};

/** A decision on a finding, kept with its reason. `firms` null: every firm-year the finding holds now and after the next load. */
export interface FindingDecision {
  /** `rule` or `rule:field`, as `Finding.id`. */
  readonly finding: string;
  readonly action: FindingAction;
  readonly reason: string;
  /** Firm-years the decision is about; null all of the finding. */
  readonly only: readonly { readonly firm: string; readonly year: number }[] | null;
}

/** One kind of doubt: which rows, and in which field. */
export interface Finding {
  /** `rule`, or `rule:field` where it is about one field, or `rule:variant` (an identity, an on-site trigger). */
  readonly id: string;
  readonly rule: FindingRule;
  /** Field it is about; null where it is about whole rows. */
  readonly field: string | null;
  /** Panel rows, ascending, each once. Empty where the rows never reached the panel (`lines` counts them). */
  readonly rows: Int32Array;
  /** Row for row of `rows`: what makes it doubtful (a ratio, a z, the neighbour's figure); NaN where the rule has no number. */
  readonly measure: Float64Array;
  /** Row for row: factor by which the figure would fit (0.0001 for 元 written as 万元); NaN where none is known. */
  readonly factor: Float64Array;
  /** Rows of files that did not reach the panel. */
  readonly lines: number;
}

/** What a finding does to the scores when its figures are set aside or converted. Counts are of one year's firms, ranks overall. */
export interface FindingEffect {
  readonly scored: number;
  readonly ranked: number;
  /** Largest change of a score, in points, among firms that have one before and after; 0 where none changes. */
  readonly most: number;
  /** Firms that lose or gain a score altogether; counted in `scored` too. */
  readonly turned: number;
}

/** Share of firm-years with a value, field by field. */
export interface CoverageMap {
  readonly by: CoverageBy;
  readonly fields: readonly string[];
  /** Years, or the words of the dimension; `''` is the known none. */
  readonly groups: readonly string[];
  /** Firm-years of the group: `groups.length`. */
  readonly firms: Int32Array;
  /** field × group (row-major): firm-years with a value. */
  readonly present: Int32Array;
  /** field × group: firm-years for which no source gives the field at all. Where this equals `firms`, the field was not collected. */
  readonly notCollected: Int32Array;
}
export type CoverageBy = 'year' | 'industry' | 'district' | 'size_class';

/** One district's delivery for a year. Days are ISO; null where no source says when it was received. */
export interface DistrictProgress {
  readonly district: string;
  /** Firms of the district the year before, or in the year: whichever register is larger. */
  readonly expected: number;
  readonly delivered: number;
  /** Mean share of the wanted fields with a value, over delivered firms; NaN where none delivered. */
  readonly complete: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Days after the deadline; 0 on time, null unknown. */
  readonly lateDays: number | null;
  /** Wanted fields with less than three quarters of values, lowest first. */
  readonly lacking: readonly { readonly field: string; readonly share: number }[];
  /** Firms of the year before that are not in this year's delivery. */
  readonly absent: number;
}
