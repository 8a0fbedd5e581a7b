import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ChartSpec } from '../../scoring/distribution/format';
import type { KeptSource, Project, ProjectState, SavedCanvas, SavedSelection } from '../../src/model/project';
import type { Recipe } from '../../src/model/recipe';
import type { Hash } from '../../src/workspace/hash';
import { act, begin } from '../../src/workspace/project';
import type { ProjectChecks } from '../../src/workspace/project-json';
import { redoStep, undoStep } from '../../src/workspace/steps';

/** SHA-256 by Node, so that no test leans on the product's own. */
export const nodeSha256 = (): Hash => {
  const hash = createHash('sha256');
  return { push: (bytes) => void hash.update(bytes), finish: () => hash.digest('hex') };
};
export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const NOW = '2026-11-22T08:00:00.000Z';

export const recipe: Recipe = {
  format: 1,
  source: '税务.csv',
  dialect: { encoding: 'gb18030', delimiter: ',', quote: '"', header: { line: 2, lines: 1 } },
  columns: [{ header: '营业收入', at: 0, field: 'revenue', kind: 'money', unit: '万元', year: null, separator: null }],
  year: 2025,
  duplicates: 'ask',
  currency: 'CNY',
  nulls: ['-'],
  absence: { means: 'unknown', years: null, districts: null },
  events: null,
};

/** A source whose bytes are the text. */
export function source(name: string, text = name): KeptSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    loaded: NOW,
    recipe: { ...recipe, source: name },
    account: { read: 3, loaded: 2, rejected: 1, skipped: 0, changedCells: 4, rejectedCells: 0 },
    facts: { owner: '税务局', received: '2026-06-01', basis: '', use: 'internal' },
  };
}

/** Takes every recipe with the words of one and every scheme with an id. */
export const checks: ProjectChecks = {
  recipe: (json) => ((json as { format?: unknown }).format === 1 ? null : 'format'),
  scheme: (json) => (typeof (json as { id?: unknown }).id === 'string' ? null : 'id'),
  hash: nodeSha256,
};

/** Begun, a file loaded, a finding decided, and that undone: four steps. */
export function small(): Project {
  const loaded = act(begin('示例区', 'workspace-0001', NOW), 'sources_loaded', ['税务.csv'], { sources: [source('税务.csv')] }, NOW);
  const decided = act(loaded, 'finding_decided', ['unit_jump:revenue'], { findings: [finding('unit_jump:revenue')] }, NOW);
  return undoStep(decided, NOW)!;
}

export const finding = (id: string) => ({ finding: id, action: 'mark', reason: '已电话核实', only: [{ firm: '甲', year: 2024 }] }) as const;

/** One chart of each kind. */
export const CHARTS: { readonly [Is in ChartSpec['is']]: Extract<ChartSpec, { readonly is: Is }> } = {
  spread: { is: 'spread', measure: 'figure:C02', mode: 'histogram', log: true },
  segments: { is: 'segments', measure: 'formula:rd_expense / revenue', by: 'chosen', mode: 'letters', log: false, free: true },
  groups: { is: 'groups', measure: 'score', by: 'industry', of: ['软件', "it's"] },
  change: { is: 'change', measure: 'group:tech', from: null },
  concentration: { is: 'concentration', measure: 'field:rd_expense', by: 'size' },
  relation: { is: 'relation', x: 'points:C01', y: 'field:revenue', logX: false, logY: true },
  matrix: { is: 'matrix', measures: ['score', 'field:revenue'], kind: 'spearman' },
  heat: { is: 'heat', measure: 'field:revenue', by: 'stage', statistic: 'gini' },
};
export const canvas = (id: string, charts: SavedCanvas['charts'] = Object.values(CHARTS)): SavedCanvas => ({
  id,
  name: { zh: '研发', en: 'R&D' },
  charts,
});
export const firmList = (id: string, firms: readonly string[] = ['甲', '乙']): SavedSelection => ({
  id,
  name: '重点',
  made: NOW,
  is: 'list',
  firms,
});
export const rule = (id: string): SavedSelection => ({
  id,
  name: '研发大户',
  made: NOW,
  is: 'rule',
  clauses: [
    {
      is: 'ranges',
      measure: 'field:rd_expense',
      ranges: [
        { from: -1.5, to: 0 },
        { from: 3, to: 3 },
        { from: 9, to: null },
      ],
      missing: true,
    },
    { is: 'segments', dimension: 'type', values: ['', '高企'] },
    { is: 'firms', firms: ['甲'] },
  ],
  segment: { industry: '软件', chosen: 's0' },
});

/** What a random history is made of. */
const word = fc.string({ maxLength: 6, unit: 'grapheme' });
const changes: fc.Arbitrary<Partial<ProjectState>> = fc.oneof(
  fc.record({ name: word }),
  fc.record({ scheme: fc.option(word) }),
  fc.record({ deadline: fc.constantFrom('06-30', '01-31', '12-05') }),
  fc.record({
    sources: fc.uniqueArray(
      fc.constantFrom('a.csv', 'b.csv', 'c.csv', 'd.csv').map((name) => source(name)),
      { selector: ({ name }) => name },
    ),
  }),
  fc.record({
    findings: fc.array(
      fc.record({
        finding: word,
        action: fc.constantFrom('exclude', 'mark', 'ignore', 'convert'),
        reason: word,
        only: fc.option(fc.array(fc.record({ firm: word, year: fc.integer({ min: 1900, max: 2100 }) }), { maxLength: 2 })),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    conflicts: fc.array(fc.record({ firm: word, year: fc.constant(2024), field: word, take: fc.option(word), reason: word }), {
      maxLength: 3,
    }),
    name: word,
  }),
  fc.record({ canvases: fc.subarray(['a', 'b', 'c'].map((id) => canvas(id))) }),
  fc.record({ selections: fc.subarray([rule('s1'), firmList('s2'), rule('s3'), firmList('s4', [])]) }),
  fc.constant({}),
);
export type Deed = { readonly do: Partial<ProjectState> } | 'undo' | 'redo';
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: changes }) },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    fc.constant('redo' as const),
  ),
  { maxLength: 25 },
);

/** Every project on the way, the begun one first. Undo and redo of nothing leave it as it is. */
export function performed(list: readonly Deed[]): Project[] {
  const way = [begin('开始', 'workspace-0001', NOW)];
  for (const deed of list) {
    const last = way.at(-1)!;
    const next = deed === 'undo' ? undoStep(last, NOW) : deed === 'redo' ? redoStep(last, NOW) : act(last, 'renamed', ['x'], deed.do, NOW);
    way.push(next ?? last);
  }
  return way;
}
