import { describe, expect, it } from 'vitest';
import { packWords, REASON } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { NO_JOINS } from '../../../scoring/quality/context';
import type { Delivery } from '../../../scoring/quality/delivery';
import { type Life, seriesPanel, told } from './series-panel';

describe('impossible_sign', () => {
  it('finds a figure below zero where there can be none, and not a loss', () => {
    const panel = seriesPanel([{ revenue: [-5, 0, 5], net_profit: [-5, 0, 5] }]);
    expect(told(panel, 'impossible_sign')).toEqual(['revenue F0 2018 -5']);
  });
  it('counts what reading refused, without a number', () => {
    const panel = seriesPanel([{ revenue: [1, 2] }]);
    const column = { kind: 'number', values: Float64Array.of(1, NaN), reasons: Uint8Array.of(0, REASON.out_of_range) } as const;
    expect(told({ ...panel, fields: new Map([['revenue', column]]) }, 'impossible_sign')).toEqual(['revenue F0 2019']);
  });
  it('a blank is no sign', () => {
    expect(told(seriesPanel([{ revenue: [null, 2] }]), 'impossible_sign')).toEqual([]);
  });
});

describe('series_gap', () => {
  const other: Life = { revenue: [1, 1, 1, 1, 1] };
  it('tells the year after the gap and how many are missing', () => {
    expect(told(seriesPanel([{ revenue: [1, null, null, 1, 1] }, other]), 'series_gap')).toEqual(['F0 2021 2']);
  });
  it('is silent about firms that come late or leave early', () => {
    expect(told(seriesPanel([{ revenue: [null, 1, 1, null, null] }, other]), 'series_gap')).toEqual([]);
  });
  it('is silent about a year nobody has', () => {
    expect(told(seriesPanel([{ revenue: [1, null, 1] }, { revenue: [2, null, 2] }]), 'series_gap')).toEqual([]);
  });
  it('a row with a blank field is no gap', () => {
    expect(told(seriesPanel([{ revenue: [1, null, 1], employees: [1, 2, 1] }, other]), 'series_gap')).toEqual([]);
  });
});

describe('constant_column', () => {
  const equal = (firms: number, value: number): Life[] => Array.from({ length: firms }, (): Life => ({ employees: [value] }));
  it('finds a year in which ten firms all have the same', () => {
    expect(told(seriesPanel(equal(10, 7)), 'constant_column')).toHaveLength(10);
    expect(told(seriesPanel(equal(10, 7)), 'constant_column')[0]).toBe('employees F0 2018 7');
  });
  it('nine can be chance, and one who differs is enough', () => {
    expect(told(seriesPanel(equal(9, 7)), 'constant_column')).toEqual([]);
    expect(told(seriesPanel([...equal(10, 7), { employees: [8] }]), 'constant_column')).toEqual([]);
  });
  it('each year stands for itself, and blanks do not count', () => {
    const firms = Array.from({ length: 10 }, (_, at): Life => ({ employees: [at, 7] }));
    expect(told(seriesPanel([...firms, { employees: [3, null], revenue: [1, 2] }]), 'constant_column')).toHaveLength(10);
  });
  it('zero is what most firms have of rare things: only a thousand of them say that nobody looked', () => {
    expect(told(seriesPanel(equal(999, 0)), 'constant_column')).toEqual([]);
    expect(told(seriesPanel(equal(1000, 0)), 'constant_column')).toHaveLength(1000);
  });
});

