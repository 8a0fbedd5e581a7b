import { mount } from 'svelte';
import App from './App.svelte';
import { firstWords } from './i18n';
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

// After the first board has been painted, so that nothing stands in its way. A part that does not come is asked for again, and said, where it is needed.
requestAnimationFrame(() =>
  setTimeout(
    () => void workbench.begin().finally(() => void import('./every-part').then(({ everyPart }) => everyPart()).catch(() => null)),
  ),
);
