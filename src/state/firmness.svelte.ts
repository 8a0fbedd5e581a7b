import { DIMENSIONS, type BoardSlice, type Segment } from '../../scoring/board/format';
import type { FirmnessAnswer, RangeColumns } from '../../scoring/robustness/format';
import type { FirmnessProgress } from './firmness';
import type { FirmnessFace, RankRange } from './firmness-face';
import type { FirmnessSettings } from './firmness-spec';
import { Latest } from './latest.svelte';
import type { ScoreRoomFace } from './rooms';
import type { Spec } from './spec';

/** What it needs of the workbench. */
export interface FirmnessOutside {
  room(): Pick<ScoreRoomFace, 'firmness' | 'stopFirmness' | 'standing'>;
  /** Resolves when there are data to ask about. */
  ready(): Promise<void>;
  spec(): Spec;
  change(part: Partial<Spec>): Promise<void>;
  /** Tells the draft or trial on screen from every other; null where there is none. */
  draft(): string | null;
  /** Tells the data on screen, and the chosen groups they are cut by, from others. */
  data(): string | null;
}

/** The draws of the board: asked for by a person, kept until the next, shown only beside the board they are about. */
export class Firmness implements FirmnessFace {
  progress: FirmnessProgress | null = $state.raw(null);
  readonly #answer = new Latest<FirmnessAnswer | null>();
  readonly #outside: FirmnessOutside;
  readonly #places = new WeakMap<RangeColumns, ReadonlyMap<number, number>>();
  /** Answer → data it was made from. */
  readonly #dataOf = new WeakMap<FirmnessAnswer, string | null>();

  constructor(outside: FirmnessOutside) {
    this.#outside = outside;
  }

  get settings(): FirmnessSettings {
    return this.#outside.spec().firmness;
  }
  get outcome() {
    return this.#answer.outcome;
  }

  answerFor(slice: BoardSlice): FirmnessAnswer | null {
    const { outcome } = this.#answer;
    const answer = outcome.status === 'ready' ? outcome.value : outcome.status === 'idle' ? null : (outcome.last ?? null);
    if (!answer) return null;
    const { hash, draft, year, segment } = answer.of;
    const isSame =
      this.#dataOf.get(answer) === this.#outside.data() &&
      hash === slice.scheme.hash &&
      year === slice.year &&
      draft === this.#outside.draft() &&
      (draft === null) === (slice.draft === null) &&
      isSameSegment(segment, slice.segment);
    return isSame ? answer : null;
  }

  rangeOf(ranges: RangeColumns, row: number): RankRange | null {
    let places = this.#places.get(ranges);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a memory of an answer that never changes
    if (!places) this.#places.set(ranges, (places = new Map(Array.from(ranges.rows, (one, at) => [one, at]))));
    const at = places.get(row);
    return at === undefined ? null : { low: ranges.low[at]!, middle: ranges.middle[at]!, high: ranges.high[at]! };
  }

  set(part: Partial<FirmnessSettings>): void {
    void this.#outside.change({ firmness: { ...this.settings, ...part } });
  }

  async run(): Promise<void> {
    const outside = this.#outside;
    await this.#answer.ask(async () => {
      this.progress = { doing: 'drawing', done: 0, of: this.settings.draws };
      try {
        await outside.ready();
        const { year, segment } = outside.spec();
        const data = outside.data();
        const found = await outside.room().firmness({ ...this.settings, year, segment }, (progress) => {
          this.progress = progress;
        });
        // Given up: what stood there before stays.
        if (!found) return this.#answer.last ?? null;
        this.#dataOf.set(found, data);
        return found;
      } finally {
        this.progress = null;
      }
    });
  }

  cancel(): void {
    void this.#outside.room().stopFirmness();
  }

  async standing(row: number, { year, segment }: Pick<BoardSlice, 'year' | 'segment'>) {
    await this.#outside.ready();
    return this.#outside.room().standing({ row, year, segment, share: this.settings.share });
  }
}

function isSameSegment(a: Segment, b: Segment): boolean {
  return DIMENSIONS.every((dimension) => a[dimension] === b[dimension]);
}