describe('names', () => {
  const named = (...names: string[]): Panel =>
    seriesPanel(
      names.map(() => ({ revenue: [1] })),
      2018,
      names,
    );
  it('one name under two keys is told of both, whatever its width, case and spaces', () => {
    const panel = named('示例芯片（成都）有限公司', '示例软件', '示例芯片(成都) 有限公司', 'Example AI', 'ＥＸＡＭＰＬＥ ai');
    expect(told(panel, 'two_keys')).toEqual(['F0 2018 2', 'F2 2018 2', 'F3 2018 2', 'F4 2018 2']);
  });
  it('one firm over the years is one key', () => {
    expect(told(seriesPanel([{ revenue: [1, 2, 3] }], 2018, ['示例']), 'two_keys')).toEqual([]);
  });
  it.each(['合计', '合 计：', '小计', '总计', '高新区小计'])('%s is a total', (name) => {
    expect(told(named(name, '示例'), 'total_row')).toEqual(['F0 2018']);
  });
  it.each(['Total', 'Grand  Total', 'SUBTOTAL'])('%s is a total where it is known by that name alone, else it is a firm', (name) => {
    expect(told({ ...named(name, '示例'), firmKeys: packWords([name, 'F1']) }, 'total_row')).toEqual(['F0 2018']);
    expect(told(named(name, '示例'), 'total_row')).toEqual([]);
  });
  it.each(['合计科技有限公司', '总计量检测公司', 'Total Energies', 'Sumitomo', '道达尔'])('%s is a firm', (name) => {
    expect(told(named(name, '示例'), 'total_row')).toEqual([]);
  });
  it('two totals are no firm with two keys', () => {
    expect(told(named('合计', '合计'), 'two_keys')).toEqual([]);
  });
  it('a firm without a name is nobody’s namesake', () => {
    const panel = named('示例', '示例');
    const name = { ...panel.name, codes: Int32Array.of(-1, -1), reasons: Uint8Array.of(1, 1) };
    expect(told({ ...panel, name }, 'two_keys')).toEqual([]);
  });
});

describe('what only joining knows', () => {
  const panel = seriesPanel([
    { revenue: [1, 2], district: ['锦江区', '锦江区'] },
    { revenue: [3, 4], district: ['武侯区', '武侯区'] },
  ]);
  const fact = (rows: number[], measure: number[], lines = 0) => ({
    rows: Int32Array.from(rows),
    measure: Float64Array.from(measure),
    lines,
  });

  it('becomes findings, rows ascending and each once', () => {
    const joins = {
      ...NO_JOINS,
      names: fact([3, 0, 3], [2, 3, 9]),
      duplicates: fact([1], [2]),
      conflicts: [{ field: 'revenue', ...fact([2], [0.5]) }],
    };
    expect(told(panel, 'two_names', joins)).toEqual(['F0 2018 3', 'F1 2019 2']);
    expect(told(panel, 'duplicate_key', joins)).toEqual(['F0 2019 2']);
    expect(told(panel, 'conflict', joins)).toEqual(['revenue F1 2018 0.5']);
  });

  const district = (code: number, firms: number): Life[] =>
    Array.from({ length: firms }, () => ({ revenue: [1], district: [['锦江区', '武侯区'][code]!] }));
  const city = seriesPanel([...district(0, 8), ...district(1, 8)]);
  const rows = (from: number, to: number): Int32Array => Int32Array.from({ length: to - from }, (_, at) => from + at);
  const delivery = (source: string, from: number, to: number, fields = ['revenue']) => ({
    source,
    rows: rows(from, to),
    fields,
    day: null,
  });

  it('a district that comes again after the whole city is found with its rows', () => {
    const joins = { ...NO_JOINS, deliveries: [delivery('city', 0, 16), delivery('again', 8, 16)] };
    expect(told(city, 'duplicate_key', joins)).toEqual(Array.from({ length: 8 }, (_, at) => `武侯区 F${8 + at} 2018 2`));
  });
  it.each<[string, Delivery[], Panel?]>([
    ['brings other fields', [delivery('city', 0, 16), delivery('patents', 8, 16, ['inv_valid'])]],
    ['comes for the first time', [delivery('one', 0, 8), delivery('other', 8, 16)]],
    ['is no district but the city', [delivery('city', 0, 16), delivery('tax', 0, 16)]],
    ['is new but for six of its sixteen firms', [delivery('first', 0, 6), delivery('all', 0, 16)], seriesPanel(district(0, 16))],
    ['corrects four firms', [delivery('city', 0, 16), delivery('four', 8, 12)]],
  ])('a delivery that %s is none', (_, deliveries, panel = city) => {
    expect(told(panel, 'duplicate_key', { ...NO_JOINS, deliveries })).toEqual([]);
  });
});
