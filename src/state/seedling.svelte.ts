// A little longer than other files: the verbs of one room; what an address says of it is in seedling-spec.
import type { BackTestAsk, ReasonCard, SeedlingAnswer, SeedlingAsk, SeedlingRule, SeedlingSetting } from '../../scoring/seedlings/format';
import type { DataSummary, ProjectFace } from './face';
import { Latest } from './latest.svelte';
import { readOnce } from './read-once';
import type { BackTestProgress, BackTestRun, SeedlingFace, SeedlingRoomFace } from './seedling-face';
import { readSeedlingText, SEEDLING_DEFAULTS, seedlingText, type BackTestChoice, type SeedlingSpec } from './seedling-spec';
import type { Spec } from './spec';

/** What the room needs of the workbench. */
export interface SeedlingOutside {
  readonly room: SeedlingRoomFace;
  readonly workbench: {
    readonly spec: Spec;
    readonly data: DataSummary | null;
    readonly project: Pick<ProjectFace, 'saveSelection'>;
    change(part: Partial<Spec>, how?: 'step' | 'drag'): Promise<void>;
  };
  newId(): string;
  /** ISO time. */
  now(): string;
  /** Changes whenever the same question may have another answer. */
  stamp(): string;
  ready(): Promise<void>;
  notice(code: string, given: string): void;
}

/** Rows of the list that are asked for at first, and by how many it grows; near misses of the last step come after its end. */
const ROWS = 60;
/** Years a back-test looks ahead, and most as-of years it takes, unless others are chosen. */
const HORIZON = 3;
const MOST_YEARS = 5;
/** Rule columns shown unless others are chosen. */
const COLUMNS: readonly string[] = ['oecd-hge', 'oecd-gazelle', 'star-4plus5', 'new-eagle-hz', 'cn-tech-sme-2017'];

/** The seedling room: reads its part of the address, asks for the list and for the reasons of the chosen firm when something has changed, and runs back-tests. */
export class SeedlingDesk implements SeedlingFace {
  progress: BackTestProgress | null = $state.raw(null);
  readonly #outside: SeedlingOutside;
  #shipped: readonly SeedlingRule[] = $state.raw([]);
  #fetching: Promise<void> | null = null;
  readonly #answer = new Latest<SeedlingAnswer>();
  readonly #card = new Latest<ReasonCard | null>();
  readonly #backTest = new Latest<BackTestRun | null>();
  #asked = { answer: '', card: '' };
  #count = ROWS;
  readonly #specOf: (text: string) => SeedlingSpec;
  #ranOn = $state('');

  constructor(outside: SeedlingOutside) {
    this.#outside = outside;
    this.#specOf = readOnce(readSeedlingText, (code, given) => outside.notice(code, given));
  }

