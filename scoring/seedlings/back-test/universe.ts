import type { Ranked } from '../../board/context';
import { frameRows } from '../../distribution/frame';
import { STATUS } from '../../scored';
import { lifeSigns } from '../entry';
import type { BackTestAsk } from '../format';
import { FATE, fatesOf, rowByFirm } from './outcome';

/** The firms of a back-test of one year, fixed as they stood that year. */
export interface Universe {
  readonly asOf: number;
  /** Firm numbers, and what became of each: `came`, `fell_short`, `left` or `review`. By firm key. */
  readonly firm: Int32Array;
  readonly fate: Uint8Array;
  /** All firms of the segment that year, by firm key: the peers of the choice. */
  readonly segment: Int32Array;
  /** Not alive, kept out by a gate or a veto, or nothing could come true. */
  readonly barred: number;
  /** What became of them cannot be known; of those, for want of a figure of the end. */
  readonly unknown: number;
  readonly unknownEnd: number;
}

/** Who is judged: alive and not kept out that year, by what could be seen that year. Whoever left later stays in. */
export function universeOf(ctx: Ranked, asOfBoard: Ranked, asOf: number, ask: BackTestAsk): Universe {
  const { panel, totals } = asOfBoard;
  const seen = frameRows(asOfBoard, { year: asOf, segment: ask.segment });
  const whole = rowByFirm(ctx.panel, asOf);
  const fates = fatesOf(
    ctx,
    seen.map((row) => whole[panel.firm[row]!]!),
    asOf,
    ask,
  );
  const isAlive = lifeOf(asOfBoard, ask.setting.field);
  const firm: number[] = [];
  const fate: number[] = [];
  const counts = { barred: 0, unknown: 0, unknownEnd: 0 };
  seen.forEach((row, i) => {
    const status = totals.status[row];
    const isOut = !isAlive(row) || status === STATUS.not_scored || status === STATUS.vetoed;
    if (isOut || fates[i] === FATE.barred) counts.barred++;
    else if (fates[i] === FATE.unknown || fates[i] === FATE.unknown_end) {
      counts.unknown++;
      if (fates[i] === FATE.unknown_end) counts.unknownEnd++;
    } else {
      firm.push(panel.firm[row]!);
      fate.push(fates[i]!);
    }
  });
  return { asOf, firm: Int32Array.from(firm), fate: Uint8Array.from(fate), segment: seen.map((row) => panel.firm[row]!), ...counts };
}

/** Whether any figure of being in business is above 0. */
function lifeOf({ panel }: Ranked, field: string): (row: number) => boolean {
  const columns = lifeSigns(field).flatMap((id) => {
    const column = panel.fields.get(id);
    return column?.kind === 'number' ? [column.values] : [];
  });
  return (row) => columns.some((values) => values[row]! > 0);
}
