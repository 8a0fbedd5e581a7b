/** The pages of the room that are fetched when they are turned to. */
export const later = {
  edit: () => import('./edit/Editor.svelte'),
  compare: () => import('./compare/Compare.svelte'),
  firmness: () => import('./firmness/Firmness.svelte'),
  consistency: () => import('./consistency/Consistency.svelte'),
};
