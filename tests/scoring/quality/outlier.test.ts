import { describe, expect, it } from 'vitest';
import { type Life, seriesPanel, told } from './series-panel';

// Eleven firms, 10 to 1,000 万元: logs 5 to 7 in steps of 0.2. The middle is 6; the distances are 0, 0.2 twice … 1 twice, their middle 0.6,
// and 1.4826 × 0.6 = 0.89. So a z of 5 is 10^(6 + 4.45): 28 billion.
const peers = Array.from({ length: 11 }, (_, at): Life => ({ revenue: [10 ** (5 + 0.2 * at)], industry: ['软件'] }));
const outliers = (...lives: readonly Life[]) => told(seriesPanel(lives), 'outlier');

describe('among peers of its year and industry', () => {
  it('a figure beyond five robust deviations is told with its z', () => {
    const [found, ...others] = outliers(...peers, { revenue: [9e12], industry: ['软件'] });
    expect(found).toMatch(/^revenue F11 2018 [67]\./);
    expect(others).toEqual([]);
  });
  it('one a little nearer is not', () => {
    expect(outliers(...peers, { revenue: [5e9], industry: ['软件'] })).toEqual([]);
  });
  it('so is one that far below', () => {
    expect(outliers(...peers, { revenue: [0.1], industry: ['软件'] })[0]).toMatch(/^revenue F11 2018 -7\./);
  });
  it('with fewer than ten of the industry the year stands in', () => {
    expect(outliers(...peers, { revenue: [9e12], industry: ['制药'] })).toHaveLength(1);
  });
  it('with fewer than ten in the year nobody is an outlier', () => {
    expect(outliers(...peers.slice(0, 8), { revenue: [9e12], industry: ['软件'] })).toEqual([]);
  });
  it('a zero is no size', () => {
    expect(outliers(...peers, { revenue: [0], industry: ['软件'] })).toEqual([]);
  });
});

it('equal figures have a spread all the same: nobody is far by a factor of three', () => {
  const equal = Array.from({ length: 20 }, (): Life => ({ tax_paid: [1e5], registered_capital: [1e6] }));
  expect(outliers(...equal, { tax_paid: [1e5], registered_capital: [3e6] })).toEqual([]);
  expect(outliers(...equal, { tax_paid: [1e5], registered_capital: [3e11] })).toHaveLength(1);
});

it('a loss near zero is no outlier, a large one is', () => {
  const profits = peers.map((life, at): Life => ({ net_profit: [(at % 2 === 0 ? 1 : -1) * Number(life['revenue']![0])] }));
  expect(outliers(...profits, { net_profit: [0.03] })).toEqual([]);
  expect(outliers(...profits, { net_profit: [-9e12] })).toHaveLength(1);
});

it('in a field with a long tail what many have is no outlier', () => {
  // 300 contracts around a million; 9 of them, more than one in a hundred, five digits above.
  const usual = (at: number): number => 1e6 * 1.01 ** (at % 80);
  const many = Array.from({ length: 291 }, (_, at): Life => ({ tech_contract: [usual(at)] }));
  const large = Array.from({ length: 9 }, (): Life => ({ tech_contract: [3e11] }));
  expect(outliers(...many, ...large)).toEqual([]);
  expect(outliers(...many, ...large.slice(0, 1))).toHaveLength(1);
});
