import { evaluateScheme } from '../evaluate';
import type { Panel } from '../panel';
import type { Scheme } from '../scheme/format';
import { total } from '../total';
import { weightsOf } from '../weights/given';
import { rankPanel, type Ranked, type Setting } from './context';

/** From a panel and a checked scheme to ranks, with the scheme's own weights: the one press. */
export function scorePanel(panel: Panel, scheme: Scheme, setting: Omit<Setting, 'weights' | 'draft'>): Ranked {
  const evaluated = evaluateScheme(panel, scheme);
  const weights = weightsOf(scheme);
  return rankPanel(panel, scheme, evaluated, total(evaluated, weights), { ...setting, weights, draft: null });
}
