import { mount } from 'svelte';
import '../../src/look/tokens.css';
import '../../src/look/base.css';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import App from '../../src/App.svelte';
import { loadWords } from '../fixtures/words';
import * as given from '../fixtures/fake-incoming.svelte';
import { DIFFERENCES, LOSSES } from '../fixtures/fake-project';

// The data and scheme pages over literals. `?show=asking|ready|cut|wide|loaded|loading|none|full|joining|losses|offered&spec={"theme":"dark"}`.
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
  full: () => given.fullRoom(spec),
  joining: () => given.fullRoom(spec, [given.ASKING]),
  losses: () => {
    const room = given.fullRoom(spec);
    room.project.losses = LOSSES;
    return room;
  },
  offered: () => {
    const room = given.fullRoom(spec);
    room.project.offered = { name: '市局汇总 2025', differences: DIFFERENCES };
    return room;
  },
};
const workbench = shows[asked.get('show') ?? 'asking']!();
// `&scheme=1` puts the second shipped scheme in force; `&problems` gives it some.
if (asked.has('scheme')) {
  workbench.schemes = await shippedSchemes();
  workbench.scheme = workbench.schemes[Number(asked.get('scheme'))] ?? null;
}
if (asked.has('problems')) {
  workbench.schemeProblems = [
    { code: 'field_not_loaded', path: '/indicators/6/formula', given: 'tech_contract', severity: 'warning' },
    { code: 'weights_do_not_add_up', path: '/indicators', given: '98 → 100', severity: 'warning' },
  ];
}
await loadWords();
mount(App, { target: document.getElementById('app')!, props: { workbench } });
