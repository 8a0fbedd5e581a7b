import type { ComparingFace } from './compare-face';

/** Comparisons before their code is there: nothing to show, and every question opens them first. */
export function uncompared(open: () => Promise<ComparingFace>): ComparingFace {
  return {
    sides: [],
    a: null,
    b: null,
    from: null,
    answer: { status: 'busy' },
    rows: async (...asked) => (await open()).rows(...asked),
    file: async (...asked) => (await open()).file(...asked),
    nextSteps: async (firm) => (await open()).nextSteps(firm),
    neighbours: async (firm) => (await open()).neighbours(firm),
    whyAbove: async (...firms) => (await open()).whyAbove(...firms),
  };
}
