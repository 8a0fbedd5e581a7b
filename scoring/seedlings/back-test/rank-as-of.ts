import { type Ranked, rankPanel } from '../../board/context';
import { chosenCodes, type ChosenCodes, setChosen } from '../../chosen';
import { evaluateScheme } from '../../evaluate';
import type { Panel } from '../../panel';
import { total } from '../../total';
import { assertAvailable } from './available';
import { panelAsOf } from './panel-as-of';

/** The board as it could be made after a year: the scheme and weights in force on a panel that holds nothing later. Everything fitted is fitted anew. */
export function rankAsOf(ctx: Ranked, year: number): Ranked {
  const panel = panelAsOf(ctx.panel, year);
  assertAvailable(panel, year);
  const chosen = chosenCodes(ctx.panel);
  if (chosen) setChosen(panel, chosenUpTo(chosen, ctx.panel, year));
  const evaluated = evaluateScheme(panel, ctx.scheme);
  return rankPanel(panel, ctx.scheme, evaluated, total(evaluated, ctx.weights), ctx);
}

/** Groups somebody chose, for the rows that are left. */
function chosenUpTo({ codes, offsets, ...rest }: ChosenCodes, panel: Panel, year: number): ChosenCodes {
  const kept: number[] = [];
  const starts = [0];
  for (let row = 0; row < panel.rows; row++) {
    if (panel.year[row]! > year) continue;
    const [from, to] = offsets ? [offsets[row]!, offsets[row + 1]!] : [row, row + 1];
    for (let at = from; at < to; at++) kept.push(codes[at]!);
    starts.push(kept.length);
  }
  return { ...rest, codes: Int32Array.from(kept), offsets: offsets ? Int32Array.from(starts) : null };
}
