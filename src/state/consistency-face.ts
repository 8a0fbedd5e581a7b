import type { Consistency, OtherTotals, Screening } from '../../scoring/consistency/format';
import type { CorrelationKind } from '../../scoring/statistics/correlation-matrix';
import type { Ahp } from '../../scoring/weights/ahp';
import type { Outcome } from './face';

/** The consistency page as its view sees it: what was found for the year and segment on screen, and what to ask. All of it audit, none of it score. */
export interface ConsistencyFace {
  readonly found: Outcome<Consistency>;
  readonly totals: Outcome<OtherTotals>;
  readonly screening: Outcome<Screening>;
  readonly judged: Outcome<Ahp>;
  /** Looks at the scheme in force, over the year and segment of the board. */
  look(kind: CorrelationKind): Promise<void>;
  /** The same correlations of another kind; nothing else is asked again. */
  lookAs(kind: CorrelationKind): Promise<void>;
  /** Weights from judgments in pairs: see `ahpWeights`. */
  judge(things: number, upper: readonly number[]): Promise<void>;
}
