import { mount } from 'svelte';
import App from './App.svelte';
import { firstWords, loadWords } from './i18n';
import './look/tokens.css';
import './look/base.css';
import { browserOutside } from './state/outside';
import { Workbench } from './state/workbench.svelte';

const outside = await browserOutside();
const workbench = new Workbench(outside);
await firstWords(workbench.spec.language);

mount(App, { target: document.getElementById('app')!, props: { workbench } });

addEventListener('popstate', () => workbench.goTo(location.hash));
addEventListener('beforeunload', (event) => {
  if (workbench.unsaved) event.preventDefault();
});
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries())
    if (new URL(name).origin !== location.origin && !name.startsWith('data:') && !name.startsWith('blob:')) workbench.outsideRequests += 1;
}).observe({ type: 'resource', buffered: true });

/** Everything that is fetched when first needed, fetched behind the board: from then on the network may go. */
const everyPart = () =>
  Promise.all([
    loadWords(),
    import('./views/data/View.svelte'),
    import('./views/data/Keeping.svelte'),
    import('./views/data/Losses.svelte'),
    import('./views/data/Offered.svelte'),
    import('./views/data/folder-files'),
    import('./views/scheme/View.svelte'),
    import('./views/firm/View.svelte'),
    import('./views/boards/TryPanel.svelte'),
    import('./views/boards/ProfileCard.svelte'),
    import('./views/boards/ColumnList.svelte'),
    import('./views/boards/PrintTable.svelte'),
    import('./views/boards/hand-out'),
    import('./views/frame/SegmentPick.svelte'),
    import('./views/frame/AppearanceChoices.svelte'),
    import('./views/frame/KeysDialog.svelte'),
    import('./views/frame/OfflineDialog.svelte'),
    import('./state/download'),
    import('./workspace/marks'),
    import('../queries/index'),
  ]);

// After the first board has been painted, so that nothing stands in its way. A part that does not come is asked for again, and said, where it is needed.
requestAnimationFrame(() => setTimeout(() => void workbench.begin().finally(() => void everyPart().catch(() => null))));
