import { rankPanel, type Ranked, type Setting } from '../../scoring/board/context';
import type { Draft } from '../../scoring/board/format';
import { reEvaluate } from '../../scoring/evaluate';
import { withPoints } from '../../scoring/scheme/draft';
import type { Evaluated, Weights } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';

/** A draft worked out. Its buffers are its own: the official result is never written over. */
export interface Drafted {
  readonly ranked: Ranked;
  readonly draft: Draft;
  readonly unknownPlaces: readonly string[];
}

/**
 * The panel under a draft. Only the groups of indicators that differ from `last`, or else from the official result, are summed again, in the
 * memory of `last`, which must be thrown away. Tier points that moved are evaluated again for their indicators alone.
 */
export function drafted(
  official: Ranked,
  draft: Draft,
  last: Drafted | null,
  setting: Omit<Setting, 'weights' | 'draft' | 'schemeHash'>,
): Drafted {
  const { panel } = official;
  const samePoints = last !== null && JSON.stringify(last.draft.points) === JSON.stringify(draft.points);
  const { evaluated, unknown } = samePoints
    ? { evaluated: last.ranked.evaluated, unknown: last.unknownPlaces }
    : withDraftPoints(official, draft);
  const known = new Set(evaluated.scheme.indicators.map(({ id }) => id));
  const weightIds = Object.keys(draft.weights);
  const weights = weightsOf(
    evaluated.scheme,
    Object.fromEntries(weightIds.filter((id) => known.has(id)).map((id) => [id, draft.weights[id]!])),
  );
  const before = last?.ranked ?? official;
  const changed = changedIndicators(before, evaluated, weights);
  const totals = total(evaluated, weights, { totals: before.totals, changed, keep: official.totals });
  const ranked = rankPanel(panel, evaluated.scheme, evaluated, totals, {
    ...setting,
    schemeHash: official.schemeHash,
    weights,
    draft: draft.name,
  });
  const unknownWeights = weightIds.filter((id) => !known.has(id));
  return { ranked, draft, unknownPlaces: samePoints ? unknown : [...unknown, ...unknownWeights] };
}

function withDraftPoints(official: Ranked, draft: Draft) {
  const { scheme, changed, unknown } = withPoints(official.scheme, draft.points);
  let { evaluated } = official;
  for (const index of changed) evaluated = reEvaluate(evaluated, official.panel, index, scheme.indicators[index]!);
  return { evaluated, unknown };
}

/** The indicators whose weight or points differ. */
function changedIndicators(before: Ranked, evaluated: Evaluated, weights: Weights): number[] {
  return weights.flatMap((stages, index) => {
    const isMoved = stages.some((weight, stage) => weight !== before.weights[index]![stage]);
    return isMoved || evaluated.indicators[index] !== before.evaluated.indicators[index] ? [index] : [];
  });
}
