import { rankPanel, type Ranked, type Setting } from '../../scoring/board/context';
import { evaluateScheme, reEvaluate } from '../../scoring/evaluate';
import { diffSchemes } from '../../scoring/scheme/changes';
import type { Scheme } from '../../scoring/scheme/format';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';

/** A whole scheme tried in place of the official one. Its buffers are its own: the official result is never written over. */
export interface Trial {
  readonly ranked: Ranked;
  readonly scheme: Scheme;
}

/** Changes after which only the indicators they name are worked out again. */
const ONE_INDICATOR = /^indicators\/([^/]+)\/(?:rule|of|formula|direction)$/;
/** Changes that move weights or words alone. */
const LIGHT =
  /^(?:(?:name|note|sources|provenance|effective|stageProvenance)|indicators\/[^/]+\/(?:weight|name|unit|source|note|provenance)|(?:groups|gates|vetoes|deductions|stages)\/[^/]+\/(?:name|note|provenance))$/;

/**
 * The panel under another scheme, from the trial before where there is one (which must then be thrown away), else from the official result: a dragged
 * weight or tier works out what it moves, anything that changes the build of the scheme works out everything.
 */
export function tried(
  official: Ranked,
  scheme: Scheme,
  name: string,
  last: Trial | null,
  setting: Omit<Setting, 'weights' | 'draft' | 'schemeHash'>,
): Trial {
  const before = last?.ranked ?? official;
  const moved = new Set<string>();
  const isLight = diffSchemes(before.scheme, scheme).every(({ at }) => {
    const [, indicator] = ONE_INDICATOR.exec(at) ?? [];
    if (indicator !== undefined) moved.add(indicator);
    return indicator !== undefined || LIGHT.test(at);
  });
  const { panel } = official;
  const weights = weightsOf(scheme);
  const rank = (evaluated: Ranked['evaluated'], totals: Ranked['totals']): Trial => ({
    scheme,
    ranked: rankPanel(panel, scheme, evaluated, totals, { ...setting, schemeHash: official.schemeHash, weights, draft: name }),
  });
  if (!isLight) {
    const evaluated = evaluateScheme(panel, scheme);
    return rank(evaluated, total(evaluated, weights));
  }
  let { evaluated } = before;
  scheme.indicators.forEach((indicator, at) => {
    if (moved.has(indicator.id)) evaluated = reEvaluate(evaluated, panel, at, indicator);
  });
  const changed = scheme.indicators.flatMap(({ id }, at) => {
    const isReweighed = weights[at]!.some((weight, stage) => weight !== before.weights[at]![stage]);
    return moved.has(id) || isReweighed ? [at] : [];
  });
  return rank(evaluated, total(evaluated, weights, { totals: before.totals, changed, keep: official.totals }));
}
