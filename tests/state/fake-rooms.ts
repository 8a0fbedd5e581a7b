import type { BoardSlice } from '../../scoring/board/format';
import type { Scheme } from '../../scoring/scheme/format';
import type { Recipe } from '../../src/model/recipe';
import type { FoundFile } from '../../src/model/source';
import type { DataSummary } from '../../src/state/face';
import type { Project } from '../../src/model/project';
import type { DataRoomFace, Joined, LoadAnswer, Rooms, ShowRequest, WantedSource } from '../../src/state/rooms';
import type { Outside } from '../../src/state/workbench.svelte';

export const summary: DataSummary = {
  name: 'five.csv',
  synthetic: false,
  fingerprint: 'abc123',
  firms: 5,
  rows: 5,
  years: [2024],
  allYears: [2024],
  currency: 'CNY',
  fields: [],
  dimensions: ['industry'],
  derived: [],
};

export function board(year: number): BoardSlice {
  return {
    year,
    years: [2023, 2024],
    segment: {},
    counts: { ranked: 5, not_scored: 0, vetoed: 0, no_stage: 0, insufficient_data: 0, failed: 0, unchecked: 0 },
    all: 5,
    shown: 5,
    offset: 0,
    rows: [],
    groups: [],
    fullMark: 100,
    scheme: { id: 'a', version: '1', name: { zh: '甲', en: 'A' }, provenance: 'illustrative', hash: 'h' },
    stages: [],
    draft: null,
    left: {},
    leavers: [],
  };
}

export function scheme(id: string): Scheme {
  return {
    format: 1,
    id,
    version: '1',
    name: { zh: id, en: id },
    effective: { from: null, to: null },
    currency: 'CNY',
    comparison: 'year',
    stages: [],
    defaultStage: null,
    stageProvenance: null,
    groups: [],
    indicators: [],
    deductions: [],
    deductionCap: null,
    gates: [],
    vetoes: [],
    pass: null,
    cap: 100,
    minimumCoverage: 0,
    provenance: 'illustrative',
    sources: [],
  };
}

export const recipe = { format: 1, source: 'five.csv' } as Recipe;
const panel = { rows: 0 } as never;
const account = { read: 5, loaded: 5, rejected: 0, skipped: 0, changedCells: 0, rejectedCells: 0 };

/** A source as joined; its digest is its name. */
export function joined(name: string, own: Recipe = recipe): Joined {
  return { name, sha256: name, bytes: 1, recipe: own, account, problems: [] };
}
/** What joining these sources gives. */
export function answered(wanted: readonly WantedSource[], fingerprint = 'abc123'): LoadAnswer {
  const sources = wanted.map((one) => joined(one.name, one.recipe));
  return { ok: true, panel, own: [], sources, fingerprint, synthetic: false, matches: [], conflicts: 0, givers: new Map() };
}
export const loaded: LoadAnswer = answered([{ name: 'five.csv', from: { id: 1 }, recipe }]);

