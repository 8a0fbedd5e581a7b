/** The pages of the room that are fetched when they are turned to. */
export const later = {
  joining: () => import('./Joining.svelte'),
  quality: () => import('./Quality.svelte'),
  districts: () => import('./Districts.svelte'),
  history: () => import('./History.svelte'),
};
