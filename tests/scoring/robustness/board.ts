import { type Ranked } from '../../../scoring/board/context';
import { scorePanel } from '../../../scoring/board/score-panel';
import { contendersOf, weightSum, type Contenders } from '../../../scoring/robustness/contenders';
import { scoreMemory, scoresUnder } from '../../../scoring/robustness/scores';
import { SETTING } from '../board/literal-board';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';

/** A board of firms F0, F1 … whose shares of each indicator are written down, null missing. */
export interface Made {
  readonly shares: readonly (readonly (number | null)[])[];
  /** One weight an indicator; two where `stages`. */
  readonly weights: readonly (number | readonly [number, number])[];
  /** Group of each indicator; all `g` unless said otherwise. */
  readonly groups?: readonly string[];
  readonly bonus?: readonly string[];
  readonly missing?: readonly ('zero' | 'skip' | 'fail')[];
  /** Points taken off each firm. */
  readonly deductions?: readonly number[];
  /** Firm → it is in the second of two stages. */
  readonly late?: readonly boolean[];
  readonly cap?: number | null;
  readonly minimumCoverage?: number;
}

/** The board scored by the ordinary way: every indicator is `of` its (first) weight, linear from 0 to 1. */
export function boardOf(made: Made): Ranked {
  const { shares, weights } = made;
  const ids = weights.map((_, at) => `x_${at}`);
  const groups = made.groups ?? ids.map(() => 'g');
  const cells = (at: number) => shares.map((own) => own[at]!);
  const panel = panelOf({
    ...Object.fromEntries(ids.map((id, at) => [id, cells(at)])),
    penalties: made.deductions ?? shares.map(() => 0),
    x_late: (made.late ?? shares.map(() => false)).map((late) => (late ? 9 : 1)),
  });
  const scheme = schemeWith({
    groups: [...new Set(groups)].map((id) => ({ id, ...(made.bonus?.includes(id) ? { kind: 'bonus' } : {}) })),
    indicators: weights.map((weight, at) => {
      const [first, second] = typeof weight === 'number' ? [weight, weight] : weight;
      return {
        id: `i${at}`,
        group: groups[at],
        formula: ids[at],
        rule: { is: 'linear', from: 0, to: 1 },
        of: 10,
        weight: made.late ? { young: first, old: second } : first,
        missing: made.missing?.[at] ?? 'zero',
      };
    }),
    ...(made.late
      ? {
          stages: [
            { id: 'young', when: 'x_late < 5' },
            { id: 'old', when: 'true' },
          ],
          defaultStage: 'old',
          stageProvenance: 'illustrative',
        }
      : {}),
    deductions: [{ id: 'p', formula: 'penalties', perUnit: 1 }],
    cap: made.cap ?? null,
    minimumCoverage: made.minimumCoverage ?? 0,
  });
  return scorePanel(panel, scheme, { ...SETTING, schemeHash: 'test' });
}

/** Its contenders. */
export function made(given: Made): { readonly ctx: Ranked; readonly contenders: Contenders } {
  const ctx = boardOf(given);
  return { ctx, contenders: contendersOf(ctx, {}, 2024) };
}

/** Names of contenders in board order. */
export function firms({ rows }: Contenders): string[] {
  return Array.from(rows, (row) => `F${row}`);
}

/** Scores with weights w(1 + δu), rescaled stage by stage to the same sum. */
export function tilted(contenders: Contenders, delta: number, u: readonly number[]): Float64Array {
  const weights = contenders.weights.map((own) => {
    const moved = own.map((weight, place) => weight * (1 + delta * u[place]!));
    const sum = weightSum(moved);
    return sum > 0 ? moved.map((weight) => (weight / sum) * weightSum(own)) : own;
  });
  return scoresUnder(contenders, weights, scoreMemory(contenders)).slice();
}
