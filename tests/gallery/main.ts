import { mount } from 'svelte';
import '../../src/look/tokens.css';
import '../../src/look/base.css';
import App from '../../src/App.svelte';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';

// The whole screen over literals. `?spec={"theme":"dark"}&ranked=1000000&engine=booting` sets what is shown.
const asked = new URLSearchParams(location.search);
const ranked = Number(asked.get('ranked') ?? 142);
const workbench = new FakeWorkbench(JSON.parse(asked.get('spec') ?? '{}'), { ranked, unranked: 9 });
if (asked.get('engine') === 'booting') {
  workbench.engine = 'booting';
  setTimeout(() => (workbench.engine = 'ready'), 4000);
}
workbench.unsaved = asked.has('unsaved');
mount(App, { target: document.getElementById('app')!, props: { workbench } });
