import type { Ranked } from '../../../scoring/board/context';
import { scorePanel } from '../../../scoring/board/score-panel';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';

/** A panel scored by a scheme, with bare names and figures. */
export function scored(panel: Panel, scheme: Scheme): Ranked {
  return scorePanel(panel, scheme, setting(scheme));
}

export function setting(scheme: Scheme) {
  return {
    schemeHash: `hash of ${scheme.version}`,
    nameOf: (field: string) => ({ zh: field, en: field }),
    format: (_: string, value: number | string) => String(value),
  };
}

/** One point for one, up to ten. */
export const plain = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  formula: id,
  rule: { is: 'per-unit', perUnit: 1, cap: 10 },
  of: 10,
  ...more,
});
