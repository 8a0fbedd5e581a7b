import { describe, expect, it } from 'vitest';
import { REASON } from '../../../scoring/column';
import { coverageMap } from '../../../scoring/quality/coverage-map';
import { panelOf } from '../panel-of';
import { seriesPanel } from './series-panel';

const panel = seriesPanel([
  { revenue: [1, null, 3], industry: ['软件', '软件', null], district: ['锦江区', '锦江区', '锦江区'] },
  { revenue: [1, 2, null], industry: ['制药', '制药', '制药'], district: ['武侯区', '武侯区', '武侯区'] },
  { revenue: [null, 2, 3], industry: ['制药', '制药', '制药'], district: ['锦江区', '锦江区', '锦江区'] },
]);
const shown = (map: ReturnType<typeof coverageMap>, field: string): string[] => {
  const at = map.fields.indexOf(field) * map.groups.length;
  return map.groups.map((group, i) => `${group} ${map.present[at + i]}/${map.firms[i]}`);
};

describe('shares of firm-years with a value', () => {
  it('by year, ascending', () => {
    expect(shown(coverageMap(panel, 'year', null), 'revenue')).toEqual(['2018 2/3', '2019 2/3', '2020 2/3']);
  });
  it('by industry of one year, the largest first, firms without one last', () => {
    expect(shown(coverageMap(panel, 'industry', 2020), 'revenue')).toEqual(['制药 1/2', '? 1/1']);
    expect(shown(coverageMap(panel, 'industry', 2019), 'revenue')).toEqual(['制药 2/2', '软件 0/1']);
  });
  it('firms without a word stand last, be they the most', () => {
    const bare = seriesPanel([{ revenue: [1], industry: ['制药'] }, { revenue: [1] }, { revenue: [1] }]);
    expect(coverageMap(bare, 'industry', null).groups).toEqual(['制药', '?']);
  });
  it('by district over all years', () => {
    expect(shown(coverageMap(panel, 'district', null), 'revenue')).toEqual(['锦江区 4/6', '武侯区 2/3']);
  });
  it('of a dimension or a year the panel has not there is no map', () => {
    expect(coverageMap(panel, 'size_class', 2018).groups).toEqual([]);
    expect(coverageMap(panel, 'industry', 1999).groups).toEqual([]);
  });
});

it('what no source gives is told apart from what firms left blank', () => {
  const reasons = Uint8Array.of(REASON.not_collected, REASON.not_collected, REASON.blank);
  const one = panelOf({ revenue: [1, 2, 3] }, { firm: [0, 1, 2], year: [2023, 2023, 2024] });
  const rd = { kind: 'number', values: Float64Array.of(NaN, NaN, NaN), reasons } as const;
  const map = coverageMap({ ...one, fields: new Map([...one.fields, ['rd_expense', rd]]) }, 'year', null);
  expect([...map.present]).toEqual([2, 1, 0, 0]);
  expect([...map.notCollected]).toEqual([0, 0, 2, 0]);
  expect([...map.firms]).toEqual([2, 1]);
});

it('the known empty set is a value', () => {
  const map = coverageMap(panelOf({ titles: [['高新技术企业'], [], null] }), 'year', null);
  expect([...map.present]).toEqual([2]);
});
