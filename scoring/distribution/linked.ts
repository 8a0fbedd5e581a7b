/** How a chart counts the rows of a frame: a code for each position, or with `offsets` several. */
export interface Layer {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array | null;
  readonly count: number;
}

/**
 * Everything a brush can ask for while it is dragged, counted once when it is first touched: for each place of the brushed axis the counts of
 * every linked chart, and the first firms of the table. A step then adds up the places inside the brush and looks at no firm: it costs the same
 * for a thousand and for a million. The idea is that of data cubes for brushing (Moritz, Howe & Heer 2019, Falcon).
 */
export interface Cube {
  readonly places: number;
  /** Per place: the codes of all layers one after another. */
  readonly counts: Int32Array;
  readonly starts: readonly number[];
  readonly width: number;
  /** Firms at each place. */
  readonly firms: Int32Array;
  /** Per place, the first `keep` numbers in the order of the table, ascending; −1 where there are no more. */
  readonly first: Int32Array;
  readonly keep: number;
}

export interface CubeAsk {
  /** Place of each position on the brushed axis. */
  readonly active: Uint16Array;
  readonly places: number;
  readonly layers: readonly Layer[];
  /** 1 for positions that every other condition holds for; null where there is none. */
  readonly inside: Uint8Array | null;
  /** Positions in the order of the table. */
  readonly order: Int32Array;
  /** Rows the table shows. */
  readonly keep: number;
}

export function makeCube({ active, places, layers, inside, order, keep }: CubeAsk): Cube {
  const starts: number[] = [];
  let width = 0;
  for (const { count } of layers) {
    starts.push(width);
    width += count;
  }
  const counts = new Int32Array(places * width);
  layers.forEach((layer, at) => addLayer(counts, width, starts[at]!, layer, active, inside));
  const firms = new Int32Array(places);
  for (let i = 0; i < active.length; i++) if (!inside || inside[i] === 1) firms[active[i]!]!++;
  return { places, counts, starts, width, firms, first: firstOf(active, places, inside, order, keep), keep };
}

function addLayer(
  counts: Int32Array,
  width: number,
  start: number,
  { codes, offsets }: Layer,
  active: Uint16Array,
  inside: Uint8Array | null,
): void {
  if (!offsets) {
    for (let i = 0; i < active.length; i++) if (!inside || inside[i] === 1) counts[active[i]! * width + start + codes[i]!]!++;
    return;
  }
  for (let i = 0; i < active.length; i++) {
    if (inside && inside[i] === 0) continue;
    const base = active[i]! * width + start;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) counts[base + codes[at]!]!++;
  }
}

/** The table's first rows of every place: whatever is brushed, its first rows are among them. */
function firstOf(active: Uint16Array, places: number, inside: Uint8Array | null, order: Int32Array, keep: number): Int32Array {
  const first = new Int32Array(places * keep).fill(-1);
  const filled = new Int32Array(places);
  for (let number = 0; number < order.length; number++) {
    const position = order[number]!;
    const place = active[position]!;
    if (filled[place]! >= keep || (inside && inside[position] === 0)) continue;
    first[place * keep + filled[place]!++] = number;
  }
  return first;
}

/** What a brush over some places selects: firms, counts by layer and code, and the first numbers in the order of the table. */
export interface Brushed {
  readonly count: number;
  readonly layers: readonly Int32Array[];
  readonly first: Int32Array;
}

/** One step of a brush: 1 for each place inside it. */
export function brushPlaces(cube: Cube, isInside: Uint8Array): Brushed {
  const { places, counts, starts, width, firms, first, keep } = cube;
  const sums = new Int32Array(width);
  const leading = new Leading(keep);
  let count = 0;
  for (let place = 0; place < places; place++) {
    if (isInside[place] !== 1 || firms[place] === 0) continue;
    count += firms[place]!;
    const base = place * width;
    for (let at = 0; at < width; at++) sums[at]! += counts[base + at]!;
    leading.take(first.subarray(place * keep, (place + 1) * keep));
  }
  return {
    count,
    layers: starts.map((start, at) => sums.slice(start, starts[at + 1] ?? width)),
    first: leading.numbers(),
  };
}

/** The least of numbers that come in ascending lists, up to so many: most lists are left at their first number. */
class Leading {
  readonly #kept: Int32Array;
  #n = 0;

  constructor(most: number) {
    this.#kept = new Int32Array(most);
  }

  /** Takes from a list that ends at −1. */
  take(list: Int32Array): void {
    const kept = this.#kept;
    for (const number of list) {
      const isFull = this.#n === kept.length;
      if (kept.length === 0 || number < 0 || (isFull && number > kept[this.#n - 1]!)) return;
      let at = isFull ? this.#n - 1 : this.#n++;
      for (; at > 0 && kept[at - 1]! > number; at--) kept[at] = kept[at - 1]!;
      kept[at] = number;
    }
  }

  numbers(): Int32Array {
    return this.#kept.slice(0, this.#n);
  }
}

/** The same without a cube, for brushes over two axes: one look at every firm. */
export function brushRows(layers: readonly Layer[], selected: Uint8Array, order: Int32Array, keep: number): Brushed {
  const sums = layers.map(({ count }) => new Int32Array(count));
  let count = 0;
  for (let i = 0; i < selected.length; i++) {
    if (selected[i] === 0) continue;
    count++;
    for (let at = 0; at < layers.length; at++) {
      const { codes, offsets } = layers[at]!;
      if (!offsets) sums[at]![codes[i]!]!++;
      else for (let j = offsets[i]!; j < offsets[i + 1]!; j++) sums[at]![codes[j]!]!++;
    }
  }
  const first = new Int32Array(Math.min(keep, count));
  for (let number = 0, n = 0; n < first.length; number++) if (selected[order[number]!] === 1) first[n++] = number;
  return { count, layers: sums, first };
}
