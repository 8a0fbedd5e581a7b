/** What the room brings along when it is first entered. */
export const later = {
  desk: () => import('../../state/seedling.svelte'),
};
