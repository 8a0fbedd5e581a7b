import type { Ranked } from '../../scoring/board/context';
import { firmKey } from '../../scoring/board/cell';
import { bandsOf } from '../../scoring/distribution/bands';
import { areaStep, brushStep, openBrush, orderOfTable, type BrushTable, type ReadyBrush } from '../../scoring/distribution/brush';
import { chartOf } from '../../scoring/distribution/chart';
import { letOutOf } from '../../scoring/distribution/exported';
import { GUARD_LIMITS } from '../../scoring/distribution/guard';
import { firmRow } from '../../scoring/distribution/firm-table';
import type { Frame, MeasureId } from '../../scoring/distribution/format';
import { frameRows, selectedOf } from '../../scoring/distribution/frame';
import { measureOf, offeredMeasures } from '../../scoring/distribution/measure';
import { chartSql } from '../../queries/build/chart-sql';
import { chartReads } from '../../scoring/distribution/chart-reads';
import { pathsOf } from '../../scoring/distribution/paths';
import { chartGiven } from './chart-given';
import type { BrushAsk, SpreadRoomFace, TableAsk } from './spread-face';

/** What it needs of the scoring room. */
interface Outside {
  /** The scheme or draft in force, scored. */
  ranked(): Ranked;
  fields(): readonly { readonly id: string; readonly kind: string }[];
}

interface Opened {
  readonly ctx: Ranked;
  readonly frame: Frame;
  readonly table: BrushTable;
  readonly ready: ReadyBrush;
}

/** The questions of the distribution room, beside the scores. It remembers one brush: the one last made ready. */
export class Spreading implements SpreadRoomFace {
  readonly #outside: Outside;
  #opened: Opened | null = null;
  #number = 0;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async measures() {
    return offeredMeasures(this.#outside.ranked(), this.#outside.fields());
  }
  async chart(...[spec, frame]: Parameters<SpreadRoomFace['chart']>) {
    return chartOf(this.#outside.ranked(), spec, frame);
  }

  async firmTable({ frame, measures, sort, offset, count }: TableAsk) {
    const ctx = this.#outside.ranked();
    const rows = frameRows(ctx, frame);
    const selected = selectedOf(ctx, frame.clauses, rows);
    const order = orderOfTable(ctx, rows, sort);
    const shown: number[] = [];
    let passed = 0;
    for (const position of order) {
      if (selected && selected[position] === 0) continue;
      if (passed >= offset && shown.length < count) shown.push(rows[position]!);
      passed++;
    }
    return { all: rows.length, selected: passed, rows: shown.map((row) => firmRow(ctx, row, measures, frame.pins)) };
  }

  async openBrush({ charts, frame, measure, edges, isLog, zeroApart, table }: BrushAsk) {
    const ctx = this.#outside.ranked();
    const ready = openBrush(ctx, frame, charts, measure, { edges, isLog, zeroApart }, table);
    this.#opened = ready && { ctx, frame, table, ready };
    return ++this.#number;
  }
  async brush(...[number, ranges, missing]: Parameters<SpreadRoomFace['brush']>) {
    if (number !== this.#number || !this.#opened) return null;
    const { ctx, frame, table, ready } = this.#opened;
    return brushStep(ctx, ready, ranges, missing, table, frame.pins);
  }
  async brushArea(...[{ charts, frame, table }, clauses]: Parameters<SpreadRoomFace['brushArea']>) {
    return areaStep(this.#outside.ranked(), frame, charts, clauses, table);
  }

  async chartSql(...[spec, frame, bars]: Parameters<SpreadRoomFace['chartSql']>) {
    const ctx = this.#outside.ranked();
    return chartSql(spec, frame, chartGiven(ctx, bars))?.sql ?? null;
  }
  async chartReads(...[spec, frame]: Parameters<SpreadRoomFace['chartReads']>) {
    return chartReads(this.#outside.ranked(), spec, frame);
  }
  async paths(measure: MeasureId, frame: Frame) {
    const ctx = this.#outside.ranked();
    const measured = measureOf(ctx, measure);
    return 'is' in measured ? [] : pathsOf(ctx, frame, measured);
  }
  async bands(...[measure, edges, frame]: Parameters<SpreadRoomFace['bands']>) {
    return bandsOf(this.#outside.ranked(), frame, measure, edges);
  }
  async letOut(...[spec, frame]: Parameters<SpreadRoomFace['letOut']>) {
    return letOutOf(this.#outside.ranked(), spec, frame, GUARD_LIMITS.least);
  }
  async selectedFirms(frame: Frame) {
    const ctx = this.#outside.ranked();
    const rows = frameRows(ctx, frame);
    const selected = selectedOf(ctx, frame.clauses, rows);
    const firms = new Set<number>();
    rows.forEach((row, at) => {
      if (!selected || selected[at] === 1) firms.add(row);
    });
    return [...new Set(Array.from(firms, (row) => firmKey(ctx.panel, row)))];
  }
}
