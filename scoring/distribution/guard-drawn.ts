import type { BarCounts, ChartAnswer, Curve } from './format';

/**
 * A guarded answer as pictures can hold it: where a count is hidden nobody is drawn, and a bar of its own whose count is hidden is none. For pictures alone: tables and words are made of
 * the guarded answer itself, where a hidden count is NaN.
 */
export function drawnAnswer(answer: ChartAnswer): ChartAnswer {
  switch (answer.is) {
    case 'spread': {
      const { bars } = answer;
      const selected = bars.selected && drawnCounts(bars.selected);
      return {
        ...answer,
        bars: { ...bars, zeroApart: bars.zeroApart && !Number.isNaN(bars.all.zero), all: drawnCounts(bars.all), selected },
      };
    }
    case 'segments': {
      const { rows, total } = answer;
      return { ...answer, rows: rows.map(drawnRow), total: drawnRow(total) };
    }
    case 'relation': {
      const { cells, selectedCells, beyond, medians } = answer;
      // The line of medians needs its middles; where its bins end at a firm, they end at their middle.
      const ended = medians.map((bin) => ({
        ...bin,
        from: orElse(bin.from, bin.x),
        to: orElse(bin.to, bin.x),
        q1: orElse(bin.q1, bin.median),
        q3: orElse(bin.q3, bin.median),
      }));
      return {
        ...answer,
        cells: cells.map(orNobody),
        selectedCells: selectedCells?.map(orNobody) ?? null,
        beyond: orNobody(beyond),
        medians: ended,
      };
    }
    case 'concentration': {
      const deciles = answer.deciles.every(({ share }) => !Number.isNaN(share)) ? answer.deciles : [];
      return { ...answer, deciles, lorenz: { ...answer.lorenz, all: orNone(answer.lorenz.all) } };
    }
    default:
      return answer;
  }
}

type Row = Extract<ChartAnswer, { is: 'segments' }>['rows'][number];

function drawnRow(row: Row): Row {
  const { bars, box, beyond, selected } = row;
  return {
    ...row,
    beyond: orNobody(beyond),
    selected: orNobody(selected),
    bars: bars && { ...bars, counts: bars.counts.map(orNobody) },
    box: box && { ...box, beyondLow: orNobody(box.beyondLow), beyondHigh: orNobody(box.beyondHigh) },
  };
}

function drawnCounts({ bins, missing, zero, below, above }: BarCounts): BarCounts {
  return { bins: bins.map(orNobody), missing: orNobody(missing), zero: orNobody(zero), below: orNobody(below), above: orNobody(above) };
}

/** Of no more than its two ends a curve says nothing. */
function orNone(curve: Curve | null): Curve | null {
  return curve && curve.at.length > 2 ? curve : null;
}

function orNobody(count: number): number {
  return orElse(count, 0);
}

function orElse(value: number, instead: number): number {
  return Number.isNaN(value) ? instead : value;
}
