import type { zhStanding } from './zh-standing';

/** English words of how firm one firm’s rank is, in the drawer. */
export const enStanding: typeof zhStanding = {
  firmness_delta_exact: (delta: string) => `±${delta}`,
  firmness_delta_least: (delta: string) => `at least ±${delta}`,
  firmness_because: { stage: 'stages weigh differently', shared: 'missing weight is shared out', clipped: 'comes to 0 or the cap' },

  firmness_firm_heading: 'How firm is this rank',
  firmness_firm_range: (low: string, high: string, meta: string) => `Range under the tested assumptions: rank ${low}–${high} (${meta}).`,
  firmness_firm_above: (name: string, rank: string, delta: string) => `${name} above (rank ${rank}) is out of reach within ${delta}.`,
  firmness_firm_below: (name: string, rank: string, delta: string) => `${name} below (rank ${rank}) cannot catch up within ${delta}.`,
  firmness_firm_above_unknown: (name: string, rank: string, why: string) =>
    `${name} above (rank ${rank}): ${why}, so what would pass it is not known.`,
  firmness_firm_below_unknown: (name: string, rank: string, why: string) =>
    `${name} below (rank ${rank}): ${why}, so what would bring it up is not known.`,
  firmness_firm_tied: (name: string) => `Tied with ${name}: the slightest change of weights parts them.`,
  firmness_firm_same: (name: string) => `The same as ${name} in everything: no weights part them.`,
  firmness_firm_above_never: (name: string, rank: string) => `${name} above (rank ${rank}) is nowhere behind: no weights pass it.`,
  firmness_firm_below_never: (name: string, rank: string) => `${name} below (rank ${rank}) is nowhere ahead: no weights bring it up.`,
  firmness_firm_bound: (share: string, best: string, worst: string) =>
    `Whatever the weights within ±${share}, the rank is no better than ${best} and no worse than ${worst} (bounds that need not be reached).`,
  firmness_firm_missing: (gaps: string, low: string, high: string, best: string, worst: string) =>
    `${gaps} missing: the score lies between ${low} and ${high}, the rank between ${best} and ${worst}.`,
  firmness_firm_run: 'Test the range of ranks',
  firmness_board_column: 'Rank range',
  firmness_board_note: (how: string) => `weights ${how}`,
  firmness_between: (low: string, high: string) => `${low}–${high}`,
  firmness_board_cell: (rank: string, low: string, high: string, draws: string) =>
    `Rank ${rank}; under ${draws} sets of weights 5–95 % fall in ${low}–${high} (range under the tested assumptions, on a logarithmic scale)`,
  firmness_share_tiny: '<0.01%',
  firmness_delta_unknown: 'not known',
  firmness_delta_tied: 'tied',
  firmness_delta_always: 'any weights',
  firmness_delta_same: 'the same in everything',
  firmness_meta_around: (share: string) => `each ±${share}`,
  firmness_meta_any: 'any weights',
  firmness_meta: (draws: string, how: string, seed: string, n: string) => `${draws} sets of weights (${how}), seed ${seed}, ${n} firms`,
  firmness_board: (year: string, segment: string, n: string) => `${year} · ${segment} · ${n} ranked firms`,
  firmness_why_near: (n: string) => `${n} others within 1 point`,
  firmness_why_up: (name: string, r: string) => `more weight on “${name}” lifts it (correlation ${r})`,
  firmness_why_down: (name: string, r: string) => `more weight on “${name}” lowers it (correlation ${r})`,
  firmness_join: (parts: readonly string[]) => parts.join('; '),
};
