/** Firm-years whose figure would fit its neighbours after a shift by powers of ten, field by field; kept as columns. */
export class SlipCandidates {
  #numbers = new Int32Array(256 * 3);
  #distances = new Float64Array(256 * 2);
  length = 0;

  /**
   * `exponent`: the figure is about 10^exponent times what fits. `distance`: log 10 of figure ÷ what the neighbours suggest.
   * `residual`: log distance to the worse of the neighbours after the shift.
   */
  add(row: number, figure: number, exponent: number, evidence: Evidence, neighbour: number, distance: number, residual: number): void {
    if (this.length * 3 === this.#numbers.length) {
      const numbers = new Int32Array(this.#numbers.length * 2);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
      const distances = new Float64Array(this.#distances.length * 2);
      distances.set(this.#distances);
      this.#distances = distances;
    }
    const at = this.length++;
    this.#numbers[at * 3] = row;
    this.#numbers[at * 3 + 1] = (figure << 8) | ((exponent + 16) << 2) | evidence;
    this.#numbers[at * 3 + 2] = neighbour;
    this.#distances[at * 2] = distance;
    this.#distances[at * 2 + 1] = residual;
  }

  row(at: number): number {
    return this.#numbers[at * 3]!;
  }
  /** Number of the figures the candidate is of. */
  figure(at: number): number {
    return this.#numbers[at * 3 + 1]! >> 8;
  }
  exponent(at: number): number {
    return ((this.#numbers[at * 3 + 1]! >> 2) & 63) - 16;
  }
  evidence(at: number): Evidence {
    return (this.#numbers[at * 3 + 1]! & 3) as Evidence;
  }
  /** Row of the firm's nearest year that fits. */
  neighbour(at: number): number {
    return this.#numbers[at * 3 + 2]!;
  }
  distance(at: number): number {
    return this.#distances[at * 2]!;
  }
  residual(at: number): number {
    return this.#distances[at * 2 + 1]!;
  }
}

/** What speaks for a slip: years on both sides, years on one side only, or none that could, so that only peers can tell. */
export const EVIDENCE = { both: 0, one: 1, none: 2 } as const;
export type Evidence = (typeof EVIDENCE)[keyof typeof EVIDENCE];
