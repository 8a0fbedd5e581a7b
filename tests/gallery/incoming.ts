import { mount } from 'svelte';
import '../../src/look/tokens.css';
import '../../src/look/base.css';
import App from '../../src/App.svelte';
import * as given from '../fixtures/fake-incoming.svelte';

// The data and scheme pages over literals. `?show=asking|ready|cut|wide|loaded|loading|none&spec={"theme":"dark"}`.
const asked = new URLSearchParams(location.search);
const spec = JSON.parse(asked.get('spec') ?? '{}');
const progress = { doing: 'reading', source: given.FOUND.source, done: 3_100_000, of: 6_200_000, speed: 48_000_000 } as const;
const shows: Record<string, () => given.IncomingWorkbench> = {
  asking: () => new given.IncomingWorkbench(spec, [given.ASKING, given.CUT]),
  ready: () => new given.IncomingWorkbench(spec, [given.READY]),
  cut: () => new given.IncomingWorkbench(spec, [given.CUT]),
  wide: () => new given.IncomingWorkbench(spec, [given.wideFile(200)]),
  loaded: () => new given.IncomingWorkbench(spec, [], [given.LOADED]),
  loading: () => new given.IncomingWorkbench(spec, [given.READY], [], progress),
  none: () => new given.IncomingWorkbench(spec, []),
};
const workbench = shows[asked.get('show') ?? 'asking']!();
mount(App, { target: document.getElementById('app')!, props: { workbench } });
