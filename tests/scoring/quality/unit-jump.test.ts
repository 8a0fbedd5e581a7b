import { describe, expect, it } from 'vitest';
import { type Life, normal, random, seriesPanel, told } from './series-panel';

const slips = (...lives: readonly Life[]) => told(seriesPanel(lives), 'unit_jump');

describe('a figure and its own neighbouring years', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['元 entered as 万元, in the middle', [19.4e6, 231.8e9, 25.66e6], ['2019 10000 × 0.0001']],
    ['one zero too many', [100e4, 1100e4, 120e4], ['2019 10 × 0.1']],
    ['two zeros too few', [100e4, 1.1e4, 120e4], ['2019 0.01 × 100']],
    ['千元 for 元', [100e4, 1100, 120e4], ['2019 0.001 × 1000']],
    ['万元 taken for 元, downwards', [100e4, 110, 120e4], ['2019 0.0001 × 10000']],
    ['亿元 for 元', [100e8, 110, 120e8], ['2019 1e-8 × 100000000']],
    ['in the latest year', [100e4, 110e4, 120e4, 130e7], ['2021 1100 × 0.001']],
    ['in the first year', [90e8, 100e4, 110e4, 120e4], ['2018 9000 × 0.0001']],
    ['two wrong years side by side', [100e4, 110e4, 120e8, 130e8, 140e4, 150e4], ['2020 10000 × 0.0001', '2021 10000 × 0.0001']],
    ['a wrong year beside a missing one', [100e4, null, 120e8, 130e4], ['2020 10000 × 0.0001']],
    ['steady growth', [10e4, 25e4, 60e4, 150e4, 400e4], []],
    ['a level ten times higher that stays', [10e4, 11e4, 12e4, 13e4, 120e4, 130e4, 140e4], []],
    ['growth by five for one year', [100e4, 500e4, 120e4], []],
    ['a factor of thirty, no whole power of ten', [100e4, 3200e4, 100e4], []],
    ['trade that leaps all the time', [1e4, 50e4, 2e4, 80e4, 1e4, 60e4], []],
    ['two figures and nobody to compare with', [100e4, 110e8], []],
    ['a zero between', [100e4, 0, 110e4], []],
  ])('%s', (_, revenue, wanted) => {
    expect(slips({ revenue })).toEqual(wanted.map((one) => `revenue F0 ${one}`));
  });

  it('a count may slip by up to four digits, a ratio only between 1 and %', () => {
    expect(slips({ employees: [40, 410, 42] })).toEqual(['employees F0 2019 10 × 0.1']);
    expect(slips({ employees: [40, 41e6, 42] })).toEqual([]);
  });

  it('a loss counts by its size', () => {
    expect(slips({ net_profit: [-3e5, -4e9, -5e5] })).toEqual(['net_profit F0 2019 10000 × 0.0001']);
  });
});

describe('one digit in the latest year', () => {
  const steady = { total_assets: [500e4, 520e4, 540e4, 560e4], employees: [20, 20, 21, 21], total_cost: [90e4, 95e4, 99e4, 99e4] };
  const revenue = [100e4, 105e4, 110e4, 1150e4];

  it('is a slip where the rest of the row stays', () => {
    expect(slips({ revenue, ...steady })).toEqual(['revenue F0 2021 10 × 0.1']);
  });
  it('is growth where the rest of the row grows along', () => {
    const grown = { total_assets: [500e4, 520e4, 540e4, 3000e4], employees: [20, 20, 21, 90], total_cost: [90e4, 95e4, 99e4, 800e4] };
    expect(slips({ revenue, ...grown })).toEqual([]);
  });
  it('cannot be told where nothing else is known', () => {
    expect(slips({ revenue })).toEqual([]);
  });
  it('is a slip of all the money of a row where the people stay', () => {
    const row = { ...steady, total_assets: [500e4, 520e4, 540e4, 5600e4], total_cost: [90e4, 95e4, 99e4, 990e4] };
    expect(slips({ revenue, ...row })).toEqual([
      'revenue F0 2021 10 × 0.1',
      'total_assets F0 2021 10 × 0.1',
      'total_cost F0 2021 10 × 0.1',
    ]);
  });
});

