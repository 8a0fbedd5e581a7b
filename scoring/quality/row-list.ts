import { sortRowsBy } from '../radix';
import type { Finding, FindingRule } from './format';

/** Rows with two numbers each, as they are found: typed arrays that grow, so that a million findings are no million objects. */
export class RowList {
  #rows = new Int32Array(64);
  #measure = new Float64Array(64);
  #factor = new Float64Array(64);
  length = 0;

  /** Measure and factor are NaN where there is none. */
  add(row: number, measure: number, factor: number = NaN): void {
    if (this.length === this.#rows.length) {
      this.#rows = grown(this.#rows, new Int32Array(this.length * 2));
      this.#measure = grown(this.#measure, new Float64Array(this.length * 2));
      this.#factor = grown(this.#factor, new Float64Array(this.length * 2));
    }
    this.#rows[this.length] = row;
    this.#measure[this.length] = measure;
    this.#factor[this.length++] = factor;
  }

  /** The finding of these rows, ascending, each once (the first said of a row counts); null where there is none. */
  finding(id: string, rule: FindingRule, field: string | null, lines = 0): Finding | null {
    if (this.length === 0 && lines === 0) return null;
    const rows = this.#rows.slice(0, this.length);
    const measure = this.#measure.slice(0, this.length);
    const factor = this.#factor.slice(0, this.length);
    if (isAscending(rows)) return { id, rule, field, rows, measure, factor, lines };
    const order = ascending(rows);
    const gathered = (numbers: Float64Array): Float64Array => Float64Array.from(order, (at) => numbers[at]!);
    return { id, rule, field, rows: order.map((at) => rows[at]!), measure: gathered(measure), factor: gathered(factor), lines };
  }
}

/** Places of the rows in ascending order, of equal rows the first alone. */
function ascending(rows: Int32Array): Int32Array {
  const places = Int32Array.from(rows, (_, at) => at);
  sortRowsBy(places, (at) => rows[at]!);
  return places.filter((at, i) => i === 0 || rows[at] !== rows[places[i - 1]!]);
}

function isAscending(rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (rows[i]! <= rows[i - 1]!) return false;
  return true;
}

function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
