import { compareSides } from '../../../scoring/compare/comparison';
import { compareReport } from '../../../scoring/compare/report';
import { scoreBeside } from '../../../scoring/compare/score-beside';
import { compareRows } from '../../../scoring/compare/window';
import { rankPanel, type Ranked } from '../../../scoring/board/context';
import { numberColumn, packWords, textColumn } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { scorePanel } from '../../../scoring/board/score-panel';
import { checkScheme } from '../../../scoring/scheme/check';
import type { Scheme } from '../../../scoring/scheme/format';

const FIRMS = 100_000;
const YEARS = [2020, 2021, 2022, 2023, 2024];
const INDICATORS = 20;

/** A seeded generator (mulberry32), so that every run compares the same boards. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function madePanel(): Panel {
  const next = seeded(7);
  const rows = FIRMS * YEARS.length;
  const field = () => numberColumn(Array.from({ length: rows }, () => (next() < 0.05 ? null : next() * 100)));
  return {
    rows,
    firm: Int32Array.from({ length: rows }, (_, row) => row % FIRMS),
    firmKeys: packWords(Array.from({ length: FIRMS }, (_, firm) => `F${firm}`)),
    year: Int32Array.from({ length: rows }, (_, row) => YEARS[Math.floor(row / FIRMS)]!),
    name: textColumn(Array.from({ length: rows }, () => null)),
    fields: new Map(Array.from({ length: INDICATORS }, (_, at) => [`x_${at}`, field()])),
    currency: 'CNY',
  };
}

/** A scheme of 20 indicators in four groups; `tilt` moves weight from the first half to the second, and makes one rule another. */
function madeScheme(version: string, tilt: number): Scheme {
  const name = (text: string) => ({ zh: text, en: text });
  const { scheme, problems } = checkScheme(
    {
      format: 1,
      id: 'bench',
      version,
      name: name('bench'),
      provenance: 'illustrative',
      groups: [0, 1, 2, 3].map((group) => ({ id: `g${group}`, name: name(`g${group}`) })),
      indicators: Array.from({ length: INDICATORS }, (_, at) => ({
        id: `i${at}`,
        name: name(`i${at}`),
        group: `g${at % 4}`,
        formula: `x_${at}`,
        of: 10,
        weight: at < INDICATORS / 2 ? 5 - tilt : 5 + tilt,
        missing: at % 3 === 0 ? 'skip' : 'zero',
        rule: { is: 'linear', from: 0, to: at === 0 ? 100 - 10 * tilt : 100 },
      })),
      cap: 100,
    },
    () => 'number',
    () => null,
  );
  if (!scheme) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return scheme;
}

const setting = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};

/** Nothing kept of earlier rankings, so that every round ranks all years of both anew. */
function fresh(ranked: Ranked): Ranked {
  const { panel, scheme, evaluated, totals, ...rest } = ranked;
  return rankPanel(panel, scheme, evaluated, totals, rest);
}

/**
 * Milliseconds of comparing two scored versions over 5 × 100,000 firm-years: a year after the other the ranks under both, τ-b,
 * overlap and median shift, every firm's change split, the points of the picture, and the first window of movers. `scoring` is what the second version costs beside
 * the first, which is not part of it.
 */
export function measureCompare(rounds: number): { readonly times: number[]; readonly rows: number; readonly scoring: number } {
  const panel = madePanel();
  const first = scorePanel(panel, madeScheme('1', 0), setting);
  const start = performance.now();
  const second = scoreBeside(first, madeScheme('2', 1), setting);
  const scoring = performance.now() - start;
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    const [a, b] = [fresh(first), fresh(second)];
    rows = 0;
    for (const year of YEARS) {
      const comparison = compareSides({ ranked: a, year }, { ranked: b, year }, {});
      rows += compareReport(comparison, 100).summary.both;
      compareRows(comparison, { list: 'both', search: '', sort: { key: 'moved', down: true }, offset: 0, count: 50 });
    }
    times.push(performance.now() - from);
  }
  return { times, rows, scoring };
}