/** Rooms that answer with literals and write down what they were asked. */
export function fakeRooms(
  part: {
    readonly load?: DataRoomFace['load'];
    readonly fits?: readonly string[];
    readonly refused?: readonly string[];
    readonly last?: Project;
  } = {},
) {
  const shows: ShowRequest[] = [];
  const chosen: string[] = [];
  const kept: Project[] = [];
  /** Ids of the chosen groups, each time they were told. */
  const told: (readonly string[])[] = [];
  let lost: string | null = null;
  const newlyLost = (chosen: string | null = null): string | null => {
    const before = lost;
    lost = chosen === null || told.at(-1)?.includes(chosen) ? null : chosen;
    return lost === before ? null : lost;
  };
  const rooms: Rooms = {
    data: {
      look: async (_id, file) => ({ found: { source: file.name } as FoundFile, recipe, problems: [] }),
      check: async () => [],
      parseRecipe: async () => ({ found: {} as FoundFile, recipe, problems: [] }),
      forget: async () => undefined,
      rename: async () => undefined,
      copy: async () => undefined,
      relook: async () => ({ found: {} as FoundFile, recipe, problems: [] }),
      reopen: async () => ({}) as FoundFile,
      expand: async (file) => ({ files: [file], problems: [] }),
      load: part.load ?? (async (wanted) => answered(wanted)),
      cancel: async () => undefined,
      close: async () => undefined,
      trace: async () => [],
      ledger: async () => ({ total: 0, lines: [] }),
      conflictPage: async () => [],
      findings: async () => [],
      findingPage: async () => [],
      finding: async () => null,
      coverage: async (by) => ({
        by,
        fields: [],
        groups: [],
        firms: new Int32Array(),
        present: new Int32Array(),
        notCollected: new Int32Array(),
      }),
      districts: async () => [],
      beside: async () => ({ titles: [], conflicts: [] }),
      support: async () => [],
      sourceTables: async () => [],
      sourcePiece: async () => null,
    },
    keep: {
      start: async () => undefined,
      last: async () => ({ project: part.last ?? null, losses: [] }),
      importing: async () => undefined,
      imported: async () => undefined,
      keep: async (project) => void kept.push(project),
      list: async () => [],
      open: async () => ({ project: null, losses: [] }),
      remove: async () => undefined,
      close: async () => undefined,
      bundle: async () => new Uint8Array(),
      unbundle: async () => ({ project: null, differences: [], problems: [] }),
    },
    score: {
      shipped: async () => [],
      adopt: async (_panel, _own, name, synthetic, fingerprint) => ({ ...summary, name, synthetic, fingerprint }),
      choose: async ({ id }) => {
        if (part.refused?.includes(id)) return [{ code: 'unknown_field', path: '/indicators/0', given: 'x', severity: 'error' }];
        chosen.push(id);
        return [];
      },
      checkScheme: async () => ({ scheme: null, problems: [] }),
      fit: async ({ id }) => (part.fits?.includes(id) ? 1 : 0),
      quick: async () => scheme('quick'),
      suggest: async () => [{ field: 'x_rd', direction: 'more', weight: 100 }],
      show: async (request) => {
        shows.push(request);
        return {
          board: board(request.board.year ?? 2024),
          tree: [],
          sheet: null,
          dimensions: ['industry'],
          unknownPlaces: [],
          newlyLost: newlyLost(request.board.segment.chosen),
          trialProblems: [],
        };
      },
      hash: async () => 'a'.repeat(64),
      study: async () => null,
      hits: async () => [],
      tryFormula: async () => ({ problems: [], words: null, dimension: null, units: [] }),
      rows: async () => [],
      segments: async () => [],
      find: async () => [],
      boardText: async () => '',
      panelArrow: async () => new Uint8Array(),
      panelParquet: async () => new Uint8Array(),
      reads: async () => [],
      chosenReads: async () => [],
      setChosen: async (selections) => void told.push(selections.map(({ id }) => id)),
      effect: async () => null,
      consistency: () => Promise.reject(new Error('the fake has no audit')),
      otherTotals: () => Promise.reject(new Error('the fake has no audit')),
      screening: () => Promise.reject(new Error('the fake has no audit')),
      ahp: () => Promise.reject(new Error('the fake has no audit')),
      compare: async () => ({ is: 'years_refused', refusal: { is: 'same_year' }, from: 2024, to: 2024 }),
      compareRows: async () => ({ offset: 0, shown: 0, all: 0, rows: [] }),
      compareText: async () => '',
      nextSteps: async () => null,
      neighbours: async () => [],
      whyAbove: async () => null,
      portrait: async () => null,
      firmness: async () => null,
      stopFirmness: async () => undefined,
      standing: async () => null,
      measures: async () => [],
      chart: async (spec) => ({ is: 'refused', why: 'unknown_measure', given: spec.is }),
      firmTable: async () => ({ all: 0, selected: 0, rows: [] }),
      openBrush: async () => 1,
      brush: async () => null,
      brushArea: async () => ({ count: 0, layers: [], values: [], rows: [] }),
      paths: async () => [],
      bands: async () => null,
      letOut: async () => null,
      selectedFirms: async () => [],
      chartReads: async () => [],
      chartSql: async () => null,
      seedlingRules: async () => [],
      seedlings: async () => {
        throw new Error('the fake room finds no seedlings');
      },
      reasonCard: async () => null,
      backTest: async () => null,
      stopBackTest: async () => undefined,
      engineShape: async () => ({ panel: 1, rows: 0, columns: [] }),
      enginePiece: async () => null,
      scoreShape: async () => null,
      scorePiece: async () => null,
    },
    engine: {
      onstate: () => undefined,
      adopt: async () => undefined,
      profile: async (field) => ({ field, firms: 0, reported: 0, zero: 0, low: null, median: null, high: null, bins: [] }),
      put: async () => undefined,
      read: async () => ({ rows: 0, columns: new Map(), types: new Map() }),
    },
  };
  return { rooms, shows, chosen, kept, told };
}

export function fakeOutside(rooms: Rooms, part: Partial<Outside> = {}) {
  const addresses: { readonly fragment: string; readonly how: string }[] = [];
  const outside: Outside = {
    rooms,
    schemes: [scheme('a'), scheme('b')],
    first: null,
    fragment: '',
    show: (fragment, how) => addresses.push({ fragment, how }),
    now: () => '2026-01-01T00:00:00Z',
    newId: () => 'id',
    mark: async () => new Map(),
    sample: async () => [{ file: new File(['x'], 'sample.csv'), recipe: null }],
    ...part,
  };
  return { outside, addresses };
}
