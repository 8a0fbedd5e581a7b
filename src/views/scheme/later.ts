/** The pages of the room that are fetched when they are turned to, and what it brings along. */
export const later = {
  edit: () => import('./edit/Editor.svelte'),
  compare: () => import('./compare/Compare.svelte'),
  firmness: () => import('./firmness/Firmness.svelte'),
  room: () => import('../../state/scheme-room.svelte'),
  whisker: () => import('./firmness/whisker'),
  consistency: () => import('./consistency/Consistency.svelte'),
};
