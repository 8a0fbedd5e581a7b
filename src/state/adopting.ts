import world from '../../data/sample-world.json';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { ProjectState } from '../model/project';
import type { Adopting, Answered } from './desk.svelte';
import type { DataSummary } from './face';
import type { Rooms } from './rooms';
import { schemeNamed, withSchemes } from './scheme-ref';
import type { Spec } from './spec';

/** Facts of the workbench that other data change. */
export interface Adopter {
  data: DataSummary | null;
  spec: Spec;
  schemes: readonly Scheme[];
  scheme: Scheme | null;
  readonly schemeProblems: readonly SchemeProblem[];
  /** Another object whenever anything is asked of the board or answered. */
  readonly board: object;
}
/** What taking over data asks of the workbench. */
export interface AdoptingVerbs {
  readonly rooms: Rooms;
  /** All schemes that ship; null where the workbench has them from the start. */
  readonly shipped: (() => Promise<readonly Scheme[]>) | null;
  choose(scheme: Scheme): Promise<boolean>;
  /** What was done before belongs to other data. */
  forget(): void;
  /** Nothing of other data stays on screen. */
  clear(): void;
  /** The data are in: questions go out from now on. */
  live(): void;
  /** Whoever waits for the data goes on. */
  settle(): void;
  show(): void;
  refresh(): Promise<void>;
  notice(code: string, given: string): void;
}

/** A scheme of which the data carry this share of fields is worth trying first. */
const FITS = 0.6;
/** What a person was looking at belongs to the data it was looked at in. */
const FRESH = {
  view: 'boards',
  year: null,
  segment: {},
  search: '',
  firm: null,
  draft: null,
  edit: null,
  indicator: null,
  fields: [],
  sort: { key: 'rank', down: false },
  data: null,
} as const satisfies Partial<Spec>;

/** From so many firm-years on filling the engine would be felt in whatever is dragged meanwhile. */
const FELT = 50_000;
/** Milliseconds after which a board that is asked nothing is looked at, not worked on. */
const CALM = 1000;

let loads = 0;

/** Scores joined data and makes them the ones on screen; false where nothing can score them. */
export async function adopt(
  at: Adopter,
  verbs: AdoptingVerbs,
  answer: Answered,
  state: ProjectState,
  { sample, fresh, linked }: Adopting,
): Promise<boolean> {
  const turn = ++loads;
  const { score } = verbs.rooms;
  const before = at.data?.fingerprint;
  const boardsFrom = sample || state.name === world.name ? world.boardsFrom : null;
  const data = await score.adopt(answer.panel, answer.own, state.name, sample || answer.synthetic, answer.fingerprint, boardsFrom);
  // What the engine holds is of other data: from here on it answers nothing until it has these.
  const fill = fillEngine(verbs, turn);
  at.data = data;
  // Held against the data once a scheme is in force.
  await score.setChosen(state.selections);
  // Those already here stay the same objects.
  if (verbs.shipped) at.schemes = withSchemes(await verbs.shipped(), at.schemes);
  verbs.live();
  // The sample behind the first board is the same data: what was done meanwhile can still be undone.
  if (fresh && (!sample || before !== answer.fingerprint)) verbs.forget();
  // A board of other data must not stand under the name of these, not even while the new one is made.
  if (before !== answer.fingerprint) verbs.clear();
  if (at.spec.data !== null && at.spec.data !== answer.fingerprint) verbs.notice('link_other_data', at.spec.data);
  if (fresh && !sample && !linked) at.spec = { ...at.spec, ...FRESH };
  at.schemes = withSchemes(at.schemes, state.schemes);
  try {
    const scored = await chooseFitting(at, verbs, state.scheme);
    // Whatever became of the sample, these data are there. Whoever waits is answered before the board is: it may be the board itself.
    verbs.settle();
    if (!scored) at.spec = { ...at.spec, view: 'data' };
    verbs.show();
    if (scored) await verbs.refresh();
    return scored;
  } finally {
    // The processors are for the board first, and for the touches that follow it: the engine takes its time to start, and nothing on the board asks it.
    if (data.rows < FELT) fill();
    else void calm(at).then(fill);
  }
}

async function calm(at: Adopter): Promise<void> {
  for (let seen: object | null = null; seen !== at.board;) {
    seen = at.board;
    await new Promise((resolve) => setTimeout(resolve, CALM));
  }
}

/** Makes the engine wait for the data, and answers what brings them: off the path to the board. A load that overtakes this one makes it moot. */
function fillEngine({ rooms, notice }: AdoptingVerbs, turn: number): () => void {
  const { score, engine } = rooms;
  let begin!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const table = begun
    .then(() => score.engineShape())
    .then(({ panel, rows, columns }) => ({ name: 'panel', rows, columns, pieces: () => piecesOf(score, panel) }));
  engine.adopt(table, begin).catch((error: unknown) => {
    if (turn === loads) notice('engine_without_data', error instanceof Error ? error.message : String(error));
  });
  return begin;
}

/**
 * The scheme the link names, else the workspace's, else the first that the data carry, else a quick one over the file's own figures; false where
 * there is none to score.
 */
async function chooseFitting(at: Adopter, verbs: AdoptingVerbs, kept: string | null): Promise<boolean> {
  const { score } = verbs.rooms;
  const named = schemeNamed(at.schemes, at.spec.scheme ?? kept);
  for (const scheme of named ? [named, ...at.schemes] : at.schemes) {
    if ((await score.fit(scheme)) < FITS || !(await verbs.choose(scheme))) continue;
    return true;
  }
  const columns = await score.suggest();
  if (columns.length === 0) {
    at.scheme = null;
    verbs.notice('no_number_columns', at.data?.name ?? '');
    return false;
  }
  const quick = await score.quick((at.data?.name ?? '').replace(/\.[^.]+$/, ''), columns);
  at.schemes = withSchemes(at.schemes, [quick]);
  if (!(await verbs.choose(quick)))
    throw new Error(`quick scheme is refused: ${at.schemeProblems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  verbs.notice('quick_scheme_made', String(columns.length));
  return true;
}

async function* piecesOf(score: Rooms['score'], panel: number): AsyncIterable<Uint8Array> {
  for (let piece = await score.enginePiece(panel, 0); piece; piece = await score.enginePiece(panel, piece.next)) yield piece.bytes;
}
