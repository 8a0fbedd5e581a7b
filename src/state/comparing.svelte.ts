import type { CompareWindow } from '../../scoring/compare/format';
import type { Beside, PortraitAsk } from '../../scoring/portrait/format';
import type { Scheme } from '../../scoring/scheme/format';
import type { CompareAnswer, CompareAsk, CompareRoomFace, CompareWords, ComparingFace, NamedSide } from './compare-face';
import { pairOf, riseFrom, sidesOf } from './compare-sides';
import type { DataSummary } from './face';
import { Latest } from './latest.svelte';
import type { SchemeDesk } from './scheme-desk.svelte';
import type { Spec } from './spec';

/** What the desk of comparisons needs of the workbench. */
export interface Compared {
  readonly spec: Spec;
  readonly schemes: readonly Scheme[];
  readonly scheme: Scheme | null;
  readonly data: DataSummary | null;
  /** Tells the chosen groups the segment is cut by from others (`groupsKey`). */
  readonly groups: string;
  readonly schemeDesk: Pick<SchemeDesk, 'trial' | 'isDragging'> | null;
}

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const BOM = '\uFEFF';

/** Comparisons of two versions or two years, and the questions about one firm. Asks the room when the page that shows them is open and something of it has changed. */
export class ComparingDesk implements ComparingFace {
  readonly #of: () => Compared;
  readonly #room: () => CompareRoomFace;
  readonly #ready: () => Promise<void>;
  readonly #beside: (firm: string, year: number) => Promise<Beside>;
  readonly #answer = new Latest<CompareAnswer>();
  #asked = '';

  /** `ready` resolves once the room has data; `beside` asks the files of a firm. */
  constructor(
    of: () => Compared,
    room: () => CompareRoomFace,
    ready: () => Promise<void>,
    beside: (firm: string, year: number) => Promise<Beside>,
  ) {
    this.#of = of;
    this.#room = room;
    this.#ready = ready;
    this.#beside = beside;
  }

  get sides(): readonly NamedSide[] {
    const { schemes, scheme, spec, schemeDesk } = this.#of();
    return sidesOf(schemes, scheme, spec.draft, schemeDesk?.trial ?? null);
  }
  get a() {
    return this.#pair().a;
  }
  get b() {
    return this.#pair().b;
  }
  get from() {
    const { spec, data } = this.#of();
    return riseFrom(spec.compare.from, spec.year, data?.years ?? []);
  }
  get answer() {
    return this.#answer.outcome;
  }

  /** Asks anew where the open page needs it. Called by the workbench after whatever may have changed it. */
  look(): void {
    const { spec, data, groups, schemeDesk } = this.#of();
    // What is drawn is compared when it is let go.
    if (spec.view !== 'scheme' || !asks(spec) || data === null || schemeDesk?.isDragging) return;
    const ask = this.#ask();
    const asked = JSON.stringify([data.fingerprint, groups, ask]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (!ask) {
      this.#answer.clear();
      return;
    }
    void this.#answer.ask(async () => {
      await this.#ready();
      return this.#room().compare(ask);
    });
  }

  async rows(number: number, window: CompareWindow) {
    return this.#room().compareRows(number, window);
  }

  async file(number: number, words: CompareWords) {
    const { spec, data } = this.#of();
    const [a, b] = spec.compare.tab === 'rise' ? [this.a, this.a] : [this.a, this.b];
    const text = await this.#room().compareText(number, { ...words, draftA: draftText(a), draftB: draftText(b) });
    const sides = spec.compare.tab === 'rise' ? [this.a?.key, this.from] : [this.a?.key, this.b?.key];
    const name = [data?.name.replace(/\.[^.]+$/, '') ?? 'miaopu', ...sides, spec.year ?? data?.years.at(-1)]
      .join('_')
      .replace(/[\\/:*?"<>|]/g, '-');
    return { name: `${name}.csv`, bytes: new TextEncoder().encode(BOM + text), type: 'text/csv' };
  }

  async nextSteps(firm: string) {
    await this.#ready();
    const { year, segment } = this.#of().spec;
    return this.#room().nextSteps(firm, year, segment);
  }
  async neighbours(firm: string) {
    await this.#ready();
    const { year, segment } = this.#of().spec;
    return this.#room().neighbours(firm, year, segment);
  }
  async whyAbove(firm: string, other: string) {
    await this.#ready();
    const { year, segment } = this.#of().spec;
    return this.#room().whyAbove(firm, other, year, segment);
  }

  async portrait(ask: Pick<PortraitAsk, 'firm' | 'share' | 'on'>) {
    await this.#ready();
    const { spec, data } = this.#of();
    const years = data?.years ?? [];
    // As the room reads it: a year without a board is the latest.
    const year = spec.year !== null && years.includes(spec.year) ? spec.year : (years.at(-1) ?? null);
    const beside = year === null ? { titles: [], conflicts: [] } : await this.#beside(ask.firm, year);
    return this.#room().portrait({ ...ask, ...beside, year, segment: spec.segment });
  }

  /** On the page of comparisons what the address names; in the editor the draft and its parent. */
  #pair() {
    const { spec, scheme } = this.#of();
    return pairOf(spec.page === 'edit' ? { ...spec.compare, a: null, b: null } : spec.compare, this.sides, scheme);
  }

  /** null where there are not two sides, or no earlier year. */
  #ask(): CompareAsk | null {
    const { spec } = this.#of();
    const { a, b } = this.#pair();
    const common = { segment: spec.segment, k: spec.compare.k, yearB: spec.year };
    if (spec.page !== 'edit' && spec.compare.tab === 'rise')
      return a && this.from !== null ? { ...common, a: bare(a), b: bare(a), yearA: this.from } : null;
    return a && b && a.key !== b.key ? { ...common, a: bare(a), b: bare(b), yearA: spec.year } : null;
  }
}

/** Whether the page on screen shows a comparison. */
function asks({ page, edit }: Spec): boolean {
  return page === 'compare' || (page === 'edit' && edit !== null);
}

function bare({ scheme, draft }: NamedSide): CompareAsk['a'] {
  return { scheme, draft };
}

/** A draft in full: its name alone would not say what was tried. */
function draftText(side: NamedSide | null): string {
  if (!side?.draft) return '';
  const { name, weights, points } = side.draft;
  const isWhole = Object.keys(weights).length + Object.keys(points).length === 0;
  return `${name} ${isWhole ? JSON.stringify(side.scheme) : JSON.stringify({ weights, points })}`;
}
