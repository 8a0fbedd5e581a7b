import { type Ranked, rankPanel } from '../../../scoring/board/context';
import { evaluateScheme } from '../../../scoring/evaluate';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { BARE_SCHEME, SETTING } from '../board/literal-board';

/** A panel scored by a scheme; by one of a single indicator over revenue unless said otherwise. */
export function rankedOf(panel: Panel, scheme: Scheme = BARE_SCHEME): Ranked {
  const evaluated = evaluateScheme(panel, scheme);
  const weights = weightsOf(scheme);
  return rankPanel(panel, scheme, evaluated, total(evaluated, weights), { ...SETTING, weights });
}
