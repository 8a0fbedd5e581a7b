/** What a room may import: rooms whole, rooms for their types only, packages; `node` names the files that may use Node itself. */
export interface Room {
  readonly whole: readonly string[];
  readonly types: readonly string[];
  readonly packages: readonly string[];
  readonly node?: RegExp;
}

/** The shapes in which values travel (columns, panels, codes of industries) live in scoring and may be used where data is made or moved. */
export const SHAPES: readonly string[] = ['scoring/column.ts', 'scoring/panel.ts', 'scoring/industry-code.ts'];

/** Formats of what is shown: types with the lists that name their parts. Views may read them; a method is run by `src/state` alone. */
export const FORMATS: readonly string[] = [
  'scoring/board/format.ts',
  'scoring/distribution/format.ts',
  'scoring/quality/format.ts',
  'scoring/scheme/format.ts',
  'scoring/seedlings/format.ts',
];

/**
 * Who may import whom. A room may always import itself and `data/`. `scoring/shapes` and `scoring/formats` are the files listed above; `queries/build` is part of
 * `queries`. The longest prefix of a path is its room.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  scoring: { whole: [], types: [], packages: [] },
  queries: { whole: [], types: ['scoring'], packages: [] },
  'src/model': { whole: [], types: ['scoring', 'queries'], packages: [] },
  'src/columns': {
    whole: ['src/model', 'scoring/shapes'],
    types: ['scoring'],
    packages: ['apache-arrow', 'hyparquet', 'hyparquet-writer'],
  },
  'src/ingest': { whole: ['src/model', 'src/columns', 'scoring/shapes'], types: ['scoring'], packages: ['papaparse', 'fflate'] },
  'src/engine': {
    whole: ['queries', 'src/model', 'src/columns', 'scoring/shapes'],
    types: ['scoring'],
    packages: ['@duckdb/duckdb-wasm'],
    node: /node/,
  },
  'src/workspace': { whole: ['src/model', 'src/columns', 'scoring/shapes'], types: ['scoring'], packages: ['idb', 'fflate', 'valibot'] },
  'src/state': {
    whole: ['src/model', 'src/columns', 'src/ingest', 'src/engine', 'src/workspace', 'src/publish', 'queries', 'scoring'],
    types: [],
    packages: ['svelte', 'comlink'],
  },
  'src/charts': { whole: [], types: ['scoring'], packages: ['@observablehq/plot', 'd3'] },
  'src/i18n': { whole: [], types: ['scoring', 'src/model'], packages: [] },
  'src/look': { whole: [], types: [], packages: [] },
  'src/parts': { whole: ['src/i18n', 'src/look'], types: [], packages: ['svelte', 'bits-ui'] },
  'src/publish': { whole: ['scoring', 'src/model', 'src/columns', 'src/charts', 'src/i18n'], types: [], packages: ['fflate'] },
  'src/views': {
    whole: ['src/state', 'src/charts', 'src/parts', 'src/i18n', 'src/look', 'scoring/formats'],
    types: ['scoring', 'src/model', 'queries'],
    packages: ['svelte'],
  },
  'src/views/sql': {
    whole: ['src/views', 'src/state', 'src/charts', 'src/parts', 'src/i18n', 'src/look', 'scoring/formats'],
    types: ['scoring', 'src/model', 'queries'],
    packages: ['svelte', '@codemirror', '@lezer'],
  },
  'src/cli': {
    whole: [
      'scoring',
      'queries',
      'src/model',
      'src/columns',
      'src/ingest',
      'src/engine',
      'src/workspace',
      'src/charts',
      'src/publish',
      'src/i18n',
    ],
    types: ['src/state'],
    packages: [],
    node: /./,
  },
  src: {
    whole: [
      'scoring',
      'queries',
      'src/model',
      'src/columns',
      'src/ingest',
      'src/engine',
      'src/workspace',
      'src/state',
      'src/charts',
      'src/i18n',
      'src/look',
      'src/parts',
      'src/publish',
      'src/views',
      'src/views/sql',
    ],
    types: [],
    packages: ['svelte'],
  },
};

/** The room of a file: the longest known prefix of its path, or null. */
export function roomOf(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const room = folders.slice(0, depth).join('/');
    // Only files directly in src belong to it; a folder of src that is not listed is no room.
    if (room === 'src' && folders.length > 1) return null;
    if (room in ROOMS) return room;
  }
  return null;
}
