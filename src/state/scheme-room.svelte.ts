import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import { schemeError } from '../../scoring/scheme/problems';
import type { ProjectState } from '../model/project';
import { ComparingDesk } from './comparing.svelte';
import { ConsistencyDesk } from './consistency.svelte';
import type { DataDesk } from './desk.svelte';
import { draftKey } from './draft-key';
import type { DataSummary } from './face';
import { Firmness } from './firmness.svelte';
import type { Rooms } from './rooms';
import { SchemeDesk } from './scheme-desk.svelte';
import { groupsKey } from './saved';
import { schemeKey, withSchemes } from './scheme-ref';
import type { Spec } from './spec';

/** What the scheme room needs of the workbench. */
export interface SchemeRoomOutside {
  readonly rooms: Rooms;
  readonly desk: DataDesk;
  newId(): string;
  spec(): Spec;
  data(): DataSummary | null;
  scheme(): Scheme | null;
  schemes(): readonly Scheme[];
  setSchemes(schemes: readonly Scheme[]): void;
  /** Resolves when there are data to ask about. */
  ready(): Promise<void>;
  change(part: Partial<Spec>): Promise<void>;
  refresh(schemeToo: boolean): Promise<void>;
}

/** Everything about schemes that is not the board: drafts, comparisons, audits, and how firm ranks are. Its code comes when the first of them is asked for. */
export class SchemeRoom {
  readonly drafts: SchemeDesk;
  readonly comparing: ComparingDesk;
  readonly consistency: ConsistencyDesk;
  readonly firmness: Firmness;
  readonly #outside: SchemeRoomOutside;

  constructor(outside: SchemeRoomOutside) {
    this.#outside = outside;
    const { rooms, desk, newId } = outside;
    const { score } = rooms;
    const ready = (): Promise<void> => outside.ready();
    this.drafts = new SchemeDesk({
      score,
      newId,
      schemes: () => outside.schemes(),
      state: (): ProjectState => desk.state,
      open: () => outside.spec().edit,
      record: (kind, given, part) => desk.record(kind, given, part),
      show: (edit, scheme) => outside.change({ edit, draft: null, ...(scheme === '' ? {} : { scheme }) }),
      changed: () => outside.refresh(false),
      added: (scheme) => outside.setSchemes(withSchemes(outside.schemes(), [scheme])),
    });
    const groups = (): string => {
      const scheme = outside.scheme();
      return groupsKey(outside.spec().segment, desk.state.selections, scheme && schemeKey(scheme));
    };
    const compared = (): ConstructorParameters<typeof ComparingDesk>[0] extends () => infer Compared ? Compared : never => ({
      spec: outside.spec(),
      schemes: outside.schemes(),
      scheme: outside.scheme(),
      data: outside.data(),
      groups: groups(),
      schemeDesk: this.drafts,
    });
    this.comparing = new ComparingDesk(
      compared,
      () => score,
      ready,
      (firm, year) => rooms.data.beside(firm, year),
    );
    this.consistency = new ConsistencyDesk({
      score,
      ask: () => ({ year: outside.spec().year, segment: outside.spec().segment }),
      ready,
    });
    this.firmness = new Firmness({
      room: () => score,
      ready,
      spec: () => outside.spec(),
      change: (part) => outside.change(part),
      draft: () => draftKey(outside.spec().draft, this.drafts.trial),
      data: () => `${outside.data()?.fingerprint} ${groups()}`,
    });
  }

  async study(indicator: string, option: string | null) {
    await this.#outside.ready();
    const { year, segment } = this.#outside.spec();
    return this.#outside.rooms.score.study({ indicator, option, year, segment });
  }
  async hits() {
    await this.#outside.ready();
    const { year, segment } = this.#outside.spec();
    return this.#outside.rooms.score.hits(segment, year);
  }
  async tryFormula(text: string, wanted: 'number' | 'truth') {
    await this.#outside.ready();
    return this.#outside.rooms.score.tryFormula(text, wanted);
  }

  async quickScheme(name: string, columns: Parameters<Rooms['score']['quick']>[1]): Promise<void> {
    await this.#outside.ready();
    const quick = await this.#outside.rooms.score.quick(name, columns);
    // A version is never changed: another choice of columns is another version.
    const others = this.#outside.schemes().filter(({ id }) => id === quick.id);
    await this.#adopt({ ...quick, version: String(1 + Math.max(0, ...others.map(({ version }) => Number(version)))) });
  }

  async importScheme(json: string): Promise<readonly SchemeProblem[]> {
    await this.#outside.ready();
    const { scheme, problems } = await this.#outside.rooms.score.checkScheme(json);
    if (!scheme) return problems;
    const known = this.#outside.schemes().find((one) => schemeKey(one) === schemeKey(scheme));
    if (known && JSON.stringify(known) !== JSON.stringify(scheme))
      return [...problems, schemeError('version_taken', '/version', scheme.version)];
    await this.#adopt(scheme);
    return problems;
  }

  async #adopt(scheme: Scheme): Promise<void> {
    const outside = this.#outside;
    outside.setSchemes(withSchemes(outside.schemes(), [scheme]));
    await outside.change({ scheme: schemeKey(scheme), draft: null, edit: null, view: 'boards' });
    if (outside.scheme() !== scheme) await outside.refresh(true);
    await outside.desk.keepScheme(scheme);
  }
}
