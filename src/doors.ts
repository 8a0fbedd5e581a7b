/** The rooms beside the boards, each fetched when it is first entered, and the portraits. Their doors stand apart from the frame, which paints without them. */
export const doors = {
  data: () => import('./views/data/View.svelte'),
  scheme: () => import('./views/scheme/View.svelte'),
  distributions: () => import('./views/distributions/View.svelte'),
  seedlings: () => import('./views/seedlings/View.svelte'),
  sql: () => import('./views/sql/View.svelte'),
  portraits: () => import('./views/firm/portraits'),
};
