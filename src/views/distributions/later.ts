/** What the room fetches when it is first needed: each kind of chart, and the export. */
export const later = {
  segments: () => import('./panels/Segments.svelte'),
  groups: () => import('./panels/Groups.svelte'),
  change: () => import('./panels/Change.svelte'),
  concentration: () => import('./panels/Concentration.svelte'),
  relation: () => import('./panels/Relation.svelte'),
  matrix: () => import('./panels/Matrix.svelte'),
  heat: () => import('./panels/Heat.svelte'),
  exportDialog: () => import('./ExportDialog.svelte'),
  chartFile: () => import('../../state/chart-file'),
};
