import { type Ranked, rankPanel } from '../../../scoring/board/context';
import { scorePanel } from '../../../scoring/board/score-panel';
import { type NumberColumn, numberColumn, packWords, textColumn } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { checkScheme } from '../../../scoring/scheme/check';
import type { Scheme } from '../../../scoring/scheme/format';

export const FIRMS = 100_000;
export const YEARS = [2020, 2021, 2022, 2023, 2024];
const INDUSTRIES = 60;
const INDICATORS = 20;

/** A seeded generator (mulberry32), so that every run looks at the same firms. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Firms that grow by a rate of their own and a luck of the year; every twentieth figure is missing. */
function madePanel(): Panel {
  const next = seeded(11);
  const rows = FIRMS * YEARS.length;
  const column = (cell: () => number): NumberColumn => numberColumn(Array.from({ length: rows }, () => (next() < 0.05 ? null : cell())));
  const size = Float64Array.from({ length: FIRMS }, () => 10 ** (5.5 + 3 * next()));
  const pace = Float64Array.from({ length: FIRMS }, () => 0.8 + 0.6 * next());
  const revenue = numberColumn(
    Array.from({ length: rows }, (_, row) => {
      const firm = row % FIRMS;
      size[firm]! *= pace[firm]! * (0.8 + 0.4 * next());
      return next() < 0.05 ? null : Math.round(size[firm]!);
    }),
  );
  const fields = new Map<string, Panel['fields'] extends ReadonlyMap<string, infer C> ? C : never>([
    ['revenue', revenue],
    ['rd_expense', column(() => Math.round(10 ** (4.5 + 3 * next())))],
    ['employees', column(() => 1 + Math.floor(200 * next()))],
    ['inv_applied', column(() => Math.floor(20 * next() ** 3))],
    ['industry', textColumn(Array.from({ length: rows }, (_, row) => `I${Math.floor(((row % FIRMS) / FIRMS) * INDUSTRIES)}`))],
    ['district', textColumn(Array.from({ length: rows }, (_, row) => `D${row % 23}`))],
  ]);
  for (let at = 0; at < INDICATORS; at++)
    fields.set(
      `x_${at}`,
      column(() => next() * 100),
    );
  return {
    rows,
    firm: Int32Array.from({ length: rows }, (_, row) => row % FIRMS),
    firmKeys: packWords(Array.from({ length: FIRMS }, (_, firm) => `F${firm}`)),
    year: Int32Array.from({ length: rows }, (_, row) => YEARS[Math.floor(row / FIRMS)]!),
    name: textColumn(Array.from({ length: rows }, (_, row) => `示例企业${row % FIRMS}`)),
    fields,
    currency: 'CNY',
  };
}

function madeScheme(): Scheme {
  const name = (text: string) => ({ zh: text, en: text });
  const { scheme, problems } = checkScheme(
    {
      format: 1,
      id: 'bench',
      version: '1',
      name: name('bench'),
      provenance: 'illustrative',
      groups: ['tech', 'growth', 'local', 'other'].map((id) => ({ id, name: name(id) })),
      indicators: Array.from({ length: INDICATORS }, (_, at) => ({
        id: `i${at}`,
        name: name(`i${at}`),
        group: ['tech', 'growth', 'local', 'other'][at % 4],
        formula: `x_${at}`,
        of: 5,
        missing: at % 3 === 0 ? 'skip' : 'zero',
        rule: { is: 'linear', from: 0, to: 100 },
      })),
    },
    () => 'number',
    () => null,
  );
  if (!scheme) throw new Error(JSON.stringify(problems));
  return scheme;
}

/** 100,000 firms over five years, scored. */
export function madeFirms(): Ranked {
  return scorePanel(madePanel(), madeScheme(), {
    schemeHash: 'bench',
    nameOf: (field) => ({ zh: field, en: field }),
    format: (_field, value) => String(value),
  });
}

/** The same firms as nobody has looked at them yet: nothing that is kept with a panel or its scores is found again. */
export function asNew(ctx: Ranked): Ranked {
  const evaluated = { ...ctx.evaluated, stage: ctx.evaluated.stage.slice() };
  return rankPanel({ ...ctx.panel }, ctx.scheme, evaluated, { ...ctx.totals }, ctx);
}
