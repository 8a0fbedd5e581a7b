import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Column, numberColumn, REASONS, setColumn, textColumn } from '../../scoring/column';
import { kindsOf } from '../../scoring/dictionary';
import { evaluateScheme } from '../../scoring/evaluate';
import { type ValueKind } from '../../scoring/formula/tree';
import { schemeReads } from '../../scoring/scheme/reads';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { PEERS, STATUSES } from '../../scoring/scored';
import { startNodeEngine } from '../../src/engine/start-node';
import { byTypeScript, disagreements, seedFaults } from './agree';
import { randomPanel, randomScheme, seeded } from './random';

// DuckDB is the referee: the same scheme as one SQL statement, made from the scheme alone, must give every row the same points, sums, status and ranks.
const engine = startNodeEngine();
beforeAll(() => engine.ready(), 60_000);
afterAll(() => engine.stop());

const SEEDS = 150;

it.each(Array.from({ length: SEEDS / 10 }, (_, at) => at * 10 + 1))('random schemes from %i on, over random panels', async (first) => {
  for (let seed = first; seed < first + 10; seed++) expect(await seedFaults(engine, seed)).toEqual([]);
});

it('the random schemes between them meet every status, tie, rule, mean, treatment, peer group and refusal', () => {
  const met = { statuses: new Set<string>(), rules: new Set<string>(), means: new Set<string>(), reasons: new Set<string>() };
  const peers = { within: 0, wider: 0, none: 0, section: 0, division: 0, group: 0 };
  let [ties, logged, winsorised] = [0, 0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const scheme = randomScheme(seed);
    for (const { rule, treatment } of scheme.indicators) {
      met.rules.add(rule.is);
      if (treatment?.log) logged++;
      if (treatment?.winsorise) winsorised++;
    }
    for (const mean of Object.values(scheme.means ?? {})) met.means.add(mean.is);
    for (const { reasons, wider, parent } of evaluateScheme(randomPanel(seed), scheme).indicators) {
      for (const reason of reasons) met.reasons.add(REASONS[reason]!);
      for (const digits of parent?.digits ?? []) {
        if (digits === 0) peers.section++;
        if (digits === 2) peers.division++;
        if (digits > 2) peers.group++;
      }
      for (const says of wider ?? []) peers[says === PEERS.within ? 'within' : says === PEERS.none ? 'none' : 'wider']++;
    }
    const ranks = new Set<string>();
    for (const [key, { status, overall }] of byTypeScript(randomPanel(seed), scheme)) {
      met.statuses.add(String(status));
      const place = `${key.slice(-4)} ${overall}`;
      if (overall !== null && ranks.has(place)) ties++;
      ranks.add(place);
    }
  }
  expect([...met.statuses].sort()).toEqual([...STATUSES].sort());
  expect([...met.rules].sort()).toEqual(
    [
      ...['best-of', 'flag', 'goalposts', 'linear', 'log', 'min-max'],
      ...['per-unit', 'percentile', 'ratio', 'target', 'tiers', 'z-score'],
    ].sort(),
  );
  expect([...met.means].sort()).toEqual(['arithmetic', 'geometric', 'harmonic', 'power']);
  expect([...met.reasons]).toEqual(expect.arrayContaining(['zero_not_allowed', 'constant', 'too_few', 'no_stage', 'divided_by_zero']));
  expect(Math.min(ties, logged, winsorised, ...Object.values(peers))).toBeGreaterThan(20);
});

it.each((await shippedSchemes()).map((scheme) => [scheme.id, scheme] as const))(
  'shipped scheme %s over a random panel of its fields',
  async (_, scheme) => {
    const kinds = kindsOf(null);
    const draw = seeded(5);
    const panel = randomPanel(5, 60);
    const fields = new Map<string, Column>([['industry', panel.fields.get('industry')!]]);
    for (const field of schemeReads(scheme, kinds).keys()) fields.set(field, randomField(kinds(field), panel.rows, draw));
    const whole = { ...panel, fields };
    expect(await disagreements(engine, whole, scheme, kinds)).toEqual([]);
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
