/** What the seedling room asks and is answered: rules, detectors, the funnel, a firm's reasons, and the back-test. Figures are in stored units. */
import type { Segment } from '../board/format';
import type { Reason } from '../column';
import type { MeasureId } from '../distribution/format';
import type { Naming, Provenance } from '../scheme/format';

/** What a condition, a detector or a rule says of a firm. The position is the byte in `verdicts`; append only. Missing evidence is `unknown`, never `unmet`. */
export const VERDICTS = ['unmet', 'met', 'unknown', 'review', 'not_applicable'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const SAYS = Object.fromEntries(VERDICTS.map((name, code) => [name, code])) as Readonly<Record<Verdict, number>>;

export type Operator = '>=' | '>' | '<=' | '<';

/** What every condition has. `ask`: what to ask the firm where the evidence is missing. `when`: where this is not met, the condition is not applicable. */
export interface ConditionFacts {
  readonly id: string;
  readonly name: Naming;
  readonly ask: Naming | null;
  readonly when: Condition | null;
}
/** How the figure of a measure is taken: as it is, as its mid-rank share among the peers (0…1), or as a share of the full mark (points and groups only). */
export type Taken = 'figure' | 'percentile' | 'share';

export type Condition = ConditionFacts &
  (
    | { readonly is: 'at'; readonly measure: MeasureId; readonly as: Taken; readonly operator: Operator; readonly threshold: number }
    /**
     * Average annual growth over `years`, tested as x1 against x0 · (1 + rate)^years with a relative slack of 1e-9, so that 10 → 17.28 is 20 %. `floor`: least figure
     * of the base year; below it the condition is unmet. A base of 0 or less is unknown.
     */
    | {
        readonly is: 'growth';
        readonly field: string;
        readonly years: number;
        readonly operator: '>' | '>=';
        readonly rate: number;
        readonly floor: number | null;
      }
    /** A truth formula. */
    | { readonly is: 'holds'; readonly formula: string }
    /** Type of the path of a field over its last four years. */
    | { readonly is: 'trajectory'; readonly field: string; readonly of: readonly Trajectory[] }
    /** What no figure can say: a person looks. Always `review`. */
    | { readonly is: 'manual' }
    | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
    | { readonly is: 'count'; readonly atLeast: number; readonly of: readonly Condition[] }
  );

export const TRAJECTORIES = ['surge', 'steady', 'plateau', 'dip_recover', 'volatile', 'decline'] as const;
export type Trajectory = (typeof TRAJECTORIES)[number];

export const RULE_KINDS = ['definition', 'policy', 'loan', 'own'] as const;

/** A rule as data: who is a gazelle, who meets a policy, who is in reach of a loan. */
export interface SeedlingRule {
  readonly id: string;
  readonly kind: (typeof RULE_KINDS)[number];
  readonly name: Naming;
  /** A few characters for a column head. */
  readonly short: Naming;
  /** First and last day it is in force, ISO; null is open or unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
  readonly note: Naming | null;
  readonly condition: Condition;
}

export const DETECTORS = ['quadrant', 'outperformer', 'skyline', 'momentum', 'trajectory', 'anomaly', 'low_score'] as const;
export type DetectorId = (typeof DETECTORS)[number];

/** Everything that can be dragged or typed in the room. `DEFAULT_SETTING` holds the defaults. */
export interface SeedlingSetting {
  /** Field whose growth is looked at, and over how many years. */
  readonly field: string;
  readonly years: number;
  /** Least figure of the base year; null asks for none. */
  readonly floor: number | null;
  /** Cut of growth, a rate, and cut of the technology group's share of its full mark, 0…1; null is the peers' median. */
  readonly growthCut: number | null;
  readonly technologyCut: number | null;
  /** Id of the scheme's group that stands for technology. null: the first whose id or name says so, else the first. */
  readonly technology: string | null;
  /** Share of the ranked firms that are the top of the list already, and no seedlings. */
  readonly topShare: number;
  /** Detectors that must have fired. */
  readonly atLeast: number;
  /** Rules that must not be unmet, by id. */
  readonly gates: readonly string[];
}

/** What the room asks of one year and segment. `list`: the short list whose firms are marked. */
export interface SeedlingAsk {
  readonly year: number | null;
  readonly segment: Segment;
  readonly setting: SeedlingSetting;
  /** Rules shown as columns. */
  readonly rules: readonly SeedlingRule[];
  readonly offset: number;
  readonly count: number;
}

export const STEPS = ['universe', 'alive', 'comparable', 'not_top', 'eligible', 'detected', 'evidence'] as const;
export type StepId = (typeof STEPS)[number];

/** A step of the funnel: `firms` are left after it, `lost` fell at it; lost = unmet + unknown (+ review at `evidence`). */
export interface FunnelStep {
  readonly id: StepId;
  readonly firms: number;
  readonly lost: number;
  readonly unknown: number;
  readonly review: number;
  /** Firms that fail this step alone and by little, and how far: nearest first, at most 50. */
  readonly near: readonly NearMiss[];
}
export interface NearMiss {
  readonly firm: string;
  readonly name: string;
  /** What misses: a detector or step, its figure and the threshold, in the unit of the figure: shares and rates as ratios, a base in the unit of the field. */
  readonly what: DetectorId | StepId;
  readonly figure: FigureId;
  readonly value: number;
  readonly threshold: number;
}

/** What a figure is: `base` of the growth, `place` on the board as a share of the ranked, `fall` the worst step of the window; `percentile` is of the peers. */
export type FigureId =
  'growth' | 'technology' | 'percentile' | 'score' | 'slope' | 'last' | 'fall' | 'z' | 'layer' | 'rises' | 'type' | 'base' | 'place';

/** One reading of one detector: the figures it looked at beside their thresholds. Unit `ratio` 0…1, `count`, `z` or `layer`. */
export interface Reading {
  readonly detector: DetectorId;
  readonly verdict: Verdict;
  readonly figures: readonly {
    readonly what: FigureId;
    readonly measure: MeasureId | null;
    readonly value: number | null;
    /** Why there is none. */
    readonly reason: Reason | null;
    readonly operator: Operator | '=';
    readonly threshold: number | null;
    /** Size of the peer group a percentile was taken in; null where none was. */
    readonly peers: number | null;
  }[];
  /** Of `trajectory`. */
  readonly type: Trajectory | null;
}

export interface SeedlingRow {
  readonly firm: string;
  readonly name: string;
  readonly industry: string;
  readonly district: string;
  /** Place on the list, 1 first; null for a near miss below the line. */
  readonly place: number | null;
  readonly growth: number | null;
  readonly technology: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  /** In the order of DETECTORS, then of the rules asked for. */
  readonly detectors: readonly Verdict[];
  readonly rules: readonly Verdict[];
  readonly fired: number;
  /** Detectors that could be judged. */
  readonly judged: number;
  /** Only one detector fired. */
  readonly single: boolean;
  /** A step of the window above 300 % with staff doubled: a merger or a slip to be looked at first. */
  readonly review: boolean;
  /** What the step `evidence` says: met, unknown (something is still to be asked) or review; null for a near miss. */
  readonly evidence: Verdict | null;
  /** Another firm of the list has fired as many and stands as well by Borda: the firm key decides between them. */
  readonly tied: boolean;
}

/** One firm of the quadrant picture. */
export interface QuadrantPoint {
  readonly firm: string;
  readonly name: string;
  /** null also over a base below the floor, and of what became a loss, which did not grow but has no rate. */
  readonly growth: number | null;
  readonly technology: number | null;
  readonly verdict: Verdict;
  /** On the list. */
  readonly listed: boolean;
}

export interface SeedlingAnswer {
  readonly year: number;
  /** Cuts in force, the peers' median where none was given; null where there is none. */
  readonly growthCut: number | null;
  readonly technologyCut: number | null;
  readonly technology: { readonly id: string; readonly name: Naming } | null;
  /** Which of the figures needed cannot be had from these data, and why: shown instead of an empty room. */
  readonly lacking: readonly {
    readonly what: DetectorId | StepId;
    readonly why: 'no_field' | 'no_group' | 'no_rule' | 'one_year' | 'too_few_years' | 'too_few';
    readonly given: string;
  }[];
  readonly funnel: readonly FunnelStep[];
  /** Firms in each quadrant: both, growth only, technology only, neither; unknown are those a figure of is missing or over too small a base. */
  readonly quadrants: {
    readonly both: number;
    readonly growth: number;
    readonly technology: number;
    readonly neither: number;
    readonly unknown: number;
  };
  /** Firms that change quadrant while a cut moves by ±5 points. */
  readonly restless: number;
  /** At most 2,000: the first of the list, and of the others an even choice that no cut changes. */
  readonly points: readonly QuadrantPoint[];
  /** Firms of the universe that are no point. */
  readonly undrawn: number;
  readonly listed: number;
  readonly rows: readonly SeedlingRow[];
  /** Where the listed are: by segment value, listed and of the universe. */
  readonly where: readonly {
    readonly by: 'district' | 'industry' | 'stage';
    readonly value: string;
    readonly listed: number;
    readonly universe: number;
  }[];
}

/** Everything a reason card says of one firm; a sentence is made from it on the page. */
export interface ReasonCard {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly readings: readonly Reading[];
  /** The growth field over the years that are loaded; null where missing. */
  readonly path: readonly { readonly year: number; readonly value: number | null }[];
  /** Leaves of the rules asked for whose evidence is missing, with what to ask. */
  readonly unknowns: readonly { readonly rule: string; readonly condition: string; readonly name: Naming; readonly ask: Naming | null }[];
  /** Rules unmet by one figure, and by how much. */
  readonly nearly: readonly {
    readonly rule: string;
    readonly name: Naming;
    readonly condition: Naming;
    readonly measure: MeasureId | null;
    readonly value: number;
    readonly threshold: number;
  }[];
  readonly rules: readonly { readonly rule: string; readonly verdict: Verdict; readonly leaves: readonly Leaf[] }[];
  /** Five nearest firms of the same industry and year by robust distance over the scheme's groups and the growth. */
  readonly peers: readonly {
    readonly firm: string;
    readonly name: string;
    readonly distance: number;
    readonly growth: number | null;
    readonly technology: number | null;
    readonly score: number | null;
  }[];
}
/** One condition without parts, as it stands for one firm. */
export interface Leaf {
  readonly condition: string;
  readonly name: Naming;
  readonly verdict: Verdict;
  readonly measure: MeasureId | null;
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly operator: Operator | null;
  readonly threshold: number | null;
  readonly ask: Naming | null;
}

export const OUTCOMES = ['high_growth', 'title', 'score_rise'] as const;
export interface BackTestAsk {
  readonly setting: SeedlingSetting;
  readonly segment: Segment;
  /** Years whose data the choice may see, ascending. */
  readonly asOf: readonly number[];
  readonly horizon: number;
  readonly outcome:
    | { readonly is: 'high_growth'; readonly field: string; readonly rate: number }
    | { readonly is: 'title'; readonly title: string }
    | { readonly is: 'score_rise'; readonly points: number };
  /** How many firms are chosen. */
  readonly k: number;
  /** Leaves the base year out of the features: they end a year earlier. */
  readonly embargo: boolean;
}
export const RANKERS = ['rule', 'growth', 'rd_intensity', 'score', 'random'] as const;
export type RankerId = (typeof RANKERS)[number];

/** How one way of choosing k firms did. Fractions where a tie at the cut is shared. */
export interface Ranker {
  readonly id: RankerId;
  /** Why it cannot be had; the figures are then null. */
  readonly lacking: 'no_field' | 'no_earlier_year' | 'too_few' | null;
  readonly judged: number;
  readonly hits: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly lift: number | null;
  /** Wilson 95 % of the precision, and the same as lift. Pooled over years, the same firm chosen in several of them counts little more than once. */
  readonly low: number | null;
  readonly high: number | null;
  readonly liftLow: number | null;
  readonly liftHigh: number | null;
  readonly averagePrecision: number | null;
  readonly auc: number | null;
  /** Chance of as many hits by a blind draw (hypergeometric). null also where years are pooled whose windows overlap. */
  readonly chance: number | null;
}
export interface BackTestYear {
  readonly asOf: number;
  /** Day of the choice, ISO: the first on which all data of the as-of year can be had. */
  readonly decision: string;
  /** All of the segment that year: universe + unknown + barred. */
  readonly firms: number;
  /** Alive and eligible at the as-of year. */
  readonly universe: number;
  readonly positives: number;
  /** No longer there at the end: they count as failures. */
  readonly exits: number;
  /** Merger suspects, in the universe but no positives. */
  readonly review: number;
  /** Outcome cannot be known (a figure missing, a base of 0 or less): left out of the universe, counted here. */
  readonly unknown: number;
  /** Not alive, kept out by a gate or a veto, below the floor, or with the title already. */
  readonly barred: number;
  readonly rankers: readonly Ranker[];
  /** The same of the rule with survivors only. */
  readonly survivors: Ranker;
  /** The same with the features ended a year earlier (or not, where embargo was asked). */
  readonly otherWay: Ranker | null;
  /** The firms the rule chose, best first. `share` is below 1 where a tie at the cut is shared. */
  readonly hits: readonly { readonly firm: string; readonly name: string; readonly share: number }[];
  readonly misses: readonly {
    readonly firm: string;
    readonly name: string;
    readonly share: number;
    readonly why: 'grew_less' | 'left' | 'review';
  }[];
}
export interface BackTest {
  readonly years: readonly BackTestYear[];
  /** All as-of years together; windows that overlap are not independent. */
  readonly pooled: readonly Ranker[];
  readonly overlapping: boolean;
  /** Lift above 5 anywhere: look for a leak first. */
  readonly alarm: boolean;
  /** Self checks that were done, each with what was found. `ok` false is shown as a warning. */
  readonly checks: readonly { readonly id: BackTestCheck; readonly ok: boolean; readonly given: string }[];
  /** Years that could not be tested, and why. */
  readonly refused: readonly { readonly asOf: number; readonly why: 'no_horizon' | 'no_base' | 'too_few' | 'no_positives' }[];
}
export const BACK_TEST_CHECKS = [
  'universe_fixed',
  'exits_counted',
  'nothing_later',
  'fitted_before',
  'base_year',
  'lift',
  'survivors_only',
  'applicants_only',
  'overlap',
  'revised',
] as const;
export type BackTestCheck = (typeof BACK_TEST_CHECKS)[number];
