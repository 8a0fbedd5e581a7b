/** What the room fetches when it is first needed: each kind of chart, and what opens over them. */
export const later = {
  segments: () => import('./panels/Segments.svelte'),
  groups: () => import('./panels/Groups.svelte'),
  change: () => import('./panels/Change.svelte'),
  concentration: () => import('./panels/Concentration.svelte'),
  relation: () => import('./panels/Relation.svelte'),
  matrix: () => import('./panels/Matrix.svelte'),
  heat: () => import('./panels/Heat.svelte'),
  makeDialog: () => import('./MakeDialog.svelte'),
  bandsDialog: () => import('./BandsDialog.svelte'),
  exportDialog: () => import('./ExportDialog.svelte'),
  desk: () => import('../../state/spread.svelte'),
  chartFile: () => import('../../state/chart-file'),
};
