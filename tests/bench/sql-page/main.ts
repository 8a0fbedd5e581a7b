import { scoreStatement } from '../../../queries/build/score-statement';
import { define } from '../../../queries/define';
import { kindsOf } from '../../../scoring/dictionary';
import { evaluateScheme } from '../../../scoring/evaluate';
import { rankRows } from '../../../scoring/rank';
import { rankWithin } from '../../../scoring/rank-within';
import { firstShipped } from '../../../scoring/scheme/shipped';
import { segmentCodes } from '../../../scoring/segment';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { enginePiece, engineShape } from '../../../src/engine/panel-pieces';
import { startEngine } from '../../../src/engine/start';
import { DataRoom } from '../../../src/state/data-room';
import { givenOf } from '../../scoring-sql/given';

/**
 * The same job twice on the same rows: scores and ranks in 40 segments after a weight changed, by the scoring code and by one SQL statement
 * in the engine that ships. Milliseconds each; the SQL's plan as text.
 */
async function measure(
  file: File,
  rounds: number,
): Promise<{ readonly typescript: number[]; readonly sql: number[]; readonly rows: number; readonly plan: string }> {
  const data = new DataRoom();
  const { recipe } = await data.look(1, file, {});
  const wanted = { name: file.name, from: { id: 1 }, recipe: { ...recipe!, duplicates: 'first' as const } };
  const answer = await data.load([wanted], { findings: [], conflicts: [] }, () => undefined);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const { panel } = answer;
  const scheme = firstShipped();
  const evaluated = evaluateScheme(panel, scheme);
  const cut = { panel, scheme, evaluated };
  const codes = [segmentCodes(cut, 'industry')!, segmentCodes(cut, 'district')!];
  let totals = total(evaluated, weightsOf(scheme));
  let ranking = rankRows(panel, totals);
  let ranks = codes.map((one) => rankWithin(ranking, one));
  const typescript: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const weights = weightsOf(scheme, { C02: 5 + round });
    const start = performance.now();
    totals = total(evaluated, weights, { totals, changed: scheme.indicators.findIndex(({ id }) => id === 'C02') });
    ranking = rankRows(panel, totals, ranking);
    ranks = codes.map((one, at) => rankWithin(ranking, one, ranks[at]));
    typescript.push(performance.now() - start);
  }
  const engine = startEngine(() => undefined);
  await engine.insert({ name: 'panel', ...engineShape(panel), pieces: () => pieces() });
  function* pieces() {
    for (let piece = enginePiece(panel, 0); piece; piece = enginePiece(panel, piece.next)) yield piece.bytes;
  }
  const statement = scoreStatement(scheme, givenOf(panel, scheme, kindsOf(panel), ['industry', 'district']));
  // Only a checksum leaves the engine, so that the answer's way out is not counted against it.
  const job = define({
    name: 'score-job',
    sql: `select cast(sum(score) as double) as checksum, cast(sum(overall) as double) as ranks from (${statement.sql}) as scored`,
    params: {},
    columns: { checksum: 'real?', ranks: 'real?' },
  });
  const explain = define({
    name: 'score-plan',
    sql: `explain ${statement.sql}`,
    params: {},
    columns: { explain_key: 'text', explain_value: 'text' },
  });
  const plan = await engine.ask(explain, {}, { limit: 600_000 });
  const sql: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await engine.ask(job, {}, { limit: 600_000 });
    sql.push(performance.now() - start);
  }
  engine.stop();
  return { typescript, sql, rows: panel.rows, plan: new TextDecoder().decode(plan.columns.explain_value.words.bytes) };
}

Object.assign(globalThis, { measure: (rounds: number) => measure(document.querySelector<HTMLInputElement>('#file')!.files![0]!, rounds) });
