import { loadWords } from './i18n';

/** Everything that is fetched when first needed, fetched behind the board: from then on the network may go. */
export const everyPart = () =>
  Promise.all([
    loadWords(),
    import('./views/data/later').then(({ later }) => all(later)),
    import('./views/distributions/later').then(({ later }) => all(later)),
    import('./views/scheme/later').then(({ later }) => all(later)),
    import('./views/seedlings/later').then(({ later }) => all(later)),
    import('./views/sql/later').then(({ later }) => all(later)),
    import('./doors').then(({ doors }) => all(doors)),
    import('./views/data/Keeping.svelte'),
    import('./views/data/LeavingAsk.svelte'),
    import('./views/data/Losses.svelte'),
    import('./views/data/Offered.svelte'),
    import('./views/data/folder-files'),
    import('./state/sql-door'),
    import('./state/adopting'),
    import('./state/desk.svelte'),
    import('./state/leaving'),
    import('./views/firm/View.svelte'),
    import('./views/boards/TryPanel.svelte'),
    import('./views/boards/DraftNotice.svelte'),
    import('./views/boards/Leavers.svelte'),
    import('./views/boards/ProfileCard.svelte'),
    import('./views/boards/ColumnList.svelte'),
    import('./views/boards/PrintTable.svelte'),
    import('./views/boards/hand-out'),
    import('./parts/DropArea.svelte'),
    import('./views/frame/FirmSearch.svelte'),
    import('./views/frame/SegmentPick.svelte'),
    import('./views/frame/AppearanceChoices.svelte'),
    import('./views/frame/KeysDialog.svelte'),
    import('./views/frame/OfflineDialog.svelte'),
    import('./state/download'),
    import('./workspace/marks'),
    import('../queries/column-profile'),
  ]);

const all = (parts: Readonly<Record<string, () => Promise<unknown>>>): Promise<unknown> =>
  Promise.all(Object.values(parts).map((fetch) => fetch()));
