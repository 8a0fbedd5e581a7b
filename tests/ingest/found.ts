import type { FieldKind, FoundColumn, FoundFile, PreviewRow } from '../../src/model/source';

/** A column as `look` finds it: header, kind, samples. */
export function foundColumn(
  header: string,
  kind: FieldKind,
  samples: readonly string[] = ['1'],
  more: Partial<FoundColumn> = {},
): Omit<FoundColumn, 'at'> {
  return { header, kind, unit: null, samples, filled: samples.length, blank: 0, changed: 0, refused: 0, nulls: [], ownUnits: 0, ...more };
}

/** A file of such columns. */
export function foundFile(columns: readonly Omit<FoundColumn, 'at'>[], more: Partial<FoundFile> = {}): FoundFile {
  return {
    source: 'firms.csv',
    bytes: 1000,
    dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 1 } },
    certain: true,
    unit: null,
    sampled: 2,
    columns: columns.map((column, at) => ({ at, ...column })),
    preview: [],
    problems: [],
    ...more,
  };
}

/** A line above the header. */
export function above(...cells: string[]): PreviewRow {
  return { line: 1, cells, fate: 'above' };
}
