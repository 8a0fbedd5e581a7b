import type { Ranked } from '../../../scoring/board/context';
import { segmentView, yearOf } from '../../../scoring/board/segment-view';
import type { SeedlingAsk, SeedlingRule } from '../../../scoring/seedlings/format';
import { seedlingsOf } from '../../../scoring/seedlings/list';
import { DEFAULT_SETTING } from '../../../scoring/seedlings/setting';
import { skylineLayers } from '../../../scoring/seedlings/skyline';
import { asNew, FIRMS, madeFirms } from './made-firms';

const YEAR = 2024;
const name = (text: string) => ({ zh: text, en: text });

/** Twelve rules of the usual shapes: growth over a floor, a ratio, a count, and in two of them each a percentile among peers or the type of a path. */
const RULES = Array.from({ length: 12 }, (_, at): SeedlingRule => {
  const facts = { name: name(`c${at}`), ask: null, when: null };
  return {
    id: `r${at}`,
    kind: 'own',
    name: name(`r${at}`),
    short: name(`r${at}`),
    from: null,
    to: null,
    provenance: 'illustrative',
    sources: [],
    note: null,
    condition: {
      ...facts,
      id: 'all',
      is: 'all',
      of: [
        { ...facts, id: 'g', is: 'growth', field: 'revenue', years: 1 + (at % 3), operator: '>=', rate: 0.05 * at, floor: 1e6 },
        { ...facts, id: 'r', is: 'at', measure: 'formula:rd_expense / revenue', as: 'figure', operator: '>=', threshold: at / 100 },
        { ...facts, id: 'n', is: 'at', measure: 'field:employees', as: 'figure', operator: '>=', threshold: 10 * at },
        ...(at % 6 === 0
          ? [{ ...facts, id: 'p', is: 'at', measure: 'field:inv_applied', as: 'percentile', operator: '>=', threshold: 0.5 } as const]
          : []),
        ...(at % 6 === 1 ? [{ ...facts, id: 't', is: 'trajectory', field: 'revenue', of: ['surge', 'steady'] } as const] : []),
      ],
    },
  };
});

const askWith = (growthCut: number): SeedlingAsk & { readonly year: number } => ({
  year: YEAR,
  segment: {},
  setting: { ...DEFAULT_SETTING, growthCut },
  rules: RULES,
  offset: 0,
  count: 50,
});

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The same firms, with the board on screen and nobody asked for seedlings yet. */
function onBoard(made: Ranked): Ranked {
  const ctx = asNew(made);
  if (yearOf(ctx, segmentView(ctx, {}), YEAR).rows.length !== FIRMS) throw new Error('not every firm is on the board');
  return ctx;
}

/** Milliseconds of the first answer with rules and detectors over 100,000 firms and five years, of each step of a dragged cut, and of a skyline of three axes. */
export function measureDetectors(rounds: number): { readonly first: number[]; readonly drag: number[]; readonly skyline: number[] } {
  const made = madeFirms();
  const first: number[] = [];
  let ctx = onBoard(made);
  for (let round = 0; round < rounds; round++) {
    ctx = onBoard(made);
    first.push(timed(() => void seedlingsOf(ctx, askWith(0.2))));
  }
  for (let step = 0; step < 5; step++) seedlingsOf(ctx, askWith(0.25 + step / 100));
  const drag = Array.from({ length: 20 }, (_, step) => timed(() => void seedlingsOf(ctx, askWith(0.1 + step / 100))));
  const axis = (at: number): Float64Array => made.evaluated.indicators[at]!.points.subarray(0, FIRMS);
  const skyline = Array.from({ length: rounds }, () => timed(() => void skylineLayers([axis(0), axis(1), axis(2)])));
  return { first, drag, skyline };
}
