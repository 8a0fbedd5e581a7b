import { afterAll, beforeAll, expect, it } from 'vitest';
import { scoreStatement } from '../../queries/build/score-statement';
import { type Column, numberColumn, setColumn, textColumn, unpackWords } from '../../scoring/column';
import { kindsOf } from '../../scoring/dictionary';
import { evaluateScheme } from '../../scoring/evaluate';
import { type ValueKind } from '../../scoring/formula/tree';
import { type Panel } from '../../scoring/panel';
import { rankRows } from '../../scoring/rank';
import { rankWithin } from '../../scoring/rank-within';
import { type Scheme } from '../../scoring/scheme/format';
import { schemeReads } from '../../scoring/scheme/reads';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { STATUSES } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { startNodeEngine } from '../../src/engine/start-node';
import { givenOf, panelTable } from './given';
import { kindOf, randomPanel, randomScheme, seeded } from './random';

// DuckDB is the referee: the same scheme as one SQL statement, made from the scheme alone, must give every row the same points, sums, status and ranks.
const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

type Row = Record<string, number | string | null>;

async function bySql(panel: Panel, scheme: Scheme, kinds: (field: string) => ValueKind | null): Promise<Map<string, Row>> {
  await engine.insert(panelTable(panel));
  const { rows, columns } = await engine.ask(scoreStatement(scheme, givenOf(panel, scheme, kinds, ['industry'])), {});
  const words = new Map(Object.entries(columns).map(([name, column]) => [name, column.kind === 'text' ? unpackWords(column.words) : []]));
  const found = new Map<string, Row>();
  for (let row = 0; row < rows; row++) {
    const cells = Object.entries(columns).map(([name, column]) => {
      if (column.reasons[row] !== 0) return [name, null];
      return [name, column.kind === 'text' ? words.get(name)![column.codes[row]!]! : column.values[row]!];
    });
    const { firm, year, ...facts } = Object.fromEntries(cells) as Row;
    found.set(`${firm} ${year}`, facts);
  }
  expect(found.size).toBe(rows);
  return found;
}

function byTypeScript(panel: Panel, scheme: Scheme): Map<string, Row> {
  const evaluated = evaluateScheme(panel, scheme);
  const totals = total(evaluated, weightsOf(scheme));
  const ranking = rankRows(panel, totals);
  const industry = panel.fields.get('industry')!;
  if (industry.kind !== 'text') throw new Error('industry is no text');
  const inIndustry = rankWithin(ranking, { codes: industry.codes, offsets: null, count: industry.words.ends.length });
  const keys = unpackWords(panel.firmKeys);
  const found = new Map<string, Row>();
  for (let row = 0; row < panel.rows; row++) {
    const facts: Row = { stage: evaluated.stage[row]! };
    evaluated.indicators.forEach(({ points, reasons, option, hit }, at) => {
      facts[`p${at}`] = reasons[row] === 0 ? points[row]! : null;
      if (option) facts[`o${at}`] = option[row]! >= 0 ? option[row]! : null;
      if (hit) facts[`t${at}`] = hit[row]! >= 0 ? hit[row]! : null;
    });
    scheme.groups.forEach((_, at) => {
      facts[`g${at}`] = totals.groups[at]![row]!;
      facts[`l${at}`] = totals.lost[at]![row]!;
    });
    for (const name of ['base', 'bonus', 'deduction', 'coverage'] as const) facts[name] = totals[name][row]!;
    facts.score = Number.isNaN(totals.score[row]) ? null : totals.score[row]!;
    facts.status = STATUSES[totals.status[row]!]!;
    facts.unchecked = totals.unchecked[row]!;
    facts.overall = ranking.overall[row]! || null;
    facts.rank_industry = inIndustry[row]! || null;
    found.set(`${keys[panel.firm[row]!]} ${panel.year[row]}`, facts);
  }
  return found;
}

/** Every disagreement, named; sums may differ in the last digits, for SQL adds in another order. */
function disagreements(sql: Map<string, Row>, script: Map<string, Row>): string[] {
  const found: string[] = [];
  if (sql.size !== script.size) found.push(`rows: ${sql.size} and ${script.size}`);
  for (const [key, facts] of script) {
    for (const [name, ours] of Object.entries(facts)) {
      const theirs = sql.get(key)?.[name];
      const same =
        typeof ours === 'number' && typeof theirs === 'number'
          ? Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
          : ours === theirs;
      if (!same) found.push(`${key} ${name}: SQL ${theirs}, TypeScript ${ours}`);
    }
  }
  return found;
}

it.each(Array.from({ length: 40 }, (_, at) => at + 1))('random scheme %i over a random panel', async (seed) => {
  const panel = randomPanel(seed);
  const scheme = randomScheme(seed);
  const script = byTypeScript(panel, scheme);
  expect(disagreements(await bySql(panel, scheme, kindOf), script)).toEqual([]);
});

it('the random schemes between them meet every status, tie and rule', () => {
  const statuses = new Set<string>();
  const rules = new Set<string>();
  let ties = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const scheme = randomScheme(seed);
    for (const { rule } of scheme.indicators) rules.add(rule.is);
    const ranks = new Set<string>();
    for (const [key, { status, overall }] of byTypeScript(randomPanel(seed), scheme)) {
      statuses.add(String(status));
      const place = `${key.slice(-4)} ${overall}`;
      if (overall !== null && ranks.has(place)) ties++;
      ranks.add(place);
    }
  }
  expect([...statuses].sort()).toEqual([...STATUSES].sort());
  expect([...rules].sort()).toEqual(['best-of', 'flag', 'goalposts', 'linear', 'log', 'min-max', 'per-unit', 'percentile', 'tiers']);
  expect(ties).toBeGreaterThan(20);
});

it.each(shippedSchemes().map((scheme) => [scheme.id, scheme] as const))(
  'shipped scheme %s over a random panel of its fields',
  async (_, scheme) => {
    const kinds = kindsOf(null);
    const draw = seeded(5);
    const panel = randomPanel(5, 60);
    const fields = new Map<string, Column>([['industry', panel.fields.get('industry')!]]);
    for (const field of schemeReads(scheme, kinds).keys()) fields.set(field, randomField(kinds(field), panel.rows, draw));
    const whole = { ...panel, fields };
    expect(disagreements(await bySql(whole, scheme, kinds), byTypeScript(whole, scheme))).toEqual([]);
  },
);

function randomField(kind: ValueKind | null, rows: number, draw: () => number): Column {
  const list = <T>(value: () => T): (T | null)[] => Array.from({ length: rows }, () => (draw() < 0.1 ? null : value()));
  if (kind === 'text') return textColumn(list(() => (draw() < 0.3 ? 'D' : 'A')));
  if (kind === 'set') return setColumn(list(() => ['人工智能', '高新技术企业'].filter(() => draw() < 0.5)));
  // Across the orders of magnitude that money, counts and ratios have.
  if (kind === 'number') return numberColumn(list(() => (draw() < 0.1 ? 0 : Math.round(10 ** (draw() * 9 - 1) * 100) / 100)));
  const truth = numberColumn(list(() => Number(draw() < 0.1)));
  return { ...truth, kind: 'truth' };
}