describe('a field that leaps by any factor', () => {
  // Spikes by 4, 20, 25 and so on: the one by 10 says no more than the others.
  const leapy = [4, 20, 25, 40, 6, 22, 10, 35].map((times): Life => ({ tech_contract: [10e4, 11e4, 10e4 * times, 11e4, 10e4] }));
  it('is not believed', () => {
    expect(slips(...leapy)).toEqual([]);
  });
  it('is believed where two other figures of the row slipped alike', () => {
    const wrong = {
      tech_contract: [10e4, 11e4, 10e8, 11e4, 10e4],
      revenue: [50e4, 52e4, 53e8, 54e4, 55e4],
      total_cost: [40e4, 41e4, 42e8, 43e4, 44e4],
    };
    const lumpy = [4e3, 2.5e4, 3.9e3].map((times): Life => ({ tech_contract: [10e4, 11e4, 10e4 * times, 11e4, 10e4] }));
    expect(slips(wrong, ...lumpy).filter((one) => one.includes('F0'))).toEqual([
      'tech_contract F0 2020 9100 × 0.0001',
      'revenue F0 2020 10000 × 0.0001',
      'total_cost F0 2020 10000 × 0.0001',
    ]);
  });
});

it('growth by four for one year is no slip, even where others slipped by one digit', () => {
  const spike = (times: number): Life => ({ revenue: [100e4, 100e4, 100e4 * times, 100e4, 100e4] });
  const found = slips(...[10, 10, 10, 10, 10, 10, 4.2].map(spike));
  expect(found).toEqual([0, 1, 2, 3, 4, 5].map((firm) => `revenue F${firm} 2020 10 × 0.1`));
});

describe('a firm without other years', () => {
  const peers = Array.from({ length: 12 }, (_, at): Life => ({
    revenue: [(at + 5) * 100e4],
    employees: [(at + 5) * 10],
    industry: ['软件'],
  }));
  // 10 万元 a head: middle of the peers.
  it('is held against its peers, a head', () => {
    expect(slips(...peers, { revenue: [80e8], employees: [80], industry: ['软件'] })).toEqual(['revenue F12 2018 1000 × 0.001']);
  });
  it('is no slip by five digits: no unit is so far from another', () => {
    expect(slips(...peers, { revenue: [80e9], employees: [8], industry: ['软件'] })).toEqual([]);
  });
  it('is no slip by one digit: firms are that different', () => {
    expect(slips(...peers, { revenue: [8000e4], employees: [80], industry: ['软件'] })).toEqual([]);
  });
  it('of two figures the one far from the peers is wrong', () => {
    const two = peers.map((life) => ({
      ...life,
      revenue: [life['revenue']![0]!, life['revenue']![0]!],
      employees: [60, 60],
      industry: ['软件', '软件'],
    }));
    const torn = { revenue: [700e4, 700e8], employees: [60, 60], industry: ['软件', '软件'] };
    expect(slips(...two, torn)).toEqual(['revenue F12 2019 6300 × 0.0001']);
  });
});

it('random walks and young firms that grow tenfold raise hardly an alarm', () => {
  const next = random(7);
  const lives = Array.from({ length: 3000 }, (_, firm): Life => {
    const noise = 0.15 + 0.25 * next();
    let log = 13 + 2 * normal(next);
    const walk = (): number => Math.exp((log += noise * normal(next) + (firm < 100 ? 0.58 : 0)));
    const revenue = Array.from({ length: 8 }, walk);
    return {
      revenue,
      total_assets: revenue.map((one) => one * Math.exp(0.2 * normal(next))),
      employees: revenue.map((one) => Math.ceil(one / 2e5)),
    };
  });
  expect(told(seriesPanel(lives), 'unit_jump').length).toBeLessThan(3);
});
