/** What the room fetches when it is first needed. */
export const later = {
  console: () => import('./Console.svelte'),
  editor: () => import('./Editor.svelte'),
  room: () => import('../../state/sql-room.svelte'),
};
