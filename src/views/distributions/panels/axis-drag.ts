import { type BrushAxis, endsOf, endsOfRange, figureAt } from './brush-steps';
import type { BrushedRanges, BrushEvent, Ends } from './panel';

/** Pixels within which the pointer takes hold of an end, and those it moves before a press is a drag. */
const [NEAR, STILL] = [5, 3];

type How = BrushEvent['how'];
type Emit = (phase: BrushEvent['phase'], x: Ends | null, how: How) => void;

/** A pointer pressed on a picture of one measure: draws a new stretch, moves an end it is near to, or the whole stretch it is in. */
export class AxisDrag {
  readonly #axis: BrushAxis;
  readonly #emit: Emit;
  readonly #at: number;
  readonly #how: How;
  /** The only stretch there is, where it can be taken hold of. */
  readonly #before: Ends | null;
  readonly #grip: 'new' | 'from' | 'to' | 'whole';
  #isUnderWay = false;
  #last: Ends | null = null;

  constructor(axis: BrushAxis, on: BrushedRanges, at: number, how: How, emit: Emit) {
    this.#axis = axis;
    this.#emit = emit;
    this.#at = at;
    this.#how = how;
    const only = how === 'set' && on.ranges.length === 1 && !on.missing ? endsOfRange(on.ranges[0]!) : null;
    this.#before = only && only[0] !== only[1] ? only : null;
    this.#grip = this.#gripAt(at);
  }

  #gripAt(across: number): 'new' | 'from' | 'to' | 'whole' {
    if (!this.#before) return 'new';
    const [from, to] = [this.#axis.x.at(this.#before[0]), this.#axis.x.at(this.#before[1])];
    if (Math.abs(across - to) <= NEAR) return 'to';
    if (Math.abs(across - from) <= NEAR) return 'from';
    return across > from && across < to ? 'whole' : 'new';
  }

  #endsAt(across: number): Ends | null {
    const [axis, before] = [this.#axis, this.#before];
    const to = figureAt(axis, across);
    if (this.#grip === 'new' || !before) return endsOf(figureAt(axis, this.#at), to);
    if (this.#grip === 'from') return endsOf(to, before[1]);
    if (this.#grip === 'to') return endsOf(before[0], to);
    const by = across - this.#at;
    return endsOf(figureAt(axis, axis.x.at(before[0]) + by), figureAt(axis, axis.x.at(before[1]) + by));
  }

  move(across: number): void {
    if (!this.#isUnderWay && Math.abs(across - this.#at) < STILL) return;
    const x = this.#endsAt(across);
    if (this.#isUnderWay && x?.[0] === this.#last?.[0] && x?.[1] === this.#last?.[1]) return;
    this.#emit(this.#isUnderWay ? 'move' : 'start', x, this.#how);
    this.#isUnderWay = true;
    this.#last = x;
  }

  /** Ends the drag. True for a press that was none: it is meant to clear. */
  drop(): boolean {
    if (!this.#isUnderWay) return this.#how === 'set';
    this.#emit('end', this.#last, this.#how);
    return false;
  }

  /** Lets go with nothing added, so that the selection is what it was. */
  cancel(): void {
    if (this.#isUnderWay) this.#emit('end', null, 'add');
  }
}
