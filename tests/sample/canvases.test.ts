import { describe, expect, it } from 'vitest';
import canvases from '../../data/canvases.json';
import fields from '../../data/fields.json';
import { scorePanel } from '../../scoring/board/score-panel';
import type { Dimension } from '../../scoring/board/format';
import type { ChartSpec, MeasureId } from '../../scoring/distribution/format';
import { factsOf } from '../../scoring/distribution/measure';
import { DIMENSION_FIELD } from '../../scoring/segment';
import { sampleFiles } from '../../scripts/sample/tables.mjs';
import { makeWorld } from '../../scripts/sample/world.mjs';
import { bytesSource } from '../../src/ingest/byte-source';
import { look } from '../../src/ingest/look';
import { proposeRecipe } from '../../src/ingest/propose';
import type { SavedCanvas } from '../../src/model/project';
import type { FieldEntry } from '../../src/model/recipe';
import { EMPTY_STATE } from '../../src/workspace/project';
import { stateShapeProblems } from '../../src/workspace/project-shape';
import { panelOf } from '../scoring/panel-of';
import { schemeOf } from '../scoring/schemes';

const shipped = canvases as readonly SavedCanvas[];
/** Fields the sample's files give, as they are understood when opened. */
const recipes = await Promise.all(
  sampleFiles(makeWorld())
    .filter(([name]) => name !== 'truth.csv')
    .map(async ([name, text]) =>
      proposeRecipe(await look(bytesSource(name, new TextEncoder().encode(text))), fields as readonly FieldEntry[]),
    ),
);
const given = new Set(recipes.flatMap(({ recipe }) => recipe.columns.flatMap(({ field }) => field ?? [])));
const numbers = fields.filter(({ id, kind }) => given.has(id) && ['money', 'count', 'number'].includes(kind)).map(({ id }) => id);
const sample = scorePanel(
  panelOf(Object.fromEntries(numbers.map((id) => [id, [1]]))),
  schemeOf('data/schemes/chengdu-style-4x20-2023.json'),
  {
    schemeHash: '',
    nameOf: (id) => ({ zh: id, en: id }),
    format: String,
  },
);

function measuresOf(chart: ChartSpec): readonly MeasureId[] {
  if (chart.is === 'relation') return [chart.x, chart.y];
  return chart.is === 'matrix' ? chart.measures : [chart.measure];
}
function dimensionOf(chart: ChartSpec): Dimension | null {
  return 'by' in chart && chart.by !== null && chart.by !== 'year' ? chart.by : null;
}

it('three canvases come with the sample, in the shape a workspace keeps', () => {
  expect(shipped.map(({ id }) => id)).toEqual(['rd-by-industry', 'rd-concentration', 'growth-against-strength']);
  expect(stateShapeProblems({ ...EMPTY_STATE, canvases: shipped })).toEqual([]);
});

describe.each(shipped)('$id', ({ name, charts }) => {
  it('has a name in both languages and three to five charts', () => {
    expect([/[一-鿿]/.test(name.zh), /^[A-Z][^一-鿿]+$/.test(name.en)]).toEqual([true, true]);
    expect([charts.length >= 3, charts.length <= 5]).toEqual([true, true]);
  });
  it.each([...new Set(charts.flatMap(measuresOf))])('%s can be had from the sample and its scheme', (measure) => {
    expect(factsOf(sample, measure)).toMatchObject({ id: measure });
  });
  it('is cut by what the sample has', () => {
    const cuts = charts.map(dimensionOf).filter((one) => one !== null);
    expect(cuts.filter((one) => one === 'chosen' || !given.has(DIMENSION_FIELD[one]))).toEqual([]);
  });
});

it('a measure the sample lacks would be found', () => {
  expect([factsOf(sample, 'group:none'), factsOf(sample, 'field:market_value'), factsOf(sample, 'formula:revenue /')]).toMatchObject([
    { is: 'refused' },
    { is: 'refused' },
    { is: 'refused' },
  ]);
});
