import { rankPanel, type Ranked, type Setting } from '../../scoring/board/context';
import type { Draft } from '../../scoring/board/format';
import { reEvaluate } from '../../scoring/evaluate';
import { withPoints } from '../../scoring/scheme/draft';
import type { Totals, Weights } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';

/** A draft worked out. Its buffers are its own: the official result is never written over. */
export interface Drafted {
  readonly ranked: Ranked;
  readonly draft: Draft;
  readonly unknownPlaces: readonly string[];
}

/**
 * The panel under a draft. Where only one weight moved since `last`, its buffers are used again and only that indicator's group is summed,
 * so `last` must be thrown away. Tier points that moved are evaluated again for their indicators alone.
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
  const moved = samePoints ? movedWeight(last.ranked.weights, weights) : null;
  const totals: Totals =
    moved === null ? total(evaluated, weights) : total(evaluated, weights, { totals: last!.ranked.totals, changed: moved });
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

/** The one indicator whose weight differs, null where none or several do. */
function movedWeight(before: Weights, now: Weights): number | null {
  const moved = now.flatMap((stages, index) => (stages.some((weight, stage) => weight !== before[index]![stage]) ? [index] : []));
  return moved.length === 1 ? moved[0]! : null;
}
