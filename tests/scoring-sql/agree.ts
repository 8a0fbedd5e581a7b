import { scoreStatement } from '../../queries/build/score-statement';
import { unpackWords } from '../../scoring/column';
import { evaluateScheme } from '../../scoring/evaluate';
import { type ValueKind } from '../../scoring/formula/tree';
import { type Panel } from '../../scoring/panel';
import { rankRows } from '../../scoring/rank';
import { rankWithin } from '../../scoring/rank-within';
import { type Rule, type Scheme } from '../../scoring/scheme/format';
import { hasIntervals, scoreRange } from '../../scoring/score-range';
import { STATUSES } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { type startNodeEngine } from '../../src/engine/start-node';
import { givenOf, panelTable } from './given';
import { kindOf, randomPanel, randomScheme } from './random';

type Engine = ReturnType<typeof startNodeEngine>;
/** Relative distance within which two numbers agree, absolute below 1: the two add in another order, and their logarithms are not the same program. */
const CLOSE = 1e-12;

type Row = Record<string, number | string | null>;

async function bySql(engine: Engine, panel: Panel, scheme: Scheme, kinds: (field: string) => ValueKind | null): Promise<Map<string, Row>> {
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
  if (found.size !== rows) throw new Error(`${rows} rows, ${found.size} keys`);
  return found;
}

export function byTypeScript(panel: Panel, scheme: Scheme): Map<string, Row> {
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

/** Every disagreement of the two, named. The upper ends of scores are held against the scheme in which every interval is its upper end. */
export async function disagreements(
  engine: Engine,
  panel: Panel,
  scheme: Scheme,
  kinds: (field: string) => ValueKind | null,
): Promise<string[]> {
  const found = compared(await bySql(engine, panel, scheme, kinds), byTypeScript(panel, scheme));
  const upper = atUpperEnds(scheme);
  if (upper === scheme) return found;
  const sql = await bySql(engine, panel, upper, kinds);
  const evaluated = evaluateScheme(panel, scheme);
  const { low, high } = scoreRange(
    evaluated,
    weightsOf(scheme),
    Int32Array.from({ length: panel.rows }, (_, row) => row),
  );
  const { score } = total(evaluated, weightsOf(scheme));
  const keys = unpackWords(panel.firmKeys);
  for (let row = 0; row < panel.rows; row++) {
    const key = `${keys[panel.firm[row]!]} ${panel.year[row]}`;
    const theirs = sql.get(key)?.score ?? null;
    const ours = Number.isNaN(high[row]) ? null : high[row]!;
    if (!isSame(ours, theirs)) found.push(`${key} upper end: SQL ${theirs}, TypeScript ${ours}`);
    if (!Object.is(low[row], score[row])) found.push(`${key} lower end ${low[row]}, score ${score[row]}`);
  }
  return found;
}

/** What a random scheme over a random panel disagrees in, each fault with its seed. */
export async function seedFaults(engine: Engine, seed: number): Promise<string[]> {
  const scheme = randomScheme(seed);
  return (await disagreements(engine, randomPanel(seed), scheme, kindOf)).map((fault) => `scheme ${seed}: ${fault}`);
}

/** The scheme with the upper end in place of every interval of points; the very same where it has none. */
function atUpperEnds(scheme: Scheme): Scheme {
  if (!hasIntervals(scheme)) return scheme;
  const raised = <R extends Rule>(rule: R): R => {
    if (rule.is !== 'tiers') return rule;
    return {
      ...rule,
      tiers: rule.tiers.map((tier) => ({ ...tier, points: typeof tier.points === 'number' ? tier.points : tier.points[1] })),
    };
  };
  const indicators = scheme.indicators.map(({ rule, ...rest }) => ({
    ...rest,
    rule:
      rule.is === 'best-of' ? { ...rule, options: rule.options.map((option) => ({ ...option, rule: raised(option.rule) })) } : raised(rule),
  }));
  return { ...scheme, indicators };
}

type Fact = number | string | null | undefined;
const isSame = (ours: Fact, theirs: Fact, scale = 1): boolean =>
  typeof ours === 'number' && typeof theirs === 'number'
    ? Math.abs(ours - theirs) <= CLOSE * Math.max(1, Math.abs(ours), scale)
    : ours === theirs;

function compared(sql: Map<string, Row>, script: Map<string, Row>): string[] {
  const found: string[] = [];
  if (sql.size !== script.size) found.push(`rows: ${sql.size} and ${script.size}`);
  for (const [key, facts] of script) {
    for (const [name, ours] of Object.entries(facts)) {
      const theirs = sql.get(key)?.[name];
      // What a group lost is what it could have earned less what it earned: as precise as these are.
      const scale = name.startsWith('l') ? Math.abs(Number(facts[`g${name.slice(1)}`])) : 1;
      if (!isSame(ours, theirs, scale)) found.push(`${key} ${name}: SQL ${theirs}, TypeScript ${ours}`);
    }
  }
  return found;
}
