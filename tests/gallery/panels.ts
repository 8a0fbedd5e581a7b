import { mount } from 'svelte';
import '../../src/look/tokens.css';
import '../../src/look/base.css';
import type { ChartAnswer, ChartRefusal, ChartSpec } from '../../scoring/distribution/format';
import { firstWords, type Language } from '../../src/i18n';
import ChartStand from '../fixtures/ChartStand.svelte';
import * as given from '../fixtures/distribution-answers';
import { loadWords } from '../fixtures/words';

// Every panel of the distribution room over literals, in columns of `width`. `?language=en&dark&brushed&only=spread&width=460`.
const asked = new URLSearchParams(location.search);
const language: Language = asked.get('language') === 'en' ? 'en' : 'zh';
await firstWords(language);
await loadWords();
document.documentElement.dataset.theme = asked.has('dark') ? 'dark' : 'light';
document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
const app = document.getElementById('app')!;
const room = app.clientWidth - 40;
app.style.cssText = 'display:flex;flex-wrap:wrap;gap:28px 24px;padding:20px';

const measure = given.INTENSITY.id;
const wide = Math.min(room, Number(asked.get('width') ?? 720));
const narrow = Math.min(room, 440);
const by = 'industry';
const panels: readonly (readonly [string, ChartAnswer | ChartRefusal, ChartSpec, number])[] = [
  ['spread', given.SPREAD, { is: 'spread', measure, mode: 'histogram', log: false }, narrow],
  ['segments', given.SEGMENTS, { is: 'segments', measure, by, mode: 'letters', log: false, free: false }, wide],
  ['relation', given.RELATION, { is: 'relation', x: given.TECHNOLOGY.id, y: given.GROWTH.id, logX: false, logY: false }, narrow],
  ['concentration', given.CONCENTRATION, { is: 'concentration', measure: given.EXPENSE.id, by }, narrow],
  ['groups', given.GROUPS, { is: 'groups', measure, by, of: [] }, narrow],
  ['change', given.CHANGE, { is: 'change', measure, from: null }, narrow],
  ['matrix', given.MATRIX, { is: 'matrix', measures: given.MATRIX.measures.map(({ id }) => id), kind: 'spearman' }, narrow],
  ['heat', given.HEAT, { is: 'heat', measure, by, statistic: 'median' }, narrow],
  ['ecdf', { ...given.SPREAD, ecdf: { all: given.ECDF, selected: null } }, { is: 'spread', measure, mode: 'ecdf', log: false }, narrow],
  [
    'density',
    { ...given.SPREAD, density: { all: given.DENSITY, selected: null, bandwidth: 0.0042 } },
    { is: 'spread', measure, mode: 'density', log: false },
    narrow,
  ],
  ['strip', given.STRIP, { is: 'spread', measure, mode: 'strip', log: false }, narrow],
  ['box', given.SEGMENTS, { is: 'segments', measure, by, mode: 'box', log: false, free: false }, wide],
  ['violin', given.SEGMENTS, { is: 'segments', measure, by, mode: 'violin', log: false, free: false }, wide],
  ['histograms', given.SEGMENTS, { is: 'segments', measure, by, mode: 'histograms', log: false, free: false }, wide],
  ['refused', { is: 'refused', why: 'one_year', given: '2024' }, { is: 'change', measure, from: null }, narrow],
];
for (const [name, answer, spec, width] of panels) {
  if (!name.startsWith(asked.get('only') ?? '')) continue;
  const place = document.createElement('div');
  place.style.width = `${width}px`;
  app.append(place);
  mount(ChartStand, { target: place, props: { answer, spec, language, size: { width, height: 250 }, brushed: asked.has('brushed') } });
}