  get spec(): SeedlingSpec {
    return this.#specOf(this.#outside.workbench.spec.seedling);
  }
  get shipped() {
    return this.#shipped;
  }
  get rules(): readonly SeedlingRule[] {
    const { rules } = this.spec;
    const chosen = this.#shipped.filter(({ id }) => (rules ?? COLUMNS).includes(id));
    const gates = this.#gateRules().filter((rule) => !chosen.includes(rule));
    return [...chosen, ...gates];
  }
  get answer() {
    return this.#answer.outcome;
  }
  get card() {
    return this.#card.outcome;
  }
  get backTestYears(): readonly number[] {
    const [first, ...years] = this.#years;
    // Of a firm in its first loaded year nothing is known but that year.
    return first === undefined ? [] : years.filter((year) => year + this.#horizon <= years.at(-1)!);
  }
  get #years(): readonly number[] {
    return this.#outside.workbench.data?.allYears ?? [];
  }
  get #horizon(): number {
    const span = this.#years.length === 0 ? 0 : this.#years.at(-1)! - this.#years[0]!;
    return this.spec.backTest.horizon ?? Math.max(1, Math.min(HORIZON, span - 1));
  }
  get backTestAsk(): BackTestAsk {
    const { setting, backTest } = this.spec;
    const possible = this.backTestYears;
    return {
      ...backTest,
      setting,
      segment: this.#outside.workbench.spec.segment,
      asOf: backTest.asOf ?? possible.slice(-MOST_YEARS),
      horizon: this.#horizon,
    };
  }
  get backTest() {
    return this.#backTest.outcome;
  }
  get isOutdated(): boolean {
    const { last } = this.#backTest;
    return last !== null && last !== undefined && this.#ranOn !== this.#backTestKey();
  }

  look(): void {
    const { spec, data } = this.#outside.workbench;
    if (spec.view !== 'seedlings' || data === null) return;
    const { setting, rules, firm } = this.spec;
    const asked = JSON.stringify([this.#outside.stamp(), spec.year, spec.segment, setting, rules]);
    const answer = JSON.stringify([asked, this.#count]);
    if (answer !== this.#asked.answer) {
      this.#asked.answer = answer;
      void this.#answer.ask(() => this.#question((room) => room.seedlings(this.#ask())));
    }
    const card = JSON.stringify([asked, firm]);
    if (card === this.#asked.card) return;
    this.#asked.card = card;
    // The reasons of another firm must not stand there while those of this one are worked out.
    if (this.#card.last?.firm !== firm) this.#card.clear();
    if (firm !== null) void this.#card.ask(() => this.#question((room) => room.reasonCard(firm, this.#ask())));
  }

  set(part: Partial<SeedlingSetting>, how: 'step' | 'drag' = 'step') {
    this.#count = ROWS;
    return this.#change({ setting: { ...this.spec.setting, ...part } }, how);
  }
  setRules(rules: readonly string[] | null) {
    return this.#change({ rules });
  }
  setBackTest(part: Partial<BackTestChoice>) {
    return this.#change({ backTest: { ...this.spec.backTest, ...part } });
  }
  reset() {
    return this.#change({ ...SEEDLING_DEFAULTS, firm: this.spec.firm });
  }
  pick(firm: string | null) {
    return this.#change({ firm });
  }
  more(): void {
    this.#count += 4 * ROWS;
    this.look();
  }

  async run(): Promise<void> {
    await this.#backTest.ask(async () => {
      const ask = this.backTestAsk;
      const key = this.#backTestKey();
      this.progress = { done: 0, of: ask.asOf.length };
      try {
        const found = await this.#question((room) => room.backTest(ask, (progress) => (this.progress = progress)));
        // Given up: what stood there before stays.
        if (found === null) return this.#backTest.last ?? null;
        this.#ranOn = key;
        return { ask, found };
      } finally {
        this.progress = null;
      }
    });
  }
  cancel(): void {
    void this.#outside.room.stopBackTest();
  }

  async keepList(name: string): Promise<string | null> {
    const { workbench, newId, now } = this.#outside;
    const all = this.#answer.last?.listed ?? 0;
    const { rows } = await this.#question((room) => room.seedlings({ ...this.#ask(), rules: this.#gateRules(), count: all }));
    const firms = rows.filter(({ place }) => place !== null).map(({ firm }) => firm);
    const id = newId();
    return (await workbench.project.saveSelection({ id, name, made: now(), is: 'list', firms })) ? null : id;
  }

  /** Waits for the data and the rules: nothing can be asked before both are there. */
  async #question<T>(ask: (room: SeedlingRoomFace) => Promise<T>): Promise<T> {
    const { room, ready } = this.#outside;
    await ready();
    await (this.#fetching ??= this.#fetchRules());
    return ask(room);
  }
  async #fetchRules(): Promise<void> {
    try {
      this.#shipped = await this.#outside.room.seedlingRules();
    } catch (error) {
      this.#fetching = null;
      throw error;
    }
  }
  #gateRules(): readonly SeedlingRule[] {
    return this.#shipped.filter(({ id }) => this.spec.setting.gates.includes(id));
  }
  #ask(): SeedlingAsk {
    const { year, segment } = this.#outside.workbench.spec;
    const { setting } = this.spec;
    const shown = year ?? this.#outside.workbench.data?.years.at(-1) ?? null;
    return { year: shown, segment, setting, rules: this.rules, offset: 0, count: this.#count };
  }
  /** What a back-test rests on. The year and the firm on screen are no part of it; a draft that is edited may be another at any answer. */
  #backTestKey(): string {
    const { spec, data } = this.#outside.workbench;
    const edited = spec.edit === null ? null : this.#outside.stamp();
    return JSON.stringify([data?.fingerprint, spec.scheme, spec.draft, edited, this.backTestAsk]);
  }
  #change(part: Partial<SeedlingSpec>, how: 'step' | 'drag' = 'step'): Promise<void> {
    return this.#outside.workbench.change({ seedling: seedlingText({ ...this.spec, ...part }) }, how);
  }
}
